//! A text as a strip of dots, 16 high and 8 wide a cell, by GNU Unifont. What has no glyph there (emoji) is an empty box: its place is kept.
//! It is as wide as the notice's cells say.

use crate::glass::text::{Cluster, clusters};
use unicode_normalization::UnicodeNormalization;
use unifont::{Glyph, get_glyph};

/// How high a glyph is, in dots.
pub(super) const HEIGHT: u16 = 16;
/// How wide a cell is, in dots.
pub(super) const CELL: u16 = 8;

/// Columns of dots, from left to right; the highest bit is the uppermost dot.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Strip(Vec<u16>);

impl Strip {
    /// The strip of a text.
    pub(super) fn of(text: &str) -> Self {
        // Composed, and Arabic letters in the forms that they take beside each other, while it is still in the order of reading.
        let composed: String = text.nfc().collect();
        let mut strip = Self::default();
        for cluster in clusters(&unifont::i18n::preprocess_text(&composed)) {
            strip.add(&cluster);
        }
        strip
    }

    /// Its width, in dots.
    pub(super) fn width(&self) -> usize {
        self.0.len()
    }

    /// Whether a dot is lit.
    pub(super) fn is_lit(&self, x: usize, y: u16) -> bool {
        self.0.get(x).is_some_and(|column| y < HEIGHT && column & (0x8000 >> y) != 0)
    }

    fn add(&mut self, cluster: &Cluster) {
        let begin = self.0.len();
        let width = usize::from(cluster.cells * CELL);
        self.0.resize(begin + width, 0);
        let Some(place) = self.0.get_mut(begin..) else { return };
        let mut drawn = false;
        // What follows the first is a mark over it; parts of an emoji's sequence have no glyph.
        for character in cluster.text.chars().filter(|c| !steers(*c)) {
            if let Some(glyph) = get_glyph(character) {
                lay(place, glyph);
                drawn = true;
            }
        }
        if !drawn {
            hollow(place);
        }
    }
}

/// Characters that are seen in nothing but what they do to others.
fn steers(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{61C}')
}

fn lay(place: &mut [u16], glyph: &Glyph) {
    let (wide, room) = (glyph.get_width(), place.len());
    for (x, column) in place.iter_mut().enumerate() {
        // A glyph that is wider than its cells is pressed together, one that is narrower stands in the middle.
        let from = if wide > room {
            x * wide / room..(x + 1) * wide / room
        } else {
            let indent = (room - wide) / 2;
            if x < indent {
                continue;
            }
            x - indent..x - indent + 1
        };
        for (y, bit) in (0..usize::from(HEIGHT)).map(|y| (y, 0x8000_u16 >> y)) {
            if from.clone().any(|x| glyph.get_pixel(x, y)) {
                *column |= bit;
            }
        }
    }
}

fn hollow(place: &mut [u16]) {
    const EDGE: u16 = 0b0001_1111_1111_1000;
    const SIDES: u16 = 0b0001_0000_0000_1000;
    let last = place.len().saturating_sub(2);
    for (x, column) in place.iter_mut().enumerate() {
        if x == 1 || x == last {
            *column |= EDGE;
        } else if (1..last).contains(&x) {
            *column |= SIDES;
        }
    }
}
