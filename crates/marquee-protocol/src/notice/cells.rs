//! How wide a text is on a ribbon, in cells of half an em. It is reckoned once, at the door, and carried with the
//! notice, so that no two terminals measure differently.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The cells of a text: by grapheme cluster, an East Asian wide one or an emoji sequence is 2, a narrow or ambiguous
/// one 1, one of combining or zero-width characters alone 0.
pub fn cells(text: &str) -> u32 {
    text.graphemes(true).fold(0, |sum, cluster| sum.saturating_add(width(cluster)))
}

fn width(cluster: &str) -> u32 {
    // By its own rules a cluster may be wider than its base: a letter with spacing marks, a broken emoji sequence.
    match cluster.width() {
        0 => 0,
        1 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_half_an_em() {
        for (text, expected) in [
            ("", 0),
            ("down", 4),
            ("中文", 4),
            ("系统维护完成,服务已全面恢复", 27),
            ("Ｗide，", 7),
            ("한글", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2),
            ("ｶﾞｷﾞ", 4),
            ("½", 1),
            ("±°α", 3),
            ("é", 1),
            ("e\u{301}", 1),
            ("a\u{200B}b", 2),
            ("\u{301}", 0),
            ("नमस्ते", 4),
        ] {
            assert_eq!(cells(text), expected, "{text:?}");
        }
    }

    #[test]
    fn an_emoji_sequence_is_two_cells_whatever_it_is_made_of() {
        for text in [
            "😀",
            "👩\u{200D}👩\u{200D}👧",
            "🇨🇳",
            "1\u{FE0F}\u{20E3}",
            "❤\u{FE0F}",
            "👍🏽",
            "🏴\u{200D}☠\u{FE0F}",
            "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
            "☝🏽",
        ] {
            assert_eq!(cells(text), 2, "{text:?}");
        }
        assert_eq!(cells("❤"), 1, "without the selector it is a narrow character");
        assert_eq!(cells("🇨🇳🇩🇪"), 4);
    }
}
