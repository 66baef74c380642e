//! Signed requests of devices: vectors that other programs made, and a table of altered ones, none of which is taken. What was
//! altered stands beside each; a good request stands at the start, so that no verifier passes by refusing all.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use marquee_auth::device::{CLIENT_ID_BYTES_MAX, DEVICE_SECRET_BYTES_MAX, DEVICES_MAX, WINDOW_S};
use marquee_auth::{Device, DeviceError, Devices, Refusal, Scopes, Signed};
use marquee_core::BoardName;
use proptest::prelude::*;

/// The time of the vectors.
const THEN: u64 = 1_700_000_000;
const SECRET: &str = "a secret of panel 7, for tests alone";
const TARGET: &str = "/v1/sync?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0";
/// `printf 'GET\n/v1/sync?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0\n1700000000\npanel-7' | openssl dgst -sha256 -hmac "$SECRET"`
const GOOD: &str = "sha256=bceae027ddee6a01261bf905748ef07a47e0e3de23d5167c016a971b4c818daf";

fn device(client_id: &str, secret: &[u8]) -> Device {
    Device::new(client_id, secret, Scopes::parse("subscribe:ops").unwrap()).unwrap()
}

fn devices() -> Devices {
    marquee_leaks::secret(SECRET);
    marquee_leaks::secret(&GOOD["sha256=".len()..]);
    let long = "k".repeat(200);
    let all = [
        device("panel-7", SECRET.as_bytes()),
        device("panel-8", b"another"),
        device("long", long.as_bytes()),
    ];
    Devices::new("https://marquee.example", all).unwrap()
}

fn good() -> Signed<'static> {
    Signed {
        method: "GET",
        target: TARGET,
        client_id: b"panel-7",
        timestamp: b"1700000000",
        signature: GOOD.as_bytes(),
    }
}

#[test]
fn what_openssl_and_python_sign_is_taken_and_says_who_signed() {
    let devices = devices();
    let bearer = devices.verify(&good(), THEN + 5).unwrap();
    assert_eq!((&*bearer.subject, bearer.ends_at), ("panel-7", u64::MAX));
    let mark = &bearer.mark;
    assert_eq!((&*mark.issuer, &*mark.id), ("https://marquee.example", "device:panel-7"));
    assert_eq!((&mark.family, &*mark.kid, mark.issued_s), (&None, "", THEN));
    let ops = BoardName::parse("ops").unwrap();
    assert!(bearer.scopes.may_subscribe(&ops) && !bearer.scopes.may_publish(&ops));
    for (method, target, client_id, tag) in [
        (
            "GET",
            "/v1/snapshot",
            "panel-7",
            "b123cb26b33f4aaff67a2946f44c4dd6bb1fd7ae133ffb280f4034cb984036ff",
        ),
        (
            "HEAD",
            "/v1/snapshot?board=a%2Eb",
            "panel-7",
            "842682364cc0e375ea311594ada327e7e72b7e945c976f00f484b1c3108bd146",
        ),
        // A secret that is longer than a block of the hash.
        ("GET", "/v1/sync", "long", "13b843a3e19c23f5b290f3707e9a61fa4ce89c4243675fe811fcd7b440bd3733"),
    ] {
        let signature = format!("sha256={tag}");
        let (client_id, signature) = (client_id.as_bytes(), signature.as_bytes());
        let request = Signed { method, target, client_id, signature, ..good() };
        assert!(devices.verify(&request, THEN).is_ok(), "{method} {target}");
    }
    for now in [THEN - WINDOW_S, THEN, THEN + WINDOW_S] {
        assert!(devices.verify(&good(), now).is_ok(), "{now}");
    }
    // Senders write digits in either case; the bytes are the same.
    let upper = format!("sha256={}", GOOD["sha256=".len()..].to_uppercase());
    assert!(devices.verify(&Signed { signature: upper.as_bytes(), ..good() }, THEN).is_ok());
}

/// What was altered, the request, the time that it comes at.
type Case = (String, Signed<'static>, u64);

/// A table lives as long as its test.
fn kept(text: impl Into<String>) -> &'static str {
    Box::leak(text.into().into_boxed_str())
}

fn altered() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |what: String, request: Signed<'static>, now: u64| cases.push((what, request, now));
    for method in ["POST", "get", "HEAD", "OPTIONS", "", "GET ", "GET\n"] {
        add(format!("method {method:?}"), Signed { method, ..good() }, THEN);
    }
    for target in [
        "/v1/snapshot?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0",
        "/v1/sync",
        "/v1/sync?",
        "/v1/sync?board=ops",
        "/v1/sync?since=k3j9x2ab.41&board=ops&limit=500&wait_ms=0",
        "/v1/sync?board=main&since=k3j9x2ab.41&limit=500&wait_ms=0",
        "/v1/sync?board=ops&since=k3j9x2ab.40&limit=500&wait_ms=0",
        "/v1/sync?board=ops&since=k3j9x2ab%2E41&limit=500&wait_ms=0",
        "/v1/sync?board=%6Fps&since=k3j9x2ab.41&limit=500&wait_ms=0",
        "/v1/sync?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0&",
        "/v1/sync?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0&board=main",
        "/v1/sync?board=ops&&since=k3j9x2ab.41&limit=500&wait_ms=0",
        "/v1/sync/?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0",
        "//v1/sync?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0",
        "/V1/sync?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0",
        "http://localhost/v1/sync?board=ops&since=k3j9x2ab.41&limit=500&wait_ms=0",
        "",
    ] {
        add(format!("target {target:?}"), Signed { target, ..good() }, THEN);
    }
    let ahead = THEN + WINDOW_S + 1;
    for now in [ahead, THEN - WINDOW_S - 1, 0, u64::MAX, THEN + 86_400] {
        add(format!("it comes at {now}"), good(), now);
    }
    for timestamp in [
        "1700000001",
        "1699999999",
        "-1700000000",
        "1700000000.0",
        "1700000000.5",
        "1.7e9",
        "01700000000",
        "0001700000000",
        "+1700000000",
        " 1700000000",
        "1700000000 ",
        "1700000000\n",
        "1700000000\0",
        "1 700 000 000",
        "1,700,000,000",
        "1700000000000",
        "18446744073709551616",
        "99999999999999999999999999",
        "0x6553f100",
        "２０２０",
        "2023-11-14T22:13:20Z",
        "now",
        "0",
        "",
    ] {
        add(format!("timestamp {timestamp:?}"), Signed { timestamp: timestamp.as_bytes(), ..good() }, THEN);
    }
    let long = kept("p".repeat(CLIENT_ID_BYTES_MAX + 1));
    let huge = kept("p".repeat(1 << 20));
    for client_id in [
        "panel-8",
        "PANEL-7",
        "Panel-7",
        "panel-7 ",
        " panel-7",
        "panel-7\0",
        "panel-7\n",
        "panel-70",
        "panel-",
        "nobody",
        "panel\u{2011}7",
        "device:panel-7",
        "",
        long,
        huge,
    ] {
        let what = format!("client {:.40?} of {} bytes", client_id, client_id.len());
        add(what, Signed { client_id: client_id.as_bytes(), ..good() }, THEN);
    }
    add("client that is no UTF-8".into(), Signed { client_id: b"panel-7\xff", ..good() }, THEN);
    let hex = &GOOD["sha256=".len()..];
    for signature in [
        kept(hex),
        kept(format!("SHA256={hex}")),
        kept(format!("sha256:{hex}")),
        kept(format!("sha1={hex}")),
        kept(format!("sha512={hex}")),
        kept(format!("sha256 = {hex}")),
        kept(format!("sha256={}", &hex[1..])),
        kept(format!("sha256={}", &hex[2..])),
        kept(format!("sha256={}", &hex[..62])),
        kept(format!("{GOOD}0")),
        kept(format!("{GOOD}00")),
        kept(format!("{GOOD} ")),
        kept(format!(" {GOOD}")),
        kept(format!("{GOOD}\n")),
        kept(format!("{GOOD}\0")),
        kept(format!("{GOOD}, {GOOD}")),
        kept(format!("{GOOD},{GOOD}")),
        kept(format!("sha256=\"{hex}\"")),
        kept(format!("sha256=0x{}", &hex[2..])),
        kept(format!("sha256={}g", &hex[..63])),
        kept(format!("sha256={}é", &hex[..62])),
        kept(format!("sha256=+{}", &hex[1..])),
        kept(format!("sha256={}", "0".repeat(64))),
        kept(format!("sha256={}", "f".repeat(64))),
        kept(format!("sha256={}", "ab".repeat(1 << 19))),
        "sha256=vOrgJ93uagEmG/kFdI7weKR+DtPSPVFnwBapcbTIGNrw==",
        "sha256=",
        "",
    ] {
        let what = format!("signature {:.90?} of {} bytes", signature, signature.len());
        add(what, Signed { signature: signature.as_bytes(), ..good() }, THEN);
    }
    cases
}

#[test]
fn no_altered_request_is_taken() {
    let (devices, cases) = (devices(), altered());
    println!("{} altered requests", cases.len());
    assert!(cases.len() >= 60, "{}", cases.len());
    for (what, request, now) in cases {
        let refused = devices.verify(&request, now).map(|_| ()).unwrap_err();
        assert!(matches!(refused, Refusal::DeviceTime | Refusal::DeviceSignature), "{what}: {refused:?}");
    }
}

#[test]
fn another_spelling_of_the_time_is_refused_even_if_it_is_signed() {
    // By Python's hmac, each over the time as it stands here.
    for (time, tag) in [
        ("01700000000", "8bbc448b719565c55a2dadac8dd6965cc26e043815ed2b15a4ad3b1f201f2003"),
        ("+1700000000", "fbb1afb591acca5827fac3d9afe9b6a2e6b49b1828fd1a78a0997ad2d84cd0fc"),
        ("1700000000 ", "82c26719307aaabb7578724e2c94d17a48b0afa6c341219fba91e3181fe4e8dd"),
        ("1700000000.0", "041d9510bca97c7aad1146e64cdef889d8d0a3690c7a3b92d2142c4c081ed30f"),
        ("-1700000000", "0bdb2ce148eb8d066ba7932a77031a47914afa0967224237591f380d33801369"),
        ("", "cc061bea85dab309aa2d64c3e1bf4f82fc3982fbf6bcd2d892ef8aeb0aa5223e"),
    ] {
        let signature = format!("sha256={tag}");
        let request = Signed { timestamp: time.as_bytes(), signature: signature.as_bytes(), ..good() };
        assert_eq!(devices().verify(&request, THEN).map(|_| ()), Err(Refusal::DeviceTime), "{time:?}");
    }
}

#[test]
fn an_unknown_client_is_told_what_a_wrong_signature_is_told() {
    let devices = devices();
    let of_nobody = devices.verify(&Signed { client_id: b"nobody", ..good() }, THEN);
    let of_another = devices.verify(&Signed { client_id: b"panel-8", ..good() }, THEN);
    assert_eq!(of_nobody, of_another);
    // What stands in an unknown client's place is signed with an empty secret, which opens nothing: by Python's hmac.
    let empty = "sha256=4dc84f0bb929af886cb0a960ebc73e010968bc5295c795cac3e56026b3a14747";
    let as_nobody = Signed { client_id: b"nobody", signature: empty.as_bytes(), ..good() };
    assert_eq!(devices.verify(&as_nobody, THEN).map(|_| ()), Err(Refusal::DeviceSignature));
}

#[test]
fn a_device_has_an_id_that_a_header_carries_and_a_secret() {
    let scopes = Scopes::none;
    for id in ["", "a b", "a\n", "a\0", "é", &"x".repeat(CLIENT_ID_BYTES_MAX + 1)] {
        let error = Device::new(id, b"secret", scopes()).unwrap_err();
        assert!(matches!(error, DeviceError::ClientId(_)), "{id:?}: {error}");
    }
    let long = vec![b'x'; DEVICE_SECRET_BYTES_MAX + 1];
    for secret in [&b""[..], &long] {
        let error = Device::new("a", secret, scopes()).unwrap_err();
        assert_eq!(error, DeviceError::Secret("a".into()));
    }
    let twice = Devices::new("us", ["a", "b", "a"].map(|id| device(id, b"secret")));
    assert_eq!(twice.map(|_| ()), Err(DeviceError::Twice("a".into())));
    let many = Devices::new("us", (0..=DEVICES_MAX).map(|n| device(&n.to_string(), b"secret")));
    assert_eq!(many.map(|_| ()), Err(DeviceError::TooMany));
}

#[test]
fn no_secret_is_shown() {
    let shown = format!("{:?} {:?}", device("panel-7", SECRET.as_bytes()), devices());
    assert_eq!(shown, "Device(\"panel-7\", ..) Devices(3)");
}

proptest! {
    #[test]
    fn nothing_that_is_sent_makes_it_panic_or_is_taken(
        target in any::<String>(),
        client_id in prop::collection::vec(any::<u8>(), 0..40),
        timestamp in prop_oneof![Just(b"1700000000".to_vec()), prop::collection::vec(any::<u8>(), 0..20)],
        signature in prop_oneof![Just(GOOD.as_bytes().to_vec()), prop::collection::vec(any::<u8>(), 0..80)],
    ) {
        let request =
            Signed { method: "GET", target: &target, client_id: &client_id, timestamp: &timestamp, signature: &signature };
        prop_assert!(devices().verify(&request, THEN).is_err());
    }

    #[test]
    fn one_changed_digit_is_never_taken(at in 0usize..64, by in 1u32..16) {
        let mut signature = GOOD.to_owned();
        let at = at + "sha256=".len();
        let digit = char::from(GOOD.as_bytes()[at]).to_digit(16).unwrap();
        signature.replace_range(at..=at, &format!("{:x}", (digit + by) % 16));
        let request = Signed { signature: signature.as_bytes(), ..good() };
        prop_assert_eq!(devices().verify(&request, THEN).map(|_| ()), Err(Refusal::DeviceSignature));
    }
}
