//! What every step of reading one file shares: its text, its place and the findings so far.

use super::shape::Table;
use super::toml_text::quoted_text;
use super::{LeftOut, Slug, TimelinePlace};
use crate::diag::{Code, Diagnostic, Located, MOST_FINDINGS, Severity, SourceId, Sources, Span};
use crate::text;
use crate::text::{Alteration, Change, DisplayText, clean, clean_written, clean_written_line};
use hipstr::HipStr;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// A text as it stands in a file, with its place.
pub(super) type Text = Spanned<String>;

/// What a finding says behind a slip that is read all the same.
pub const AS_MEANT: &str = "; it is read as it was meant";

/// Findings about hidden characters in one text, at most.
const HIDDEN_SHOWN: usize = 8;

/// Bytes of the quotes before a text: of one line, of several, and with a line end behind them.
const OPENINGS: [usize; 3] = [1, 3, 4];

/// The file being read.
pub(super) struct Context<'a> {
    pub(super) sources: &'a Sources,
    pub(super) source: SourceId,
    pub(super) raw: &'a str,
    /// The same, of which texts are parts.
    shared: HipStr<'static>,
    pub(super) found: Vec<Diagnostic>,
    /// Places of syntax errors in order; a record that holds one is not blamed for missing keys.
    pub(super) broken: Vec<usize>,
    /// Findings beyond the limit.
    pub(super) untold: usize,
    /// The gravest of them.
    pub(super) untold_gravest: Severity,
    /// Ids of events, claims and judgements.
    ids: BTreeMap<Slug, (Span, &'static str)>,
    /// Records that are not made.
    pub(super) left_out: Vec<LeftOut>,
    /// Texts that are no ids where ids belong, each with the number of its finding.
    pub(super) unnamed: Vec<(usize, String)>,
    /// Whether a part of a value was left out since this was last asked.
    pub(super) is_lossy: bool,
    /// Where the last event stands in time.
    pub(super) above: Option<TimelinePlace>,
}

/// Outside text in a message: cleaned, on one line, at most 60 characters.
pub(super) fn quoted(text: &str) -> DisplayText {
    clean_written(&shortened(text), |_| {})
}

/// As much of outside text as [`quoted`] shows, as a string of TOML.
pub(super) fn quoted_string(text: &str) -> DisplayText {
    clean_written(&quoted_text(&shortened(text)), |_| {})
}

fn shortened(text: &str) -> String {
    let mut short: String =
        text.chars().take(60).map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

/// Where the value of one string stands in the file.
pub(super) struct Written<'a> {
    raw: &'a str,
    value: &'a str,
    whole: Range<usize>,
    /// Looked for once: each search walks the whole string.
    start: OnceCell<Option<usize>>,
}

impl<'a> Written<'a> {
    pub(super) fn new(raw: &'a str, text: &'a Text) -> Self {
        let (value, whole) = (text.get_ref().trim_end(), text.span());
        Self { raw, value, whole, start: OnceCell::new() }
    }

    /// The place of a byte range of the value: exact when the file holds the value as it is, else
    /// the whole string.
    pub(super) fn range(&self, part: &Range<usize>) -> Range<usize> {
        let start = *self.start.get_or_init(|| {
            let written = self.raw.get(self.whole.clone())?;
            written.find(self.value).map(|quotes| self.whole.start + quotes)
        });
        start.map_or_else(|| self.whole.clone(), |start| start + part.start..start + part.end)
    }
}

impl<'a> Context<'a> {
    pub(super) fn new(sources: &'a Sources, source: SourceId) -> Self {
        Self {
            sources,
            source,
            raw: sources.raw(source),
            shared: sources.shared(source),
            found: Vec::new(),
            broken: Vec::new(),
            untold: 0,
            untold_gravest: Severity::Information,
            ids: BTreeMap::new(),
            left_out: Vec::new(),
            unnamed: Vec::new(),
            is_lossy: false,
            above: None,
        }
    }
}

impl Context<'_> {
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    pub(super) fn line(&self, range: &Range<usize>) -> usize {
        self.sources.place(self.source, range.start).line
    }

    pub(super) fn report(&mut self, code: Code, range: Range<usize>, message: DisplayText) {
        self.report_with(code, range, message, None);
    }

    /// Whether the limit of findings is reached.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST_FINDINGS
    }

    /// Counts a finding beyond the limit.
    pub(super) fn leave_out(&mut self, severity: Severity) {
        self.untold += 1;
        self.untold_gravest = self.untold_gravest.max(severity);
    }

    /// Keeps a finding, within the limit.
    pub(super) fn keep(&mut self, finding: Diagnostic) {
        if self.is_full() {
            self.leave_out(finding.severity);
        } else {
            self.found.push(finding);
        }
    }

    /// Whether a syntax error stands within a range or at its end.
    pub(super) fn is_broken(&self, range: &Range<usize>) -> bool {
        let first = self.broken.partition_point(|at| *at < range.start);
        self.broken.get(first).is_some_and(|at| *at <= range.end)
    }

    pub(super) fn report_with(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: DisplayText,
        help: Option<DisplayText>,
    ) {
        let mut diagnostic = Diagnostic::new(code, self.span(range), message);
        diagnostic.help = help;
        self.keep(diagnostic);
    }

    /// Remembers a text that is no id; the next finding is about it, unless the limit is reached.
    pub(super) fn leave_unnamed(&mut self, written: &str) {
        if !self.is_full() {
            self.unnamed.push((self.found.len(), written.to_owned()));
        }
    }

    /// Tells of a table that is written as something else.
    pub(super) fn no_table(&mut self, table: &Table, range: Range<usize>) {
        let message = text!["`", table.name, "` must be written as `", table.written, "`"];
        self.report(Code::E004, range, message);
    }

    /// Remembers a record that is not made.
    pub(super) fn leave_out_record(
        &mut self,
        noun: &'static str,
        id: Option<Slug>,
        header: Range<usize>,
    ) {
        let line = self.line(&header);
        let span = self.span(header);
        self.left_out.push(LeftOut { noun, id, span, line, stands: false });
    }

    /// Takes an id of the space of events, claims and judgements.
    pub(super) fn own_id(&mut self, noun: &'static str, text: &Text) -> Option<Located<Slug>> {
        let id = self.named(text)?;
        if let Some((first, first_noun)) = self.ids.get(&id.value) {
            let line = self.line(&first.range());
            let message = text![
                "`",
                id.value.shown(),
                "` is already the id of the ",
                first_noun,
                " at line ",
                line
            ];
            let first = first.clone();
            self.keep(
                Diagnostic::new(Code::E011, id.span, message)
                    .related(first, "used here first")
                    .help("events, claims and judgements share one space of ids"),
            );
            return None;
        }
        self.ids.insert(id.value.clone(), (id.span.clone(), noun));
        Some(id)
    }

    /// An id for a record whose own cannot be read: `line-52`. What refers to it by another is told that.
    pub(super) fn made_id(
        &mut self,
        noun: &'static str,
        header: Range<usize>,
        range: Range<usize>,
    ) -> Located<Slug> {
        let line = self.line(&header);
        let span = self.span(range);
        let record = LeftOut { noun, id: None, span: span.clone(), line, stands: true };
        self.left_out.push(record);
        // More than one record can begin in a line, and thousands do in a hostile file.
        let mut value = Slug::of_line(line, None);
        let mut number = self.left_out.len();
        while self.ids.contains_key(&value) {
            value = Slug::of_line(line, Some(number));
            number += 1;
        }
        self.ids.insert(value.clone(), (span.clone(), noun));
        Located { value, span }
    }

    /// A text on one line.
    pub(super) fn line_text(&mut self, text: &Text) -> DisplayText {
        self.clean(text, |input, altered| clean_written_line(input, altered))
    }

    /// A text with its own line ends.
    pub(super) fn block_text(&mut self, text: &Text) -> DisplayText {
        self.clean(text, |input, altered| clean_written(input, altered))
    }

    /// A text and its place.
    pub(super) fn located(&mut self, text: &Text) -> Located<DisplayText> {
        Located { value: self.line_text(text), span: self.span(text.span()) }
    }

    fn clean(
        &mut self,
        text: &Text,
        make: impl Fn(&str, &mut dyn FnMut(Alteration)) -> DisplayText,
    ) -> DisplayText {
        let (value, whole) = (text.get_ref().trim_end(), &text.span());
        let written = Written::new(self.raw, text);
        let mut altered = Vec::new();
        let cleaned = make(value, &mut |alteration| altered.push(alteration));
        altered.retain(|alteration: &Alteration| {
            // A variation selector only chooses how an emoji looks.
            let selector = matches!(alteration.character, '\u{FE00}'..='\u{FE0F}');
            alteration.change.is_hidden() && !selector
        });
        let count = altered.len();
        for alteration in altered.into_iter().take(HIDDEN_SHOWN) {
            self.hidden(&alteration, written.range(&alteration.range));
        }
        if count > HIDDEN_SHOWN {
            let rest = count - HIDDEN_SHOWN;
            self.report(Code::W230, whole.clone(), text![rest, " more hidden characters here"]);
        }
        self.look_alikes(value, &written);
        OPENINGS.iter().fold(cleaned, |text, opening| {
            text.held_in(&self.shared, whole.start.saturating_add(*opening))
        })
    }

    fn hidden(&mut self, alteration: &Alteration, range: Range<usize>) {
        let character = alteration.character;
        let place = self.sources.place(self.source, range.start);
        let name = clean(&format!("U+{:04X}", u32::from(character)), |_| {});
        let times = match alteration.count {
            0 | 1 => DisplayText::default(),
            count => text![" (", count, " characters)"],
        };
        let effect = match alteration.change {
            Change::TooManyMarks => "is one mark too many on a letter",
            Change::BadCluster => "is part of signs that no terminal can show together",
            Change::Marked | Change::Dropped | Change::Spaced => effect(character),
        };
        let message = text![name, " at column ", place.column, times, " ", effect];
        self.report(Code::W230, range, message);
    }

    fn look_alikes(&mut self, value: &str, written: &Written<'_>) {
        if value.is_ascii() || self.is_full() {
            return;
        }
        let words = value.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| mixes_look_alikes(word)) {
            let start = word.as_ptr().addr() - value.as_ptr().addr();
            let range = written.range(&(start..start + word.len()));
            let message = text![
                "`",
                quoted(word),
                "` mixes Latin letters with look-alikes of another script"
            ];
            self.report_with(
                Code::W231,
                range,
                message,
                Some(text!["type the word again in one script"]),
            );
        }
    }
}

fn effect(character: char) -> &'static str {
    match character {
        '\u{202E}' => "would reverse the line",
        '\u{202A}'..='\u{202D}' | '\u{2066}'..='\u{2069}' => "would change the order of the line",
        '\u{61C}' | '\u{200E}' | '\u{200F}' => "is a hidden mark of direction",
        '\u{2028}' | '\u{2029}' => "is a hidden line end",
        '\u{E0000}'..='\u{E0FFF}' => "is a hidden tag character",
        _ if character.is_control() => "is a control character",
        _ => "cannot be seen",
    }
}

/// Whether a word mixes scripts by letters that look alike: `Тirana` with a Cyrillic Т, not `μg`.
fn mixes_look_alikes(word: &str) -> bool {
    let mut buffer = [0; 4];
    text::mixed_scripts(word)
        && word.chars().any(|character| {
            let skeleton = text::skeleton(character.encode_utf8(&mut buffer));
            !character.is_ascii() && skeleton.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixed_words_are_look_alikes_and_whole_words_of_one_script_are_not() {
        assert!(mixes_look_alikes("p\u{430}ypal"));
        assert!(mixes_look_alikes("\u{39F}ilRig"));
        for word in ["Москва", "Αθήνα", "naïve", "μg", "رویترز", "Hoxha"] {
            assert!(!mixes_look_alikes(word), "{word}");
        }
    }
}
