//! Who says what about an event, as lines: claims by what they are about, with sources and marks.

use super::compose::Composer;
use super::words::{citation_words, grade_sign, names, semicolons, supported, sure_words};
use super::{Page, PageLine, PageSize, Piece, Tone};
use crate::library::{Aspect, Citation, Grade, ItemId, Library, Standing, Statement, Testimony};
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

/// Who says what about an event, in at most so many columns; claims have their references, as there
/// is nothing to follow in plain text.
#[must_use]
pub fn who_lines(library: &Library, testimony: &Testimony, width: usize) -> Vec<PageLine> {
    let size = PageSize { width, ..PageSize::default() };
    let mut composer = Composer::new(library, testimony.event, &size);
    head(&mut composer, testimony);
    matters(&mut composer, testimony, Naming::References);
    composer.take_lines()
}

impl Page {
    /// Who says what about an event, or about the event of a claim, with its links numbered; none for
    /// any other item.
    #[must_use]
    pub fn who(library: &Library, id: ItemId, size: PageSize) -> Option<Self> {
        let testimony = library.testimony(id)?;
        let item = library.get(testimony.event)?;
        let mut composer = Composer::new(library, testimony.event, &size);
        let answer = library.answer(testimony.event);
        let answer =
            answer.map(|answer| super::in_times(library, testimony.event, answer, size.times));
        let (spoken, event) = (answer.as_ref(), testimony.event);
        let card = super::card::headline(library, event, spoken, size.width, size.card);
        composer.paragraph(&[Piece::new(LEGEND, Tone::Dim)], 0);
        matters(&mut composer, &testimony, Naming::Links);
        composer.section("ABOUT", &[testimony.event]);
        composer.remaining_links();
        let (body, links) = (composer.take_lines(), composer.links());
        let title = crate::text!["who says: ", item.kind.name(), " ", item.slug.shown()];
        let subject = Some(id);
        Some(Self { subject, title, answer, card, body, evidence: Vec::new(), links })
    }
}

/// How claims and sources are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// As `claim:tims-9-sep`.
    References,
    /// By the numbers of links.
    Links,
}

const LEGEND: &str = "= independent sources carry it   ≠ in dispute   no sign: one voice";

fn head(composer: &mut Composer<'_>, testimony: &Testimony) {
    let library = composer.library;
    let title = library.get(testimony.event).map(|item| item.title.clone()).unwrap_or_default();
    composer.paragraph(&[Piece::new(title, Tone::Strong)], 0);
    if let Some(answer) = library.answer(testimony.event) {
        let status = super::words::status_words(answer.status);
        let line = crate::text![answer.when, if status.is_empty() { "" } else { "  " }, status];
        composer.paragraph(&[Piece::new(line, Tone::Text)], 0);
    }
    composer.paragraph(&[Piece::new(LEGEND, Tone::Dim)], 0);
}

fn matters(composer: &mut Composer<'_>, testimony: &Testimony, naming: Naming) {
    for matter in &testimony.questions {
        let name = matter.about.map_or("also said", aspect_words).to_uppercase();
        composer.heading(clean(&name, |_| {}));
        for statement in &matter.statements {
            one_statement(composer, statement, naming);
        }
    }
    if !testimony.beside.is_empty() {
        composer.heading("FOR THE EVENT AS A WHOLE");
        for citation in &testimony.beside {
            source(composer, citation, None, STATEMENT, naming);
        }
    }
    if !testimony.shared_origins.is_empty() {
        composer.heading("ONE ORIGIN, COUNTED ONCE");
        for (house, sources) in &testimony.shared_origins {
            let lines: Vec<DisplayText> =
                sources.iter().map(|source| composer.source_line(*source)).collect();
            let text = crate::text![house, ": ", semicolons(&lines)];
            composer.paragraph(&[Piece::new(text, Tone::Text)], STATEMENT);
        }
    }
    support(composer, testimony);
}

fn one_statement(composer: &mut Composer<'_>, statement: &Statement, naming: Naming) {
    let library = composer.library;
    let sign = standing_sign(statement.standing);
    let tone = match statement.standing {
        Standing::Differs => Tone::Differs,
        Standing::Agrees | Standing::Alone => Tone::Text,
    };
    let value = Piece::new(statement.value.clone(), tone);
    let lead = vec![Piece::new(crate::text!["  ", sign], tone)];
    let name = name(composer, statement.claim, naming);
    composer.hanging(lead, STATEMENT, &[value, Piece::new("  ", Tone::Text), name]);
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
        source(composer, citation, statement.grade, DETAIL, naming);
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
            let mut pieces = vec![Piece::new(text, Tone::Differs)];
            pieces.extend(number(composer, *other, naming));
            composer.paragraph(&pieces, DETAIL);
        }
    }
}

/// `(claim:tims-9-sep)` or `[3]`.
fn name(composer: &mut Composer<'_>, id: ItemId, naming: Naming) -> Piece {
    match naming {
        Naming::References => {
            Piece::new(crate::text!["(", composer.library.reference(id), ")"], Tone::Dim)
        }
        Naming::Links => composer.number(id),
    }
}

/// ` [3]`, where items are named by numbers.
fn number(composer: &mut Composer<'_>, id: ItemId, naming: Naming) -> Vec<Piece> {
    match naming {
        Naming::References => Vec::new(),
        Naming::Links => vec![Piece::new(" ", Tone::Text), composer.number(id)],
    }
}

fn detail(composer: &mut Composer<'_>, text: &DisplayText) {
    composer.paragraph(&[Piece::new(text.clone(), Tone::Dim)], DETAIL);
}

/// A source with its grade here, and whether it is a party or repeats others.
fn source(
    composer: &mut Composer<'_>,
    citation: &Citation,
    grade: Option<Grade>,
    indent: usize,
    naming: Naming,
) {
    let credibility = grade.and_then(|grade| grade.credibility);
    let grade = grade_sign(Grade { reliability: citation.reliability, credibility });
    let words = citation_words(composer.library, citation);
    let line = composer.source_line(citation.source);
    let line = crate::text![grade, " ", line, " (", words, ")"];
    let lead = vec![Piece::new(super::words::blanks(indent), Tone::Text)];
    let mut pieces = vec![Piece::new(line, Tone::Text)];
    pieces.extend(number(composer, citation.source, naming));
    composer.hanging(lead, indent + 3, &pieces);
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
        Aspect::Occurrence => "whether it happened",
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
