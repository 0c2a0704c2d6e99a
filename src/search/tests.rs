//! The engine over a small corpus made by hand: rules, not rows.

mod forms;
mod names;
mod rules;
mod runs;
mod shortcuts;

use crate::library::{Kind, When};
use crate::search::explain::read::ReadTexts;
use crate::search::explain::reason::{Explainer, Explanation};
use crate::search::index::corpus::Corpus;
use crate::search::index::field::{self, Field};
use crate::search::index::record::RecordText;
use crate::search::index::texts::Texts;
use crate::search::index::thesaurus::Thesaurus;
use crate::search::query::Term;
use crate::search::query::filter::Filter;
use crate::search::rank::answer::Answer;
use crate::search::run::cache::Cache;
use crate::search::run::engine::Engine;
use crate::search::run::layout;
use crate::search::terms::matches::Tier;
use crate::search::terms::tiers;
use crate::search::terms::typed::Likeness;
use crate::text::{DisplayText, clean};

/// The text of a record that has them is not long, however many others it names and however these are called.
#[test]
fn names_of_others_are_searched_up_to_a_limit_and_the_names_of_all_come_first() {
    use crate::brief;
    use crate::diag::Sources;
    use crate::library::{Collection, Library};
    use crate::search::index::shown::texts;
    let aliases: Vec<String> = (0..500).map(|number| format!("\"Alias {number}\"")).collect();
    let aliases = aliases.join(", ");
    let actor = |id: &str| format!("[actor.{id}]\nname = \"{id} Group\"\naliases = [{aliases}]\n");
    let ids: Vec<String> = (0..20).map(|number| format!("a{number}")).collect();
    let actors: String = ids.iter().map(|id| actor(id)).collect();
    let text = format!(
        "schema = 2\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n{actors}[[event]]\nid = \"e\"\n\
         title = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\nroles = {{ target = {ids:?} }}\n"
    );
    let mut sources = Sources::default();
    let source = sources.add("b.toml".into(), text);
    let briefs = vec![brief::read(&sources, source).value];
    let collection = Collection { briefs, ..Collection::default() };
    let library = Library::new(vec![collection], sources, Vec::new(), Vec::new());
    let event = library.find_reference("event:e").unwrap();
    let all = texts(&library, event, library.get(event).unwrap(), None);
    let linked: Vec<&str> = all
        .iter()
        .filter(|(field, _)| matches!(field, Field::Linked | Field::Part))
        .map(|(_, text)| text.as_str())
        .collect();
    let bytes: usize = linked.iter().map(|text| text.len()).sum();
    assert!((16 << 10..17 << 10).contains(&bytes), "{bytes}");
    assert!(ids.iter().all(|id| linked.contains(&format!("{id} Group").as_str())));
    assert!(linked.contains(&"Alias 499") && linked.len() < 20 * 500);
}

fn shown(text: &str) -> DisplayText {
    clean(text, |_| {})
}

/// Kind, id, title, then `alias: …`, `native: …`, `keyword: …`, `summary: …`, `linked: …`.
const RECORDS: &[(Kind, &str, &str, &[&str])] = &[
    (Kind::Brief, "rama-israel-visit-2022", "Rama's visit to Israel", &[]),
    (
        Kind::Event,
        "rama-lapid-meeting",
        "Rama meets Lapid in Jerusalem",
        &["summary: They spoke about the Iranian threat", "linked: Edi Rama", "linked: Yair Lapid"],
    ),
    (
        Kind::Event,
        "tims-attack",
        "Second attack hits the border system TIMS",
        &["keyword: queue", "keyword: border police", "linked: TIMS border system"],
    ),
    (
        Kind::Event,
        "ties-severed",
        "Albania severs relations with Iran",
        &["keyword: cut ties", "summary: Embassy staff had 24 hours to go"],
    ),
    (
        Kind::Event,
        "fars-deputy-arrest",
        "Deputy editor of Fars arrested",
        &["summary: Iranian statements spoke of false news; a journalist named Iran"],
    ),
    (Kind::Event, "netanyahu-2015", "Rama and Netanyahu sign a declaration", &[]),
    (Kind::Event, "network-mapped", "Intruders map the network", &["keyword: lateral movement"]),
    (Kind::Actor, "edi-rama", "Edi Rama", &["alias: Eddie Rama", "native: אדי ראמה"]),
    (Kind::Actor, "yair-lapid", "Yair Lapid", &["native: יאיר לפיד"]),
    (Kind::Actor, "benjamin-netanyahu", "Benjamin Netanyahu", &["alias: Bibi"]),
    (Kind::Actor, "mois", "Ministry of Intelligence and Security (Iran)", &["alias: VEVAK"]),
    (Kind::Actor, "iran", "Iran", &["alias: Tehran", "native: تهران", "native: ایران"]),
    (Kind::Actor, "aeoi", "Atomic Energy Organization of Iran", &["alias: AEOI"]),
    (Kind::Actor, "iaea", "International Atomic Energy Agency", &["alias: IAEA"]),
    (Kind::Actor, "tims", "TIMS border system", &[]),
    (Kind::Actor, "mahsa-amini", "Mahsa Amini", &["native: مهسا امینی", "native: מהסא אמיני"]),
    (
        Kind::Actor,
        "alexander-machkevitch",
        "Alexander Machkevitch",
        &["native: Александр Машкевич"],
    ),
    (Kind::Actor, "olta-xhacka", "Olta Xhaçka", &[]),
    (Kind::Actor, "cyber-directorate", "Israel National Cyber Directorate", &[]),
    (Kind::Actor, "dev-0842", "DEV-0842", &["alias: Void Manticore"]),
    (Kind::Actor, "black-reward", "Black Reward", &[]),
    (Kind::Actor, "bushehr", "Bushehr nuclear power plant", &["native: بوشهر"]),
    (Kind::Actor, "homeland-justice", "HomeLand Justice", &["alias: Home Land Justice"]),
    (Kind::Actor, "idf", "Israel Defense Forces", &["alias: Home Front Command"]),
    (Kind::Source, "cisa-aa22-264a", "Advisory AA22-264A", &["publisher: CISA"]),
    (
        Kind::Source,
        "jpost-2022-10-23",
        "PM visits",
        &["publisher: The Jerusalem Post", "publisher: JPost"],
    ),
    (Kind::Actor, "europium", "EUROPIUM", &["alias: APT34"]),
    (
        Kind::Source,
        "ap-2022-09-10",
        "AP on the second attack",
        &["summary: It counts 100,000 people and 50 GB of mail"],
    ),
    (Kind::Claim, "claim-second", "The second attack was found in the evening", &[]),
];

/// The texts and what was made of them.
struct Shelf {
    records: Vec<RecordText>,
    corpus: Corpus,
}

impl Texts for Shelf {
    fn title(&self, record: u32) -> Option<&DisplayText> {
        self.records[record as usize].fields.first().map(|(_, title)| title)
    }

    fn fields(&self, record: u32, only: Option<Field>) -> Vec<(Field, DisplayText)> {
        let fields = self.records[record as usize].fields.iter();
        let wanted =
            |field: Field| only.is_none_or(|only| field::place(only) == field::place(field));
        fields.filter(|(field, _)| wanted(*field)).cloned().collect()
    }

    fn when(&self, record: u32) -> Option<When> {
        self.records[record as usize].when.clone()
    }

    fn reported(&self, record: u32) -> Option<When> {
        self.records[record as usize].reported.clone()
    }

    fn passes(&self, _: u32, filter: &Filter) -> bool {
        panic!("{filter:?} needs a library")
    }
}

impl Shelf {
    fn search(&self, query: &str, limit: usize) -> Answer {
        layout::search(
            Engine { corpus: &self.corpus, texts: self, among: None },
            &mut Cache::default(),
            query,
            limit,
        )
    }
}

fn explain(shelf: &Shelf, answer: &Answer, record: u32) -> Explanation {
    Explainer::new(&shelf.corpus, shelf, answer, &mut ReadTexts::default()).explain(record)
}

fn engine() -> Shelf {
    shelf(RECORDS)
}

fn shelf(records: &[(Kind, &str, &str, &[&str])]) -> Shelf {
    shelf_with(records, Thesaurus::default())
}

fn shelf_with(records: &[(Kind, &str, &str, &[&str])], thesaurus: Thesaurus) -> Shelf {
    let record = |(kind, id, title, texts): &(Kind, &str, &str, &[&str])| {
        let first = if *kind == Kind::Claim { Field::Claim } else { Field::Title };
        let mut fields = vec![(first, shown(title))];
        for text in *texts {
            let (field, text) = text.split_once(": ").unwrap();
            let field = match field {
                "alias" => Field::Alias,
                "native" => Field::Native,
                "keyword" => Field::Keyword,
                "summary" => Field::Summary,
                "linked" => Field::Linked,
                "publisher" => Field::Publisher,
                other => panic!("{other}"),
            };
            fields.push((field, shown(text)));
        }
        fields.push((Field::Id, shown(id)));
        RecordText {
            kind: *kind,
            references: 0,
            out_of_use: false,
            called: if *kind == Kind::Question { vec![shown(title)] } else { Vec::new() },
            fields,
            when: None,
            reported: None,
        }
    };
    let records: Vec<RecordText> = records.iter().map(record).collect();
    Shelf { corpus: Corpus::new(records.iter().cloned(), thesaurus), records }
}

fn ids(engine: &Shelf, query: &str) -> Vec<&'static str> {
    let answer = engine.search(query, 50);
    answer.ranked.iter().map(|ranked| RECORDS[ranked.record as usize].1).collect()
}

fn first(engine: &Shelf, query: &str) -> Explanation {
    let answer = engine.search(query, 50);
    explain(engine, &answer, answer.ranked[0].record)
}

#[test]
fn the_first_hit_is_the_one_meant() {
    let engine = engine();
    let mut wrong = Vec::new();
    for (query, id) in [
        ("rama", "edi-rama"),
        ("RAMA", "edi-rama"),
        ("rama lapid", "rama-lapid-meeting"),
        ("lapid, rama", "rama-lapid-meeting"),
        ("attack border second", "tims-attack"),
        ("iran", "iran"),
        ("tehran", "iran"),
        ("iran cut ties", "ties-severed"),
        ("tims", "tims"),
        ("net", "benjamin-netanyahu"),
        ("lap", "yair-lapid"),
        ("home", "homeland-justice"),
        ("vevak", "mois"),
        ("mois", "mois"),
        ("incd", "cyber-directorate"),
        ("dev0842", "dev-0842"),
        ("0842", "dev-0842"),
        ("blackreward", "black-reward"),
        ("black-reward", "black-reward"),
        ("erama", "edi-rama"),
        ("xhacka", "olta-xhacka"),
        ("Xhac\u{327}ka", "olta-xhacka"),
        ("lapdi", "yair-lapid"),
        ("lappid", "yair-lapid"),
        ("raam", "edi-rama"),
        ("netanyhau", "benjamin-netanyahu"),
        ("homland justice", "homeland-justice"),
        ("masha amini", "mahsa-amini"),
        ("mashkewitsch", "alexander-machkevitch"),
        ("mashkevich", "alexander-machkevitch"),
        ("машкевич", "alexander-machkevitch"),
        ("buschehr", "bushehr"),
        ("bushsehr", "bushehr"),
        ("תהרן", "iran"),
        ("تهران", "iran"),
        ("مهسا أميني", "mahsa-amini"),
        ("מהסה אמיני", "mahsa-amini"),
        ("ntnyh", "benjamin-netanyahu"),
        ("aa22264a", "cisa-aa22-264a"),
        ("aa22-264a", "cisa-aa22-264a"),
        ("jpost", "jpost-2022-10-23"),
        ("iranian threat", "rama-lapid-meeting"),
        ("who meets lapid", "rama-lapid-meeting"),
        ("meeting lapid", "rama-lapid-meeting"),
    ] {
        let found = ids(&engine, query);
        if found.first() != Some(&id) {
            wrong.push((query, id, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_not_there_is_never_a_confident_hit() {
    let engine = engine();
    for query in [
        "stuxnet",
        "qwerty",
        "zzzz",
        "solarwinds",
        "predatory sparrow",
        "rutte",
        "gantz",
        "berisha",
        "thames",
        "tems",
        "*",
        "\\",
        "\"",
        "\u{202e}\u{202d}",
        "\u{301}",
        "👍",
    ] {
        let answer = engine.search(query, 50);
        assert!(answer.ranked.is_empty(), "{query} {:?}", ids(&engine, query));
        assert!(answer.note.is_some(), "{query}");
    }
    let paste = "what is this long text about? ".repeat(334);
    assert!(engine.search(&paste, 50).note.is_some());
}

#[test]
fn without_its_tier_a_word_does_not_find_the_record() {
    let engine = engine();
    let vocabulary = &engine.corpus.vocabulary;
    for (word, tier, id) in [
        ("lapid", Tier::Exact, "yair-lapid"),
        ("incd", Tier::Acronym, "cyber-directorate"),
        ("netan", Tier::Prefix, "benjamin-netanyahu"),
        ("dev0842", Tier::Compound, "dev-0842"),
        ("meetings", Tier::Form, "rama-lapid-meeting"),
        ("lapdi", Tier::Typo, "yair-lapid"),
        ("mashkewitsch", Tier::Spelling, "alexander-machkevitch"),
        ("intalligemce", Tier::TwoTypos, "mois"),
        ("iaeo", Tier::NearAcronym, "iaea"),
        ("dclrtn", Tier::Subsequence, "netanyahu-2015"),
    ] {
        let term = Term::open(word.to_owned());
        let found = tiers::matches(&engine.corpus, &term, Likeness::WhereFew, &[]);
        let record = RECORDS.iter().position(|(_, own, ..)| *own == id).unwrap();
        let stands = |word: u32| {
            let mut entries = vocabulary.strong(word).chain(vocabulary.weak(word));
            entries.any(|(entry, _)| entry as usize == record)
        };
        let mut tiers: Vec<Tier> = found
            .words()
            .iter()
            .filter(|(word, _)| stands(*word))
            .map(|(_, found)| found.tier)
            .collect();
        tiers.dedup();
        assert_eq!(tiers, [tier], "{word}");
    }
}

#[test]
fn half_of_the_words_need_one_that_tells() {
    let engine = engine();
    // A name, though the other word stands nowhere; the rarer of two that never meet.
    assert_eq!(ids(&engine, "yair zzqx").first(), Some(&"yair-lapid"));
    assert_eq!(ids(&engine, "queue bibi").first(), Some(&"benjamin-netanyahu"));
    let note = |query| engine.search(query, 5).note.unwrap();
    assert!(note("yair zzqx").as_str().starts_with("`zzqx` stands nowhere; nearest: "));
    assert!(note("bibi xhacka").as_str().starts_with("nothing has all of these words; nearest: "));
    // A word of running text is no answer to what stands nowhere.
    assert!(ids(&engine, "zzqx attack").is_empty());
    assert!(note("zzqx attack").as_str().ends_with("`zzqx` stands nowhere"));
    assert!(!ids(&engine, "zzqx second attack").is_empty(), "two of three");
}

#[test]
fn an_id_typed_whole_and_what_happened_to_a_name() {
    let engine = engine();
    assert_eq!(ids(&engine, "ties severed").first(), Some(&"ties-severed"));
    assert_eq!(ids(&engine, "queue border").first(), Some(&"tims-attack"), "not the system itself");
}

#[test]
fn a_confused_acronym_finds_both() {
    let found = ids(&engine(), "iaeo");
    assert!(found.contains(&"aeoi") && found.contains(&"iaea"), "{found:?}");
}

#[test]
fn literal_hits_need_no_note_and_likenesses_have_one() {
    let engine = engine();
    for query in ["rama", "lap", "vevak", "incd", "dev0842", "rama lapid", "рама", "эди рама"]
    {
        assert_eq!(engine.search(query, 5).note, None, "{query}");
    }
    for query in ["lapdi", "mashkewitsch", "rama netanyhau"] {
        assert!(engine.search(query, 5).note.is_some(), "{query}");
    }
}

#[test]
fn each_hit_says_why() {
    let engine = engine();
    for (query, field, why) in [
        ("vevak", Field::Alias, Some("alias: VEVAK")),
        ("tehran", Field::Alias, Some("alias: Tehran")),
        ("mois", Field::Acronym, Some("initials of Ministry of Intelligence and Security (Iran)")),
        ("mashkewitsch", Field::Title, Some("spelled Machkevitch")),
        ("lapdi", Field::Title, Some("≈ Lapid")),
        ("lateral", Field::Keyword, Some("keyword: lateral movement")),
        ("iranian threat", Field::Summary, Some("summary: They spoke about the Iranian threat")),
        ("rama lapid", Field::Title, None),
    ] {
        let found = first(&engine, query);
        let given = found.why.as_ref().map(DisplayText::as_str);
        assert_eq!((found.field, given), (field, why), "{query}");
    }
}

#[test]
fn marks_lie_on_the_letters_that_matched() {
    let engine = engine();
    for (query, marked) in [
        ("xhac", vec!["Xhaç"]),
        ("rama lapid", vec!["Rama", "Lapid"]),
        ("blackreward", vec!["Black Reward"]),
        ("lapdi", vec!["Lapid"]),
        ("vevak", vec![]),
    ] {
        let answer = engine.search(query, 50);
        let record = answer.ranked[0].record;
        let title = engine.title(record).unwrap();
        let marks = explain(&engine, &answer, record).marks;
        let found: Vec<_> =
            marks.iter().map(|mark| title.as_str().get(mark.clone()).unwrap()).collect();
        assert_eq!(found, marked, "{query}");
    }
}

#[test]
fn phrases_exclusions_and_exact_words() {
    let engine = engine();
    assert_eq!(ids(&engine, "\"attack hits\""), ["tims-attack"]);
    assert_eq!(ids(&engine, "\"attack hi"), ["tims-attack"]);
    assert!(engine.search("\"attack hi\"", 5).ranked.is_empty());
    assert!(engine.search("\"hits attack\"", 5).ranked.is_empty());
    let with = ids(&engine, "lapid");
    let without = ids(&engine, "lapid !rama");
    assert!(with.contains(&"rama-lapid-meeting") && !without.contains(&"rama-lapid-meeting"));
    assert!(engine.search("'lap", 5).ranked.is_empty());
    assert_eq!(ids(&engine, "event:lapid"), ["rama-lapid-meeting"]);
    assert_eq!(ids(&engine, "source:"), ["cisa-aa22-264a", "jpost-2022-10-23", "ap-2022-09-10"]);
}

#[test]
fn several_words_that_no_record_has_are_shown_as_such() {
    let answer = engine().search("lapid machkevitch quarrel", 5);
    assert!(answer.note.is_some_and(|note| note.as_str().starts_with("nothing ")));
}
