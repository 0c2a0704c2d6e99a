//! Every fixture of `tests/briefs/bad` has exactly the findings written beside its lines, and every
//! one of `tests/briefs/good` has none.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "tests read their fixtures and fail loudly"
)]

#[path = "support/fixture.rs"]
mod fixture;

use attache::brief;
use attache::diag::render::{Format, render};
use attache::diag::{Code, Sources};
use attache::library::{Collection, Library};
use attache::text;
use fixture::{Outcome, differences, fixtures, kept};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Reads one file by itself. Fixtures that need the whole library say `# CHECK library`.
fn read(text: &str) -> Outcome {
    let mut sources = Sources::default();
    let source = sources.add(text!["fixture.toml"], text);
    let read = if text.contains("\n# READ registry\n") {
        brief::read_registry(&sources, source)
    } else {
        brief::read(&sources, source)
    };
    Outcome { sources, found: read.diagnostics, kept: kept(&read.value) }
}

/// Reads one file and checks it across its records.
fn check(text: &str) -> Outcome {
    let Outcome { sources, found, kept } = read(text);
    if !text.contains("# CHECK library") {
        return Outcome { sources, found, kept };
    }
    let mut files = Sources::default();
    let source = files.add(text!["fixture.toml"], text);
    let brief = brief::read(&files, source);
    let collection = Collection { briefs: vec![brief.value], ..Collection::default() };
    let library = Library::new(vec![collection], files, brief.diagnostics, Vec::new());
    Outcome { found: library.findings().to_vec(), sources, kept }
}

#[test]
fn bad_briefs_have_exactly_the_findings_beside_their_lines() {
    let mut report = String::new();
    for path in fixtures("bad") {
        report.push_str(&differences(&path, check));
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn good_briefs_have_no_findings() {
    let mut report = String::new();
    for path in fixtures("good") {
        report.push_str(&differences(&path, read));
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn the_fixtures_cover_every_error_of_reading() {
    let fixtures: String =
        fixtures("bad").iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let covered: BTreeSet<&str> = [
        "E001", "E002", "E003", "E004", "E005", "E006", "E010", "E011", "E115", "E120", "E121",
        "E122", "E123", "E130", "E140", "E141", "E142", "E143", "E144", "E145", "E146", "W230",
        "W231",
    ]
    .into();
    for code in covered {
        let codes = Code::ALL.iter().map(|code| code.id());
        assert!(codes.into_iter().any(|known| known == code), "{code} is no code");
        assert!(fixtures.contains(&format!(" {code} ")), "no fixture has {code}");
    }
}

const SMALL: &str = "schema = 1\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n";
const EVENT: &str = "\n[[event]]\nid = \"ID\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\n";

#[test]
fn a_huge_text_costs_its_key_only() {
    let keywords = format!("keywords = [\"kept\", \"{}\"]\n", "k".repeat(300 * 1024));
    let summary = format!("summary = \"{}\"\n", "s".repeat(300 * 1024));
    let text = format!("{SMALL}{}{summary}{keywords}", EVENT.replace("ID", "big"));
    let outcome = read(&text);
    let codes: Vec<&str> = outcome.found.iter().map(|found| found.code.id()).collect();
    assert_eq!(codes, ["E007", "E007"]);
    assert_eq!(outcome.kept, ["brief:b", "event:big"]);
}

#[test]
fn a_huge_text_within_a_value_is_left_out_and_its_record_counts_as_damaged() {
    let huge = "k".repeat(300 * 1024);
    let actor = |keys: &str| format!("{SMALL}[actor.a]\nname = \"A\"\nkind = \"group\"\n{keys}\n");
    for text in [
        actor(&format!("names = {{ fa = \"kept\", he = \"{huge}\" }}")),
        actor(&format!("aliases = [\"kept\", \"{huge}\"]")),
    ] {
        let mut sources = Sources::default();
        let source = sources.add(text!["fixture.toml"], text);
        let read = brief::read(&sources, source);
        let codes: Vec<&str> = read.diagnostics.iter().map(|found| found.code.id()).collect();
        assert_eq!(codes, ["E007"]);
        let actor = &read.value.actors[0];
        assert_eq!(actor.names.len() + actor.aliases.len(), 1);
        assert!(actor.is_damaged);
    }
}

#[test]
fn references_beyond_the_limit_stay_plain_text() {
    let references = "[@abc] ".repeat(20_000);
    let mut text = SMALL.to_owned();
    for id in ["a", "b", "c"] {
        let event = EVENT.replace("ID", id);
        writeln!(text, "{event}summary = \"{references}\"").unwrap();
    }
    let mut sources = Sources::default();
    let source = sources.add(text!["fixture.toml"], text);
    let read = brief::read(&sources, source);
    assert_eq!(read.value.events.len(), 3);
    for event in &read.value.events {
        let summary = event.summary.as_ref().unwrap();
        assert_eq!(summary.references.len(), 1000);
        assert_eq!(summary.text.as_str(), references.trim_end());
    }
    let columns: Vec<_> = read
        .diagnostics
        .iter()
        .map(|found| (found.code, sources.place(source, found.primary.start()).column))
        .collect();
    assert_eq!(columns, [(Code::E007, 12 + 7 * 1000); 3]);
}

#[test]
fn deep_nesting_is_a_syntax_error() {
    let deep = format!("{SMALL}x-deep = {}{}\n{EVENT}", "[".repeat(5000), "]".repeat(5000));
    let outcome = read(&deep.replace("ID", "after"));
    assert!(outcome.found.iter().all(|found| found.code == Code::E001));
    assert!(!outcome.found.is_empty());
}

#[test]
fn bytes_that_are_no_text_are_refused_in_words() {
    let brief = format!("{SMALL}{}", EVENT.replace("ID", "e"));
    let utf_16: Vec<u8> =
        "\u{feff}".chars().chain(brief.chars()).flat_map(|c| (c as u16).to_le_bytes()).collect();
    let latin_1: Vec<u8> = brief
        .replace("\"B\"", "\"Tiran?\"")
        .bytes()
        .map(|b| if b == b'?' { 0xEB } else { b })
        .collect();
    let marked: Vec<u8> = "\u{feff}".bytes().chain(brief.bytes()).collect();
    let refused = |bytes: &[u8]| brief::decode(bytes).unwrap_err().message.to_string();
    assert!(refused(&utf_16).contains("looks like UTF-16"));
    assert_eq!(
        refused(&latin_1),
        "byte 0xEB at line 4 is not UTF-8; save it as UTF-8, or `iconv -f cp1252 -t utf8` (cp1251 for \
         Cyrillic, cp1255 for Hebrew)"
    );
    let outcome = read(brief::decode(&marked).unwrap());
    assert_eq!(
        (outcome.found, outcome.kept),
        (Vec::new(), vec!["brief:b".into(), "event:e".into()])
    );
}

#[test]
fn line_ends_of_windows_are_ordinary_and_bare_returns_are_found() {
    let brief =
        format!("{SMALL}{}summary = \"\"\"\none\ntwo [@Bad]\"\"\"\n", EVENT.replace("ID", "e"));
    let outcome = read(&brief.replace('\n', "\r\n"));
    let places: Vec<_> = outcome
        .found
        .iter()
        .map(|found| {
            (found.code, outcome.sources.place(found.primary.source, found.primary.start()))
        })
        .collect();
    assert_eq!(places.len(), 1);
    assert_eq!(places[0].0, Code::E115);
    assert_eq!(outcome.kept, ["brief:b", "event:e"]);
    let bare = read(&format!("{SMALL}revision = 1\rauthors = []{}", EVENT.replace("ID", "e")));
    assert_eq!(bare.found[0].code, Code::E001);
}

#[test]
fn a_file_full_of_faults_is_read_in_one_go_and_told_in_part() {
    let inline = format!("bad =\nevent = [{}]\n{SMALL}", "{},".repeat(20_000));
    let unknown =
        (0..20_000).fold(String::new(), |text, number| text + &format!("k{number} = 1\n"));
    let broken = "= 1\n".repeat(20_000);
    for text in [inline, format!("{SMALL}{unknown}"), format!("{SMALL}{broken}")] {
        let outcome = read(&text);
        assert!((100..=1001).contains(&outcome.found.len()), "{}", outcome.found.len());
        assert!(outcome.found.last().unwrap().message.as_str().contains(" more "));
    }
}

#[test]
fn a_file_with_a_fault_at_every_byte_is_read_up_to_the_thousandth() {
    let first = format!("{SMALL}{}", EVENT.replace("ID", "first"));
    let last = EVENT.replace("ID", "last");
    for fault in ["= = =\n", "\"\n", "[\n", "a=\n", "a=1\n", "]"] {
        let text = format!("{first}\n{}\n{last}", fault.repeat(300_000));
        let outcome = read(&text);
        assert!(outcome.found.len() <= 110, "{fault}: {}", outcome.found.len());
        let told = outcome.found.last().unwrap().message.to_string();
        if fault == "]" {
            // One line and one fault.
            assert_eq!(outcome.kept, ["brief:b", "event:first", "event:last"]);
        } else {
            let from = "not valid TOML: more than 1000 faults; nothing from line ";
            assert!(told.starts_with(from), "{fault}: {told}");
            assert_eq!(outcome.kept, ["brief:b", "event:first"], "{fault}");
        }
    }
}

#[test]
fn a_fault_far_down_a_long_file_leaves_all_the_rest() {
    let events: String =
        (0..6_000).map(|number| EVENT.replace("ID", &format!("e{number}"))).collect();
    let text = format!("{SMALL}{events}tags =\n{}", EVENT.replace("ID", "last"));
    let outcome = read(&text);
    assert_eq!(outcome.found.len(), 1);
    assert_eq!(outcome.kept.len(), 1 + 6_000 + 1);
    assert!(outcome.kept.contains(&"event:last".to_owned()));
}

#[test]
fn a_newer_schema_yields_no_records() {
    let outcome = read(&format!("{}{EVENT}", SMALL.replace("= 1", "= 3")));
    assert!(outcome.kept.is_empty());
    assert_eq!(
        outcome.found[0].message.as_str(),
        "this brief is schema 3; this attache reads up to 2"
    );
}

#[test]
fn reading_says_what_to_write_instead() {
    let mut said = String::new();
    for path in fixtures("bad") {
        let text = std::fs::read_to_string(&path).unwrap();
        if text.contains("# CHECK library") {
            continue;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        writeln!(said, "{name}").unwrap();
        for found in read(&text).found {
            let help = found.help.map(|help| format!("; {help}")).unwrap_or_default();
            writeln!(said, "  {}: {}{help}", found.code.id(), found.message).unwrap();
        }
    }
    insta::assert_snapshot!(said);
}

fn good() -> Vec<String> {
    fixtures("good").iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Characters that make trouble in TOML and on screens.
const TROUBLE: &[&str] = &[
    "\"",
    "\"\"\"",
    "'",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "=",
    "\n",
    "#",
    "\\",
    "\u{202e}",
    "\u{0}",
    ",",
    "\u{200b}",
    "é",
    "[@",
    "]]",
    "2022-13",
    "x-",
    ".",
    "\r",
    "\u{feff}",
    "🇦🇱",
    "e\u{301}\u{301}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(text) = brief::decode(&bytes) {
            prop_assert!(read(text).found.iter().all(|found| !found.message.is_empty()));
        }
    }

    #[test]
    fn edits_of_good_briefs_never_panic_and_point_into_the_file(
        which in 0_usize..4,
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..30, 0..TROUBLE.len()), 1..6),
    ) {
        let briefs = good();
        let mut text: Vec<char> = briefs[which % briefs.len()].chars().collect();
        for (place, removed, added) in edits {
            let at = place.index(text.len());
            let end = (at + removed).min(text.len());
            text.splice(at..end, TROUBLE[added].chars());
        }
        let text: String = text.into_iter().collect();
        let outcome = read(&text);
        for found in &outcome.found {
            let range = &found.primary.range();
            prop_assert!(range.start <= range.end && range.end <= text.len());
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            for format in [Format::Human, Format::Short, Format::Json] {
                let drawn = render(format, &outcome.sources, std::slice::from_ref(found));
                prop_assert!(!drawn.as_str().chars().any(|c| c != '\n' && c.is_control()));
            }
        }
    }

    #[test]
    fn one_broken_record_leaves_the_others(
        broken in 0_usize..20,
        value in prop::sample::select(vec!["5", "[]", "{}", "\"\"", "true", "\"2022-02-30\"", "nan"]),
        key in prop::sample::select(vec!["id", "title", "when", "type", "cite", "tlp", "junk"]),
    ) {
        let mut text = SMALL.to_owned();
        for number in 0..20 {
            let mut event = EVENT.replace("ID", &format!("e{number}"));
            if number == broken {
                let line = format!("\n{key} = ");
                event = match event.find(&line) {
                    Some(at) => {
                        let end = at + line.len();
                        let rest = event[end..].find('\n').unwrap();
                        format!("{}{value}{}", &event[..end], &event[end + rest..])
                    }
                    None => format!("{event}{key} = {value}\n"),
                };
            }
            text.push_str(&event);
        }
        let kept = read(&text).kept;
        for number in (0..20).filter(|number| *number != broken) {
            let event = format!("event:e{number}");
            prop_assert!(kept.contains(&event), "lost {}", event);
        }
    }
}
