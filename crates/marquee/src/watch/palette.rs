//! Colours as far as the terminal has them. The policy says which; a terminal with fewer gets the nearest, one without gets none.

use ratatui::style::Color;

/// How many colours there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Depth {
    /// None: `NO_COLOR`, or a terminal without any.
    None,
    /// Sixteen.
    Sixteen,
    /// 256.
    Indexed,
    /// All.
    True,
}

/// The sixteen, as most terminals show them.
const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 49, 49]),
    (Color::Green, [13, 188, 121]),
    (Color::Yellow, [229, 160, 16]),
    (Color::Blue, [36, 114, 200]),
    (Color::Magenta, [188, 63, 188]),
    (Color::Cyan, [17, 168, 205]),
    (Color::Gray, [204, 204, 204]),
    (Color::DarkGray, [118, 118, 118]),
    (Color::LightRed, [241, 76, 76]),
    (Color::LightGreen, [35, 209, 139]),
    (Color::LightYellow, [245, 245, 67]),
    (Color::LightBlue, [59, 142, 234]),
    (Color::LightMagenta, [214, 112, 214]),
    (Color::LightCyan, [41, 184, 219]),
    (Color::White, [242, 242, 242]),
];

impl Depth {
    /// What the environment says.
    pub(super) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let has = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = has("TERM").unwrap_or_default();
        if has("NO_COLOR").is_some() || term == "dumb" {
            return Self::None;
        }
        match has("COLORTERM").as_deref() {
            Some("truecolor" | "24bit") => Self::True,
            _ if term.contains("256color") => Self::Indexed,
            _ => Self::Sixteen,
        }
    }

    /// The nearest that there is; `Reset`: the terminal's own.
    pub(super) fn color(self, rgb: [u8; 3]) -> Color {
        match self {
            Self::None => Color::Reset,
            Self::True => Color::Rgb(rgb[0], rgb[1], rgb[2]),
            Self::Indexed => Color::Indexed(indexed(rgb)),
            Self::Sixteen => {
                let nearest = SIXTEEN.iter().min_by_key(|(_, known)| distance(*known, rgb));
                nearest.map_or(Color::Reset, |(color, _)| *color)
            }
        }
    }
}

fn distance(one: [u8; 3], two: [u8; 3]) -> u32 {
    one.iter().zip(two).map(|(one, two)| u32::from(one.abs_diff(two)).pow(2)).sum()
}

/// Of the cube of 6 × 6 × 6 and the 24 greys.
fn indexed(rgb: [u8; 3]) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let step =
        |value: u8| (0_u8..).zip(STEPS).min_by_key(|(_, known)| known.abs_diff(value)).unwrap_or((0, 0));
    let [(red, r), (green, g), (blue, b)] = rgb.map(step);
    let cube = (16 + 36 * red + 6 * green + blue, [r, g, b]);
    let greys = (0_u8..24).map(|place| (232 + place, [8 + 10 * place; 3]));
    let nearest = greys.chain([cube]).min_by_key(|(_, known)| distance(*known, rgb));
    nearest.unwrap_or(cube).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_the_nearest_colour_that_it_has() {
        let red = [0xff, 0x3b, 0x30];
        assert_eq!(Depth::True.color(red), Color::Rgb(0xff, 0x3b, 0x30));
        assert_eq!(Depth::Indexed.color(red), Color::Indexed(203));
        assert_eq!(Depth::Indexed.color([0x9a, 0xa0, 0xa6]), Color::Indexed(247));
        assert_eq!(Depth::Sixteen.color(red), Color::LightRed);
        assert_eq!(Depth::Sixteen.color([0xff, 0x9f, 0x0a]), Color::Yellow);
        assert_eq!(Depth::None.color(red), Color::Reset);
    }

    #[test]
    fn no_color_is_respected_before_all_else() {
        let of = |all: &[(&str, &str)]| {
            Depth::of(|name| {
                all.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]), Depth::None);
        assert_eq!(of(&[("NO_COLOR", ""), ("COLORTERM", "truecolor")]), Depth::True);
        assert_eq!(of(&[("TERM", "xterm-256color")]), Depth::Indexed);
        assert_eq!(of(&[("TERM", "xterm")]), Depth::Sixteen);
        assert_eq!(of(&[("TERM", "dumb")]), Depth::None);
    }
}
