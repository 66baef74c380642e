//! What makes a link: an https URL with a host and without credentials. It never follows one.

use url::Url;

/// The longest link, in characters.
pub(super) const LINK_MAX: usize = 2_048;

/// Whether the text is a link as it stands, without the repairs that browsers make.
pub fn is_link(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |character: char| !character.is_control() && !character.is_whitespace() && character != '\\';
    scheme.eq_ignore_ascii_case("https")
        && !authority.is_empty()
        && !authority.contains('@')
        && text.chars().count() <= LINK_MAX
        && text.chars().all(plain)
        && Url::parse(text).is_ok_and(|url| url.host().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_https_url_with_a_host_is_a_link_and_nothing_else_is() {
        for good in [
            "https://example.com",
            "HTTPS://example.com:8443/a?b=c#d",
            "https://[2001:db8::1]/",
            "https://例子.中国/状态",
            "https://example.com/@user",
        ] {
            assert!(is_link(good), "{good}");
        }
        for bad in [
            "",
            "example.com",
            "//example.com",
            "http://example.com",
            "javascript:alert(1)//https://example.com",
            "https:example.com",
            "https:///path",
            "https://",
            "https://?a",
            "https://a@example.com/",
            "https://a:b@example.com/",
            "https://@example.com/",
            "https://example.com/a b",
            "https://example.com/\n",
            " https://example.com/",
            "https://example.com\\@evil.example",
            "https://exa mple.com",
            "https://example.com:99999/",
            "https://[::1",
        ] {
            assert!(!is_link(bad), "{bad}");
        }
        let long = format!("https://example.com/{}", "a".repeat(LINK_MAX - 20));
        assert!(is_link(&long));
        assert!(!is_link(&format!("{long}a")));
    }
}
