//! What a bench has to say: as a table for people, as JSON for programs. Both are of the same rows.

use super::arguments::Common;
use super::html;
use crate::Failure;
use serde_json::{Map, Value, json};
use std::io::Write;

/// A column: its member in JSON, its words in the table, and the digits behind the point.
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) digits: usize,
}

/// What is in a cell.
pub(crate) enum Cell {
    Word(String),
    Number(f64),
    Count(u64),
}

/// What is drawn from left to right.
#[derive(Clone, Copy)]
pub(crate) enum Axis {
    /// Numbers, evenly.
    Even(&'static str),
    /// Percent, the rare ones wide: each nine more has as much room.
    Percent(&'static str),
}

/// Lines to be drawn.
pub(crate) struct Plot {
    pub(crate) title: String,
    pub(crate) x: Axis,
    pub(crate) y: &'static str,
    pub(crate) lines: Vec<(&'static str, Vec<(f64, f64)>)>,
}

/// A bench's whole result.
pub(crate) struct Report {
    pub(crate) bench: &'static str,
    /// What holds for all rows.
    pub(crate) about: Vec<(&'static str, String)>,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) plots: Vec<Plot>,
}

impl Report {
    /// Prints it to stdout, and writes the page if one is asked for.
    pub(crate) fn finish(&self, common: &Common) -> Result<(), Failure> {
        if let Some(path) = &common.html {
            std::fs::write(path, html::page(self))
                .map_err(|error| Failure::failed(format!("{}: {error}", path.display())))?;
        }
        let text = if common.json { format!("{}\n", self.to_json()) } else { self.to_table() };
        write!(std::io::stdout(), "{text}").map_err(Failure::failed)
    }

    fn to_json(&self) -> Value {
        let row = |cells: &Vec<Cell>| {
            let members = self.columns.iter().zip(cells).map(|(column, cell)| {
                let value = match cell {
                    Cell::Word(word) => json!(word),
                    Cell::Number(number) => json!(number),
                    Cell::Count(count) => json!(count),
                };
                (column.name.to_owned(), value)
            });
            Value::Object(members.collect::<Map<_, _>>())
        };
        let about: Map<_, _> =
            self.about.iter().map(|(name, word)| ((*name).to_owned(), json!(word))).collect();
        json!({"bench": self.bench, "about": about, "rows": self.rows.iter().map(row).collect::<Vec<_>>()})
    }

    /// A row a line; one row alone stands on its side, a column a line.
    fn to_table(&self) -> String {
        let mut text = String::new();
        for (name, words) in &self.about {
            text.push_str(&format!("{name}: {words}\n"));
        }
        text.push('\n');
        let cells = |row: &Vec<Cell>| -> Vec<String> {
            self.columns.iter().zip(row).map(|(column, cell)| shown(cell, column.digits)).collect()
        };
        let mut lines: Vec<Vec<String>> =
            vec![self.columns.iter().map(|column| column.title.to_owned()).collect()];
        lines.extend(self.rows.iter().map(cells));
        if let [titles, only] = &lines[..] {
            lines = titles.iter().zip(only).map(|(title, cell)| vec![title.clone(), cell.clone()]).collect();
        }
        let columns = lines.first().map_or(0, Vec::len);
        let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for line in &lines {
            let padded = line.iter().zip(&widths).map(|(cell, &width)| format!("{cell:>width$}"));
            text.push_str(padded.collect::<Vec<_>>().join("  ").trim_end());
            text.push('\n');
        }
        text
    }
}

pub(crate) fn shown(cell: &Cell, digits: usize) -> String {
    match cell {
        Cell::Word(word) => word.clone(),
        Cell::Count(count) => grouped(&count.to_string()),
        Cell::Number(number) => grouped(&format!("{number:.digits$}")),
    }
}

/// Thousands parted by commas.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(rows: Vec<Vec<Cell>>) -> Report {
        let column = |name, title, digits| Column { name, title, digits };
        let columns = vec![column("form", "form", 0), column("per_s", "a second", 1)];
        Report { bench: "b", about: vec![("disk", "ext4".into())], columns, rows, plots: Vec::new() }
    }

    #[test]
    fn rows_stand_under_their_titles() {
        let rows = vec![
            vec![Cell::Word("br".into()), Cell::Number(1_234_567.89)],
            vec![Cell::Word("identity".into()), Cell::Count(12)],
        ];
        let report = report(rows);
        assert_eq!(
            report.to_table(),
            "disk: ext4\n\n    form     a second\n      br  1,234,567.9\nidentity           12\n"
        );
        assert_eq!(report.to_json()["rows"][1], json!({"form": "identity", "per_s": 12}));
        assert_eq!(report.to_json()["about"]["disk"], "ext4");
    }

    #[test]
    fn one_row_alone_stands_on_its_side() {
        let table = report(vec![vec![Cell::Word("br".into()), Cell::Number(-100.0)]]).to_table();
        assert_eq!(table, "disk: ext4\n\n    form      br\na second  -100.0\n");
    }
}
