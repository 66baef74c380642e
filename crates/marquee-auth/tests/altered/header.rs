//! Headers that a token must not have, each rightly signed: it is the header that is refused.

use crate::forge::{Case, b64, case, claims, header, header_with, kid, no_objects, sign, token};
use marquee_auth::{Algorithm, Part, Refusal};

pub(crate) fn cases(algorithm: Algorithm) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |what: &str, changes: &[(&str, Option<&str>)], expected| {
        let token = token(algorithm, header_with(algorithm, changes), claims());
        cases.push(case(format!("{algorithm} header: {what}"), token, expected));
    };
    for typ in [
        "\"\"",
        "null",
        "1",
        "[\"JWT\"]",
        "\"JWT \"",
        "\"JOSE\"",
        "\"JWE\"",
        "\"secevent+jwt\"",
        "\"application/jwt\"",
    ] {
        add(&format!("typ {typ}"), &[("typ", Some(typ))], Refusal::Type);
    }
    for (name, value) in [
        ("crit", "[\"b64\"]"),
        ("crit", "[\"exp\"]"),
        ("crit", "[]"),
        ("crit", "null"),
        ("b64", "false"),
        ("b64", "true"),
        ("jku", "\"https://evil.example/jwks.json\""),
        ("jwk", r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#),
        ("jwk", r#"{"kty":"oct","k":""}"#),
        ("x5u", "\"https://evil.example/cert\""),
        ("x5c", "[\"MIIB\"]"),
        ("x5t", "\"AAAA\""),
        ("x5t#S256", "\"AAAA\""),
        ("zip", "\"DEF\""),
        ("enc", "\"A128GCM\""),
    ] {
        add(&format!("{name} {value}"), &[(name, Some(value))], Refusal::Extension);
    }
    for alg in [
        "\"none\"",
        "\"None\"",
        "\"NONE\"",
        "\"nOnE\"",
        "\"none \"",
        "\" none\"",
        "\"none\\u0000\"",
        "\"\\u006eone\"",
        "\"\"",
        "null",
        "true",
        "0",
        "[]",
        "{}",
        "[\"none\"]",
        "\"hs256\"",
        "\"HS256 \"",
        "\"HS256\\u0000\"",
        "\"HS384\"",
        "\"HS512\"",
        "\"ES384\"",
        "\"ES256K\"",
        "\"RS1\"",
        "\"RS512\"",
        "\"PS256\"",
        "\"EdDSA\\n\"",
        "\"Ed25519\"",
        "\"Ed448\"",
        "\"dir\"",
        "\"RSA-OAEP\"",
        "\"\u{ff28}\u{ff33}256\"",
    ] {
        add(&format!("alg {alg}"), &[("alg", Some(alg))], Refusal::Algorithm);
    }
    add("no alg", &[("alg", None)], Refusal::Algorithm);
    add("ALG instead of alg", &[("alg", None), ("ALG", Some("\"HS256\""))], Refusal::Algorithm);
    for other in Algorithm::ALL.into_iter().filter(|other| *other != algorithm) {
        let name = format!("\"{other}\"");
        add(
            &format!("alg {other} with the key and signature of {algorithm}"),
            &[("alg", Some(&name))],
            Refusal::NoSuchKey,
        );
        let kid = format!("\"{}\"", kid(other));
        add(&format!("the kid of {other}"), &[("kid", Some(&kid))], Refusal::NoSuchKey);
        add(
            &format!("alg and kid of {other}, signed as {algorithm}"),
            &[("alg", Some(&name)), ("kid", Some(&kid))],
            Refusal::Signature,
        );
    }
    let long = format!("\"{}\"", "k".repeat(129));
    let very_long = format!("\"{}\"", "k".repeat(5000));
    let wide = format!("\"{}\"", "é".repeat(65));
    for bad in ["null", "true", "1", "1.5", "[\"es\"]", "{\"kid\":\"es\"}", "\"\"", &long, &very_long, &wide]
    {
        add(&format!("kid {bad:.24}"), &[("kid", Some(bad))], Refusal::Kid);
    }
    add("no kid", &[("kid", None)], Refusal::Kid);
    let own = kid(algorithm);
    let upper = own.to_uppercase();
    for unknown in [
        "../../etc/passwd",
        "/dev/null",
        "' OR '1'='1",
        "'; DROP TABLE keys; --",
        "$(id)",
        "{{7*7}}",
        "%00",
        "*",
        ".*",
        "?",
        &format!("{own}\\u0000"),
        &format!("\\u0000{own}"),
        &format!("{own}\\n"),
        &format!("{own} "),
        &format!(" {own}"),
        &format!("{own}\\u0301"),
        &format!("\\u202e{own}"),
        &upper,
        &own[..1],
        "0",
        "-1",
        "undefined",
        "null",
        "https://evil.example/key",
        &"k".repeat(128),
    ] {
        add(&format!("kid {unknown:.24}"), &[("kid", Some(&format!("\"{unknown}\"")))], Refusal::NoSuchKey);
    }
    let good = header(algorithm);
    let rest = &good[1..];
    for (what, header) in [
        ("alg twice, the same", format!("{{\"alg\":\"{algorithm}\",{rest}")),
        ("alg twice, none first", format!("{{\"alg\":\"none\",{rest}")),
        ("alg twice, none last", good.replace('}', ",\"alg\":\"none\"}")),
        ("alg twice, once escaped", good.replace('}', ",\"\\u0061lg\":\"none\"}")),
        ("kid twice", format!("{{\"kid\":\"x\",{rest}")),
        ("typ twice", good.replace('}', ",\"typ\":\"JWT\"}")),
        ("an unknown member twice", good.replace('}', ",\"x\":1,\"x\":1}")),
        ("a member of a member twice", good.replace('}', ",\"x\":[{\"y\":1,\"y\":1}]}")),
    ] {
        let token = token(algorithm, header, claims());
        cases.push(case(format!("{algorithm} header: {what}"), token, Refusal::Twice(Part::Header)));
    }
    for (what, header) in no_objects(&good) {
        let token = token(algorithm, header, claims());
        cases.push(case(format!("{algorithm} header: {what}"), token, Refusal::Json(Part::Header)));
    }
    // No signature at all, as libraries once took it.
    for alg in ["none", "None", "NONE", "nOnE", "NoNe", ""] {
        let message =
            format!("{}.{}", b64(format!("{{\"alg\":\"{alg}\",\"kid\":\"{own}\"}}")), b64(claims()));
        cases.push(case(
            format!("{algorithm} key: alg {alg:?} without a signature"),
            format!("{message}."),
            Refusal::Algorithm,
        ));
        let signature = b64(sign(algorithm, &message));
        cases.push(case(
            format!("{algorithm} key: alg {alg:?} signed"),
            format!("{message}.{signature}"),
            Refusal::Algorithm,
        ));
    }
    cases
}
