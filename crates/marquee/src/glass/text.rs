//! A text cut into what stands in cells, from left to right as it is seen. It counts as the server does; what would harm a
//! terminal (a control character, a heap of marks) never comes out. It shapes no letters.

use marquee_protocol::notice::{cells, clean};
use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

/// The most characters of one cluster that are kept: a long emoji sequence has ten. Beyond it the rest of the marks is dropped.
const CLUSTER_CHARS_MAX: usize = 12;

/// What is seen as one character.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Cluster {
    /// Its characters.
    pub(crate) text: String,
    /// How many cells it takes: 1 or 2.
    pub(crate) cells: u16,
}

/// The clusters of a text, from left to right.
pub(crate) fn clusters(text: &str) -> Vec<Cluster> {
    let text = clean(text);
    let bidi = BidiInfo::new(&text, None);
    let (mut kept, mut levels) = (Vec::new(), Vec::new());
    for (at, cluster) in text.grapheme_indices(true) {
        let level = bidi.levels.get(at).copied().unwrap_or(Level::ltr());
        if let Some(cluster) = cut(cluster, level) {
            kept.push(Some(cluster));
            levels.push(level);
        }
    }
    let order = BidiInfo::reorder_visual(&levels);
    order.into_iter().filter_map(|place| kept.get_mut(place)?.take()).collect()
}

fn cut(cluster: &str, level: Level) -> Option<Cluster> {
    let cells = u16::try_from(cells(cluster)).ok().filter(|cells| *cells > 0)?;
    let text = match mirrored(cluster).filter(|_| level.is_rtl()) {
        Some(mirrored) => mirrored.to_owned(),
        None => cluster.chars().take(CLUSTER_CHARS_MAX).collect(),
    };
    Some(Cluster { text, cells })
}

/// What stands for a bracket where the writing goes from right to left.
fn mirrored(cluster: &str) -> Option<&'static str> {
    const PAIRS: [(&str, &str); 7] =
        [("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("«", "»"), ("‹", "›"), ("≤", "≥")];
    PAIRS.iter().find_map(|(open, close)| match cluster {
        _ if cluster == *open => Some(*close),
        _ if cluster == *close => Some(*open),
        _ => None,
    })
}

/// A text in lines of at most so many cells, each from left to right: broken after a blank or between wide characters, and
/// anywhere where there is neither.
pub(crate) fn lines(text: &str, width: u32) -> Vec<Vec<Cluster>> {
    let text = clean(text);
    let mut lines = Vec::new();
    let (mut begin, mut taken) = (0, 0);
    // The last place where the line may be broken, and what stands before it.
    let mut chance: Option<(usize, u32)> = None;
    for (at, cluster) in text.grapheme_indices(true) {
        let cells = cells(cluster);
        if taken + cells > width.max(2) && cluster != " " {
            let (end, before) = chance.take().unwrap_or((at, taken));
            lines.push(clusters(text[begin..end].trim()));
            (begin, taken) = (end, taken - before);
        }
        taken += cells;
        if cluster == " " || cells == 2 {
            chance = Some((at + cluster.len(), taken));
        }
    }
    if begin < text.len() {
        lines.push(clusters(text[begin..].trim()));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// How many cells they take.
pub(crate) fn width(clusters: &[Cluster]) -> u32 {
    clusters.iter().map(|cluster| u32::from(cluster.cells)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        clusters(text).into_iter().map(|cluster| cluster.text).collect()
    }

    #[test]
    fn a_text_is_as_wide_as_the_server_says() {
        for text in [
            "down",
            "系统维护完成,服务已全面恢复",
            "👩\u{200D}👩\u{200D}👧 e\u{301}",
            "नमस्ते",
            "שלום (1)",
            "\u{200B}\u{301}",
        ] {
            assert_eq!(width(&clusters(text)), cells(text), "{text:?}");
        }
    }

    #[test]
    fn writing_from_right_to_left_is_laid_from_left_to_right_and_brackets_turn() {
        assert_eq!(seen("שלום (אב) 12"), "12 (בא) םולש");
        assert_eq!(seen("disk שגיאה full"), "disk האיגש full");
    }

    #[test]
    fn a_long_text_is_broken_where_it_may_be() {
        let broken = |text: &str, width: u32| -> Vec<String> {
            let seen = |line: Vec<Cluster>| line.into_iter().map(|cluster| cluster.text).collect();
            lines(text, width).into_iter().map(seen).collect()
        };
        assert_eq!(broken("the database is down", 12), ["the database", "is down"]);
        assert_eq!(broken("系统维护完成", 5), ["系统", "维护", "完成"]);
        assert_eq!(broken("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(broken("אב גד", 2), ["בא", "דג"]);
        assert!(broken("  ", 5).is_empty());
        for width in 1..30 {
            let all = lines("a 系统 bbb ccccccccc d系e统f 👩\u{200D}👧 x", width);
            assert!(all.iter().all(|line| super::width(line) <= width.max(2)), "{width}: {all:?}");
        }
    }

    #[test]
    fn nothing_that_steers_a_terminal_comes_out() {
        let text = "a\x1b[2J\x1b]0;x\x07\u{9b}31mb\r\nc\u{202E}d\u{2066}e\u{200B}\u{FEFF}";
        let out = seen(text);
        assert!(out.chars().all(|c| !c.is_control() && c != '\u{202E}' && c != '\u{2066}'), "{out:?}");
        let heap = format!("a{}b", "\u{301}".repeat(2_000));
        assert!(seen(&heap).chars().count() <= CLUSTER_CHARS_MAX + 1);
        assert_eq!(width(&clusters(&heap)), 2);
    }
}
