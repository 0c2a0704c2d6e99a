//! Where files describe what a page is about differently.

use super::builder::Builder;
use super::content::{Run, Tone};

/// Who says what otherwise, line by line, what weighs for what cites it first.
pub(super) fn told(builder: &mut Builder<'_>) {
    let mut differences = builder.library.differences(builder.item);
    // Words for the search are shown nowhere.
    differences.retain(|difference| difference.key != "keywords");
    if differences.is_empty() {
        return;
    }
    differences.sort_by_key(|difference| !difference.weighs);
    builder.heading("DESCRIBED DIFFERENTLY");
    for difference in differences {
        let tone = if difference.weighs { Tone::Warning } else { Tone::Text };
        let mut runs = vec![Run::new(difference.words(), tone)];
        if let Some(brief) = difference.brief {
            runs.extend([Run::text(" "), Run::Number(brief)]);
        }
        builder.paragraph(runs);
    }
    builder.gap();
}
