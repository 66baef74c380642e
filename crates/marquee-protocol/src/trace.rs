//! The trace that a request belongs to: taken from W3C `traceparent`, else made of what its caller draws. It draws
//! nothing itself.

use std::sync::Arc;

/// 32 lower-case hex digits, not all zero. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TraceId(Arc<str>);

impl TraceId {
    /// A new trace.
    pub fn from_random(number: u128) -> Self {
        Self(format!("{:032x}", number.max(1)).into())
    }

    /// The trace of a `traceparent` header; `None`: it is none, and a new trace begins.
    pub fn from_traceparent(header: &str) -> Option<Self> {
        let mut parts = header.split('-');
        let (version, trace, parent, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let hex = |text: &str, len: usize| {
            text.len() == len && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        };
        let zero = |text: &str| text.bytes().all(|b| b == b'0');
        // Version 00 ends here; a later one may have more to say.
        let ends = parts.next().is_none() || version != "00";
        let sound = hex(version, 2) && version != "ff" && hex(trace, 32) && hex(parent, 16) && hex(flags, 2);
        (sound && ends && !zero(trace) && !zero(parent)).then(|| Self(trace.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_traceparent_gives_its_trace_and_nonsense_gives_none() {
        let trace = "0af7651916cd43dd8448eb211c80319c";
        let header = format!("00-{trace}-b7ad6b7169203331-01");
        assert_eq!(TraceId::from_traceparent(&header).unwrap().as_str(), trace);
        assert!(TraceId::from_traceparent(&format!("01-{trace}-b7ad6b7169203331-01-more")).is_some());
        for bad in [
            String::new(),
            format!("{header}-more"),
            header.to_uppercase(),
            format!("ff-{trace}-b7ad6b7169203331-01"),
            format!("00-{}-b7ad6b7169203331-01", "0".repeat(32)),
            format!("00-{trace}-0000000000000000-01"),
            format!("00-{trace}x-b7ad6b7169203331-01"),
        ] {
            assert_eq!(TraceId::from_traceparent(&bad), None, "{bad}");
        }
    }

    #[test]
    fn a_new_trace_is_never_all_zero() {
        assert_eq!(TraceId::from_random(0).as_str(), format!("{:032x}", 1));
    }
}
