//! What a search tells of the query itself: operators that there are not, that fit nothing, or that may
//! have been meant.

use attache::library::Library;
use attache::library::load::{LoadRequest, load};
use attache::search::{Found, Index, Searcher};
use std::sync::LazyLock;

static BUILT_IN: LazyLock<(Library, Index)> = LazyLock::new(|| {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    let index = Index::new(&library);
    (library, index)
});

fn search(typed: &str) -> Found {
    BUILT_IN.1.search(&BUILT_IN.0, typed, 20)
}

fn note(typed: &str) -> String {
    search(typed).note.map(|note| note.to_string()).unwrap_or_default()
}

#[test]
fn an_operator_that_fits_nothing_is_named() {
    for (typed, operator) in [
        ("in:nosuch rama", "in:nosuch"),
        ("rama tag:zzq", "tag:zzq"),
        ("brief:\"no such\"", "brief:no such"),
        ("after:2090 rama", "after:2090"),
    ] {
        assert_eq!(note(typed), format!("nothing at all fits `{operator}`"), "{typed}");
    }
    // It fits something, only not this.
    let note = note("in:iran-unrest zzqx");
    assert!(note.starts_with("nothing found for"), "{note}");
}

#[test]
fn what_is_said_of_an_operator_is_the_same_whatever_was_typed_before() {
    let mut searcher = Searcher::default();
    let typed =
        ["in:nosuch", "in:nosuch zzqx", "in:nosuch", "tag:zzq zzqx", "in:iran-unrest zzqx", "zzqx"];
    for typed in typed.iter().chain(typed.iter().rev()) {
        let found = searcher.search(&BUILT_IN.1, &BUILT_IN.0, typed, 20);
        assert_eq!(found.note, search(typed).note, "{typed}");
    }
}

#[test]
fn what_looks_like_an_operator_is_told_to_be_none() {
    assert_eq!(note("by:rama"), "there is no operator `by:`");
    assert!(search("by:rama").total > 0);
    let nothing = note("author:zzqx rama");
    assert!(nothing.starts_with("there is no operator `author:`; "), "{nothing}");
    for typed in ["https://zzqx.example", "14:20 zzqx", "actor:zzqx", "The attacks: zzqx"] {
        assert!(!note(typed).contains("no operator"), "{typed}");
    }
}

#[test]
fn little_words_that_may_be_meant_as_operators_say_what_to_write() {
    for (typed, word) in [("rama or netanyahu", "OR"), ("rama not lapid", "NOT")] {
        assert!(note(typed).contains(&format!("write {word} in capitals")), "{typed}");
        assert!(search(typed).total > 0, "{typed}");
    }
    for typed in ["was it iran or russia", "rama OR netanyahu", "rama NOT lapid", "not"] {
        assert!(!note(typed).contains("in capitals"), "{typed}");
    }
}

#[test]
fn where_no_question_is_in_doubt_what_is_contradicted_is_named() {
    let claim = |id: &str, number: u8, more: &str| {
        format!(
            "[[event.claim]]\nid = \"{id}\"\ntext = \"{id} dead.\"\nabout = \"number\"\n\
             value = \"{id}\"\ncite = [\"{id}\"]\ncredibility = {number}\n{more}\n"
        )
    };
    let source = |id: &str| format!("[source.{id}]\ntitle = \"{id}\"\nreliability = \"B\"\n");
    let head = "schema = 2\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n";
    let event = "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\n";
    let claims = claim("nine", 1, "") + &claim("ninety", 5, "disputes = [\"nine\"]");
    let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    let text = format!("{head}{}{}{event}{claims}", source("nine"), source("ninety"));
    std::fs::write(file.path(), text).unwrap();
    let library = load(&LoadRequest { paths: vec![file.path().into()], ..LoadRequest::default() });
    let index = Index::new(&library);
    let note = index.search(&library, "is:disputed", 5).note.unwrap();
    let expected = "nothing at all fits `is:disputed`, as no contradiction is a reason to doubt; \
                    `is:contradicted` fits 3";
    assert_eq!(note.as_str(), expected);
    assert_eq!(index.search(&library, "is:contradicted", 5).total, 3);
}
