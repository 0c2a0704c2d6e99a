//! What a brief says cannot pass for what the program says of it, in whatever leaves as plain text.

#![expect(
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test cuts a text at the places that it was told, reads the source files and fails loudly"
)]

use attache::dialogue::Dialogue;
use attache::keymap::Keymap;
use attache::library::load::{LoadRequest, load};
use attache::library::{Kind, Library};
use attache::page::content::{Content, Tone};
use attache::page::layout::{QUOTED, quoted};
use attache::page::{CardSize, Medium, Page, PageSize};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

/// A word that stands behind each imitated line, and in nothing of the program.
const FALSE: &str = "zyzzyva";

fn every_key() -> Library {
    let path = PathBuf::from("tests/briefs/good/every-key.toml");
    load(&LoadRequest { builtin: true, paths: vec![path], ..LoadRequest::default() })
}

/// Every label that stands at the beginning of a line of a page of a library.
fn labels(library: &Library) -> BTreeSet<String> {
    let mut labels = BTreeSet::new();
    for (id, _) in library.items() {
        let size =
            |card| PageSize { width: 80, medium: Medium::Plain, card, ..PageSize::default() };
        let (roomy, small) = (size(CardSize::Roomy), size(CardSize::Abbreviated));
        let pages = [
            (Content::new(library, id, roomy.wanted()), roomy),
            (Content::new(library, id, small.wanted()), small),
            (Content::provenance(library, id, roomy.wanted()), roomy),
            (Content::of_face(library, id, attache::choice::Face::WhoSays, roomy.wanted()), roomy),
        ];
        for (content, size) in pages {
            let page = Page::laid_out(&content, &size.format());
            for line in page.card.iter().chain(&page.body) {
                let first = line.iter().find(|piece| !piece.text.as_str().trim().is_empty());
                let label = first.filter(|piece| piece.tone == Tone::Label);
                labels.extend(label.map(|piece| piece.text.as_str().trim().to_owned()));
            }
        }
    }
    labels
}

/// Every label and heading that the sources of pages write, whatever must be read before it is shown.
fn written_labels() -> BTreeSet<String> {
    let makers = r"\b(?:\w*field|labelled|address|section|heading(?:_with)?|Row::new)";
    let label = regex::Regex::new(&format!(r#"{makers}\(\s*"([A-Z][A-Z0-9&' -]+)""#)).unwrap();
    let mut labels = BTreeSet::new();
    let mut folders = vec![PathBuf::from("src/page")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.extend((!path.ends_with("tests")).then_some(path));
            } else {
                let source = std::fs::read_to_string(&path).unwrap();
                labels.extend(label.captures_iter(&source).map(|found| found[1].to_owned()));
            }
        }
    }
    labels
}

#[test]
fn a_text_that_begins_as_any_label_does_has_a_mark_before_it() {
    let (mut labels, written) = (labels(&every_key()), written_labels());
    assert!(labels.len() > 30, "{labels:?}");
    assert!(written.len() > 30 && written.contains("SEAL"), "{written:?}");
    labels.extend(written);
    let mut unmarked = Vec::new();
    for label in &labels {
        for written in [format!("{label} {FALSE}"), format!("{label}  {FALSE}"), label.clone()] {
            let shown = quoted(&attache::text::clean(&written, |_| {}));
            if !shown.as_str().starts_with(QUOTED) {
                unmarked.push(written);
            }
        }
    }
    assert_eq!(unmarked, Vec::<String>::new());
    for written in [
        "TLP:CLEAR",
        "TLP: CLEAR",
        "tlp:clear",
        "T\u{422}P",
        "Ｔ L P : RED",
        "event:quiet",
        "How sure: HIGH",
    ] {
        let shown = quoted(&attache::text::clean(written, |_| {}));
        assert!(shown.as_str().starts_with(QUOTED), "{written}");
    }
    for written in
        ["It was quiet.", "NATO said so.", "A when and a how", "US and UK", "Tlplike", ""]
    {
        let shown = quoted(&attache::text::clean(written, |_| {}));
        assert_eq!(shown.as_str(), written);
    }
}

/// A brief that says in every place what the program says of it.
fn imitation(line: &str) -> String {
    // Wrapped in 76 to 80 columns the line begins one of its own.
    let filled = format!("{} {line}", "Long ".repeat(14).trim());
    let block = format!("\"\"\"\n{line}\n\n{filled}\n\nThen {line}\n{line}\"\"\"");
    format!(
        "schema = 2\n[brief]\nid = \"b\"\ntitle = \"{line}\"\ntlp = \"AMBER\"\nbluf = {block}\nsummary = {block}\n\
         [source.s]\ntitle = \"{line}\"\nauthor = \"{line}\"\nsummary = {block}\n\
         [actor.a]\nname = \"{line}\"\nrole = \"{line}\"\naliases = [\"{line} too\"]\nsummary = {block}\n\
         [place.p]\nname = \"{line}\"\n\
         [[event]]\nid = \"e\"\ntitle = \"{line}\"\nwhen = \"2022\"\ntype = \"cyber\"\nsummary = {block}\n\
         cite = [\"s\"]\nplaces = [\"p\"]\nroles = {{ target = [\"a\"] }}\n\
         [[event.claim]]\nid = \"c\"\ntext = {block}\nabout = \"outcome\"\nvalue = \"{line}\"\ncite = [\"s\"]\nby = [\"a\"]\n\
         [[event.claim]]\nid = \"d\"\ntext = \"{filled}\"\nabout = \"outcome\"\nvalue = \"{filled}\"\ncite = [\"s\"]\n\
         disputes = [\"c\"]\n\
         [[judgement]]\nid = \"j\"\ntext = {block}\non = \"e\"\nlikelihood = \"likely\"\nconfidence = \"low\"\nbasis = [\"c\"]\n\
         [[gap]]\ntext = {block}\n[[qa]]\nquestion = \"{filled}?\"\nanswer = {block}\nbasis = [\"e\"]\n"
    )
}

/// Lines that begin as the imitated one, without the mark.
fn passing<'t>(text: &'t str, line: &str) -> Vec<&'t str> {
    let begins = |found: &&str| {
        let behind = found.trim_start().strip_prefix(line);
        behind.is_some_and(|behind| behind.trim_start().starts_with(FALSE))
    };
    text.lines().filter(begins).collect()
}

#[test]
fn no_line_of_a_brief_passes_for_one_of_the_program() {
    let mut lines: BTreeSet<String> = labels(&every_key()).into_iter().step_by(4).collect();
    lines.extend(
        ["TLP:CLEAR", "TLP:RED", "WHEN      Fri 9 Sep 2022", "HOW SURE  it happened HIGH"]
            .map(str::to_owned),
    );
    for label in lines {
        let line = format!("{label} {FALSE}");
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("b.toml"), imitation(&line)).unwrap();
        let paths = vec![folder.path().to_path_buf()];
        let library = Arc::new(load(&LoadRequest { paths, ..LoadRequest::default() }));
        let mut dialogue = Dialogue::new(Arc::clone(&library), Keymap::default(), false);
        let mut said: Vec<String> = Vec::new();
        let mut say = |text: &[attache::text::DisplayText]| {
            said.push(text.iter().map(attache::text::DisplayText::as_str).collect());
        };
        say(&dialogue.greet(None));
        for kind in Kind::ALL {
            for item in library.listed(*kind) {
                say(&dialogue.answer(&format!("read {}", library.reference(*item))).text);
                for line in ["provenance", "who-says", "copy-answer", "copy-citation", "copy-view"]
                {
                    say(&dialogue.answer(line).text);
                }
            }
        }
        for line in
            ["gaps", "questions", "judgements", "bookmarks", "trail", "briefs", "search zyzzyva"]
        {
            say(&dialogue.answer(line).text);
        }
        for text in &said {
            assert_eq!(passing(text, &label), Vec::<&str>::new(), "{label}:\n{text}");
        }
        assert!(said.concat().contains(FALSE));
    }
}

#[test]
fn in_a_pipe_and_in_show_it_is_the_same() {
    for label in ["HOW SURE", "TLP:CLEAR", "WHO SAYS", "NOT KNOWN"] {
        let line = format!("{label} {FALSE}");
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("b.toml"), imitation(&line)).unwrap();
        let path = folder.path().to_str().unwrap();
        for rest in [
            &[][..],
            &[
                "show",
                "event:e",
                "claim:c",
                "source:s",
                "actor:a",
                "brief:b",
                "judgement:j",
                "qa-1",
                "gap-1",
            ],
            &["who", "event:e"],
            &["find", FALSE],
        ] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
            let output = command.args(["--briefs", path]).args(rest).env_clear().output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(text.contains(FALSE), "{rest:?}\n{text}");
            assert_eq!(passing(&text, label), Vec::<&str>::new(), "{rest:?}\n{text}");
        }
    }
}

#[test]
fn what_imitates_the_marker_of_a_hidden_character_looks_unlike_it() {
    let brief = "schema = 2\n[brief]\nid = \"b\"\ntitle = \"Real \\u202E and <U+202E>\"\ntlp = \"CLEAR\"\n\
                 bluf = \"Marks: <+12 marks> <U+E0041 x12> <b> <U+20>\"\n";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("b.toml"), brief).unwrap();
    let paths = vec![folder.path().to_path_buf()];
    let library = load(&LoadRequest { paths, ..LoadRequest::default() });
    let title = library.title(library.listed(Kind::Brief)[0]);
    assert_eq!(title.as_str(), "Real <U+202E> and <U+003C>U+202E>");
    let marked: Vec<&str> = title.markers().iter().map(|at| &title.as_str()[at.clone()]).collect();
    assert_eq!(marked, ["<U+202E>", "<U+003C>"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    let path = folder.path().to_str().unwrap();
    let output = command.args(["--briefs", path, "show", "brief:b"]).env_clear().output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("<U+003C>+12 marks> <U+003C>U+E0041 x12> <b> <U+20>"), "{text}");
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_made_texts() {
    for (title, cell) in [
        ("=cmd()", "'=cmd()"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\\\"=1", "'\"=1"),
        ("\\u00A0=1", "' =1"),
        ("\\t=1", "'    =1"),
        ("\\uFF1D1", "'\u{ff1d}1"),
        ("\\u200B=1", "<U+200B>=1"),
        ("1=1", "1=1"),
    ] {
        let brief = format!(
            "schema = 2\n[brief]\nid = \"b\"\ntitle = \"{title} {FALSE}\"\ntlp = \"CLEAR\"\n"
        );
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("b.toml"), brief).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        let path = folder.path().to_str().unwrap();
        let arguments = ["--briefs", path, "find", "--tsv", FALSE];
        let output = command.args(arguments).env_clear().output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let row: Vec<&str> = text.lines().next().unwrap_or_default().split('\t').collect();
        assert_eq!(row.get(3).copied(), Some(&*format!("{cell} {FALSE}")), "{title}: {text}");
    }
}

#[test]
fn hidden_characters_hide_nothing_from_a_search() {
    let brief = "schema = 2\n[brief]\nid = \"b\"\ntlp = \"CLEAR\"\ntitle = \"Al\u{200b}ba\u{2060}nia and I\u{200c}ran\"\n\
                 bluf = \"The co\u{ad}un\u{e0061}cil m\u{200d}et in Ti\u{61c}ra\u{200f}na.\"\n\
                 [actor.a1]\nname = \"Homeland Jus\u{34f}tice\"\naliases = [\"Bl\u{200b}ack Re\u{feff}ward\", \"Z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}alg\u{202e}o\"]\n\
                 [[event]]\nid = \"e1\"\ntitle = \"First Dur\u{3164}r\u{115f}es\"\nwhen = \"2022\"\ntype = \"cyber\"\nsummary = \"A\u{fe0f}larm.\"\n";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("b.toml"), brief).unwrap();
    let path = folder.path().to_str().unwrap();
    for (query, found) in [
        ("albania", "brief:b"),
        ("iran", "brief:b"),
        ("council", "brief:b"),
        ("met tirana", "brief:b"),
        ("justice", "actor:a1"),
        ("black reward", "actor:a1"),
        ("zalgo", "actor:a1"),
        ("durres", "event:e1"),
        ("alarm", "event:e1"),
        ("al\u{200b}ba\u{e0041}nia", "brief:b"),
        ("jus\u{202e}tice", "actor:a1"),
        ("\"black re\u{200d}ward\"", "actor:a1"),
        ("al<U+200B>bania", "brief:b"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        let output =
            command.args(["--briefs", path, "find", "--tsv", query]).env_clear().output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let hits: Vec<&str> = text.lines().filter_map(|line| line.split('\t').nth(2)).collect();
        assert!(hits.contains(&found), "{query:?}: {text}");
    }
}
