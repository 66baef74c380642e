//! Tokens whose bytes are not in their one spelling: all that a lenient reader would let pass, so that one token had two texts.

use crate::forge::{
    Case, NOW, b64, case, claims, claims_with, good, header, header_with, refused, sign, token,
};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE};
use marquee_auth::verify::TOKEN_BYTES_MAX;
use marquee_auth::{Algorithm, Part, Refusal};

const PARTS: [Part; 3] = [Part::Header, Part::Claims, Part::Signature];
const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The same bytes with a bit set beyond the last of them; nothing if no bit is beyond.
fn with_trailing_bit(part: &str) -> Option<String> {
    let at = ALPHABET.find(part.chars().next_back()?)?;
    (!part.len().is_multiple_of(4))
        .then(|| format!("{}{}", &part[..part.len() - 1], &ALPHABET[at + 1..at + 2]))
}

/// A good token whose header and claims do not end at a multiple of three bytes, so that padding and trailing bits have a place;
/// signed after the part was spelled anew, so that the spelling alone is wrong.
fn respelled(algorithm: Algorithm, part: Part, spell: impl Fn(&str) -> String) -> String {
    let unfilled =
        |text: String| if text.len().is_multiple_of(3) { text.replacen(':', ": ", 1) } else { text };
    let parts = [unfilled(header(algorithm)), unfilled(claims())].map(b64);
    let message = match part {
        Part::Header => format!("{}.{}", spell(&parts[0]), parts[1]),
        Part::Claims => format!("{}.{}", parts[0], spell(&parts[1])),
        Part::Signature => parts.join("."),
    };
    let signature = b64(sign(algorithm, &message));
    format!("{message}.{}", if part == Part::Signature { spell(&signature) } else { signature })
}

pub(crate) fn cases(algorithm: Algorithm) -> Vec<Case> {
    let mut cases = Vec::new();
    type Spell = fn(&str) -> String;
    let spellings: [(&str, Spell); 17] = [
        ("padded", |part| format!("{part}{}", &"==="[..(4 - part.len() % 4) % 4])),
        ("with one =", |part| format!("{part}=")),
        ("with two =", |part| format!("{part}==")),
        ("with a trailing bit", |part| with_trailing_bit(part).unwrap()),
        ("with a space before", |part| format!(" {part}")),
        ("with a space behind", |part| format!("{part} ")),
        ("with a newline behind", |part| format!("{part}\n")),
        ("with a newline within", |part| format!("{}\r\n{}", &part[..8], &part[8..])),
        ("with a NUL behind", |part| format!("{part}\0")),
        ("with a character too many", |part| format!("{part}{}", &"AAAA"[..(5 - part.len() % 4) % 4])),
        ("with a + within", |part| format!("{}+{}", &part[..8], &part[9..])),
        ("with a / within", |part| format!("{}/{}", &part[..8], &part[9..])),
        ("with a % within", |part| format!("{}%2D{}", &part[..8], &part[9..])),
        ("with a ~ within", |part| format!("{}~{}", &part[..8], &part[9..])),
        ("with an é within", |part| format!("{}é{}", &part[..8], &part[9..])),
        ("with an = within", |part| format!("{}={}", &part[..8], &part[8..])),
        ("with a byte order mark", |part| format!("\u{feff}{part}")),
    ];
    for part in PARTS {
        for (what, spell) in spellings {
            let token = respelled(algorithm, part, spell);
            cases.push(case(format!("{algorithm} {part} {what}"), token, Refusal::Encoding(part)));
        }
    }
    // Claims whose base64 has both of the characters that differ between the two alphabets.
    let text = claims_with(&[("sub", Some("\"\u{fbff}\u{ff}~~~???>>>\""))]);
    let (bytes, head) = (text.as_bytes(), b64(header(algorithm)));
    for (what, spelled) in [
        ("base64", BASE64_STANDARD.encode(bytes)),
        ("base64 without padding", BASE64_STANDARD_NO_PAD.encode(bytes)),
        ("base64url, padded", BASE64_URL_SAFE.encode(bytes)),
    ] {
        assert_ne!(spelled, b64(bytes), "{what}");
        let message = format!("{head}.{spelled}");
        let token = format!("{message}.{}", b64(sign(algorithm, &message)));
        cases.push(case(format!("{algorithm} claims in {what}"), token, Refusal::Encoding(Part::Claims)));
    }
    cases.extend(parts(algorithm));
    cases.extend(sizes(algorithm));
    cases
}

/// Parts that are missing, too many, or empty.
fn parts(algorithm: Algorithm) -> Vec<Case> {
    let good = good(algorithm);
    let parts: Vec<&str> = good.split('.').collect();
    let (header, claims, signature) = (parts[0], parts[1], parts[2]);
    let json = r#"{"payload":"","signatures":[]}"#.to_owned();
    let of_parts = [
        ("nothing", String::new()),
        ("the header alone", header.to_owned()),
        ("no signature and no dot", format!("{header}.{claims}")),
        ("no header and no dot", format!("{claims}.{signature}")),
        ("four parts", format!("{good}.{signature}")),
        ("five parts", format!("{header}.{signature}.{signature}.{claims}.{signature}")),
        ("a dot before", format!(".{good}")),
        ("a dot behind", format!("{good}.")),
        ("two dots between", good.replacen('.', "..", 1)),
        ("three dots", "...".to_owned()),
        ("the JSON serialization", json),
        ("a dot of another script", good.replace('.', "\u{3002}")),
        ("commas for dots", good.replace('.', ",")),
        ("the token twice", format!("{good}{good}")),
    ];
    let of_json = [
        ("two dots", "..".to_owned(), Part::Header),
        ("an empty header", format!(".{claims}.{signature}"), Part::Header),
        ("claims in the header's place", format!("{signature}.{claims}.{signature}"), Part::Header),
    ];
    let mut cases: Vec<Case> = Vec::new();
    for (what, token) in of_parts {
        cases.push(case(format!("{algorithm}: {what}"), token, Refusal::Parts));
    }
    for (what, token, part) in of_json {
        cases.push(case(format!("{algorithm}: {what}"), token, Refusal::Json(part)));
    }
    // The claims are not looked at before the signature held.
    cases.push(case(format!("{algorithm}: no claims"), format!("{header}..{signature}"), Refusal::Signature));
    cases.push(case(
        format!("{algorithm}: header and claims swapped"),
        format!("{claims}.{header}.{signature}"),
        Refusal::Algorithm,
    ));
    cases.push(case(
        format!("{algorithm}: a quoted token"),
        format!("\"{good}\""),
        Refusal::Encoding(Part::Header),
    ));
    cases.push(case(
        format!("{algorithm}: a bearer's prefix"),
        format!("Bearer {good}"),
        Refusal::Encoding(Part::Header),
    ));
    cases.push(refused(format!("{algorithm}: in lower case"), good.to_lowercase()));
    cases.push(refused(format!("{algorithm}: in upper case"), good.to_uppercase()));
    cases.push(refused(format!("{algorithm}: backwards"), good.chars().rev().collect()));
    cases
}

/// Tokens that are too long, rightly signed or not.
fn sizes(algorithm: Algorithm) -> Vec<Case> {
    let with_text = |length: usize| {
        let text = format!("\"{}\"", "x".repeat(length));
        token(algorithm, header(algorithm), claims_with(&[("x", Some(&text))]))
    };
    let over = (0..).map(|more| with_text(5500 + more)).find(|token| token.len() > TOKEN_BYTES_MAX).unwrap();
    let deep = format!("{}{}", "[".repeat(1 << 19), "]".repeat(1 << 19));
    vec![
        case(format!("{algorithm}: a good token, a little too long"), over, Refusal::TooLong),
        case(format!("{algorithm}: a good token of 1 MiB"), with_text(1 << 20), Refusal::TooLong),
        case(
            format!("{algorithm}: 1 MiB nested in a header"),
            token(algorithm, header_with(algorithm, &[("x", Some(&deep))]), claims()),
            Refusal::TooLong,
        ),
        case(format!("{algorithm}: 1 MiB of dots"), ".".repeat(1 << 20), Refusal::TooLong),
        case(
            format!("{algorithm}: a good token and 1 MiB behind"),
            good(algorithm) + &"A".repeat(1 << 20),
            Refusal::TooLong,
        ),
        case(
            format!("{algorithm}: a time of 5,500 digits"),
            token(
                algorithm,
                header(algorithm),
                claims_with(&[("exp", Some(&format!("{NOW}{}", "0".repeat(5500))))]),
            ),
            Refusal::Json(Part::Claims),
        ),
    ]
}
