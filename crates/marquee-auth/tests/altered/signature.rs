//! Signatures that do not hold: of another text, by another key, cut, bent, or of numbers that some libraries took for anything.

use crate::forge::{
    Case, ES256, RS256, SECRET, b64, case, claims, claims_with, good, header, header_with, hmac, kid,
    refused, sign, token,
};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use marquee_auth::{Algorithm, Refusal};
use p256::pkcs8::DecodePrivateKey as _;
use rsa::traits::PublicKeyParts as _;

/// The order of P-256, and of Ed25519 (the first from its high end, the second from its low one).
const P256_ORDER: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
const ED25519_ORDER: &str = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

/// The sum of two numbers of one length, from their low ends; what goes beyond is lost.
fn sum(one: &[u8], two: &[u8]) -> Vec<u8> {
    let mut carry = 0;
    let digits = one.iter().zip(two).map(|(one, two)| {
        let digit = u16::from(*one) + u16::from(*two) + carry;
        carry = digit >> 8;
        digit.to_le_bytes()[0]
    });
    digits.collect()
}

pub(crate) fn cases(algorithm: Algorithm) -> Vec<Case> {
    let good = good(algorithm);
    let (message, signature) = good.rsplit_once('.').unwrap();
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap();
    let half = bytes.len() / 2;
    let another = token(algorithm, header(algorithm), claims_with(&[("sub", Some("\"desk\""))]));
    let others = another.rsplit_once('.').unwrap().1;
    let mut bent: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", vec![]),
        ("one byte", bytes[..1].to_vec()),
        ("cut by a byte", bytes[..bytes.len() - 1].to_vec()),
        ("cut by a byte in front", bytes[1..].to_vec()),
        ("its first half", bytes[..half].to_vec()),
        ("its second half", bytes[half..].to_vec()),
        ("twice", bytes.repeat(2)),
        ("with a zero behind", [&bytes[..], &[0]].concat()),
        ("with a zero in front", [&[0], &bytes[..]].concat()),
        ("all zeros", vec![0; bytes.len()]),
        ("all ones", vec![0xff; bytes.len()]),
        ("the number one", [&vec![0; bytes.len() - 1][..], &[1]].concat()),
        ("backwards", bytes.iter().rev().copied().collect()),
        ("its halves swapped", [&bytes[half..], &bytes[..half]].concat()),
        ("first half zero", [&vec![0; half][..], &bytes[half..]].concat()),
        ("second half zero", [&bytes[..half], &vec![0; half][..]].concat()),
        ("as text", signature.as_bytes().to_vec()),
        ("of another token", BASE64_URL_SAFE_NO_PAD.decode(others).unwrap()),
        ("of the header alone", sign(algorithm, message.split_once('.').unwrap().0)),
        ("of the claims alone", sign(algorithm, message.split_once('.').unwrap().1)),
        ("of the texts before base64", sign(algorithm, &format!("{}.{}", header(algorithm), claims()))),
        ("of the token with a dot", sign(algorithm, &format!("{message}."))),
        ("of nothing", sign(algorithm, "")),
    ];
    for other in Algorithm::ALL.into_iter().filter(|other| *other != algorithm) {
        bent.push(("by a key of another algorithm", sign(other, message)));
    }
    bent.extend(of_numbers(algorithm, message, &bytes));
    let mut cases: Vec<Case> = bent
        .into_iter()
        .map(|(what, bytes)| {
            let name = format!("{algorithm} signature: {what}");
            case(name, format!("{message}.{}", b64(bytes)), Refusal::Signature)
        })
        .collect();
    for (what, header, claims) in [
        ("the subject", header(algorithm), claims_with(&[("sub", Some("\"admin\""))])),
        ("the scope", header(algorithm), claims_with(&[("scope", Some("\"admin\""))])),
        ("the time", header(algorithm), claims_with(&[("exp", Some("1900000000"))])),
        ("a space in the claims", header(algorithm), claims().replacen(':', ": ", 1)),
        ("a member of the header", header_with(algorithm, &[("cty", Some("\"x\""))]), claims()),
        ("the header's order", format!(r#"{{"kid":"{}","alg":"{algorithm}"}}"#, kid(algorithm)), claims()),
    ] {
        let token = format!("{}.{}.{signature}", b64(header), b64(claims));
        cases.push(case(format!("{algorithm}: {what} changed after signing"), token, Refusal::Signature));
    }
    // A bit in each tenth of each part: where it is found out depends on where it is.
    let parts: Vec<Vec<u8>> =
        good.split('.').map(|part| BASE64_URL_SAFE_NO_PAD.decode(part).unwrap()).collect();
    for (part, name) in ["header", "claims", "signature"].into_iter().enumerate() {
        for tenth in 0..10 {
            let mut parts = parts.clone();
            let at = parts[part].len() * tenth / 10;
            parts[part][at] ^= 1 << (tenth % 8);
            let token = parts.iter().map(b64).collect::<Vec<_>>().join(".");
            cases.push(refused(format!("{algorithm} {name}: a bit of byte {at} flipped"), token));
        }
    }
    cases
}

/// Numbers that are special for the algorithm.
fn of_numbers(algorithm: Algorithm, message: &str, good: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    match algorithm {
        Algorithm::Hs256 => vec![
            ("with an empty secret", hmac(b"", message)),
            ("with a secret cut by a byte", hmac(&SECRET[1..], message)),
            ("with the kid as the secret", hmac(b"hs", message)),
            ("cut to 16 bytes", good[..16].to_vec()),
        ],
        Algorithm::Es256 => {
            let signature = p256::ecdsa::Signature::from_slice(good).unwrap();
            let (r, s, order) = (&good[..32], &good[32..], hex(P256_ORDER));
            let zero = [0; 32];
            let one = [&zero[1..], &[1]].concat();
            let key = p256::SecretKey::from_pkcs8_pem(ES256).unwrap().public_key();
            let point = p256::Sec1Point::from(key);
            vec![
                ("as DER", signature.to_der().as_bytes().to_vec()),
                ("r zero", [&zero, s].concat()),
                ("s zero", [r, &zero].concat()),
                ("r and s zero", [zero, zero].concat()),
                ("r the order", [&order, s].concat()),
                ("s the order", [r, &order].concat()),
                ("r and s the order", order.repeat(2)),
                ("r and s one", one.repeat(2)),
                ("r the key's x, s one", [&point.x().unwrap()[..], &one].concat()),
                ("with leading zeros", [&[0], r, &[0], s].concat()),
            ]
        }
        Algorithm::EdDsa => {
            let (r, s) = (&good[..32], &good[32..]);
            let identity = [&[1][..], &[0; 31]].concat();
            vec![
                ("s and the order", [r, &sum(s, &hex(ED25519_ORDER))].concat()),
                ("s the order", [r, &hex(ED25519_ORDER)].concat()),
                ("R the identity, s zero", [&identity[..], &[0; 32]].concat()),
                ("R the identity", [&identity[..], s].concat()),
                ("R not on the curve", [&[2][..], &[0; 31], s].concat()),
                ("R not canonical", [&[0xff; 31][..], &[0x7f], s].concat()),
            ]
        }
        Algorithm::Rs256 => {
            let key = rsa::PrivateKey::from_pkcs8_pem(RS256).unwrap();
            let modulus = key.n_bytes();
            let reversed = |bytes: &[u8]| bytes.iter().rev().copied().collect::<Vec<_>>();
            let more = reversed(&sum(&reversed(good), &reversed(&modulus)));
            // The sum may have one digit more than a signature: then this is another number, which does not hold either.
            let mut padded = vec![0; 256 - good.len() % 256];
            padded.extend_from_slice(good);
            vec![
                ("the modulus", modulus.to_vec()),
                ("and the modulus", more),
                ("with a block of zeros in front", padded),
                ("the padding itself, not signed", [&[0, 1][..], &[0xff; 202], &[0], &[0x30; 51]].concat()),
            ]
        }
    }
}
