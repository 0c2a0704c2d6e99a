//! The search beside its peers: the table of `cargo bench --bench search`.

use super::asked::{Asked, Sizes};
use super::measure::{Measured, measure as measure_size};
use super::page::{Section, Table, millis};

/// Records and whether titles alone.
const SIZES: &[(usize, bool)] = &[(500, false), (500, true), (10_000, false)];
const LARGE: &[(usize, bool)] = &[(100_000, false), (100_000, true), (1_000_000, false)];

/// The ratios of one run.
pub(crate) fn measure(asked: &Asked) -> Section {
    let large: &[_] = match asked.sizes {
        Sizes::Quick => &[],
        Sizes::Whole => LARGE,
    };
    let mut table = Table::new(&["ours / theirs", "ratio", "should be at most"]);
    let mut builds = Table::new(&[
        "index of",
        "records",
        "words",
        "build",
        "build of a record",
        "memory of a record",
    ]);
    let mut before: Option<Measured> = None;
    for (records, bare) in SIZES.iter().chain(large) {
        let measured = measure_size(*records, *bare);
        measured.print();
        for row in measured.rows(before.as_ref()) {
            table.row([
                format!("{} {}", row.number, row.name),
                format!("{:.4}", row.ratio),
                row.target.to_string(),
            ]);
        }
        builds.row([
            if measured.bare { "titles" } else { "full texts" }.to_owned(),
            measured.records.to_string(),
            measured.words.to_string(),
            millis(measured.build),
            format!("{:.1} µs", measured.build.as_secs_f64() * 1e6 / measured.records as f64),
            format!("{} B", measured.memory.0 / measured.records.max(1)),
        ]);
        if !bare {
            before = Some(measured);
        }
    }
    let about = "The same mixed script (names, typing errors, two words, dates) is typed letter by letter, and at each \
                 key each\nengine is asked for its best 100 hits with scores and places. The sum of the times of all keys, \
                 ours by\ntheirs; less is better. `cargo bench --bench performance -- --whole` has sizes up to a million \
                 records too."
        .to_owned();
    Section { title: "Search", about, tables: vec![table, builds] }
}
