//! Contents in lines: rows, lists, tables and signs.

use super::*;
use crate::page::content::{
    Block, Column, ColumnWidth, Content, Entry, Items, Line, Marker, Room, Row, Run, Section, Sign,
    Table, TableRow, Tone,
};
use crate::page::layout::Format;
use crate::text::{DisplayText, clean};

fn text(text: &str) -> DisplayText {
    clean(text, |_| {})
}

fn format(width: usize, medium: Medium) -> Format {
    Format { width, bar: false, card: CardSize::Compact, medium }
}

/// The lines of a block in the text of a page.
fn block(block: Block, width: usize, medium: Medium) -> Vec<String> {
    let body = vec![Section { blocks: vec![block], ..Section::default() }];
    let content = Content { body, ..Content::default() };
    lines_of(&Page::laid_out(&content, &format(width, medium)))
}

fn items(texts: &[&str]) -> Items {
    Items::new(texts.iter().map(|item| vec![vec![Run::text(text(item))]]).collect())
}

/// The lines beside the label of a row.
fn row(items: Items, width: usize) -> Vec<String> {
    let lines = block(Block::Row(Row::new("ROW", vec![Line::Items(items)])), width, Medium::Screen);
    lines.iter().map(|line| line.chars().skip(10).collect()).collect()
}

#[test]
fn whole_things_stand_in_a_row_and_the_others_are_counted() {
    let names = ["A1 White House", "B1 Microsoft", "A CISA"];
    assert_eq!(row(items(&names), 60), ["A1 White House · B1 Microsoft · A CISA"]);
    assert_eq!(row(items(&names), 48), ["A1 White House · B1 Microsoft · A CISA"]);
    assert_eq!(row(items(&names), 47), ["A1 White House · B1 Microsoft +1"]);
    assert_eq!(row(items(&names), 30), ["A1 White House +2"]);
    assert_eq!(row(items(&names), 22), ["A1 White… +2"]);
    let plain = Block::Row(Row::new("ROW", vec![Line::Items(items(&names))]));
    let lines = ["ROW       A1 White", "          House +2"];
    assert_eq!(block(plain.clone(), 22, Medium::Plain), lines);
    assert_eq!(
        block(plain, 48, Medium::Spoken),
        ["ROW       A1 White House; B1 Microsoft; A CISA"]
    );
    let two = Items { room: Room::Rows(2), ..items(&names) };
    // A dot without room at the end of a line begins the next one.
    assert_eq!(row(two, 40), ["A1 White House · B1 Microsoft", "· A CISA"]);
    let all = Items { room: Room::AsNeeded, ..items(&names) };
    assert_eq!(row(all, 26), ["A1 White House ·", "B1 Microsoft ·", "A CISA"]);
    // Unless the thing needs all of that line.
    let wide = Items { room: Room::Rows(2), ..items(&["B1 Microsoft", "A1 White House"]) };
    assert_eq!(row(wide.clone(), 25), ["B1 Microsoft ·", "A1 White House"]);
    assert_eq!(row(wide, 24), ["B1 Microsoft ·", "A1 White House"]);
    let even = Items { room: Room::Rows(2), ..items(&["A1 White House", "B1 Greek House"]) };
    assert_eq!(row(even, 25), ["A1 White House", "B1 Greek House"]);
}

#[test]
fn shorter_forms_of_all_things_come_before_leaving_any_out() {
    let forms = |all: &[&[&str]]| {
        let form = |form: &&str| vec![Run::text(text(form))];
        Items::new(all.iter().map(|forms| forms.iter().map(form).collect()).collect())
    };
    let things = [&["day 17 Jul (C4 Wired)", "day 17 Jul"][..], &["little damage (C4)", "little"]];
    assert_eq!(row(forms(&things), 60), ["day 17 Jul (C4 Wired) · little damage (C4)"]);
    assert_eq!(row(forms(&things), 50), ["day 17 Jul · little"]);
    assert_eq!(row(forms(&things), 25), ["day 17 Jul +1"]);
}

#[test]
fn what_does_not_fit_is_passed_over_where_a_shorter_one_follows() {
    let asked = Items { passes: true, ..items(&["Did Iran do it?", "How much?", "Why?"]) };
    assert_eq!(row(asked.clone(), 39), ["Did Iran do it? · Why? +1"]);
    assert_eq!(row(asked, 23), ["How much? +2"]);
    let lead = vec![Run::sign(Sign::Differs, Tone::Against)];
    let tail = vec![Run::text(" (in all)")];
    let objecting = Items { lead, tail, left_out: " differ", ..items(&["one", "another one"]) };
    assert_eq!(row(objecting, 36), ["≠ one +1 differ (in all)"]);
}

#[test]
fn the_key_of_a_row_stands_at_the_right_edge() {
    let row = Row {
        end: vec![Run::new("Q", Tone::Link)],
        height: 2,
        ..Row::new("IF ASKED", vec![Line::one(vec![Run::text("How bad was it?")])])
    };
    let lines = block(Block::Row(row), 30, Medium::Screen);
    assert_eq!(lines, ["IF ASKED  How bad was it?    Q", ""]);
}

#[test]
fn a_line_takes_the_first_form_that_fits_and_gives_way_where_it_may() {
    let name = Run::Elastic { text: text("Associated Press of New York"), tone: Tone::Text };
    let line = Line::Fitting(vec![
        vec![Run::text("A1 "), name.clone(), Run::text(" (repeats Reuters)")],
        vec![Run::text("A1 "), name, Run::text(" (2nd hand)")],
    ]);
    let row = |width| block(Block::Row(Row::new("", vec![line.clone()])), width, Medium::Screen);
    assert_eq!(row(60), ["          A1 Associated Press of New York (repeats Reuters)"]);
    assert_eq!(row(58), ["          A1 Associated Press of New York (2nd hand)"]);
    assert_eq!(row(40), ["          A1 Associated Pres… (2nd hand)"]);
    assert_eq!(row(20), ["          A1 Associ…"]);
}

#[test]
fn a_line_that_flows_takes_the_rows_it_may_and_is_never_cut() {
    let form = |words: &str, rows| (vec![Run::text(text(words))], rows);
    let line = Line::Flowing(vec![
        form("very likely (80-95%): Iran's state. Iran denies it.", 1),
        form("very likely: Iran's state. Iran denies it.", 1),
        form("very likely (80-95%): Iran's state. Iran denies it.", 2),
        form("very likely: Iran's state. Iran denies it.", usize::MAX),
    ]);
    let row = |width| block(Block::Row(Row::new("", vec![line.clone()])), width, Medium::Screen);
    let lines = |width| row(width).iter().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(78), ["very likely (80-95%): Iran's state. Iran denies it."]);
    assert_eq!(lines(58), ["very likely: Iran's state. Iran denies it."]);
    assert_eq!(lines(48), ["very likely (80-95%): Iran's state.", "Iran denies it."]);
    assert_eq!(lines(30), ["very likely: Iran's", "state. Iran denies", "it."]);
}

#[test]
fn a_thing_wider_than_its_row_goes_on_in_the_next_one() {
    let names = ["planned; no source here says that it took place", "day HIGH"];
    let all = Items { room: Room::AsNeeded, ..items(&names) };
    assert_eq!(
        row(all.clone(), 48),
        ["planned; no source here says that it", "took place · day HIGH"]
    );
    assert_eq!(row(all, 78), ["planned; no source here says that it took place · day HIGH"]);
}

fn table() -> Block {
    let column = |heading, width| Column { heading, width };
    let columns = vec![column("grade", ColumnWidth::Cells), column("who", ColumnWidth::Rest)];
    let cells = |grade, who: &str| vec![vec![Run::text(grade)], vec![Run::text(text(who))]];
    let under = vec![Block::Paragraph(vec![Run::new("Iran did it.", Tone::Quiet)])];
    let rows = vec![
        TableRow { cells: cells("A1", "The White House in Washington"), under },
        TableRow { cells: cells("B", "Microsoft"), under: Vec::new() },
    ];
    Block::Table(Table { columns, rows })
}

#[test]
fn a_table_finds_its_widths_and_is_text_where_they_are_too_little() {
    assert_eq!(
        block(table(), 30, Medium::Screen),
        [
            "grade  who",
            "A1     The White House in",
            "       Washington",
            "  Iran did it.",
            "B      Microsoft"
        ]
    );
    assert_eq!(
        block(table(), 20, Medium::Screen),
        [
            "grade: A1 · who:",
            "  The White House in",
            "  Washington",
            "  Iran did it.",
            "grade: B · who:",
            "  Microsoft"
        ]
    );
    assert_eq!(
        block(table(), 60, Medium::Spoken),
        [
            "grade: A1; who: The White House in Washington",
            "  Iran did it.",
            "grade: B; who: Microsoft"
        ]
    );
}

#[test]
fn a_marker_without_room_is_the_beginning_of_its_entry() {
    let entry = |marker| Block::Entry(Entry::new(marker, vec![Run::text("19 September of 2022")]));
    let sign = Marker::Sign(Some(Sign::InDispute), Tone::Against);
    assert_eq!(block(entry(sign), 18, Medium::Screen), ["  ≠ 19 September", "    of 2022"]);
    assert_eq!(
        block(entry(sign), 24, Medium::Spoken),
        ["  in dispute: 19", "    September of 2022"]
    );
    assert_eq!(block(entry(Marker::Ordinal(2)), 40, Medium::Screen), ["2. 19 September of 2022"]);
    assert_eq!(block(entry(Marker::Inset), 17, Medium::Screen), ["   19 September", "   of 2022"]);
}

#[test]
fn signs_are_told_apart_by_their_words_and_stand_on_their_blanks() {
    for sign in Sign::ALL {
        let blank = |text: &str| (text.starts_with(' '), text.ends_with(' '));
        assert!(blank(sign.glyph()).1 && blank(sign.words()).1, "{sign:?}");
        let others = Sign::ALL.iter().filter(|other| other.words() == sign.words());
        assert_eq!(others.count(), 1, "{sign:?}");
    }
}

#[test]
fn sections_are_set_off_by_one_line_and_empty_ones_by_none() {
    let section = |heading: Option<&'static str>, text: &[&'static str]| Section {
        heading: heading.map(DisplayText::literal),
        blocks: text.iter().map(|text| Block::Paragraph(vec![Run::text(*text)])).collect(),
        ..Section::default()
    };
    let body = vec![
        section(None, &["One."]),
        section(None, &[]),
        section(Some("TWO"), &["Two."]),
        section(Some("THREE"), &[]),
    ];
    let content = Content { body, ..Content::default() };
    let lines = lines_of(&Page::laid_out(&content, &format(40, Medium::Screen)));
    assert_eq!(lines, ["One.", "", "TWO", "Two.", "", "THREE"]);
}
