//! The only writer of cells: takes shown text and roles, nothing else.

use super::apart::{self, Field};
use crate::config::{Role, Theme};
use crate::library::Marking;
use crate::page::{PageLine, Tone};
use crate::text::{self, DisplayText};
use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use std::num::NonZeroU16;
use std::ops::Range;

/// A frame being painted.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    /// Whether rules and separators are drawn; their places stay blank otherwise.
    rules: bool,
    /// Where text runs from right to left.
    fields: Vec<Field>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme, rules: bool) -> Self {
        Self { buffer, theme, rules, fields: Vec::new() }
    }

    /// Ends the frame: text that runs from right to left is set apart.
    pub(super) fn finish(self) {
        apart::set_apart(self.buffer, &self.fields);
    }

    pub(super) fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Blanks an area in the look of a role.
    pub(super) fn fill(&mut self, area: Rect, role: Role) {
        let style = self.theme.style(role);
        let (rows, columns) = (area.top()..area.bottom(), area.left()..area.right());
        let fields = std::mem::take(&mut self.fields).into_iter();
        self.fields = fields.flat_map(|field| field.beside(&rows, &columns)).flatten().collect();
        for position in area.intersection(self.buffer.area).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// Gives an area the look of a role and leaves its text, and nothing of it dim: it was chosen.
    pub(super) fn restyle(&mut self, area: Rect, role: Role) {
        let style = self.theme.style(role).remove_modifier(Modifier::DIM);
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Writes text from a cell on, at most so many columns; returns the columns used.
    pub(super) fn text(&mut self, at: Position, width: u16, text: &DisplayText, role: Role) -> u16 {
        let used = self.piece(at, width, text, role);
        if text::runs_right_to_left(text.as_str()) {
            self.field(at, used);
        }
        used
    }

    /// Notes that text from a cell on runs from right to left.
    fn field(&mut self, at: Position, used: u16) {
        self.fields.push(Field { row: at.y, columns: at.x..at.x.saturating_add(used) });
    }

    fn piece(&mut self, at: Position, width: u16, text: &DisplayText, role: Role) -> u16 {
        let style = alone(self.theme.style(role));
        let mut used = 0;
        let mut start = 0;
        let end = text.as_str().len();
        for marker in text.markers().iter().cloned().chain(std::iter::once(end..end)) {
            used += self.run(at, used, width, (text, start..marker.start), style);
            let marked = style.patch(self.theme.style(Role::Marker));
            used += self.run(at, used, width, (text, marker.clone()), marked);
            start = marker.end;
        }
        used
    }

    fn run(
        &mut self,
        at: Position,
        used: u16,
        width: u16,
        (text, range): (&DisplayText, Range<usize>),
        style: Style,
    ) -> u16 {
        let part = text::part(text.as_str(), range);
        let left = width.saturating_sub(used);
        let x = at.x.saturating_add(used);
        let area = self.buffer.area;
        if part.is_empty() || left == 0 || !area.contains(Position::new(x, at.y)) {
            return 0;
        }
        let end = x.saturating_add(left).min(area.right());
        let mut next = x;
        for (_, cluster) in text::clusters(part) {
            let width = u16::try_from(text::columns(cluster)).unwrap_or(u16::MAX);
            if width > end - next {
                break;
            }
            self.cluster(Position::new(next, at.y), width, cluster, style);
            next += width;
        }
        next - x
    }

    /// Writes a cluster into a cell. The cells that it covers besides are empty, not blank: a terminal
    /// can show a part of it there, so a blank that follows has to be drawn.
    fn cluster(&mut self, at: Position, width: u16, cluster: &str, style: Style) {
        // What is drawn next stands where the program counts, whatever ratatui would count.
        let counted = NonZeroU16::new(width).filter(|width| width.get() != cluster.cell_width());
        let option = counted.map_or(CellDiffOption::None, CellDiffOption::ForcedWidth);
        for (offset, symbol) in
            (0..width).zip(std::iter::once(cluster).chain(std::iter::repeat("")))
        {
            if let Some(cell) = self.buffer.cell_mut((at.x + offset, at.y)) {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "the canvas is the one writer of cells"
                )]
                cell.set_symbol(symbol).set_style(style);
                cell.diff_option = if offset == 0 { option } else { CellDiffOption::None };
            }
        }
    }

    /// Writes a literal of the program.
    pub(super) fn literal(
        &mut self,
        at: Position,
        width: u16,
        text: &'static str,
        role: Role,
    ) -> u16 {
        self.text(at, width, &DisplayText::literal(text), role)
    }

    /// Draws a rule or a separator: a literal of one column over an area.
    pub(super) fn rule(&mut self, area: Rect, sign: &'static str) {
        self.rule_in(area, sign, Role::Frame);
    }

    /// The same in the look of a role.
    pub(super) fn rule_in(&mut self, area: Rect, sign: &'static str, role: Role) {
        if !self.rules {
            return;
        }
        for position in area.intersection(self.buffer.area).positions() {
            self.literal(position, 1, sign, role);
        }
    }

    /// Writes a line of a page; `chosen` is the link to show as selected. Returns the column of the
    /// chosen link, if it stands in this line.
    pub(super) fn page_line(
        &mut self,
        at: Position,
        width: u16,
        line: &PageLine,
        chosen: Option<usize>,
    ) -> Option<Position> {
        let mut used = 0;
        let mut found = None;
        // The pieces of a line are one sentence.
        let mut right_to_left = false;
        for piece in line {
            let here = Position::new(at.x + used.min(width), at.y);
            let is_chosen = chosen.is_some() && piece.link == chosen;
            let role = if is_chosen { Role::Selection } else { role(piece.tone) };
            if is_chosen && found.is_none() {
                found = Some(here);
            }
            used += self.piece(here, width.saturating_sub(used), &piece.text, role);
            right_to_left |= text::runs_right_to_left(piece.text.as_str());
        }
        if right_to_left {
            self.field(at, used);
        }
        found
    }
}

/// A style that takes nothing over from what was drawn before: a title is not dim for standing on a
/// dim line.
fn alone(style: Style) -> Style {
    Style { sub_modifier: style.add_modifier.complement(), ..style }
}

/// The look of a tone.
pub(super) fn role(tone: Tone) -> Role {
    match tone {
        Tone::Text => Role::Text,
        Tone::Quiet => Role::Quiet,
        Tone::Strong => Role::Strong,
        Tone::Label => Role::Label,
        Tone::Link => Role::Link,
        Tone::Key => Role::Key,
        Tone::Answer => Role::Answer,
        Tone::Against => Role::Against,
        Tone::Grade => Role::Grade,
        Tone::Marking(marking) => marking_role(Some(marking)),
        Tone::Warning => Role::Warning,
    }
}

/// The look of a marking; of one that is not known that of the lowest, which says least.
pub(super) fn marking_role(marking: Option<Marking>) -> Role {
    match marking {
        Some(Marking::Red) => Role::TlpRed,
        Some(Marking::Amber | Marking::AmberStrict) => Role::TlpAmber,
        Some(Marking::Green) => Role::TlpGreen,
        Some(Marking::Clear) | None => Role::TlpClear,
    }
}
