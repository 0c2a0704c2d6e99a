//! `attache seal`, `verify` and `trust`: sets of briefs that their curator vouches for.

use super::{COULD_NOT_RUN, Common, FOUND_NOTHING, Failure, Outcome, all_there, trust};
use crate::config::{
    Environment, is_key_name, keep_key, key_text, remove_key, trusted_folder, trusted_keys,
};
use crate::library::Day;
use crate::library::load::{LoadRequest, NotSealed, load, seal_folder};
use crate::library::seal::{MANIFEST, TrustedKey};
use crate::state::Store;
use crate::text;
use crate::text::{DisplayText, clean_line, clean_path};
use std::path::PathBuf;

/// What `seal` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Seal {
    /// The folder of the briefs
    #[arg(value_name = "FOLDER")]
    pub(super) folder: PathBuf,
    /// The name of the set; without one that of the last list, else of the folder
    #[arg(long)]
    name: Option<String>,
    /// The version; without one the next
    #[arg(long, value_name = "N")]
    set_version: Option<u64>,
}

/// What `verify` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Verify {
    /// Folders and `.tar` files
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
}

/// What `trust` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Trust {
    /// A public key of minisign, as its `-G` writes it; without one the keys that are trusted are listed
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    /// The name to keep it under; without one that of the file
    #[arg(long, requires = "file")]
    name: Option<String>,
    /// Trust this key no longer
    #[arg(long, value_name = "NAME", conflicts_with = "file")]
    remove: Option<String>,
}

pub(super) fn seal(arguments: &Seal, today: Day) -> Result<Outcome, Failure> {
    let Seal { folder, name, set_version } = arguments;
    all_there(std::slice::from_ref(folder))?;
    let sealed = seal_folder(folder, name.as_deref(), *set_version, today);
    let (place, manifest) = sealed.map_err(|NotSealed(words)| Failure(words))?;
    let place = clean_path(&place);
    let said = text![
        "sealed: ",
        place,
        "\n",
        manifest.name,
        ", version ",
        manifest.version,
        ", ",
        manifest.files.len(),
        " files\nsign it: minisign -Sm ",
        place,
        "\n"
    ];
    Ok(Outcome { text: vec![said], code: 0 })
}

/// What stands in sets; a success where every one is signed by a trusted key and all its files are as they
/// were.
pub(super) fn verify(
    arguments: &Verify,
    common: &Common,
    environment: &Environment,
    keeps: bool,
) -> Result<Outcome, Failure> {
    all_there(&arguments.paths)?;
    let trust = trust(common, environment)?;
    let request = LoadRequest { paths: arguments.paths.clone(), trust, ..LoadRequest::default() };
    let library = load(&request);
    if library.sealed_sets().iter().all(|set| set.manifest.is_none()) {
        let why = text!["no list is there: `attache seal FOLDER` writes ", MANIFEST];
        return Err(Failure(why));
    }
    let mut text = Vec::new();
    for set in library.sealed_sets() {
        text.push(text![set.place, "\n  ", set.name(), ": ", set.summary(), "\n"]);
        text.extend(set.missing().map(|file| text!["  MISSING: ", file, "\n"]));
    }
    text.extend(library.unread().map(|file| text!["  ", file.name, ": ", file.reason(), "\n"]));
    text.extend(
        library.files_not_as_sealed().map(|(file, words)| text!["  ", file, ": ", words, "\n"]),
    );
    let store = if keeps { Store::open(environment, true) } else { None };
    let unkept = store.and_then(|store| store.keep_sets(&library.versions_of_sets()));
    text.extend(unkept.map(|words| text![words, "\n"]));
    let good = library.seal_is_good() && library.unread().next().is_none();
    let files = library.reading().files;
    let closing = if good { "all as they were sealed" } else { "NOT all as they were sealed" };
    let word = if files == 1 { " file: " } else { " files: " };
    text.push(text![files, word, closing, "\n"]);
    Ok(Outcome { text, code: if good { 0 } else { FOUND_NOTHING } })
}

pub(super) fn keys(arguments: &Trust, environment: &Environment) -> Result<Outcome, Failure> {
    let said = |text: DisplayText, code| Ok(Outcome { text: vec![text], code });
    if let Some(name) = &arguments.remove {
        let shown = clean_line(name, |_| {});
        let removed = is_key_name(name) && remove_key(environment, name).map_err(Failure)?;
        return if removed {
            said(text!["no longer trusted: ", shown, "\n"], 0)
        } else {
            said(text!["no key `", shown, "` is trusted\n"], FOUND_NOTHING)
        };
    }
    let Some(file) = &arguments.file else { return list(environment) };
    all_there(std::slice::from_ref(file))?;
    let text = key_text(file).map_err(Failure)?;
    // A path that was opened has a name.
    let own = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = arguments.name.clone().unwrap_or(own);
    if !is_key_name(&name) {
        let why = "the name of a key is of letters, digits, blanks, `-`, `_` and `.`; give one with --name";
        return Err(Failure(why.into()));
    }
    let Ok(key) = TrustedKey::read(&name, &text) else {
        return Err(Failure(text!["`", clean_path(file), "` is no public key of minisign"]));
    };
    let kept = keep_key(environment, &name, &text).map_err(Failure)?;
    said(
        text![
            "trusted from now on: ",
            key.name,
            "\nfingerprint: ",
            key.fingerprint(),
            "\nkept: ",
            clean_path(&kept),
            "\nCompare the fingerprint with the curator by voice. If it is another one:\n  attache trust --remove \"",
            key.name,
            "\"\n"
        ],
        0,
    )
}

fn list(environment: &Environment) -> Result<Outcome, Failure> {
    let keys = trusted_keys(environment).map_err(Failure)?;
    let mut text: Vec<DisplayText> = Vec::new();
    let mut code = 0;
    for (name, key) in &keys {
        if let Ok(key) = TrustedKey::read(name, key) {
            text.push(text![key.fingerprint(), "  ", key.name, "\n"]);
        } else {
            code = COULD_NOT_RUN;
            text.push(text!["no public key: ", clean_line(name, |_| {}), ".pub\n"]);
        }
    }
    if keys.is_empty() {
        let folder = trusted_folder(environment)
            .map_or("".into(), |folder| text![" in ", clean_path(&folder)]);
        text.push(text!["no keys are trusted", folder, "\n"]);
    }
    Ok(Outcome { text, code })
}
