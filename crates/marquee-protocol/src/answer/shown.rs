//! What was really on terminals' glass, as they say: a record a line, as JSON or as CSV.

use serde::Serialize;
use utoipa::ToSchema;

/// One notice, once on one terminal's glass.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = ShownRecord, example = json!({
    "terminal": "lobby-1", "board": "ops", "id": "a", "rev": 42, "play": "pin",
    "planned": "2026-01-31T09:30:00.000Z", "in": "2026-01-31T09:30:00.021Z", "out": "2026-01-31T09:30:15.004Z",
    "outcome": "completed", "offset_ms": -12,
}))]
pub struct ShownAnswer {
    /// What the terminal calls itself.
    pub terminal: String,
    /// The board.
    pub board: String,
    /// The notice.
    pub id: String,
    /// The version of the put that was shown.
    pub rev: u64,
    /// `scroll` or `pin`; null where the terminal did not say.
    #[schema(required)]
    pub play: Option<&'static str>,
    /// When the board's timeline let it in at the wall's right edge, or pinned it, RFC 3339; null where that is not known.
    #[schema(required)]
    pub planned: Option<String>,
    /// Since when it was on the glass, RFC 3339.
    #[serde(rename = "in")]
    pub began: String,
    /// Until when.
    #[serde(rename = "out")]
    pub ended: String,
    /// How it went: `completed`, `preempted`, `expired`, `cut` or `failed`.
    pub outcome: &'static str,
    /// The server's clock minus the terminal's, as the terminal knew it, in ms; null where it did not say.
    #[schema(required)]
    pub offset_ms: Option<i64>,
}

/// The first line of the CSV form.
pub const CSV_HEAD: &str = "terminal,board,id,rev,play,planned,in,out,outcome,offset_ms\r\n";

impl ShownAnswer {
    /// Adds it as a line of CSV (RFC 4180).
    pub fn write_csv(&self, line: &mut String) {
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let fields = [
            &*self.terminal,
            &self.board,
            &self.id,
            &self.rev.to_string(),
            self.play.unwrap_or_default(),
            self.planned.as_deref().unwrap_or_default(),
            &self.began,
            &self.ended,
            self.outcome,
            &number(self.offset_ms),
        ];
        for (at, field) in fields.into_iter().enumerate() {
            if at > 0 {
                line.push(',');
            }
            write_field(line, field, at == 0);
        }
        line.push_str("\r\n");
    }
}

/// A field as it is, or between quotes. What a terminal calls itself is anybody's text: a spreadsheet must not take it for a
/// formula, so an apostrophe goes before the signs that begin one.
fn write_field(line: &mut String, field: &str, anybodys: bool) {
    let formula = anybodys && field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !formula && !field.contains([',', '"', '\r', '\n']) {
        line.push_str(field);
        return;
    }
    line.push('"');
    if formula {
        line.push('\'');
    }
    line.push_str(&field.replace('"', "\"\""));
    line.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_one_line_of_csv_whatever_the_terminal_calls_itself() {
        let record = |terminal: &str| ShownAnswer {
            terminal: terminal.into(),
            board: "ops".into(),
            id: "a".into(),
            rev: 42,
            play: None,
            planned: None,
            began: "B".into(),
            ended: "E".into(),
            outcome: "cut",
            offset_ms: Some(-12),
        };
        for (terminal, field) in [
            ("lobby 1", "lobby 1"),
            ("a,\"b\"", "\"a,\"\"b\"\"\""),
            ("=cmd()", "\"'=cmd()\""),
            ("a\r\nb", "\"a\r\nb\""),
        ] {
            let mut line = String::new();
            record(terminal).write_csv(&mut line);
            assert_eq!(line, format!("{field},ops,a,42,,,B,E,cut,-12\r\n"));
            assert_eq!(CSV_HEAD.split(',').count(), 10);
        }
    }
}
