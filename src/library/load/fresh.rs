//! Files that are made: a brief to begin with, a registry, an event in a brief.

use super::folder::REGISTRY;
use super::layout::formatted;
use super::open::{self, OpenError};
use super::{Limits, shown, write};
use crate::brief::{
    self, AS_MEANT, FreshBrief, FreshEvent, When, brief_starter, event_record, event_skeleton,
    registry_starters,
};
use crate::diag::{Code, Diagnostic, Severity, Sources, Span};
use crate::library::{Marking, marking};
use crate::text;
use crate::text::{DisplayText, clean, unwritten};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A schema that files to begin with tell editors of. A file of a registry has one of its own, since a brief is
/// nothing without a `[brief]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaOf {
    /// Of a brief, beside it.
    Brief,
    /// Of the files of a registry, above their folder.
    Registry,
}

impl SchemaOf {
    /// The name of its file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Brief => "brief.schema.json",
            Self::Registry => "registry.schema.json",
        }
    }

    fn text(self) -> String {
        match self {
            Self::Brief => brief::json_schema(),
            Self::Registry => brief::registry_json_schema(),
        }
    }

    /// The path by which files name it, where it is there: from beside it, or from the folder of the registry.
    fn named(self, is_there: bool) -> Option<String> {
        let folder = match self {
            Self::Brief => "./",
            Self::Registry => "../",
        };
        is_there.then(|| [folder, self.name()].concat())
    }

    fn is_in(self, folder: &Path) -> bool {
        fs::symlink_metadata(folder.join(self.name())).is_ok()
    }
}

/// Why nothing was made.
#[derive(Debug)]
pub enum NotMade {
    /// In words.
    Words(DisplayText),
    /// What was given for a key of the record breaks a rule of the format.
    Given {
        /// The key.
        key: &'static str,
        /// What is wrong.
        message: DisplayText,
        /// What to write instead.
        help: Option<DisplayText>,
    },
    /// The file has faults.
    Faults(Sources, Vec<Diagnostic>),
}

impl NotMade {
    /// The marking of what is quoted of the file.
    #[must_use]
    pub fn marking(&self) -> Marking {
        match self {
            Self::Words(_) | Self::Given { .. } => Marking::Clear,
            Self::Faults(sources, findings) => marking::of_findings(sources, findings, |_| false),
        }
    }
}

impl From<DisplayText> for NotMade {
    fn from(words: DisplayText) -> Self {
        Self::Words(words)
    }
}

/// Writes a brief to begin with. It names the schema for editors where that is there or `will_have_schema`.
///
/// # Errors
///
/// There is a file, it cannot be written, or what is given breaks a rule of the format.
pub fn new_brief(path: &Path, fresh: &FreshBrief, will_have_schema: bool) -> Result<(), NotMade> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let schema = SchemaOf::Brief.named(will_have_schema || SchemaOf::Brief.is_in(folder));
    let text = brief_starter(fresh, schema.as_deref());
    let found = read(&text);
    given(&text, &found, 0..text.len(), &["id", "title", "tlp", "as-of"])?;
    create(path, &text)
}

/// Writes the files of a registry that are not there yet; their paths. They name the schema for editors where
/// that is there or `will_have_schema`.
///
/// # Errors
///
/// All of them are there, or one cannot be written.
pub fn new_registry(
    folder: &Path,
    as_of: &str,
    will_have_schema: bool,
) -> Result<Vec<PathBuf>, NotMade> {
    let folder = registry_of(folder);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            return Err(text!["`", shown(&folder), "`: ", unwritten(&error)].into());
        }
        Ok(()) | Err(_) => {}
    }
    let mut made = Vec::new();
    let above = folder.parent().unwrap_or(Path::new(""));
    let schema = SchemaOf::Registry.named(will_have_schema || SchemaOf::Registry.is_in(above));
    for (name, text) in registry_starters(as_of, schema.as_deref()) {
        let path = folder.join(name);
        if fs::symlink_metadata(&path).is_err() {
            create(&path, &text)?;
            made.push(path);
        }
    }
    if made.is_empty() {
        return Err(text!["`", shown(&folder), "` has all its files already"].into());
    }
    Ok(made)
}

/// Writes a schema that files to begin with tell editors of. Where it stands already it stays; whether it was
/// written.
///
/// # Errors
///
/// It cannot be written.
pub fn new_schema(folder: &Path, of: SchemaOf) -> Result<bool, NotMade> {
    if of.is_in(folder) {
        return Ok(false);
    }
    create(&folder.join(of.name()), &of.text()).map(|()| true)
}

/// The folder of a registry, by its own name or that of the folder it is for.
fn registry_of(folder: &Path) -> PathBuf {
    if folder.file_name().is_some_and(|name| name == REGISTRY) {
        folder.to_path_buf()
    } else {
        folder.join(REGISTRY)
    }
}

/// Puts an event into a brief, at its place by date; without one an example behind comment signs. The
/// line where it begins, from 1.
///
/// # Errors
///
/// The brief cannot be read or written, the id exists, or what is given breaks a rule of the format.
pub fn new_event(path: &Path, fresh: Option<&FreshEvent>, today: &str) -> Result<usize, NotMade> {
    let open = |error: &OpenError| unread(path, error);
    let real = open::resolve(&open::folder_of(path), path).map_err(|error| open(&error))?;
    let bytes = open::read(&real, Limits::default().file).map_err(|error| open(&error))?;
    let before = brief::decode(&bytes).map_err(|error| open(&OpenError::no_text(error, &bytes)))?;
    // The text is the end of the bytes; before it nothing stands but a byte order mark.
    let mark = bytes.get(..bytes.len() - before.len()).unwrap_or_default();
    let mut sources = Sources::default();
    let source = sources.add(shown(path), before);
    if let Err(findings) = formatted(&sources, source, before) {
        return Err(NotMade::Faults(sources, findings));
    }
    if brief::read(&sources, source).value.brief.is_none() {
        return Err(text!["`", shown(path), "` has no `[brief]`, so no event can be in it"].into());
    }
    let record = fresh.map_or_else(|| event_skeleton(today), event_record);
    let when = match fresh {
        None => None,
        Some(fresh) => {
            // At the end an id that exists is found at the new event, wherever the other one stands.
            let start = before.len() + 1;
            let whole = [before, "\n", &record].concat();
            let found = read(&whole);
            given(&whole, &found, start..whole.len(), &["id", "title", "when", "type"])?;
            When::parse(&fresh.when).ok()
        }
    };
    let inserted = brief::insert_event(before, &record, when.as_ref()).map_err(|refused| {
        let primary = Span::new(source, refused.range);
        NotMade::Faults(
            sources.clone(),
            vec![Diagnostic::new(Code::E004, primary, refused.message)],
        )
    })?;
    let after = [mark, inserted.text.as_bytes()].concat();
    write::replace(&real, &bytes, &after).map_err(|why| text!["`", shown(path), "`: ", why])?;
    // A record begins between two characters of the text.
    let above = inserted.text.get(..inserted.at).unwrap_or_default();
    Ok(above.matches('\n').count() + 1)
}

fn create(path: &Path, text: &str) -> Result<(), NotMade> {
    write::create(path, text.as_bytes()).map_err(|why| text!["`", shown(path), "`: ", why].into())
}

fn unread(path: &Path, error: &OpenError) -> NotMade {
    let (at, quoted) = error.quoted();
    let mut sources = Sources::default();
    let source = sources.add(shown(path), quoted);
    let primary = Span::new(source, at..at);
    NotMade::Faults(sources, vec![Diagnostic::new(Code::E007, primary, error.words())])
}

fn read(text: &str) -> Vec<Diagnostic> {
    let mut sources = Sources::default();
    let source = sources.add("new".into(), text);
    brief::read(&sources, source).diagnostics
}

/// The first error in a range of a text, as one of what was given for the key of its line.
fn given(
    text: &str,
    found: &[Diagnostic],
    range: Range<usize>,
    keys: &[&'static str],
) -> Result<(), NotMade> {
    let is_error = |found: &&Diagnostic| {
        found.severity == Severity::Error && range.contains(&found.primary.start())
    };
    let Some(error) = found.iter().find(is_error) else { return Ok(()) };
    // A finding stands between two characters of its text.
    let above = text.get(..error.primary.start()).unwrap_or_default();
    let line = above.rsplit('\n').next().unwrap_or(above);
    let name = line.split(['=', ' ']).next().unwrap_or(line);
    // What would be read all the same in a file is not written to one.
    let message = error.message.as_str();
    let message = clean(message.strip_suffix(AS_MEANT).unwrap_or(message), |_| {});
    let help = error.help.clone();
    Err(match keys.iter().find(|key| **key == name) {
        Some(key) => NotMade::Given { key, message, help },
        None => NotMade::Words(message),
    })
}
