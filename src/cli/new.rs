//! `attache new`: a brief, a registry, or an event in a brief.

use super::{FOUND_NOTHING, Failure, Outcome, all_there, fmt};
use crate::library::load::{NotMade, SchemaOf, new_brief, new_event, new_registry, new_schema};
use crate::library::{Day, FreshBrief, FreshEvent, suggested_id};
use crate::text::{DisplayText, capitalised, clean_line, clean_path};
use std::path::{Path, PathBuf};

/// What `new` takes.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Kind {
    /// Write a brief to begin with: marked RED, as of today, with an example of every record
    Brief {
        /// Where; `.toml` is added where it is missing
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Its id; without one the name of the file
        #[arg(long)]
        id: Option<String>,
        /// Its title; without one made of the id
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// Its marking, of TLP 2.0
        #[arg(long, value_name = "LABEL", default_value = "RED")]
        tlp: String,
        /// The day that it is as of; without one today, in UTC
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
        /// Write the schema for editors beside it, and name it in the first line
        #[arg(long)]
        schema: bool,
    },
    /// Write the files of a registry, whose records all briefs of a folder share
    Registry {
        /// The folder of the briefs
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
        /// Write the schema for editors into the folder, and name it in the first line of each file
        #[arg(long)]
        schema: bool,
    },
    /// Put an event into a brief at its place by date; without options an example to be filled in
    Event(Event),
}

/// What `new event` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Event {
    /// The brief
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The id: small letters, digits and hyphens
    #[arg(long, requires_all = ["title", "when", "type"])]
    id: Option<String>,
    /// The title
    #[arg(long, value_name = "TEXT", requires_all = ["id", "when", "type"])]
    title: Option<String>,
    /// The date, as 2022-07-15, 2022-07-15T14:20+02:00, 2022-07 or "2022-07-15/2022-07-17"
    #[arg(long, value_name = "DATE", requires_all = ["id", "title", "type"])]
    when: Option<String>,
    /// The type, as cyber or diplomatic
    #[arg(long, value_name = "WORD", requires_all = ["id", "title", "when"])]
    r#type: Option<String>,
}

/// Where something is made.
pub(super) fn written(kind: &Kind) -> &Path {
    match kind {
        Kind::Brief { file, .. } => file,
        Kind::Registry { folder, .. } => folder,
        Kind::Event(taken) => &taken.file,
    }
}

pub(super) fn run(kind: &Kind, today: Day) -> Result<Outcome, Failure> {
    match kind {
        Kind::Brief { file, id, title, tlp, as_of, schema } => {
            let file = with_extension(file)?;
            let id = id.clone().map_or_else(|| id_of(&file), Ok)?;
            let title = title.clone().unwrap_or_else(|| title_of(&id));
            let as_of = as_of.clone().unwrap_or_else(|| today.iso().as_str().to_owned());
            brief(&file, &FreshBrief { id, title, tlp: tlp.clone(), as_of }, *schema)
        }
        Kind::Registry { folder, schema } => registry(folder, today, *schema),
        Kind::Event(taken) => event(taken, today),
    }
}

fn brief(file: &Path, fresh: &FreshBrief, schema: bool) -> Result<Outcome, Failure> {
    if let Err(refused) = new_brief(file, fresh, schema) {
        return told(refused);
    }
    let mut text = vec![crate::text!["new: ", clean_path(file), "\n"]];
    if schema {
        text.extend(with_schema(file.parent().unwrap_or(Path::new("")), SchemaOf::Brief)?);
    }
    Ok(Outcome { text, code: 0 })
}

fn registry(folder: &Path, today: Day, schema: bool) -> Result<Outcome, Failure> {
    let made = match new_registry(folder, today.iso().as_str(), schema) {
        Ok(made) => made,
        Err(refused) => return told(refused),
    };
    let mut text: Vec<DisplayText> =
        made.iter().map(|path| crate::text!["new: ", clean_path(path), "\n"]).collect();
    if schema {
        // The files name the schema in the folder above their own.
        let above = made.first().and_then(|path| path.parent()?.parent());
        text.extend(with_schema(above.unwrap_or(Path::new("")), SchemaOf::Registry)?);
    }
    Ok(Outcome { text, code: 0 })
}

fn event(taken: &Event, today: Day) -> Result<Outcome, Failure> {
    let Event { file, id, title, when, r#type } = taken;
    all_there(std::slice::from_ref(file))?;
    let fresh = match (id, title, when, r#type) {
        (Some(id), Some(title), Some(when), Some(kind)) => Some(FreshEvent {
            id: id.clone(),
            title: title.clone(),
            when: when.clone(),
            kind: kind.clone(),
        }),
        // One without the others is wrong usage before it comes here.
        (None, _, _, _) | (_, None, _, _) | (_, _, None, _) | (_, _, _, None) => None,
    };
    match new_event(file, fresh.as_ref(), today.iso().as_str()) {
        Ok(line) => {
            let what = if fresh.is_some() { "event: " } else { "example of an event: " };
            let text = crate::text!["new ", what, clean_path(file), ":", line, "\n"];
            Ok(Outcome { text: vec![text], code: 0 })
        }
        Err(refused) => told(refused),
    }
}

/// Why nothing was made: wrong usage, or findings as a check prints them.
fn told(refused: NotMade) -> Result<Outcome, Failure> {
    let marking = refused.marking();
    match refused {
        NotMade::Words(words) => Err(Failure(words)),
        NotMade::Given { key, message, help } => {
            let wrong = crate::text!["--", key, ": ", message];
            Err(Failure(match help {
                Some(help) => crate::text![wrong, "; ", help],
                None => wrong,
            }))
        }
        NotMade::Faults(sources, findings) => {
            fmt::tell(&sources, &findings, marking);
            Ok(Outcome { text: Vec::new(), code: FOUND_NOTHING })
        }
    }
}

fn with_schema(folder: &Path, of: SchemaOf) -> Result<Option<DisplayText>, Failure> {
    match new_schema(folder, of) {
        Ok(true) => Ok(Some(crate::text!["new: ", of.name(), "\n"])),
        Ok(false) => Ok(Some(crate::text![of.name(), " is there already\n"])),
        Err(NotMade::Words(words)) => Err(Failure(words)),
        Err(NotMade::Given { message, .. }) => Err(Failure(message)),
        Err(NotMade::Faults(..)) => Ok(None),
    }
}

/// A name by which folders of briefs know it.
fn with_extension(file: &Path) -> Result<PathBuf, Failure> {
    if file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) {
        return Ok(file.to_path_buf());
    }
    let Some(name) = file.file_name() else {
        return Err(Failure(crate::text!["`", clean_path(file), "` is no name for a file"]));
    };
    // `tirana-2.0` has no ending of a file, though it has a dot.
    let mut name = name.to_owned();
    name.push(".toml");
    Ok(file.with_file_name(name))
}

fn id_of(file: &Path) -> Result<String, Failure> {
    // A path without a name has been refused before.
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    suggested_id(&name).map(|id| id.to_string()).ok_or_else(|| {
        let name = clean_line(&name, |_| {});
        Failure(crate::text!["no id can be made of `", name, "`; give one with --id"])
    })
}

/// `tirana-2023` as a title: `Tirana 2023`.
fn title_of(id: &str) -> String {
    capitalised(&id.replace('-', " "))
}
