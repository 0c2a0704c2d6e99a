//! How long texts may be.

use super::Value;
use crate::brief::context::Context;
use crate::brief::shape::{Key, Shape};
use crate::diag::Code;
use crate::text;
use crate::text::QUOTED;
use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// Longest text of one key, in bytes.
const LONGEST_TEXT: usize = 256 * 1024;

/// A text of a key, or one within its value; none where it is too long.
pub(super) fn fit_text<'i>(
    context: &mut Context<'_>,
    key: &Key,
    range: Range<usize>,
    text: Cow<'i, str>,
) -> Option<Value<'i>> {
    if text.len() > LONGEST_TEXT {
        let size = text.len() / 1024;
        let message = text!["a text of ", size, " KiB; the limit is 256 KiB"];
        context.report(Code::E007, range, message);
        context.is_lossy = true;
        return None;
    }
    label(context, key, &range, &text);
    Some(Spanned::new(range, DeValue::String(text)))
}

/// W260: a text that others quote is longer than what they quote of it.
pub(super) fn label(context: &mut Context<'_>, key: &Key, range: &Range<usize>, text: &str) {
    let is_label = match key.shape {
        Shape::Text | Shape::Texts | Shape::Names | Shape::OpenWord(_) | Shape::Roles(_) => true,
        // Running text is quoted nowhere as a whole; the others have a length of their own or are none.
        Shape::Prose
        | Shape::Integer
        | Shape::Degrees(_)
        | Shape::Flag
        | Shape::Date
        | Shape::OwnId
        | Shape::Id(_)
        | Shape::Ids(_)
        | Shape::OneOrMoreIds(_)
        | Shape::Word(_)
        | Shape::Marking
        | Shape::Reliability
        | Shape::Credibility
        | Shape::Likelihood
        | Shape::Confidence
        | Shape::Country
        | Shape::Language
        | Shape::AttackId
        | Shape::AttackIds
        | Shape::Address
        | Shape::Sha256
        | Shape::Records(_) => false,
    };
    // No text has more characters than bytes.
    if !is_label || text.len() <= QUOTED {
        return;
    }
    let count = text.chars().count();
    if count > QUOTED {
        let message =
            text!["`", key.name, "` has ", count, " characters; others quote the first ", QUOTED];
        let help = text!["shorten it; what needs more room belongs into a running text"];
        context.report_with(Code::W260, range.clone(), message, Some(help));
    }
}
