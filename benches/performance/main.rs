//! All that is fast or slow, in one run: `cargo bench --bench performance` writes `docs/PERFORMANCE.md`.
//!
//! Behind `--`: names of parts, which are then measured alone and printed rather than written; `--whole`
//! for the sizes that take long; `--beside PATH` for another build of the program, whose first frame is measured in the
//! same rounds. What CI holds of it is `performance_check`.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a bench prints, counts in floating point and may stop where it stands"
)]
#![cfg(target_os = "linux")]

#[path = "../keys/alone.rs"]
mod alone;
mod asked;
#[path = "../search/corpus.rs"]
mod corpus;
mod first_frame;
mod frames;
#[path = "../search/frizbee.rs"]
mod frizbee;
mod growth;
#[path = "../search/measure.rs"]
mod measure;
mod packed;
mod page;
#[path = "../search/peers.rs"]
mod peers;
mod reader;
#[path = "../keys/script.rs"]
#[expect(dead_code, reason = "only a terminal is sent the bytes of a key")]
mod script;
mod search;
mod session;
#[path = "../../tests/hostile/shapes.rs"]
mod shapes;
mod starts;
#[path = "../search/times.rs"]
mod times;

use asked::Asked;
use corpus::folder;
use page::Section;
use std::path::Path;

/// Measures a part.
type Part = fn(&Asked) -> Section;

/// The parts by name, in the order of the page.
const PARTS: [(&str, Part); 5] = [
    ("first-frame", first_frame::measure),
    ("start", packed::measure),
    ("growth", growth::measure),
    ("frame", frames::measure),
    ("search", search::measure),
];

fn main() {
    if reader::was_asked() {
        return;
    }
    // Cargo itself adds `--bench`.
    let words = std::env::args().skip(1).filter(|word| word != "--bench");
    let asked = Asked::of(words, &PARTS.map(|(name, _)| name));
    let mut measured = page::run(&asked);
    for (name, part) in PARTS.iter().filter(|(name, _)| asked.has(name)) {
        let section = part(&asked).written(name);
        println!("{section}");
        measured.push_str(&section);
    }
    if asked.is_all() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/PERFORMANCE.md");
        let page = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, page::with(&page, &measured)).unwrap();
        println!("written to {}", path.display());
    }
}
