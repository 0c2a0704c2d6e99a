//! The list of a set: `MANIFEST.sha256`, which `sha256sum --check` reads as well.

use crate::library::Day;
use crate::text;
use crate::text::{DisplayText, clean_line};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The file of the list.
pub const MANIFEST: &str = "MANIFEST.sha256";
/// The file of its signature, as `minisign -Sm MANIFEST.sha256` names it.
pub const SIGNATURE: &str = "MANIFEST.sha256.minisig";

/// The first line; another number is of a later program.
const FIRST: &str = "# attache set 1";

/// The list of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The name of the set.
    pub name: DisplayText,
    /// Its version, from 1.
    pub version: u64,
    /// The day on which it was sealed.
    pub date: Day,
    /// Its files, by their paths from the folder, parts separated by `/`.
    pub files: BTreeMap<String, Listed>,
}

/// A file of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// In bytes.
    pub size: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

impl Manifest {
    /// The list as a text.
    #[must_use]
    pub fn text(&self) -> String {
        let Self { name, version, date, files } = self;
        let date = date.iso();
        let mut text = format!("{FIRST}\n# name: {name}\n# version: {version}\n# date: {date}\n");
        for (path, Listed { size, sha256 }) in files {
            // A text takes whatever is written to it.
            let _ = writeln!(text, "# {size} bytes\n{sha256}  {path}");
        }
        text
    }

    /// Reads a list.
    ///
    /// # Errors
    /// The line, counted from 1, and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, (usize, DisplayText)> {
        let mut lines = text.lines().zip(1..);
        let mut header = |lead: &'static str| match lines.next() {
            Some((line, number)) => match line.strip_prefix(lead) {
                Some(rest) => Ok((rest.to_owned(), number)),
                None => Err((number, text!["it should begin with `", lead, "`"])),
            },
            None => Err((0, text!["the line `", lead, "` is missing"])),
        };
        header(FIRST)?;
        let name = clean_line(&header("# name: ")?.0, |_| {});
        let (version, number) = header("# version: ")?;
        let version = version.parse().or(Err((number, "the version is no number".into())))?;
        let (date, number) = header("# date: ")?;
        let date =
            Day::parse_iso(&date).ok_or((number, "the date is no day as `2026-11-30`".into()))?;
        let mut files = BTreeMap::new();
        while let Some((line, number)) = lines.next() {
            let size = line.strip_prefix("# ").and_then(|rest| rest.strip_suffix(" bytes"));
            let size = size.and_then(|size| size.parse().ok());
            let size = size.ok_or((number, DisplayText::literal("it should be `# N bytes`")))?;
            let next = lines.next();
            let file = next.and_then(|(line, _)| line.split_once("  ")).filter(|(hash, path)| {
                hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) && stays(path)
            });
            let (sha256, path) = file.ok_or((
                number + 1,
                DisplayText::literal("it should be a hash, two blanks and a path"),
            ))?;
            let listed = Listed { size, sha256: sha256.to_ascii_lowercase() };
            if files.insert(path.to_owned(), listed).is_some() {
                return Err((number + 1, "the file is listed twice".into()));
            }
        }
        Ok(Self { name, version, date, files })
    }
}

/// Whether a path stays below its folder, and is written in one way only.
pub(in crate::library) fn stays(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', '\0', '\n', '\r'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}
