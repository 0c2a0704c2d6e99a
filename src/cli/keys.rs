//! `attache keys`: the keys in force, where they come from, and what is wrong with `keys.toml`.

use super::check::Shape;
use super::config::{check, columns, origin};
use super::{Failure, Outcome};
use crate::config::{Loaded, keys_toml};
use crate::diag::Diagnostic;
use crate::text::{DisplayText, clean};

/// What `keys` takes.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Kind {
    /// Print the keys in force, as a keys.toml
    Print,
    /// Say where each key comes from
    Blame,
    /// Check keys.toml; exits 2 when errors are found
    Check {
        /// How findings are printed
        #[arg(long, value_enum, default_value_t = Shape::Human)]
        format: Shape,
    },
}

#[expect(clippy::unnecessary_wraps, reason = "every command comes to the same type")]
pub(super) fn run(kind: &Kind, loaded: &Loaded) -> Result<Outcome, Failure> {
    let text = match kind {
        Kind::Print => keys_toml(&loaded.keymap),
        Kind::Blame => blame(loaded),
        Kind::Check { format } => {
            let findings: Vec<Diagnostic> = loaded.key_findings().cloned().collect();
            return Ok(check(*format, &loaded.sources, &findings));
        }
    };
    Ok(Outcome { text: vec![text], code: 0 })
}

fn blame(loaded: &Loaded) -> DisplayText {
    let bindings = loaded.keymap.bindings().iter().zip(loaded.key_origins.spans());
    let rows = bindings.map(|(binding, span)| {
        let id = binding.action.info().id;
        vec![
            origin(&loaded.sources, span.as_ref()),
            binding.context.id().into(),
            clean(&binding.sequence.notation(), |_| {}),
            clean(id, |_| {}),
        ]
    });
    columns(&rows.collect::<Vec<_>>())
}
