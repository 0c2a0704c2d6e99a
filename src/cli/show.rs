//! `attache show`: items as text or JSON.

use super::plain::Showing;
use super::{Failure, Outcome, json, plain};
use crate::choice::{Depth, Times, Worded};
use crate::library::{ItemId, Library};
use crate::term::output;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// What `show` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The first and the last line are the marking: of the item, of a claim at least its event's, and of all
that the page leads to or names (houses, speakers, values); of several items, the highest.

With --json one object a line comes out with all that the briefs hold of the item. Every item has ref,
kind, id, brief, title, marking (the highest of it and of all that its object refers to or names),
written-at (file and line of each record), seal (what its sealed set says of its file; null without one)
and mentions (what its texts cite and link). Events, claims, judgements and links have corroboration, disputed, grade,
confidence and sources. Keys are those of the brief where it has them; else: an event has questions
(each as in `who --json`, without statements), before and
after, its nearest neighbours in time, same-moment and same-day, and links, also those that other
events have to it; a source has publishers, chain and
repeated-by, each step by step, and rests-on-it with what would be uncited without it; an actor has
events with its roles, and links; a judgement has the range of its likelihood; a brief has its contents
as references. What holds something of another item has a marking of its own.")]
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
    #[arg(long, value_name = "DEPTH", default_value = Depth::default().word(),
          conflicts_with = "provenance", value_parser = worded::<Depth>())]
    depth: Depth,
    /// Times of day as reported, in UTC, or by the clock of the place; dates are never moved
    #[arg(long, value_name = "TIMES", default_value = Times::default().word(),
          value_parser = worded::<Times>())]
    times: Times,
}

/// Takes the word of a choice.
fn worded<T: Worded + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let words = T::WORDS.iter().map(|(word, _)| *word);
    PossibleValuesParser::new(words).try_map(|word| T::meant_by(&word).ok_or("no such word"))
}

impl Arguments {
    fn showing(&self) -> Showing {
        Showing { provenance: self.provenance, depth: self.depth, times: self.times }
    }
}

pub(super) fn run(arguments: &Arguments, library: &Library) -> Result<Outcome, Failure> {
    if !arguments.json {
        return shown(&arguments.references, library, arguments.showing());
    }
    let items = found(&arguments.references, library)?.into_iter();
    let text = items.map(|item| json::line(&json::Item::new(library, item))).collect();
    Ok(Outcome { text, code: 0 })
}

/// The pages of items, all of each.
pub(super) fn references(references: &[String], library: &Library) -> Result<Outcome, Failure> {
    shown(references, library, Showing::default())
}

fn shown(references: &[String], library: &Library, showing: Showing) -> Result<Outcome, Failure> {
    let text = plain::pages(library, &found(references, library)?, showing);
    Ok(Outcome { text, code: 0 })
}

fn found(references: &[String], library: &Library) -> Result<Vec<ItemId>, Failure> {
    let item = |reference: &String| {
        library.find_reference(reference).map_err(|unknown| Failure(unknown.message))
    };
    let found = references.iter().map(item).collect::<Result<_, _>>()?;
    tell_beside(library, references);
    Ok(found)
}

/// What to know of an answer, on standard error: which sets are not as they were sealed, and that another brief
/// is read than was named.
pub(super) fn tell_beside(library: &Library, references: &[String]) {
    let led = references.iter().filter_map(|reference| library.led_elsewhere(reference));
    let lines = library.seal_warnings().chain(led);
    let lines: Vec<_> = lines.map(|line| crate::text!["attache: ", line, "\n"]).collect();
    output::write_stderr(&lines);
}
