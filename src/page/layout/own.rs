//! Lines that only the program writes, and the mark before a line of a brief's text that begins as one.
//!
//! On a screen the look tells them apart; in plain text nothing does, and what a brief says could pass for
//! what the program says of it: `HOW SURE  it happened HIGH`.

use super::{PageLine, Piece};
use crate::library::Kind;
use crate::page::content::Tone;
use crate::text::{DisplayText, part, skeleton};

/// Stands before such a line; no line of the program begins so.
pub const QUOTED: &str = "| ";

/// The labels of one word; those of several are told by their capitals.
const LABELS: &[&str] = &[
    "ABOUT",
    "ACCESS",
    "ADDRESS",
    "AGAINST",
    "ALSO",
    "ANSWER",
    "ARCHIVE",
    "ARCHIVED",
    "ATT&CK",
    "AUTHOR",
    "BASIS",
    "BLAMED",
    "BLAMES",
    "BRIEF",
    "CHANGES",
    "CITED",
    "CLAIMANT",
    "DENIES",
    "CLAIMED",
    "CLAIMS",
    "CONCERNS",
    "CONFIDENCE",
    "CONTRADICTS",
    "COPY",
    "COUNTRY",
    "DEFINED",
    "DISPUTED",
    "DISPUTES",
    "DRAFT",
    "EDITION",
    "EVENT",
    "EVENTS",
    "FILE",
    "GAPS",
    "GRADE",
    "GROUND",
    "HASH",
    "HELD",
    "HOLDS",
    "HOW",
    "INCLUDES",
    "INTERESTS",
    "IS",
    "JUDGEMENT",
    "JUDGEMENTS",
    "KIND",
    "LANGUAGE",
    "LINKS",
    "MARKING",
    "MENTIONED",
    "MORE",
    "NAMES",
    "NATIVE",
    "NEXT",
    "NOTE",
    "ON",
    "PARTIES",
    "PLACE",
    "PLACES",
    "POSITION",
    "PREVIOUS",
    "PUBLISHED",
    "PUBLISHER",
    "PUBLISHERS",
    "QUESTION",
    "QUESTIONS",
    "RELATIONS",
    "REPEATS",
    "REPLACED",
    "REPLACES",
    "ROLES",
    "SAYS",
    "SEAL",
    "SHA-256",
    "SOURCES",
    "SUPPORT",
    "SURE",
    "TAGS",
    "TECHNIQUES",
    "TITLE",
    "TLP",
    "TYPE",
    "UPDATED",
    "WHAT",
    "WHEN",
    "WHERE",
    "WHY",
    "WITHDRAWN",
];

/// What stands before a colon in what is copied.
const SENTENCES: &[&str] = &[
    "About",
    "Against",
    "Blamed",
    "Claim",
    "Claimed",
    "Disputed",
    "Grade",
    "How sure",
    "Judgement",
    "Not known",
    "Published",
    "Publisher",
    "Question",
    "Rests on",
    "Said by",
    "Support",
    "When",
    "Who says so",
];

/// A line of a brief's text as it stands by itself in plain text.
#[must_use]
pub fn quoted(line: &DisplayText) -> DisplayText {
    if passes_for_own(line.as_str()) { crate::text![QUOTED, line] } else { line.clone() }
}

/// The same of a text of several lines.
#[must_use]
pub fn quoted_lines(text: &DisplayText) -> DisplayText {
    let lines: Vec<DisplayText> = text.lines().map(|line| quoted(&line)).collect();
    crate::page::copy::joined(&lines)
}

/// A line of a page, with the mark before what is not the program's own and begins as if it were.
pub(super) fn told_apart(mut line: PageLine) -> PageLine {
    let Some(first) = line.iter().position(|piece| !piece.text.as_str().trim().is_empty()) else {
        return line;
    };
    let is_own = |piece: &Piece| matches!(piece.tone, Tone::Label | Tone::Marking(_));
    if line.get(first).is_some_and(is_own) {
        return line;
    }
    let rest = line.get(first..).map(super::write::joined);
    if rest.is_some_and(|rest| passes_for_own(rest.as_str())) {
        line.insert(first, Piece::new(QUOTED, Tone::Quiet));
    }
    line
}

/// Whether a line begins as one of the program's own: with a marking, a label, or as a reference.
fn passes_for_own(line: &str) -> bool {
    let line = line.trim();
    let Some(first) = line.split_whitespace().next() else { return false };
    let behind = part(line, first.len()..);
    let second = behind.split_whitespace().next();
    let bare = first.trim_end_matches(':');
    let begins_with_tlp = || {
        let letters: String = line.chars().filter(|sign| !sign.is_whitespace()).take(4).collect();
        let mut letters = letters.chars();
        let tlp: String = letters.by_ref().take(3).collect();
        looks_as_one_of(&tlp.to_uppercase(), ["TLP"])
            && !letters.next().is_some_and(char::is_alphanumeric)
    };
    let is_label = || {
        let is_alone = behind.is_empty() || behind.starts_with("  ") || bare.len() < first.len();
        let goes_on = second.is_some_and(|second| is_in_capitals(second.trim_end_matches(':')));
        is_in_capitals(bare) && (is_alone || goes_on || looks_as_one_of(bare, LABELS))
    };
    let is_reference = || {
        let kind = first.split_once(':').filter(|(_, id)| !id.is_empty() && behind.is_empty());
        let words = || Kind::ALL.iter().map(|kind| kind.word());
        kind.is_some_and(|(kind, _)| looks_as_one_of(kind, words()))
    };
    let is_sentence = || {
        let lead = line.split_once(':').map(|(lead, _)| lead);
        lead.is_some_and(|lead| looks_as_one_of(lead, SENTENCES))
    };
    begins_with_tlp() || is_label() || is_reference() || is_sentence()
}

/// Whether a word is one of a label as far as can be seen: capitals throughout, and two at least.
fn is_in_capitals(word: &str) -> bool {
    let is_of_label = |sign: char| {
        sign.is_uppercase() || sign.is_ascii_digit() || matches!(sign, '-' | '&' | '\'')
    };
    word.starts_with(char::is_uppercase)
        && word.chars().nth(1).is_some()
        && word.chars().all(is_of_label)
}

/// Whether a word cannot be told by eye from one of these.
fn looks_as_one_of(written: &str, known: impl IntoIterator<Item = impl AsRef<str>>) -> bool {
    let mut known = known.into_iter();
    if written.is_ascii() {
        return known.any(|known| known.as_ref() == written);
    }
    let shape = skeleton(written);
    known.any(|known| skeleton(known.as_ref()) == shape)
}
