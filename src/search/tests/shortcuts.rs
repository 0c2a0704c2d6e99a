//! The short cuts against a look at everything.

use crate::library::{Kind, When};
use crate::search::index::corpus::Corpus;
use crate::search::index::field::Field;
use crate::search::index::record::RecordText;
use crate::search::index::texts::Texts;
use crate::search::index::thesaurus::Thesaurus;
use crate::search::query::filter::Filter;
use crate::search::rank::conjunction;
use crate::search::run::cache::Cache;
use crate::search::run::engine::Engine;
use crate::text::{DisplayText, clean};

/// A corpus of which nothing but the words is asked.
struct Unread;

impl Texts for Unread {
    fn title(&self, _: u32) -> Option<&DisplayText> {
        None
    }
    fn fields(&self, _: u32, _: Option<Field>) -> Vec<(Field, DisplayText)> {
        Vec::new()
    }
    fn when(&self, _: u32) -> Option<When> {
        None
    }
    fn reported(&self, _: u32) -> Option<When> {
        None
    }
    fn passes(&self, _: u32, filter: &Filter) -> bool {
        panic!("{filter:?}")
    }
}

/// A search of nothing but words.
fn over(corpus: &Corpus) -> Engine<'_> {
    Engine { corpus, texts: &Unread, among: None }
}

/// Ten thousand records of every kind, with words in titles, ids, keywords and summaries by chance;
/// "quiet" stands in titles of what counts little and in keywords of what counts much.
fn corpus() -> Corpus {
    const WORDS: &[&str] = &[
        "border",
        "borders",
        "border-control",
        "control",
        "system",
        "systemic",
        "Bor",
        "shuts",
        "TIMS",
        "attack",
        "attacks",
        "gone",
        "other",
        "words",
        "here",
    ];
    let mut state = 7_u64;
    let mut draw = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(state >> 33).unwrap() % below
    };
    let records = (0..10_000).map(move |number| {
        let mut text = |count: usize| {
            let words: Vec<&str> = (0..count).map(|_| WORDS[draw(WORDS.len())]).collect();
            clean(&words.join(" "), |_| {})
        };
        let mut fields = vec![
            (Field::Title, text(3)),
            (Field::Keyword, text(1)),
            (Field::Summary, text(8)),
            (Field::Id, text(1)),
        ];
        let kind = Kind::ALL[draw(Kind::ALL.len())];
        if matches!(kind, Kind::Gap | Kind::Question) {
            fields.push((Field::Title, clean("quiet", |_| {})));
        } else if kind == Kind::Event {
            fields.push((Field::Keyword, clean("quiet", |_| {})));
        }
        RecordText {
            kind,
            references: number % 40,
            out_of_use: false,
            called: Vec::new(),
            fields,
            when: None,
            reported: None,
        }
    });
    Corpus::new(records, Thesaurus::default())
}

const QUERIES: &[&str] = &[
    "b",
    "bo",
    "bor",
    "border",
    "borders",
    "bordercontrol",
    "sy",
    "syst",
    "system attack",
    "border con",
    "attack border system",
    "tims border",
    "he",
    "here",
    "gon attak",
    "borde systme",
    "'border",
    "quiet",
    "quie",
    "quiet bor",
    "border he",
    "border b",
];

#[test]
fn the_best_of_one_word_are_those_of_a_look_at_everything() {
    let corpus = corpus();
    let engine = over(&corpus);
    for typed in QUERIES.iter().filter(|typed| !typed.contains(' ')) {
        let best = engine.search(&mut Cache::default(), typed, 50);
        let all = engine.search(&mut Cache::default(), typed, corpus.len());
        assert_eq!(all.ranked.len(), all.total, "{typed}");
        assert_eq!(best.ranked, all.ranked[..best.ranked.len()], "{typed}");
        assert!(best.ranked.len() == 50 || best.ranked.len() == best.total, "{typed}");
    }
}

#[test]
fn what_is_only_counted_is_counted_right() {
    let corpus = corpus();
    let engine = over(&corpus);
    for typed in QUERIES {
        let mut cache = Cache::default();
        let answer = engine.search(&mut cache, typed, 10);
        let columns = cache.columns(&corpus);
        let columns = answer.terms.iter().map(|known| known.column(&corpus.vocabulary, columns));
        let columns: Vec<_> = columns.enumerate().collect();
        let met = conjunction::in_all(&columns).map_or(0, |met| met.count());
        assert_eq!(answer.total, met, "{typed}");
        assert!(met > 0, "{typed}");
        let records = engine.matching(&mut cache, &answer);
        assert_eq!(records.len(), met, "{typed}");
    }
}

fn events(texts: impl Iterator<Item = (Field, String)>) -> Corpus {
    let record = |(field, text): (Field, String)| RecordText {
        kind: Kind::Event,
        called: Vec::new(),
        references: 0,
        out_of_use: false,
        fields: vec![(field, clean(&text, |_| {}))],
        when: None,
        reported: None,
    };
    Corpus::new(texts.map(record), Thesaurus::default())
}

#[test]
fn the_best_of_several_words_is_not_lost_among_many_that_have_them() {
    let decoys = (0..400).map(|number| format!("System over number {number} border"));
    let titles = decoys.chain(["Border system".to_owned()]);
    let corpus = events(titles.map(|title| (Field::Title, title)));
    let engine = over(&corpus);
    let mut cache = Cache::default();
    for typed in ["system border", "border system"] {
        for limit in [5, 300, usize::MAX] {
            let answer = engine.search(&mut cache, typed, limit);
            assert_eq!((answer.ranked[0].record, answer.total), (400, 401), "{typed} {limit}");
        }
    }
}

#[test]
fn a_joined_word_counts_beside_what_begins_as_the_last() {
    let titles = (0..1200).map(|_| (Field::Title, "Ki Lo".to_owned()));
    let texts = (0..600).map(|_| (Field::Summary, "lots kiwi".to_owned()));
    let joined = (0..100).map(|_| (Field::Summary, "kilo".to_owned()));
    let corpus = events(titles.chain(texts).chain(joined));
    let engine = over(&corpus);
    let mut cache = Cache::default();
    let few = engine.search(&mut cache, "ki lo", 10).total;
    let all = engine.search(&mut cache, "ki lo", usize::MAX);
    assert_eq!((few, all.total, all.ranked.len()), (1900, 1900, 1900));
}

#[test]
fn two_letters_that_are_a_joined_word_count_beside_what_they_begin() {
    let titles = (0..1200).map(|_| (Field::Title, "Xyz".to_owned()));
    let texts = (0..600).map(|_| (Field::Summary, "xyla".to_owned()));
    let joined = (0..300).map(|_| (Field::Summary, "x-y".to_owned()));
    let corpus = events(titles.chain(texts).chain(joined));
    let engine = over(&corpus);
    let answer = engine.search(&mut Cache::default(), "xy", 10);
    assert_eq!(answer.total, 2100);
    let range = corpus.vocabulary.beginning("xy");
    assert!(corpus.vocabulary.in_text(range).is_some(), "a word of one letter hides none");
}

#[test]
fn what_was_typed_before_changes_nothing() {
    let corpus = corpus();
    let engine = over(&corpus);
    let mut cache = Cache::default();
    for typed in QUERIES.iter().chain(QUERIES.iter().rev()) {
        let answer = engine.search(&mut cache, typed, 20);
        let anew = engine.search(&mut Cache::default(), typed, 20);
        assert_eq!((answer.ranked, answer.total), (anew.ranked, anew.total), "{typed}");
    }
}
