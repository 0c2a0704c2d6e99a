//! From the start of the program to its first useful frame, beside `less` and `fzf`.

use super::asked::Asked;
use super::folder::{Options, write_into};
use super::page::{Section, Table, least, median, millis, times};
use super::session::{Manner, Session};
use portable_pty::CommandBuilder;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

const ROUNDS: usize = 15;
/// What stands on the card of an event.
const CARD: &str = "HOW SURE";
/// What leads from the list of briefs to all events, the first of them with its card.
const TO_CARD: &[u8] = b"\t";
/// Briefs of the user's own.
const OWN: usize = 20;
/// What the first frame says of them: the built-in briefs are no drafts.
const OWN_MARK: &str = " drafts";
/// What a search that has found something says.
const FOUND: &str = " hits ";
const PROGRAM: &str = env!("CARGO_BIN_EXE_attache");

/// Someone who starts a program: a home, and the text that the others show.
struct Desk {
    home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    fn command(&self, program: &str, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("HOME", self.home.path());
        command.cwd(self.home.path());
        command
    }

    fn ours(&self, program: &str) -> CommandBuilder {
        self.command(program, &["--no-state"])
    }

    /// What the first frame says once the built-in briefs are there.
    fn mark() -> String {
        format!("All {} briefs", briefs().len())
    }

    /// The first screen, and behind it the files of the briefs.
    fn write_text(&self) -> PathBuf {
        let mut session = Session::start(self.ours(PROGRAM), Manner::Answers);
        session.until(&Self::mark());
        let mut text = session.contents();
        for brief in briefs() {
            text.push_str(&std::fs::read_to_string(brief).unwrap());
        }
        let path = self.home.path().join("text");
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Briefs of ten events where the program looks for the user's own.
    fn write_own_briefs(&self) {
        let options = Options { events: 10 * OWN, events_per_brief: 10, ..Options::default() };
        write_into(&self.home.path().join(".local/share/attache/briefs"), &options);
    }
}

/// The files of the built-in briefs.
fn briefs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefs");
    let paths = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut briefs: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    briefs.sort();
    briefs
}

/// A row of the table in the making.
struct Contender {
    name: String,
    command: CommandBuilder,
    manner: Manner,
    /// What stands on the first frame that is of use.
    mark: String,
    /// Where it ends.
    end: End,
    took: Vec<Duration>,
}

impl Contender {
    fn new(name: impl Into<String>, command: CommandBuilder) -> Self {
        let (manner, mark) = (Manner::Answers, Desk::mark());
        Self { name: name.into(), command, manner, mark, end: End::First, took: Vec::new() }
    }

    fn silent(self) -> Self {
        let name = format!("{}, the terminal answers nothing", self.name);
        Self { name, manner: Manner::Silent, ..self }
    }

    fn of_own(self) -> Self {
        Self { mark: OWN_MARK.to_owned(), ..self }
    }

    fn up_to_a_card(self) -> Self {
        let name = format!("{}, to the card of an event", self.name);
        Self { name, end: End::Card, ..self }
    }

    fn start(&self) -> Duration {
        let mut session = Session::start(self.command.clone(), self.manner);
        let first = session.until(&self.mark);
        match self.end {
            End::First => first,
            End::Card => {
                session.type_in(TO_CARD);
                session.until(CARD)
            }
        }
    }
}

/// How far a start is watched.
enum End {
    /// To the first frame.
    First,
    /// To the card of an event, one key later.
    Card,
}

/// The first frame, also of other builds of the program.
pub(crate) fn measure(asked: &Asked) -> Section {
    let (desk, own) = (Desk::new(), Desk::new());
    let text = desk.write_text();
    own.write_own_briefs();
    let mut contenders = contenders(&desk, &own, &text);
    for other in &asked.beside {
        contenders.push(Contender::new(format!("`{other}`"), desk.ours(other)));
    }
    // The first round only brings the files into memory.
    for round in 0..=ROUNDS {
        for contender in &mut contenders {
            let took = contender.start();
            if round > 0 {
                contender.took.push(took);
            }
        }
    }
    let mut about = format!(
        "From the start of a program in a terminal of 80x24 until \"{}\" stands on the screen, which is the first \
         frame\nwith the list of briefs; of `less` and `fzf` too, which show a text that begins with that frame. \
         \"To the card of an\nevent\" has one key more, typed as soon as that frame stands, and ends when `{CARD}` stands on the \
         screen. {ROUNDS} rounds over all\nrows in turn; less is better, and below 1 it is sooner than the peer. `fzf` \
         is started by a shell, which gives it\nthe text. The times contain what it takes to start any program at all: \
         the row of the shell has nothing else.\n",
        Desk::mark(),
    );
    for peer in ["less", "fzf"] {
        if !is_installed(peer) {
            writeln!(about, "\n`{peer}` is not installed on this machine.").unwrap();
        }
    }
    let tables = vec![table(&contenders), search_table(&desk)];
    about.push_str(
        "\nThe second table is the first search after the start, typed as soon as the first frame stands, beside \
         the\nsame search once all is at rest; less is better, and 1 would be no wait at all.",
    );
    Section { title: "First frame", about, tables }
}

fn contenders(desk: &Desk, own: &Desk, text: &Path) -> Vec<Contender> {
    let text = text.to_str().unwrap();
    let mut contenders = Vec::new();
    if is_installed("less") {
        contenders.push(Contender::new("less", desk.command("less", &[text])));
    }
    if is_installed("fzf") {
        let line = format!("exec fzf --layout=reverse < '{text}'");
        contenders.push(Contender::new("fzf", desk.command("/bin/sh", &["-c", &line])));
    }
    let line = format!("printf '{}'; read line", Desk::mark());
    let shell = desk.command("/bin/sh", &["-c", &line]);
    let ours = || Contender::new("attache", desk.ours(PROGRAM));
    let with_own = || Contender::new("attache, 20 own briefs", own.ours(PROGRAM)).of_own();
    contenders.extend([
        Contender::new("a shell that says the same", shell),
        ours(),
        ours().silent(),
        ours().up_to_a_card(),
        with_own(),
        with_own().silent(),
        with_own().up_to_a_card(),
    ]);
    contenders
}

fn table(contenders: &[Contender]) -> Table {
    let peer = |name: &str| contenders.iter().find(|contender| contender.name == name);
    let (less, fzf) = (peer("less"), peer("fzf"));
    let mut table =
        Table::new(&["", "median / less", "least / less", "median / fzf", "median", "least"]);
    for contender in contenders {
        let to = |peer: Option<&Contender>, figure: fn(&[Duration]) -> Duration| {
            peer.map_or("-".to_owned(), |peer| times(figure(&contender.took), figure(&peer.took)))
        };
        table.row([
            contender.name.clone(),
            to(less, median),
            to(less, least),
            to(fzf, median),
            millis(median(&contender.took)),
            millis(least(&contender.took)),
        ]);
    }
    table
}

/// The first search after the start and the same one later.
fn search_table(desk: &Desk) -> Table {
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let mut session = Session::start(desk.ours(PROGRAM), Manner::Answers);
        session.until(&Desk::mark());
        first.push(session.type_until(b"/e", FOUND));
        // The Esc key itself would wait for what may follow it.
        session.type_in(b"\x1b[27u");
        session.until_gone(FOUND);
        session.settle(Duration::from_millis(100));
        later.push(session.type_until(b"/e", FOUND));
    }
    let mut table = Table::new(&["", "median / later", "median", "least"]);
    for (name, took) in [("the first search", &first), ("the same search later", &later)] {
        let ratio = times(median(took), median(&later));
        table.row([name.to_owned(), ratio, millis(median(took)), millis(least(took))]);
    }
    table
}

fn is_installed(program: &str) -> bool {
    ["/usr/bin", "/bin"].iter().any(|folder| Path::new(folder).join(program).exists())
}
