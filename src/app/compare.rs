//! The page of the subject, and beside it that of what is pinned.

use super::{App, Density, Face, preferences};
use crate::library::{ItemId, Library};
use crate::page::{
    self, Agreement, Comparison, ComparisonRow, Page, PageLine, PageSize, Piece, Tone,
};
use crate::text::{DisplayText, Fit, wrap};

/// What the pages of the reader were made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PagesFor {
    subject: Option<ItemId>,
    pinned: Option<ItemId>,
    face: Face,
    size: PageSize,
    /// Columns of what is pinned, where it is shown.
    beside: Option<usize>,
    density: Density,
}

/// Columns of the sign before a fact.
const SIGN: usize = 2;
/// Columns of the sign and the name of a fact.
const LABEL: usize = SIGN + 13;
/// Columns under which the name of a fact stands in a line of its own.
const NARROW: usize = 34;

impl App {
    /// Brings the pages of the reader up to date.
    pub(super) fn arrange_page(&mut self) {
        let made_for = PagesFor {
            subject: self.here.subject,
            pinned: self.here.pinned,
            face: self.here.face,
            size: self.page_size(),
            beside: self.layout.pinned.map(|area| usize::from(area.body.width)),
            density: self.preferences.density,
        };
        // A page is a good part of a frame's work; most keys leave it as it is.
        if self.page_made_for != Some(made_for) {
            let (page, pinned) = self.pages(made_for);
            // Facts that are compared keep their rows.
            let compared = made_for.pinned.is_some();
            self.page = match made_for.density {
                Density::Compact if !compared => preferences::compact(page),
                Density::Compact | Density::Roomy => page,
            };
            self.pinned_page = pinned;
            self.page_made_for = (!self.loading).then_some(made_for);
        }
        let links = self.page.links.len();
        self.here.link = self.here.link.filter(|link| *link < links);
        let beside = self.layout.pinned.map_or(0, |_| self.pinned_page.body.len());
        let last = self.page.body.len().max(beside).saturating_sub(self.reader_rows());
        self.here.reader_scroll = self.here.reader_scroll.min(last);
    }

    /// The page of the subject and that of what is pinned.
    fn pages(&self, made_for: PagesFor) -> (Page, Page) {
        let PagesFor { subject, pinned, face, size, beside, density: _ } = made_for;
        let library = &*self.library;
        let Some(subject) = subject else {
            let page =
                if self.loading { Page::loading() } else { Page::empty(library, size.width) };
            return (page, Page::default());
        };
        let Some(pinned) = pinned else {
            return (page_of(library, subject, face, size), Page::default());
        };
        if face != Face::Item {
            let held = PageSize { width: beside.unwrap_or(size.width), ..size };
            return (page_of(library, subject, face, size), page_of(library, pinned, face, held));
        }
        let width = size.width.min(beside.unwrap_or(size.width));
        match beside {
            // Alone and compared with itself it is read as ever.
            None if pinned == subject => {
                (page_of(library, subject, face, size), page_of(library, pinned, face, size))
            }
            Some(_) if pinned == subject => {
                let (held, _) = sides(library, pinned, subject, width);
                (nothing_beside(library, subject, width), held)
            }
            None | Some(_) => {
                let (held, page) = sides(library, pinned, subject, width);
                (page, held)
            }
        }
    }
}

/// A face of an item; its page where it has no such face.
fn page_of(library: &Library, item: ItemId, face: Face, size: PageSize) -> Page {
    let turned = match face {
        Face::Item => None,
        Face::WhoSays => Page::who(library, item, size),
        Face::Provenance => Some(Page::provenance(library, item, size)),
    };
    turned.unwrap_or_else(|| Page::new(library, item, size))
}

/// What stands beside the pinned item while it is the subject itself.
fn nothing_beside(library: &Library, subject: ItemId, width: usize) -> Page {
    let words = DisplayText::literal(
        "This is what is pinned. Choose another row to compare it with: facts that both state \
         stand in the same row, with = where they agree and \u{2260} where they differ.",
    );
    let lines = wrap(&words, width.max(1)).into_iter();
    let body = lines.map(|range| vec![Piece::new(words.slice(range), Tone::Dim)]).collect();
    let answer = library.answer(subject);
    Page { subject: Some(subject), title: title(library, subject), answer, body, ..Page::default() }
}

fn title(library: &Library, item: ItemId) -> DisplayText {
    let Some(item) = library.get(item) else { return DisplayText::default() };
    crate::text![item.kind.name(), " ", item.slug.shown()]
}

/// Two items as two pages of so many columns; a fact that both state stands in the same lines.
fn sides(library: &Library, left: ItemId, right: ItemId, width: usize) -> (Page, Page) {
    let values = if width < NARROW { width.saturating_sub(SIGN) } else { width - LABEL };
    let compared = page::compare(library, left, right, values);
    let signed = left != right;
    let needed = |title: &DisplayText| wrap(title, width.max(1)).len();
    let rows = needed(&compared.left_title).max(needed(&compared.right_title)).min(2);
    let page = |item: ItemId,
                full_title: &DisplayText,
                side: fn(&ComparisonRow) -> &[DisplayText]| Page {
        subject: Some(item),
        title: title(library, item),
        // The lists of sources tell grade and side by it.
        answer: library.answer(item),
        card: title_lines(full_title, width, rows),
        body: compared.rows.iter().flat_map(|row| fact(row, side(row), signed, width)).collect(),
        ..Page::default()
    };
    let Comparison { left_title, right_title, .. } = &compared;
    (page(left, left_title, |row| &row.left), page(right, right_title, |row| &row.right))
}

/// A title in so many rows whatever it needs, so that what is below stands in the same rows on both
/// sides.
fn title_lines(title: &DisplayText, width: usize, rows: usize) -> Vec<PageLine> {
    let ranges = wrap(title, width.max(1));
    let mut lines = vec![Vec::new(); rows];
    for (at, (line, range)) in lines.iter_mut().zip(&ranges).enumerate() {
        let text = if at == 1 && ranges.len() > 2 {
            let rest = title.slice(range.start..title.as_str().len());
            rest.fit(width, "\u{2026}")
        } else {
            title.slice(range.clone())
        };
        line.push(Piece::new(text, Tone::Strong));
    }
    lines
}

/// The lines of one side of a row, as many as the row has.
fn fact(row: &ComparisonRow, side: &[DisplayText], signed: bool, width: usize) -> Vec<PageLine> {
    if row.is_heading() {
        let text = row.label.fit(width, "\u{2026}");
        return vec![Vec::new(), vec![Piece::new(text, Tone::Label)]];
    }
    let (sign, tone) = match row.agreement.filter(|_| signed) {
        Some(agreement @ Agreement::Differs) => (agreement.sign(), Tone::Differs),
        Some(agreement @ Agreement::Same) => (agreement.sign(), Tone::Text),
        None => (" ", Tone::Text),
    };
    let sign = Piece::new(crate::text![sign, " "], tone);
    let value = |line: Option<&DisplayText>| {
        let text = line.cloned().unwrap_or_default();
        let tone = if text.as_str() == page::SILENT { Tone::Dim } else { tone };
        Piece::new(text, tone)
    };
    let label = |columns: usize| {
        Piece::new(page::padded(&row.label, columns.saturating_sub(SIGN)), Tone::Label)
    };
    let lines = (0..row.height()).map(|at| side.get(at));
    if width < NARROW {
        let head = vec![sign, label(width)];
        let indent = || Piece::new(page::blanks(SIGN), Tone::Text);
        return std::iter::once(head)
            .chain(lines.map(|line| vec![indent(), value(line)]))
            .collect();
    }
    let mut lead = vec![sign, label(LABEL)];
    let indent = || vec![Piece::new(page::blanks(LABEL), Tone::Text)];
    lines
        .map(|line| {
            let mut pieces = if lead.is_empty() { indent() } else { std::mem::take(&mut lead) };
            pieces.push(value(line));
            pieces
        })
        .collect()
}

#[cfg(test)]
mod tests;
