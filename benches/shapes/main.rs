//! "Much times many" against its bars: `cargo bench --bench shapes [-- NAME…]`.
//!
//! Every shape of `tests/hostile/shapes.rs` at full size, each in a process of its own: how long
//! `attache check` takes, how long until the reader could answer a search, the most memory it had, and the
//! slowest key of a walk, from the input to the bytes of the frame.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a bench prints and may stop where it stands"
)]
#![cfg(target_os = "linux")]

#[path = "../../tests/hostile/shapes.rs"]
mod shapes;

use attache::app::App;
use attache::config::Theme;
use attache::keymap::Chord;
use attache::library::load::{LoadRequest, load_files};
use attache::reader::Reader;
use attache::runtime::Application;
use attache::search::Index;
use attache::term::Input;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use shapes::{SHAPES, Shape};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

const SIZE: (u16, u16) = (120, 40);
const OPEN: u128 = 2_000;
const KEY: u128 = 50;
const MEMORY: u64 = 256;
/// What tells a process that it is one of those that read a folder: the folder follows.
const READS: &str = "ATTACHE_SHAPE";

/// What is typed: through the lists, onto the pages and down them, and letter by letter into the search.
const KEYS: &[&str] = &[
    "enter",
    "j",
    "k",
    "enter",
    "j",
    "j",
    "G",
    "g",
    "g",
    "2",
    "j",
    "enter",
    "pagedown",
    "pagedown",
    "G",
    "3",
    "j",
    "enter",
    "pagedown",
    "4",
    "j",
    "enter",
    "pagedown",
    "1",
    "j",
    "z",
    "pagedown",
    "G",
    "z",
    "/",
    "l",
    "o",
    "n",
    "g",
    "space",
    "w",
    "o",
    "r",
    "enter",
    "j",
    "pagedown",
    "g",
    "p",
    "j",
    "j",
    "esc",
    "/",
    "x",
    "backspace",
    "e",
    "0",
    "enter",
    "m",
    "x",
    "j",
    "f",
    "j",
    "esc",
    "?",
    "esc",
    "g",
    "b",
    "j",
    "enter",
    "W",
    "esc",
    "1",
    "j",
    "j",
];

fn main() {
    if let Some(folder) = std::env::var_os(READS) {
        println!("{}", measure(Path::new(&folder)));
        return;
    }
    let asked: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    println!(
        "{:32} {:>6} {:>9} {:>9} {:>8} {:>9}  over: slowest",
        "shape", "KiB", "check", "open", "memory", "worst"
    );
    let is_asked =
        |shape: &&Shape| asked.is_empty() || asked.iter().any(|name| shape.name.contains(name));
    let over = SHAPES.iter().filter(is_asked).filter(|shape| report(shape)).count();
    println!("{over} over the bars of {OPEN} ms, {MEMORY} MiB and {KEY} ms a key");
}

/// Measures a shape and prints its row; whether it is over a bar.
fn report(shape: &Shape) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = 0;
    for (name, text) in shape.files(1) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        bytes += text.len();
        std::fs::write(path, text).unwrap();
    }
    let check = check(folder.path()).as_millis();
    let reads = Command::new(std::env::current_exe().unwrap())
        .env(READS, folder.path())
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    let told = String::from_utf8(reads.stdout).unwrap();
    let words: Vec<&str> = told.split_whitespace().collect();
    let [open, memory, worst, key] = words[..] else { panic!("{}: {told}", shape.name) };
    let is_over = check > OPEN
        || open.parse::<u128>().unwrap() > OPEN
        || memory.parse::<u64>().unwrap() > MEMORY
        || worst.parse::<u128>().unwrap() > KEY;
    println!(
        "{:32} {:>6} {check:>6} ms {open:>6} ms {memory:>4} MiB {worst:>6} ms  {key}{}",
        shape.name,
        bytes >> 10,
        if is_over { "  OVER" } else { "" },
    );
    is_over
}

fn check(folder: &Path) -> Duration {
    let started = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.arg("check").arg(folder).env_clear().stdout(Stdio::null()).stderr(Stdio::null());
    command.status().unwrap();
    started.elapsed()
}

/// Milliseconds to open, MiB at most, milliseconds of the slowest key, how many keys are over the bar, and the
/// slowest ones.
fn measure(folder: &Path) -> String {
    let started = Instant::now();
    let paths = vec![folder.to_owned()];
    let loaded = load_files(&LoadRequest { paths, ..LoadRequest::default() });
    let library = Arc::new(loaded.library);
    let index = Arc::new(Index::new(&library));
    let app = App::new(Arc::clone(&library), index, SIZE.0, SIZE.1);
    let mut reader = Reader::of(app, Theme::built_in("terminal").unwrap(), false);
    let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1));
    let backend = CrosstermBackend::new(std::io::sink());
    let mut screen = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
    screen.draw(|frame| reader.draw(frame)).unwrap();
    let open = started.elapsed().as_millis();
    let mut keys = Vec::new();
    for (at, key) in KEYS.iter().enumerate() {
        let started = Instant::now();
        reader.input(Input::Key(Chord::parse(key).expect("a key")));
        screen.draw(|frame| reader.draw(frame)).unwrap();
        keys.push((started.elapsed().as_millis(), format!("{key}#{at}")));
    }
    keys.sort_by(|one, other| other.cmp(one));
    let over = keys.iter().filter(|(time, _)| *time > KEY).count();
    let slowest: Vec<String> =
        keys.iter().take(3).map(|(time, key)| format!("{key}={time}")).collect();
    let worst = keys.first().map_or(0, |(time, _)| *time);
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.split_whitespace().next().unwrap().parse().unwrap();
    format!("{open} {} {worst} {over}:{}", peak >> 10, slowest.join(","))
}
