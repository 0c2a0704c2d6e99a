//! What holds of every page of the built-in briefs, at any width and depth.

use super::*;
use crate::library::Kind;
use crate::library::load::{LoadRequest, load};
use crate::page::layout::sides;
use crate::page::{Piece, compare};
use crate::text::Fit;
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| load(&LoadRequest { builtin: true, ..LoadRequest::default() }));

fn sizes() -> Vec<PageSize> {
    let mut sizes = Vec::new();
    for (width, card) in
        [(20, CardSize::Abbreviated), (49, CardSize::Compact), (120, CardSize::Roomy)]
    {
        for depth in [Depth::Headline, Depth::Card, Depth::Full] {
            for evidence in [None, Some(30)] {
                let times = Times::Utc;
                sizes.push(PageSize {
                    bar: false,
                    width,
                    evidence,
                    card,
                    medium: Medium::Screen,
                    depth,
                    times,
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
    let beside = page.evidence.iter().find(long(size.evidence.unwrap_or(0)));
    assert!(beside.is_none(), "{what}: `{}` is too long", line_text(beside.expect("a line")));
    let below: Vec<&PageLine> = page.body.iter().chain(&page.evidence).collect();
    let marked = |piece: &Piece, link| piece.link == Some(link);
    for (number, link) in page.links.iter().enumerate() {
        let line = below.get(link.line).unwrap_or_else(|| panic!("{what}: no line of {number}"));
        let stands = line.iter().any(|piece| marked(piece, number));
        // A link of a paragraph has the line at which the paragraph begins.
        let somewhere =
            below.iter().flat_map(|line| line.iter()).any(|piece| marked(piece, number));
        assert!(stands || somewhere, "{what}: link {number} stands nowhere");
    }
    let pieces = page.card.iter().chain(below).flatten();
    for link in pieces.filter_map(|piece| piece.link) {
        assert!(link < page.links.len(), "{what}: link {link} leads nowhere");
    }
}

#[test]
fn every_page_fits_and_its_links_lead_somewhere() {
    for size in sizes() {
        for (id, _) in LIBRARY.items() {
            check(&Page::new(&LIBRARY, id, size), size);
            if size.evidence.is_none() {
                if size.depth == Depth::Full {
                    check(&Page::provenance(&LIBRARY, id, size), size);
                }
                let who = Page::who(&LIBRARY, id, size);
                let kind = LIBRARY.get(id).map(|item| item.kind);
                assert_eq!(who.is_some(), matches!(kind, Some(Kind::Event | Kind::Claim)));
                if let Some(page) = who {
                    check(&page, size);
                }
            }
        }
    }
}

#[test]
fn comparing_an_item_with_itself_finds_no_difference_and_every_line_fits() {
    for (id, item) in LIBRARY.items() {
        let comparison = compare(&LIBRARY, id, id);
        let differs = comparison.counts().1;
        // Within one event the sides of a dispute may come from one source.
        assert!(differs == 0 || item.kind == Kind::Source, "{}: {differs}", item.title);
        for width in [20, 60] {
            let (left, right) = sides(&comparison, width);
            let lines = left.body.iter().chain(&right.body);
            let long = lines.filter(|line| columns(line) > width).count();
            assert_eq!(long, 0, "{} at {width}", item.title);
        }
    }
}
