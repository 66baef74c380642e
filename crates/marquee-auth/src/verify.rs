//! Whether a token is taken: the order of the questions is the rule here. First what costs nothing and says nothing (length,
//! parts, spelling, header), then the key, then the signature; nothing of the claims is even read before it held. Then who says
//! it, to whom, and whether the time is right. It takes the time as an argument, and remembers no token.
//!
//! A token chooses its key by `kid` and has to agree with that key's algorithm. `iss` is held against the issuer whose key
//! signed: no issuer can speak for another.

use crate::algorithm::Algorithm;
use crate::claims::Claims;
use crate::issue::{IssueError, Issuer};
use crate::json::{Json, NotAnObject, Object};
use crate::key::{Key, Keys};
use crate::refresh::Family;
use crate::refusal::{Claim, Part, Refusal};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use marquee_core::scope::Scopes;
use std::fmt;

/// The longest token, in bytes. Of a longer one nothing is looked at.
pub const TOKEN_BYTES_MAX: usize = 8 * 1024;
/// The longest `kid`, in bytes.
pub const KID_BYTES_MAX: usize = 128;
/// How far two clocks may be apart, in seconds.
pub const LEEWAY_S: u64 = 30;
/// The most foreign issuers: all of them may be asked for one `kid`.
pub const FOREIGN_MAX: usize = 32;
/// The longest name of an issuer or an audience, in bytes.
pub const ISSUER_BYTES_MAX: usize = 512;

/// Members of a header that would change how it is read or bring a key of its own: `kid` alone chooses, and among ours alone.
/// `zip` and `enc` belong to encrypted tokens.
const EXTENSIONS: [&str; 10] = ["crit", "b64", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "zip", "enc"];

/// Another issuer whose tokens are taken.
#[derive(Clone, Debug)]
pub struct Foreign {
    /// What its tokens say in `iss`, exactly.
    pub issuer: String,
    /// Its public keys, from its JWKS.
    pub keys: Keys,
    /// The most that its tokens open.
    pub most: Scopes,
}

/// A key by whose it is: a `kid` is a name within its issuer alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyId {
    /// Whose key it is.
    pub issuer: String,
    /// What its tokens call it.
    pub kid: String,
}

/// What tokens are held against.
#[derive(Clone, Debug)]
pub struct Verifier {
    issuer: String,
    audience: String,
    keys: Keys,
    foreign: Vec<Foreign>,
}

/// Why there is no verifier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum VerifierError {
    /// The name of an issuer or the audience is empty or too long.
    Name,
    /// Two issuers of one name, ours counted.
    Twice(String),
    /// More than [`FOREIGN_MAX`] foreign issuers.
    TooMany,
}

impl fmt::Display for VerifierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => {
                write!(f, "an issuer or the audience has no name: write 1 to {ISSUER_BYTES_MAX} bytes")
            }
            Self::Twice(issuer) => write!(f, "the issuer {issuer:?} stands twice: take one out"),
            Self::TooMany => write!(f, "there are more than {FOREIGN_MAX} foreign issuers: take some out"),
        }
    }
}

impl std::error::Error for VerifierError {}

/// What a token that was taken says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verified {
    /// Whom it is about: a name within its issuer alone.
    pub sub: String,
    /// Who issued it.
    pub iss: String,
    /// Its id, a name within its issuer alone; our own tokens always have one.
    pub jti: Option<String>,
    /// The family of refresh tokens that it came with, if it is ours and came with one.
    pub family: Option<Family>,
    /// The key that signed it.
    pub kid: String,
    /// When it was issued, in seconds since 1970.
    pub iat: u64,
    /// When it expires, in seconds since 1970.
    pub exp: u64,
    /// What it opens here.
    pub scopes: Scopes,
}

/// Whose key signed.
enum Signer<'a> {
    Ours,
    Foreign(&'a Foreign),
}

/// A token, taken apart: nothing of it is believed.
struct Parts<'a> {
    kid: String,
    algorithm: Algorithm,
    /// What is signed.
    message: &'a str,
    claims: Vec<u8>,
    signature: Vec<u8>,
}

impl Verifier {
    /// A verifier of tokens for that audience: our own, which that issuer signs with those keys, and those of others.
    pub fn new(
        issuer: &str,
        audience: &str,
        keys: Keys,
        foreign: Vec<Foreign>,
    ) -> Result<Self, VerifierError> {
        let fair = |name: &str| !name.is_empty() && name.len() <= ISSUER_BYTES_MAX;
        if !fair(issuer) || !fair(audience) || foreign.iter().any(|other| !fair(&other.issuer)) {
            return Err(VerifierError::Name);
        }
        if foreign.len() > FOREIGN_MAX {
            return Err(VerifierError::TooMany);
        }
        for (number, one) in foreign.iter().enumerate() {
            if one.issuer == issuer || foreign[..number].iter().any(|other| other.issuer == one.issuer) {
                return Err(VerifierError::Twice(one.issuer.clone()));
            }
        }
        Ok(Self { issuer: issuer.to_owned(), audience: audience.to_owned(), keys, foreign })
    }

    /// What our own tokens say in `iss`.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Who issues our own tokens: by the first key that signs.
    pub fn own_issuer(&self) -> Result<Issuer, IssueError> {
        Issuer::new(&self.issuer, &self.audience, &self.keys)
    }

    /// Whether that issuer has a key of that `kid`.
    pub fn has_key(&self, issuer: &str, kid: &str) -> bool {
        let of = |keys: &Keys| keys.iter().any(|key| key.kid() == kid);
        if self.issuer == issuer {
            return of(&self.keys);
        }
        self.foreign.iter().any(|foreign| foreign.issuer == issuer && of(&foreign.keys))
    }

    /// Our own keys.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Which keys of one before are here no more, or are others under the same name: what they signed is refused by now.
    pub fn lacks(&self, before: &Self) -> Vec<KeyId> {
        let mut gone = Vec::new();
        for (issuer, key) in before.all() {
            let stays = self.all().any(|(whose, other)| whose == issuer && other.checks_like(key));
            if !stays {
                gone.push(KeyId { issuer: issuer.to_owned(), kid: key.kid().to_owned() });
            }
        }
        gone
    }

    /// Every key, with whose it is.
    fn all(&self) -> impl Iterator<Item = (&str, &Key)> {
        let ours = self.keys.iter().map(|key| (&*self.issuer, key));
        let foreign = self.foreign.iter();
        ours.chain(foreign.flat_map(|other| other.keys.iter().map(|key| (&*other.issuer, key))))
    }

    /// Takes these keys for our own from now on, in place of those before.
    pub fn replace_keys(&mut self, keys: Keys) {
        self.keys = keys;
    }

    /// Takes these keys for that foreign issuer's from now on, in place of those before; whether there is such an issuer.
    pub fn replace_foreign_keys(&mut self, issuer: &str, keys: Keys) -> bool {
        let found = self.foreign.iter_mut().find(|foreign| foreign.issuer == issuer);
        found.map(|foreign| foreign.keys = keys).is_some()
    }

    /// What the token says, if it is good at that time (seconds since 1970).
    pub fn verify(&self, token: &str, now_s: u64) -> Result<Verified, Refusal> {
        let parts = Parts::read(token)?;
        // Several issuers may have keys of one kid, some even the same key: whose name the claims give is the one.
        let mut claims = None;
        let mut refusal = Refusal::NoSuchKey;
        for (signer, key) in self.keys_of(&parts) {
            if !key.material().checks(parts.message.as_bytes(), &parts.signature) {
                if refusal == Refusal::NoSuchKey {
                    refusal = Refusal::Signature;
                }
                continue;
            }
            let said = match claims.take() {
                Some(said) => said,
                None => Claims::read(&parts.claims)?,
            };
            let issuer = match signer {
                Signer::Ours => &self.issuer,
                Signer::Foreign(foreign) => &foreign.issuer,
            };
            if said.iss == *issuer {
                return self.judge(said, &signer, key, now_s);
            }
            refusal = Refusal::Issuer;
            claims = Some(said);
        }
        Err(refusal)
    }

    /// Every key that the token may mean.
    fn keys_of<'a>(&'a self, parts: &'a Parts<'_>) -> impl Iterator<Item = (Signer<'a>, &'a Key)> {
        let find = |keys: &'a Keys| keys.find(&parts.kid, parts.algorithm);
        let ours = find(&self.keys).map(|key| (Signer::Ours, key));
        let foreign = self.foreign.iter();
        let foreign = foreign.filter_map(move |other| Some((Signer::Foreign(other), find(&other.keys)?)));
        ours.into_iter().chain(foreign)
    }

    /// Whether what is said by that issuer is good here and now.
    fn judge(&self, said: Claims, signer: &Signer<'_>, key: &Key, now_s: u64) -> Result<Verified, Refusal> {
        if !said.is_for(&self.audience) {
            return Err(Refusal::Audience);
        }
        let scopes = Scopes::of_token(said.scope.as_deref().unwrap_or_default())
            .map_err(|_| Refusal::Claim(Claim::Scope))?;
        let (scopes, family) = match signer {
            Signer::Ours => {
                if said.jti.is_none() {
                    return Err(Refusal::Claim(Claim::Jti));
                }
                let family = match &said.fam {
                    None => None,
                    Some(family) => {
                        Some(family.text().and_then(Family::parse).ok_or(Refusal::Claim(Claim::Fam))?)
                    }
                };
                (scopes, family)
            }
            // A family of ours is nothing that another can speak of.
            Signer::Foreign(foreign) => (scopes.narrowed(&foreign.most), None),
        };
        let latest = now_s.saturating_add(LEEWAY_S);
        if said.nbf.is_some_and(|nbf| nbf > latest) {
            return Err(Refusal::NotYet);
        }
        if said.iat > latest {
            return Err(Refusal::IssuedAhead);
        }
        if said.exp.saturating_add(LEEWAY_S) <= now_s {
            return Err(Refusal::Expired);
        }
        Ok(Verified {
            sub: said.sub,
            iss: said.iss,
            jti: said.jti,
            family,
            kid: key.kid().to_owned(),
            iat: said.iat,
            exp: said.exp,
            scopes,
        })
    }
}

impl<'a> Parts<'a> {
    fn read(token: &'a str) -> Result<Self, Refusal> {
        if token.len() > TOKEN_BYTES_MAX {
            return Err(Refusal::TooLong);
        }
        let (message, signature) = token.rsplit_once('.').ok_or(Refusal::Parts)?;
        let (header, claims) = message.split_once('.').ok_or(Refusal::Parts)?;
        if claims.contains('.') {
            return Err(Refusal::Parts);
        }
        let header = decoded(header, Part::Header)?;
        let claims = decoded(claims, Part::Claims)?;
        let signature = decoded(signature, Part::Signature)?;
        let (kid, algorithm) = header_of(&header)?;
        Ok(Self { kid, algorithm, message, claims, signature })
    }
}

/// The bytes of a part. The engine refuses padding, other alphabets, white space, and bits beyond the last byte.
fn decoded(part: &str, which: Part) -> Result<Vec<u8>, Refusal> {
    BASE64_URL_SAFE_NO_PAD.decode(part).map_err(|_| Refusal::Encoding(which))
}

/// What the header asks for.
fn header_of(bytes: &[u8]) -> Result<(String, Algorithm), Refusal> {
    let header = Object::read(bytes).map_err(|fault| match fault {
        NotAnObject::Json => Refusal::Json(Part::Header),
        NotAnObject::Twice => Refusal::Twice(Part::Header),
    })?;
    if EXTENSIONS.iter().any(|name| header.member(name).is_some()) {
        return Err(Refusal::Extension);
    }
    match header.member("typ") {
        None => {}
        Some(Json::Text(typ)) if ["jwt", "at+jwt"].iter().any(|kind| typ.eq_ignore_ascii_case(kind)) => {}
        Some(_) => return Err(Refusal::Type),
    }
    let algorithm = header.text("alg").and_then(Algorithm::parse).ok_or(Refusal::Algorithm)?;
    let kid = header.text("kid").filter(|kid| !kid.is_empty() && kid.len() <= KID_BYTES_MAX);
    Ok((kid.ok_or(Refusal::Kid)?.to_owned(), algorithm))
}
