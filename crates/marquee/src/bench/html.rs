//! A bench's result as one page that needs nothing else: the table, what holds for all of it, and plots as drawings. It
//! measures nothing, and has no script.

use super::table::{Axis, Cell, Plot, Report, shown};

/// Of a plot, in pixels.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 44.0;
/// Lines of a grid, about.
const TICKS: f64 = 5.0;
/// Values that are named along an axis.
const NAMED_MAX: u32 = 12;
const NAMED_PERCENT: [f64; 5] = [50.0, 90.0, 99.0, 99.9, 99.99];
/// What all took has no place among the nines.
const MOST_PERCENT: f64 = 99.999;

const STYLE: &str = "
:root{color-scheme:light dark;--ink:#1b1f24;--dim:#667085;--line:#d0d5dd;--paper:#fff;--card:#f7f8fa;--a:#c2410c;--b:#1d4ed8}
@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--dim:#98a2b3;--line:#344054;--paper:#0f1216;--card:#171b21;--a:#fb923c;--b:#7aa2ff}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:1080px;margin:0 auto;padding:40px 24px 64px}h1{font-size:28px;margin:0 0 4px;letter-spacing:-.01em}
h2{font-size:15px;margin:0 0 8px;font-weight:600}p{margin:0;color:var(--dim)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:20px 0 28px}dt{color:var(--dim)}dd{margin:0}
.wide{overflow-x:auto;border:1px solid var(--line);border-radius:10px}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:8px 12px;text-align:right;white-space:nowrap;border-bottom:1px solid var(--line)}tr:last-child>*{border-bottom:0}
th{font-weight:600;background:var(--card)}tbody th{text-align:left;font-weight:500}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:20px;margin-top:28px}
figure{margin:0;padding:16px;border:1px solid var(--line);border-radius:10px;background:var(--card)}svg{width:100%;height:auto;display:block}
svg text{fill:var(--dim);font:12px system-ui,sans-serif}.grid{stroke:var(--line);stroke-width:1}
.l0{stroke:var(--dim);fill:none;stroke-width:2;stroke-dasharray:5 4}.l1{stroke:var(--a);fill:none;stroke-width:2.5}
.l2{stroke:var(--b);fill:none;stroke-width:2.5}ul{list-style:none;display:flex;gap:16px;margin:8px 0 0;padding:0;color:var(--dim)}
li svg{width:24px;height:8px;display:inline-block;margin-right:6px;vertical-align:middle}";

/// The whole page.
pub(crate) fn page(report: &Report) -> String {
    let bench = escaped(report.bench);
    let about = report
        .about
        .iter()
        .map(|(name, words)| format!("<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(words)));
    let plots: String = report.plots.iter().map(figure).collect();
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>marquee bench {bench}</title><style>{STYLE}</style><main><h1>marquee bench {bench}</h1>\
         <p>{}</p><dl>{}</dl><div class=\"wide\"><table>{}</table></div>\
         <div class=\"plots\">{plots}</div></main></html>\n",
        escaped(&machine()),
        about.collect::<String>(),
        table(report)
    )
}

/// What it ran on.
fn machine() -> String {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let model = model.map_or("a processor without a name", |(_, model)| model);
    format!("Measured in one run on {cores} cores of {model}, Linux {}.", kernel.trim())
}

/// A row of the report is a column here: there are few rows and many figures.
fn table(report: &Report) -> String {
    let mut rows = String::new();
    for (place, column) in report.columns.iter().enumerate() {
        let cells: String = report.rows.iter().map(|row| cell(&row[place], column.digits)).collect();
        rows.push_str(&format!("<tr><th scope=\"row\">{}</th>{cells}</tr>", escaped(column.title)));
    }
    format!("<tbody>{rows}</tbody>")
}

fn cell(cell: &Cell, digits: usize) -> String {
    format!("<td>{}</td>", escaped(&shown(cell, digits)))
}

fn figure(plot: &Plot) -> String {
    let names = plot.lines.iter().enumerate().map(|(n, (name, _))| {
        format!(
            "<li><svg viewBox=\"0 0 24 8\"><path class=\"l{}\" d=\"M0 4H24\"/></svg>{}</li>",
            class(plot, n),
            escaped(name)
        )
    });
    let title = escaped(&plot.title);
    format!(
        "<figure><h2>{title}</h2>{}<ul>{}</ul></figure>",
        drawing(plot, &title),
        names.collect::<String>()
    )
}

/// What is held against something else stands out from it.
fn class(plot: &Plot, line: usize) -> usize {
    if plot.lines.len() > 1 { line } else { 1 }
}

impl Axis {
    fn words(self) -> &'static str {
        let (Self::Even(words) | Self::Percent(words)) = self;
        words
    }

    /// Where a value stands: of percent, how many nines it has.
    fn place(self, value: f64) -> f64 {
        match self {
            Self::Even(_) => value,
            Self::Percent(_) => -(1.0 - value.min(MOST_PERCENT) / 100.0).log10(),
        }
    }

    /// The values that are named between two.
    fn named(self, least: f64, most: f64) -> Vec<f64> {
        match self {
            Self::Percent(_) => {
                NAMED_PERCENT.into_iter().filter(|value| (least..=most).contains(value)).collect()
            }
            Self::Even(_) => {
                // A round has a whole number.
                let step = step(most - least).max(1.0);
                let first = (least / step).ceil();
                let all = (0..NAMED_MAX).map(|number| (first + f64::from(number)) * step);
                all.take_while(|value| *value <= most * 1.001).collect()
            }
        }
    }
}

fn drawing(plot: &Plot, title: &str) -> String {
    let points = || plot.lines.iter().flat_map(|(_, points)| points.iter().copied());
    let (least, most) = points()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), (x, _)| (least.min(x), most.max(x)));
    let top = points().map(|(_, y)| y).fold(0.0, f64::max);
    if !(least.is_finite() && top > 0.0) {
        return "<p>There is nothing to draw.</p>".into();
    }
    let step = step(top);
    let top = (top / step).ceil() * step;
    let (left, right) = (plot.x.place(least), plot.x.place(most));
    let x = |value: f64| {
        LEFT + (WIDTH - LEFT - RIGHT) * (plot.x.place(value) - left) / (right - left).max(f64::MIN_POSITIVE)
    };
    let y = |value: f64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
    let mut drawn = String::new();
    let mut value = 0.0;
    while value <= top * 1.001 {
        let at = y(value);
        drawn.push_str(&format!(
            "<path class=\"grid\" d=\"M{LEFT} {at:.1}H{}\"/><text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 8.0,
            at + 4.0,
            trimmed(value)
        ));
        value += step;
    }
    for value in plot.x.named(least, most) {
        let (place, at) = (x(value), HEIGHT - BOTTOM + 18.0);
        let anchor = if place > WIDTH - RIGHT - 20.0 { "end" } else { "middle" };
        drawn.push_str(&format!(
            "<text x=\"{place:.1}\" y=\"{at}\" text-anchor=\"{anchor}\">{}</text>",
            trimmed(value)
        ));
    }
    drawn.push_str(&format!(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text><text x=\"{LEFT}\" y=\"9\">{}</text>",
        f64::midpoint(LEFT, WIDTH),
        HEIGHT - 8.0,
        escaped(plot.x.words()),
        escaped(plot.y)
    ));
    for (number, (_, points)) in plot.lines.iter().enumerate() {
        let path = points
            .iter()
            .enumerate()
            .map(|(n, &(px, py))| format!("{}{:.1} {:.1}", if n == 0 { "M" } else { "L" }, x(px), y(py)));
        drawn.push_str(&format!(
            "<path class=\"l{}\" d=\"{}\"/>",
            class(plot, number),
            path.collect::<String>()
        ));
    }
    format!("<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{title}\">{drawn}</svg>")
}

/// 1, 2 or 5 times a power of ten, so that there are about as many lines as are wanted.
fn step(top: f64) -> f64 {
    let rough = top / TICKS;
    let power = 10_f64.powf(rough.log10().floor());
    let times = [1.0, 2.0, 5.0, 10.0].into_iter().find(|times| rough <= times * power).unwrap_or(10.0);
    times * power
}

fn trimmed(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::table::Column;

    #[test]
    fn a_page_has_the_table_and_draws_what_there_is() {
        let plot = |points| Plot {
            title: "a < b".into(),
            x: Axis::Even("round"),
            y: "µs",
            lines: vec![("limit", points)],
        };
        let report = Report {
            bench: "fanout",
            about: vec![("who", "\"all\"".into())],
            columns: vec![Column { name: "us", title: "µs", digits: 1 }],
            rows: vec![vec![Cell::Number(1_234.56)]],
            plots: vec![plot(vec![(1.0, 4.0), (2.0, 7.0)]), plot(Vec::new())],
        };
        let page = page(&report);
        assert!(
            page.contains("<td>1,234.6</td>")
                && page.contains("&quot;all&quot;")
                && page.contains("a &lt; b")
        );
        assert_eq!((page.matches("role=\"img\"").count(), page.matches("nothing to draw").count()), (1, 1));
        assert!(!page.contains("<script") && !page.contains("NaN") && !page.contains("inf"));
    }

    #[test]
    fn an_axis_of_percent_gives_each_nine_as_much_room() {
        let percent = Axis::Percent("percent");
        let places = [0.0, 90.0, 99.0, 99.9].map(|value| percent.place(value));
        assert!(
            places.iter().zip([0.0, 1.0, 2.0, 3.0]).all(|(place, nines)| (place - nines).abs() < 1e-9),
            "{places:?}"
        );
        assert!(percent.place(100.0).is_finite());
        assert_eq!(percent.named(1.0, 99.9), [50.0, 90.0, 99.0, 99.9]);
        let even = Axis::Even("round");
        assert_eq!(even.named(1.0, 5.0), [1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(even.named(0.97, 60.0), [20.0, 40.0, 60.0]);
        assert!(even.named(0.0, 0.0).len() <= 12);
    }

    #[test]
    fn a_grid_has_round_steps() {
        for (top, expected) in [(7.0, 2.0), (100.0, 20.0), (0.34, 0.1), (4.9, 1.0)] {
            assert!((step(top) - expected).abs() < expected / 1e6, "{top}: {}", step(top));
        }
        assert_eq!((trimmed(2.50), trimmed(10.0), trimmed(0.0)), ("2.5".into(), "10".into(), "0".into()));
    }
}
