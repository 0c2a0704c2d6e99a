//! Questions that are asked in a meeting: each is answered within eight keys from the start, at 80x24
//! and without scrolling.

use crate::answers::{QUESTIONS, Rows};
use crate::stage::{BUILT_IN, Stage, chords};

/// Keys that an answer may take.
const MOST: usize = 8;

/// What is asked next and stands on the card: the question, the keys from the start, the rows.
pub(crate) const ON_THE_CARD: &[(&str, &str, Rows)] = &[
    (
        "Does anybody disagree about the first one?",
        "/15<space>jul<enter>",
        &[("ALSO", "outcome: data destroyed; Edi Rama says little damage +4")],
    ),
    (
        "How many Kosovars came with the first flight?",
        "/flight<enter>",
        &[
            ("HOW SURE", "it happened HIGH (3 origins) · number DISPUTED"),
            ("DISPUTED", "114 on first flight"),
        ],
    ),
    (
        "Who was it, the second time?",
        "/tims<enter>1",
        &[
            ("JUDGEMENT", "who did it, likely (55-80%): the same attackers as in July"),
            ("ALSO", "day: BIRN says 19 Sep 2022 (B4)"),
            ("IF ASKED", "Who was behind the second attack? +1"),
        ],
    ),
];

/// What is asked next: the question, the keys from the start, and what must be read.
pub(crate) const FOLLOWING: &[(&str, &str, &[&str])] = &[
    (
        "Who else says so of the second attack?",
        "/tims<enter>1w",
        &[
            "4 Who says what: Second attack",
            "held          9 Sep 2022 ",
            "Associated Press +1",
            "B4  BIRN",
        ],
    ),
    (
        "What happened just before the meeting?",
        "/lap<enter>1k",
        &["Rama arrives in Israel for a three-day visit", "WHEN      Sun 23 Oct 2022"],
    ),
    (
        "What came before the ban, and what after?",
        "/ban<enter>4",
        &[
            "PREVIOUS  9 Sep, 10 days earlier: Second attack",
            "NEXT      21 Sep, 2 days later: FBI ",
        ],
    ),
    ("What rests on Arab News?", "/arab<enter>", &["2 events, 62 claims"]),
    ("Where does this come from?", "/tims<enter>1i", &["WRITTEN AT", "albania-cyberattacks-2022"]),
    ("What has to do with Herzog alone?", "/herz<enter>o", &["lens: linked to Isaac Herzog"]),
    ("How do the two attacks compare?", "/tims<enter>1p", &["PINNED"]),
    ("What do we not know?", "gu", &["Not known"]),
    ("What do we judge, and how surely?", "gj", &["Judgements"]),
    ("What should we have ready?", "Q", &["Q Questions", "HOW SURE  ", "RESTS ON  "]),
];

/// What some keys lead to: how many they are, the subject, the screen.
fn led(keys: &str) -> (usize, String, String) {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let text = stage.keys(keys).text();
    (chords(keys).len(), stage.subject(), text)
}

/// What a row of the card says on the screen, its further lines included. A full line has no room for
/// the dot before the next one.
fn row(screen: &str, label: &str) -> Option<String> {
    let mut lines = screen.lines().filter_map(|line| line.strip_prefix(' '));
    let lead = format!("{label:<10}");
    let mut said = lines.find_map(|line| line.strip_prefix(&lead))?.trim_end().to_owned();
    for line in lines {
        let Some(more) = line.strip_prefix("          ").filter(|more| !more.trim().is_empty())
        else {
            break;
        };
        let dot = if label == "HOW SURE" && !said.ends_with('·') { " ·" } else { "" };
        said = format!("{said}{dot} {}", more.trim_end());
    }
    Some(said)
}

/// The rows that do not stand on the screen or do not say so.
fn missing(question: &str, screen: &str, rows: Rows) -> Vec<String> {
    let row = |label: &str| row(screen, label).unwrap_or_default();
    let rows = rows.iter().map(|(label, said)| (label, said, row(label)));
    rows.filter(|(_, said, row)| !row.contains(**said))
        .map(|(label, said, row)| format!("{question} {label} `{said}` is not in `{row}`"))
        .collect()
}

#[test]
fn when_who_and_how_sure_within_eight_keys() {
    assert!(QUESTIONS.len() >= 30);
    let mut wrong = Vec::new();
    for (question, keys, subject, rows) in QUESTIONS {
        let (count, found, screen) = led(keys);
        println!("{count} keys: {question}  {keys}");
        assert!(count <= MOST, "{question} takes {count} keys");
        assert_eq!(found, format!("event:{subject}"), "{question}");
        let labels = rows.iter().map(|(label, _)| *label).take(3);
        assert!(labels.eq(["WHEN", "WHO SAYS", "HOW SURE"]), "{question}");
        wrong.extend(missing(question, &screen, rows));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_asked_next_takes_no_longer() {
    let mut wrong = Vec::new();
    for (question, keys, rows) in ON_THE_CARD {
        let (count, _, screen) = led(keys);
        assert!(count <= MOST, "{question} takes {count} keys");
        wrong.extend(missing(question, &screen, rows));
    }
    for (question, keys, answers) in FOLLOWING {
        let (count, _, screen) = led(keys);
        println!("{count} keys: {question}  {keys}");
        assert!(count <= MOST, "{question} takes {count} keys");
        for answer in *answers {
            if !screen.contains(answer) {
                wrong.push(format!("{question} {answer} is missing:\n{screen}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nobody contests the first attack: what is said otherwise is quiet.
#[test]
fn what_nobody_contests_is_not_called_disputed() {
    let (_, _, screen) = led("/15<space>jul<enter>");
    assert!(!screen.contains("DISPUTED"), "{screen}");
}
