//! `attache show`: items as text or JSON.

use super::{Failure, Outcome, json, plain};
use crate::library::Library;
use crate::text::DisplayText;

/// What `show` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Items, as event:july-15-attack, a bare id that is unique, or brief-id#id
    #[arg(value_name = "REF", required = true)]
    references: Vec<String>,
    /// One JSON object a line
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments, library: &Library) -> Result<Outcome, Failure> {
    if !arguments.json {
        return references(&arguments.references, library);
    }
    let mut text = Vec::new();
    for reference in &arguments.references {
        let item = library.find_reference(reference).map_err(|unknown| Failure(unknown.message))?;
        text.push(json::line(&json::item(library, item)));
    }
    Ok(Outcome { text, code: 0 })
}

/// The pages of items.
pub(super) fn references(references: &[String], library: &Library) -> Result<Outcome, Failure> {
    let mut text: Vec<DisplayText> = Vec::new();
    for reference in references {
        let item = library.find_reference(reference).map_err(|unknown| Failure(unknown.message))?;
        if !text.is_empty() {
            text.push(DisplayText::literal("\n"));
        }
        text.extend(plain::page(library, item));
    }
    Ok(Outcome { text, code: 0 })
}
