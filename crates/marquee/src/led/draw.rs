//! A wall as dots: texts at whole dots, the pin on top between edges of its level's colour. Two dots are never half lit.

use super::font::{CELL, HEIGHT};
use super::wall::{Pin, Wall};

/// How wide a pin's edge is, and how far its text stays away from it, in dots of the font.
const EDGE: u16 = 1;
const AWAY: u16 = 2;
/// How long the beginning and the end of a pin that is too long are held, ms.
const REST_MS: u64 = 1_500;
/// Dots.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Picture {
    pub(super) columns: u16,
    pub(super) rows: u16,
    /// Row by row, red, green and blue.
    pub(super) dots: Vec<[u8; 3]>,
}

impl Picture {
    fn dark(columns: u16, rows: u16) -> Self {
        Self { columns, rows, dots: vec![[0; 3]; usize::from(columns) * usize::from(rows)] }
    }

    fn light(&mut self, x: u16, y: u16, color: [u8; 3]) {
        let place = usize::from(y) * usize::from(self.columns) + usize::from(x);
        if let Some(dot) = self.dots.get_mut(place) {
            *dot = color;
        }
    }

    /// Whether a dot is lit.
    pub(super) fn is_lit(&self, x: u16, y: u16) -> bool {
        let place = usize::from(y) * usize::from(self.columns) + usize::from(x);
        y < self.rows && self.dots.get(place).is_some_and(|dot| *dot != [0; 3])
    }
}

impl Wall {
    /// What is on it now.
    pub(super) fn picture(&self) -> Picture {
        let mut picture = Picture::dark(self.columns, self.rows);
        if let Some(pin) = &self.pin {
            self.draw_pin(&mut picture, pin);
            return picture;
        }
        for text in self.texts.iter().filter(|text| text.is_on()) {
            let left = i64::from(self.columns) - self.dots_of(self.x - text.head);
            self.draw(&mut picture, (0, self.columns), left, &text.strip, text.color);
        }
        picture
    }

    /// Thousandths of a cell in whole dots of the wall.
    fn dots_of(&self, cells: i64) -> i64 {
        (cells * i64::from(CELL * self.scale)).div_euclid(1_000)
    }

    fn draw(
        &self,
        picture: &mut Picture,
        (from, to): (u16, u16),
        left: i64,
        strip: &super::font::Strip,
        color: [u8; 3],
    ) {
        let scale = self.scale;
        let above = (self.rows - (HEIGHT * scale).min(self.rows)) / 2;
        for x in from..to {
            let Ok(column) = usize::try_from((i64::from(x) - left).div_euclid(i64::from(scale))) else {
                continue;
            };
            for y in 0..(HEIGHT * scale).min(self.rows) {
                if strip.is_lit(column, y / scale) {
                    picture.light(x, above + y, color);
                }
            }
        }
    }

    fn draw_pin(&self, picture: &mut Picture, pin: &Pin) {
        let (edge, away) = (EDGE * self.scale, (EDGE + AWAY) * self.scale);
        let color = pin.show.color;
        for y in 0..self.rows {
            for x in 0..edge.min(self.columns) {
                picture.light(x, y, color);
                picture.light(self.columns - 1 - x, y, color);
            }
        }
        let (from, to) = (away.min(self.columns), self.columns.saturating_sub(away));
        let room = i64::from(to.saturating_sub(from));
        let width =
            i64::try_from(pin.strip.width()).unwrap_or(i64::MAX).saturating_mul(i64::from(self.scale));
        let left = if width <= room { (room - width) / 2 } else { -self.gone(pin, width - room) };
        self.draw(picture, (from, to), i64::from(from) + left, &pin.strip, color);
    }

    /// How many dots of a pin that is too long have gone by: its beginning rests, then it goes to its end, rests, and begins again.
    fn gone(&self, pin: &Pin, way: i64) -> i64 {
        let dots_a_second = (pin.show.speed * u64::from(CELL * self.scale)).max(1);
        let way = u64::try_from(way).unwrap_or(0);
        let going = way * 1_000 / dots_a_second;
        let time = self.at.saturating_sub(pin.show.from) % (going + 2 * REST_MS);
        let gone = time.saturating_sub(REST_MS).min(going) * dots_a_second / 1_000;
        i64::try_from(gone.min(way)).unwrap_or(0)
    }
}
