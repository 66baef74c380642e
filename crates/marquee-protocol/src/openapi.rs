//! What the OpenAPI document says in the same words of many operations: problems by their status, and what a notice is
//! as a request. It describes nothing a second time: problems come from [`Slug`], the notice is its JSON Schema.

use crate::answer::{DeletedAnswer, PlacedAnswer, ResultsAnswer, UnknownAnswer};
use crate::problem::{ProblemJson, Slug};
use std::borrow::Cow;
use std::collections::BTreeMap;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

/// The component that is the notice's own JSON Schema. Whoever serves the document puts [`crate::notice::SCHEMA`] there.
pub const NOTICE: &str = "NoticeRequest";

/// The media type of problems.
const PROBLEM_TYPE: &str = "application/problem+json";

macro_rules! problems {
    ($($name:ident),* $(,)?) => {
        $(
            #[doc = concat!("Every problem with the status of [`Slug::", stringify!($name), "`], as an operation's answer.")]
            #[derive(Debug)]
            pub struct $name;

            impl IntoResponses for $name {
                fn responses() -> BTreeMap<String, RefOr<Response>> {
                    let answer = Ref::from_response_name(stringify!($name));
                    BTreeMap::from([(Slug::$name.status().to_string(), RefOr::Ref(answer))])
                }
            }
        )*

        /// The answers that the types above refer to, by name.
        pub fn problems() -> Vec<(&'static str, Response)> {
            vec![$((stringify!($name), problem(Slug::$name.status()))),*]
        }
    };
}

problems! {
    Malformed, Unauthorized, Forbidden, NotFound, NotAcceptable, Timeout, Conflict, Reset, PreconditionFailed, TooLarge, UnsupportedMediaType, Misdirected, Invalid,
    UpgradeRequired, TooManyRequests, Internal, Unavailable,
}

/// The answer of a status: which kinds of problem have it, and how they look.
fn problem(status: u16) -> Response {
    let kinds = Slug::ALL.into_iter().filter(|slug| slug.status() == status);
    let told: Vec<String> =
        kinds.map(|slug| format!("[{}](/errors/{})", slug.title(), slug.slug())).collect();
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemJson::name()))).build();
    ResponseBuilder::new().description(told.join("; or: ")).content(PROBLEM_TYPE, content).build()
}

/// A schema of this house by its name.
fn refer<T: ToSchema>() -> RefOr<Schema> {
    Ref::from_schema_name(T::name()).into()
}

/// A schema with all that it refers to.
fn with_parts<T: ToSchema>(schemas: &mut Vec<(String, RefOr<Schema>)>) {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
}

/// One notice, as its JSON Schema has it.
#[derive(Debug)]
pub struct NoticeRequest;

impl PartialSchema for NoticeRequest {
    fn schema() -> RefOr<Schema> {
        Ref::from_schema_name(NOTICE).into()
    }
}

impl ToSchema for NoticeRequest {
    fn name() -> Cow<'static, str> {
        NOTICE.into()
    }
}

/// One notice, or many.
#[derive(Debug)]
pub struct NoticesRequest;

impl PartialSchema for NoticesRequest {
    fn schema() -> RefOr<Schema> {
        let many = ArrayBuilder::new()
            .items(refer::<NoticeRequest>())
            .min_items(Some(1))
            .max_items(Some(crate::notice::BATCH_MAX))
            .description(Some("Many notices; one that is wrong spoils no other."));
        OneOfBuilder::new().item(refer::<NoticeRequest>()).item(many).into()
    }
}

impl ToSchema for NoticesRequest {}

macro_rules! messages {
    ($($name:ident: $message:literal;)*) => {
        $(
            #[doc = concat!("The message `", $message, "` of `marquee.proto`, as it is sent.")]
            #[derive(Debug)]
            pub struct $name;

            impl PartialSchema for $name {
                fn schema() -> RefOr<Schema> {
                    let told = concat!("The message ", $message, " of marquee.proto.");
                    let bytes = ObjectBuilder::new().schema_type(Type::String).description(Some(told));
                    bytes.content_media_type("application/x-protobuf").into()
                }
            }

            impl ToSchema for $name {}
        )*
    };
}

messages! {
    NotifyRequestMessage: "NotifyRequest";
    NotifyResponseMessage: "NotifyResponse";
}

macro_rules! either {
    ($($(#[$doc:meta])* $name:ident: $one:ident | $other:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $name;

            impl PartialSchema for $name {
                fn schema() -> RefOr<Schema> {
                    OneOfBuilder::new().item(refer::<$one>()).item(refer::<$other>()).into()
                }
            }

            impl ToSchema for $name {
                fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
                    with_parts::<$one>(schemas);
                    with_parts::<$other>(schemas);
                }
            }
        )*
    };
}

either! {
    /// Where one notice has its place, or what became of each of many.
    Published: PlacedAnswer | ResultsAnswer;
    /// What is gone, or that there was nothing.
    Gone: DeletedAnswer | UnknownAnswer;
}
