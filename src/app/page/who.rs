//! Who says what about an event, as lines: claims by what they are about, with sources and marks.

use super::compose::Composer;
use super::words::{
    citation_words, date_and_title, grade_sign, names, semicolons, source_line, supported,
    sure_words,
};
use super::{PageLine, Piece, Tone};
use crate::library::{Aspect, Citation, Grade, Library, Standing, Statement, Testimony};
use crate::text::{DisplayText, clean};

/// Columns before the text of a statement.
const STATEMENT: usize = 4;
/// Columns before what is said of a statement.
const DETAIL: usize = 6;

/// The sign of a standing: `=` several origins carry it, `≠` in dispute, nothing for one voice.
#[must_use]
pub fn standing_sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Agrees => "=",
        Standing::Differs => "≠",
        Standing::Alone => "",
    }
}

/// Who says what about an event, in at most so many columns.
#[must_use]
pub fn who_lines(library: &Library, testimony: &Testimony, width: usize) -> Vec<PageLine> {
    let mut composer = Composer::new(library, testimony.event, width);
    head(&mut composer, testimony);
    for matter in &testimony.matters {
        let name = matter.about.map_or("also said", aspect_words).to_uppercase();
        composer.heading(clean(&name, |_| {}));
        for statement in &matter.statements {
            one_statement(&mut composer, statement);
        }
    }
    if !testimony.beside.is_empty() {
        composer.heading("FOR THE EVENT AS A WHOLE");
        for citation in &testimony.beside {
            source(&mut composer, citation, None, STATEMENT);
        }
    }
    if !testimony.shared_origins.is_empty() {
        composer.heading("ONE ORIGIN, COUNTED ONCE");
        for (house, sources) in &testimony.shared_origins {
            let lines: Vec<DisplayText> =
                sources.iter().map(|source| source_line(library, *source)).collect();
            let text = crate::text![house, ": ", semicolons(&lines)];
            composer.paragraph(&[Piece::new(text, Tone::Text)], STATEMENT);
        }
    }
    support(&mut composer, testimony);
    composer.take_lines()
}

fn head(composer: &mut Composer<'_>, testimony: &Testimony) {
    let library = composer.library;
    let title = library.get(testimony.event).map(|item| item.title.clone()).unwrap_or_default();
    composer.paragraph(&[Piece::new(title, Tone::Strong)], 0);
    if let Some(answer) = library.answer(testimony.event) {
        let status = super::words::status_words(answer.status);
        let line = crate::text![answer.when, if status.is_empty() { "" } else { "  " }, status];
        composer.paragraph(&[Piece::new(line, Tone::Text)], 0);
    }
    let legend = "= independent sources carry it   ≠ in dispute   no sign: one voice";
    composer.paragraph(&[Piece::new(legend, Tone::Dim)], 0);
}

fn one_statement(composer: &mut Composer<'_>, statement: &Statement) {
    let library = composer.library;
    let sign = standing_sign(statement.standing);
    let tone = match statement.standing {
        Standing::Differs => Tone::Differs,
        Standing::Agrees | Standing::Alone => Tone::Text,
    };
    let value = Piece::new(statement.value.clone(), tone);
    let reference = crate::text!["  (", library.reference(statement.claim), ")"];
    let lead = vec![Piece::new(crate::text!["  ", sign], tone)];
    composer.hanging(lead, STATEMENT, &[value, Piece::new(reference, Tone::Dim)]);
    if let Some(event) = statement.elsewhere {
        detail(composer, &crate::text!["told of another event: ", date_and_title(library, event)]);
    }
    if let Some(claim) = library.claim(statement.claim) {
        let text = library.plain_text(statement.claim, &claim.text);
        if text != statement.value {
            detail(composer, &text);
        }
    }
    if !statement.by.is_empty() {
        let by = names(library, statement.by.iter().copied());
        detail(composer, &crate::text!["asserted by ", by]);
    }
    for citation in &statement.citations {
        source(composer, citation, statement.grade, DETAIL);
    }
    if statement.citations.len() > 1 {
        let words = supported(statement.corroboration, &statement.citations);
        detail(composer, &crate::text!["together: ", words]);
    }
    for (words, others) in [
        ("≠ speaks against: ", &statement.disputes),
        ("≠ spoken against by: ", &statement.disputed_by),
    ] {
        for other in others {
            let text = crate::text![words, library.value(*other)];
            composer.paragraph(&[Piece::new(text, Tone::Differs)], DETAIL);
        }
    }
}

fn detail(composer: &mut Composer<'_>, text: &DisplayText) {
    composer.paragraph(&[Piece::new(text.clone(), Tone::Dim)], DETAIL);
}

/// A source with its grade here, and whether it is a party or repeats others.
fn source(composer: &mut Composer<'_>, citation: &Citation, grade: Option<Grade>, indent: usize) {
    let library = composer.library;
    let credibility = grade.and_then(|grade| grade.credibility);
    let grade = grade_sign(Grade { reliability: citation.reliability, credibility });
    let words = citation_words(library, citation);
    let line = crate::text![grade, " ", source_line(library, citation.source), " (", words, ")"];
    let lead = vec![Piece::new(super::words::blanks(indent), Tone::Text)];
    composer.hanging(lead, indent + 3, &[Piece::new(line, Tone::Text)]);
}

/// How well the event itself is supported, and what is disputed, in words.
fn support(composer: &mut Composer<'_>, testimony: &Testimony) {
    let Some(answer) = composer.library.answer(testimony.event) else { return };
    composer.heading("HOW SURE");
    composer.paragraph(&[Piece::new(sure_words(&answer), Tone::Strong)], STATEMENT);
    if let Some(why) = &answer.confidence_why {
        composer.paragraph(&[Piece::new(why.clone(), Tone::Text)], STATEMENT);
    }
    for dispute in &answer.disputes {
        let text = crate::text!["disputed: ", dispute];
        composer.paragraph(&[Piece::new(text, Tone::Differs)], STATEMENT);
    }
}

/// What a claim is about, in the words of every page: as a heading in capitals.
pub(super) fn aspect_words(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::When => "when",
        Aspect::Where => "where",
        Aspect::Who => "who",
        Aspect::Target => "target",
        Aspect::How => "how",
        Aspect::Cause => "why",
        Aspect::Number => "how many",
        Aspect::Outcome => "outcome",
        Aspect::Attribution => "who did it",
    }
}
