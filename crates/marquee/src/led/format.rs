//! A picture as bytes: Netpbm, bare pixels, or text to look at. Pictures stand one after the other, with nothing between.

use super::draw::Picture;
use crate::glass::arguments::Format;

/// To the terminal's upper left corner.
const HOME: &str = "\x1b[H";

/// The bytes of a picture; of a text that a terminal shows, each takes the place of the one before.
pub(super) fn encode(picture: &Picture, format: Format, seen: bool) -> Vec<u8> {
    let Picture { columns, rows, .. } = picture;
    let pixels = || picture.dots.iter().flatten().copied();
    match format {
        Format::Ppm => {
            format!("P6\n{columns} {rows}\n255\n").into_bytes().into_iter().chain(pixels()).collect()
        }
        Format::Raw => pixels().collect(),
        Format::Pbm => {
            let mut bytes = format!("P4\n{columns} {rows}\n").into_bytes();
            for y in 0..*rows {
                for begin in (0..*columns).step_by(8) {
                    let bits = (0..8).filter(|bit| begin + bit < *columns && picture.is_lit(begin + bit, y));
                    bytes.push(bits.fold(0, |byte, bit| byte | 0x80 >> bit));
                }
            }
            bytes
        }
        Format::Text => text(picture, seen).into_bytes(),
    }
}

fn text(picture: &Picture, seen: bool) -> String {
    let mut text = String::from(if seen { HOME } else { "" });
    for y in (0..picture.rows).step_by(2) {
        let dot = |x| match (picture.is_lit(x, y), picture.is_lit(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        let row: String = (0..picture.columns).map(dot).collect();
        text.push_str(if seen { &row } else { row.trim_end() });
        text.push('\n');
    }
    text.push('\n');
    text
}
