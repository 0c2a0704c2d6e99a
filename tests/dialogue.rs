//! The line dialogue: the whole reader as text, for screen readers and scripts.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[cfg(test)]
#[path = "support/forbidden.rs"]
mod forbidden;
#[cfg(test)]
#[path = "support/hostile.rs"]
mod hostile;

use attache::action::{Action, Treatment};
use attache::dialogue::Dialogue;
use attache::keymap::Keymap;
use attache::library::load::{LoadRequest, load, load_files};
use forbidden::forbidden;
use hostile::Hostile;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;

/// What the program says to an input; it ends with success and writes text and newlines only.
fn said(arguments: &[&str], input: &[u8]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.arg("--plain").args(arguments).env_clear();
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    // What ends early leaves some of it unread.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(forbidden(&text, &['\n']), [""; 0]);
    assert!(text.is_empty() || text.ends_with('\n'));
    let trailing = text.lines().find(|line| line.ends_with(' '));
    assert_eq!(trailing, None);
    text
}

/// A dialogue about the built-in briefs, and what it says first.
fn dialogue() -> (Dialogue, String) {
    about(&LoadRequest { builtin: true, ..LoadRequest::default() })
}

/// A dialogue about a small brief.
fn harbour() -> Dialogue {
    let brief = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/briefs/harbour.toml");
    about(&LoadRequest { paths: vec![brief.into()], ..LoadRequest::default() }).0
}

fn about(request: &LoadRequest) -> (Dialogue, String) {
    let library = load(request);
    let mut dialogue = Dialogue::new(Arc::new(library), Keymap::default(), false);
    let greeting = dialogue.greet(None).iter().map(|piece| piece.as_str().to_owned()).collect();
    (dialogue, greeting)
}

fn answer(dialogue: &mut Dialogue, line: &str) -> String {
    let answer = dialogue.answer(line);
    answer.text.iter().map(attache::text::DisplayText::as_str).collect()
}

#[test]
fn a_script_asks_when_who_and_how_sure() {
    let text = said(&[], b"search second attack\n1\nwho-says\nquit\nnever read\n");
    assert!(text.starts_with("TLP:CLEAR\nattache, line dialogue: "), "{text}");
    let (_, page) = text.split_once("TLP:CLEAR\nevent:tims-attack\n").unwrap();
    for row in
        ["WHEN      Fri 9 Sep 2022", "WHO SAYS  A1 Associated Press", "HOW SURE  it happened HIGH"]
    {
        assert!(page.contains(row), "{row}: {page}");
    }
    let (_, who) = page.split_once("TLP:CLEAR\nevent:tims-attack\n").unwrap();
    assert!(who.contains("in print; 19 Sep 2022"), "{who}");
    assert!(!text.contains("never") && !text.contains('\u{2260}'), "{text}");
}

/// Signs of the program where a brief writes them itself.
const QUOTING: &str = r#"schema = 1
[brief]
id = "quoting"
title = "Quoting"
tlp = "CLEAR"
[source.paper]
title = "Paper"
[source.daily]
title = "Daily"
[[event]]
id = "sum"
title = "A sum · of ≠ signs"
when = "2022-07-15"
type = "other"
summary = """The board read 5 · 3 ≠ 16 [@paper].
= 15 stood below.

≠ 16 was struck out."""
cite = ["paper"]
[[event.claim]]
id = "fifteen"
text = "It was = 15."
about = "number"
value = "= 15"
cite = ["paper"]
[[event.claim]]
id = "sixteen"
text = "It was ≠ 15 · 16."
about = "number"
value = "≠ 15 · 16"
cite = ["daily"]
disputes = ["fifteen"]
"#;

#[test]
fn the_words_of_a_brief_are_read_out_as_they_stand() {
    let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::fs::write(file.path(), QUOTING).unwrap();
    let (mut dialogue, _) =
        about(&LoadRequest { paths: vec![file.path().into()], ..LoadRequest::default() });
    let page = answer(&mut dialogue, "open event:sum");
    for line in [
        "A sum · of ≠ signs",
        "The board read 5 · 3 ≠ 16 [1].",
        "= 15 stood below.",
        "≠ 16 was struck out.",
        "HOW SURE  confidence not stated (1 origin); number DISPUTED",
        "DISPUTED  how many: = 15 (F Paper) or ≠ 15 · 16 (F Daily)",
    ] {
        assert!(page.lines().any(|shown| shown == line), "no `{line}` in {page}");
    }
    let who = answer(&mut dialogue, "who-says");
    assert!(who.contains("open; = 15 [") && who.contains("open; ≠ 15 · 16 ["), "{who}");
}

#[test]
fn the_end_of_the_input_ends_it_after_the_first_rows() {
    let text = said(&[], b"");
    assert!(text.contains(" events") && text.contains("; selected"), "{text}");
    assert!(!text.contains("\n> "), "a prompt is for somebody at a terminal");
    let smallest = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/briefs/good/smallest.toml#one");
    assert!(said(&[smallest], b"").contains("event:one\n"));
}

#[test]
fn rows_links_and_places_are_gone_through_by_number() {
    let (mut dialogue, greeting) = dialogue();
    let row = greeting.lines().find(|line| line.contains("July attack")).unwrap();
    let (number, _) = row.split_once(' ').unwrap();
    assert!(answer(&mut dialogue, number).contains("\nevent:july-15-attack\n"));
    let page = answer(&mut dialogue, "read");
    let link = page.lines().find(|line| line.contains("Albania, target")).unwrap();
    let (link, _) = link.trim_start_matches('[').split_once(']').unwrap();
    let actor = answer(&mut dialogue, link);
    assert!(actor.starts_with("TLP:CLEAR\nactor:"), "{actor}");
    let back = answer(&mut dialogue, "back");
    assert!(back.contains("July attack on Albanian government systems; selected"), "{back}");
    assert!(answer(&mut dialogue, "9999").contains("there is no row 9999"));
    assert!(answer(&mut dialogue, "0").contains("from 1"));
}

/// Of an event only what is disputed of the event itself is told in its row.
#[test]
fn a_row_says_that_an_event_is_disputed() {
    let (mut dialogue, _) = dialogue();
    let rows = answer(&mut dialogue, "first") + &answer(&mut dialogue, "list");
    let row = |title: &str| rows.lines().find(|row| row.contains(title)).unwrap().to_owned();
    assert!(row("Albania recognises Israel by telegram").contains("; disputed"), "{rows}");
    for quiet in ["Kosovar refugees land", "Earthquake kills 51"] {
        assert!(!row(quiet).contains("disputed"), "{rows}");
    }
}

#[test]
fn filters_dates_pins_and_lists_work_as_on_the_screen() {
    let (mut dialogue, _) = dialogue();
    let filtered = answer(&mut dialogue, "filter tims");
    assert!(filtered.contains(" of ") && filtered.contains("only what is found by tims"));
    assert!(!answer(&mut dialogue, "clear-lenses").contains("found by"));
    assert!(answer(&mut dialogue, "t 10 sep 2022").contains("10 Sep 2022"));
    assert!(answer(&mut dialogue, "pin").contains("pinned: event: "));
    answer(&mut dialogue, "next");
    let compared = answer(&mut dialogue, "read");
    assert!(compared.contains("compared with what is pinned: "), "{compared}");
    assert!(compared.contains("they differ; this one: "), "{compared}");
    let questions = answer(&mut dialogue, "questions attack");
    assert!(questions.contains("with `attack`"), "{questions}");
    assert!(answer(&mut dialogue, "1").contains("\nqa:"));
    assert!(answer(&mut dialogue, "sort-by-name").contains("sorted by name"));
    let more = answer(&mut dialogue, "first") + &answer(&mut dialogue, "list");
    assert!(more.contains("more goes on"), "{more}");
    assert!(answer(&mut dialogue, "more").starts_with("TLP:CLEAR\n21  "));
}

#[test]
fn every_action_is_carried_out_or_answered_with_a_reason() {
    for info in Action::ALL {
        let mut dialogue = harbour();
        let asks = matches!(info.dialogue, Treatment::Ask(_));
        let text = if asks { format!("{} 2022", info.id) } else { info.id.to_owned() };
        if info.dialogue == Treatment::OfSearch {
            answer(&mut dialogue, "search harbour");
        } else if info.dialogue == Treatment::OfList {
            answer(&mut dialogue, "help");
        }
        let before = dialogue.app_mut().notice().cloned();
        let said = dialogue.answer(&text);
        assert_eq!(said.ends, info.dialogue == Treatment::End, "{}", info.id);
        let words: String = said.text.iter().map(attache::text::DisplayText::as_str).collect();
        assert!(said.ends || !words.trim().is_empty(), "{} is answered with nothing", info.id);
        for screen in ["works elsewhere", "is no command", "screen only"] {
            assert!(!words.contains(screen), "{}: {words}", info.id);
        }
        if let Treatment::Refuse(why) = info.dialogue {
            assert!(words.contains(why), "{}: {words}", info.id);
            assert_eq!(dialogue.app_mut().notice().cloned(), before, "{} did nothing", info.id);
        }
    }
}

#[test]
fn what_is_no_command_is_told_and_done_by_nobody() {
    let (mut dialogue, _) = dialogue();
    assert!(answer(&mut dialogue, "serch iran").contains("did you mean `search`?"));
    assert!(answer(&mut dialogue, "sort").contains("sort-by-name, sort-by-grade"));
    assert!(answer(&mut dialogue, "next please").contains("takes no text"));
    assert!(answer(&mut dialogue, "filter").contains("`filter iran`"));
    assert!(answer(&mut dialogue, "open event:tims-atack").contains("did you mean"));
    assert_eq!(answer(&mut dialogue, "   "), "");
}

#[test]
fn hostile_briefs_and_lines_come_out_as_text() {
    let hostile = Hostile::new();
    let folder = hostile.folder().to_str().unwrap();
    let mut input = b"open event:first\nactors\nsources\nproblems\n1\nhelp\n".to_vec();
    input.extend(b"search \x1b[2J\x9b\xff\n\x1b]52;c;x\x07\nfilter \xe2\x80\xae\n\0\0\n");
    input.extend(b"/first\n1\nwho\nprovenance\nmore\nbookmark\nbookmarks\ntrail\n");
    for list in ["focus-timeline", "focus-actors", "focus-sources"] {
        input.extend(list.as_bytes());
        input.extend(b"\nfirst\n");
        input.extend(
            b"copy-answer\ncopy-citation\ncopy-short-citation\ncopy-id\ncopy-view\nnext\n"
                .repeat(20),
        );
    }
    let text = said(&["--briefs", folder], &input);
    assert!(text.contains("<U+"));
    let copied = |label: &str| text.lines().filter(|line| line.starts_with(label)).count();
    assert!(copied("Who says so: ") >= 10 && copied("Id: ") >= 30, "{text}");
}

#[test]
fn a_line_of_any_length_is_answered_and_the_next_one_is_read() {
    let mut input = vec![b'x'; 3_000_000];
    input.extend(b"\nsearch tims\n");
    input.extend(vec![b'y'; 4_000]);
    let text = said(&[], &input);
    assert!(text.contains("at most 4096 bytes"), "{text}");
    assert!(text.contains(" hits for `tims`"), "{text}");
    assert!(text.ends_with("search finds text\n"), "{text}");
}

#[test]
fn ascii_is_ascii_but_for_the_briefs() {
    let text = said(&["--ascii"], b"open event:july-15-attack\nhelp sign\n");
    for sign in ['\u{2260}', '\u{b7}', '\u{2026}', '\u{2192}'] {
        assert!(!text.contains(sign), "{sign}");
    }
}

#[test]
fn what_a_screen_copies_is_printed() {
    let mut dialogue = harbour();
    answer(&mut dialogue, "read event:harbour-wiper");
    let copied = answer(&mut dialogue, "copy-answer");
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[..2], ["TLP:GREEN", "Cranes of Port Marin stop after a wiper attack"]);
    assert!(lines.iter().any(|line| line.starts_with("How sure: ")), "{copied}");
    assert!(!copied.contains("copied"), "nothing is told but the text: {copied}");
    assert_eq!(answer(&mut dialogue, "ya"), copied);
    let id = answer(&mut dialogue, "y i");
    assert_eq!(id, "event:harbour-outage-2021#harbour-wiper  TLP:GREEN\n");
    assert_eq!(answer(&mut dialogue, "who-says"), answer(&mut dialogue, "read"));
    let view = answer(&mut dialogue, "copy-view");
    assert!(view.starts_with("TLP:GREEN\n") && view.ends_with("TLP:GREEN\n"), "{view}");
    assert!(view.contains("contested; 10 Mar 2021"), "it is the face that is read: {view}");
    assert!(answer(&mut dialogue, "leave-copy-view").contains("nothing to leave"));
    answer(&mut dialogue, "search crane");
    let result = answer(&mut dialogue, "copy-result");
    assert!(result.starts_with("TLP:GREEN\n"), "{result}");
}

#[test]
fn the_files_are_read_again_and_what_came_of_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let note = folder.path().join("note.toml");
    let brief = include_str!("screens/briefs/harbour.toml");
    std::fs::write(&note, brief).unwrap();
    let request = LoadRequest { paths: vec![folder.path().into()], ..LoadRequest::default() };
    let read = load_files(&request);
    let mut dialogue = Dialogue::new(Arc::new(read.library), Keymap::default(), false);
    drop(dialogue.greet(None));
    // Of briefs that cannot change.
    let words = |pieces: Vec<attache::text::DisplayText>| -> String {
        pieces.iter().map(|piece| piece.as_str().to_owned()).collect()
    };
    let answer = dialogue.answer("reload");
    assert!(!answer.reads_again);
    assert!(words(answer.text).contains("\nonly the built-in briefs are read"));
    dialogue.app_mut().set_files(true);
    drop(dialogue.answer("2"));
    std::fs::write(&note, brief.replace("tlp            = \"GREEN\"", "tlp = \"RED\"")).unwrap();
    assert_eq!(words(dialogue.tell_of_disk()), "changed on disk; r reads it\n");
    let answer = dialogue.answer("r");
    assert!(answer.reads_again && answer.text.is_empty());
    let (read, changes) = read.files.again();
    let said = words(dialogue.reload(read.library, changes));
    assert_eq!(said, "TLP:RED\nread again: 1 file changed\n");
    let said = words(dialogue.answer("1").text);
    assert!(said.starts_with("TLP:RED\nnothing is numbered yet"), "{said}");
    std::fs::remove_file(&note).unwrap();
    let (read, changes) = read.files.again();
    let said = words(dialogue.reload(read.library, changes));
    assert!(said.contains("read again: 1 file gone, "), "{said}");
    assert!(said.contains("; gone: "), "{said}");
    let said = words(dialogue.answer("read").text);
    assert!(!said.is_empty());
}

#[test]
fn the_program_reads_its_files_again() {
    let brief = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/briefs/harbour.toml");
    let said = said(&[brief], b"reload\nquit\n");
    assert!(said.ends_with("read again: nothing changed\n"), "{said}");
}

#[test]
fn files_that_were_not_read_are_told_beside_hits_and_where_there_are_none() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/briefs");
    let text = said(&["--briefs", folder], b"search heron\nsearch qqjkzx\nsearch rama OR heron\n");
    assert_eq!(text.matches("1 file was not read").count(), 3, "{text}");
    assert!(text.contains("rama OR heron; typo ok"), "{text}");
    assert!(text.contains("fewer letters may find more"), "{text}");
    let help = said(&[], b"help\nmore\nmore\nmore\nmore\nmore\nmore\nmore\n");
    assert!(help.contains("in a search lapid OR netanyahu: "), "{help}");
    let asked = said(&[], b"questions genuine\n");
    assert!(asked.contains("found by another word: real"), "{asked}");
}
