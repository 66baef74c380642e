//! Entity tags by RFC 9110: whether a caller has what it asks for already. It knows nothing of what is tagged.

use http::{HeaderMap, HeaderValue, header};

/// Whether `If-None-Match` names this tag. Weak and strong ones count alike there (section 13.1.2).
pub fn is_known(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    let etag = etag.as_bytes();
    let etag = etag.strip_prefix(b"W/").unwrap_or(etag);
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .flat_map(tags)
        .any(|(_, tag)| tag == "*" || tag.as_bytes() == etag)
}

/// The tags of a list: `"44", W/"45"`; whether each is a weak one, and it without that mark.
pub fn tags(value: &HeaderValue) -> impl Iterator<Item = (bool, &str)> {
    value.to_str().unwrap_or_default().split(',').map(str::trim).map(|tag| match tag.strip_prefix("W/") {
        Some(tag) => (true, tag),
        None => (false, tag),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_alone_in_a_list_weak_or_as_any() {
        let (tag, weak) = (HeaderValue::from_static("\"44\""), HeaderValue::from_static("W/\"44\""));
        let known = |given: &'static str| {
            let headers = HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_static(given))]);
            assert_eq!(is_known(&headers, &tag), is_known(&headers, &weak), "{given}");
            is_known(&headers, &tag)
        };
        for given in ["\"44\"", "W/\"44\"", "\"1\", \"44\"", "*"] {
            assert!(known(given), "{given}");
        }
        for given in ["\"4\"", "44", "", "\"*\"", "w/\"44\""] {
            assert!(!known(given), "{given}");
        }
        assert!(!is_known(&HeaderMap::new(), &tag));
    }
}
