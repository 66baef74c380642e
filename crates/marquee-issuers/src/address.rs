//! Which addresses belong to everyone, and which of them a fetch may go to, as pure rules over addresses that were looked up
//! already. It looks nothing up: whoever connects has to connect to the very address that was judged.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A place that a fetch is about to go to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hop<'a> {
    /// How often it was sent on before; 0: the URL of the configuration.
    pub number: u32,
    /// Whether TLS is spoken there.
    pub tls: bool,
    /// The name or the number that the URL has.
    pub host: &'a str,
    /// Where that is.
    pub address: IpAddr,
}

/// Why a fetch does not go there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Barred {
    /// An address that not everyone has: it may be a part of the network that only we can reach.
    Private(IpAddr),
    /// Keys that come without TLS can be anyone's.
    Plain,
}

impl fmt::Display for Barred {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Private(address) => write!(
                f,
                "{address} is no public address: if the issuer is within your own network, write \
                 allow_private_addresses = true"
            ),
            Self::Plain => f.write_str("it is not https, so anyone on the way could put keys in"),
        }
    }
}

impl std::error::Error for Barred {}

/// Whether a fetch may go there.
pub fn may_go(hop: Hop<'_>, allow_private: bool) -> Result<(), Barred> {
    let public = is_public(hop.address);
    // Whoever writes a loopback host means this machine; whoever is sent there by another does not.
    let ourselves = hop.number == 0 && is_loopback(hop.address) && is_loopback_host(hop.host);
    match (public, hop.tls) {
        (true, true) => Ok(()),
        (true, false) => Err(Barred::Plain),
        (false, _) if ourselves || allow_private => Ok(()),
        (false, _) => Err(Barred::Private(hop.address)),
    }
}

/// Whether a host of a URL says of itself that it is this machine.
pub fn is_loopback_host(host: &str) -> bool {
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let name = host.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost") || bare.parse().is_ok_and(is_loopback)
}

fn is_loopback(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

/// Whether an address is one that the whole internet calls by the same number. What is not known to be is not: private, loopback,
/// link-local, unique-local, shared (CGNAT), multicast, reserved, for documents and measurements. An address that stands for one of
/// IPv4 is judged by that one.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// By the registry of special-purpose addresses (RFC 6890 and what came after).
fn is_public_v4(address: Ipv4Addr) -> bool {
    !matches!(
        address.octets(),
        [0 | 10 | 127, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 0, 0 | 2, _]
            | [192, 88, 99, _]
            | [192, 168, ..]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
            | [224..=255, ..]
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let inner = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match address.segments() {
        // IPv4-mapped, and the well-known prefix of NAT64.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => inner(high, low),
        // IETF's own, Teredo among it; documents; 6to4, which hides an address of IPv4 and is used no more.
        [0x2001, 0..=0x1ff, ..] | [0x2001, 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        // Global unicast; all the rest is something else, or nothing yet.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_everyone_are_told_from_all_others() {
        let public = [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.1",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "203.0.114.0",
            "223.255.255.255",
            "2606:4700::1111",
            "2001:200::1",
            "2003::1",
            "3ffe::1",
            "64:ff9b::101:101",
            "::ffff:1.1.1.1",
        ];
        let others = [
            // Unspecified, private, loopback, link-local, shared.
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.0",
            "10.255.255.255",
            "127.0.0.1",
            "127.255.255.255",
            "169.254.169.254",
            "172.16.0.0",
            "172.31.255.255",
            "192.168.0.1",
            "100.64.0.0",
            "100.127.255.255",
            // For protocols, documents, measurements, multicast, reserved, broadcast.
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "fc00::1",
            "fdff::1",
            "ff02::1",
            "100::1",
            "5f00::1",
            "2001::1",
            "2001:1ff::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "4000::1",
            // One of IPv4 in other clothes.
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:0.0.0.0",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a00:1",
            "64:ff9b:1::101:101",
        ];
        for (addresses, expected) in [(&public[..], true), (&others, false)] {
            for address in addresses {
                assert_eq!(is_public(address.parse().unwrap()), expected, "{address}");
            }
        }
    }

    fn hop(number: u32, tls: bool, host: &str, address: &str) -> Result<(), Barred> {
        may_go(Hop { number, tls, host, address: address.parse().unwrap() }, false)
    }

    #[test]
    fn a_url_of_the_configuration_may_mean_this_machine_and_a_redirect_may_not() {
        for host in ["localhost", "LocalHost.", "idp.localhost", "127.0.0.1", "127.9.9.9"] {
            assert_eq!(hop(0, false, host, "127.0.0.1"), Ok(()), "{host}");
        }
        assert_eq!(hop(0, false, "[::1]", "::1"), Ok(()));
        let here: IpAddr = "127.0.0.1".parse().unwrap();
        assert_eq!(hop(1, false, "127.0.0.1", "127.0.0.1"), Err(Barred::Private(here)));
        assert_eq!(hop(1, true, "localhost", "127.0.0.1"), Err(Barred::Private(here)));
        // A name of the world that is said to be here, and a name of ours that is said to be elsewhere.
        assert_eq!(hop(0, true, "idp.example", "127.0.0.1"), Err(Barred::Private(here)));
        let inside = "10.0.0.1".parse().unwrap();
        assert_eq!(hop(0, true, "localhost", "10.0.0.1"), Err(Barred::Private(inside)));
        assert_eq!(hop(0, false, "localhost", "1.1.1.1"), Err(Barred::Plain));
    }

    #[test]
    fn what_is_within_the_own_network_has_to_be_allowed_and_plain_http_to_the_world_cannot_be() {
        for number in 0..3 {
            assert_eq!(hop(number, true, "idp.example", "1.1.1.1"), Ok(()));
            assert_eq!(hop(number, false, "idp.example", "1.1.1.1"), Err(Barred::Plain));
            assert!(matches!(hop(number, true, "idp.example", "fd00::1"), Err(Barred::Private(_))));
            let inside = |tls, address: &str| {
                may_go(Hop { number, tls, host: "idp.corp", address: address.parse().unwrap() }, true)
            };
            assert_eq!((inside(true, "10.0.0.1"), inside(false, "10.0.0.1")), (Ok(()), Ok(())));
            assert_eq!((inside(true, "1.1.1.1"), inside(false, "1.1.1.1")), (Ok(()), Err(Barred::Plain)));
        }
    }
}
