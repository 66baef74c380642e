//! The login cookie as browsers carry it. What it is worth is not known here.

use http::{HeaderMap, HeaderValue, header};
use marquee_core::auth::ask::COOKIE_MS;

/// What it is called.
const NAME: &str = "marquee_session";

/// The cookie of a request; `None`: it has none of ours.
pub(crate) fn carried(headers: &HeaderMap) -> Option<&str> {
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == NAME).map(|(_, text)| text)
}

/// How a browser is given one: no script reads it, no other site sends it, and where it came over TLS, it goes over nothing else.
pub(crate) fn set(text: &str, headers: &HeaderMap) -> HeaderValue {
    value(text, COOKIE_MS / 1_000, headers)
}

/// How a browser is made to forget it.
pub(crate) fn unset(headers: &HeaderMap) -> HeaderValue {
    value("", 0, headers)
}

fn value(text: &str, lasts_s: u64, headers: &HeaderMap) -> HeaderValue {
    // TLS ends in front of this server. Whoever lies about it only spoils his own cookie.
    let forwarded =
        headers.get("x-forwarded-proto").is_some_and(|proto| proto.as_bytes().eq_ignore_ascii_case(b"https"));
    let secure = if forwarded { "; Secure" } else { "" };
    let value = format!("{NAME}={text}; Path=/; Max-Age={lasts_s}; HttpOnly; SameSite=Strict{secure}");
    let mut value = HeaderValue::try_from(value).unwrap_or_else(|_| HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_among_others_and_by_its_whole_name() {
        let found = |cookies: &[&str]| {
            let mut headers = HeaderMap::new();
            for cookie in cookies {
                headers.append(header::COOKIE, HeaderValue::from_str(cookie).unwrap());
            }
            carried(&headers).map(str::to_owned)
        };
        assert_eq!(found(&["a=b; marquee_session=x; c=d"]).as_deref(), Some("x"));
        assert_eq!(found(&["a=b", "marquee_session=x"]).as_deref(), Some("x"));
        assert_eq!(
            found(&["marquee_session=x; marquee_session=y"]).as_deref(),
            Some("x"),
            "the first decides"
        );
        assert_eq!(found(&["xmarquee_session=x", "Marquee_Session=y", "marquee_session"]), None);
    }

    #[test]
    fn it_is_given_so_that_neither_scripts_nor_other_sites_have_it() {
        let plain = set("x", &HeaderMap::new());
        assert_eq!(plain, "marquee_session=x; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict");
        assert!(!format!("{plain:?}").contains("marquee_session"), "nor diagnostics");
        let mut tls = HeaderMap::new();
        tls.insert("x-forwarded-proto", HeaderValue::from_static("https"));
        assert!(set("x", &tls).to_str().unwrap().ends_with("; Secure"));
        assert!(unset(&tls).to_str().unwrap().starts_with("marquee_session=; Path=/; Max-Age=0;"));
    }
}
