//! Claims of one event that say the same: twice, or against each other.

use crate::brief::{Claim, Reference};
use crate::diag::{Code, Diagnostic};
use crate::library::told::Findings;
use crate::library::{ItemId, Library, Relation};
use crate::text;
use std::collections::BTreeMap;

/// W255 and W256, of one event. Two claims that both stand under another event are told of there.
pub(super) fn check(library: &Library, event: ItemId, found: &mut Findings) {
    let claims = library.ends(event, Relation::Claims).filter_map(|id| {
        let stands_here = library.event_of(id) == Some(event);
        Some((library.claim(id)?, stands_here))
    });
    let claims: Vec<(&Claim, bool)> = claims.collect();
    let by_id: BTreeMap<_, _> =
        claims.iter().enumerate().map(|(at, claim)| (&claim.0.id.value, (at, *claim))).collect();
    let mut texts: BTreeMap<String, (&Claim, bool)> = BTreeMap::new();
    for (at, (claim, stands_here)) in claims.iter().copied().enumerate() {
        for reference in &claim.disputes {
            let Some((other_at, (other, is_here))) = by_id.get(&reference.value) else { continue };
            // Of two that name each other the first is told.
            let told = *other_at < at && names(other, claim);
            if *other_at != at && !told && (stands_here || *is_here) {
                found.extend(same_value(claim, other, reference));
            }
        }
        let text = level(claim.text.text.as_str());
        match texts.get(&text) {
            Some((first, is_here)) if stands_here || *is_here => {
                found.push(same_text(claim, first));
            }
            Some(_) => {}
            None => {
                texts.insert(text, (claim, stands_here));
            }
        }
    }
}

fn names(claim: &Claim, other: &Claim) -> bool {
    claim.disputes.iter().any(|reference| reference.value == other.id.value)
}

/// Letters and digits without case, with one blank for what lies between.
fn level(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// W255: what two claims in dispute say is the same.
fn same_value(claim: &Claim, other: &Claim, reference: &Reference) -> Option<Diagnostic> {
    let (value, theirs) = (claim.value.as_ref()?, other.value.as_ref()?);
    // Claims about different questions are another finding.
    if claim.about != other.about || level(value.as_str()) != level(theirs.as_str()) {
        return None;
    }
    let slug = reference.value.shown();
    let message = text!["the claim disputes `", slug, "`, and both say `", value, "`"];
    let finding = Diagnostic::new(Code::W255, reference.span.clone(), message);
    Some(
        finding
            .related(other.id.span.clone(), "the other claim")
            .help("check the two values, or leave `disputes` out"),
    )
}

/// W256: one claim is written twice.
fn same_text(claim: &Claim, first: &Claim) -> Diagnostic {
    let slug = first.id.value.shown();
    let message = text!["this claim has the same text as `", slug, "`"];
    Diagnostic::new(Code::W256, claim.id.span.clone(), message)
        .related(first.id.span.clone(), "the first one")
        .help("put the sources of both into one `cite`, or say in the text what is different")
}
