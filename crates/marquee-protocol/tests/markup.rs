//! Whatever markup a publisher sends, what comes out is a few harmless elements and nothing that runs or loads.

#![expect(clippy::unwrap_used, reason = "what fails in a test may panic")]

use marquee_core::NoticeId;
use marquee_protocol::blocklist::NOTHING;
use marquee_protocol::notice::{Context, IdFrom, read};
use proptest::prelude::*;
use serde_json::json;

fn sanitised(html: &str) -> String {
    let mint = || NoticeId::parse("minted").unwrap();
    let context = Context {
        now: 0,
        trace_id: "",
        mint: &mint,
        board: None,
        id: None,
        id_from: IdFrom::Path,
        block_list: &NOTHING,
    };
    let notice = json!({"text": "ok", "html": format!("ok {html}")}).to_string();
    read(notice.as_bytes(), &context).unwrap().draft.html.unwrap_or_default().into()
}

/// Walks through the markup by the strictest grammar there is; says what it meets that is not allowed.
fn harm(html: &str) -> Result<(), String> {
    let (mut rest, mut open) = (html, Vec::new());
    while let Some((text, tag)) = rest.split_once('<') {
        if text.contains('>') {
            return Err(format!("a bare > in {text:?}"));
        }
        let name_end = tag.find([' ', '>']).ok_or("a tag without an end")?;
        let (name, mut attributes) = tag.split_at(name_end);
        let (name, closes) = name.strip_prefix('/').map_or((name, false), |name| (name, true));
        if !["b", "strong", "i", "em", "u", "s", "code", "span", "a"].contains(&name) {
            return Err(format!("the element {name:?}"));
        }
        while let Some(attribute) = attributes.strip_prefix(' ') {
            let (attribute, value) = attribute.split_once("=\"").ok_or("an attribute without quotes")?;
            let (value, after) = value.split_once('"').ok_or("an open quote")?;
            let lower = value.to_ascii_lowercase();
            let allowed = match (name, attribute) {
                ("a", "href") => lower.starts_with("https:") || lower.starts_with("mailto:"),
                ("a", "rel") => value == "noopener noreferrer",
                ("span", "class") => value.split(' ').all(|class| class.starts_with("m-")),
                _ => false,
            };
            if !allowed || closes {
                return Err(format!("{attribute}={value:?} of {name}"));
            }
            attributes = after;
        }
        rest = attributes.strip_prefix('>').ok_or_else(|| format!("{attributes:?} in a tag"))?;
        if !closes {
            open.push(name);
        } else if open.pop() != Some(name) {
            return Err(format!("{name} is closed but not open"));
        }
    }
    if rest.contains('>') || !open.is_empty() {
        return Err(format!("{open:?} left open, or a bare > in {rest:?}"));
    }
    let turns = |c: char| {
        c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    html.find(turns).map_or(Ok(()), |at| Err(format!("a forbidden character at {at}")))
}

const VECTORS: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<script/x>alert(1)</script>",
    "<<script>alert(1);//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img/src=`x`onerror=alert(1)>",
    "<img src=x:alert(alt) onerror=eval(src) alt=0>",
    "<svg onload=alert(1)>",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text x=20 y=20>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<svg><use href=\"data:image/svg+xml;base64,PHN2Zz4=#x\"/></svg>",
    "<svg><foreignObject><b onclick=alert(1)>x</b></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<math href=\"javascript:alert(1)\">x</math>",
    "<math><mi xlink:href=\"data:x,<script>alert(1)</script>\">x",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\" javascript:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\"java&#x0A;script:alert(1)\">x</a>",
    "<a href=\"&#106;&#97;&#118;&#97;script:alert(1)\">x</a>",
    "<a href=\"&#0000106avascript&colon;alert(1)\">x</a>",
    "<a href=\"\u{1}javascript:alert(1)\">x</a>",
    "<a href=\"\u{FEFF}javascript:alert(1)\">x</a>",
    "<a href=javascript&#58;alert(1)>x</a>",
    "<a href=\"vbscript:msgbox(1)\">x</a>",
    "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
    "<a href=\"file:///etc/passwd\">x</a>",
    "<a href=\"blob:https://example.com/x\">x</a>",
    "<a href=\"view-source:https://example.com\">x</a>",
    "<a href=\"//evil.example\">x</a>",
    "<a href=\"/local\">x</a>",
    "<a href=\"http://example.com\">x</a>",
    "<a href=\"https://example.com/\" onmouseover=alert(1) style=\"x:expression(1)\" target=_top>x</a>",
    "<a href='https://example.com/\"><script>alert(1)</script>'>x</a>",
    "<a href=\"https://e.example/?a>b<c\">x</a>",
    "<a href=\"https://e.example/\" rel=\"opener\">x</a>",
    "<span class=\"m-a\" style=\"background:url(javascript:alert(1))\">x</span>",
    "<span class='m-\"onclick=alert(1)'>x</span>",
    "<span class=\"m-a&#x22;b evil\">x</span>",
    "<style>*{background:url(//evil.example)}</style>",
    "<style><style/><img src=x onerror=alert(1)>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<base href=\"javascript:alert(1)//\">",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<object data=\"javascript:alert(1)\"><param name=x></object>",
    "<embed src=\"javascript:alert(1)\">",
    "<form action=\"javascript:alert(1)\"><button formaction=\"javascript:alert(1)\">x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<body onload=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<table background=\"javascript:alert(1)\"><tr><td>x",
    "<template><script>alert(1)</script></template>",
    "<template><b>x</b><img src=x onerror=alert(1)></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>",
    "<title><a href=\"</title><img src=x onerror=alert(1)>\">",
    "<textarea><img title=\"</textarea><img src onerror=alert(1)>\"></textarea>",
    "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
    "<plaintext><b>x</b>",
    "<select><template><style><!--</style><a rel=\"--></style></template></select><img src onerror=alert(1)>\">",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version=\"1.0\"?><b>x</b>",
    "<!DOCTYPE html [<!ENTITY x \"y\">]>&x;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;",
    "<b <script>alert(1)</script>>x</b>",
    "<b><i>x</b>y</i>",
    "</b></span>x",
    "<b\u{0}onclick=alert(1)>x</b>",
    "<b/onclick=alert(1)//>x</b>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "<b onclick=alert(1)>&#x202E;&#0;&#x85;&#xFEFF;x</b>",
    "\u{202E}<b>x</b>\u{2066}\u{1b}[2J",
    "<a name=x id=y>x</a>",
    "<code><script>x</script><b>y",
];

#[test]
fn no_known_attack_comes_through() {
    for vector in VECTORS {
        let html = sanitised(vector);
        assert_eq!(harm(&html), Ok(()), "{vector} → {html}");
        assert_eq!(sanitised(html.strip_prefix("ok ").unwrap_or(&html)), html, "{vector} is not settled");
    }
    assert!(VECTORS.len() >= 40);
}

#[test]
fn the_walk_through_markup_sees_harm() {
    for harmful in [
        "<script>",
        "<b",
        "<b>",
        "</b>",
        "<b>x</i>",
        "<b onclick=\"x\">x</b>",
        "<a href=\"javascript:x\">x</a>",
        "<a href='https://e.example'>x</a>",
        "<span class=\"evil\">x</span>",
        "a > b",
        "a\u{202E}",
        "<img>",
        "<!-- -->",
    ] {
        assert!(harm(harmful).is_err(), "{harmful}");
    }
    for harmless in ["", "a &lt; b", "<b>x <i>y</i></b>", "<span class=\"m-a m-b\">x</span>"] {
        assert_eq!(harm(harmless), Ok(()), "{harmless}");
    }
}

proptest! {
    #[test]
    fn no_shuffled_attack_comes_through(pieces in proptest::collection::vec(0..VECTORS.len(), 1..4), cut in 0usize..200) {
        let whole: String = pieces.into_iter().map(|piece| VECTORS[piece]).collect();
        let cut: String = whole.chars().skip(cut % whole.chars().count()).collect();
        for html in [whole, cut] {
            let clean = sanitised(&html);
            prop_assert_eq!(harm(&clean), Ok(()), "{} → {}", html, clean);
        }
    }

    #[test]
    fn no_markup_at_random_comes_through(html in "(<|</|>|\"|'|=| |a|b|span|script|svg|math|style|href|class|m-x|https:|javascript:|&#x|;|&lt|<!--|-->|\u{0}|\u{202E}|on|x){0,40}") {
        let clean = sanitised(&html);
        prop_assert_eq!(harm(&clean), Ok(()), "{} → {}", html, clean);
    }
}
