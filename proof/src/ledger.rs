//! What all crashes so far have come to: a JSON line a run of the command, in one file that only grows. It judges nothing.

use crate::crash::Tally;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

/// Adds a run of the command.
pub fn add(
    file: &Path,
    (from, count, power): (u64, u64, bool),
    commit: &str,
    tally: &Tally,
) -> std::io::Result<()> {
    let anomalies: Vec<Value> = tally
        .anomalies
        .iter()
        .map(|(number, anomaly)| json!({ "crash": number, "is": anomaly.to_string() }))
        .collect();
    let line = json!({
        "commit": commit,
        "from": from,
        "count": count,
        "power": power,
        "crashes": tally.crashes,
        "idle": tally.idle,
        "answers": tally.answers,
        "sights": tally.sights,
        "anomalies": anomalies,
    });
    let mut ledger = std::fs::OpenOptions::new().create(true).append(true).open(file)?;
    writeln!(ledger, "{line}")
}

/// All lines together, as they are read by people.
pub fn sum(file: &Path) -> std::io::Result<String> {
    let (mut crashes, mut cuts, mut answers, mut sights, mut anomalies) = (0, 0, 0, 0, 0);
    for line in std::fs::read_to_string(file)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let counted = line["crashes"].as_object().into_iter().flatten();
        let counted: u64 = counted.filter_map(|(_, count)| count.as_u64()).sum();
        crashes += counted;
        if line["power"] == true {
            cuts += counted;
        }
        answers += line["answers"].as_u64().unwrap_or(0);
        sights += line["sights"].as_u64().unwrap_or(0);
        anomalies += line["anomalies"].as_array().map_or(0, Vec::len);
    }
    Ok(format!(
        "{crashes} crashes ({cuts} with the power cut), {answers} answers and {sights} sights in all: {anomalies} contradictions"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Anomaly, Class};

    #[test]
    fn the_ledger_grows_and_its_sum_is_that_of_all_lines() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("ledger.jsonl");
        let mut tally = Tally { answers: 3, sights: 4, ..Tally::default() };
        tally.crashes.insert("after-sync".to_owned(), 2);
        add(&file, (1, 2, false), "abc", &tally).expect("a line");
        tally.anomalies.push((4, Anomaly::new(Class::Down, "it is down")));
        add(&file, (3, 2, true), "abc", &tally).expect("a line");
        assert_eq!(
            sum(&file).expect("a sum"),
            "4 crashes (2 with the power cut), 6 answers and 8 sights in all: 1 contradictions"
        );
        let text = std::fs::read_to_string(&file).expect("the ledger");
        assert!(text.lines().count() == 2 && text.contains("down: it is down"));
    }
}
