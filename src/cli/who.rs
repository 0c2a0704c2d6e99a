//! `attache who`: who says what about an event.

use super::{Failure, Outcome, json, plain, show};
use crate::library::Library;

/// What `who` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
By question: what is held and why (judgement, date, best grade, or open), then each claim with how it
stands: held, contested, denied or otherwise (an interest, or little weight), in print, said.
The first and the last line are the highest marking of all that is said and named.

With --json one object comes out: ref, title, marking, when, status, corroboration, disputed, grade,
confidence and sources as in `show --json`; disputes, each in a few words; one-origin, a list of
{origin, sources} that count once; and about, a list of questions: about, held {by, value, ref, open,
computed}, confidence, disputed, held-claims, objections {ref, marking, weight, word-of, computed} and
statements. A statement has ref, marking, value, text, by, standing (agrees, differs, alone), weight,
disputes, disputed-by, its own corroboration, grade and sources.")]
pub(super) struct Arguments {
    /// An event, or a claim of it: event:july-15-attack, a bare id that is unique, or brief-id#id;
    /// blanks in an id stand for hyphens
    #[arg(value_name = "REF", required = true)]
    reference: Vec<String>,
    /// One JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments, library: &Library) -> Result<Outcome, Failure> {
    let reference = arguments.reference.join(" ");
    let found = library.find_reference(&reference);
    let id = found.map_err(|unknown| Failure(unknown.message))?;
    let testimony = library.testimony(id).ok_or_else(|| {
        let kind = library.get(id).map_or("item", |item| item.kind.word());
        let reference = library.reference(id);
        Failure(crate::text![
            "who: `",
            reference,
            "` is of the kind ",
            kind,
            "; give an event or a claim, as `attache find` lists them"
        ])
    })?;
    show::tell_beside(library, &[reference]);
    let text = if arguments.json {
        vec![json::line(&json::Testimony::new(library, &testimony))]
    } else {
        plain::who(library, &testimony)
    };
    Ok(Outcome { text, code: 0 })
}
