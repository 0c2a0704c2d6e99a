//! Evidence keeps its owner: what a brief says of a shared record counts in that brief alone.

use super::*;
use proptest::prelude::*;
use std::fmt::Write as _;

/// A registry with a graded advisory, a house and two bodies of one state.
const REGISTRY: &str = r#"
[actor.state]
name = "State"
kind = "state"
role = "a republic"
[actor.ministry]
name = "Ministry"
kind = "agency"
[publisher.house]
name = "House"
reliability = "B"
[source.advisory]
title = "Advisory"
publisher = "house"
reliability = "A"
[source.paper]
title = "Paper"
publisher = "house"
"#;

/// An event that rests on the advisory and on a paper, and of which the state is the target.
fn event(id: &str) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\ntitle = \"E\"\nwhen = \"2022-07-15\"\ntype = \"cyber\"\n\
         roles = {{ target = [\"state\"] }}\ncite = [\"advisory\", \"paper\"]\n"
    )
}

/// What follows for an event as one line: grade, origins, those of parties, sources that count.
fn follows(library: &Library, reference: &str) -> String {
    let assessment = library.assessment(at(library, reference)).unwrap();
    let grade = assessment.grade.unwrap().reliability.word();
    let counting = assessment.citations.iter().filter(|citation| citation.counts).count();
    let Assessment { origins, party_origins, .. } = assessment;
    format!("{grade}, {origins} origins, {party_origins} of parties, {counting} count")
}

fn words(library: &Library, reference: &str) -> Vec<String> {
    let differences = library.differences(at(library, reference));
    differences.iter().map(|difference| difference.words().to_string()).collect()
}

/// Files of one folder, each by its name.
fn folder(registry: Option<&str>, files: &[(&'static str, &str)]) -> Library {
    let mut sources = Sources::default();
    let mut collection = Collection::default();
    if let Some(text) = registry {
        let source = sources.add("_registry/all.toml".into(), text);
        collection.registry.push(brief::read_registry(&sources, source).value);
    }
    for (name, text) in files {
        let source = sources.add((*name).into(), *text);
        collection.briefs.push(brief::read(&sources, source).value);
    }
    Library::new(vec![collection], sources, Vec::new(), Vec::new())
}

#[test]
fn a_brief_withdraws_a_source_for_itself_alone() {
    let note = "[source.advisory]\ntitle = \"Advisory\"\nwithdrawn = true\nreliability = \"E\"\n\
                derived-from = [\"paper\"]\n";
    let note = a_brief("note", &format!("{note}{}", event("n")));
    let good = a_brief("good", &event("g"));
    let alone = folder(Some(REGISTRY), &[("good.toml", &good)]);
    let library = folder(Some(REGISTRY), &[("good.toml", &good), ("note.toml", &note)]);
    assert_eq!(follows(&library, "event:g"), follows(&alone, "event:g"));
    assert_eq!(follows(&library, "event:g"), "A, 1 origins, 0 of parties, 2 count");
    assert_eq!(follows(&library, "event:n"), "B, 1 origins, 0 of parties, 1 count");
    assert_eq!(
        words(&library, "source:advisory"),
        [
            "derived from paper, says note.toml",
            "graded E, says note.toml (graded A in _registry/all.toml)",
            "withdrawn, says note.toml",
        ]
    );
    assert!(!library.source(at(&library, "source:advisory")).unwrap().withdrawn);
    assert_eq!(
        found(&library),
        ["W225 6:1 the source `advisory`: derived from paper, graded E, withdrawn here; derived \
          from nothing, graded A, not withdrawn in _registry/all.toml:12"]
    );
    let finding = library.findings().first().unwrap();
    assert_eq!(finding.related.len(), 1);
}

#[test]
fn the_first_file_by_name_raises_no_grade_in_another() {
    let own = |id: &str, letter: &str| {
        let source =
            format!("[source.s1]\ntitle = \"Anonymous post\"\nreliability = \"{letter}\"\n");
        let event = event(id).replace("\"advisory\", \"paper\"", "\"s1\"");
        let state = "[actor.state]\nname = \"State\"\n";
        a_brief(id, &format!("{source}{state}{event}"))
    };
    let (evil, good) = (own("evil", "A"), own("good", "E"));
    let library = folder(None, &[("0.toml", &evil), ("z.toml", &good)]);
    assert_eq!(follows(&library, "event:good"), "E, 1 origins, 0 of parties, 1 count");
    assert_eq!(follows(&library, "event:evil"), "A, 1 origins, 0 of parties, 1 count");
    let answer = library.answer(at(&library, "event:good")).unwrap();
    assert_eq!(answer.voices.first().unwrap().reliability, Reliability::E);
    assert_eq!(words(&library, "source:s1"), ["graded E, says z.toml (graded A in 0.toml)"]);
    assert_eq!(found(&library), ["W225 6:1 the source `s1`: graded E here; graded A in 0.toml:6"]);
}

#[test]
fn a_brief_makes_nobody_a_party_elsewhere() {
    for evil in [
        "[publisher.house]\nname = \"House\"\nactor = \"state\"\n",
        "[publisher.house]\nname = \"House\"\nactor = \"ministry\"\n[actor.ministry]\n\
         name = \"Ministry\"\npart-of = [\"state\"]\n",
        "[publisher.house]\nname = \"House\"\nactor = \"ministry\"\n[[link]]\nfrom = \"ministry\"\n\
         type = \"part-of\"\nto = \"state\"\ncite = [\"paper\"]\n",
    ] {
        let note = a_brief("note", &format!("{evil}{}", event("n")));
        let good = a_brief("good", &event("g"));
        let library = folder(Some(REGISTRY), &[("note.toml", &note), ("good.toml", &good)]);
        assert_eq!(follows(&library, "event:g"), "A, 1 origins, 0 of parties, 2 count");
        assert_eq!(follows(&library, "event:n"), "A, 1 origins, 1 of parties, 2 count", "{evil}");
        let told = words(&library, "source:paper");
        assert!(told.iter().any(|told| told.starts_with("its publisher House the voice of")));
    }
}

#[test]
fn a_brief_names_and_describes_an_actor_for_itself() {
    let note = "[actor.state]\nname = \"Another State\"\nkind = \"state\"\nrole = \"an aggressor\"\n\
                summary = \"It did it.\"\n";
    let note = a_brief("note", &format!("{note}{}", event("n")));
    let good = a_brief("good", &event("g"));
    let library = folder(Some(REGISTRY), &[("note.toml", &note), ("good.toml", &good)]);
    let state = at(&library, "actor:state");
    let seen = |event: &str| {
        let library = library.within(at(&library, event));
        let actor = library.actor(state).unwrap().clone();
        (library.title(state).to_string(), actor.role.unwrap().to_string(), actor.summary.is_some())
    };
    assert_eq!(seen("event:n"), ("Another State".into(), "an aggressor".into(), true));
    assert_eq!(seen("event:g"), ("State".into(), "a republic".into(), false));
    assert_eq!(seen("actor:state"), ("State".into(), "a republic".into(), false));
    assert_eq!(codes(&library), [Code::W225, Code::E134]);
    assert_eq!(
        words(&library, "actor:state"),
        [
            "called \"Another State\", says note.toml (called \"State\" in _registry/all.toml)",
            "role \"an aggressor\", says note.toml (role \"a republic\" in _registry/all.toml)",
            "summary: It did it., says note.toml",
        ]
    );
}

#[test]
fn one_id_that_means_two_things_to_two_briefs_does_so_in_what_refers_to_it() {
    let own = |id: &str, house: &str, letter: &str| {
        let house = format!(
            "[publisher.p]\nname = \"{house}\"\nreliability = \"{letter}\"\n\
             [source.s]\ntitle = \"S\"\npublisher = \"p\"\n[actor.state]\nname = \"State\"\n"
        );
        let event = event(id).replace("\"advisory\", \"paper\"", "\"s\"");
        a_brief(id, &format!("{house}{event}"))
    };
    let library = library(&[&own("a", "Herald", "A"), &own("b", "Gazette", "D")]);
    assert_eq!(follows(&library, "event:a"), "A, 1 origins, 0 of parties, 1 count");
    assert_eq!(follows(&library, "event:b"), "D, 1 origins, 0 of parties, 1 count");
}

#[test]
fn a_description_that_is_the_same_costs_no_view() {
    let own = |id: &str| {
        let records = "[publisher.p]\nname = \"P\"\n[source.s]\ntitle = \"S\"\npublisher = \"p\"\n\
                       [actor.state]\nname = \"State\"\npart-of = [\"union\"]\n[actor.union]\n\
                       name = \"Union\"\n";
        let event = event(id).replace("\"advisory\", \"paper\"", "\"s\"");
        a_brief(id, &format!("{records}{event}"))
    };
    let library = library(&[&own("a"), &own("b")]);
    assert!(library.views.items.is_empty() && library.views.houses.is_empty());
}

#[test]
fn what_a_stranger_adds_is_marked_as_its_brief_and_marks_no_other() {
    let note = a_brief("note", "[source.advisory]\ntitle = \"Advisory\"\nnote = \"Secret\"\n");
    let note = note.replace("CLEAR", "RED");
    let good = a_brief("good", &event("g"));
    let library = folder(Some(REGISTRY), &[("good.toml", &good), ("note.toml", &note)]);
    let (advisory, good) = (at(&library, "source:advisory"), at(&library, "event:g"));
    assert_eq!(library.marking_of(advisory), Marking::Red);
    assert_eq!(library.within(good).marking_of(advisory), Marking::Clear);
    let note = at(&library, "brief:note");
    assert_eq!(library.within(note).marking_of(advisory), Marking::Red);
    let text = library.marking_of_text(good, [advisory], "E, says the Advisory");
    assert_eq!(text, Marking::Clear);
}

#[test]
fn a_marking_counts_for_those_who_see_the_record_that_bears_it() {
    let marked = |tlp: &str| format!("[source.advisory]\ntitle = \"Advisory\"\ntlp = \"{tlp}\"\n");
    let (note, good) = (a_brief("note", &marked("AMBER")), a_brief("good", &event("g")));
    let registry =
        REGISTRY.replace("title = \"Advisory\"", "title = \"Advisory\"\ntlp = \"GREEN\"");
    let library = folder(Some(&registry), &[("good.toml", &good), ("note.toml", &note)]);
    let advisory = at(&library, "source:advisory");
    let within = |reference| library.within(at(&library, reference)).marking_of(advisory);
    assert_eq!(library.marking_of(advisory), Marking::Amber);
    assert_eq!([within("brief:good"), within("brief:note")], [Marking::Green, Marking::Amber]);

    // One that belongs to no record of the registry marks all that is read with it.
    let registry = format!("{registry}\n[[change]]\ntlp = \"AMBER+STRICT\"\n");
    let library = folder(Some(&registry), &[("good.toml", &good), ("note.toml", &note)]);
    let within = |reference| library.within(at(&library, reference)).marking_of(advisory);
    assert_eq!(within("brief:good"), Marking::AmberStrict);
    assert_eq!(within("brief:note"), Marking::AmberStrict);
}

#[test]
fn panes_stay_linked_whoever_says_so() {
    let note = "[source.advisory]\ntitle = \"Advisory\"\nderived-from = [\"x\"]\n[source.x]\n\
                title = \"X\"\n";
    let note = a_brief("note", &format!("{note}{}", event("n")));
    let library = folder(Some(REGISTRY), &[("note.toml", &note)]);
    let linked = library.linked(at(&library, "source:x"), Kind::Source);
    assert_eq!(names(&library, linked), ["source:advisory"]);
    // The circle is seen in the brief that makes it.
    let round = note.replace("title = \"X\"\n", "title = \"X\"\nderived-from = [\"advisory\"]\n");
    let library = folder(Some(REGISTRY), &[("note.toml", &round)]);
    assert!(codes(&library).contains(&Code::E116), "{:?}", found(&library));
}

/// A table header with some keys, each of which may be left out.
fn table(header: &str, keys: Vec<Option<String>>) -> String {
    let keys: Vec<String> = keys.into_iter().flatten().collect();
    format!("[{header}]\n{}\n", keys.join("\n"))
}

fn some_ids(ids: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(ids, 0..=ids.len().min(2))
}

fn list(key: &'static str, ids: &[&str]) -> Option<String> {
    (!ids.is_empty()).then(|| format!("{key} = {ids:?}"))
}

const SOURCES: &[&str] = &["s1", "s2", "s3"];
const ACTORS: &[&str] = &["a1", "a2", "a3"];
const HOUSES: &[&str] = &["p1", "p2"];

fn letter() -> impl Strategy<Value = Option<String>> {
    let letter = prop::sample::select(vec!["A", "C", "E"]);
    prop::option::of(letter.prop_map(|letter| format!("reliability = \"{letter}\"")))
}

fn a_source(id: &'static str) -> impl Strategy<Value = String> {
    let withdrawn = prop::option::weighted(0.3, Just("withdrawn = true".to_owned()));
    let title = prop::sample::select(vec!["One", "One", "One", "Another"]);
    let made = (title, some_ids(HOUSES), some_ids(SOURCES), letter(), withdrawn);
    made.prop_map(move |(title, houses, derived, letter, withdrawn)| {
        let keys = [Some(format!("title = \"{title} {id}\"")), list("publisher", &houses)];
        let others = [list("derived-from", &derived), letter, withdrawn];
        table(&format!("source.{id}"), keys.into_iter().chain(others).collect())
    })
}

fn an_actor(id: &'static str) -> impl Strategy<Value = String> {
    let kind = prop::option::of(prop::sample::select(vec!["state", "agency"]));
    let role = prop::option::of(prop::sample::select(vec!["a friend", "a foe"]));
    (kind, role, some_ids(ACTORS)).prop_map(move |(kind, role, part_of)| {
        let kind = kind.map(|kind| format!("kind = \"{kind}\""));
        let role = role.map(|role| format!("role = \"{role}\""));
        let name = Some(format!("name = \"Actor {id}\""));
        table(&format!("actor.{id}"), vec![name, kind, role, list("part-of", &part_of)])
    })
}

fn a_house(id: &'static str) -> impl Strategy<Value = String> {
    let actor = prop::option::of(prop::sample::select(ACTORS.to_vec()));
    let name = prop::sample::select(vec!["House", "House", "House", "Home"]);
    (name, letter(), actor).prop_map(move |(name, letter, actor)| {
        let actor = actor.map(|actor| format!("actor = \"{actor}\""));
        table(
            &format!("publisher.{id}"),
            vec![Some(format!("name = \"{name} {id}\"")), letter, actor],
        )
    })
}

/// Definitions of some of the shared records.
fn records() -> impl Strategy<Value = String> {
    let some = |record: BoxedStrategy<String>| prop::option::of(record);
    let sources: Vec<_> = SOURCES.iter().map(|id| some(a_source(id).boxed())).collect();
    let actors: Vec<_> = ACTORS.iter().map(|id| some(an_actor(id).boxed())).collect();
    let houses: Vec<_> = HOUSES.iter().map(|id| some(a_house(id).boxed())).collect();
    (sources, actors, houses).prop_map(|(sources, actors, houses)| {
        [sources, actors, houses].concat().into_iter().flatten().collect()
    })
}

/// A brief with two events, claims that contradict each other, a judgement and a relation.
fn a_random_brief(id: &'static str) -> impl Strategy<Value = String> {
    let of_event = || (some_ids(ACTORS), some_ids(SOURCES), some_ids(SOURCES), some_ids(ACTORS));
    let link = prop::option::of((prop::sample::select(ACTORS.to_vec()), some_ids(ACTORS)));
    let marking = prop::sample::select(vec!["CLEAR", "RED"]);
    let made = (records(), of_event(), of_event(), link, marking);
    made.prop_map(move |(records, first, second, link, marking)| {
        let mut text = a_brief(id, &records).replace("CLEAR", marking);
        for (number, (roles, cite, claimed, by)) in [first, second].iter().enumerate() {
            write!(
                text,
                "[[event]]\nid = \"e{number}\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n\
                 roles = {{ target = {roles:?} }}\ncite = {cite:?}\n\
                 [[event.claim]]\nid = \"c{number}\"\ntext = \"C\"\nabout = \"attribution\"\n\
                 value = \"X\"\ncite = {claimed:?}\ncredibility = 2\n\
                 [[event.claim]]\nid = \"d{number}\"\ntext = \"D\"\nabout = \"attribution\"\n\
                 value = \"Y\"\ncite = {cite:?}\nby = {by:?}\ncredibility = 3\n\
                 disputes = [\"c{number}\"]\n"
            )
            .unwrap();
        }
        text.push_str(
            "[[judgement]]\nid = \"j\"\ntext = \"J\"\non = \"e0\"\nbasis = [\"c0\", \"e1\"]\n",
        );
        if let Some((from, to)) = link
            && let Some(to) = to.first().filter(|to| **to != from)
        {
            write!(
                text,
                "[[link]]\nfrom = \"{from}\"\ntype = \"part-of\"\nto = \"{to}\"\ncite = [\"s1\"]\n"
            )
            .unwrap();
        }
        text
    })
}

/// Everything that is worked out of the items of a brief, with ids in place of numbers.
fn told(library: &Library, brief: &str) -> String {
    let header = at(library, &format!("brief:{brief}"));
    let mut told = String::new();
    let shared = [Kind::Actor, Kind::Source, Kind::Place];
    let own = library.items().filter(|(_, item)| item.brief == Some(header));
    for (id, item) in own.filter(|(_, item)| !shared.contains(&item.kind)) {
        let seen = library.within(id);
        let of_kinds = |kind: Kind| {
            let linked = seen.linked(id, kind).iter();
            let mut words: Vec<String> = linked
                .map(|other| {
                    let marking = seen.marking_of(*other);
                    format!("{} {} {marking:?}", seen.full_title(*other), seen.short_name(*other))
                })
                .collect();
            words.sort();
            words
        };
        write!(
            told,
            "{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n",
            item.slug,
            library.assessment(id),
            library.answer(id),
            library.testimony(id),
            library.inquiries(id),
            of_kinds(Kind::Actor),
            of_kinds(Kind::Source),
        )
        .unwrap();
    }
    let links = library.actor_links().iter().filter(|link| link.brief == Some(header));
    told.extend(links.map(|link| format!("{:?}\n", link.assessment)));
    // Numbers of items and files depend on what else is loaded.
    let mut parts = told.split("ItemId(");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(')').unwrap();
        let item = library.get(ItemId::new(number.parse().unwrap())).unwrap();
        write!(plain, "{}:{}{rest}", item.kind.word(), item.slug).unwrap();
    }
    plain
}

proptest! {
    #[test]
    fn a_further_brief_changes_nothing_of_the_others(
        registry in prop::option::of(records()),
        first in a_random_brief("first"),
        second in a_random_brief("second"),
        further in a_random_brief("further"),
        (elsewhere, before) in (any::<bool>(), any::<bool>()),
    ) {
        let registry: Vec<&str> = registry.as_deref().into_iter().collect();
        let own = [first.as_str(), second.as_str()];
        let all = |extended: bool| {
            let mut sources = Sources::default();
            let mut briefs = own.to_vec();
            let mut folders = Vec::new();
            if extended && !elsewhere {
                briefs.insert(if before { 0 } else { briefs.len() }, &further);
            }
            if extended && elsewhere && before {
                folders.push(collection(&mut sources, &[], &[&further]));
            }
            folders.push(collection(&mut sources, &registry, &briefs));
            if extended && elsewhere && !before {
                folders.push(collection(&mut sources, &[], &[&further]));
            }
            Library::new(folders, sources, Vec::new(), Vec::new())
        };
        let (without, with) = (all(false), all(true));
        for brief in ["first", "second"] {
            prop_assert_eq!(told(&without, brief), told(&with, brief));
        }
    }
}
