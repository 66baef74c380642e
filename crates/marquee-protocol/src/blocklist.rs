//! Words and patterns that a server does not show: a text with one is refused, or shown with stars in its place. It
//! judges text alone; where the list comes from, and when it changes, is not its business.

use aho_corasick::{AhoCorasick, MatchKind};
use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use std::ops::Range;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The most words and patterns of a list.
const RULES_MAX: usize = 100_000;
/// The most patterns of a list: each costs a pass over every text.
const PATTERNS_MAX: usize = 1_000;
/// What a compiled pattern may take, in bytes.
const PATTERN_SIZE: usize = 1 << 20;

/// A list as its file has it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BlockListFile {
    /// A text with one of these is refused.
    pub reject: Rules,
    /// These are shown as stars.
    pub mask: Rules,
}

/// What is looked for.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// Words, whatever their case and width: whole ones, where the script parts words.
    pub words: Vec<String>,
    /// Regular expressions, applied to the text as it is.
    pub patterns: Vec<String>,
}

/// A list that is ready to judge.
#[derive(Debug, Default)]
pub struct BlockList {
    reject: Matcher,
    mask: Matcher,
}

/// A list with nothing in it.
pub static NOTHING: BlockList = BlockList { reject: Matcher::EMPTY, mask: Matcher::EMPTY };

/// What a list says of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It may be shown as it is.
    Clean,
    /// It may be shown like this.
    Masked(String),
    /// It may not be shown.
    Rejected,
}

#[derive(Debug, Default)]
struct Matcher {
    words: Option<AhoCorasick>,
    /// Of each word: whether it has to begin and to end where a word does.
    edges: Vec<(bool, bool)>,
    patterns: Vec<Regex>,
}

/// A text in the form in which words are compared, and where each of its characters stands in the text.
struct Folded {
    text: String,
    /// By byte of `text`: where the character that it comes from stands.
    origins: Vec<Range<usize>>,
}

impl BlockList {
    /// Makes a list ready, or names every fault of it.
    pub fn new(file: &BlockListFile) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let rules = [&file.reject, &file.mask];
        let words: usize = rules.iter().map(|rules| rules.words.len()).sum();
        let patterns: usize = rules.iter().map(|rules| rules.patterns.len()).sum();
        if words + patterns > RULES_MAX {
            faults.push(format!("{} words and patterns are too many: at most 100,000", words + patterns));
        }
        if patterns > PATTERNS_MAX {
            faults.push(format!("{patterns} patterns are too many: at most 1,000; words are cheaper"));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let reject = Matcher::new(&file.reject, "reject", &mut faults);
        let mask = Matcher::new(&file.mask, "mask", &mut faults);
        if faults.is_empty() { Ok(Self { reject, mask }) } else { Err(faults) }
    }

    /// What the list says of a text.
    pub fn judge(&self, text: &str) -> Verdict {
        if self.reject.is_empty() && self.mask.is_empty() {
            return Verdict::Clean;
        }
        let folded = Folded::new(text);
        if !self.reject.find(text, &folded).is_empty() {
            return Verdict::Rejected;
        }
        let found = self.mask.find(text, &folded);
        if found.is_empty() {
            return Verdict::Clean;
        }
        let masked = |place: usize| found.iter().any(|range| range.contains(&place));
        let star = |(place, character): (usize, char)| {
            if masked(place) && !character.is_whitespace() { '*' } else { character }
        };
        Verdict::Masked(text.char_indices().map(star).collect())
    }
}

impl Matcher {
    const EMPTY: Self = Self { words: None, edges: Vec::new(), patterns: Vec::new() };

    fn new(rules: &Rules, name: &str, faults: &mut Vec<String>) -> Self {
        let mut words = Vec::with_capacity(rules.words.len());
        let mut edges = Vec::with_capacity(rules.words.len());
        for (place, word) in rules.words.iter().enumerate() {
            let folded = Folded::new(word.trim()).text;
            let (Some(first), Some(last)) = (folded.chars().next(), folded.chars().next_back()) else {
                faults.push(format!("{name}.words, number {}: there is nothing in it", place + 1));
                continue;
            };
            edges.push((parts_words(first), parts_words(last)));
            words.push(folded);
        }
        let words = match AhoCorasick::builder().match_kind(MatchKind::Standard).build(&words) {
            Ok(automaton) => (!words.is_empty()).then_some(automaton),
            Err(error) => {
                faults.push(format!("{name}.words: {error}"));
                None
            }
        };
        let mut patterns = Vec::with_capacity(rules.patterns.len());
        for (place, pattern) in rules.patterns.iter().enumerate() {
            let number = place + 1;
            match RegexBuilder::new(pattern).size_limit(PATTERN_SIZE).build() {
                Ok(regex) if regex.is_match("") => {
                    faults.push(format!(
                        "{name}.patterns, number {number}: it matches nothing at all, so everything"
                    ));
                }
                Ok(regex) => patterns.push(regex),
                Err(error) => faults.push(format!("{name}.patterns, number {number}: {error}")),
            }
        }
        Self { words, edges, patterns }
    }

    fn is_empty(&self) -> bool {
        self.words.is_none() && self.patterns.is_empty()
    }

    /// Where in the text something is that is looked for.
    fn find(&self, text: &str, folded: &Folded) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for matched in self.words.iter().flat_map(|words| words.find_overlapping_iter(&folded.text)) {
            let (begins, ends) = self.edges[matched.pattern().as_usize()];
            let before = folded.text[..matched.start()].chars().rev().find(|c| !is_combining_mark(*c));
            let after = folded.text[matched.end()..].chars().next();
            let inside = begins && before.is_some_and(parts_words)
                || ends && after.is_some_and(parts_words)
                // A mark makes another letter of the last one.
                || after.is_some_and(is_combining_mark);
            if !inside {
                found.push(folded.origins[matched.start()].start..folded.origins[matched.end() - 1].end);
            }
        }
        for pattern in &self.patterns {
            found.extend(pattern.find_iter(text).map(|matched| matched.range()));
        }
        found
    }
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len()) };
        for (place, character) in text.char_indices().filter(|(_, character)| !is_unseen(*character)) {
            decompose_compatible(character, |part| {
                for lower in part.to_lowercase() {
                    folded.text.push(lower);
                    folded.origins.resize(folded.text.len(), place..place + character.len_utf8());
                }
            });
        }
        folded
    }
}

/// Characters that show nothing by themselves: put between letters, they would hide a word.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a character belongs to a script that sets its words apart: `ass` is no word of `class`, while 中 is one
/// of 人中人.
fn parts_words(character: char) -> bool {
    let joined = matches!(character, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}'
        | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    character.is_alphanumeric() && !joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(reject: &[&str], mask: &[&str], patterns: &[&str]) -> BlockList {
        let of = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let file = BlockListFile {
            reject: Rules { words: of(reject), patterns: of(patterns) },
            mask: Rules { words: of(mask), patterns: Vec::new() },
        };
        BlockList::new(&file).unwrap()
    }

    #[test]
    fn a_word_is_found_whatever_its_case_and_width_and_what_is_hidden_in_it() {
        let list = list(&["bad", "坏话"], &[], &[]);
        for text in [
            "bad",
            "so BAD!",
            "b\u{200B}ad",
            "ｂａｄ",
            "-bad-",
            "太坏话了",
            "bad坏",
            "b\u{AD}a\u{FE0F}d",
            "x 𝐛𝐚𝐝",
        ] {
            assert_eq!(list.judge(text), Verdict::Rejected, "{text}");
        }
        for text in ["", "badge", "abad", "ba d", "坏 话", "good", "bad1", "ébad", "bad\u{301}"] {
            assert_eq!(list.judge(text), Verdict::Clean, "{text}");
        }
    }

    #[test]
    fn what_is_masked_keeps_its_blanks_and_its_length_in_characters() {
        let list = list(&[], &["damn it", "坏", "ﬃ"], &[]);
        for (text, shown) in [
            ("oh DAMN IT, no", "oh **** **, no"),
            ("很坏!", "很*!"),
            ("d\u{200B}amn it", "***** **"),
            ("damn it damn it", "**** ** **** **"),
            ("x ﬃ y", "x * y"),
            ("x ffi y", "x *** y"),
        ] {
            assert_eq!(list.judge(text), Verdict::Masked(shown.into()), "{text}");
        }
        assert_eq!(list.judge("office"), Verdict::Clean);
    }

    #[test]
    fn a_refusal_goes_before_a_mask_and_the_longer_word_hides_no_shorter_one() {
        let list = list(&["worse"], &["bad", "bad worse thing"], &[r"(?i)buy\s+now", r"\d{16}"]);
        assert_eq!(list.judge("bad worse"), Verdict::Rejected);
        assert_eq!(list.judge("BUY  now"), Verdict::Rejected);
        assert_eq!(list.judge("card 4111111111111111"), Verdict::Rejected);
        assert_eq!(list.judge("bad worst thing"), Verdict::Masked("*** worst thing".into()));
    }

    #[test]
    fn every_fault_of_a_list_is_named() {
        let file = BlockListFile {
            reject: Rules {
                words: vec!["ok".into(), " \u{200B}".into()],
                patterns: vec!["(".into(), "a*".into()],
            },
            mask: Rules { words: Vec::new(), patterns: vec!["(a{1000}){1000}".into()] },
        };
        let faults = BlockList::new(&file).unwrap_err();
        let begins: Vec<&str> = faults.iter().map(|fault| fault.split(':').next().unwrap()).collect();
        let expected = [
            "reject.words, number 2",
            "reject.patterns, number 1",
            "reject.patterns, number 2",
            "mask.patterns, number 1",
        ];
        assert_eq!(begins, expected);
        let many = Rules { words: vec!["a".into(); 100_001], patterns: vec!["b".into(); 1_001] };
        assert_eq!(
            BlockList::new(&BlockListFile { reject: many, mask: Rules::default() }).unwrap_err().len(),
            2
        );
    }

    #[test]
    fn an_empty_list_says_nothing() {
        assert_eq!(BlockList::default().judge("anything"), Verdict::Clean);
        assert_eq!(BlockList::new(&BlockListFile::default()).unwrap().judge("anything"), Verdict::Clean);
    }
}
