//! What an entry's frame costs in JSON and in Protobuf: the time to encode it, and its bytes, which are printed. Nothing
//! here is a test.

#![expect(clippy::unwrap_used, reason = "a bench may panic")]
#![expect(clippy::print_stdout, reason = "it is run to be read")]

use criterion::{Criterion, criterion_group, criterion_main};
use marquee_core::{BoardName, Change, Entry, Epoch, Level, Notice, NoticeId, Version};
use marquee_protocol::frame::{decode_entry, encode_entry, protobuf};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

const T: u64 = 1_700_000_000_000;

fn put(text: &str) -> Entry {
    let notice = Notice {
        id: NoticeId::parse("TEST-001").unwrap(),
        rev: Version(4_242),
        level: Level::Info,
        text: text.into(),
        html: None,
        tags: Box::default(),
        key: None,
        link: None,
        data: None,
        cells: 40,
        count: 1,
        starts_at: T,
        expires_at: T + 600_000,
        trace_id: "0af7651916cd43dd8448eb211c80319c".into(),
    };
    Entry { version: Version(4_242), at: T, change: Change::Put(Arc::new(notice)) }
}

/// How long one takes for each unit that the other does, in turns so short that both meet the same moments: the median.
fn ratio(mut one: impl FnMut(), mut other: impl FnMut()) -> f64 {
    const TURNS: usize = 4_001;
    const AT_ONCE: usize = 64;
    let time = |work: &mut dyn FnMut()| {
        let begun = Instant::now();
        (0..AT_ONCE).for_each(|_| work());
        begun.elapsed().as_secs_f64()
    };
    let mut ratios: Vec<f64> = (0..TURNS).map(|_| time(&mut one) / time(&mut other)).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[TURNS / 2]
}

fn entries(criterion: &mut Criterion) {
    let (board, epoch) = (BoardName::main(), Epoch::parse("k3j9x2ab").unwrap());
    for (name, text) in [
        ("40_ascii", "a".repeat(40)),
        ("120_ascii", "a".repeat(120)),
        ("500_ascii", "a".repeat(500)),
        ("40_han", "库".repeat(40)),
    ] {
        let entry = put(&text);
        let json = encode_entry(&board, &epoch, &entry);
        let binary = protobuf::encode_entry(&board, &epoch, &entry).len();
        println!("{name}: {} bytes of JSON, {binary} of Protobuf", json.len());
        let in_turns = ratio(
            || drop(black_box(protobuf::encode_entry(&board, &epoch, black_box(&entry)))),
            || drop(black_box(encode_entry(&board, &epoch, black_box(&entry)))),
        );
        println!("{name}: encoded in {in_turns:.2} of JSON's time");
        let mut group = criterion.benchmark_group(name);
        group.bench_function("json", |b| b.iter(|| encode_entry(&board, &epoch, black_box(&entry))));
        group.bench_function("protobuf", |b| {
            b.iter(|| protobuf::encode_entry(&board, &epoch, black_box(&entry)));
        });
        group.bench_function("protobuf_of_json", |b| b.iter(|| protobuf::entry_of_json(black_box(&json))));
        group.bench_function("json_read", |b| b.iter(|| decode_entry(black_box(&json))));
    }
}

criterion_group!(benches, entries);
criterion_main!(benches);
