//! What is asked of `/v1/auth/…`: read strictly, each fault in its place. It knows no client and judges no token; and what it says
//! never holds what was given, which may be a secret.

use crate::document::Document;
use crate::faults::{Faults, token};
use crate::problem::Problem;
use serde_json::{Map, Value};
use std::fmt;
use utoipa::ToSchema;

/// The longest text that is read here, in bytes: a token's.
const TEXT_BYTES_MAX: usize = 8 * 1024;
/// The last moment that is one, in seconds since 1970.
const TIME_END: u64 = 1 << 53;

/// Who logs in, and by what.
#[derive(ToSchema)]
pub struct LoginRequest {
    /// The client, as it is configured.
    #[schema(example = "wall")]
    pub client_id: String,
    /// Its secret.
    #[schema(example = "the secret that was configured", format = Password)]
    pub client_secret: String,
}

/// What gives the next tokens.
#[derive(ToSchema)]
pub struct RefreshRequest {
    /// The newest refresh token; it is good once.
    #[schema(example = "mr_…", format = Password)]
    pub refresh_token: String,
}

/// What is taken back: `token`, or `jti`, or `sub`.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it is the schema of what is read by hand, strictly")]
pub struct RevokeRequest {
    /// A token: an access token, or a refresh token, which ends its family.
    #[schema(nullable = false, format = Password)]
    token: Option<String>,
    /// The id of a token.
    #[schema(nullable = false, example = "f3b1.4")]
    jti: Option<String>,
    /// Whom tokens are about.
    #[schema(nullable = false, example = "wall")]
    sub: Option<String>,
    /// Who issued what `jti` or `sub` means; this server, unless it is given.
    #[schema(nullable = false)]
    iss: Option<String>,
    /// With `sub`: tokens that were issued by then, in seconds since 1970; until now, unless it is given.
    #[schema(nullable = false)]
    issued_before: Option<u64>,
}

/// What is to be taken back.
#[derive(Clone, PartialEq, Eq)]
pub enum Revocation {
    /// The token itself.
    Token(String),
    /// One by its id.
    Id {
        /// Who issued it; `None`: this server.
        issuer: Option<String>,
        /// Its id.
        id: String,
    },
    /// All of somebody.
    Subject {
        /// Who issued them; `None`: this server.
        issuer: Option<String>,
        /// Whom they are about.
        subject: String,
        /// The last second of which; `None`: now.
        issued_before: Option<u64>,
    },
}

/// None of these is shown.
macro_rules! hidden {
    ($($name:ident),*) => {
        $(impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        })*
    };
}
hidden!(LoginRequest, RefreshRequest, RevokeRequest, Revocation);

/// Reads who logs in.
pub fn read_login(json: &[u8]) -> Result<LoginRequest, Problem> {
    let (mut said, mut faults) = Said::read(json, &["client_id", "client_secret"])?;
    let client_id = said.needed("client_id", &mut faults);
    let client_secret = said.needed("client_secret", &mut faults);
    faults.problem().map_or(Ok(LoginRequest { client_id, client_secret }), Err)
}

/// Reads what gives the next tokens.
pub fn read_refresh(json: &[u8]) -> Result<RefreshRequest, Problem> {
    let (mut said, mut faults) = Said::read(json, &["refresh_token"])?;
    let refresh_token = said.needed("refresh_token", &mut faults);
    faults.problem().map_or(Ok(RefreshRequest { refresh_token }), Err)
}

/// Reads what is to be taken back.
pub fn read_revoke(json: &[u8]) -> Result<Revocation, Problem> {
    let (mut said, mut faults) = Said::read(json, &["token", "jti", "sub", "iss", "issued_before"])?;
    let [token, jti, sub, issuer] =
        ["token", "jti", "sub", "iss"].map(|member| said.text(member, &mut faults));
    let issued_before = said.seconds("issued_before", &mut faults);
    let revocation = match (token, jti, sub) {
        (Some(token), None, None) => {
            if issuer.is_some() {
                faults.add("/iss", "a token says itself who issued it: leave iss out");
            }
            Revocation::Token(token)
        }
        (None, Some(id), None) => Revocation::Id { issuer, id },
        (None, None, Some(subject)) => {
            return faults.problem().map_or(Ok(Revocation::Subject { issuer, subject, issued_before }), Err);
        }
        _ => {
            faults.add("", "give one of token, jti and sub, and one alone");
            Revocation::Token(String::new())
        }
    };
    if issued_before.is_some() {
        faults.add("/issued_before", "this goes with sub");
    }
    faults.problem().map_or(Ok(revocation), Err)
}

/// The members of an object.
struct Said(Map<String, Value>);

impl Said {
    fn read(json: &[u8], known: &[&str]) -> Result<(Self, Faults), Problem> {
        let document = Document::read(json)?;
        let mut faults = Faults::default();
        let Value::Object(mut members) = document.value else {
            faults.add("", format!("this is a JSON object with {}", known.join(", ")));
            return Err(faults.problem().unwrap_or_else(|| Problem::invalid(Vec::new())));
        };
        members.retain(|_, value| !value.is_null());
        for member in members.keys().filter(|member| !known.contains(&member.as_str())) {
            let detail = format!("there is no such member: {} is all there is", known.join(", "));
            faults.add(format!("/{}", token(member)), detail);
        }
        Ok((Self(members), faults))
    }

    fn text(&mut self, member: &str, faults: &mut Faults) -> Option<String> {
        match self.0.remove(member)? {
            Value::String(text) if !text.is_empty() && text.len() <= TEXT_BYTES_MAX => Some(text),
            _ => {
                faults.add(format!("/{member}"), format!("a text of 1 to {TEXT_BYTES_MAX} bytes"));
                Some(String::new())
            }
        }
    }

    fn needed(&mut self, member: &str, faults: &mut Faults) -> String {
        self.text(member, faults).unwrap_or_else(|| {
            faults.add(format!("/{member}"), format!("{member} is missing"));
            String::new()
        })
    }

    fn seconds(&mut self, member: &str, faults: &mut Faults) -> Option<u64> {
        let seconds = self.0.remove(member)?.as_u64().filter(|seconds| *seconds < TIME_END);
        if seconds.is_none() {
            faults.add(format!("/{member}"), "a whole number of seconds since 1970");
        }
        Some(seconds.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointers<T>(read: Result<T, Problem>) -> Vec<String> {
        let problem = read.err().map(|problem| problem.errors).unwrap_or_default();
        assert!(!format!("{problem:?}").contains("s3cret"), "{problem:?}");
        problem.into_iter().map(|fault| fault.pointer.to_string()).collect()
    }

    #[test]
    fn every_fault_has_its_place_and_none_repeats_a_secret() {
        let login = |body: &str| pointers(read_login(body.as_bytes()));
        assert_eq!(login(r#"{"client_id":"wall","client_secret":"s3cret"}"#), Vec::<String>::new());
        assert_eq!(
            login(r#"{"client_id":7,"secret":"s3cret"}"#),
            ["/client_id", "/client_secret", "/secret"]
        );
        assert_eq!(login(r#"["s3cret"]"#), [""]);
        let refresh = |body: &str| pointers(read_refresh(body.as_bytes()));
        assert_eq!(refresh(r#"{"refresh_token":"mr_s3cret"}"#), Vec::<String>::new());
        assert_eq!(refresh(r#"{"refresh_token":""}"#), ["/refresh_token"]);
        assert_eq!(refresh(r#"{"refresh_token":["s3cret"]}"#), ["/refresh_token"]);
        let long = format!(r#"{{"refresh_token":"s3cret{}"}}"#, "x".repeat(TEXT_BYTES_MAX));
        assert_eq!(refresh(&long), ["/refresh_token"]);
    }

    #[test]
    fn one_way_of_taking_back_is_named_and_one_alone() {
        let read = |body: &str| read_revoke(body.as_bytes());
        assert!(read(r#"{"token":"a.b.c"}"#) == Ok(Revocation::Token("a.b.c".into())));
        let id = Revocation::Id { issuer: None, id: "7".into() };
        assert!(read(r#"{"jti":"7","sub":null}"#) == Ok(id));
        let subject =
            Revocation::Subject { issuer: Some("x".into()), subject: "wall".into(), issued_before: Some(5) };
        assert!(read(r#"{"sub":"wall","iss":"x","issued_before":5}"#) == Ok(subject));
        for (body, expected) in [
            ("{}", &[""][..]),
            (r#"{"jti":"7","sub":"s3cret"}"#, &[""]),
            (r#"{"token":"s3cret","iss":"x"}"#, &["/iss"]),
            (r#"{"token":"s3cret","issued_before":1}"#, &["/issued_before"]),
            (r#"{"jti":"7","issued_before":1}"#, &["/issued_before"]),
            (r#"{"sub":"wall","issued_before":1.5}"#, &["/issued_before"]),
            (r#"{"sub":"wall","issued_before":-1}"#, &["/issued_before"]),
            (r#"{"sub":"wall","issued_before":9007199254740992}"#, &["/issued_before"]),
            (r#"{"sub":7}"#, &["/sub"]),
            (r#"{"sub":"wall","all":true}"#, &["/all"]),
        ] {
            assert_eq!(pointers(read(body)), expected, "{body}");
        }
    }
}
