//! What a token says, read strictly after its signature held. It judges types and bounds; whether what is said is good here
//! and now is the verifier's business.
//!
//! Times are RFC 7519's NumericDate: seconds since 1970 as a JSON number, not negative and below 2^53. A fraction is borne, because
//! the RFC allows it and some issuers write it; `exp` and `iat` are rounded down and `nbf` up, which is the stricter way for each.

use crate::json::{Json, NotAnObject, Object};
use crate::refusal::{Claim, Part, Refusal};

/// The longest `sub` or `jti`, in bytes.
pub const NAME_BYTES_MAX: usize = 256;
/// No time is as late: from here on a JSON number need not be exact.
pub(crate) const TIME_END: u64 = 1 << 53;

/// Whom a token is for.
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// The claims of a token that are looked at.
pub(crate) struct Claims {
    pub(crate) exp: u64,
    pub(crate) iat: u64,
    pub(crate) nbf: Option<u64>,
    pub(crate) sub: String,
    pub(crate) iss: String,
    audience: Audience,
    pub(crate) jti: Option<String>,
    pub(crate) scope: Option<String>,
    /// As it stands: it means something in our own tokens alone.
    pub(crate) fam: Option<Json>,
}

impl Claims {
    /// The claims that the bytes are.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let object = Object::read(bytes).map_err(|fault| match fault {
            NotAnObject::Json => Refusal::Json(Part::Claims),
            NotAnObject::Twice => Refusal::Twice(Part::Claims),
        })?;
        let required = |name, claim| object.member(name).ok_or(Refusal::Claim(claim));
        let whole = |value: &Json, claim| time(value, f64::floor).ok_or(Refusal::Claim(claim));
        Ok(Self {
            exp: whole(required("exp", Claim::Exp)?, Claim::Exp)?,
            iat: whole(required("iat", Claim::Iat)?, Claim::Iat)?,
            nbf: match object.member("nbf") {
                None => None,
                Some(value) => Some(time(value, f64::ceil).ok_or(Refusal::Claim(Claim::Nbf))?),
            },
            sub: name(required("sub", Claim::Sub)?).ok_or(Refusal::Claim(Claim::Sub))?,
            iss: required("iss", Claim::Iss)?.text().ok_or(Refusal::Claim(Claim::Iss))?.to_owned(),
            audience: audience(required("aud", Claim::Aud)?).ok_or(Refusal::Claim(Claim::Aud))?,
            jti: match object.member("jti") {
                None => None,
                Some(value) => Some(name(value).ok_or(Refusal::Claim(Claim::Jti))?),
            },
            scope: match object.member("scope") {
                None => None,
                Some(value) => Some(value.text().ok_or(Refusal::Claim(Claim::Scope))?.to_owned()),
            },
            fam: object.member("fam").cloned(),
        })
    }

    /// Whether the token is for that one, alone or among others.
    pub(crate) fn is_for(&self, audience: &str) -> bool {
        match &self.audience {
            Audience::One(one) => one == audience,
            Audience::Several(several) => several.iter().any(|one| one == audience),
        }
    }
}

/// Whether a text may be a `sub` or a `jti`. Control characters may not: these stand in diagnostics.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= NAME_BYTES_MAX && !text.chars().any(char::is_control)
}

fn name(value: &Json) -> Option<String> {
    value.text().filter(|text| is_name(text)).map(str::to_owned)
}

/// A time in seconds, rounded as told.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is whole and in the bounds"
)]
fn time(value: &Json, round: fn(f64) -> f64) -> Option<u64> {
    match value {
        Json::Whole(seconds) => Some(*seconds),
        // Below the end even after it was rounded up, so that the cast is exact.
        Json::Number(seconds) if seconds.is_sign_positive() && *seconds < TIME_END as f64 => {
            Some(round(*seconds) as u64)
        }
        _ => None,
    }
    .filter(|seconds| *seconds < TIME_END)
}

fn audience(value: &Json) -> Option<Audience> {
    match value {
        Json::Text(one) => Some(Audience::One(one.clone())),
        Json::Array(several) => {
            let several: Option<Vec<String>> =
                several.iter().map(|one| one.text().map(str::to_owned)).collect();
            several.map(Audience::Several)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_number_from_0_to_below_2_to_the_53_and_a_fraction_is_rounded() {
        let read = |text: &str, round| {
            time(Object::read(format!("{{\"t\":{text}}}").as_bytes()).unwrap().member("t").unwrap(), round)
        };
        for (text, down, up) in [
            ("0", 0, 0),
            ("1.5", 1, 2),
            ("1.0", 1, 1),
            ("17e8", 1_700_000_000, 1_700_000_000),
            ("9007199254740991", 9_007_199_254_740_991, 9_007_199_254_740_991),
        ] {
            assert_eq!(read(text, f64::floor), Some(down), "{text}");
            assert_eq!(read(text, f64::ceil), Some(up), "{text}");
        }
        for bad in [
            "-1",
            "-0",
            "-0.5",
            "9007199254740992",
            "9.1e15",
            "1e300",
            "18446744073709551615",
            "\"1\"",
            "true",
            "null",
        ] {
            assert_eq!(read(bad, f64::floor), None, "{bad}");
            assert_eq!(read(bad, f64::ceil), None, "{bad}");
        }
    }
}
