//! What the search says beside its hits: what else can be typed, what is in force, what was not read.

use crate::lists::chooser;
use crate::stage::{BUILT_IN, SMALL, Stage};
use attache::search::OPERATORS;

/// The row in which a query is typed, after these keys.
fn line(width: u16, keys: &str) -> String {
    Stage::new(&BUILT_IN, (width, 24)).keys(keys).rows().swap_remove(0)
}

#[test]
fn an_empty_line_says_what_can_be_typed() {
    for (width, told) in [
        (
            120,
            "also \"these words\" · lapid OR rama · -without · is:disputed · in:leak · after:2022-09",
        ),
        (80, "also \"these words\" · OR · -without · is: in: after: before:"),
        (60, "\"words\" OR -word is: in: after:"),
    ] {
        assert!(line(width, "/").contains(told), "{width}: {}", line(width, "/"));
        assert!(!line(width, "/rama").contains("OR"), "{}", line(width, "/rama"));
    }
    assert!(line(80, "/ra").contains("also \""), "{}", line(80, "/ra"));
}

#[test]
fn an_operator_says_what_it_takes_until_it_is_in_force() {
    let text = Stage::new(&BUILT_IN, (80, 24)).keys("/rama<space>is:").rows().swap_remove(0);
    assert!(text.contains("`is:` takes"), "{text}");
    let text = line(80, "/israel<space>is:disputed");
    assert!(text.contains("is:disputed · typo ok"), "{text}");
    let text = line(80, "/lapid<space>OR<space>rama<space>-iran");
    assert!(text.contains("-iran · lapid OR rama · typo ok"), "{text}");
    let text = Stage::new(&BUILT_IN, (80, 24)).keys("/rama<space>is:dus").text();
    assert!(text.contains("`is:` takes disputed"), "{text}");
    assert!(!text.contains("fewer"), "{text}");
}

#[test]
fn the_help_tells_every_operator() {
    for keys in ["?", "/<f1>"] {
        let mut stage = Stage::new(&BUILT_IN, (80, 24));
        stage.keys("<esc>").keys(keys);
        let help = chooser(&stage);
        for (form, meaning) in OPERATORS {
            let told = |entry: &attache::app::Entry| {
                (entry.lead.as_str(), entry.text.as_str()) == (*form, *meaning)
            };
            assert_eq!(help.all().filter(|entry| told(entry)).count(), 1, "{form}");
        }
    }
}

#[test]
fn files_that_were_not_read_are_told_beside_hits_and_where_there_are_none() {
    for (width, keys) in
        [(80, "/heron"), (120, "/heron"), (80, "/qqjkzx"), (80, "/"), (60, "/heron")]
    {
        let rows = Stage::new(&SMALL, (width, 24)).keys(keys).rows();
        assert!(rows[0].contains("1 file was not read"), "{width} {keys}: {}", rows[0]);
    }
    for keys in ["/rama", "/qqjkzx", "/"] {
        let text = Stage::new(&BUILT_IN, (80, 24)).keys(keys).text();
        assert!(!text.contains("not read"), "{text}");
    }
}

/// The rows that the list of questions is narrowed to, and what is said of them.
fn questions(typed: &str) -> (Vec<String>, Vec<Option<String>>, Option<String>) {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("Q").keys(&typed.replace(' ', "<space>"));
    let list = chooser(&stage);
    let rows: Vec<String> = list.matching().map(|entry| entry.text.to_string()).collect();
    let why = (0..rows.len()).map(|row| list.why(row).map(ToString::to_string)).collect();
    (rows, why, list.note().map(ToString::to_string))
}

#[test]
fn questions_are_found_in_other_words_than_theirs() {
    for (typed, wanted) in [
        ("who was behind the july attack", "Who was behind the second attack?"),
        ("behind july", "Who was behind the second attack?"),
        ("deny", "What does Iran say?"),
        ("iran denied", "What does Iran say?"),
        ("genuine", "Is the leak real, and how big is it?"),
        ("authentic", "Is the leak real, and how big is it?"),
        ("recognize", "How long have the two states had relations?"),
        ("tims", "Who was behind the second attack?"),
        ("killed protests", "How many people have been killed?"),
        ("qtacks attack", "Who was behind the second attack?"),
    ] {
        let (rows, ..) = questions(typed);
        assert!(rows.iter().any(|row| row == wanted), "{typed}: {rows:?}");
        assert!(rows.len() <= 24, "{typed}: {rows:?}");
    }
    for (typed, first) in [
        ("is it over", "Is it over?"),
        ("who was behind", "Who was behind the second attack?"),
        ("how many killed", "How many people have been killed?"),
    ] {
        assert_eq!(questions(typed).0.first().map(String::as_str), Some(first), "{typed}");
    }
}

#[test]
fn a_question_says_why_it_was_found_where_it_does_not_show_it() {
    let why = |typed: &str, question: &str| {
        let (rows, why, _) = questions(typed);
        let at = rows.iter().position(|row| row == question);
        at.and_then(|at| why[at].clone()).unwrap_or_default()
    };
    let told = why("agree", "Can we say that Iran did it?");
    assert!(told.starts_with("it says: ") && told.contains("agrees"), "{told}");
    assert_eq!(why("genuine", "Is the leak real, and how big is it?"), "another word: real");
    assert_eq!(why("tims", "Whose data was leaked?"), "asked of: TIMS border system");
    assert_eq!(why("second attack", "Who was behind the second attack?"), "");
    let text = Stage::new(&BUILT_IN, (80, 24)).keys("Qagree").text();
    assert!(text.contains("    it says: …investigated for Albania, agrees with"), "{text}");
}

#[test]
fn groups_of_questions_stay_together_best_first() {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    stage.keys("Qdeny");
    let groups: Vec<String> = chooser(&stage).matching().map(|row| row.group.to_string()).collect();
    let mut seen = groups.clone();
    seen.dedup();
    seen.sort_unstable();
    assert!(seen.windows(2).all(|pair| pair[0] != pair[1]), "{groups:?}");
    assert!(groups[0].contains("breaks with Iran"), "{groups:?}");
}

#[test]
fn what_is_nearest_is_told_where_no_question_has_it() {
    let (rows, _, note) = questions("killed zebras protests");
    assert!(
        !rows.is_empty() && note.as_ref().is_some_and(|note| note.contains("nearest: ")),
        "{note:?}"
    );
    let (_, _, note) = questions("tims");
    assert_eq!(
        note.as_deref(),
        Some("no question here has this; nearest: asked of: TIMS border system")
    );
    for typed in ["qqjkzx", "zebra qqjkzx"] {
        let text =
            Stage::new(&BUILT_IN, (80, 24)).keys("Q").keys(&typed.replace(' ', "<space>")).text();
        assert!(text.contains("nothing found for `"), "{text}");
        assert!(!text.contains("fewer letters"), "{text}");
    }
    // Judgements and gaps are found so as well; a time without an event by its letters.
    for (keys, told) in
        [("gjgenuine", "really"), ("gugenuine", "genuine"), ("gumonths", " months ")]
    {
        let text = Stage::new(&BUILT_IN, (80, 24)).keys(keys).text();
        assert!(text.contains(told), "{keys}: {text}");
    }
}

#[test]
fn what_stands_everywhere_is_told_as_nothing_and_the_nearest_as_such() {
    let rows = Stage::new(&BUILT_IN, (200, 60)).keys("/what<space>happened").rows();
    assert!(rows[0].contains("has only words that stand everywhere; nearest: "), "{}", rows[0]);
    assert!(rows[1].contains("─ nothing found, ") && rows[1].contains(" near ─"), "{}", rows[1]);
    let rows = Stage::new(&BUILT_IN, (80, 24)).keys("/is<space>it<space>over").rows();
    assert!(rows[1].contains(" hits ─") && rows[2].contains("Is it over?"), "{rows:?}");
}
