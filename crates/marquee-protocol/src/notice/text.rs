//! Cleaning of text, so that one line on a wall is one line, and reads as it was written. It never looks for markup:
//! text is not markup, and what shows it escapes it.

/// Text of one line: what breaks a line, and a tab, is one space; control characters, and those that turn the
/// direction of writing, are gone. Cleaning what is clean changes nothing.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                characters.next_if_eq(&'\n');
                cleaned.push(' ');
            }
            '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {}
            control if control.is_control() => {}
            kept => cleaned.push(kept),
        }
    }
    cleaned
}

/// Whether there is nothing to see.
pub(super) fn blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_break_is_one_space_and_a_pair_is_one_break() {
        assert_eq!(clean("a\r\nb\rc\nd\u{85}e\u{2028}f\u{2029}g\th"), "a b c d e f g h");
        assert_eq!(clean("a\n\nb\n\rc"), "a  b  c");
    }

    #[test]
    fn what_cannot_be_seen_or_turns_the_writing_is_removed() {
        assert_eq!(clean("\u{FEFF}a\0\u{1b}[31m\u{7f}\u{9b}b\u{202E}c\u{2066}d\u{2069}"), "a[31mbcd");
        assert_eq!(clean("زر👩\u{200D}👧 \u{200F}"), "زر👩\u{200D}👧 \u{200F}", "joiners and marks stay");
    }

    #[test]
    fn white_space_alone_is_nothing() {
        for nothing in ["", " ", "\u{3000}\u{A0} "] {
            assert!(blank(nothing), "{nothing:?}");
        }
        assert!(!blank(" . "));
    }
}
