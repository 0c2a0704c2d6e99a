//! That the start, the loading and the memory have not become many times worse: `cargo test --bench
//! performance_check`, with every change.
//!
//! Ratios of one run and bytes a record, in the profile in which the tests are built. Each is tried several times and
//! holds if it holds once, since other work on the machine can only make it worse; `cargo bench --bench
//! performance` has the whole table.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench prints and may stop where it stands"
)]
#![cfg(target_os = "linux")]

#[path = "../corpus/folder.rs"]
mod folder;
mod reader;
mod starts;

use folder::{Options, write};
use reader::read;
use starts::packed_and_read;
use std::process::ExitCode;
use tempfile::TempDir;

/// Tries before something is too slow.
const TRIES: usize = 5;

/// The packed built-in briefs against the same read from their files: ten times what was seen.
const MOST_START: f64 = 0.2;
/// Four times the records in at most so many times the time; linear is 4.
const MOST_GROWTH: f64 = 8.0;
/// Bytes of memory that one record more needs at most while all is read: twice what was seen.
const MOST_MEMORY: f64 = 4_096.0;

/// Events of the smaller folder; the larger has four times as many.
const EVENTS: usize = 1_000;

fn main() -> ExitCode {
    if reader::was_asked() {
        return ExitCode::SUCCESS;
    }
    let folders = [EVENTS, 4 * EVENTS]
        .map(|events| write(&Options { events, events_per_brief: 20, ..Options::default() }));
    let held = [
        holds("start from what is packed / from the files", MOST_START, start),
        holds("load of four times the records / of the records", MOST_GROWTH, || growth(&folders)),
        holds("bytes of memory that a record more needs", MOST_MEMORY, || memory(&folders)),
    ];
    if held.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Whether a figure is at its best no more than it may be.
fn holds(what: &str, most: f64, figure: impl Fn() -> f64) -> bool {
    let mut best = f64::INFINITY;
    for _ in 0..TRIES {
        best = best.min(figure());
        if best <= most {
            break;
        }
    }
    println!("{what:50} {best:10.3}, at most {most}");
    best <= most
}

fn start() -> f64 {
    let [packed, read] = packed_and_read(5);
    packed.library.as_secs_f64() / read.library.as_secs_f64()
}

fn growth(folders: &[TempDir; 2]) -> f64 {
    let [less, more] = folders.each_ref().map(|folder| read(folder.path(), 2));
    more.load.as_secs_f64() / less.load.as_secs_f64()
}

fn memory(folders: &[TempDir; 2]) -> f64 {
    let [less, more] = folders.each_ref().map(|folder| read(folder.path(), 1));
    let bytes = u32::try_from(more.memory.saturating_sub(less.memory)).unwrap();
    let records = u32::try_from(more.records - less.records).unwrap();
    f64::from(bytes) / f64::from(records)
}
