//! The reader on a terminal.

use super::themes::Picked;
use super::{Common, Failure, finish, keeps_state};
use crate::app::Preferences;
use crate::clipboard::Clipboard;
use crate::config::{Environment, Loaded};
use crate::library::load::{LoadRequest, load_at_once, load_files};
use crate::reader::{Due, Reader, Ready};
use crate::runtime::{Fault, Options, Runtime};
use crate::sandbox::Sandbox;
use crate::state::Store;
use crate::text::clean_line;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How long the first frame waits for the briefs, so that "loading" is not seen with a normal set.
const PATIENCE: Duration = Duration::from_millis(30);
/// How long the end waits for an answer that the terminal owes.
const ENDING: Duration = Duration::from_millis(100);
/// How long nobody looks whether files changed after somebody did.
const LOOK: Duration = Duration::from_secs(1);

/// The reader on a terminal, opened at an item where one is named.
pub(super) fn run(
    common: &Common,
    environment: &Environment,
    (request, open_at): (LoadRequest, Option<String>),
    (picked, loaded): (Picked, Loaded),
    sandbox: &Sandbox,
) -> ExitCode {
    let ascii = common.ascii || loaded.ascii(environment);
    let mouse = loaded.settings.mouse;
    let secure = common.is_secure(environment);
    let clipboard = if secure { Clipboard::Forbidden } else { environment.clipboard };
    let asks = picked.asks && loaded.settings.ask_terminal && !secure;
    let ask = asks.then(|| ending(environment));
    let minutes = u64::from(loaded.settings.blank_after);
    let idle = (minutes > 0).then(|| Duration::from_mins(minutes));
    let fault = fault(environment);
    let options = Options { patience: PATIENCE, mouse, ask, clipboard, idle, fault };
    let runtime = Runtime::new(options);
    let workers = runtime.workers();
    match load_at_once(&request) {
        // Starting a thread for it takes longer.
        Some(loaded) => workers.send(Ready::Library(Box::new(loaded))),
        None => {
            workers.spawn("loader", move || Ready::Library(Box::new(load_files(&request))));
        }
    }
    let keeps = keeps_state(common, environment, &loaded);
    let searches = loaded.settings.searches;
    let store = if keeps { Store::open(environment, searches) } else { None };
    let told = store.as_ref().and_then(Store::notice);
    let refused = match &store {
        Some(store) => store.refused(),
        None => keeps.then(|| "no home folder".into()),
    };
    // Who asks for more than is usual is told at once that there is less.
    let open = (secure && !sandbox.stands())
        .then(|| "the kernel does not hold the sandbox; `attache doctor` says why".into());
    let notice = open.or(loaded.notice()).or(picked.notice).or(told);
    let mut reader = Reader::new(workers, picked.theme, ascii, open_at)
        .configured(&loaded.settings, loaded.keymap)
        .offering(picked.name, picked.names, picked.wardrobe)
        .remembering(store)
        .saying(notice)
        .watching(once_in(LOOK));
    let others = reader.app_mut().preferences().clone();
    reader.app_mut().prefer(Preferences { stateless: !keeps, refused, ..others });
    reader.app_mut().set_clipboard(clipboard);
    let code = runtime.run(&mut reader).unwrap_or_else(|error| {
        let message = clean_line(&error.to_string(), |_| {});
        finish(Err(Failure(crate::text!["the terminal cannot be used: ", message])), ascii)
    });
    // The process ends here: giving back a large library piece by piece would keep the shell waiting.
    std::mem::forget(reader);
    code
}

/// How long the end waits for an answer that the terminal owes; in a debug build that is asked for it
/// until there is one, so that no test depends on how fast the machine is.
fn ending(environment: &Environment) -> Duration {
    let patient = environment.fault.as_deref() == Some("slow-terminal");
    if cfg!(debug_assertions) && patient { Duration::from_mins(1) } else { ENDING }
}

/// Due at once, and then so long after the last time it was.
fn once_in(pause: Duration) -> Due {
    let mut last: Option<Instant> = None;
    Box::new(move || {
        let due = last.is_none_or(|last| last.elapsed() >= pause);
        if due {
            last = Some(Instant::now());
        }
        due
    })
}

/// The fault to commit; release builds read it and do nothing.
fn fault(environment: &Environment) -> Option<Fault> {
    match environment.fault.as_deref()? {
        "panic-ui" => Some(Fault::PanicUi),
        "panic-worker" => Some(Fault::PanicWorker),
        "hang" => Some(Fault::Hang),
        "slow-disk" => Some(Fault::SlowDisk),
        _ => None,
    }
}
