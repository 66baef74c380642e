//! One fetch: what it brings, where it does not go, and what it does not wait for.

use crate::server::{Answer, LIMIT, Site};
use marquee_auth::jwks::{JWKS_BYTES_MAX, JwksError};
use marquee_issuers::Source;
use marquee_issuers::address::Barred;
use marquee_issuers::fetch::{FetchError, Fetched, Fetcher};
use std::time::Duration;

/// The key of RFC 8037's example.
const JWKS: &str = r#"{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a4","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#;

fn fetch(url: &str, allow_private: bool) -> Result<Fetched, FetchError> {
    Fetcher::new(&Source::new("far", url, allow_private).unwrap(), LIMIT).fetch()
}

fn fault(url: &str) -> FetchError {
    fetch(url, false).unwrap_err()
}

#[test]
fn keys_come_with_how_long_they_are_good() {
    let site = Site::start();
    site.gives("/jwks", "cache-control: public, max-age=600\r\n", JWKS);
    let fetched = fetch(&site.url("/jwks"), false).unwrap();
    let kids: Vec<&str> = fetched.jwks.keys.iter().map(|key| key.kid()).collect();
    assert_eq!((kids, fetched.max_age_s), (vec!["a4"], Some(600)));
}

#[test]
fn a_redirect_to_an_address_that_is_not_everyones_is_not_followed() {
    let site = Site::start();
    site.gives("/jwks", "", JWKS);
    let port = site.address.port();
    for to in [
        // Where it came from, by other names.
        "/jwks".to_owned(),
        site.url("/jwks"),
        format!("http://localhost:{port}/jwks"),
        format!("http://[::ffff:127.0.0.1]:{port}/jwks"),
        format!("http://[64:ff9b::7f00:1]:{port}/jwks"),
        format!("http://0.0.0.0:{port}/jwks"),
        format!("http://2130706433:{port}/jwks"),
        format!("https://127.0.0.1:{port}/jwks"),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "https://10.0.0.1/".to_owned(),
        "https://[fd00::1]/".to_owned(),
    ] {
        site.sends_on("/away", &to);
        let refused = fault(&site.url("/away"));
        assert!(matches!(refused, FetchError::Barred(Barred::Private(_))), "{to}: {refused:?}");
        assert!(refused.to_string().contains("allow_private_addresses"), "{refused}");
    }
    assert!(!site.asked().contains(&"/jwks".to_owned()), "nobody went there");
    // An address of everyone is not gone to without TLS, and no such connection is made.
    site.sends_on("/away", "http://1.1.1.1/jwks");
    assert_eq!(fault(&site.url("/away")), FetchError::Barred(Barred::Plain));
    for to in ["file:///etc/passwd", "ftp://127.0.0.1/", "//", "https://"] {
        site.sends_on("/away", to);
        let refused = fault(&site.url("/away")).to_string();
        assert!(!refused.contains("passwd"), "{refused}");
    }
}

#[test]
fn within_an_own_network_that_is_allowed_it_is_sent_on_three_times_and_not_a_fourth() {
    let site = Site::start();
    site.gives("/0", "", JWKS);
    for number in 1..5 {
        site.sends_on(&format!("/{number}"), &format!("/{}", number - 1));
    }
    assert!(fetch(&site.url("/3"), true).is_ok());
    assert_eq!(fetch(&site.url("/4"), true).unwrap_err(), FetchError::Redirects);
    assert_eq!(site.asked().len(), 8, "{:?}", site.asked());
    site.sends_on("/round", "/round");
    assert_eq!(fetch(&site.url("/round"), true).unwrap_err(), FetchError::Redirects);
}

#[test]
fn a_fetcher_judges_each_of_its_fetches_anew() {
    let site = Site::start();
    site.gives("/jwks", "", JWKS);
    let fetcher = Fetcher::new(&Source::new("far", &site.url("/jwks"), false).unwrap(), LIMIT);
    for _ in 0..5 {
        assert!(fetcher.fetch().is_ok());
    }
    site.sends_on("/jwks", "/elsewhere");
    assert!(matches!(fetcher.fetch(), Err(FetchError::Barred(_))));
    site.gives("/jwks", "", JWKS);
    assert!(fetcher.fetch().is_ok());
}

#[test]
fn what_never_ends_is_broken_off() {
    let site = Site::start();
    site.answers("/endless", Answer::Endless);
    assert_eq!(fault(&site.url("/endless")), FetchError::Document(JwksError::TooLong));
    site.gives("/long", "", " ".repeat(JWKS_BYTES_MAX + 1));
    assert_eq!(fault(&site.url("/long")), FetchError::Document(JwksError::TooLong));
    site.gives("/longest", "", format!("{JWKS}{}", " ".repeat(JWKS_BYTES_MAX - JWKS.len())));
    assert!(fetch(&site.url("/longest"), false).is_ok());
    site.answers("/stalled", Answer::Stalled);
    let soon = Duration::from_millis(200);
    let fetcher = Fetcher::new(&Source::new("far", &site.url("/stalled"), false).unwrap(), soon);
    assert_eq!(fetcher.fetch().unwrap_err(), FetchError::Time);
}

#[test]
fn what_is_no_document_of_keys_is_told_without_what_it_says() {
    let site = Site::start();
    assert_eq!(fault(&site.url("/nothing")), FetchError::Status(404));
    for (body, expected) in [
        ("<html>sesame</html>", JwksError::NotJwks),
        ("", JwksError::NotJwks),
        (r#"{"keys":{}}"#, JwksError::NotJwks),
    ] {
        site.gives("/bad", "", body);
        assert_eq!(fault(&site.url("/bad")), FetchError::Document(expected), "{body}");
    }
    site.answers("/cut", Answer::CutOff);
    assert!(matches!(fault(&site.url("/cut")), FetchError::Failed(_)));
    // TLS is spoken where https is written: this server knows none.
    let https = site.url("/jwks").replace("http:", "https:");
    assert!(matches!(fault(&https), FetchError::Failed(_)));
    // Nobody listens there.
    assert!(matches!(fault("http://127.0.0.1:1/"), FetchError::Failed(_)));
}
