//! The markings of a file, wherever they stand in it. One that no record has taken still counts: it is
//! given twice, cannot be read, or stands where no record has one.

use super::Reader;
use super::beside::{Piece, in_comment_of_marking, pieces};
use super::stated::{Below, Key, Stated, stated};
use crate::brief::Marking;
use crate::brief::value::named_in_words;
use crate::diag::{Code, Diagnostic, Located, Span};
use crate::text;
use crate::text::{DisplayText, part};
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

impl Reader<'_> {
    /// Raises what stands below a marking that was not taken, tells it, and notes the strictest of all.
    pub(super) fn settle_markings(&mut self, is_registry: bool) {
        let stated = stated(self.context.raw);
        let taken = self.taken(&stated);
        let labels = || stated.iter().filter(|stated| stated.key != Key::Handling);
        let strictest = labels().map(|stated| stated.value.unwrap_or(Marking::Red)).max();
        // Of a record that is left out nothing is shown but what is found in it, and that has the marking
        // of the file.
        let left_out = self.context.left_out.iter().filter(|left| !left.stands);
        let mut left_out: Vec<usize> = left_out.map(|left| left.span.start()).collect();
        left_out.sort_unstable();
        let is_left_out = |stated: &Stated| {
            let Some(Below { header, .. }) = &stated.below else { return false };
            let first = left_out.partition_point(|start| *start < header.start);
            left_out.get(first).is_some_and(|start| *start < header.end)
        };
        let not_taken = stated.iter().zip(taken).filter(|(_, is_taken)| !is_taken);
        let mut open: Vec<&Stated> =
            not_taken.map(|(stated, _)| stated).filter(|stated| !is_left_out(stated)).collect();
        // The strictest first: what counts less than another one need not be told as what counts.
        open.sort_by_key(|stated| Reverse(stated.value.unwrap_or(Marking::Red)));
        for stated in open {
            self.raise(stated, is_registry);
        }
        self.heed_handling(&stated);
        let header = match &self.document.brief {
            Some(brief) => Some(brief.marking.value),
            None if is_registry => Some(Marking::Clear),
            // Of a header that cannot be read the label still may.
            None => labels()
                .any(|stated| stated.below.as_ref().is_some_and(|below| below.is_brief))
                .then_some(Marking::Clear),
        };
        // The header's own counts among all that are stated; without one nobody knows what it would be.
        self.document.marked.strictest = header.and_then(|header| strictest.max(Some(header)));
    }

    /// Of each marking whether a record has it as it is written.
    fn taken(&self, stated: &[Stated]) -> Vec<bool> {
        let Reader { document, .. } = self;
        let brief = document.brief.iter().map(|brief| &brief.marking);
        let all = brief.chain(document.markable().filter_map(|(.., own)| own));
        let mut own: Vec<(usize, Marking)> = all.map(|own| (own.span.start(), own.value)).collect();
        own.sort_unstable();
        let handled = document.brief.as_ref().is_some_and(|brief| brief.handling.is_some());
        let handlings = stated.iter().filter(|stated| stated.key == Key::Handling).count();
        let is_taken = |stated: &Stated| match stated.key {
            Key::Handling => handled && handlings == 1,
            Key::Beside => false,
            Key::Label => {
                let first = own.partition_point(|(start, _)| *start < stated.at.start);
                // Of two labels in one statement a record may have the other one.
                own.get(first).is_some_and(|(start, value)| {
                    *start < stated.at.end && Some(*value) >= stated.named
                })
            }
        };
        stated.iter().map(is_taken).collect()
    }

    /// Raises the record that a marking stands in, or all of the file where that is none.
    fn raise(&mut self, stated: &Stated, is_registry: bool) {
        let value = stated.value.unwrap_or(Marking::Red);
        let (raised, words) = match self.raise_record(stated, value) {
            Some((raised, words)) => (raised, words),
            None if is_registry => {
                let floor = &mut self.document.marked.floor;
                let raised = *floor < Some(value);
                *floor = (*floor).max(Some(value));
                (raised, text!["every record of this file"])
            }
            None => {
                let Some(brief) = self.document.brief.as_mut().map(Arc::make_mut) else { return };
                let raised = brief.marking.value < value;
                brief.marking.value = brief.marking.value.max(value);
                (raised, text!["the brief"])
            }
        };
        let meets =
            |range: &Range<usize>| range.start < stated.at.end && stated.at.start < range.end;
        let is_told =
            |found: &Diagnostic| found.code == Code::E130 && meets(&found.primary.range());
        if raised && !self.context.found.iter().any(is_told) {
            self.tell_raised(stated, &words, value);
        }
    }

    /// Raises the event, actor or source that holds a place; whether that changed anything, and what it is.
    fn raise_record(&mut self, stated: &Stated, value: Marking) -> Option<(bool, DisplayText)> {
        if stated.below.as_ref().is_some_and(|below| below.is_brief) {
            return None;
        }
        let span = Span::new(self.context.source, stated.at.clone());
        let raised = |marking: &mut Option<Located<Marking>>| {
            let before = marking.as_ref().map(|own| own.value);
            if before < Some(value) {
                *marking = Some(Located { value, span });
            }
            before < Some(value)
        };
        let raw = self.context.raw;
        let document = &mut self.document;
        if let Some(event) = last(&mut document.events, stated, raw, |event| &event.span) {
            let words = text!["the event `", event.id.value.shown(), "`"];
            return Some((raised(&mut Arc::make_mut(event).marking), words));
        }
        if let Some(actor) = last(&mut document.actors, stated, raw, |actor| &actor.span) {
            let words = text!["the actor `", actor.id.value.shown(), "`"];
            return Some((raised(&mut Arc::make_mut(actor).marking), words));
        }
        let source = last(&mut document.sources, stated, raw, |source| &source.span)?;
        let words = text!["the source `", source.id.value.shown(), "`"];
        Some((raised(&mut Arc::make_mut(source).marking), words))
    }

    fn tell_raised(&mut self, stated: &Stated, raised: &DisplayText, value: Marking) {
        if stated.key == Key::Beside {
            let message =
                text!["a marking stands here as well: ", raised, " counts as ", value.word()];
            let help = "write it as `tlp` of what it marks, or take it out here";
            self.context.report_with(Code::E130, stated.at.clone(), message, Some(help.into()));
            return;
        }
        let which = match stated.value {
            Some(_) => "this marking is not the one that was read",
            None => "this marking cannot be read",
        };
        let message = text![which, ": ", raised, " counts as ", value.word()];
        let help = text!["keep one `tlp`, in the header of the brief or record that it marks"];
        let at = key(self.context.raw, &stated.at);
        self.context.report_with(Code::E130, at, message, Some(help));
    }

    /// Takes what `handling` says where it may be stricter than the label.
    fn heed_handling(&mut self, stated: &[Stated]) {
        let Some(brief) = &mut self.document.brief else { return };
        let Some(handling) = &brief.handling else { return };
        let at = stated.iter().find(|stated| stated.key == Key::Handling);
        let before = brief.marking.value;
        let written = at.map_or("", |at| part(self.context.raw, at.at.clone()));
        let comment = pieces(written).find_map(|piece| match piece {
            Piece::Comment(at) => in_comment_of_marking(part(written, at), before),
            Piece::Text(_) => None,
        });
        let named = named_in_words(handling.as_str(), before).max(comment);
        let Some(named) = named else { return };
        let before = before.word();
        let at = at.map_or_else(|| brief.marking.span.range(), |at| key(self.context.raw, &at.at));
        Arc::make_mut(brief).marking.value = named;
        let message = text![
            "`handling` may say more than `tlp = \"",
            before,
            "\"`: the brief counts as ",
            named.word()
        ];
        let help = text![
            "write the label that it comes to as `tlp`; beside CLEAR and GREEN `handling` may say only what is \
             known to be open: UNCLASSIFIED, OFFICIAL, PUBLIC, FOR PUBLIC RELEASE, EXERCISE"
        ];
        self.context.report_with(Code::E130, at, message, Some(help));
    }
}

/// The key of a statement.
fn key(raw: &str, at: &Range<usize>) -> Range<usize> {
    let statement = part(raw, at.clone());
    let key = part(statement, ..statement.find(['=', ':']).unwrap_or(statement.len())).trim_end();
    at.start + key.len() - key.trim_start().len()..at.start + key.len()
}

/// The record that holds a marking, of records in the order of the file.
fn last<'r, R>(
    records: &'r mut [R],
    stated: &Stated,
    raw: &str,
    span: impl Fn(&R) -> &Span,
) -> Option<&'r mut R> {
    let above = records.partition_point(|record| span(record).start() <= stated.within);
    let record = records.get_mut(above.checked_sub(1)?)?;
    let range = span(record).range();
    // What stands in braces ends with them; below a header a record ends with the next one.
    let in_braces = part(raw, range.clone()).starts_with('{');
    let from = stated.below.as_ref().map_or(0, |below| below.header.start);
    let holds = if in_braces { stated.at.end <= range.end } else { from <= range.start };
    holds.then_some(record)
}

#[cfg(test)]
mod tests;
