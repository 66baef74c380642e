//! Markup that publishers may send: taken down to a few harmless elements, and turned into text where there is none.
//! It never repairs what it takes out.

use super::text::clean;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Elements that are kept.
const ELEMENTS: [&str; 9] = ["b", "strong", "i", "em", "u", "s", "code", "span", "a"];
/// Elements whose content goes with them, because it was never meant to be read.
const UNREAD: [&str; 9] =
    ["script", "style", "template", "iframe", "noembed", "noframes", "noscript", "title", "xmp"];
/// Elements that part words although no blank stands between them.
const PARTING: [&str; 17] = [
    "br",
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "td",
    "th",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
];

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(ELEMENTS))
        .clean_content_tags(HashSet::from(UNREAD))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("span", HashSet::from(["class"]))]))
        .url_schemes(HashSet::from(["https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer"))
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("span", "class") => own_classes(value),
            _ => Some(value.into()),
        });
    builder
});

static PLAIN: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder.tags(HashSet::from(PARTING)).clean_content_tags(HashSet::from(UNREAD));
    builder
});

/// Only what is allowed of the markup; its characters are cleaned as those of text are.
pub(super) fn sanitise(html: &str) -> String {
    let once = SANITISER.clean(&clean(html)).to_string();
    // A character reference may stand for what cleaning removes.
    let cleaned = clean(&once);
    if cleaned == once { once } else { SANITISER.clean(&cleaned).to_string() }
}

/// The text of markup: without elements, references read, white space as a browser shows it, cleaned.
pub(super) fn text(html: &str) -> String {
    let marked = PLAIN.clean(html).to_string();
    let mut text = String::with_capacity(marked.len());
    let mut rest = &*marked;
    // What is left of `<` are parting elements without attributes: all other ones are written as references.
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let read =
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{A0}").replace("&amp;", "&");
    let words: Vec<&str> = read.split_ascii_whitespace().collect();
    clean(&words.join(" "))
}

fn own_classes(value: &str) -> Option<Cow<'_, str>> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let own = |class: &&str| class.len() > 2 && class.starts_with("m-") && class.bytes().all(plain);
    let classes: Vec<&str> = value.split_ascii_whitespace().filter(own).collect();
    (!classes.is_empty()).then(|| classes.join(" ").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_stays() {
        for kept in [
            "<b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><s>f</s><code>g</code>",
            "<span class=\"m-red m-blink_2\">a</span>",
            "<a href=\"https://example.com/?a=1&amp;b=2\" rel=\"noopener noreferrer\">a</a>",
            "<a href=\"mailto:a@example.com\" rel=\"noopener noreferrer\">a</a>",
            "1 &lt; 2 &amp; 3 &gt; 2",
        ] {
            assert_eq!(sanitise(kept), kept);
        }
    }

    #[test]
    fn only_classes_of_the_house_stay() {
        assert_eq!(sanitise("<span class='m-red evil m- m-a\"b'>a</span>"), "<span class=\"m-red\">a</span>");
        assert_eq!(sanitise("<span class=evil id=x style=y>a</span>"), "<span>a</span>");
        assert_eq!(sanitise("<b class=m-red>a</b>"), "<b>a</b>");
    }

    #[test]
    fn references_cannot_bring_back_what_cleaning_removes() {
        assert_eq!(sanitise("a&#x202e;b&#9;c&#10;d\u{202e}e"), "ab c de");
    }

    #[test]
    fn text_is_what_a_browser_shows() {
        for (html, shown) in [
            ("<b>Down</b> &amp; <i>out</i>", "Down & out"),
            ("a<br>b<p>c</p>\n\n d", "a b c d"),
            ("1 &lt; 2 &copy; &amp;lt; &eacute;", "1 < 2 © &lt; é"),
            ("<script>alert(1)</script><style>x</style>ok<!-- no -->", "ok"),
            ("a&nbsp;b", "a\u{A0}b"),
            ("<a href='https://e.com/?a>b'>x</a>", "x"),
            ("<b></b>", ""),
        ] {
            assert_eq!(text(html), shown, "{html}");
        }
    }
}
