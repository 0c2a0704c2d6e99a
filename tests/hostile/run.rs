//! The harness: one run of the program, by pipes or in a terminal, and the oracle over what it said.

use crate::support::forbidden::forbidden;
use crate::support::{Start, Terminal, oracle};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run by pipes came to.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
}

/// What is said of the program itself when it fails.
const PANIC: &[&str] = &["the program failed at", "panicked at", "RUST_BACKTRACE"];

/// What is typed at every brief: into every pane, the help, the palette, a search with a paste in it.
const WALK: &str = "\rjjG\r2jj\r3j\r4jj\r1Gz\x1b[6~z?\x1b[6~\x1b[27u/a\x1b[200~\x1b]52;c;cm0=\x07\x1b[201~\x15e\rj\x1b[27ugp\x1b[6~\x1b[27ugb\x1b[27uf\x1b[27u\x0c";

/// Runs the program with these arguments; adds to `faults` whatever must not be.
pub(crate) fn pipes(arguments: &[&OsStr], faults: &mut String) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).arg("--no-state").env_clear().stdin(Stdio::null());
    let output = command.output().unwrap();
    let what = format!("{arguments:?}");
    if output.status.code().is_none() {
        writeln!(faults, "{what}: {}", output.status).unwrap();
    }
    let out = text(&what, output.stdout, faults);
    text(&what, output.stderr, faults);
    Run { code: output.status.code().unwrap_or(-1), out }
}

/// Output as text, in which nothing but text may be.
pub(crate) fn text(what: &str, output: Vec<u8>, faults: &mut String) -> String {
    let output = String::from_utf8(output).unwrap_or_else(|error| {
        writeln!(faults, "{what}: not UTF-8").unwrap();
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    for found in forbidden(&output, &['\n', '\t']) {
        writeln!(faults, "{what}: {found} in the output").unwrap();
    }
    failed(what, &output, faults);
    output
}

fn failed(what: &str, output: &str, faults: &mut String) {
    for words in PANIC.iter().filter(|words| output.contains(**words)) {
        writeln!(faults, "{what}: `{words}`").unwrap();
    }
}

/// Every command that reads, on one path; the marking stands above and below every text.
pub(crate) fn commands(path: &Path, marking: Option<&str>, faults: &mut String) {
    let path = path.as_os_str();
    let expect = |run: &Run, codes: &[i32], faults: &mut String, what: &str| {
        if !codes.contains(&run.code) {
            writeln!(faults, "{}: {what} exits {}", path.display(), run.code).unwrap();
        }
    };
    for format in ["human", "json"] {
        let run =
            pipes(&[OsStr::new("check"), OsStr::new("--format"), OsStr::new(format), path], faults);
        expect(&run, &[0, 1], faults, "check");
    }
    let find = ["--briefs".as_ref(), path, "find".as_ref(), "a".as_ref()];
    let run = pipes(&find, faults);
    expect(&run, &[0, 1], faults, "find");
    let run = pipes(&[path], faults);
    expect(&run, &[0], faults, "reading");
    let lines: Vec<&str> = run.out.lines().collect();
    for line in [lines.first(), lines.last()] {
        let told = line.is_some_and(|line| is_marked(line, marking));
        if !told && marking.is_some() {
            writeln!(faults, "{}: marking {line:?}", path.display()).unwrap();
        }
    }
}

/// Markings from the lowest to the highest.
const MARKINGS: &[&str] = &["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

/// Whether a line begins with a marking that is no lower than this one.
pub(crate) fn is_marked(line: &str, least: Option<&str>) -> bool {
    let told = line.trim().strip_prefix("TLP:").and_then(|rest| rest.split_whitespace().next());
    let rank = |word: &str| MARKINGS.iter().position(|marking| *marking == word);
    told.and_then(rank).is_some_and(|told| Some(told) >= least.and_then(rank))
}

/// Walks through a path in a terminal and leaves.
pub(crate) fn walk(
    path: &Path,
    (columns, rows): (u16, u16),
    marking: Option<&str>,
    faults: &mut String,
) {
    let start = Start::new().arg(path.to_str().unwrap()).size(columns, rows);
    let mut terminal = start.run();
    // Until everything is read the marking is not known.
    terminal.wait_until("its briefs", |terminal| {
        let shown = marking_on(terminal);
        is_marked(&shown, None) || (marking.is_none() && shown.starts_with("TLP:"))
    });
    // Before it is typed: a quick reader has answered all of it by the time that it is.
    let before = terminal.shown().bytes.len();
    // The last key draws everything anew, behind all others.
    terminal.type_in(WALK);
    terminal.wait_until("the walk", |terminal| {
        terminal.shown().bytes.len() > before && is_whole(terminal)
    });
    let shown = marking_on(&terminal);
    if marking.is_some() && !is_marked(&shown, marking) {
        writeln!(faults, "{}: the screen says {shown:?}", path.display()).unwrap();
    }
    terminal.type_in("\x03");
    let code = terminal.wait_for_end();
    if code != 130 {
        writeln!(faults, "{}: left with {code}", path.display()).unwrap();
    }
    said(&terminal, &path.display().to_string(), faults);
}

/// Whether the last frame has come whole.
fn is_whole(terminal: &Terminal) -> bool {
    terminal.shown().bytes.ends_with(b"\x1b[?2026l")
}

/// The marking at the end of the first row; a title that looks like one stands before it.
fn marking_on(terminal: &Terminal) -> String {
    let row = terminal.row(0);
    row.rfind("TLP:").and_then(|at| row.get(at..)).unwrap_or_default().to_owned()
}

/// Holds everything that a terminal got against the oracle.
pub(crate) fn said(terminal: &Terminal, what: &str, faults: &mut String) {
    for fault in terminal.faults() {
        writeln!(faults, "{what}: {fault} on the terminal").unwrap();
    }
    let bytes = terminal.shown().bytes.clone();
    failed(what, &String::from_utf8_lossy(&bytes), faults);
}

/// What a terminal got that took no screen: text with line ends.
pub(crate) fn said_plainly(terminal: &Terminal, what: &str, faults: &mut String) {
    let bytes = String::from_utf8_lossy(&terminal.shown().bytes).into_owned();
    if !bytes.contains("\x1b[?1049h") {
        text(what, bytes.replace('\r', "").into_bytes(), faults);
        return;
    }
    // What could not be kept is told in a line of its own once the screen was given back.
    let (screen, told) = bytes.rsplit_once(LEFT).unwrap_or((&bytes, ""));
    let is_of_the_line = |fault: &String| {
        let ends = [("U+000A", '\n'), ("U+000D", '\r')];
        ends.iter().any(|(name, sign)| fault == name && !screen.contains(*sign))
    };
    for fault in terminal.faults().iter().filter(|fault| !is_of_the_line(fault)) {
        writeln!(faults, "{what}: {fault} on the terminal").unwrap();
    }
    failed(what, screen, faults);
    text(what, told.replace('\r', "").into_bytes(), faults);
}

/// What gives the screen back, and the cursor with it.
const LEFT: &str = "\x1b[?1049l\x1b[?25h";

#[test]
fn the_harness_sees_what_it_is_for() {
    let _ = oracle::QUESTION;
    let mut faults = String::new();
    text("bad", b"\x1b[2J".to_vec(), &mut faults);
    text("bytes", b"\xff".to_vec(), &mut faults);
    text("panic", b"thread 'main' panicked at src/main.rs".to_vec(), &mut faults);
    assert_eq!(faults.lines().count(), 3, "{faults}");
    assert!(is_marked("TLP:RED │ offline", Some("CLEAR")));
    assert!(!is_marked("TLP:CLEAR", Some("AMBER")));
    assert!(!is_marked("TLP:PURPLE", Some("CLEAR")));
}
