//! The guide and the worked examples of the format page do what they say: their TOML is written to a file,
//! their commands are run, and what comes out is what stands on the page.
//!
//! `UPDATE_DOCS=1 cargo test --test guide` writes anew what comes out. What is done with a block says the
//! comment above it, which a reader of the page does not see.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

#[cfg(test)]
#[path = "support/picture.rs"]
mod picture;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The file that the guide writes.
const GUIDE_FILE: &str = "harbour.toml";
/// The file that an example of the format page is read from.
const EXAMPLE_FILE: &str = "example.toml";

/// One fenced block of a page.
struct Block<'a> {
    /// The words in the comment above it.
    task: &'a str,
    language: &'a str,
    body: &'a str,
}

/// A folder in which a page is carried out.
struct Desk {
    folder: TempDir,
    file: &'static str,
}

impl Desk {
    fn new(file: &'static str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), file }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join(self.file)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn write(&self, text: &str) {
        fs::write(self.path(), text).unwrap();
    }

    /// What a command writes, errors below the rest.
    fn run(&self, arguments: &[String]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(arguments).env_clear().current_dir(self.folder.path());
        let output = command.stdin(Stdio::null()).output().unwrap();
        assert_ne!(output.status.code(), Some(2), "{arguments:?}: {output:?}");
        let text = [output.stdout, output.stderr].concat();
        String::from_utf8(text).unwrap().trim_end().to_owned()
    }

    /// The record of an id is the paragraph that has it.
    fn change(&self, id: &str, change: impl Fn(&str) -> String) {
        let named = format!("\"{id}\"");
        let text = self.text();
        let is_record = |part: &str| part.lines().take(2).any(|line| line.contains(&named));
        assert_eq!(text.split("\n\n").filter(|part| is_record(part)).count(), 1, "{id}:\n{text}");
        let part =
            |part: &str| if is_record(part) { change(part.trim_end()) } else { part.to_owned() };
        let parts: Vec<String> = text.split("\n\n").map(part).collect();
        self.write(&(parts.join("\n\n").trim_end().to_owned() + "\n"));
    }

    /// What a block comes to.
    fn carry_out(&self, block: &Block) -> String {
        let Block { task, language, body } = block;
        let (word, rest) = task.split_once(' ').unwrap_or((task, ""));
        match (*language, word, rest) {
            ("console", "", _) => self.session(body),
            ("toml", "begins", "") => self.head(),
            ("toml", "begins", "anew") | ("toml", "", _) => self.written(body),
            ("toml", "add", _) => {
                let text = [&self.text(), "\n", *body, "\n"].concat();
                self.written(text.trim_end());
                (*body).to_owned()
            }
            ("toml", "instead", rest) => {
                self.change(rest.strip_prefix("of ").unwrap(), |_| (*body).to_owned());
                (*body).to_owned()
            }
            ("toml", "below", id) => {
                self.change(id, |record| [record, "\n\n", *body].concat());
                (*body).to_owned()
            }
            ("text", "screen", keys) => picture::of(&[self.path()], keys.chars()),
            ("text", "attache", command) => {
                let checked = self.run(&words(&["check --deny warnings ", self.file].concat()));
                assert!(checked.ends_with("\nno findings"), "{checked}");
                let briefs = ["--briefs", self.file].map(str::to_owned);
                self.run(&[briefs.to_vec(), words(command)].concat())
            }
            _ => panic!("nothing says what becomes of\n{body}"),
        }
    }

    fn written(&self, body: &str) -> String {
        self.write(&[body, "\n"].concat());
        body.to_owned()
    }

    /// The file above its first example.
    fn head(&self) -> String {
        let text = self.text();
        let (head, _) = text.split_once("\n\n# What holds").unwrap();
        head.to_owned()
    }

    /// Commands and what each of them wrote.
    fn session(&self, body: &str) -> String {
        let mut lines = Vec::new();
        for line in body.lines().filter(|line| line.starts_with("$ ")) {
            lines.push(line.to_owned());
            let arguments = words(line.strip_prefix("$ attache ").unwrap());
            let all = std::iter::once("attache".to_owned()).chain(arguments.clone());
            let understood = attache::cli::command().try_get_matches_from(all).unwrap();
            // Without a command it is the reader, which a picture shows.
            if understood.subcommand_name().is_some() {
                lines.extend(Some(self.run(&arguments)).filter(|out| !out.is_empty()));
            }
        }
        lines.join("\n")
    }
}

/// The words of a command line; quotes hold one together.
fn words(line: &str) -> Vec<String> {
    let quoted = line.split('"').enumerate().flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    quoted.collect()
}

/// A page with every block as it comes out.
fn carried_out(page: &str, wanted: impl Fn(&Block) -> bool, desk: &Desk) -> String {
    let mut made = String::new();
    let mut task = "";
    let mut rest = page;
    while let Some((line, below)) = rest.split_once('\n') {
        made.extend([line, "\n"]);
        rest = below;
        let Some(language) = line.strip_prefix("```").filter(|language| !language.is_empty())
        else {
            task =
                line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")).unwrap_or("");
            continue;
        };
        let (body, below) = match rest.strip_prefix("```\n") {
            Some(below) => ("", below),
            None => rest.split_once("\n```\n").unwrap(),
        };
        let block = Block { task, language, body };
        let body = if wanted(&block) { desk.carry_out(&block) } else { body.to_owned() };
        made.extend([&body, "\n```\n"]);
        rest = below;
        task = "";
    }
    made + rest
}

#[track_caller]
fn holds(name: &str, made: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    let page = fs::read_to_string(&path).unwrap();
    let wanted = made(&page);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &wanted).unwrap();
        return;
    }
    for (at, (page, wanted)) in page.lines().zip(wanted.lines()).enumerate() {
        let update = "`UPDATE_DOCS=1 cargo test --test guide` writes it anew";
        assert_eq!(page, wanted, "docs/{name}, line {}; {update}", at + 1);
    }
    assert_eq!(page.lines().count(), wanted.lines().count());
}

#[test]
fn the_guide_does_what_it_says() {
    holds("first-brief.md", |page| carried_out(page, |_| true, &Desk::new(GUIDE_FILE)));
}

#[test]
fn the_guide_ends_with_a_brief_without_a_finding_and_in_its_layout() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/first-brief.md");
    let desk = Desk::new(GUIDE_FILE);
    carried_out(&fs::read_to_string(path).unwrap(), |_| true, &desk);
    let checked = desk.run(&words("check --deny warnings harbour.toml"));
    assert!(checked.ends_with("\nno findings"), "{checked}");
    assert_eq!(
        desk.run(&words("fmt --check harbour.toml")),
        "0 files would change, 1 is in its layout"
    );
    let text = desk.text();
    for part in ["roles ", "derived-from ", "disputes ", "[[judgement]]", "[[qa]]", "reliability "]
    {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(text.matches("[[event]]").count(), 3);
}

#[test]
fn the_worked_examples_of_the_format_show_what_they_say() {
    // A whole file is read; what stands below it under a command is what it shows.
    let wanted = |block: &Block| {
        let is_file = block.language == "toml" && block.body.contains("\n[brief]\n");
        is_file || block.task.starts_with("attache ")
    };
    holds("brief-format.md", |page| carried_out(page, wanted, &Desk::new(EXAMPLE_FILE)));
}

#[test]
fn the_briefs_in_examples_have_no_finding_and_are_in_their_layout() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let desk = Desk::new(GUIDE_FILE);
    let path = folder.to_str().unwrap();
    let checked = desk.run(&["check", "--deny", "warnings", path].map(str::to_owned));
    assert!(checked.ends_with("\nno findings"), "{checked}");
    let laid_out = desk.run(&["fmt", "--check", path].map(str::to_owned));
    assert!(laid_out.starts_with("0 files would change"), "{laid_out}");
}
