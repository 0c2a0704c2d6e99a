//! Pages of small briefs, as text.

mod actors;
mod all;
mod answers;
mod blamed;
mod card;
mod compare;
mod copy;
mod layout;
mod names;
mod provenance;
mod several;
mod sides;
mod spoken;
mod views;

use super::{Around, CardSize, Medium, Page, PageLine, PageSize};
use crate::brief;
use crate::choice::{Depth, Times};
use crate::diag::Sources;
use crate::library::{Collection, ItemId, Library};

const SIZE: PageSize = PageSize {
    bar: false,
    width: 60,
    around: Around::Nothing,
    card: CardSize::Compact,
    medium: Medium::Screen,
    depth: Depth::Full,
    times: Times::Reported,
    ask: None,
};

fn library(records: &str) -> Library {
    of_schema(1, records)
}

fn of_schema(schema: u8, records: &str) -> Library {
    let head = format!("schema = {schema}\n[brief]\nid = \"b\"\ntitle = \"B\"\ntlp = \"CLEAR\"\n");
    library_of(&format!("{head}{records}"))
}

/// The library of one file.
fn library_of(text: &str) -> Library {
    library_of_files(&[("brief.toml", text)])
}

/// The library of some files of one folder.
fn library_of_files(files: &[(&'static str, &str)]) -> Library {
    let mut sources = Sources::default();
    let mut collection = Collection::default();
    for (name, text) in files {
        let source = sources.add((*name).into(), *text);
        collection.briefs.push(brief::read(&sources, source).value);
    }
    Library::new(vec![collection], sources, Vec::new(), Vec::new())
}

/// The lines of a page, card first.
fn page_of(library: &Library, reference: &str, size: PageSize) -> Vec<String> {
    let id = at(library, reference);
    lines_of(&Page::new(library, id, size))
}

/// The lines of a page, card first.
fn lines_of(page: &Page) -> Vec<String> {
    page.card.iter().chain(&page.body).map(line_text).collect()
}

fn line_text(line: &PageLine) -> String {
    let text: String = line.iter().map(|piece| piece.text.as_str()).collect();
    text.trim_end().to_owned()
}

fn at(library: &Library, reference: &str) -> ItemId {
    library.find_reference(reference).unwrap_or_else(|error| panic!("{}", error.message))
}

fn page(records: &str, reference: &str) -> String {
    page_of(&library(records), reference, SIZE).join("\n")
}

const LONG: &str = "Nobody outside has seen which of the many systems of the ministry were entered, \
                    for how long, and by whose hand it was done";

#[test]
fn a_gap_says_what_it_is_and_its_text_once_and_in_full() {
    let records = format!(
        "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n\
         [[gap]]\ntext = \"{LONG}.\"\non = [\"e\"]\n\
         [[judgement]]\nid = \"j\"\ntext = \"{LONG}!\"\nlikelihood = \"likely\"\nbasis = [\"e\"]\n"
    );
    let gap = page(&records, "gap-1");
    assert!(gap.starts_with("NOT KNOWN\nNobody outside"), "{gap}");
    assert_eq!(gap.matches("Nobody").count(), 1, "{gap}");
    let library = library(&records);
    let id = library.find_reference("gap-1").expect("a gap");
    assert_eq!(Page::new(&library, id, SIZE).title.as_str(), "Not known");
    let judgement = page(&records, "j");
    assert!(judgement.starts_with("JUDGEMENT\nNobody outside"), "{judgement}");
    let event = page(&records, "e").replace("\n     ", " ");
    assert!(event.contains(&format!("{LONG}.")) && event.contains(&format!("{LONG}!")), "{event}");
    assert!(!event.contains('…'), "{event}");
}

const RELATED: &str = "[actor.rama]\nname = \"Edi Rama\"\nkind = \"person\"\ncountry = \"AL\"\n\
    [actor.albania]\nname = \"Albania\"\nkind = \"state\"\n[source.s]\ntitle = \"Paper\"\n\
    published = \"2022-10-23\"\n[[link]]\nfrom = \"rama\"\ntype = \"heads\"\nto = \"albania\"\n\
    cite = [\"s\"]\nconfidence = \"low\"\nconfidence-why = \"Only [[s|one paper]] says so.\"\n\
    when = \"2022-10\"\n\
    [[link]]\nfrom = \"rama\"\ntype = \"speaks-well-of\"\nto = \"albania\"\n";

#[test]
fn a_link_is_shown_by_its_own_words_and_leads_where_it_says() {
    let records = "[actor.koe]\nname = \"Karma of the East\"\n[[event]]\nid = \"e\"\ntitle = \"E\"\n\
         when = \"2022\"\ntype = \"other\"\nsummary = \"It was [[koe|the same group]] again.\"\n";
    let shown = page(records, "event:e");
    assert!(shown.contains("It was the same group [1] again."), "{shown}");
    let library = library(records);
    let page = Page::new(&library, at(&library, "event:e"), SIZE);
    assert_eq!(page.links.first().map(|link| link.target), Some(at(&library, "actor:koe")));
}

#[test]
fn a_tool_is_called_so() {
    let shown = page("[actor.psexec]\nname = \"PsExec\"\nkind = \"tool\"\n", "psexec");
    assert!(shown.contains("KIND      software tool"), "{shown}");
}

#[test]
fn a_summary_says_whose_word_it_is() {
    let records = "[source.s]\ntitle = \"Paper\"\npublished = \"2022-10-23\"\nreliability = \"B\"\n\
         [actor.a]\nname = \"A\"\nsummary = \"They leak mail.\"\ncite = [\"s\"]\n";
    let actor = page(records, "actor:a");
    assert!(actor.contains("They leak mail.\nWHO SAYS  B Paper, 23 Oct 2022 [1]"), "{actor}");
    let source = page(records, "source:s");
    assert!(source.contains("1 summary rests on it."), "{source}");
}

#[test]
fn a_name_that_became_its_own_says_who_gave_it_first() {
    let records = "[actor.v]\nname = \"Vendor\"\n[actor.a]\nname = \"A\"\n\
         [[actor.a.aka]]\nname = \"Wiper\"\nby = [\"v\"]\nas = \"same\"\nown = true\n";
    let shown = page(records, "actor:a").replace("\n     ", " ");
    assert!(shown.contains("Wiper, first given by Vendor; it now uses the name itself"), "{shown}");
}

#[test]
fn what_is_out_of_use_says_why_and_what_stands_in_its_place() {
    let records = "[actor.new]\nname = \"New\"\n[actor.old]\nname = \"Old\"\nsummary = \"A group.\"\n\
         deprecated = \"It was two groups.\"\nreplaced-by = \"new\"\n";
    let old = page(records, "actor:old");
    assert!(old.contains("NO LONGER USED: It was two groups."), "{old}");
    assert!(old.contains("REPLACED BY: New [1]"), "{old}");
    let new = page(records, "actor:new");
    assert!(new.contains("REPLACES  Old [1]"), "{new}");
}

#[test]
fn a_relation_is_said_from_either_end_with_confidence_date_and_source() {
    let from = page(RELATED, "rama");
    assert!(from.contains("KIND      person\nCOUNTRY   Albania"), "{from}");
    let one_line = |text: &str| text.replace("\n     ", " ");
    let from = one_line(&from);
    assert!(
        from.contains("[1]  heads: Albania  (confidence low; Oct 2022; Paper, 23 Oct 2022 [2])"),
        "{from}"
    );
    assert!(from.contains("  Low confidence: Only one paper [2] says so."), "{from}");
    assert!(
        from.contains("[1]  speaks well of: Albania  (confidence not stated; no source)"),
        "{from}"
    );
    let to = one_line(&page(RELATED, "albania"));
    assert!(to.contains("[1]  headed by: Edi Rama  (confidence low; "), "{to}");
    assert!(to.contains("  Low confidence: Only one paper"), "{to}");
    assert!(to.contains("[1]  Edi Rama speaks well of this actor  (confidence not"), "{to}");
}

#[test]
fn a_long_address_begins_in_the_first_column_and_is_whole_in_plain_text() {
    let short = "https://example.org/a";
    let long = format!("https://example.org/{}", "a".repeat(80));
    let records = format!(
        "[source.s]\ntitle = \"S\"\nurl = \"{short}\"\n[source.l]\ntitle = \"L\"\nurl = \"{long}\"\n"
    );
    let library = library(&records);
    let lines = |reference, size| page_of(&library, reference, size);
    assert!(lines("s", SIZE).contains(&format!("ADDRESS   {short}")));
    let whole = lines("l", PageSize { medium: Medium::Plain, ..SIZE });
    let label = whole.iter().position(|line| line == "ADDRESS").expect("a label");
    assert_eq!(whole[label + 1], long);
    let broken = lines("l", SIZE);
    assert_eq!(broken[label + 1..].concat(), long);
}

#[test]
fn a_page_ends_after_thousands_of_lines_on_the_screen_and_never_in_text() {
    let claim = |number: usize| {
        format!(
            "[[event.claim]]\nid = \"c{number}\"\ntext = \"Claim {number} {}\"\n",
            "word ".repeat(40)
        )
    };
    let event = "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n";
    let claims: String = (0..900).map(claim).collect();
    let library = library(&format!("{event}{claims}"));
    let id = at(&library, "event:e");
    let page = Page::new(&library, id, SIZE);
    assert!((3_001..3_005).contains(&page.body.len()), "{}", page.body.len());
    let end = lines_of(&page).split_off(page.card.len() + 3_000).join(" ");
    assert_eq!(end, "This page ends here, after 3000 lines; `attache show` prints all of it.");
    let plain = Page::new(&library, id, PageSize { medium: Medium::Plain, ..SIZE });
    let all: Vec<String> = lines_of(&plain);
    assert!(all.iter().any(|line| line.contains("Claim 899")));
    assert!(!all.iter().any(|line| line.contains("This page ends here")));
    // One text alone may be as long.
    let summary = format!("summary = \"{}\"\n", "word ".repeat(48_000));
    let library = self::library(&format!("{event}{summary}"));
    let page = Page::new(&library, at(&library, "event:e"), SIZE);
    assert!((3_001..3_005).contains(&page.body.len()), "{}", page.body.len());
}

#[test]
fn of_a_claim_that_hundreds_contradict_the_event_names_some_and_counts_the_others() {
    let event = "[[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n\
                 [[event.claim]]\nid = \"c\"\ntext = \"C\"\nabout = \"number\"\nvalue = \"1\"\n";
    let claim = |number: usize| {
        format!(
            "[[event.claim]]\nid = \"c{number}\"\ntext = \"D\"\nabout = \"number\"\n\
             value = \"{number}\"\ndisputes = [\"c\"]\n"
        )
    };
    let page = page(&format!("{event}{}", (10..50).map(claim).collect::<String>()), "event:e");
    assert!(page.contains("contradicted by 8 more, all on its own page"), "{page}");
}

#[test]
fn a_withdrawn_source_is_called_so_and_stands_behind_the_others() {
    let records = "[publisher.daily]\nname = \"The Daily\"\n[publisher.wire]\nname = \"The Wire\"\n\
                   [source.a]\ntitle = \"A\"\npublisher = \"daily\"\nreliability = \"A\"\nwithdrawn = true\n\
                   [source.b]\ntitle = \"B\"\npublisher = \"wire\"\nreliability = \"B\"\n\
                   [[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\ncite = [\"a\", \"b\"]\n";
    let page = page(records, "event:e");
    let said = page.lines().find(|line| line.starts_with("WHO SAYS")).unwrap();
    assert!(said.contains("B The Wire · A The Daily (withdrawn)"), "{page}");
    assert!(page.contains("(withdrawn; completely reliable)"), "{page}");
    assert!(!page.contains("(copy)"), "{page}");
}
