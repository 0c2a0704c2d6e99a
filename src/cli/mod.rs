//! The command line: arguments in, text and an exit code out.

mod check;
mod config;
mod confine;
mod dialogue;
mod doctor;
mod find;
mod fmt;
mod generate;
mod json;
mod keys;
mod new;
mod plain;
mod screen;
mod seal;
mod show;
mod themes;
mod who;

use crate::config::{
    self as configuration, Environment, Loaded, briefs_folder, choose, trusted_keys,
};
use crate::library::load::{LoadRequest, load};
use crate::library::seal::{Trust, TrustedKey};
use crate::library::{Day, Library};
use crate::sandbox::Sandbox;
use crate::state::Store;
use crate::term;
use crate::term::output::{self, Written};
use crate::text::{DisplayText, clean, clean_line, nearest};
use clap::{Args, CommandFactory, Parser, Subcommand};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;
use themes::Picked;

/// Nothing found, or errors found.
const FOUND_NOTHING: u8 = 1;
/// Wrong usage, or the program could not run.
const COULD_NOT_RUN: u8 = 2;
/// Reads curated incident briefs: when, who says so, how sure. Never uses a network.
#[derive(Debug, Parser)]
#[command(name = "attache", version)]
#[command(override_usage = "attache [OPTIONS] [PATH]...\n       attache [OPTIONS] <COMMAND>")]
#[command(after_help = "Examples:
  attache                          read the built-in briefs
  attache my.toml#second-attack    open a file at an item
  attache find rama lapid          ranked hits as text
  attache show event:tims-attack   one item as text
  attache who july-15-attack       who says what about an event
  attache check briefs             findings in a folder
  attache --theme projector        for a wall in a lit room")]
struct Arguments {
    #[command(flatten)]
    common: Common,
    /// Briefs to read instead of the built-in ones: files, folders, FILE#ID
    #[arg(value_name = "PATH")]
    paths: Vec<OsString>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
struct Common {
    /// Read only this file or folder; may be given again
    #[arg(long, value_name = "PATH", global = true)]
    briefs: Vec<PathBuf>,
    /// The look of the reader, one of `attache themes`
    #[arg(long, value_name = "NAME", global = true)]
    theme: Option<String>,
    /// Draw only ASCII signs
    #[arg(long, global = true)]
    ascii: bool,
    /// Plain text instead of a screen; without a command a dialogue: numbered lines out, commands in
    #[arg(long, global = true)]
    plain: bool,
    /// Use these options, and the keys.toml beside them
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    /// Read and write no state: no place, bookmarks or searches from one start to the next
    #[arg(long, global = true)]
    no_state: bool,
    /// Read files that are not as they were sealed
    #[arg(long, global = true)]
    accept_changed: bool,
    /// As --no-state, and nothing is put on the clipboard; `ATTACHE_SECURE=1` does the same
    #[arg(long, global = true)]
    secure: bool,
}

impl Common {
    /// Whether nothing may be written or copied, by an option or by the environment.
    fn is_secure(&self, environment: &Environment) -> bool {
        self.secure || environment.secure
    }

    /// Whether no state may be read or written, whatever the options of the user say.
    fn is_stateless(&self, environment: &Environment) -> bool {
        self.no_state || self.is_secure(environment)
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Search everything; exits 1 when nothing is found
    Find(find::Arguments),
    /// Show items as text
    Show(show::Arguments),
    /// Say who says what about an event
    Who(who::Arguments),
    /// Check briefs; exits 1 when errors are found
    Check(check::Arguments),
    /// Write a brief to begin with, a registry, or an event into a brief
    #[command(subcommand)]
    New(new::Kind),
    /// Lay out briefs: tables and keys in order, one spacing; comments stay, and no content changes
    Fmt(fmt::Arguments),
    /// List the briefs of a folder with their hashes, to be signed with minisign
    Seal(seal::Seal),
    /// Say whether sets are as their curator signed them; exits 1 when they are not
    Verify(seal::Verify),
    /// Trust the key of a curator, or list the keys that are trusted
    Trust(seal::Trust),
    /// Say what holds here: sandbox, terminal, what is read, what is kept where
    Doctor,
    /// Explain a finding
    Explain {
        /// Its code, as E110
        code: String,
    },
    /// The keys in force: print them, check keys.toml, say where each comes from
    #[command(subcommand)]
    Keys(keys::Kind),
    /// The options in force: print them, check the files, say where each comes from
    #[command(subcommand)]
    Config(config::Kind),
    /// List the themes, print one, or check the user's own
    Themes(themes::Arguments),
    /// Print the manual page, shell completions or the schema of a brief
    #[command(subcommand)]
    Generate(generate::Kind),
}

/// The table of commands and options: help, manual page, completions and `docs/cli.md` come out of
/// it.
#[must_use]
pub fn command() -> clap::Command {
    Arguments::command()
}

/// What a command comes to: text for standard output, and whether it is a success.
struct Outcome {
    text: Vec<DisplayText>,
    code: u8,
}

/// A message for standard error; the exit code is 2.
struct Failure(DisplayText);

/// Runs the program with the arguments of the process, the first being its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    term::quiet();
    let environment = Environment::read();
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let named = arguments.common.config.as_deref();
    let loaded = configuration::load(&environment, named);
    let ascii = arguments.common.ascii || loaded.ascii(&environment);
    if let Err(failure) = named.map_or(Ok(()), |named| all_there(&[named.to_path_buf()])) {
        return finish(Err(failure), ascii);
    }
    // In every mode: a name that is wrong is not found out only once there is a screen.
    let named = arguments.common.theme.as_deref();
    let picked = match themes::pick(named, loaded.settings.theme.as_deref(), &environment) {
        Ok(picked) => picked,
        Err(failure) => return finish(Err(failure), ascii),
    };
    let (sandbox, needs) = confine::enter(&arguments, &environment, &loaded);
    let outcome = match &arguments.command {
        None => return read(&arguments, &environment, (picked, loaded), &sandbox),
        Some(Command::Find(find)) => library(&arguments.common, &[], &environment)
            .and_then(|library| find::run(find, &library)),
        Some(Command::Show(show)) => library(&arguments.common, &[], &environment)
            .and_then(|library| show::run(show, &library)),
        Some(Command::Who(who)) => library(&arguments.common, &[], &environment)
            .and_then(|library| who::run(who, &library)),
        Some(Command::Check(check)) => {
            match library(&arguments.common, check.paths(), &environment)
                .and_then(|library| check::run(check, &library))
            {
                Ok((outcome, closing)) => return finish_with(Ok(outcome), &closing, ascii),
                Err(failure) => Err(failure),
            }
        }
        Some(Command::New(kind)) => new::run(kind, today()),
        Some(Command::Fmt(fmt)) => fmt::run(fmt, &arguments.common.briefs),
        Some(Command::Seal(sealed)) => seal::seal(sealed, today()),
        Some(Command::Verify(verify)) => {
            let keeps = keeps_state(&arguments.common, &environment, &loaded);
            seal::verify(verify, &arguments.common, &environment, keeps)
        }
        Some(Command::Trust(key)) => seal::keys(key, &environment),
        Some(Command::Doctor) => {
            doctor::run(&arguments.common, &environment, &loaded, (&sandbox, &needs))
        }
        Some(Command::Explain { code }) => check::explain(code),
        Some(Command::Themes(listed)) => themes::run(
            listed,
            &choose(named, loaded.settings.theme.as_deref(), &environment),
            (&environment, loaded.settings.ask_terminal),
        ),
        Some(Command::Keys(kind)) => keys::run(kind, &loaded),
        Some(Command::Config(kind)) => config::run(kind, &loaded),
        Some(Command::Generate(kind)) => generate::run(kind),
    };
    finish(outcome, ascii)
}

/// Help and version are a success; the rest is wrong usage. What it quotes of the arguments is
/// cleaned.
fn usage(error: &clap::Error) -> ExitCode {
    let text = clean(&error.to_string(), |_| {});
    if error.use_stderr() {
        output::write_stderr(&[text]);
        return ExitCode::from(COULD_NOT_RUN);
    }
    finish(Ok(Outcome { text: vec![text], code: 0 }), false)
}

fn finish(outcome: Result<Outcome, Failure>, ascii: bool) -> ExitCode {
    finish_with(outcome, &[], ascii)
}

/// Writes what came of it, and then beside it, on standard error, what is no part of it: nothing where nobody
/// reads on.
fn finish_with(outcome: Result<Outcome, Failure>, beside: &[DisplayText], ascii: bool) -> ExitCode {
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(Failure(message)) => {
            output::write_stderr(&[crate::text!["attache: ", message, "\n"]]);
            return ExitCode::from(COULD_NOT_RUN);
        }
    };
    let text = if ascii { plain::ascii(&outcome.text) } else { outcome.text };
    match output::write_stdout(&text) {
        Ok(Written::All) => {
            output::write_stderr(beside);
            ExitCode::from(outcome.code)
        }
        Ok(Written::Closed) => ExitCode::from(outcome.code),
        Err(error) => {
            let message = clean_line(&error.to_string(), |_| {});
            output::write_stderr(&[crate::text!["attache: cannot write: ", message, "\n"]]);
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

/// What is to be read: the paths given, else the built-in briefs and those of the user's folder.
fn request(common: &Common, paths: &[PathBuf], environment: &Environment) -> LoadRequest {
    let paths: Vec<PathBuf> = common.briefs.iter().chain(paths).cloned().collect();
    let builtin = paths.is_empty();
    let folder = builtin.then(|| briefs_folder(environment)).flatten();
    LoadRequest { builtin, folder, paths, ..LoadRequest::default() }
}

/// The keys of curators, and the versions of their sets that were read before.
fn trust(common: &Common, environment: &Environment) -> Result<Trust, Failure> {
    let texts = trusted_keys(environment).map_err(Failure)?;
    // One that is no key can vouch for nothing; `attache trust` tells it.
    let keys = texts.iter().filter_map(|(name, text)| TrustedKey::read(name, text).ok());
    let keys: Vec<TrustedKey> = keys.collect();
    // Only what a trusted key signed can be older than what was read before.
    let forgets = keys.is_empty() || common.is_stateless(environment);
    let seen = if forgets { Ok(BTreeMap::new()) } else { Store::sets(environment) };
    let (seen, past_unknown) = match seen {
        Ok(seen) => (seen, None),
        Err(why) => (BTreeMap::new(), Some(why)),
    };
    Ok(Trust { keys, seen, past_unknown, accepts_changed: common.accept_changed })
}

/// A path that was named and is not there is wrong usage; it may be a misspelt command.
fn all_there(paths: &[PathBuf]) -> Result<(), Failure> {
    let missing = paths.iter().find(|path| path.try_exists().is_ok_and(|exists| !exists));
    let Some(path) = missing else { return Ok(()) };
    let name = path.to_string_lossy();
    let message = crate::text!["`", clean_line(&name, |_| {}), "`: no such file or folder"];
    let commands = Arguments::command();
    let near = nearest(&name, commands.get_subcommands().map(clap::Command::get_name));
    Err(Failure(match near {
        Some(command) => {
            let command = clean(command, |_| {});
            crate::text![message, "; did you mean the command `", command, "`?"]
        }
        None => message,
    }))
}

fn library(
    common: &Common,
    paths: &[PathBuf],
    environment: &Environment,
) -> Result<Library, Failure> {
    all_there(&common.briefs)?;
    let trust = trust(common, environment)?;
    Ok(load(&LoadRequest { trust, ..request(common, paths, environment) }))
}

/// The reader on a terminal, or as a dialogue where plain text is asked for; the briefs as text
/// elsewhere.
fn read(
    arguments: &Arguments,
    environment: &Environment,
    (picked, loaded): (Picked, Loaded),
    sandbox: &Sandbox,
) -> ExitCode {
    let mut open_at = None;
    let mut paths = Vec::new();
    for path in &arguments.paths {
        let (path, reference) = split_reference(path);
        paths.push(path);
        open_at = reference.or(open_at);
    }
    let trust = match trust(&arguments.common, environment) {
        Ok(trust) => trust,
        Err(failure) => return finish(Err(failure), false),
    };
    let request = LoadRequest { trust, ..request(&arguments.common, &paths, environment) };
    let ascii = arguments.common.ascii || loaded.ascii(environment);
    if let Err(failure) = all_there(&request.paths) {
        return finish(Err(failure), ascii);
    }
    if arguments.common.plain {
        let notice = loaded.notice().or(picked.notice);
        return dialogue::run(&request, loaded, ascii, open_at.as_deref(), notice);
    }
    let screen = output::stdout_is_terminal() && !environment.dumb;
    if !screen {
        let library = load(&request);
        let text = match open_at {
            None => Ok(Outcome { text: plain::briefs(&library), code: 0 }),
            Some(reference) => show::references(&[reference], &library),
        };
        return finish(text, ascii);
    }
    screen::run(&arguments.common, environment, (request, open_at), (picked, loaded), sandbox)
}

/// Whether place, bookmarks and searches are kept from one start to the next.
fn keeps_state(common: &Common, environment: &Environment, loaded: &Loaded) -> bool {
    loaded.settings.state && !common.is_stateless(environment)
}

/// The day by the clock, in UTC.
fn today() -> Day {
    // A clock that is set to an earlier day than its first one tells that one.
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Day::of_clock(since.as_secs())
}

/// `FILE#ID` as file and id; a file whose own name holds the sign is taken whole.
fn split_reference(path: &OsString) -> (PathBuf, Option<String>) {
    let whole = PathBuf::from(path);
    let split = path.to_str().and_then(|path| path.rsplit_once('#'));
    match split {
        Some((file, reference)) if !whole.exists() => {
            (PathBuf::from(file), Some(reference.to_owned()))
        }
        _ => (whole, None),
    }
}
