//! From a key to its complete frame, and from `q` to the shell: `cargo bench --bench keys`.
//!
//! A large corpus (10,000 events) on a screen of 200x60. The same random keys are typed in several
//! rounds and the shortest time of each key counts, which other work on the machine disturbs least.
//! First the reader alone, down to the bytes for the terminal; then the program in a pseudo-terminal,
//! from the key to the end of the frame. The machine should have nothing else to do. `-- --check` types
//! less and fails where a time is three times its target.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a bench prints and may stop where it stands"
)]
#![cfg(target_os = "linux")]

mod alone;
#[path = "../corpus/folder.rs"]
mod folder;
mod script;
mod terminal;

use attache::library::Kind;
use attache::library::load::load;
use attache::search::Index;
use script::{Kind as KeyKind, Typed};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use terminal::Terminal;

const EVENTS: usize = 10_000;
const SIZE: (u16, u16) = (200, 60);

fn main() {
    let check = std::env::args().any(|argument| argument == "--check");
    let (keys, rounds) = if check { (300, 2) } else { (2_000, 4) };
    let folder = folder::write(&folder::Options { events: EVENTS, ..folder::Options::default() });
    let typed = script::typed(keys);
    let mut bars = Bars::default();
    let alone = alone(folder.path(), &typed, 4 * rounds);
    bars.report("the reader alone", &typed, &alone);
    let seen = in_terminal(folder.path(), &typed, rounds);
    bars.report("in a terminal", &typed, &seen);
    println!("\nfrom q to the shell");
    let shipped = leave(None, 5 * rounds);
    bars.row("the briefs inside the program", shipped, Duration::from_millis(10));
    println!("  {EVENTS} events: {:.2} ms", millis(leave(Some(folder.path()), rounds)));
    if check && bars.worst > 3.0 {
        println!("a time is {:.1} times its target", bars.worst);
        std::process::exit(1);
    }
}

/// The shortest time of each key, from the input to the bytes of the frame.
fn alone(folder: &Path, typed: &[Typed], rounds: usize) -> Vec<Duration> {
    let library = Arc::new(load(&folder::all_of(folder)));
    let index = Arc::new(Index::new(&library));
    println!("{} events, {} keys, {rounds} rounds", library.listed(Kind::Event).len(), typed.len());
    alone::shortest(rounds, typed, || alone::Screen::new(&library, &index, SIZE))
}

/// The shortest time of each key, from its bytes to the end of its frame.
fn in_terminal(folder: &Path, typed: &[Typed], rounds: usize) -> Vec<Duration> {
    let mut shortest = vec![Duration::MAX; typed.len()];
    for _ in 0..rounds {
        let mut terminal = Terminal::start(Some(folder), SIZE);
        for (key, shortest) in typed.iter().zip(&mut shortest) {
            *shortest = terminal.key(&key.bytes).min(*shortest);
        }
        terminal.leave();
    }
    shortest
}

/// The shortest time from `q` to the shell.
fn leave(folder: Option<&Path>, rounds: usize) -> Duration {
    let times = (0..rounds).map(|_| {
        let mut terminal = Terminal::start(folder, SIZE);
        terminal.key(b"j");
        terminal.leave()
    });
    times.min().unwrap()
}

/// What is printed, and the greatest ratio of a time to its target.
#[derive(Default)]
struct Bars {
    worst: f64,
}

impl Bars {
    fn report(&mut self, how: &str, typed: &[Typed], times: &[Duration]) {
        println!("\n{how}");
        for (kind, name, target) in [
            (KeyKind::Panes, "key to frame", Duration::from_millis(8)),
            (KeyKind::Search, "search key to frame", Duration::from_millis(16)),
        ] {
            let of_kind = typed.iter().zip(times).filter(|(key, _)| key.kind == kind);
            let mut sorted: Vec<(Duration, &Typed)> =
                of_kind.map(|(key, time)| (*time, key)).collect();
            sorted.sort_by_key(|(time, _)| *time);
            let at =
                |of_hundred: usize| sorted[(sorted.len() * of_hundred / 100).min(sorted.len() - 1)];
            println!("  {name}: p50 {:.2} ms", millis(at(50).0));
            self.row(&format!("{name}: p99"), at(99).0, target);
            let slowest: Vec<String> = sorted
                .iter()
                .rev()
                .take(5)
                .map(|(time, key)| format!("{} {:.2} ms", key.chord, millis(*time)))
                .collect();
            println!("  slowest: {}", slowest.join(", "));
        }
    }

    fn row(&mut self, name: &str, time: Duration, target: Duration) {
        let met = if time <= target { "met" } else { "MISSED" };
        println!("  {name:30} {:8.2} ms  target {:5.1}  {met}", millis(time), millis(target));
        self.worst = self.worst.max(time.as_secs_f64() / target.as_secs_f64());
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
