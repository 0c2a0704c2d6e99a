//! The keys of a statement that may not be TOML: whatever stands before `=` or `:` outside of a text.

use super::named::is_toml;
use super::statement::{closing, is_bare, line_end, several_lines};
use crate::brief::value::label_word;
use crate::text::{Class, class, part};
use std::ops::Range;

/// A key as it is written.
pub(super) struct Written<'t> {
    /// With the sign behind it.
    pub(super) at: Range<usize>,
    /// Its names, as points part them.
    pub(super) names: Vec<&'t str>,
    /// The last names of the keys whose braces it stands in.
    pub(super) above: Vec<&'t str>,
    /// How many braces are open around it.
    depth: usize,
}

impl Written<'_> {
    pub(super) fn is_in_braces(&self) -> bool {
        self.depth > 0
    }
}

/// Every key in a statement, in order.
pub(super) fn written(statement: &str) -> Vec<Written<'_>> {
    let mut scan = Scan { text: statement, ..Scan::default() };
    while scan.step().is_some() {}
    let mut is_broken = None;
    scan.found.retain(|(_, is_in_text)| {
        // What looks like a key at the end of a text is one where the text has a quote too many.
        !is_in_text || *is_broken.get_or_insert_with(|| !is_toml(statement))
    });
    scan.found.into_iter().map(|(key, _)| key).collect()
}

/// Bytes of a word or line that may be a key or label of several words.
const LONGEST: usize = 64;

/// Most braces whose keys are known.
const MOST_OPEN: usize = 4;

#[derive(Default)]
struct Scan<'t> {
    text: &'t str,
    at: usize,
    names: Vec<&'t str>,
    start: usize,
    /// Where the line began that is read.
    line: usize,
    /// Whether the next name belongs to those before it.
    is_joined: bool,
    /// The braces that are open, with the names of their keys.
    open: Vec<&'t str>,
    depth: usize,
    /// The key whose value begins.
    pending: Option<&'t str>,
    /// `tlp` as a word, and where it stands.
    label: Option<usize>,
    /// How far `"` and `'` open no text, and `"""` and `'''`: each is looked for once.
    plain: [usize; 2],
    three_plain: [bool; 2],
    /// The keys, and whether one stands in a text.
    found: Vec<(Written<'t>, bool)>,
}

impl<'t> Scan<'t> {
    /// Goes on by a name, a text or a sign; nothing at the end.
    fn step(&mut self) -> Option<()> {
        let rest = part(self.text, self.at..);
        let sign = rest.chars().next()?;
        match sign {
            '"' | '\'' => self.quoted(rest, sign),
            '#' => self.at += rest.find('\n').unwrap_or(rest.len()),
            _ if is_of_name(sign) => {
                let length = rest.find(|sign| !is_of_name(sign)).unwrap_or(rest.len());
                self.word(part(rest, ..length), length);
            }
            _ => {
                self.at += sign.len_utf8();
                self.sign(sign);
            }
        }
        Some(())
    }

    fn sign(&mut self, sign: char) {
        match sign {
            '=' | ':' => self.key(),
            '.' => self.is_joined = !self.names.is_empty(),
            '\n' => {
                self.names.clear();
                self.label = None;
                self.line = self.at;
            }
            ' ' | '\t' | '\r' => {}
            '{' => {
                self.depth += 1;
                if self.open.len() < MOST_OPEN {
                    // Braces without a key, as in a list, have no name.
                    self.open.push(self.pending.take().unwrap_or_default());
                }
                self.names.clear();
            }
            '}' => {
                self.depth = self.depth.saturating_sub(1);
                self.open.truncate(self.depth);
                self.names.clear();
            }
            _ => self.names.clear(),
        }
    }

    fn quoted(&mut self, rest: &'t str, quote: char) {
        let (three, kind) = if quote == '"' { ("\"\"\"", 0) } else { ("'''", 1) };
        let plain = self.plain.get(kind).copied();
        if rest.starts_with(three) && self.three_plain.get(kind) == Some(&false) {
            let length = several_lines(rest, three, quote);
            if let (None, Some(known)) = (length, self.three_plain.get_mut(kind)) {
                *known = true;
            }
            self.at += length.unwrap_or(three.len());
            self.names.clear();
            return;
        }
        let is_text = plain <= Some(self.at);
        let length = if is_text { closing(part(rest, 1..), quote) } else { None };
        let Some(length) = length else {
            // What opens and does not close may be anything.
            if let Some(plain) = self.plain.get_mut(kind).filter(|_| is_text) {
                *plain = line_end(self.text, self.at);
            }
            self.at += 1;
            return;
        };
        let inside = part(rest, 1..length);
        let key = inside.trim_end().trim_end_matches(['=', ':']).trim_end();
        if key.len() < inside.trim_end().len() {
            let start = key.rfind(|sign| !is_of_name(sign)).map_or(0, |at| at + 1);
            let start = (start..=key.len()).find(|at| key.is_char_boundary(*at)).unwrap_or(0);
            let at = self.at + 1 + start..self.at + 1 + length;
            let names = vec![part(key, start..)];
            let key = Written { at, names, above: Vec::new(), depth: self.depth };
            self.found.push((key, true));
        }
        self.word(inside, 1 + length);
    }

    /// A name, or a word of what is none.
    fn word(&mut self, word: &'t str, length: usize) {
        if !self.is_joined {
            self.names.clear();
            self.start = self.at;
        }
        self.is_joined = false;
        self.names.push(word);
        let before = self.label.take();
        // No TOML has two words next to each other.
        if let Some(start) = before.filter(|_| word.len() < LONGEST && label_word(word).is_some()) {
            let at = start..self.at;
            let names = vec!["tlp"];
            self.found.push((Written { at, names, above: Vec::new(), depth: self.depth }, false));
        }
        self.label = word.eq_ignore_ascii_case("tlp").then_some(self.at);
        self.at += length;
    }

    /// What stands before `=` or `:`.
    fn key(&mut self) {
        self.label = None;
        self.is_joined = false;
        let Some(last) = self.names.last() else { return };
        self.pending = Some(last);
        let mut names = std::mem::take(&mut self.names);
        // `t l p` and `traffic light protocol` are one key that has blanks in it.
        let line = Some(self.line..self.at).filter(|line| line.len() < LONGEST).unwrap_or_default();
        let line = part(self.text, line).trim_end_matches(['=', ':', ' ', '\t']).trim_start();
        let is_plain = |sign: char| is_of_name(sign) || sign == ' ';
        if self.line < self.start && line.contains(' ') && line.chars().all(is_plain) {
            names.push(line);
        }
        let above = self.open.clone();
        self.found
            .push((Written { at: self.start..self.at, names, above, depth: self.depth }, false));
    }
}

/// Whether a sign may stand in a name, were it written by somebody who does not see all of it.
fn is_of_name(sign: char) -> bool {
    let is_hidden = || {
        matches!(
            class(sign),
            Some(
                Class::BidiControl
                    | Class::BidiMark
                    | Class::Joiner
                    | Class::Invisible
                    | Class::Harmless
            )
        )
    };
    is_bare(sign) || !sign.is_ascii() && (sign.is_alphanumeric() || is_hidden())
}
