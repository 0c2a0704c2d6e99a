//! What is shown is found: every text of a brief that has every key of the format is looked for by its
//! words, and so is a sample of each kind of text of the built-in briefs.

use attache::library::load::{LoadRequest, load};
use attache::library::{ItemId, Kind, Library, Record, Relation};
use attache::search::{Index, Searcher};
use std::collections::BTreeMap;

/// Keys whose values are no texts of an item, with the reason.
const NO_TEXT: &[(&str, &str)] = &[
    ("about", "a word of the program"),
    ("access", "a word of the program"),
    ("aka/as", "a word of the program"),
    ("aka/by", "the actor by whom is found by its name"),
    ("as-of", "a date"),
    ("attribution", "a word of the program"),
    ("basis", "a reference"),
    ("against", "a reference"),
    ("by", "a reference"),
    ("cite", "a reference"),
    ("confidence", "a word of the program"),
    ("credibility", "a word of the program"),
    ("date", "a date"),
    ("derived-from", "a reference"),
    ("disputes", "a reference"),
    ("from", "a reference"),
    ("likelihood", "a word of the program"),
    ("on", "a reference"),
    ("part-of", "a reference"),
    ("places", "a reference"),
    ("published", "a date"),
    ("publisher/actor", "a reference"),
    ("publisher/kind", "a word of the program"),
    ("reliability", "a word of the program"),
    ("reported", "a date"),
    ("retrieved", "a date"),
    ("roles", "a reference"),
    ("source/publisher", "a reference"),
    ("brief/status", "a word of the program"),
    ("tlp", "a word of the program"),
    ("to", "a reference"),
    ("updated", "a date"),
    ("when", "a date"),
    ("when-confidence", "a word of the program"),
];

/// Codes that are shown in words.
const CODES: &[(&str, &str)] = &[("SE", "sweden"), ("NO", "norway"), ("sv", "swedish")];

/// Every text with the path of its key, as `source/url`.
fn texts(path: &str, value: &toml::Value, found: &mut Vec<(String, String)>) {
    match value {
        toml::Value::String(text) => found.push((path.to_owned(), text.clone())),
        toml::Value::Array(values) => values.iter().for_each(|value| texts(path, value, found)),
        toml::Value::Table(table) => {
            for (key, value) in table {
                texts(&format!("{path}/{key}"), value, found);
            }
        }
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}

#[test]
fn every_text_of_a_brief_is_found() {
    let file = "tests/briefs/good/every-key.toml";
    let library = load(&LoadRequest { paths: vec![file.into()], ..LoadRequest::default() });
    let index = Index::new(&library);
    let brief: toml::Table = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut found = Vec::new();
    texts("", &toml::Value::Table(brief), &mut found);
    let is_left_out = |path: &str| {
        NO_TEXT.iter().any(|(key, _)| {
            let end = format!("/{key}");
            path.ends_with(&end) || path.contains(&format!("{end}/"))
        })
    };
    let (mut asked, mut missing) = (0, Vec::new());
    for (path, text) in found.iter().filter(|(path, _)| !is_left_out(path)) {
        let shown = CODES.iter().find(|(code, _)| code == text).map_or(text.as_str(), |(_, is)| is);
        // What a text cites is no part of what it says.
        let shown = shown.split(" [@").next().unwrap_or_default().replace("[[place:mill]]", "");
        asked += 1;
        let answer = index.search(&library, &shown, 20);
        if answer.hits.is_empty() || answer.note.is_some() {
            missing.push((path, shown));
        }
    }
    assert!(missing.is_empty(), "shown and not found: {missing:#?}");
    assert!(asked > 50, "{asked}");
}

#[test]
fn what_a_claim_says_and_what_a_link_remarks_finds_every_event_that_shows_it() {
    for (brief, query, wanted) in [
        ("claim-on-several", "one group carried", ["event:july-attack", "event:september-attack"]),
        ("event-links", "same tools", ["event:campaign", "event:first-attack"]),
    ] {
        let path = format!("tests/briefs/good/{brief}.toml").into();
        let library = load(&LoadRequest { paths: vec![path], ..LoadRequest::default() });
        let answer = Index::new(&library).search(&library, query, 20);
        let found: Vec<String> =
            answer.hits.iter().map(|hit| library.reference(hit.item).to_string()).collect();
        for event in wanted {
            assert_eq!(found.iter().filter(|one| *one == event).count(), 1, "{event}: {found:?}");
        }
    }
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    text.split_whitespace().take(5).collect::<Vec<_>>().join(" ")
}

/// What is shown of an item, by kind of text.
fn shown(library: &Library, id: ItemId) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    let mut add = |kind, text: &dyn ToString| found.push((kind, text.to_string()));
    let Some(item) = library.get(id) else { return found };
    match &item.record {
        Record::Brief(brief) => {
            brief.authors.iter().for_each(|author| add("author of a brief", author));
            let changes = library.changes(id).iter();
            changes.for_each(|change| add("change", &library.plain_text(id, &change.text)));
            let summary = brief.source_summary.iter();
            summary.for_each(|text| add("sources in short", &library.plain_text(id, text)));
        }
        Record::Event(event) => {
            for attack in &event.attack {
                add("technique", attack);
                if let Some(technique) = library.technique(attack) {
                    add("name of a technique", &technique.name);
                }
            }
            event.tags.iter().for_each(|tag| add("tag", &tag.value));
            let why = event.confidence_why.iter();
            why.for_each(|why| add("why that sure", &library.plain_text(id, why)));
            for edge in library.outgoing(id).filter(|edge| edge.relation == Relation::Involves) {
                edge.label.iter().for_each(|role| add("part", role));
            }
        }
        Record::Source(source) => {
            source.url.iter().for_each(|url| add("address", url));
            source.archive_url.iter().for_each(|url| add("archived address", url));
            source.author.iter().for_each(|author| add("author of a source", author));
            let note = source.note.iter();
            note.for_each(|note| add("note", &library.plain_text(id, note)));
            for publisher in library.publishers(id) {
                add("publisher", &publisher.name);
                publisher.short.iter().for_each(|short| add("publisher in short", &short.value));
                publisher.aliases.iter().for_each(|alias| add("alias of a publisher", alias));
            }
        }
        Record::Actor(actor) => {
            actor.say.iter().for_each(|say| add("how a name is said", say));
            actor.role.iter().for_each(|role| add("role", role));
            actor.short.iter().for_each(|short| add("short name", &short.value));
        }
        Record::Claim(claim) => {
            claim.value.iter().for_each(|value| add("what a claim says", value));
            for actor in library.ends(id, Relation::AssertedBy) {
                add("who says it", &library.full_title(actor));
            }
        }
        Record::Judgement(judgement) => {
            add("judgement", &library.plain_text(id, &judgement.text));
            judgement.value.iter().for_each(|value| add("what is judged", value));
        }
        Record::Gap(gap) => add("what is not known", &library.plain_text(id, &gap.text)),
        Record::Question(question) => add("answer", &library.plain_text(id, &question.answer)),
        Record::Place(_) => {}
    }
    found
}

#[test]
fn every_kind_of_text_of_the_built_in_briefs_is_found() {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    let index = Index::new(&library);
    let mut searcher = Searcher::default();
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut missing = Vec::new();
    for (id, item) in library.items() {
        for (kind, text) in shown(&library, id) {
            // Of texts of one kind every third will do.
            let count = asked.entry(kind).or_default();
            *count += 1;
            let query = beginning(&text);
            // A day is looked for as a day, not as the words of a text.
            let names_day = matches!(kind, "what a claim says" | "judgement" | "role")
                && query.contains(|sign: char| sign.is_ascii_digit());
            if *count % 3 != 1 || names_day {
                continue;
            }
            let items = searcher.matching(&index, &library, &query).items;
            if !items.contains(&id) {
                missing.push((kind, query, format!("{}:{}", item.kind.word(), item.slug)));
            }
        }
    }
    assert!(missing.is_empty(), "shown and not found: {missing:#?}");
    for kind in ["address", "technique", "note", "part", "change", "why that sure", "publisher"] {
        assert!(asked.contains_key(kind), "{kind}: {asked:?}");
    }
    assert!(library.listed(Kind::Brief).len() > 5);
}
