//! What a program may be started in: sizes, variables, closed ends, full disks, limits, signals. One row
//! each; a shell line, in which `$0` is the program and `$1` an empty folder, says it.

use crate::run;
use crate::support::{Start, Terminal};
use rustix::process::Signal;
use std::fmt::Write as _;
use std::process::Command;

/// What happens and what it has to come to.
struct Condition {
    what: &'static str,
    /// Where it runs.
    place: Place,
    line: &'static str,
    codes: &'static [u32],
}

#[derive(Clone, Copy)]
enum Place {
    /// Without a terminal.
    Pipes,
    /// In a terminal of this size; the interrupt key ends it.
    Screen(u16, u16),
    /// In a terminal in which it ends by itself.
    Ends,
    /// In a terminal, and a signal comes.
    Signal(Signal),
}

use Place::{Ends, Pipes, Screen};

const fn row(
    what: &'static str,
    place: Place,
    line: &'static str,
    codes: &'static [u32],
) -> Condition {
    Condition { what, place, line, codes }
}

const READ: &str = "exec \"$0\" --no-state";
const USUAL: Place = Screen(80, 24);
const LEFT: &[u32] = &[130];

const CONDITIONS: &[Condition] = &[
    row("no size at all", Screen(0, 0), READ, LEFT),
    row("one cell", Screen(1, 1), READ, LEFT),
    row("one row", Screen(80, 1), READ, LEFT),
    row("one column", Screen(1, 24), READ, LEFT),
    row("one row as wide as can be", Screen(65_535, 1), READ, LEFT),
    row("one column as high as can be", Screen(1, 65_535), READ, LEFT),
    row("as large as can be", Screen(65_535, 65_535), READ, LEFT),
    row("three thousand either way", Screen(3_000, 3_000), READ, LEFT),
    row("below the least", Screen(19, 3), READ, LEFT),
    row("the least", Screen(20, 4), READ, LEFT),
    row("a wall", Screen(300, 100), READ, LEFT),
    row("no TERM", USUAL, "unset TERM; exec \"$0\" --no-state", &[0, 130]),
    row("an empty TERM", USUAL, "TERM= exec \"$0\" --no-state", &[0, 130]),
    row("a TERM without abilities", Ends, "TERM=dumb exec \"$0\" --no-state", &[0]),
    row("a TERM that nobody knows", USUAL, "TERM=$'x\\e[2J' exec \"$0\" --no-state", LEFT),
    row("the console of the kernel", USUAL, "TERM=linux exec \"$0\" --no-state", LEFT),
    row("no language", USUAL, "LANG=C LC_ALL=C exec \"$0\" --no-state", LEFT),
    row(
        "a language that there is not",
        USUAL,
        "exec env $'LC_ALL=xx\\xff' \"$0\" --no-state",
        LEFT,
    ),
    row("another script", USUAL, "LANG=fa_IR.UTF-8 exec \"$0\" --no-state", LEFT),
    row("no colour", USUAL, "NO_COLOR=1 exec \"$0\" --no-state", LEFT),
    row("colours of noise", USUAL, "COLORFGBG=$'\\e]0;x\\a;;' exec \"$0\" --no-state", LEFT),
    row("no HOME", USUAL, "unset HOME; exec \"$0\"", LEFT),
    row("a HOME that is relative", USUAL, "cd \"$1\"; HOME=x exec \"$0\"", LEFT),
    row("a HOME that is missing", USUAL, "HOME=/nowhere/at/all exec \"$0\"", LEFT),
    row("a HOME that is a device", USUAL, "HOME=/dev/null exec \"$0\"", LEFT),
    row("a HOME that speaks", USUAL, "HOME=$'/tmp/\\e[2J' exec \"$0\" --no-state", LEFT),
    row("a HOME that cannot be written", USUAL, "HOME=/proc exec \"$0\"", LEFT),
    row(
        "a state that is a full disk",
        USUAL,
        "ln -s /dev/full \"$1/attache\"; XDG_STATE_HOME=\"$1\" exec \"$0\"",
        LEFT,
    ),
    row(
        "a state that is a file",
        USUAL,
        "echo x >\"$1/attache\"; XDG_STATE_HOME=\"$1\" exec \"$0\"",
        LEFT,
    ),
    row(
        "options that are noise",
        USUAL,
        "mkdir \"$1/attache\"; head -c 9999 /dev/urandom >\"$1/attache/config.toml\"; XDG_CONFIG_HOME=\"$1\" exec \"$0\" --no-state",
        LEFT,
    ),
    row(
        "keys that are a pipe",
        USUAL,
        "mkdir \"$1/attache\"; mkfifo \"$1/attache/keys.toml\"; XDG_CONFIG_HOME=\"$1\" exec \"$0\" --no-state",
        LEFT,
    ),
    row(
        "a time zone that leads away",
        USUAL,
        "TZ=../../../etc/passwd exec \"$0\" --no-state",
        LEFT,
    ),
    row("a time zone of noise", USUAL, "TZ=$':\\e[2J\\xff' exec \"$0\" --no-state", LEFT),
    row(
        "a variable of 100 KiB",
        USUAL,
        "X=$(head -c 100000 /dev/zero | tr '\\0' x) exec \"$0\" --no-state",
        LEFT,
    ),
    row(
        "variables that are no UTF-8",
        USUAL,
        "XDG_CONFIG_HOME=$'\\xff' VISUAL=$'\\xfe' exec \"$0\" --no-state",
        LEFT,
    ),
    row(
        "variables of other tools",
        USUAL,
        "RUST_LOG=trace RUST_BACKTRACE=full PAGER=cat LESSOPEN='|id' exec \"$0\" --no-state",
        LEFT,
    ),
    row("nothing kept, nothing copied", USUAL, "ATTACHE_SECURE=1 exec \"$0\"", LEFT),
    row("keys from nowhere", USUAL, "exec \"$0\" --no-state </dev/null", LEFT),
    row("standard input closed", USUAL, "exec \"$0\" --no-state <&-", &[2, 130]),
    row("standard error closed", USUAL, "exec \"$0\" --no-state 2>&-", LEFT),
    row("standard error full", USUAL, "exec \"$0\" --no-state 2>/dev/full", LEFT),
    row(
        "a folder that was removed",
        USUAL,
        "cd \"$1\"; rmdir \"$1\"; exec \"$0\" --no-state",
        LEFT,
    ),
    row("few open files", USUAL, "ulimit -n 20; exec \"$0\" --no-state", &[2, 130]),
    row("a small stack", USUAL, "ulimit -s 1024; exec \"$0\" --no-state", LEFT),
    row("files of no size", USUAL, "ulimit -f 0; XDG_STATE_HOME=\"$1\" exec \"$0\"", LEFT),
    row("no cores", USUAL, "ulimit -c 0; exec \"$0\" --no-state", LEFT),
    row(
        "signals that are ignored",
        USUAL,
        "trap '' PIPE HUP TSTP TTOU; exec \"$0\" --no-state",
        LEFT,
    ),
    row("lowest priority", USUAL, "exec nice -n 19 \"$0\" --no-state", LEFT),
    row("terminated", Place::Signal(Signal::TERM), READ, &[143]),
    row("hung up", Place::Signal(Signal::HUP), READ, &[129]),
    row("interrupted", Place::Signal(Signal::INT), READ, &[130]),
    row("told to quit", Place::Signal(Signal::QUIT), READ, &[131]),
    row("standard output closed", Pipes, "\"$0\" check >&-", &[0, 2]),
    row("everything closed", Pipes, "\"$0\" check <&- >&- 2>&-", &[0, 2]),
    row("standard output full", Pipes, "\"$0\" check >/dev/full", &[2]),
    row("both full", Pipes, "\"$0\" check >/dev/full 2>/dev/full", &[2]),
    row("a reader that leaves", Pipes, "\"$0\" | head -1; exit ${PIPESTATUS[0]}", &[0, 141]),
    row(
        "a reader that never reads",
        Pipes,
        "\"$0\" show albania-cyberattacks-2022 | true; exit ${PIPESTATUS[0]}",
        &[0, 141],
    ),
    row(
        "an output that is its input",
        Pipes,
        "\"$0\" >\"$1/x.toml\"; \"$0\" check \"$1/x.toml\"",
        &[1],
    ),
    row("an argument that is no UTF-8", Pipes, "\"$0\" $'x\\xff\\x1b[2J.toml'", &[2]),
    row("a command that speaks", Pipes, "\"$0\" find $'\\e]0;x\\a\\u202e' --tsv", &[0, 1]),
    row("an empty argument", Pipes, "\"$0\" ''", &[2]),
    row(
        "an argument of 100 KiB",
        Pipes,
        "\"$0\" find \"$(head -c 100000 /dev/zero | tr '\\0' x)\"",
        &[1],
    ),
    row("a thousand arguments", Pipes, "\"$0\" find $(seq 1000)", &[0, 1]),
    row("a number for a path", Pipes, "\"$0\" /proc/self/fd/0 </dev/zero", &[0, 2]),
    row(
        "a dialogue of noise",
        Pipes,
        "head -c 20000 /dev/urandom | \"$0\" --plain --no-state",
        &[0, 1],
    ),
    row("a dialogue that ends at once", Pipes, "\"$0\" --plain --no-state </dev/null", &[0]),
    row("little memory", Pipes, "ulimit -v 400000; \"$0\" check", &[0]),
    row("no processor time to waste", Pipes, "ulimit -t 20; \"$0\" check", &[0]),
    row(
        "an umask that forbids everything",
        Pipes,
        "umask 777; \"$0\" new brief \"$1/x.toml\"",
        &[0],
    ),
];

#[test]
fn there_are_enough_conditions_and_each_is_one_of_its_own() {
    assert!(CONDITIONS.len() >= 45);
    let mut names: Vec<&str> = CONDITIONS.iter().map(|condition| condition.what).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CONDITIONS.len());
}

fn check(part: usize) {
    let mut faults = String::new();
    for condition in CONDITIONS.iter().skip(part).step_by(2) {
        let folder = tempfile::tempdir().unwrap();
        let code = match condition.place {
            Pipes => pipes(condition, folder.path().to_str().unwrap(), &mut faults),
            Screen(..) | Ends | Place::Signal(_) => {
                terminal(condition, folder.path().to_str().unwrap(), &mut faults)
            }
        };
        if !condition.codes.contains(&code) {
            writeln!(faults, "{}: exits {code}, not {:?}", condition.what, condition.codes)
                .unwrap();
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn whatever_it_is_started_in_it_says_nothing_wrong_1() {
    check(0);
}

#[test]
fn whatever_it_is_started_in_it_says_nothing_wrong_2() {
    check(1);
}

fn pipes(condition: &Condition, folder: &str, faults: &mut String) -> u32 {
    let mut command = Command::new("/bin/bash");
    command.args(["-c", condition.line, env!("CARGO_BIN_EXE_attache"), folder]);
    let output = command.env_clear().env("PATH", "/usr/bin:/bin").output().unwrap();
    run::text(condition.what, output.stdout, faults);
    run::text(condition.what, output.stderr, faults);
    output.status.code().and_then(|code| u32::try_from(code).ok()).unwrap_or(u32::MAX)
}

fn terminal(condition: &Condition, folder: &str, faults: &mut String) -> u32 {
    let size = if let Screen(columns, rows) = condition.place { (columns, rows) } else { (80, 24) };
    let start = Start::by_shell(condition.line).arg(folder).size(size.0, size.1);
    let mut terminal = start.run();
    match condition.place {
        Pipes | Ends => {}
        Screen(..) => {
            terminal.wait_until("a frame or the end", has_begun);
            terminal.type_in("\rjj2j/a\x15\x1b[27u\x0c\x03");
        }
        Place::Signal(signal) => {
            terminal.wait_until("a frame", has_begun);
            terminal.signal(signal);
        }
    }
    let status = terminal.wait_for_status();
    if let Some(signal) = status.signal() {
        writeln!(faults, "{}: killed by {signal}", condition.what).unwrap();
    }
    let code = status.exit_code();
    run::said_plainly(&terminal, condition.what, faults);
    code
}

/// Whether a whole frame has come, or text that is no frame.
fn has_begun(terminal: &Terminal) -> bool {
    let bytes = &terminal.shown().bytes;
    bytes.ends_with(b"\x1b[?2026l") || bytes.ends_with(b"\n")
}
