//! Registry entries and what briefs add; briefs without a registry; markings.

use super::*;

const REGISTRY: &str = "[actor.edi-rama]\nname = \"Edi Rama\"\nkind = \"person\"\ncountry = \"AL\"\n\
                        [source.s]\ntitle = \"S\"\n";

fn event(id: &str, actor: &str) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"other\"\n\
         roles = {{ host = [\"{actor}\"] }}\ncite = [\"s\"]\n"
    )
}

#[test]
fn a_brief_adds_to_a_registry_entry() {
    let addition = "[actor.edi-rama]\nname = \"Edi Rama\"\naliases = [\"PM Rama\"]\n\
                    summary = \"See [@s] and [[e]].\"\n";
    let brief = a_brief("b", &format!("{addition}{}", event("e", "edi-rama")));
    let library = with_registry(&[REGISTRY], &[&brief]);
    assert_eq!(found(&library), Vec::<String>::new());
    let id = at(&library, "actor:edi-rama");
    // What counts for all is the registry's; the page tells who adds what.
    assert!(library.actor(id).unwrap().aliases.is_empty());
    assert_eq!(library.actor(id).unwrap().summary, None);
    let told: Vec<String> =
        library.differences(id).iter().map(|told| told.words().to_string()).collect();
    assert_eq!(
        told,
        ["also written PM Rama, says brief.toml", "summary: See and e., says brief.toml"]
    );
    let library = library.within(at(&library, "event:e"));
    let actor = library.actor(id).unwrap();
    assert_eq!(actor.aliases, ["PM Rama".into()]);
    assert_eq!(actor.kind.as_ref().unwrap().value, ActorKind::Person);
    assert_eq!(library.get(id).unwrap().brief, None);
    // The summary is the brief's, so its links are looked up there.
    let summary = actor.summary.as_ref().unwrap();
    let targets: Vec<_> = summary
        .references
        .iter()
        .map(|reference| library.prose_target(id, &reference.target).unwrap())
        .collect();
    assert_eq!(names(&library, &targets), ["source:s", "event:e"]);
    assert_eq!(library.plain_text(id, summary).as_str(), "See and E.");
}

#[test]
fn a_contradiction_names_both_places_and_the_registry_stands() {
    let brief = "[actor.edi-rama]\nname = \"Edi Rama\"\nkind = \"group\"\naliases = [\"ER\"]\n";
    let brief = a_brief("b", &format!("{brief}{}", event("e", "edi-rama")));
    let library = with_registry(&[REGISTRY], &[&brief]);
    assert_eq!(
        found(&library),
        ["E134 8:8 here kind = \"group\", in _registry/all.toml:3 kind = \"person\""]
    );
    let actor = library.actor(at(&library, "actor:edi-rama")).unwrap();
    assert_eq!(actor.kind.as_ref().unwrap().value, ActorKind::Person);
    assert!(actor.aliases.is_empty());
    // In the brief itself it is as the brief has it.
    let own = library.within(at(&library, "event:e"));
    let actor = own.actor(at(&library, "actor:edi-rama")).unwrap();
    assert_eq!(actor.kind.as_ref().unwrap().value, ActorKind::Group);
    assert_eq!(actor.aliases, ["ER".into()]);
}

#[test]
fn briefs_without_a_registry_share_what_agrees_and_keep_the_rest_apart() {
    let own = |brief: &str, name: &str, kind: &str| {
        let actor =
            format!("[actor.x]\nname = \"{name}\"\nkind = \"{kind}\"\n[source.s]\ntitle = \"S\"\n");
        a_brief(brief, &format!("{actor}{}", event(&format!("e-{brief}"), "x")))
    };
    let agreeing = library(&[&own("a", "X", "group"), &own("b", "X", "group")]);
    assert_eq!(found(&agreeing), Vec::<String>::new());
    let events = agreeing.linked(at(&agreeing, "actor:x"), Kind::Event);
    assert_eq!(names(&agreeing, events), ["event:e-a", "event:e-b"]);

    let apart = library(&[&own("a", "X", "group"), &own("b", "X", "persona")]);
    assert_eq!(codes(&apart), [Code::W222]);
    assert_eq!(apart.listed(Kind::Actor).len(), 2);
    let second = apart.linked(at(&apart, "b#x"), Kind::Event);
    assert_eq!(names(&apart, second), ["event:e-b"]);
    assert_eq!(apart.reference(at(&apart, "actor:b#x")).as_str(), "actor:b#x");
}

#[test]
fn a_later_collection_replaces_a_brief_of_the_same_id() {
    let mut sources = Sources::default();
    let first = a_brief("b", "[[gap]]\ntext = \"Old\"\n");
    let second = a_brief("b", "[[gap]]\ntext = \"New\"\n");
    let collections =
        vec![collection(&mut sources, &[], &[&first]), collection(&mut sources, &[], &[&second])];
    let library = Library::new(collections, sources, Vec::new(), Vec::new());
    assert_eq!(library.listed(Kind::Brief).len(), 1);
    assert_eq!(library.get(at(&library, "gap-1")).unwrap().title.as_str(), "New");
    assert_eq!(codes(&library), [Code::I250]);
}

#[test]
fn one_folder_with_two_briefs_of_one_id_keeps_the_first() {
    let first = a_brief("b", "[[gap]]\ntext = \"First\"\n");
    let library = library(&[&first, &a_brief("b", "[[gap]]\ntext = \"Second\"\n")]);
    assert_eq!(codes(&library), [Code::E011]);
    assert_eq!(library.get(at(&library, "gap-1")).unwrap().title.as_str(), "First");
}

#[test]
fn a_stand_in_keeps_the_id_in_sight() {
    let library = library(&[&a_brief("b", &event("e", "nobody"))]);
    let item = library.get(at(&library, "actor:nobody")).unwrap();
    assert!(!item.known);
    assert_eq!(item.title.as_str(), "nobody");
    assert_eq!(codes(&library), [Code::E111, Code::E110]);
    let actors = library.linked(at(&library, "event:e"), Kind::Actor);
    assert_eq!(names(&library, actors), ["actor:nobody"]);
}

#[test]
fn the_highest_marking_is_in_force() {
    assert_eq!(Library::default().marking(), Marking::Clear);
    let amber = a_brief("a", &event("e", "edi-rama")).replace("CLEAR", "AMBER");
    let red = a_brief("r", "[[gap]]\ntext = \"G\"\n").replace("tlp = \"CLEAR\"\n", "");
    let library = with_registry(&[REGISTRY], &[&amber, &red]);
    assert_eq!(library.marking(), Marking::Red);
    assert_eq!(library.marking_of(at(&library, "event:e")), Marking::Amber);
    assert_eq!(library.marking_of(at(&library, "gap-1")), Marking::Red);
    assert_eq!(library.marking_of(at(&library, "actor:edi-rama")), Marking::Clear);
}

#[test]
fn a_source_is_as_its_file_has_it_by_default_where_no_file_says() {
    let registry = "schema = 2\n[defaults]\nlang = \"en\"\naccess = \"open\"\n\
        [source.said]\ntitle = \"Said\"\n[source.both]\ntitle = \"Both\"\n";
    let brief = a_brief(
        "b",
        "[source.said]\ntitle = \"Said\"\nlang = \"fr\"\n[source.both]\ntitle = \"Both\"\n\
         [source.own]\ntitle = \"Own\"\n[defaults]\nlang = \"sq\"\n",
    );
    let all = with_registry(&[registry], &[&brief]);
    let library = all.within(at(&all, "brief:b"));
    let of = |reference: &str| {
        let source = library.source(at(&library, reference)).unwrap();
        (source.language.as_ref().map(ToString::to_string), source.access.map(Access::word))
    };
    assert_eq!(of("source:said"), (Some("fr".into()), Some("open")));
    assert_eq!(of("source:both"), (Some("en".into()), Some("open")));
    assert_eq!(of("source:own"), (Some("sq".into()), None));
    let said = all.source(at(&all, "source:said")).unwrap();
    assert_eq!(said.language.as_ref().unwrap().as_str(), "en");
}
