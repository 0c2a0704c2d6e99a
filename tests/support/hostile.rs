//! Briefs that try to break the screen they are shown on.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with four files: hostile but readable, hostile and broken under a hostile name, sound,
/// and one that is no text at all.
pub(crate) struct Hostile {
    folder: TempDir,
}

/// Every kind of attack, as it may legally stand in a TOML string.
fn attack() -> String {
    let escaped = r"\u001B[31mred\u001B[2J\u001B]52;c;cm0=\u0007\u001BP+q\u001B\\\u009B6n\u0008\r";
    let raw = "\u{9b}2J\u{9d}0;x\u{9c}\u{202e}gnp\u{2066}x\u{200b}y\u{feff}z\u{2028}\u{3164}\u{2800}\u{e000}\u{a0}";
    let tags: String = ('\u{e0020}'..'\u{e007e}').collect();
    format!("{escaped}{raw}{tags}a{}", "\u{301}".repeat(400))
}

impl Hostile {
    pub(crate) fn new() -> Self {
        let hostile = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(hostile.readable(), readable()).unwrap();
        let broken = format!("schema = 1\n[brief]\nid = \u{1b}]0;x\u{7}{}\n", attack());
        fs::write(hostile.broken(), broken).unwrap();
        let sound = "schema = 1\n[brief]\nid = \"sound\"\ntitle = \"Sound\"\ntlp = \"CLEAR\"\n\
            [[event]]\nid = \"calm\"\ntitle = \"All is calm\"\nwhen = \"2022-07-15\"\n\
            type = \"other\"\n";
        fs::write(hostile.folder().join("sound.toml"), sound).unwrap();
        fs::write(hostile.folder().join("noise.toml"), b"\xff\x1b[31m\x9b\x00").unwrap();
        hostile
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Loads, with an event `first`, an actor `someone` and a source `paper`.
    pub(crate) fn readable(&self) -> PathBuf {
        self.folder().join("readable.toml")
    }

    /// Does not load; the bad line and the name of the file are hostile.
    fn broken(&self) -> PathBuf {
        self.folder().join(OsStr::from_bytes("evil\u{1b}]0;x\u{7}\u{202e}\u{9b}2J.toml".as_bytes()))
    }
}

fn readable() -> String {
    let attack = attack();
    format!(
        r#"schema = 1
[brief]
id = "readable"
title = "Brief {attack}"
bluf = "{attack} [@paper]"
tlp = "CLEAR"
as-of = "2022-11-22"
"key {attack}" = 1

[actor.someone]
name = "Someone {attack}"
kind = "person"
role = "{attack}"
aliases = ["alias {attack}"]

[source.paper]
title = "Paper {attack}"
publisher = "house"
published = "2022-07-14"
url = "https://example.org/{attack}"

[publisher.house]
name = "House {attack}"
reliability = "B"

[[event]]
id = "first"
title = "First {attack}"
when = "2022-07-13"
type = "statement"
summary = "Summary {attack} [[actor:someone]] [@paper]"
roles = {{ speaker = ["someone"], "role {attack}" = ["someone"] }}
cite = ["paper", "{attack}"]
tags = ["{attack}"]
keywords = ["keyword {attack}"]

  [[event.claim]]
  id = "said"
  text = "Claim {attack}"
  about = "when"
  value = "{attack}"
  cite = ["paper"]

[[event]]
id = "second"
title = "Second {attack}"
when = "{attack}"
type = "{attack}"
"#
    )
}
