//! Claims that a token must not make, each rightly signed: it is the claims that are refused.

use crate::forge::{Case, NOW, case, claims, claims_with, foreign_token, header, no_objects, token};
use marquee_auth::{Algorithm, Claim, Part, Refusal};

/// Values that are no time.
const NO_TIMES: [&str; 19] = [
    "\"1800000900\"",
    "\"\"",
    "\"never\"",
    "-1",
    "-0",
    "-1.5",
    "-1e300",
    "9007199254740992",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e300",
    "1e16",
    "[]",
    "[1800000900]",
    "{}",
    "null",
    "true",
    "false",
];
/// Values that are no JSON.
const NO_JSON: [&str; 10] =
    ["1e400", "-1e400", "NaN", "Infinity", "0x6b49d200", "01800000900", "+1", ".5", "1.", "1_800"];
/// Values that are no name.
const NO_NAMES: [&str; 10] = [
    "null",
    "1",
    "true",
    "[\"wall\"]",
    "{}",
    "\"\"",
    "\"\\u0000\"",
    "\"wall\\u0000\"",
    "\"a\\nb\"",
    "\"\\u009b2J\"",
];

pub(crate) fn cases(algorithm: Algorithm) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |what: &str, changes: &[(&str, Option<&str>)], expected| {
        let token = token(algorithm, header(algorithm), claims_with(changes));
        cases.push(case(format!("{algorithm} claims: {what}"), token, expected));
    };
    for (name, claim) in [("exp", Claim::Exp), ("iat", Claim::Iat), ("nbf", Claim::Nbf)] {
        for value in NO_TIMES {
            add(&format!("{name} {value}"), &[(name, Some(value))], Refusal::Claim(claim));
        }
        for value in NO_JSON {
            add(&format!("{name} {value}"), &[(name, Some(value))], Refusal::Json(Part::Claims));
        }
    }
    for (name, claim) in [
        ("exp", Claim::Exp),
        ("iat", Claim::Iat),
        ("sub", Claim::Sub),
        ("iss", Claim::Iss),
        ("aud", Claim::Aud),
        ("jti", Claim::Jti),
    ] {
        add(&format!("no {name}"), &[(name, None)], Refusal::Claim(claim));
        let upper = name.to_uppercase();
        add(&format!("{upper} instead"), &[(name, None), (&upper, Some("1"))], Refusal::Claim(claim));
    }
    for exp in
        ["0", "1", &(NOW - 30).to_string(), &format!("{}.9", NOW - 30), &(NOW - 86_400).to_string(), "1.5e9"]
    {
        add(&format!("exp {exp}, long over"), &[("exp", Some(exp))], Refusal::Expired);
    }
    for ahead in [&(NOW + 31).to_string(), &(NOW + 86_400).to_string(), "9007199254740991", "1.9e9"] {
        add(&format!("iat {ahead}, ahead"), &[("iat", Some(ahead))], Refusal::IssuedAhead);
        add(&format!("nbf {ahead}, ahead"), &[("nbf", Some(ahead))], Refusal::NotYet);
    }
    add("nbf half a second ahead", &[("nbf", Some(&format!("{}.5", NOW + 30)))], Refusal::NotYet);
    let long = format!("\"{}\"", "s".repeat(257));
    let wide = format!("\"{}\"", "é".repeat(129));
    for (name, claim) in [("sub", Claim::Sub), ("jti", Claim::Jti)] {
        for value in NO_NAMES.into_iter().chain([long.as_str(), wide.as_str()]) {
            add(&format!("{name} {value:.24}"), &[(name, Some(value))], Refusal::Claim(claim));
        }
    }
    for value in ["null", "1", "true", "{}", "[\"https://marquee.example\"]"] {
        add(&format!("iss {value}"), &[("iss", Some(value))], Refusal::Claim(Claim::Iss));
    }
    for value in [
        "",
        "https://marquee.example/",
        "https://MARQUEE.example",
        "http://marquee.example",
        "https://marquee.example\\u0000",
        " https://marquee.example",
        "https://idp.example",
        "https://far.example",
        "https://evil.example",
        "marquee",
    ] {
        add(&format!("iss {value:?}"), &[("iss", Some(&format!("\"{value}\"")))], Refusal::Issuer);
    }
    for value in [
        "null",
        "1",
        "true",
        "{}",
        "{\"marquee\":1}",
        "[\"marquee\",1]",
        "[\"marquee\",null]",
        "[[\"marquee\"]]",
    ] {
        add(&format!("aud {value}"), &[("aud", Some(value))], Refusal::Claim(Claim::Aud));
    }
    for value in [
        "\"\"",
        "\"marque\"",
        "\"marquees\"",
        "\"Marquee\"",
        "\"marquee \"",
        "\"marquee\\u0000\"",
        "\"marquee other\"",
        "[]",
        "[\"other\"]",
        "[\"\"]",
        "[\"mar\",\"quee\"]",
        "\"*\"",
        "\"https://marquee.example\"",
    ] {
        add(&format!("aud {value}"), &[("aud", Some(value))], Refusal::Audience);
    }
    let long = format!("\"{}\"", "f".repeat(65));
    for value in ["null", "1", "[\"f\"]", "\"\"", "\"a.b\"", "\"a b\"", "\"a\\u0000\"", "\"é\"", &long] {
        add(&format!("fam {value:.24}"), &[("fam", Some(value))], Refusal::Claim(Claim::Fam));
    }
    let words = format!("\"{}\"", vec!["a"; 65].join(" "));
    let bytes = format!("\"{}\"", "a".repeat(4097));
    for value in ["null", "1", "true", "{}", "[\"admin\"]", &words, &bytes] {
        add(&format!("scope {value:.24}"), &[("scope", Some(value))], Refusal::Claim(Claim::Scope));
    }
    let good = claims();
    for name in ["iss", "aud", "sub", "iat", "exp", "jti", "scope", "x"] {
        for (what, text) in [
            ("twice", format!("{{\"{name}\":1,{}", good[1..].replace('}', ",\"x\":1}"))),
            ("twice, the second escaped", {
                let escaped = format!("\\u{:04x}{}", name.as_bytes()[0], &name[1..]);
                format!("{{\"x\":1,{}", good[1..].replace('}', &format!(",\"{escaped}\":\"admin\"}}")))
            }),
        ] {
            let token = token(algorithm, header(algorithm), text);
            cases.push(case(
                format!("{algorithm} claims: {name} {what}"),
                token,
                Refusal::Twice(Part::Claims),
            ));
        }
    }
    let nested = good.replace('}', ",\"x\":{\"y\":[{\"z\":1,\"z\":2}]}}");
    let nested = token(algorithm, header(algorithm), nested);
    cases.push(case(format!("{algorithm} claims: nested twice"), nested, Refusal::Twice(Part::Claims)));
    for (what, text) in no_objects(&good) {
        let token = token(algorithm, header(algorithm), text);
        cases.push(case(format!("{algorithm} claims: {what}"), token, Refusal::Json(Part::Claims)));
    }
    cases
}

/// What a foreign issuer must not say, and what nobody may say in its name.
pub(crate) fn of_others() -> Vec<Case> {
    let mut cases = Vec::new();
    for (kid, iss) in [
        ("es", "https://marquee.example"),
        ("far", "https://marquee.example"),
        ("es", "https://far.example"),
        ("far", "https://idp.example"),
        ("far", "https://evil.example"),
        ("far", ""),
    ] {
        let claims = claims_with(&[("iss", Some(&format!("\"{iss}\"")))]);
        cases.push(case(
            format!("a foreign key {kid} speaks for {iss:?}"),
            foreign_token(kid, &claims),
            Refusal::Issuer,
        ));
    }
    let far = ("iss", Some("\"https://far.example\""));
    for (what, change, expected) in [
        ("for another audience", ("aud", Some("\"other\"")), Refusal::Audience),
        ("expired", ("exp", Some("1")), Refusal::Expired),
        ("with a jti that is a number", ("jti", Some("1")), Refusal::Claim(Claim::Jti)),
        ("without a sub", ("sub", None), Refusal::Claim(Claim::Sub)),
    ] {
        let token = foreign_token("far", &claims_with(&[far, change]));
        cases.push(case(format!("a foreign token {what}"), token, expected));
    }
    let unknown = foreign_token("near", &claims_with(&[far]));
    cases.push(case("a foreign token of a key that is gone", unknown, Refusal::NoSuchKey));
    cases
}
