//! What the OpenAPI document says of a policy as it is sent: the members and bounds that the reader keeps. It reads
//! nothing itself.

use super::PREVIEW_MAX_MS;
use marquee_core::Level;
use marquee_core::policy::bounds;
use std::ops::RangeInclusive;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// A policy as clients send it: what is absent takes the built-in default.
#[derive(Debug)]
pub struct PolicyRequest;

/// What is asked of a preview.
#[derive(Debug)]
pub struct PreviewRequest;

fn number(bounds: &RangeInclusive<u64>, what: &str) -> ObjectBuilder {
    let whole = ObjectBuilder::new().schema_type(SchemaType::Type(Type::Integer));
    whole.minimum(Some(*bounds.start())).maximum(Some(*bounds.end())).description(Some(what))
}

fn object() -> ObjectBuilder {
    ObjectBuilder::new().additional_properties(Some(AdditionalProperties::FreeForm(false)))
}

fn word() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::Type(Type::String))
}

fn level() -> ObjectBuilder {
    object()
        .property(
            "weight",
            number(&bounds::WEIGHT, "Its share of the ribbon, and its rank when room is short."),
        )
        .property("play", word().enum_values(Some(["scroll", "pin"])))
        .property("hold_ms", number(&bounds::HOLD_MS, "How long a pin is held, ms."))
        .property("color", word().pattern(Some("^#[0-9A-Fa-f]{6}$")))
}

impl PartialSchema for PolicyRequest {
    fn schema() -> RefOr<Schema> {
        let levels = Level::ALL.into_iter().fold(object(), |levels, of| levels.property(of.name(), level()));
        let policy = object()
            .property("speed", number(&bounds::SPEED, "Cells a second."))
            .property("gap", number(&bounds::GAP, "Cells between two notices."))
            .property("ttl", number(&bounds::TTL, "Seconds that a notice without a ttl lives."))
            .property("max_active", number(&bounds::MAX_ACTIVE, "Notices that the board holds."))
            .property("fold_ms", number(&bounds::FOLD_MS, "How long equal notices are folded into one, ms."))
            .property(
                "pin_min_ms",
                number(&bounds::PAUSE_MS, "The least time a pin is held while others wait, ms."),
            )
            .property("pin_queue", number(&bounds::PIN_QUEUE, "How many may wait to be pinned."))
            .property(
                "breath_ms",
                number(&bounds::PAUSE_MS, "How long the ribbon moves between two pins, ms."),
            )
            .property("levels", levels);
        policy.description(Some("A policy; what is absent takes the built-in default.")).into()
    }
}

impl ToSchema for PolicyRequest {}

impl PartialSchema for PreviewRequest {
    fn schema() -> RefOr<Schema> {
        let preview = object()
            .property("policy", Ref::from_schema_name(PolicyRequest::name()))
            .property("for_ms", number(&(1..=PREVIEW_MAX_MS), "How long from now, ms."))
            .required("policy")
            .required("for_ms");
        preview.description(Some("A policy to be tried out.")).into()
    }
}

impl ToSchema for PreviewRequest {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((PolicyRequest::name().into_owned(), PolicyRequest::schema()));
    }
}
