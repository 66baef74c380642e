//! In which form a caller takes an answer: `Accept-Encoding` by RFC 9110, section 12.5.3. It compresses nothing.

use http::{HeaderMap, header};

/// A form of the same bytes, the one that is preferred among equals first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "RFC 9110's and the registry's own names")]
pub enum Coding {
    Zstd,
    Br,
    Gzip,
    Identity,
}

/// What a header says of a coding: thousandths.
const WEIGHT_MAX: u16 = 1_000;

impl Coding {
    /// Every coding, in the order of preference.
    pub const ALL: [Self; 4] = [Self::Zstd, Self::Br, Self::Gzip, Self::Identity];

    /// Its word in a header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zstd => "zstd",
            Self::Br => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// The one that a caller likes best; `None`: it takes none of them.
    pub fn accepted(headers: &HeaderMap) -> Option<Self> {
        Self::accepted_of(headers, &Self::ALL)
    }

    /// The one of these, the preferred ones first, that a caller likes best; `None`: it takes none of them.
    pub fn accepted_of(headers: &HeaderMap, codings: &[Self]) -> Option<Self> {
        if !headers.contains_key(header::ACCEPT_ENCODING) {
            return Some(Self::Identity);
        }
        let values = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        let said: Vec<(&str, u16)> = values.flat_map(|value| value.split(',')).filter_map(member).collect();
        let of = |word: &str| {
            said.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, weight)| *weight)
        };
        let weight = |coding: Self| match coding {
            Self::Gzip => of("gzip").or_else(|| of("x-gzip")).or_else(|| of("*")).unwrap_or(0),
            // It is always there, liked least, unless it is ruled out.
            Self::Identity => of("identity").or_else(|| of("*").filter(|weight| *weight == 0)).unwrap_or(1),
            other => of(other.name()).or_else(|| of("*")).unwrap_or(0),
        };
        let taken = codings.iter().copied().filter(|coding| weight(*coding) > 0);
        // Of equals `max_by_key` gives the last, so the order is turned.
        taken.rev().max_by_key(|coding| weight(*coding))
    }
}

/// A coding and its weight; what is not well formed says nothing.
fn member(text: &str) -> Option<(&str, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?;
    match (parts.next(), parts.next()) {
        (None, _) => Some((name, WEIGHT_MAX)),
        (Some(weight), None) => {
            let (q, number) = weight.split_once('=')?;
            q.eq_ignore_ascii_case("q").then_some(())?;
            Some((name, thousandths(number)?))
        }
        (Some(_), Some(_)) => None,
    }
}

/// `0`, `0.5`, `1.000`: at most three digits after the point.
fn thousandths(number: &str) -> Option<u16> {
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    if !matches!(whole, "0" | "1") || rest.len() > 3 || !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u16 = format!("{whole}{rest:0<3}").parse().ok()?;
    (number <= WEIGHT_MAX).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn accepted(values: &[&'static str]) -> Option<&'static str> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
        }
        Coding::accepted(&headers).map(Coding::name)
    }

    #[test]
    fn the_coding_that_is_liked_best_is_taken_and_the_best_of_equals() {
        for (said, taken) in [
            ("gzip", "gzip"),
            ("x-gzip", "gzip"),
            ("GZIP", "gzip"),
            ("gzip, br, zstd", "zstd"),
            ("gzip, br", "br"),
            ("gzip;q=0.9, br;q=0.8", "gzip"),
            ("gzip;q=0.5, identity;q=0.7", "identity"),
            ("gzip;q=0.5 , *;q=0.2", "gzip"),
            ("*", "zstd"),
            ("zstd;q=0, *", "br"),
            ("deflate", "identity"),
            ("", "identity"),
            ("gzip;q=0", "identity"),
            ("gzip;q=0.001", "gzip"),
            ("br ; q=1.000", "br"),
            ("gzip;q=2, br;q=0.1", "br"),
            ("gzip;level=9", "identity"),
            ("*;q=0, gzip", "gzip"),
            ("*;q=0, identity", "identity"),
        ] {
            assert_eq!(accepted(&[said]), Some(taken), "{said}");
        }
        assert_eq!(accepted(&["gzip;q=0.5", "br"]), Some("br"), "lines join to one list");
        assert_eq!(accepted(&[]), Some("identity"));
    }

    #[test]
    fn of_fewer_forms_the_best_of_those_is_taken() {
        let headers = HeaderMap::from_iter([(
            header::ACCEPT_ENCODING,
            HeaderValue::from_static("gzip;q=0.5, br;q=0.7, zstd"),
        )]);
        let of = |codings: &[Coding]| Coding::accepted_of(&headers, codings);
        assert_eq!(of(&[Coding::Br, Coding::Gzip, Coding::Identity]), Some(Coding::Br));
        assert_eq!(of(&[Coding::Gzip, Coding::Identity]), Some(Coding::Gzip));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn who_rules_everything_out_gets_nothing() {
        for said in
            ["identity;q=0", "*;q=0", "deflate, identity;q=0.0", "gzip;q=0, br;q=0, zstd;q=0, identity;q=0"]
        {
            assert_eq!(accepted(&[said]), None, "{said}");
        }
    }
}
