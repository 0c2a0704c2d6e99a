use super::*;

fn words(typed: &str) -> Vec<String> {
    Query::new(typed).terms.into_iter().map(|term| term.word).collect()
}

#[test]
fn stop_words_count_only_when_there_is_nothing_else() {
    assert_eq!(words("Who did the attack"), ["attack"]);
    assert_eq!(words("how many teachers went on strike"), ["teachers", "strike"]);
    assert_eq!(words("who"), ["who"]);
    assert_eq!(words("what happened"), ["what", "happened"]);
}

#[test]
fn one_of_several_words_will_do() {
    for (typed, said, operators) in [
        ("lapid OR netanyahu", &["lapid OR netanyahu"][..], &["lapid OR netanyahu"][..]),
        ("rama lapid OR netanyahu", &["rama", "lapid OR netanyahu"], &["lapid OR netanyahu"]),
        ("a1 OR 'b2 OR c-3 x", &["a1 OR b2 OR c3", "x"], &["a1 OR 'b2 OR c-3"]),
        ("rama AND lapid", &["rama", "lapid"], &[]),
        ("lapid OR", &["lapid"], &[]),
        ("OR lapid", &["lapid"], &[]),
        ("lapid or netanyahu", &["lapid", "netanyahu"], &[]),
        ("lapid -rama e-mail - -7", &["lapid", "e", "mail", "7"], &["-rama"]),
        ("lapid NOT rama NOT", &["lapid"], &["NOT rama"]),
        ("NOT is:planned lapid", &["lapid"], &["NOT is:planned"]),
    ] {
        let query = Query::new(typed);
        let terms: Vec<String> = query.terms.iter().map(Term::said).collect();
        assert_eq!(
            (terms.as_slice(), query.operators.as_slice()),
            (
                said.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice(),
                operators.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice(),
            ),
            "{typed}"
        );
        assert_eq!(query.complaint, None, "{typed}");
    }
    for typed in [
        "july OR september",
        "lapid OR 24 october",
        "15 july OR lapid",
        "\"second attack\" OR leak",
        "leak OR \"second attack\"",
        "leak OR is:planned",
        "is:planned OR leak",
        "leak OR !rama",
    ] {
        assert_eq!(Query::new(typed).complaint, Some(BETWEEN_WORDS), "{typed}");
    }
}

#[test]
fn the_article_of_an_arabic_name_counts_for_nothing() {
    assert_eq!(words("mustafa el-Khateeb"), ["mustafa", "khateeb"]);
    assert_eq!(words("as-Sharif al"), ["sharif", "al"]);
    assert_eq!(words("e-mail \"al-khatib\""), ["e", "mail", "al", "khatib"]);
}

#[test]
fn phrases_exclusions_and_exact_words() {
    let query = Query::new("\"second Attack\" 'tims !e-mail צה\"ל");
    assert_eq!(query.phrases.len(), 1);
    assert_eq!(query.phrases[0].words, ["second", "attack"]);
    let email = Phrase { words: vec!["e".to_owned(), "mail".to_owned()], open: true };
    assert_eq!((query.without, query.without_phrases), (Vec::new(), vec![email]));
    let terms: Vec<_> = query.terms.iter().map(|term| (term.word.as_str(), term.exact)).collect();
    assert_eq!(terms, [("second", true), ("attack", true), ("tims", true), ("צהל", false)]);
}

#[test]
fn of_and_the_beside_a_day_count_for_nothing() {
    let plain = Query::new("15 july");
    for typed in ["15th of july", "the 15th of July", "july the 15th", "15 OF july"] {
        let query = Query::new(typed);
        assert_eq!((query.dates, query.terms), (plain.dates.clone(), Vec::new()), "{typed}");
    }
    let (with, without) = (Query::new("rama 15th of july 2022"), Query::new("rama 15 july 2022"));
    assert_eq!((with.dates, with.terms), (without.dates, without.terms));
    assert_eq!(Query::new("15th of j").dates, Query::new("15 j").dates, "being typed");
    assert!(Query::new("31 of february").complaint.is_some());
    assert!(Query::new("24 of the teachers").dates.is_empty());
    assert_eq!(words("24 of the teachers"), ["24", "teachers"]);
}

#[test]
fn a_wrong_value_of_an_operator_is_told() {
    for typed in ["tims after:2022-13", "is:dis rama", "rama is:\"dis\"", "after:2022-0 x"] {
        assert!(Query::new(typed).complaint.is_some(), "{typed}");
    }
    for typed in ["rama is:dis", "rama is:\"dis", "tims after:2022-0", "is:", "after:2022-1 x"] {
        assert_eq!(Query::new(typed).complaint, None, "{typed}");
    }
}

#[test]
fn an_excluded_word_excludes_what_begins_so_from_three_letters_on() {
    for (typed, word, exact) in [
        ("!mail", "mail", false),
        ("!war", "war", false),
        ("!e", "e", true),
        ("!the", "the", true),
        ("!'mail", "mail", true),
        ("!\"mail\"", "mail", true),
        ("!\"mai", "mai", false),
    ] {
        let query = Query::new(typed);
        let term = if exact { Term::exact(word.to_owned()) } else { Term::open(word.to_owned()) };
        assert_eq!(query.without, [term], "{typed}");
    }
}

#[test]
fn an_excluded_phrase_requires_nothing() {
    let query = Query::new("rama !\"black reward\" tims");
    let phrase = Phrase { words: vec!["black".to_owned(), "reward".to_owned()], open: false };
    assert_eq!((query.without, query.without_phrases), (Vec::new(), vec![phrase]));
    assert_eq!(query.operators, ["!\"black reward\""]);
    assert!(query.phrases.is_empty());
    assert_eq!(words("rama !\"black reward\" tims"), ["rama", "tims"]);
}

#[test]
fn a_hyphen_and_not_exclude_as_the_sign_does() {
    let excluded = |typed: &str| {
        let query = Query::new(typed);
        assert_eq!(words(typed), ["lapid"], "{typed}");
        (query.without, query.without_phrases, query.filters)
    };
    for (sign, others) in [
        ("lapid !rama", ["lapid -rama", "lapid NOT rama"]),
        ("!rama lapid", ["-rama lapid", "NOT rama lapid"]),
        ("lapid !\"black reward\"", ["lapid -\"black reward\"", "lapid NOT \"black reward\""]),
        ("lapid !tag:border", ["lapid -tag:border", "lapid NOT tag:border"]),
        ("lapid !'e-mail", ["lapid -'e-mail", "lapid NOT 'e-mail"]),
    ] {
        for other in others {
            assert_eq!(excluded(other), excluded(sign), "{other}");
        }
    }
}

#[test]
fn a_kind_before_a_colon_narrows() {
    let query = Query::new("Actor:rama event:july-15-attack of: x");
    assert_eq!(query.kinds, [Kind::Actor, Kind::Event]);
    assert_eq!(words("actor:rama x:y"), ["rama", "x", "y"]);
    assert!(!Query::new("source:").is_empty());
}

#[test]
fn what_holds_no_word_is_empty() {
    for typed in ["", " ", "*", "\\", "\"", "\"\"", "!", "'", "\u{202e}", "\u{301}", "👍"] {
        assert!(Query::new(typed).is_empty(), "{typed:?}");
    }
}

#[test]
fn a_paste_is_cut() {
    let query = Query::new(&"lapid ".repeat(2000));
    assert_eq!(query.terms.len(), MOST_WORDS);
    assert_eq!(Query::new(&"x".repeat(10_000)).terms[0].word.len(), LONGEST_WORD);
}
