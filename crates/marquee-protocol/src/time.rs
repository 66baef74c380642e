//! Times on the wire: RFC 3339 in HTTP bodies, milliseconds since the Unix epoch within. It never reads a clock.

use jiff::Timestamp;

/// A time as HTTP bodies carry it: RFC 3339, UTC, with milliseconds. What is beyond the year 9999 is its end.
pub fn rfc3339(ms: u64) -> String {
    let time = i64::try_from(ms).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok());
    format!("{:.3}", time.unwrap_or(Timestamp::MAX))
}

/// The milliseconds of an RFC 3339 time, cut to whole ones; what is before 1970 counts as its beginning.
pub fn parse(text: &str) -> Option<u64> {
    // The library also reads blanks for the `T`, offsets of hours alone and zones in brackets.
    if !strict(text.as_bytes()) {
        return None;
    }
    let time: Timestamp = text.parse().ok()?;
    Some(u64::try_from(time.as_millisecond()).unwrap_or(0))
}

/// Whether it has the form `YYYY-MM-DDThh:mm:ss[.f…](Z|±hh:mm)`.
fn strict(text: &[u8]) -> bool {
    const DATE_TIME: &[u8] = b"0000-00-00T00:00:00";
    const OFFSET: &[u8] = b"+00:00";
    let fits = |text: &[u8], form: &[u8]| {
        text.len() == form.len()
            && text.iter().zip(form).all(|(byte, like)| match like {
                b'0' => byte.is_ascii_digit(),
                b'T' => matches!(byte, b'T' | b't'),
                b'+' => matches!(byte, b'+' | b'-'),
                same => byte == same,
            })
    };
    let Some((date_time, mut rest)) = text.split_at_checked(DATE_TIME.len()) else { return false };
    if let Some(fraction) = rest.strip_prefix(b".") {
        let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if !(1..=9).contains(&digits) {
            return false;
        }
        rest = &fraction[digits..];
    }
    fits(date_time, DATE_TIME) && (matches!(rest, b"Z" | b"z") || fits(rest, OFFSET))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_utc_with_milliseconds() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(rfc3339(1_700_000_000_120), "2023-11-14T22:13:20.120Z");
        assert!(rfc3339(u64::MAX).starts_with("9999-12-"));
    }

    #[test]
    fn what_is_written_is_read_back() {
        for ms in [0, 1, 999, 1_700_000_000_123] {
            assert_eq!(parse(&rfc3339(ms)), Some(ms));
        }
        for (text, ms) in [
            ("2023-11-14T22:13:20Z", 1_700_000_000_000),
            ("2023-11-15t06:13:20.1299+08:00", 1_700_000_000_129),
            ("2023-11-14T22:13:20-00:00", 1_700_000_000_000),
            ("1969-07-20T20:17:40Z", 0),
        ] {
            assert_eq!(parse(text), Some(ms), "{text}");
        }
    }

    #[test]
    fn what_is_not_rfc_3339_is_refused() {
        for bad in [
            "",
            "now",
            "2023-11-14",
            "2023-11-14T22:13Z",
            "2023-11-14T22:13:20",
            "2023-11-14 22:13:20Z",
            "2023-11-14T22:13:20+08",
            "2023-11-14T22:13:20.Z",
            "2023-11-14T22:13:20.1234567891Z",
            "2023-11-14T22:13:20Z[UTC]",
            "2023-13-14T22:13:20Z",
            "2023-02-29T22:13:20Z",
            "2023-11-14T24:13:20Z",
            "+002023-11-14T22:13:20Z",
            "２023-11-14T22:13:20Z",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
