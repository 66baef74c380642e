//! The tokens that the suite comes with, where the server asks for them. They stand in no command line, which others on the machine can
//! read, and are never shown.

use std::fmt;

/// The environment's name of the token with which every request and connection comes.
pub(crate) const TOKEN: &str = "MARQUEE_TOKEN";
/// The environment's name of a token of the same subject that opens `conformance.narrow.*` alone.
pub(crate) const NARROWER: &str = "MARQUEE_NARROWER_TOKEN";

/// A token's text.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token(String);

impl Token {
    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// What the suite has of them.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Tokens {
    token: Option<Token>,
    narrower: Option<Token>,
}

impl Tokens {
    /// A token, and one that opens less. Empty is none; what cannot stand in a header is refused, and not repeated.
    pub fn new(token: Option<String>, narrower: Option<String>) -> Result<Self, String> {
        let (token, narrower) = (read(TOKEN, token)?, read(NARROWER, narrower)?);
        if narrower.is_some() && token.is_none() {
            return Err(format!("{NARROWER} is set and {TOKEN} is not: set both, or none"));
        }
        Ok(Self { token, narrower })
    }

    /// Those of the environment.
    pub fn of_the_environment() -> Result<Self, String> {
        Self::new(std::env::var(TOKEN).ok(), std::env::var(NARROWER).ok())
    }

    pub(crate) fn authorization(&self) -> Option<String> {
        self.token.as_ref().map(|token| format!("Bearer {}", token.text()))
    }

    pub(crate) fn narrower(&self) -> Option<&Token> {
        self.narrower.as_ref()
    }
}

fn read(name: &str, text: Option<String>) -> Result<Option<Token>, String> {
    let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if text.as_ref().is_some_and(|text| !text.bytes().all(|byte| byte.is_ascii_graphic())) {
        return Err(format!("{name} is no token: it is one word of printable ASCII"));
    }
    Ok(text.map(Token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_one_word_each_come_together_and_are_never_shown() {
        let some = |text: &str| Some(text.to_owned());
        let tokens = Tokens::new(some(" eyJ.one\n"), some("eyJ.two")).unwrap();
        assert_eq!(tokens.authorization().as_deref(), Some("Bearer eyJ.one"));
        let shown = format!("{tokens:?}");
        assert!(!shown.contains("eyJ"), "{shown}");
        assert_eq!(Tokens::new(some(""), None), Ok(Tokens::default()));
        for wrong in [Tokens::new(None, some("eyJ.two")), Tokens::new(some("hidden words"), None)] {
            let sentence = wrong.unwrap_err();
            assert!(sentence.contains("MARQUEE_") && !sentence.contains("hidden"), "{sentence}");
        }
    }
}
