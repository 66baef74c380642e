//! Origins of pages (RFC 6454), read strictly: two that are the same are equal, however they are written, and what no browser
//! sends is none. It resolves no name and believes no header but the one that it is given.

/// Where a page comes from: a scheme, a host and a port.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    scheme: String,
    host: String,
    /// Absent: the scheme's own.
    port: Option<u16>,
}

impl Origin {
    /// Reads one origin. `null`, a list, and anything with a path, a user or another character than a host has, is none; names are
    /// written in ASCII (`xn--…`), as browsers send them.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, authority) = text.split_once("://")?;
        let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
        if !begins || !scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)) {
            return None;
        }
        let (host, port) = match authority.rsplit_once(':') {
            // What follows the last colon of an address in brackets is a port only behind the brackets.
            Some((host, port)) if !port.ends_with(']') => (host, Some(number(port)?)),
            _ => (authority, None),
        };
        if !is_host(host) {
            return None;
        }
        let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
        let own = match &*scheme {
            "http" => Some(80),
            "https" => Some(443),
            _ => None,
        };
        Some(Self { scheme, host, port: port.filter(|port| Some(*port) != own) })
    }

    /// Whether a page from there is one that this server gave, by the name and the port that the request was sent to. Whether there
    /// is TLS in front of the server is not known here, so either scheme will do.
    pub fn is_own(&self, host: &str) -> bool {
        matches!(&*self.scheme, "http" | "https")
            && Self::parse(&format!("{}://{host}", self.scheme)).as_ref() == Some(self)
    }
}

/// A name, or an address in numbers; of IPv6 in brackets.
fn is_host(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match inner {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c)),
    }
}

/// A port in its one spelling.
fn number(text: &str) -> Option<u16> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|_| plain)
}
