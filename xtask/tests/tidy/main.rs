//! The house as it says it is: what no compiler checks, checked. Each violation says what to do about it.
//! It reads the repository's files and changes none.
//!
//! It lives beside `xtask`, not in a crate of its own: it is a contributor's tool, needs nothing of the product, and
//! `cargo test --package xtask --test tidy` runs it alone in a second.
//!
//! | module | holds |
//! |---|---|
//! | `tree` | the files that are looked at |
//! | `source` | first lines, sizes, words that must not stay |
//! | `rooms` | crates: which may import which, their names, the list of members |
//! | `contract` | errors and their pages, frames and PROTOCOL.md, documents that must be there |
//! | `caught` | each check, seen catching what it is for |

mod caught;
mod contract;
mod rooms;
mod source;
mod tree;

use tree::Tree;

/// Fails with every violation, one a line.
#[track_caller]
fn none(violations: &[String]) {
    assert!(violations.is_empty(), "{} to mend:\n  {}\n", violations.len(), violations.join("\n  "));
}

#[test]
fn every_source_file_says_first_what_it_is() {
    none(&source::without_a_first_line(&Tree::read()));
}

#[test]
fn files_stay_short() {
    none(&source::too_long(&Tree::read()));
}

#[test]
fn nothing_unfinished_or_silenced_stays_in_the_source() {
    none(&source::unfinished(&Tree::read()));
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    none(&source::of_one_machine(&Tree::read()));
}

#[test]
fn each_crate_imports_only_what_its_room_may() {
    none(&rooms::forbidden_imports(&Tree::read()));
}

#[test]
fn crates_are_called_what_their_folders_are() {
    none(&rooms::misnamed(&Tree::read()));
}

#[test]
fn every_crate_is_a_member_with_a_line_that_says_what_it_holds() {
    none(&rooms::unlisted(&Tree::read()));
}

#[test]
fn every_error_has_its_page_and_every_page_its_error() {
    none(&contract::errors_without_pages(&Tree::read()));
}

#[test]
fn every_frame_stands_in_the_protocol() {
    none(&contract::frames_untold(&Tree::read()));
}

#[test]
fn the_documents_that_a_newcomer_needs_are_there_and_short() {
    none(&contract::documents(&Tree::read()));
}
