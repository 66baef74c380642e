//! The benches with small numbers: each runs to its end, counts what it proves, and leaves nothing behind. What took
//! how long is not looked at: that is for a machine that does nothing else.

use crate::process::marquee;
use serde_json::Value;
use std::path::Path;
use std::process::Output;

fn bench(folder: &Path, arguments: &[&str]) -> Output {
    marquee_leaks::output(marquee().arg("bench").args(arguments).arg("--folder").arg(folder)).unwrap()
}

/// The rows that a bench prints for a program.
fn rows(arguments: &[&str]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let output = bench(folder.path(), &[arguments, &["--json"]].concat());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{arguments:?} left something");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["bench"], arguments[0]);
    report["rows"].as_array().unwrap().clone()
}

fn count(row: &Value, name: &str) -> u64 {
    row[name].as_u64().unwrap_or_else(|| panic!("{name} in {row}"))
}

#[test]
fn each_notice_that_publishers_were_answered_is_an_entry() {
    for (workload, each) in [("replace", 1), ("distinct", 2)] {
        let wanted =
            ["publish", "--batch", "1,16", "--publishers", "1,3", "--seconds", "0.2", "--workload", workload];
        let rows = rows(&wanted);
        let asked: Vec<_> = rows.iter().map(|row| (count(row, "publishers"), count(row, "batch"))).collect();
        assert_eq!(asked, [(1, 1), (1, 16), (3, 1), (3, 16)]);
        for row in &rows {
            let answered = count(row, "answered");
            assert!(answered > 0 && answered.is_multiple_of(count(row, "batch")), "{row}");
            assert_eq!(count(row, "entries"), answered * each, "{row}");
        }
    }
}

#[test]
fn a_start_finds_all_entries_after_an_end_in_order_and_after_a_crash() {
    let rows = rows(&["start", "--entries", "3000", "--times", "2"]);
    let ended: Vec<_> =
        rows.iter().map(|row| (row["after"].as_str().unwrap(), count(row, "times"))).collect();
    assert_eq!(ended, [("SIGTERM", 2), ("kill -9", 2)]);
    // Sixteen policies beside the notices; then 150 more before each crash.
    assert_eq!([count(&rows[0], "entries"), count(&rows[1], "entries")], [3_016, 3_316]);
}

#[test]
fn a_snapshot_is_the_same_for_every_reader_in_every_form() {
    let rows = rows(&["snapshot", "--notices", "30", "--readers", "3", "--seconds", "0.2"]);
    let forms: Vec<_> = rows.iter().map(|row| row["form"].as_str().unwrap()).collect();
    assert_eq!(forms, ["identity", "zstd", "br", "gzip"]);
    let whole = count(&rows[0], "bytes");
    assert!(whole > 30 * 60, "{}", rows[0]);
    for row in &rows {
        assert!(count(row, "requests") >= 3, "{row}");
        assert!(row["form"] == "identity" || (1..whole).contains(&count(row, "bytes")), "{row}");
    }
}

#[test]
fn each_terminal_that_comes_back_gets_exactly_what_it_missed() {
    let wanted = ["resume", "--terminals", "40", "--missed", "70", "--rate", "50", "--seconds", "0.3"];
    let rows = rows(&wanted);
    let told = ["terminals", "missed", "exact"].map(|name| count(&rows[0], name));
    assert_eq!((rows.len(), told), (1, [40, 70, 40]));
    assert!(count(&rows[0], "notices_before") > 0 && count(&rows[0], "notices_meanwhile") > 0, "{}", rows[0]);
}

#[test]
fn people_get_a_table_and_a_wrong_number_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let output =
        bench(folder.path(), &["publish", "--batch", "16", "--publishers", "1,2", "--seconds", "0.1"]);
    let (table, talk) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    let titles = table.lines().find(|line| line.contains("notices/s")).unwrap_or_else(|| panic!("{table}"));
    assert!(titles.contains("p99 ms") && titles.contains("load CPU %"), "{titles}");
    assert_eq!(table.lines().skip_while(|line| *line != titles).count(), 3, "{table}");
    assert!(talk.contains("2 of 2: 2 publishers, batches of 16"), "{talk}");
    for wrong in [
        &["publish", "--batch", "1,0"][..],
        &["publish", "--seconds", "0"],
        &["start", "--entries", "0"],
        &["resume", "--missed", "1001"],
        &["snapshot", "--notices", "many"],
        &["fanout", "--burst", "65"],
        &["slow", "--stalled", "1000", "--terminals", "1000"],
        &["revoke", "--singly", "6", "--terminals", "10"],
    ] {
        let output = bench(folder.path(), wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(wrong[1]), "{wrong:?}");
    }
}

#[test]
fn each_terminal_of_a_fanout_gets_each_notice_once_beside_the_limit() {
    let wanted = ["fanout", "--terminals", "30", "--burst", "1,16", "--rounds", "2", "--seconds", "0.2"];
    let rows = rows(&[&wanted[..], &["--rate", "50"]].concat());
    let told: Vec<_> = rows.iter().map(|row| (count(row, "terminals"), count(row, "burst"))).collect();
    assert_eq!(told, [(30, 1), (30, 16)]);
    for row in &rows {
        assert!(count(row, "deliveries") >= 2 * 30 * count(row, "burst"), "{row}");
        for figure in
            ["ratio", "limit_us", "publish_us", "limit_per_s", "server_per_s", "load_per_s", "limit_last_ms"]
        {
            assert!(row[figure].as_f64().unwrap() > 0.0, "{figure} in {row}");
        }
        // Of single notices there is nothing to gather.
        assert_eq!(row["gathered_us"].is_number(), count(row, "burst") > 1, "{row}");
    }
    let of_events = ["fanout", "--form", "sse", "--terminals", "5", "--burst", "3", "--rounds", "1"];
    let events = self::rows(&[&of_events[..], &["--seconds", "0.1"]].concat());
    assert!(count(&events[0], "deliveries") >= 15, "{}", events[0]);
    let in_protobuf =
        ["fanout", "--form", "protobuf", "--terminals", "5", "--burst", "3", "--rounds", "1", "--han"];
    let messages = self::rows(&[&in_protobuf[..], &["--seconds", "0.1"]].concat());
    assert!(count(&messages[0], "deliveries") >= 15, "{}", messages[0]);
}

#[test]
fn terminals_at_rest_and_on_their_way_in_are_counted() {
    let idle = rows(&["idle", "--terminals", "20", "--settle", "0.1", "--seconds", "0.1"]);
    let kinds: Vec<_> = idle.iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["web", "feed"]);
    let handshakes = rows(&["handshake", "--terminals", "70", "--rounds", "1", "--tokens"]);
    let boards: Vec<_> = handshakes.iter().map(|row| row["board"].as_str().unwrap()).collect();
    assert_eq!(boards, ["none", "one", "none; one token", "none; a token each"]);
    assert!(handshakes.iter().all(|row| row["server_us"].as_f64().unwrap() > 0.0), "{handshakes:?}");
    // The limit answers what the server answered, with a board its snapshot, too.
    let bytes: Vec<_> = handshakes.iter().map(|row| count(row, "answer_bytes")).collect();
    assert!(bytes[0] > 200 && bytes[1] > bytes[0] + 300, "{bytes:?}");
}

#[test]
fn whoever_is_taken_back_is_gone_and_the_others_stay() {
    let rows = rows(&["revoke", "--terminals", "40", "--singly", "10", "--rate", "50"]);
    let told: Vec<_> =
        rows.iter().map(|row| (count(row, "revocations"), count(row, "connections"))).collect();
    assert_eq!(told, [(10, 10), (1, 15)]);
    assert!(rows.iter().all(|row| row["closed_max_ms"].as_f64().unwrap() > 0.0), "{rows:?}");
}

#[test]
fn in_a_storm_nothing_is_lost_and_a_page_tells_of_it() {
    let page = tempfile::NamedTempFile::new().unwrap();
    let path = page.path().to_str().unwrap();
    let wanted = ["storm", "--terminals", "21", "--boards", "2", "--rate", "200", "--seconds", "0.5"];
    let rows = rows(&[&wanted[..], &["--html", path]].concat());
    let (accepted, deliveries) = (count(&rows[0], "accepted"), count(&rows[0], "deliveries"));
    assert!(accepted > 10 && deliveries >= accepted * 10 && deliveries <= accepted * 11, "{}", rows[0]);
    assert_eq!(count(&rows[0], "wrong"), 0);
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("<h1>marquee bench storm</h1>") && page.contains("role=\"img\""));
    let slow = self::rows(&["slow", "--terminals", "10", "--rate", "50", "--seconds", "0.2"]);
    assert_eq!((count(&slow[0], "terminals"), count(&slow[0], "stalled")), (10, 1));
}
