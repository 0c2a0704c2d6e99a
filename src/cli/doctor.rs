//! `attache doctor`: what holds on this machine, asked of the kernel where that is possible.

use super::config::columns;
use super::{Common, Failure, Outcome, keeps_state, library};
use crate::clipboard::Clipboard;
use crate::config::{ColorTier, Environment, Loaded};
use crate::library::Library;
use crate::sandbox::{self, Needs, Sandbox, Trial, Wall};
use crate::state::Store;
use crate::term::lines::stdin_is_terminal;
use crate::term::output::stdout_is_terminal;
use crate::text;
use crate::text::{DisplayText, clean_path};
use std::path::Path;

/// A row: what it is about, and what is so.
type Row = Vec<DisplayText>;

pub(super) fn run(
    common: &Common,
    environment: &Environment,
    loaded: &Loaded,
    (sandbox, needs): (&Sandbox, &Needs),
) -> Result<Outcome, Failure> {
    let library = library(common, &[], environment)?;
    let sections: [(&'static str, Vec<Row>); 4] = [
        ("Sandbox", walls(sandbox)),
        ("What it may read", readable(needs, &library)),
        ("What is kept", kept(common, environment, loaded)),
        ("Terminal", terminal(common, environment)),
    ];
    let version = env!("CARGO_PKG_VERSION");
    let system = text![std::env::consts::OS, ", ", std::env::consts::ARCH];
    let mut text = vec![text!["attache ", version, ", ", system, "\n"]];
    for (title, rows) in sections {
        text.push(text!["\n", title, "\n"]);
        let rows: Vec<Row> = rows.into_iter().map(indented).collect();
        text.push(columns(&rows));
    }
    Ok(Outcome { text, code: 0 })
}

fn indented(row: Row) -> Row {
    let mut cells = row.into_iter();
    let first = cells.next().map(|first| text!["  ", first]);
    first.into_iter().chain(cells).collect()
}

fn row(what: &'static str, so: impl Into<DisplayText>) -> Row {
    vec![what.into(), so.into()]
}

fn walls(sandbox: &Sandbox) -> Vec<Row> {
    let tried = |asked: &'static str, trial: Trial| match trial {
        Trial::Refused => text![asked, ": refused"],
        Trial::Given => text![asked, ": given, NOT refused"],
        Trial::Unknown => text![asked, ": cannot be tried here"],
    };
    let cores = if sandbox.no_core {
        "off: a crash leaves nothing of what was read on the disk"
    } else {
        "NOT off: the system refuses to turn them off"
    };
    vec![
        row("files", wall(&sandbox.files, "only those below can be opened (Landlock)")),
        row("", tried("tried to list /", sandbox::try_topmost_folder())),
        row("network", wall(&sandbox.calls, "no socket, no other program (seccomp)")),
        row("", tried("tried to open a socket", sandbox::try_socket())),
        row("core dumps", cores),
    ]
}

fn wall(wall: &Wall, holds: &'static str) -> DisplayText {
    match wall {
        Wall::Whole => holds.into(),
        Wall::Part => text![holds, "; this kernel is too old for a part of it"],
        Wall::Absent(why) => text!["NOT held by the kernel: ", why],
    }
}

fn readable(needs: &Needs, library: &Library) -> Vec<Row> {
    let mut rows: Vec<Row> = needs.read.iter().map(|folder| row("folder", place(folder))).collect();
    let sources = library.sources();
    let reading = library.reading();
    let files = text![reading.files, " files with ", reading.records, " records were read"];
    rows.push(row("briefs", files));
    rows.extend(sources.names().map(|name| row("", name)));
    let unread =
        library.unread().map(|file| row("not read", text![file.name, ": ", file.reason()]));
    rows.extend(unread);
    rows
}

fn kept(common: &Common, environment: &Environment, loaded: &Loaded) -> Vec<Row> {
    let mut rows = Vec::new();
    let why = if common.no_state {
        Some("--no-state")
    } else if common.is_secure(environment) {
        Some("--secure")
    } else if !keeps_state(common, environment, loaded) {
        Some("`state = false` in config.toml")
    } else if !environment.home {
        Some("there is no home folder")
    } else {
        None
    };
    let kept = if loaded.settings.searches {
        "place, bookmarks, searches (`searches = true` in config.toml)"
    } else {
        "place, bookmarks"
    };
    rows.push(row("now", why.map_or(kept.into(), |why| text!["nothing: ", why])));
    let files = Store::files(environment);
    rows.extend(files.iter().map(|file| row("file", place(file))));
    if files.is_empty() {
        rows.push(row("file", "none: there is no home folder"));
    }
    rows
}

/// A path, and whether there is something.
fn place(path: &Path) -> DisplayText {
    let shown = clean_path(path);
    if path.exists() { shown } else { text![shown, " (not there)"] }
}

fn terminal(common: &Common, environment: &Environment) -> Vec<Row> {
    let stands = |is: bool| if is { "a terminal" } else { "no terminal" };
    let colours = match environment.colors {
        ColorTier::None => "none",
        ColorTier::Sixteen => "16",
        ColorTier::Indexed => "256",
        ColorTier::True => "16 million",
    };
    let way =
        if common.is_secure(environment) { Clipboard::Forbidden } else { environment.clipboard };
    let clipboard = match way {
        Clipboard::Terminal => "by the terminal (OSC 52)",
        Clipboard::Tmux => "by the terminal around tmux (OSC 52)",
        Clipboard::Screen => "by the terminal around GNU screen (OSC 52)",
        Clipboard::Absent => "this terminal has none",
        Clipboard::Forbidden => "off: --secure",
        Clipboard::Printed => "printed",
    };
    vec![
        row("input", stands(stdin_is_terminal())),
        row("output", stands(stdout_is_terminal())),
        row("signs", if environment.ascii { "ASCII" } else { "Unicode (UTF-8)" }),
        row("colours", colours),
        row("clipboard", clipboard),
    ]
}
