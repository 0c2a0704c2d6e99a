//! Running text without its marks.

use super::{Prose, ProseReference, ProseTarget};
use crate::text;
use crate::text::{DisplayText, QUOTED, Shown, join};

/// Running text for places that show no links: citations are left out, a link is shown as the id
/// it points to, or by its own words.
#[must_use]
pub fn plain(prose: &Prose) -> DisplayText {
    plain_with(prose, |_| None)
}

/// Bytes of a text that are read where it is quoted: what they come to without marks is long enough.
const READ: usize = 8 * QUOTED;

/// As [`plain_with`], in one line and no more of it than is quoted: what it costs does not grow with the
/// text.
pub(super) fn quoted_with(
    prose: &Prose,
    words: impl Fn(&ProseTarget) -> Option<DisplayText>,
) -> DisplayText {
    let end = prose.text.as_str().len();
    let quoted = one_line(&plain_until(prose, end.min(READ), words)).quoted();
    let is_told = end <= READ || quoted.as_str().ends_with('…');
    if is_told { quoted } else { text![quoted, "…"] }
}

/// As [`plain`], with the words to show for a link that has none of its own.
pub(super) fn plain_with(
    prose: &Prose,
    words: impl Fn(&ProseTarget) -> Option<DisplayText>,
) -> DisplayText {
    plain_until(prose, prose.text.as_str().len(), words)
}

/// What stands before a byte of the text.
fn plain_until(
    prose: &Prose,
    end: usize,
    words: impl Fn(&ProseTarget) -> Option<DisplayText>,
) -> DisplayText {
    let whole = prose.text.as_str();
    if prose.references.is_empty() {
        return prose.text.slice(0..end);
    }
    let references = prose.references.iter().take_while(|reference| reference.range.end() <= end);
    let mut pieces: Vec<DisplayText> = Vec::new();
    let mut from = 0;
    for (at, reference) in references.enumerate() {
        let ProseReference { range, target, words: own, span: _ } = reference;
        let before = text::part(whole, from..range.start());
        let link = match target {
            ProseTarget::Cite(..) => None,
            ProseTarget::Link(_, slug) => {
                let named = || words(target).unwrap_or_else(|| slug.shown());
                let words = own.clone().unwrap_or_else(named);
                Some(within_sentence(words, prose, at))
            }
        };
        // A citation takes the space before it along, so that no gap stays before a full stop.
        let kept = if link.is_some() { before.len() } else { before.trim_end().len() };
        pieces.push(prose.text.slice(from..from + kept));
        pieces.extend(link);
        from = range.end().max(from);
    }
    pieces.push(prose.text.slice(from..end));
    let shown: Vec<&dyn Shown> = pieces.iter().map(|piece| piece as &dyn Shown).collect();
    join(&shown)
}

/// What stands for a reference, as it goes on behind it: before a mark of the sentence around it a full stop
/// of its own would be a second one.
#[must_use]
pub fn within_sentence(words: DisplayText, prose: &Prose, reference: usize) -> DisplayText {
    let text = words.as_str();
    let has_stop = text.ends_with('.') && !text.ends_with("..");
    if has_stop && prose.mark_after(reference) {
        return words.slice(0..text.len() - 1);
    }
    words
}

impl Prose {
    /// Whether the next thing behind a reference but for citations is a mark of the sentence it stands in.
    fn mark_after(&self, reference: usize) -> bool {
        let whole = self.text.as_str();
        let mut from =
            self.references.get(reference).map_or(whole.len(), |found| found.range.end());
        for next in self.references.iter().skip(reference + 1) {
            let between = text::part(whole, from..next.range.start());
            let is_citation = matches!(next.target, ProseTarget::Cite(..));
            if !between.trim().is_empty() || !is_citation {
                break;
            }
            from = next.range.end();
        }
        let rest = text::part(whole, from..).trim_start();
        rest.starts_with(['.', ',', ';', ':', '!', '?', ')'])
    }
}

/// A text with its line ends as blanks.
pub(super) fn one_line(text: &DisplayText) -> DisplayText {
    if !text.as_str().contains('\n') {
        return text.clone();
    }
    let lines: Vec<DisplayText> = text.lines().filter(|line| !line.is_empty()).collect();
    let mut pieces: Vec<&dyn Shown> = Vec::with_capacity(2 * lines.len());
    for line in &lines {
        if !pieces.is_empty() {
            pieces.push(&" ");
        }
        pieces.push(line);
    }
    join(&pieces)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{prose, slug};
    use super::*;

    #[test]
    fn plain_drops_citations_with_their_space_and_names_links() {
        let text = prose("Mail was leaked [@aeoi, p. 4]. See [[actor:nppd]] too [@b].");
        assert_eq!(plain(&text).as_str(), "Mail was leaked. See nppd too.");
        let titled = plain_with(&text, |target| match target {
            ProseTarget::Link(_, id) => (*id == slug("nppd")).then(|| "the company".into()),
            ProseTarget::Cite(..) => None,
        });
        assert_eq!(titled.as_str(), "Mail was leaked. See the company too.");
        let own = prose("Mail of [[actor:nppd|its owner]] was leaked.");
        let titled = plain_with(&own, |_| Some("the company".into()));
        assert_eq!(titled.as_str(), "Mail of its owner was leaked.");
    }

    #[test]
    fn two_sentences_that_are_joined_have_one_full_stop() {
        let shown = |text: &str| {
            let named = |_: &ProseTarget| Some("The unit did it.".into());
            plain_with(&prose(text), named).to_string()
        };
        for (text, expected) in [
            ("Likely: [[j]]. Russia denies it.", "Likely: The unit did it. Russia denies it."),
            ("Likely: [[j]] [@a] [@b].", "Likely: The unit did it."),
            ("Likely: [[j]], as it says.", "Likely: The unit did it, as it says."),
            ("Likely: [[j]]; [[j]].", "Likely: The unit did it; The unit did it."),
            ("Likely ([[j]]).", "Likely (The unit did it)."),
            ("Likely: [[j]]", "Likely: The unit did it."),
            ("Likely: [[j]] Russia denies it.", "Likely: The unit did it. Russia denies it."),
            ("Of [[j|Acme Inc.]].", "Of Acme Inc."),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
