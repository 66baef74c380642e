//! Who may come in by a hook: a key in its path, a signature over what was sent, or the secret itself. Nothing of a
//! body is looked into here, and whatever is compared is compared in constant time.

use super::secret::Secret;
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use hmac::{Hmac, Mac};
use http::{HeaderMap, HeaderName, header};
use marquee_protocol::problem::{Problem, Slug};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// How far a signature's time may be from ours, s: replays of older requests are refused.
const TOLERANCE_S: u64 = 300;
/// The most signatures of one request that are looked at: senders send two while a secret is changed.
const SIGNATURES_MAX: usize = 16;
/// What a secret of Standard Webhooks begins with; base64 follows.
const STANDARD_PREFIX: &str = "whsec_";
/// Where Grafana puts its signature: as its page says, and as its source says for a contact point that names none.
const GRAFANA_SIGNATURES: [&str; 2] = ["x-grafana-alerting-signature", "x-grafana-alert-signature"];

/// Base64 as senders write it, with its padding or without.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a hook asks of those who call it. Without a key and a secret everyone may who may publish.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) key: Option<Secret>,
    pub(super) signing: Option<Signing>,
}

/// How requests of a hook prove themselves.
pub(super) struct Signing {
    secret: Secret,
    /// The key of Standard Webhooks.
    standard: Vec<u8>,
    grafana: Option<Grafana>,
}

/// Grafana's own signature.
pub(super) struct Grafana {
    /// The header that brings the time that was signed; none: the body alone is signed, and replays are not told.
    pub(super) timestamp: Option<HeaderName>,
}

/// What one way of proving came to.
enum Verdict {
    Valid(Proof),
    Absent,
    Wrong(&'static str),
}

/// What a valid request proved beside itself.
#[derive(Default, Debug)]
pub(super) struct Proof {
    /// The signed id of a Standard Webhook: the same each time it is sent.
    pub(super) webhook_id: Option<String>,
}

impl Entry {
    /// Whether requests have to prove themselves here, so that they need no token.
    pub(super) fn proves(&self) -> bool {
        self.key.is_some() || self.signing.is_some()
    }
}

impl Signing {
    /// The fault is of the secret.
    pub(super) fn new(secret: Secret, grafana: Option<Grafana>) -> Result<Self, &'static str> {
        let standard = match secret.text().strip_prefix(STANDARD_PREFIX) {
            None => secret.text().as_bytes().to_vec(),
            Some(encoded) => BASE64
                .decode(encoded)
                .ok()
                .filter(|key| !key.is_empty())
                .ok_or("behind whsec_ comes the key in base64")?,
        };
        Ok(Self { secret, standard, grafana })
    }

    /// A sender that cannot sign gives the secret itself.
    fn bearer(&self, headers: &HeaderMap) -> Verdict {
        let Some(given) = headers.get(header::AUTHORIZATION) else { return Verdict::Absent };
        let given = given.as_bytes();
        let right = given.split_at_checked(7).is_some_and(|(scheme, secret)| {
            scheme.eq_ignore_ascii_case(b"bearer ") && self.secret.is(secret.trim_ascii())
        });
        if right {
            Verdict::Valid(Proof::default())
        } else {
            Verdict::Wrong("Authorization is not Bearer and the secret")
        }
    }

    /// <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>
    fn standard(&self, headers: &HeaderMap, body: &[u8], now_s: u64) -> Verdict {
        let Some(signatures) = headers.get("webhook-signature") else { return Verdict::Absent };
        let (Some(id), Some(time)) = (headers.get("webhook-id"), headers.get("webhook-timestamp")) else {
            return Verdict::Wrong("webhook-signature needs webhook-id and webhook-timestamp beside it");
        };
        if !timely(time.as_bytes(), now_s) {
            return Verdict::Wrong(UNTIMELY);
        }
        let tag = hmac(&self.standard, &[id.as_bytes(), b".", time.as_bytes(), b".", body]);
        let given =
            signatures.as_bytes().split(|byte| *byte == b' ').filter_map(|one| one.strip_prefix(b"v1,"));
        let valid = given.take(SIGNATURES_MAX).any(|one| matches(&tag, BASE64.decode(one).ok()));
        match (valid, id.to_str()) {
            (true, Ok(id)) if !id.is_empty() => Verdict::Valid(Proof { webhook_id: Some(id.to_owned()) }),
            _ => Verdict::Wrong(
                "webhook-signature has no v1 signature of this id, time and body with the secret",
            ),
        }
    }

    /// <https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/>
    fn grafana(&self, headers: &HeaderMap, body: &[u8], now_s: u64) -> Verdict {
        let signature = GRAFANA_SIGNATURES.iter().find_map(|name| headers.get(*name));
        let (Some(grafana), Some(signature)) = (&self.grafana, signature) else { return Verdict::Absent };
        let tag = match &grafana.timestamp {
            None => hmac(self.secret.text().as_bytes(), &[body]),
            Some(name) => {
                let Some(time) = headers.get(name) else {
                    return Verdict::Wrong("the header that timestamp_header names is missing");
                };
                if !timely(time.as_bytes(), now_s) {
                    return Verdict::Wrong(UNTIMELY);
                }
                hmac(self.secret.text().as_bytes(), &[time.as_bytes(), b":", body])
            }
        };
        if matches(&tag, unhex(signature.as_bytes())) {
            return Verdict::Valid(Proof::default());
        }
        Verdict::Wrong("X-Grafana-Alerting-Signature is not of this body with the secret")
    }
}

const UNTIMELY: &str =
    "the signature's time is no number of seconds within 300 s of now: set the sender's clock";

impl Entry {
    /// Whether the path is right; a hook without a key has none.
    pub(super) fn admit_key(&self, given: Option<&str>) -> Result<(), Problem> {
        match (&self.key, given) {
            (None, None) => Ok(()),
            (None, Some(_)) => {
                let detail = "this hook has no key: leave out what follows its name";
                Err(Problem::new(Slug::NotFound, detail))
            }
            (Some(key), Some(given)) if key.is(given.as_bytes()) => Ok(()),
            (Some(_), _) => Err(unauthorized(
                "the hook's key belongs at the end of the path: /v1/hooks/{source}/{hook_key}",
            )),
        }
    }

    /// Whether a request proves itself by any of the ways there are.
    pub(super) fn admit(&self, headers: &HeaderMap, body: &[u8], now_s: u64) -> Result<Proof, Problem> {
        let Some(signing) = &self.signing else { return Ok(Proof::default()) };
        let mut wrong = None;
        for verdict in [
            signing.standard(headers, body, now_s),
            signing.grafana(headers, body, now_s),
            signing.bearer(headers),
        ] {
            match verdict {
                Verdict::Valid(proof) => return Ok(proof),
                Verdict::Absent => {}
                Verdict::Wrong(why) => wrong = wrong.or(Some(why)),
            }
        }
        Err(unauthorized(
            wrong.unwrap_or(
                "this hook has a secret: sign the request, or send Authorization: Bearer <secret>",
            ),
        ))
    }
}

fn unauthorized(detail: &str) -> Problem {
    Problem::new(Slug::Unauthorized, detail)
}

fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key)
        .unwrap_or_else(|_| unreachable!("HMAC takes a key of any length"));
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn matches(tag: &[u8; 32], given: Option<Vec<u8>>) -> bool {
    given.is_some_and(|given| tag.ct_eq(&given[..]).into())
}

/// Whether a signed time, in whole seconds, is near enough to now.
fn timely(time: &[u8], now_s: u64) -> bool {
    let digits = time.iter().all(u8::is_ascii_digit);
    let time = std::str::from_utf8(time).ok().filter(|_| digits).and_then(|time| time.parse::<u64>().ok());
    time.is_some_and(|time| time.abs_diff(now_s) <= TOLERANCE_S)
}

fn unhex(text: &[u8]) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The time of the signatures below.
    const THEN: u64 = 1_614_265_330;
    const STANDARD_SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const STANDARD_BODY: &[u8] = br#"{"test": 2432232314}"#;
    const STANDARD_SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    const GRAFANA_BODY: &[u8] = br#"{"alerts":[]}"#;
    const OF_THE_BODY: &str = "7b393fc1d9df54d1b28d939b03377e5fbcea08465481cdd4759db7f5f2baf1ee";
    const OF_TIME_AND_BODY: &str = "bb25b030c9009a849bc052899483ae6e7fff5f8fa19e86a71b9544b2cc32eedf";

    fn entry(secret: &str, grafana: Option<Grafana>) -> Entry {
        let signing = Signing::new(Secret::new(secret), grafana).unwrap_or_else(|fault| panic!("{fault}"));
        Entry { key: None, signing: Some(signing) }
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    fn standard(time: &str, signature: &str) -> HeaderMap {
        headers(&[
            ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
            ("webhook-timestamp", time),
            ("webhook-signature", signature),
        ])
    }

    #[test]
    fn a_standard_webhook_is_let_in_by_any_of_its_signatures() {
        let entry = entry(STANDARD_SECRET, None);
        let both = format!("v1a,b3RoZXI= v1,AAAA {STANDARD_SIGNATURE}");
        for signature in [STANDARD_SIGNATURE, STANDARD_SIGNATURE.trim_end_matches('='), &both] {
            let proof = entry.admit(&standard("1614265330", signature), STANDARD_BODY, THEN + TOLERANCE_S);
            let id = proof.map(|proof| proof.webhook_id);
            assert_eq!(id, Ok(Some("msg_p5jXN8AQM9LWM0D4loKWxJek".to_owned())), "{signature}");
        }
    }

    #[test]
    fn what_was_signed_otherwise_or_at_another_time_is_not_let_in() {
        let entry = entry(STANDARD_SECRET, None);
        let refused = |headers: &HeaderMap, body: &[u8], now: u64| {
            let slug = entry.admit(headers, body, now).map_err(|problem| problem.slug).err();
            assert_eq!(slug, Some(Slug::Unauthorized), "{headers:?}");
        };
        let right = standard("1614265330", STANDARD_SIGNATURE);
        refused(&right, br#"{"test": 2432232315}"#, THEN);
        refused(&right, STANDARD_BODY, THEN + TOLERANCE_S + 1);
        refused(&right, STANDARD_BODY, THEN - TOLERANCE_S - 1);
        for (time, signature) in [
            ("1614265331", STANDARD_SIGNATURE),
            ("+1614265330", STANDARD_SIGNATURE),
            ("", STANDARD_SIGNATURE),
            ("99999999999999999999999", STANDARD_SIGNATURE),
            ("1614265330", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
            ("1614265330", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
            ("1614265330", "v1,"),
            ("1614265330", "v1,g0hM9SsE"),
            ("1614265330", ""),
        ] {
            refused(&standard(time, signature), STANDARD_BODY, THEN);
        }
        for missing in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
            let mut headers = standard("1614265330", STANDARD_SIGNATURE);
            headers.remove(missing);
            refused(&headers, STANDARD_BODY, THEN);
        }
        let many = format!("{} {STANDARD_SIGNATURE}", ["v1,AAAA"; SIGNATURES_MAX].join(" "));
        refused(&standard("1614265330", &many), STANDARD_BODY, THEN);
        let repeated = standard("1614265330", &"v1,AAAA ".repeat(100));
        refused(&repeated, STANDARD_BODY, THEN);
    }

    #[test]
    fn grafana_signs_the_body_or_the_time_and_the_body() {
        let plain = entry("grafana secret", Some(Grafana { timestamp: None }));
        let name = HeaderName::from_static("x-grafana-alerting-timestamp");
        let timed = entry("grafana secret", Some(Grafana { timestamp: Some(name) }));
        let signed = |signature: &str| headers(&[(GRAFANA_SIGNATURES[0], signature)]);
        let signed_at = |time: &str, signature: &str| {
            headers(&[(GRAFANA_SIGNATURES[0], signature), ("x-grafana-alerting-timestamp", time)])
        };
        let admits =
            |entry: &Entry, headers: HeaderMap, now| entry.admit(&headers, GRAFANA_BODY, now).is_ok();
        assert!(admits(&plain, signed(OF_THE_BODY), THEN));
        assert!(admits(&plain, headers(&[(GRAFANA_SIGNATURES[1], OF_THE_BODY)]), THEN));
        assert!(admits(&plain, signed(&OF_THE_BODY.to_uppercase()), THEN));
        assert!(admits(&timed, signed_at("1614265330", OF_TIME_AND_BODY), THEN));
        assert!(!admits(&plain, signed(OF_TIME_AND_BODY), THEN));
        assert!(!admits(&plain, signed(&OF_THE_BODY[..62]), THEN));
        assert!(!admits(&plain, signed("sha256=00"), THEN));
        assert!(!admits(&timed, signed(OF_THE_BODY), THEN), "what is configured is asked for");
        assert!(!admits(&timed, signed_at("1614265330", OF_THE_BODY), THEN));
        assert!(!admits(&timed, signed_at("1614265331", OF_TIME_AND_BODY), THEN));
        assert!(!admits(&timed, signed_at("1614265330", OF_TIME_AND_BODY), THEN + TOLERANCE_S + 1));
        let other = entry("grafana secret", None);
        assert!(!admits(&other, signed(OF_THE_BODY), THEN), "only Grafana's hooks take it");
    }

    #[test]
    fn who_cannot_sign_gives_the_secret_itself() {
        let entry = entry("s3cret", None);
        let admits = |value: &str| entry.admit(&headers(&[("authorization", value)]), b"{}", THEN).is_ok();
        assert!(admits("Bearer s3cret") && admits("bearer  s3cret"));
        for wrong in ["Bearer s3cre", "Bearer s3crets", "s3cret", "Basic s3cret", "Bearer", "Bearer ", ""] {
            assert!(!admits(wrong), "{wrong}");
        }
        assert!(entry.admit(&HeaderMap::new(), b"{}", THEN).is_err());
        assert!(Entry::default().admit(&HeaderMap::new(), b"{}", THEN).is_ok(), "without a secret");
    }

    #[test]
    fn a_key_belongs_into_the_path_and_only_where_there_is_one() {
        let keyed = Entry { key: Some(Secret::new("k3y")), signing: None };
        let slug = |entry: &Entry, given| entry.admit_key(given).map_err(|problem| problem.slug);
        assert_eq!(slug(&keyed, Some("k3y")), Ok(()));
        for wrong in [None, Some(""), Some("k3"), Some("k3y "), Some("K3y")] {
            assert_eq!(slug(&keyed, wrong), Err(Slug::Unauthorized), "{wrong:?}");
        }
        assert_eq!(slug(&Entry::default(), None), Ok(()));
        assert_eq!(slug(&Entry::default(), Some("k3y")), Err(Slug::NotFound));
    }

    #[test]
    fn a_standard_secret_that_is_no_base64_is_a_fault() {
        for wrong in ["whsec_", "whsec_%%%", "whsec_a"] {
            assert!(Signing::new(Secret::new(wrong), None).is_err(), "{wrong}");
        }
    }
}
