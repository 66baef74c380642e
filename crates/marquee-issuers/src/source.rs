//! An issuer, and where its keys are: which URLs are taken from a configuration. What is at the other end is judged when it is
//! looked up.

use crate::address::is_loopback_host;
use std::fmt;
use ureq::http::Uri;
use ureq::http::uri::Scheme;

/// The longest URL, in bytes.
pub const URL_BYTES_MAX: usize = 2_048;

/// An issuer whose keys are followed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    pub(crate) issuer: String,
    pub(crate) url: Uri,
    pub(crate) allow_private: bool,
}

/// Why a URL is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SourceError {
    /// It is none with a host and a path, or too long.
    NotUrl,
    /// Something else than https, where https is due.
    NotHttps,
    /// A name and a password stand in it.
    UserInfo,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUrl => write!(
                f,
                "write a whole URL, as https://idp.example/jwks.json, of at most {URL_BYTES_MAX} bytes"
            ),
            Self::NotHttps => f.write_str(
                "write https: http is only for this machine (localhost, a loopback address), or within your own network \
                 with allow_private_addresses = true",
            ),
            Self::UserInfo => f.write_str("leave out what stands before the @: public keys need no password"),
        }
    }
}

impl std::error::Error for SourceError {}

impl Source {
    /// The issuer whose tokens say that name, with keys at that URL; whether they may come from a private address.
    pub fn new(issuer: &str, url: &str, allow_private: bool) -> Result<Self, SourceError> {
        if url.len() > URL_BYTES_MAX {
            return Err(SourceError::NotUrl);
        }
        let url: Uri = url.parse().map_err(|_| SourceError::NotUrl)?;
        let authority = url.authority().ok_or(SourceError::NotUrl)?;
        if authority.host().is_empty() {
            return Err(SourceError::NotUrl);
        }
        if authority.as_str().contains('@') {
            return Err(SourceError::UserInfo);
        }
        let plain = url.scheme() == Some(&Scheme::HTTP);
        if url.scheme() == Some(&Scheme::HTTPS)
            || plain && (allow_private || is_loopback_host(authority.host()))
        {
            return Ok(Self { issuer: issuer.to_owned(), url, allow_private });
        }
        Err(SourceError::NotHttps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_is_due_but_for_this_machine_and_what_is_allowed() {
        let taken = |url: &str, allow| Source::new("far", url, allow).map(|_| ());
        for url in [
            "https://idp.example/jwks.json",
            "https://10.0.0.1:8443/",
            "http://localhost:80/k",
            "http://[::1]:1/k",
        ] {
            assert_eq!(taken(url, false), Ok(()), "{url}");
        }
        for url in
            ["http://idp.example/k", "http://10.0.0.1/k", "ftp://localhost/k", "file://localhost/etc/k"]
        {
            assert_eq!(taken(url, false), Err(SourceError::NotHttps), "{url}");
        }
        assert_eq!(taken("http://10.0.0.1/k", true), Ok(()));
        assert_eq!(taken("ftp://10.0.0.1/k", true), Err(SourceError::NotHttps));
        let long = format!("https://idp.example/{}", "a".repeat(URL_BYTES_MAX));
        for url in ["", "/jwks.json", "idp.example/k", "https://", "https:///k", "not a url", &*long] {
            assert_eq!(taken(url, true), Err(SourceError::NotUrl), "{url}");
        }
        for url in ["https://me:pass@idp.example/k", "https://localhost@idp.example/k"] {
            let error = taken(url, true).unwrap_err();
            assert_eq!(error, SourceError::UserInfo);
            assert!(!error.to_string().contains("pass@"));
        }
    }
}
