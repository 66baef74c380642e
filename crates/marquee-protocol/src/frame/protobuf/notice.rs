//! A notice and a policy within a frame. What JSON leaves out, or what is at its default, is not there.

use super::narrow;
use crate::proto::data::Struct;
use crate::proto::{self, LevelPolicy, Notice, Play, Policy};
use marquee_core::policy::Play as Manner;
use marquee_core::{Level, Notice as CoreNotice, Policy as CorePolicy};

/// Bytes of a trace.
const TRACE: usize = 16;

/// The notice as a message.
pub(super) fn notice(of: &CoreNotice) -> Notice {
    let optional = |field: &Option<Box<str>>| field.as_deref().unwrap_or_default().to_owned();
    Notice {
        id: of.id.as_str().to_owned(),
        rev: of.rev.0,
        level: proto::level(of.level),
        text: of.text.to_string(),
        html: optional(&of.html),
        tags: of.tags.iter().map(|tag| tag.to_string()).collect(),
        key: optional(&of.key),
        link: optional(&of.link),
        data: of.data.as_deref().and_then(Struct::from_json),
        cells: of.cells,
        count: of.count,
        starts_at: of.starts_at,
        expires_at: of.expires_at,
        trace_id: trace(&of.trace_id).map(Into::into).unwrap_or_default(),
        version: 0,
        started: false,
        pass: 0,
    }
}

/// The bytes of 32 hex digits.
pub(super) fn trace(hex: &str) -> Option<[u8; TRACE]> {
    let mut bytes = [0; TRACE];
    let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
    if pairs.len() != TRACE || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        _ => None,
    }
}

/// The policy as a message.
pub(super) fn policy(of: &CorePolicy) -> Policy {
    let level = |level| {
        let of = of.level(level);
        let play = match of.play {
            Manner::Scroll => Play::Scroll,
            Manner::Pin => Play::Pin,
        };
        let (hold_ms, color) = (narrow(of.hold_ms), of.color.to_string());
        Some(LevelPolicy { weight: of.weight, play: play.into(), hold_ms, color })
    };
    Policy {
        speed: narrow(of.speed),
        gap: narrow(of.gap),
        ttl: narrow(of.ttl),
        max_active: narrow(of.max_active),
        fold_ms: narrow(of.fold_ms),
        pin_min_ms: narrow(of.pin_min_ms),
        pin_queue: narrow(of.pin_queue),
        breath_ms: narrow(of.breath_ms),
        urgent: level(Level::Urgent),
        warning: level(Level::Warning),
        info: level(Level::Info),
        low: level(Level::Low),
    }
}
