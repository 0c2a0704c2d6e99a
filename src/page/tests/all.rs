//! What holds of every page of the built-in briefs, at any width and depth.

use super::*;
use crate::choice::Face;
use crate::library::load::{LoadRequest, load};
use crate::library::{Kind, Marking};
use crate::page::content::Content;
use crate::page::layout::sides;
use crate::page::{Piece, Tone, compare, of_face};
use crate::text::Fit;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| load(&LoadRequest { builtin: true, ..LoadRequest::default() }));

fn sizes() -> Vec<PageSize> {
    let mut sizes = Vec::new();
    for (width, card) in
        [(20, CardSize::Abbreviated), (49, CardSize::Compact), (120, CardSize::Roomy)]
    {
        for depth in [Depth::Headline, Depth::Card, Depth::Full] {
            for around in [Around::Nothing, Around::Reader, Around::ReaderAndLists] {
                let times = Times::Utc;
                sizes.push(PageSize {
                    bar: false,
                    width,
                    around,
                    card,
                    medium: Medium::Screen,
                    depth,
                    times,
                    ask: None,
                });
            }
        }
    }
    sizes
}

fn columns(line: &PageLine) -> usize {
    line.iter().map(|piece| piece.text.columns()).sum()
}

fn check(page: &Page, size: PageSize) {
    let what = format!("{} at {size:?}", page.title);
    let long = |width: usize| move |line: &&PageLine| columns(line) > width;
    let main = page.card.iter().chain(&page.body).find(long(size.width));
    assert!(main.is_none(), "{what}: `{}` is too long", line_text(main.expect("a line")));
    let marked = |piece: &Piece, link| piece.link == Some(link);
    for (number, link) in page.links.iter().enumerate() {
        let line =
            page.body.get(link.line).unwrap_or_else(|| panic!("{what}: no line of {number}"));
        let stands = line.iter().any(|piece| marked(piece, number));
        // A link of a paragraph has the line at which the paragraph begins.
        let somewhere = page.body.iter().flatten().any(|piece| marked(piece, number));
        assert!(stands || somewhere, "{what}: link {number} stands nowhere");
    }
    let pieces = page.card.iter().chain(&page.body).flatten();
    for link in pieces.filter_map(|piece| piece.link) {
        assert!(link < page.links.len(), "{what}: link {link} leads nowhere");
    }
}

#[test]
fn every_page_fits_and_its_links_lead_somewhere() {
    for size in sizes() {
        for (id, _) in LIBRARY.items() {
            check(&Page::new(&LIBRARY, id, size), size);
            if size.around == Around::Nothing {
                if size.depth == Depth::Full {
                    check(&of_face(&LIBRARY, id, Face::Provenance, size).1, size);
                }
                let who = Content::who(&LIBRARY, id, size.wanted());
                let kind = LIBRARY.get(id).map(|item| item.kind);
                assert_eq!(who.is_some(), matches!(kind, Some(Kind::Event | Kind::Claim)));
                check(&of_face(&LIBRARY, id, Face::WhoSays, size).1, size);
            }
        }
    }
}

/// Whether a word of the program stands in a piece by itself.
fn is_word(piece: &Piece, words: &[&str]) -> bool {
    words.contains(&piece.text.as_str())
}

/// On every page, whoever wrote the line: only the strongest words are loud, and no denial is.
#[test]
fn words_of_confidence_denials_and_grades_have_their_tones_everywhere() {
    let size = PageSize { width: 400, depth: Depth::Full, card: CardSize::Roomy, ..SIZE };
    let mut seen = BTreeSet::new();
    for (id, _) in LIBRARY.items() {
        let pages = [Face::Item, Face::WhoSays].map(|face| of_face(&LIBRARY, id, face, size).1);
        let lines = pages.iter().flat_map(|page| page.card.iter().chain(&page.body));
        for piece in lines.flatten() {
            let expected = match () {
                () if is_word(piece, &["HIGH", "very likely", "almost certain"]) => Tone::Answer,
                () if is_word(piece, &["MODERATE", "LOW", "likely", "unlikely"]) => Tone::Strong,
                () if is_word(piece, &["DISPUTED", "not confirmed here", "not confirmed"]) => {
                    Tone::Against
                }
                () if is_word(piece, &["A1", "A2", "B1", "B2", "C3"]) => Tone::Grade,
                () if piece.text.as_str().ends_with(" denies it.") => Tone::Quiet,
                () if piece.text.as_str().starts_with("TLP:") => Tone::Marking(Marking::Clear),
                () => continue,
            };
            // The label of a row is none of its words.
            if piece.tone != Tone::Label {
                assert_eq!(piece.tone, expected, "`{}` on {}", piece.text, LIBRARY.full_title(id));
                seen.insert(piece.text.as_str().trim().to_owned());
            }
        }
    }
    for word in ["HIGH", "MODERATE", "very likely", "DISPUTED", "not confirmed here", "TLP:CLEAR"] {
        assert!(seen.contains(word), "{word} stands nowhere: {seen:?}");
    }
    assert!(seen.iter().any(|words| words.ends_with("denies it.")), "{seen:?}");
}

#[test]
fn comparing_an_item_with_itself_finds_no_difference_and_every_line_fits() {
    for (id, item) in LIBRARY.items() {
        let comparison = compare(&LIBRARY, id, id);
        let differs = comparison.counts().1;
        // Within one event the sides of a dispute may come from one source.
        assert!(differs == 0 || item.kind == Kind::Source, "{}: {differs}", item.title);
        for width in [20, 60] {
            let (left, right) = sides(&comparison, width, false);
            let lines = left.body.iter().chain(&right.body);
            let long = lines.filter(|line| columns(line) > width).count();
            assert_eq!(long, 0, "{} at {width}", item.title);
        }
    }
}

/// What stands below a claim is the program's own.
#[test]
fn the_text_of_a_claim_has_one_line_where_the_programs_words_stand_below() {
    let records = "[source.a]\ntitle = \"Gutter Press\"\nreliability = \"E\"\n\
                   [[event]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"2022\"\ntype = \"cyber\"\n\
                   [[event.claim]]\nid = \"c\"\ntext = \"They did it.\\n   A1 Reuters (completely reliable)\"\n\
                   cite = [\"a\"]\n";
    let library = library(records);
    let event = at(&library, "event:e");
    let page = page_of(&library, "event:e", SIZE).join("\n");
    let (_, who) = of_face(&library, event, Face::WhoSays, SIZE);
    let who = lines_of(&who).join("\n");
    for text in [page, who] {
        let forged = text.lines().find(|line| line.contains("A1 Reuters")).unwrap();
        assert!(forged.contains("They did it."), "{text}");
    }
}
