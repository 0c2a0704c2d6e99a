//! A process that reads a folder and nothing else, so that its memory is that of the folder.

use super::folder::all_of;
use attache::library::load::load;
use attache::search::Index;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What tells a process that it is one of those that read a folder: the folder follows.
const READS: &str = "ATTACHE_READS";

/// What reading a folder took.
#[derive(Clone, Copy)]
pub(crate) struct Read {
    /// Records in the folder.
    pub(crate) records: usize,
    /// Until the library was there.
    pub(crate) load: Duration,
    /// From there until the index was.
    pub(crate) index: Duration,
    /// Bytes of memory at most, until the library was there.
    pub(crate) memory: usize,
    /// Bytes of memory at most, until the index was.
    pub(crate) with_index: usize,
}

impl Read {
    /// Each time and size at its best of two.
    fn best(self, other: Self) -> Self {
        Self {
            records: self.records,
            load: self.load.min(other.load),
            index: self.index.min(other.index),
            memory: self.memory.min(other.memory),
            with_index: self.with_index.min(other.with_index),
        }
    }
}

/// Reads the folder if this process is to do that, and says what it took; whether it was.
pub(crate) fn was_asked() -> bool {
    let Some(folder) = std::env::var_os(READS) else { return false };
    let started = Instant::now();
    let library = load(&all_of(Path::new(&folder)));
    let load = started.elapsed();
    let memory = peak();
    let started = Instant::now();
    let index = Index::new(&library);
    let took = started.elapsed();
    println!(
        "{} {} {} {memory} {}",
        library.reading().records,
        load.as_nanos(),
        took.as_nanos(),
        peak()
    );
    drop(index);
    true
}

/// The most memory that this process had, in bytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.split_whitespace().next().unwrap().parse::<usize>().unwrap() * 1024
}

/// Has a folder read by so many processes, one after another; the best of each figure.
pub(crate) fn read(folder: &Path, processes: usize) -> Read {
    let one = || {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.env(READS, folder).stderr(Stdio::inherit());
        let told = String::from_utf8(command.output().unwrap().stdout).unwrap();
        let figures: Vec<u64> =
            told.split_whitespace().map(|figure| figure.parse().unwrap()).collect();
        let [records, load, index, memory, with_index] = figures[..] else {
            panic!("a process that reads a folder said {told:?}")
        };
        let bytes = |figure: u64| usize::try_from(figure).unwrap();
        Read {
            records: bytes(records),
            load: Duration::from_nanos(load),
            index: Duration::from_nanos(index),
            memory: bytes(memory),
            with_index: bytes(with_index),
        }
    };
    (1..processes).fold(one(), |best, _| best.best(one()))
}
