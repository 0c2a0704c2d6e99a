//! The search while somebody types: the answer shown is always that of the query shown, whatever was
//! typed before; input that no officer means to type stalls nothing and finds nothing.

use attache::library::load::{LoadRequest, load};
use attache::library::{Kind, Library};
use attache::search::{Coverage, Found, Index, Matching, OPERATORS, Searcher};
use proptest::prelude::*;
use std::sync::LazyLock;

struct Searched {
    library: Library,
    index: Index,
}

static SEARCHED: LazyLock<Searched> = LazyLock::new(|| {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    let index = Index::new(&library);
    Searched { library, index }
});

fn fresh(query: &str) -> Found {
    SEARCHED.index.search(&SEARCHED.library, query, 20)
}

fn next(searcher: &mut Searcher, query: &str) -> Found {
    let mut found = searcher.search(&SEARCHED.index, &SEARCHED.library, query, 20);
    searcher.explain(&SEARCHED.index, &SEARCHED.library, &mut found.hits);
    found
}

/// One thing that a hand does to the query.
#[derive(Clone, Debug)]
enum Edit {
    Append(&'static str),
    Backspace,
    DropWord,
    Clear,
}

fn edit() -> impl Strategy<Value = Edit> {
    const PIECES: &[&str] = &[
        "r",
        "a",
        "m",
        "rama",
        " ",
        "lapid",
        "lapdi",
        "iran",
        "cyber",
        " attack",
        "oct 21",
        " 2022",
        "\"",
        "second attack",
        "!",
        "'",
        "tag:",
        "is:disputed ",
        "after:2022",
        "brief:iran ",
        "א",
        "לפיד",
        "תהרן",
        "машкевич",
        "mashk",
        "xhac",
        "é",
        "zz",
        "-",
        "24",
        "actor:",
        "e",
    ];
    prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(Edit::Append),
        3 => Just(Edit::Backspace),
        1 => Just(Edit::DropWord),
        1 => Just(Edit::Clear),
    ]
}

fn apply(query: &mut String, edit: &Edit) {
    match edit {
        Edit::Append(piece) => query.push_str(piece),
        Edit::Backspace => {
            query.pop();
        }
        Edit::DropWord => query.truncate(query.trim_end().rfind(' ').unwrap_or_default()),
        Edit::Clear => query.clear(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_answer_is_that_of_the_query_shown(edits in prop::collection::vec(edit(), 1..24)) {
        let mut searcher = Searcher::default();
        let mut query = String::new();
        for edit in &edits {
            apply(&mut query, edit);
            let found = fresh(&query);
            prop_assert_eq!(next(&mut searcher, &query), found.clone(), "{:?}", query);
            if !query.trim().is_empty() {
                let all = searcher.matching(&SEARCHED.index, &SEARCHED.library, &query);
                prop_assert!(all.items.is_sorted() && all.items.len() == found.total, "{:?}", query);
                prop_assert!(found.hits.iter().all(|hit| all.items.contains(&hit.item)));
                prop_assert_eq!(all.scope, found.scope);
            }
        }
    }

    #[test]
    fn anything_may_be_typed_or_pasted(query in "(\\PC|[\u{0}-\u{1f}\u{202a}-\u{202e}\u{300}-\u{304}]){0,60}") {
        let found = fresh(&query);
        for hit in &found.hits {
            let title = &SEARCHED.library.get(hit.item).unwrap().title;
            for mark in &hit.marks {
                prop_assert!(title.as_str().get(mark.clone()).is_some_and(|text| !text.is_empty()));
            }
        }
    }
}

#[test]
fn a_searcher_knows_another_index_when_it_meets_one() {
    let other = load(&LoadRequest { builtin: false, ..LoadRequest::default() });
    let empty = Index::new(&other);
    let mut searcher = Searcher::default();
    assert!(!next(&mut searcher, "rama").hits.is_empty());
    assert!(searcher.search(&empty, &other, "rama", 20).hits.is_empty());
    assert_eq!(next(&mut searcher, "rama"), fresh("rama"));
}

fn matching(query: &str) -> Matching {
    Searcher::default().matching(&SEARCHED.index, &SEARCHED.library, query)
}

#[test]
fn all_that_matches_is_more_than_what_is_listed() {
    let found = fresh("2022");
    assert!(found.total > 200 && found.hits.len() == 20);
    assert_eq!(matching("2022").items.len(), found.total);
    assert_eq!(matching("event:").items.len(), SEARCHED.library.listed(Kind::Event).len());
    assert!(matching("qwerty").items.is_empty());
    assert_eq!(matching(" ").items.len(), SEARCHED.library.items().count(), "nothing is left out");
    // The same reading as in the search: another layout, a typing error, most of the words.
    assert_eq!(matching("kphs").items, matching("לפיד").items);
    assert_eq!(matching("lapdi actor:").items.len(), fresh("lapdi actor:").total);
    let partial = matching("rama lapid zzqx");
    assert_eq!(partial.scope.coverage, Coverage::Partial);
    assert!(!partial.items.is_empty());
}

#[test]
fn what_stands_everywhere_is_no_answer_but_a_question_word_for_word_is() {
    for typed in ["what happened", "who was it", "and then", "what did they say", "Who Was It?"] {
        let found = fresh(typed);
        let note = found.note.map(|note| note.to_string()).unwrap_or_default();
        let told = format!("`{typed}` has only words that stand everywhere; nearest: ");
        assert!(note.starts_with(&told) && note.len() > told.len(), "{typed}: {note}");
        assert!(!found.hits.is_empty() && found.scope.little, "{typed}");
    }
    // A question word for word, a turn that stands for something, a name that is being typed, a kind.
    for typed in ["is it over", "Is it over?", "who did it", "her", "who is:disputed", "who actor:"]
    {
        assert_eq!(fresh(typed).note, None, "{typed}");
    }
    assert_eq!(ids("is it over").first().map(String::as_str), Some("qa:qa-12"));
}

#[test]
fn a_search_may_be_of_some_items_alone() {
    let questions = SEARCHED.library.listed(Kind::Question);
    let mut among = questions.to_vec();
    among.sort_unstable();
    let mut searcher = Searcher::default();
    let mut of = |typed: &str| {
        let Searched { library, index } = &*SEARCHED;
        let mut found = searcher.search_among(index, library, typed, &among);
        searcher.explain(index, library, &mut found.hits);
        // What was searched among some changes nothing for who searches all.
        assert_eq!(next(&mut searcher, typed), fresh(typed), "{typed}");
        found
    };
    for typed in ["deny", "genuine", "who did it", "second attack", "iran", "kphs", "!iran attack"]
    {
        let found = of(typed);
        assert!(found.hits.iter().all(|hit| among.binary_search(&hit.item).is_ok()), "{typed}");
        assert_eq!(found.hits.len(), found.total, "{typed}");
        let all = SEARCHED.index.search(&SEARCHED.library, typed, 2000);
        let is_question = |item| among.binary_search(&item).is_ok();
        if all.scope.coverage == Coverage::Whole {
            let of_all = all.hits.iter().filter(|hit| is_question(hit.item)).count();
            assert!(found.total >= of_all, "{typed}: {} {of_all}", found.total);
        }
    }
    assert!(of("").hits.is_empty() && of("zzqx").hits.is_empty());
}

#[test]
fn a_limit_changes_nothing_but_the_length() {
    for query in ["rama", "kphs", "rama lapid zzqx", "zzzz", "lapdi"] {
        let search = |limit| {
            let mut searcher = Searcher::default();
            searcher.search(&SEARCHED.index, &SEARCHED.library, query, limit)
        };
        let (none, some) = (search(0), search(20));
        assert!(none.hits.is_empty(), "{query}");
        assert_eq!(Found { hits: Vec::new(), ..some }, none, "{query}");
    }
}

#[test]
fn the_scope_is_told_in_words() {
    for (query, words) in [
        ("", "all fields"),
        ("second atack", "all fields · typo ok"),
        ("second 'attack", "'attack · typo ok"),
        ("'second 'attack", "'second · 'attack · exact"),
        ("\"second attack\"", "\"second attack\" · exact"),
        ("\"second atta", "\"second atta\" · typo ok"),
        ("oct 21", "all fields"),
        ("Actor:lapid !rama", "Actor: · !rama · typo ok"),
        ("is:disputed !tag:\"x y\" iran", "is:disputed · !tag:\"x y\" · typo ok"),
        // What is still being typed, or is none, is not in force.
        ("is:dis iran", "all fields · typo ok"),
        ("no:operator", "all fields · typo ok"),
        ("! ' \"\" rama", "all fields · typo ok"),
        ("rama lapid zzqx", "all fields · typo ok · some of the words"),
        ("zzqx yyqx", "all fields · typo ok"),
        ("kphs", "all fields · typo ok · Hebrew layout"),
    ] {
        let told: Vec<String> =
            fresh(query).scope.words().iter().map(ToString::to_string).collect();
        assert_eq!(told.join(" · "), words, "{query}");
    }
}

#[test]
fn hits_are_explained_only_when_asked() {
    let mut searcher = Searcher::default();
    let mut found = searcher.search(&SEARCHED.index, &SEARCHED.library, "vevak", 20);
    assert!(found.hits.iter().all(|hit| hit.matched.is_empty() && hit.why.is_none()));
    searcher.explain(&SEARCHED.index, &SEARCHED.library, &mut found.hits[..1]);
    assert_eq!(
        found.hits[0].why.as_ref().map(attache::text::DisplayText::as_str),
        Some("alias: VEVAK")
    );
    assert_eq!(found.hits[..1], fresh("vevak").hits[..1]);
}

#[test]
fn bad_input_finds_nothing_and_says_so() {
    let long_word = "x".repeat(10_000);
    let long_query = "zzqx ".repeat(2_000);
    let quotes = "\"".repeat(1_000);
    for query in [
        "\"",
        "\"\"",
        "\"\"\"",
        "'",
        "!",
        "!!",
        "*",
        "\\",
        "()",
        ":",
        "::",
        "tag:",
        "!tag:",
        "is:",
        "after:",
        "grade:",
        "\u{0}",
        "\u{1b}[31m",
        "\u{202e}\u{202d}",
        "\u{2066}\u{2069}",
        "\u{301}",
        "\u{200b}",
        "\u{feff}",
        "👍",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "is:nothing",
        "grade:Z9",
        "after:never",
        "type:zzz",
        "\"never in this order at all\"",
        &long_word,
        &long_query,
        &quotes,
    ] {
        let found = fresh(query);
        assert!(found.hits.is_empty(), "{query:.40}");
        assert!(found.note.is_some(), "{query:.40}");
    }
    for query in ["", " ", "\t\n", "\u{a0}"] {
        assert!(!fresh(query).hits.is_empty(), "{query:?} is every event");
    }
}

#[test]
fn a_note_repeats_nothing_that_drives_a_terminal() {
    let note = fresh("\u{1b}]0;x\u{7} zzqx \u{202e}").note.unwrap();
    assert!(!note.as_str().contains(['\u{1b}', '\u{7}', '\u{202e}']), "{note}");
}

#[test]
fn every_operator_of_the_table_does_something() {
    for (form, meaning) in OPERATORS {
        assert!(!meaning.is_empty());
        let found = fresh(form);
        assert!(
            found.note.as_ref().is_none_or(|note| !note.as_str().contains("takes")),
            "{form}: {:?}",
            found.note
        );
    }
}

fn ids(query: &str) -> Vec<String> {
    let found = SEARCHED.index.search(&SEARCHED.library, query, 500);
    let items = found.hits.iter().filter_map(|hit| SEARCHED.library.get(hit.item));
    items.map(|item| format!("{}:{}", item.kind.word(), item.slug)).collect()
}

#[test]
fn operators_narrow_to_what_they_say() {
    let all = |query: &str, holds: &dyn Fn(&str) -> bool| {
        let found = ids(query);
        assert!(!found.is_empty(), "{query}");
        assert!(found.iter().all(|id| holds(id)), "{query}: {found:?}");
    };
    all("type:disaster", &|id| id == "event:albania-earthquake");
    all("actor:lapid", &|id| id.starts_with("actor:"));
    all("place:", &|id| id.starts_with("place:"));
    all("brief:", &|id| id.starts_with("brief:"));
    all("tag:border", &|id| id.starts_with("event:"));
    assert!(!ids("type:person").contains(&"actor:iran".to_owned()));
    assert!(ids("type:person").contains(&"actor:edi-rama".to_owned()));
    assert!(ids("brief:iran-unrest").contains(&"actor:mahsa-amini".to_owned()));
    assert!(!ids("brief:iran-unrest").contains(&"event:tims-attack".to_owned()));
    assert!(ids("brief:\"black reward\" event:").contains(&"event:fars-hack".to_owned()));
    assert!(ids("is:planned event:").contains(&"event:companies-planned".to_owned()));
}

#[test]
fn a_negated_operator_is_the_rest() {
    let with = ids("event: is:disputed");
    let without = ids("event: !is:disputed");
    let events = ids("event:");
    assert!(!with.is_empty() && !without.is_empty());
    assert_eq!(with.len() + without.len(), events.len());
    assert!(with.iter().all(|id| !without.contains(id)));
}

#[test]
fn or_not_and_in_capitals_are_operators() {
    let all = |query: &str| {
        let mut found = ids(query);
        found.sort_unstable();
        found
    };
    for (typed, meant) in [
        ("lapid NOT rama", "lapid !rama"),
        ("lapid -rama", "lapid !rama"),
        ("rama AND lapid", "rama lapid"),
        ("event: NOT is:disputed", "event: !is:disputed"),
        ("in:iran-unrest actor:", "brief:iran-unrest actor:"),
    ] {
        assert!(!all(typed).is_empty());
        assert_eq!(all(typed), all(meant), "{typed}");
    }
    // Ids of events are unique.
    let (one, other) = (all("event: 'lapid"), all("event: 'netanyahu"));
    let either = all("event: 'lapid OR 'netanyahu");
    assert!(one.iter().chain(&other).all(|id| either.contains(id)));
    assert!(either.iter().all(|id| one.contains(id) || other.contains(id)));
    assert!(either.len() > one.len() && either.len() > other.len());
    // Beside other words it is one of them; what people say for a word is looked for as well.
    let rama = all("event: 'rama");
    let both: Vec<&String> = rama.iter().filter(|id| either.contains(id)).collect();
    assert_eq!(all("event: 'rama 'lapid OR 'netanyahu").iter().collect::<Vec<_>>(), both);
    assert!(ids("deny OR earthquake").contains(&"event:albania-earthquake".to_owned()));
    let found = fresh("lapid OR netanyahu -rama");
    let told: Vec<String> = found.scope.words().iter().map(ToString::to_string).collect();
    assert_eq!(told, ["-rama", "lapid OR netanyahu", "typo ok"]);
    let found = fresh("july OR september");
    assert!(found.hits.is_empty() && found.note.unwrap().as_str().contains("two words"));
    // In small letters they count for nothing.
    assert_eq!(ids("rama or lapid"), ids("rama lapid"));
}

#[test]
fn days_divide_what_comes_before_from_what_comes_after() {
    let before = ids("event: before:2022-09-07");
    let after = ids("event: after:2022-09-07");
    assert!(before.contains(&"event:july-15-attack".to_owned()));
    assert!(after.contains(&"event:ties-severed".to_owned()));
    assert!(!after.contains(&"event:july-15-attack".to_owned()));
    assert!(!before.contains(&"event:ties-severed".to_owned()));
    // What lasted over the day belongs to both.
    assert!(before.contains(&"event:officials-data-leaked".to_owned()));
    assert!(after.contains(&"event:officials-data-leaked".to_owned()));
}

#[test]
fn grades_are_the_letter_or_both() {
    let letter = ids("source: grade:a");
    assert!(!letter.is_empty());
    assert!(ids("source: grade:b").iter().all(|id| !letter.contains(id)));
    let events = ids("event: grade:A2");
    assert!(events.iter().all(|id| ids("event: grade:A").contains(id)));
    assert!(fresh("grade:Q").note.unwrap().as_str().contains("`grade:`"));
}

#[test]
fn a_wrong_keyboard_is_noticed_and_said() {
    for (typed, id, layout) in [
        ("ןרשמ", "actor:iran", "Hebrew"),
        ("אןצד", "actor:tims", "Hebrew"),
        ("кфьф", "actor:edi-rama", "Russian"),
        ("ξθστιψε", "actor:homeland-justice", "Greek"),
        ("ჯუსტიცე", "actor:homeland-justice", "Georgian"),
        ("ճւստիցե", "actor:homeland-justice", "Armenian"),
        ("kphs", "actor:yair-lapid", "Hebrew"),
        ("bhfy", "actor:iran", "Russian"),
        ("\u{644}\u{627}عساثاق", "actor:bushehr", "Arabic"),
    ] {
        let found = fresh(typed);
        let first = ids(typed);
        assert!(first.iter().take(2).any(|found| found == id), "{typed}: {first:?}");
        let note = found.note.unwrap();
        assert!(note.as_str().contains(layout), "{typed}: {note}");
    }
    // What is found as it was typed is not read in any other way, nor what is the name letter by
    // letter, though the keys of some layout would write the same.
    for typed in ["לפיד", "Машкевич", "تهران", "rama", "рама", "ραμα", "რამა", "ռամա"]
    {
        assert_eq!(fresh(typed).note, None, "{typed}");
    }
}

#[test]
fn an_event_is_found_by_the_names_of_its_people_in_their_own_script() {
    for (typed, id) in [
        ("نتنياهو راما", "event:rama-levy-netanyahu-planned"),
        ("הרצוג ראמה", "event:rama-herzog-meeting"),
    ] {
        assert_eq!(ids(typed).first().map(String::as_str), Some(id), "{typed}");
    }
}

#[test]
fn what_has_a_part_of_the_words_is_in_order_too() {
    let query = "lapid wiper 2022";
    let all = Searcher::default().matching(&SEARCHED.index, &SEARCHED.library, query);
    assert_eq!(all.scope.coverage, Coverage::Partial);
    assert!(all.items.is_sorted() && all.items.len() == fresh(query).total);
}
