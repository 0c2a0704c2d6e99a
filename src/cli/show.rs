//! `attache show`: items as text or JSON.

use super::plain::Showing;
use super::{Failure, Outcome, json, plain};
use crate::library::Library;
use crate::page::{Depth, Times};
use crate::text::DisplayText;

/// What `show` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
With --json one object a line comes out: ref, kind, id, brief, title, marking and written-at (file and
line of each record), then what its kind has. An event has before and after, its nearest neighbours in
time; a source has chain and repeated-by, each step by step, and rests-on-it with what would be uncited
without it; an actor has names, aka and events with its roles; a judgement has its likelihood with the
range, its confidence and its basis.")]
pub(super) struct Arguments {
    /// Items, as event:july-15-attack, a bare id that is unique, or brief-id#id
    #[arg(value_name = "REF", required = true)]
    references: Vec<String>,
    /// One JSON object a line
    #[arg(long, conflicts_with_all = ["provenance", "depth", "times"])]
    json: bool,
    /// Where it comes from: file, line, hash, and why this grade
    #[arg(long)]
    provenance: bool,
    /// How much of each
    #[arg(long, value_name = "DEPTH", default_value = "full", conflicts_with = "provenance",
          value_parser = ["headline", "card", "full"])]
    depth: String,
    /// Times of day as reported, in UTC, or by the clock of the place; dates are never moved
    #[arg(long, value_name = "TIMES", default_value = "reported",
          value_parser = ["reported", "utc", "local"])]
    times: String,
}

impl Arguments {
    fn showing(&self) -> Showing {
        let depth = match self.depth.as_str() {
            "headline" => Depth::Headline,
            "card" => Depth::Card,
            _ => Depth::Full,
        };
        let times = match self.times.as_str() {
            "utc" => Times::Utc,
            "local" => Times::Local,
            _ => Times::Reported,
        };
        Showing { provenance: self.provenance, depth, times }
    }
}

pub(super) fn run(arguments: &Arguments, library: &Library) -> Result<Outcome, Failure> {
    if !arguments.json {
        return shown(&arguments.references, library, arguments.showing());
    }
    let mut text = Vec::new();
    for reference in &arguments.references {
        let item = library.find_reference(reference).map_err(|unknown| Failure(unknown.message))?;
        text.push(json::line(&json::item(library, item)));
    }
    Ok(Outcome { text, code: 0 })
}

/// The pages of items, all of each.
pub(super) fn references(references: &[String], library: &Library) -> Result<Outcome, Failure> {
    shown(references, library, Showing::default())
}

fn shown(references: &[String], library: &Library, showing: Showing) -> Result<Outcome, Failure> {
    let mut text: Vec<DisplayText> = Vec::new();
    for reference in references {
        let item = library.find_reference(reference).map_err(|unknown| Failure(unknown.message))?;
        if !text.is_empty() {
            text.push(DisplayText::literal("\n"));
        }
        text.extend(plain::page(library, item, showing));
    }
    Ok(Outcome { text, code: 0 })
}
