//! How reading a folder, its index and `attache check` grow with what is in it.

use super::asked::Asked;
use super::folder::{Options, write};
use super::page::{Section, Table, exponent, millis};
use super::reader::{Read, read};
use super::shapes::SHAPES;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Briefs of the folders.
const BRIEFS: &[usize] = &[100, 1_000, 5_000];
const EVENTS_PER_BRIEF: usize = 8;
/// Processes that read each folder; of each figure the best counts.
const PROCESSES: usize = 3;

/// Folders where there is much of one thing: what there is much of, and the shape of `tests/hostile/shapes.rs`.
const MUCH: &[(&str, &str)] = &[
    ("claims of an event", "claims-that-dispute-one"),
    ("actors of an event", "many-actors-in-one-event"),
    ("events of one moment", "one-moment"),
    ("events of an actor", "one-actor-in-long-roles"),
    ("relations of an actor", "relations-of-one-actor"),
    ("houses of a source", "houses-of-one-source"),
    ("copies of a source", "copies-of-copies"),
    ("events that cite 150 sources", "everything-cites-everything"),
    ("findings in a line", "findings-on-one-line"),
    ("files", "many-files"),
];
/// What part of a shape is read besides the whole.
const PART: usize = 4;

/// What one folder took.
struct Folder {
    briefs: usize,
    /// Bytes of its files.
    text: usize,
    read: Read,
    check: Duration,
}

impl Folder {
    fn measure(briefs: usize) -> Self {
        let options = Options {
            events: briefs * EVENTS_PER_BRIEF,
            events_per_brief: EVENTS_PER_BRIEF,
            ..Options::default()
        };
        let folder = write(&options);
        Self {
            briefs,
            text: size(folder.path()),
            read: read(folder.path(), PROCESSES),
            check: check(folder.path()),
        }
    }
}

/// Bytes of all files in a folder.
fn size(folder: &Path) -> usize {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let sizes = entries.map(|path| {
        if path.is_dir() {
            size(&path)
        } else {
            usize::try_from(path.metadata().unwrap().len()).unwrap()
        }
    });
    sizes.sum()
}

/// The shortest time of `attache check`.
fn check(folder: &Path) -> Duration {
    let times = (0..PROCESSES).map(|_| {
        let started = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.arg("check").arg(folder).env_clear().stdout(Stdio::null()).stderr(Stdio::null());
        command.status().unwrap();
        started.elapsed()
    });
    times.min().unwrap()
}

/// Loading, index, check and memory.
pub(crate) fn measure(_: &Asked) -> Section {
    let folders: Vec<Folder> = BRIEFS.iter().map(|briefs| Folder::measure(*briefs)).collect();
    let about = format!(
        "Generated folders, {EVENTS_PER_BRIEF} events a brief with their claims and sources. The first table has the \
         power of\nthe number of records with which each time grows from the row before: 1 is linear, 2 would be four \
         times the\ntime for twice the records. Memory is what each record more than in the row before needs at the \
         most, while\nall of it is read and linked, and beside it the bytes of its text in the files. The second table \
         has the times\nthemselves, the third the same powers for folders that have much of one thing, from a quarter \
         of it to the\nwhole. Less is better in all of them. Each figure is the best of {PROCESSES} processes."
    );
    let tables = vec![powers(&folders), whole(&folders), much()];
    Section { title: "Load, index, check and memory", about, tables }
}

fn powers(folders: &[Folder]) -> Table {
    let mut table = Table::new(&[
        "",
        "load, power",
        "index, power",
        "`attache check`, power",
        "memory of a record",
        "the same with the index",
        "text of a record",
    ]);
    for pair in folders.windows(2) {
        let [less, more] = pair else { continue };
        let records = [less.read.records, more.read.records];
        let power = |time: fn(&Folder) -> Duration| exponent([time(less), time(more)], records);
        let of_a_record = |bytes: fn(&Folder) -> usize| {
            let further = bytes(more).saturating_sub(bytes(less)) / (records[1] - records[0]);
            format!("{further} B")
        };
        table.row([
            format!("{} to {} briefs", less.briefs, more.briefs),
            power(|folder| folder.read.load),
            power(|folder| folder.read.index),
            power(|folder| folder.check),
            of_a_record(|folder| folder.read.memory),
            of_a_record(|folder| folder.read.with_index),
            of_a_record(|folder| folder.text),
        ]);
    }
    table
}

fn whole(folders: &[Folder]) -> Table {
    let mut table =
        Table::new(&["", "records", "load", "index", "`attache check`", "most memory, with index"]);
    for folder in folders {
        table.row([
            format!("{} briefs", folder.briefs),
            folder.read.records.to_string(),
            millis(folder.read.load),
            millis(folder.read.index),
            millis(folder.check),
            format!("{} MiB", folder.read.with_index >> 20),
        ]);
    }
    table
}

fn much() -> Table {
    let mut table = Table::new(&[
        "much of",
        "load, power",
        "`attache check`, power",
        "load",
        "index",
        "`attache check`",
    ]);
    for (what, name) in MUCH {
        let shape = SHAPES.iter().find(|shape| shape.name == *name).expect("the shape is there");
        let [part, full] = [PART, 1].map(|part| {
            let folder = tempfile::tempdir().unwrap();
            for (name, text) in shape.files(part) {
                let path = folder.path().join(name);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, text).unwrap();
            }
            (read(folder.path(), PROCESSES), check(folder.path()))
        });
        let power = |less, more| exponent([less, more], [1, PART]);
        table.row([
            (*what).to_owned(),
            power(part.0.load, full.0.load),
            power(part.1, full.1),
            millis(full.0.load),
            millis(full.0.index),
            millis(full.1),
        ]);
    }
    table
}
