//! Each check, seen catching what it is for, on trees of a few lines. A check that catches nothing is worse than none.

use super::tree::Tree;
use super::{contract, rooms, source};

/// One violation of this file, which says this.
#[track_caller]
fn one(violations: &[String], file: &str, words: &str) {
    let [violation] = violations else { panic!("one violation was to be found: {violations:?}") };
    assert!(violation.starts_with(file), "{violation:?} is not about {file}");
    assert!(violation.contains(words), "{violation:?} does not say {words:?}");
}

#[test]
fn a_file_without_a_first_line() {
    let rust = Tree::of(&[("crates/a/src/lib.rs", "use std::fmt;\n"), ("crates/a/src/b.rs", "//! B.\n")]);
    one(&source::without_a_first_line(&rust), "crates/a/src/lib.rs", "begin it with `//!`");
    let web = [("web/sdk/a.ts", "export {};\n"), ("web/sdk/b.ts", "/** B. */\n"), ("web/dist/c.ts", "x\n")];
    one(&source::without_a_first_line(&Tree::of(&web)), "web/sdk/a.ts", "begin it with `/**`");
}

#[test]
fn a_suite_that_imports_what_it_tries() {
    let manifest =
        "[package]\nname = \"marquee-conformance\"\n[dependencies]\nmarquee-core.workspace = true\n";
    let tree = Tree::of(&[("conformance/Cargo.toml", manifest)]);
    one(
        &rooms::forbidden_imports(&tree),
        "conformance/Cargo.toml",
        "may not import marquee-core (it may: none of ours)",
    );
    assert!(rooms::misnamed(&tree).is_empty(), "it is called as the table of rooms says");
}

#[test]
fn a_file_of_501_lines() {
    let (most, more) = ("x\n".repeat(500), "x\n".repeat(501));
    let tree = Tree::of(&[("web/a.css", &more), ("web/b.css", &most), ("web/dist/c.js", &more)]);
    one(&source::too_long(&tree), "web/a.css", "501 lines");
}

#[test]
fn two_long_files_in_ten() {
    let (short, long) = ("x\n", "x\n".repeat(400));
    let mut paths: Vec<String> = (0..9).map(|n| format!("crates/a/src/{n}.rs")).collect();
    let tree = |paths: &[String], last: &str| {
        let mut files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), short)).collect();
        files[0].1 = &long;
        files.push((last, &long));
        source::too_long(&Tree::of(&files))
    };
    one(&tree(&paths, "crates/a/src/long.rs"), "2 of 10", "crates/a/src/0.rs (400)");
    assert!(tree(&paths, "crates/a/tests/long.rs").len() == 1, "one of nine is more than one in ten");
    paths.push("crates/a/src/short.rs".to_owned());
    assert!(tree(&paths, "crates/a/tests/long.rs").is_empty(), "tests may be long");
}

#[test]
fn each_word_that_must_not_stay() {
    let words = [
        concat!("to", "do!()"),
        concat!("un", "implemented!(\"later\")"),
        concat!("db", "g!(x)"),
        concat!("#[ig", "nore]"),
        concat!("#[al", "low(dead_code)]"),
        concat!("#![al", "low(dead_code)]"),
        concat!("// TO", "DO: tidy"),
        concat!("// FIX", "ME"),
    ];
    for word in words {
        let text = format!("//! A.\n{word}\n");
        one(&source::unfinished(&Tree::of(&[("a.rs", &text)])), "a.rs:2: `", "");
    }
    let fine = concat!("//! A.\nmastodon(TO", "DOS);\n");
    assert!(source::unfinished(&Tree::of(&[("a.rs", fine)])).is_empty(), "a part of a word is no word");
}

#[test]
fn a_path_of_one_machine() {
    let lines =
        [concat!("see /wo", "rk/main/notes"), concat!("\"/ro", "ot/.cargo\""), concat!("(/ho", "me/ada/x)")];
    for line in lines {
        one(
            &source::of_one_machine(&Tree::of(&[("docs/a.md", line)])),
            "docs/a.md:1",
            "from the repository's root",
        );
        assert!(
            source::of_one_machine(&Tree::of(&[("web/dist/a.js", line)])).is_empty(),
            "a bundle is not read"
        );
    }
    let fine = concat!("https://example.org/wo", "rk/it, boards/ro", "ot/x, `/wo", "rk/`");
    assert_eq!(source::of_one_machine(&Tree::of(&[("docs/a.md", fine)])), Vec::<String>::new());
}

fn manifest(name: &str, rest: &str) -> String {
    format!("[package]\nname = \"{name}\"\n{rest}\n")
}

#[test]
fn an_import_that_its_room_may_not_make() {
    for wish in [
        "[dependencies]\nmarquee-log.workspace = true",
        "[dependencies]\njournal = { package = \"marquee-log\", path = \"../marquee-log\" }",
        "[build-dependencies]\nmarquee-log.workspace = true",
        "[target.'cfg(unix)'.dependencies]\nmarquee-log.workspace = true",
    ] {
        let text = manifest("marquee-core", wish);
        let tree = Tree::of(&[("crates/marquee-core/Cargo.toml", &text)]);
        one(&rooms::forbidden_imports(&tree), "crates/marquee-core", "may not import marquee-log");
    }
    let text = manifest("xtask", "[dependencies]\nmarquee-core.workspace = true");
    one(&rooms::forbidden_imports(&Tree::of(&[("xtask/Cargo.toml", &text)])), "xtask", "marquee-core");
    let text = manifest(
        "marquee-log",
        "[dependencies]\nmarquee-core = \"1\"\n[dev-dependencies]\nmarquee-server = \"1\"",
    );
    let tree = Tree::of(&[("crates/marquee-log/Cargo.toml", &text)]);
    assert!(rooms::forbidden_imports(&tree).is_empty(), "tests may import more");
}

#[test]
fn a_crate_that_no_rule_knows() {
    let tree = Tree::of(&[("crates/marquee-attic/Cargo.toml", "[package]\nname = \"marquee-attic\"\n")]);
    one(&rooms::forbidden_imports(&tree), "crates/marquee-attic", "add it to MAY_IMPORT");
}

#[test]
fn a_crate_called_otherwise_than_its_folder() {
    let tree = Tree::of(&[("crates/marquee-log/Cargo.toml", "[package]\nname = \"marquee-store\"\n")]);
    one(&rooms::misnamed(&tree), "crates/marquee-log", "marquee-store");
}

#[test]
fn a_member_without_a_comment_a_crate_without_a_line_a_line_without_a_crate() {
    let check = |line: &str, crates: &[&str]| {
        let root = format!("[workspace]\nmembers = [\n    \"crates/a\", # the a\n{line}]\n");
        let mut files = vec![("Cargo.toml", root.as_str()), ("crates/a/Cargo.toml", "")];
        files.extend(crates.iter().map(|path| (*path, "")));
        rooms::unlisted(&Tree::of(&files))
    };
    assert!(check("", &[]).is_empty());
    one(
        &check("    \"crates/b\",\n", &["crates/b/Cargo.toml"]),
        "Cargo.toml",
        "in a comment beside \"crates/b\"",
    );
    one(&check("", &["crates/b/Cargo.toml"]), "crates/b", "not a member");
    one(&check("    \"crates/b\", # the b\n", &[]), "Cargo.toml", "is not there");
}

const PROBLEM: &str = "impl Slug {\n    pub fn slug(self) -> &'static str {\n        match self {\n            \
    Self::Full => \"board-full\",\n            Self::Gone => \"gone\",\n        }\n    }\n\n    \
    fn title(self) -> &'static str {\n        match self {\n            _ => \"A title\",\n        }\n    }\n}\n";

#[test]
fn an_error_without_a_page_and_a_page_without_an_error() {
    let check = |pages: &[&str]| {
        let mut files = vec![("crates/marquee-protocol/src/problem.rs", PROBLEM)];
        files.extend(pages.iter().map(|path| (*path, "# A page\n")));
        contract::errors_without_pages(&Tree::of(&files))
    };
    let (full, gone) = ("docs/errors/board-full.md", "docs/errors/gone.md");
    assert!(check(&[full, gone]).is_empty());
    one(&check(&[full]), gone, "is missing");
    one(&check(&[full, gone, "docs/errors/old.md"]), "docs/errors/old.md", "explains no error");
    one(&contract::errors_without_pages(&Tree::of(&[])), "crates/marquee-protocol", "no slug was found");
}

#[test]
fn a_frame_that_the_protocol_does_not_show() {
    let frames = "hello subscribed reset snapshot put delete policy bookmark pong error bye unsubscribed subscribe unsubscribe";
    let mut shown: String = frames.split(' ').map(|frame| format!("{{\"type\":\"{frame}\"}}\n")).collect();
    one(&contract::frames_untold(&Tree::of(&[("PROTOCOL.md", &shown)])), "PROTOCOL.md", "the frame ping");
    shown.push_str("{\"type\": \"ping\"}\n");
    assert!(contract::frames_untold(&Tree::of(&[("PROTOCOL.md", &shown)])).is_empty());
    one(&contract::frames_untold(&Tree::of(&[])), "PROTOCOL.md", "is missing");
}

#[test]
fn a_document_that_is_missing_or_too_long() {
    let check = |lines: usize| {
        let text = "x\n".repeat(lines);
        contract::documents(&Tree::of(&[("ARCHITECTURE.md", &text), ("tests/vectors/timeline.json", "{}")]))
    };
    assert!(check(200).is_empty());
    one(&check(201), "ARCHITECTURE.md", "201 lines");
    assert_eq!(contract::documents(&Tree::of(&[])).len(), 2);
}
