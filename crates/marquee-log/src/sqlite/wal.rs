//! The write-ahead log looked at as bytes, before SQLite opens it. SQLite takes everything from the first frame
//! without its checksum on for a torn tail and drops it without a word; here a tail that was torn, which nobody was
//! answered for, is told from a middle that was damaged, beyond which lie batches that were. It never writes.
//!
//! ```text
//!  header │ batch 1: ▒▒▒C │ batch 2: ▒✗▒C │ batch 3: ▒▒C │        C: the frame that commits a batch
//!                                     ▲ damage: batch 3 was begun only after all of batch 2 was synced
//! ```

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

const HEADER_BYTES: usize = 32;
const FRAME_HEADER_BYTES: usize = 24;
/// The header's first word; its last bit is set where checksums are of big-endian words.
const MAGIC: u32 = 0x377f_0682;
const PAGE_MIN: usize = 512;
const PAGE_MAX: usize = 65_536;

/// What a WAL holds beyond its whole batches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tail {
    /// Nothing.
    Whole,
    /// The start of a batch that was never committed, or the remains of one.
    Torn {
        /// From where on SQLite reads nothing.
        bytes: u64,
    },
    /// A frame is damaged and batches lie beyond it that had been synced.
    Damaged {
        /// Its number, from 1 on; 0 is the header.
        frame: u64,
        /// How many batches SQLite would drop: at least so many.
        batches: u64,
    },
}

/// Looks at a WAL; of one that is not there nothing is missing.
pub(super) fn look(path: &Path) -> io::Result<Tail> {
    match File::open(path) {
        Ok(file) => scan(&mut BufReader::with_capacity(1 << 16, file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Tail::Whole),
        Err(error) => Err(error),
    }
}

/// A running checksum as SQLite makes it.
type Sum = (u32, u32);

struct Frame {
    commits: bool,
    sum: Sum,
    /// Whether it belongs to this round of the WAL: older rounds had other salts.
    of_this_round: bool,
    bytes: Vec<u8>,
}

fn scan(file: &mut impl Read) -> io::Result<Tail> {
    let mut header = [0; HEADER_BYTES];
    if !filled(file, &mut header)? {
        return Ok(Tail::Whole);
    }
    let big_endian = word(&header, 0) & 1 == 1;
    let page = word(&header, 8) as usize;
    let seed = (word(&header, 24), word(&header, 28));
    let sound = word(&header, 0) & !1 == MAGIC
        && (PAGE_MIN..=PAGE_MAX).contains(&page)
        && page.is_power_of_two()
        && sum((0, 0), &header[..24], big_endian) == seed;
    if !sound {
        // The header is synced before any frame is written, and a sector is written whole or not at all.
        let mut one = [0; FRAME_HEADER_BYTES + PAGE_MIN];
        let frames = filled(file, &mut one)?;
        return Ok(if frames { Tail::Damaged { frame: 0, batches: 1 } } else { Tail::Whole });
    }
    let salts: [u8; 8] = std::array::from_fn(|place| header[16 + place]);
    let next = |file: &mut dyn Read| -> io::Result<Option<Frame>> {
        let mut bytes = vec![0; FRAME_HEADER_BYTES + page];
        if !filled(file, &mut bytes)? {
            return Ok(None);
        }
        Ok(Some(Frame {
            commits: word(&bytes, 4) != 0,
            sum: (word(&bytes, 16), word(&bytes, 20)),
            of_this_round: bytes[8..16] == salts,
            bytes,
        }))
    };
    let follows = |frame: &Frame, before: Sum| {
        let sum =
            sum(sum(before, &frame.bytes[..8], big_endian), &frame.bytes[FRAME_HEADER_BYTES..], big_endian);
        frame.of_this_round && sum == frame.sum
    };
    let frame_bytes = (FRAME_HEADER_BYTES + page) as u64;
    let (mut whole, mut committed, mut last) = (0, 0, seed);
    let broken = loop {
        match next(file)? {
            Some(frame) if follows(&frame, last) => {
                whole += 1;
                last = frame.sum;
                if frame.commits {
                    committed = whole;
                }
            }
            other => break other,
        }
    };
    let torn = |frames: u64| match frames - committed {
        0 => Tail::Whole,
        more => Tail::Torn { bytes: more * frame_bytes },
    };
    let Some(broken) = broken else { return Ok(torn(whole)) };
    // Each frame's checksum goes on from the one before it, so what lies beyond can be told from chance.
    // What an older round left behind it is no tail.
    let mut frames = whole + u64::from(broken.of_this_round);
    let mut batches = u64::from(broken.of_this_round && broken.commits);
    let (mut before, mut begun_after_commit) = (broken.sum, false);
    while let Some(frame) = next(file)? {
        frames += u64::from(frame.of_this_round);
        if follows(&frame, before) {
            begun_after_commit |= batches > 0;
            batches += u64::from(frame.commits);
        }
        before = frame.sum;
    }
    if begun_after_commit {
        return Ok(Tail::Damaged { frame: whole + 1, batches });
    }
    Ok(torn(frames))
}

/// Fills the buffer; `false`: the file ended before.
fn filled(file: &mut (impl Read + ?Sized), buffer: &mut [u8]) -> io::Result<bool> {
    match file.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

fn word(bytes: &[u8], place: usize) -> u32 {
    u32::from_be_bytes(std::array::from_fn(|byte| bytes[place + byte]))
}

fn sum(before: Sum, bytes: &[u8], big_endian: bool) -> Sum {
    bytes.chunks_exact(8).fold(before, |(first, second), pair| {
        let read = |place: usize| {
            let bytes = std::array::from_fn(|byte| pair[place + byte]);
            if big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
        };
        let first = first.wrapping_add(read(0)).wrapping_add(second);
        (first, second.wrapping_add(read(4)).wrapping_add(first))
    })
}
