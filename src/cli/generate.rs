//! `attache generate`: the manual page and the shell completions, from the table that reads the
//! arguments, and the JSON Schema, from the table that checks a brief. An installed program can make
//! its own, so that nothing has to be fetched.

use super::{Failure, Outcome};
use crate::library::{json_schema, registry_json_schema};
use crate::text::{DisplayText, clean, clean_line, nearest};
use clap::Command;
use std::io;

/// What `generate` takes.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Kind {
    /// The manual page, for `man`; of one command when it is named
    Man {
        /// A command, as find
        command: Option<String>,
    },
    /// The completions for a shell
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// The JSON Schema of a brief, for editors
    Schema {
        /// Of a file in `_registry/`
        #[arg(long)]
        registry: bool,
    },
}

pub(super) fn run(kind: &Kind) -> Result<Outcome, Failure> {
    let mut table = super::command();
    table.build();
    let bytes = match kind {
        Kind::Man { command: None } => manual(table),
        Kind::Man { command: Some(name) } => manual(find(&table, name)?),
        Kind::Completions { shell } => {
            let mut bytes = Vec::new();
            clap_complete::generate(*shell, &mut table, "attache", &mut bytes);
            Ok(bytes)
        }
        Kind::Schema { registry: false } => Ok(json_schema().into_bytes()),
        Kind::Schema { registry: true } => Ok(registry_json_schema().into_bytes()),
    };
    let bytes = bytes.map_err(|error| Failure(clean_line(&error.to_string(), |_| {})))?;
    let text = clean(&String::from_utf8_lossy(&bytes), |_| {});
    Ok(Outcome { text: vec![text], code: 0 })
}

fn manual(command: Command) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command).render(&mut bytes)?;
    Ok(bytes)
}

fn find(table: &Command, name: &str) -> Result<Command, Failure> {
    table.find_subcommand(name).cloned().ok_or_else(|| {
        let mut message = crate::text!["no command is called `", clean_line(name, |_| {}), "`"];
        let names = table.get_subcommands().map(Command::get_name);
        if let Some(near) = nearest(name, names) {
            let near: DisplayText = clean_line(near, |_| {});
            message = crate::text![message, "; did you mean `", near, "`?"];
        }
        Failure(message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    fn text(kind: &Kind) -> String {
        let Ok(outcome) = run(kind) else { panic!("{kind:?} cannot be generated") };
        outcome.text.iter().map(DisplayText::as_str).collect()
    }

    #[test]
    fn manual_pages_tell_of_every_option_of_their_command() {
        let mut table = super::super::command();
        table.build();
        let page = text(&Kind::Man { command: None });
        for command in table.get_subcommands() {
            assert!(page.contains(command.get_name()), "{}", command.get_name());
            let page = text(&Kind::Man { command: Some(command.get_name().to_owned()) });
            for long in command.get_arguments().filter_map(clap::Arg::get_long) {
                let long = long.replace('-', "\\-");
                assert!(page.contains(&long), "--{long} of {}", command.get_name());
            }
        }
    }

    #[test]
    fn the_border_changes_nothing_in_what_the_generators_write() {
        for shell in clap_complete::Shell::value_variants() {
            let mut raw = Vec::new();
            let mut table = super::super::command();
            clap_complete::generate(*shell, &mut table, "attache", &mut raw);
            let raw = String::from_utf8(raw).expect("UTF-8");
            assert_eq!(text(&Kind::Completions { shell: *shell }), raw, "{shell}");
        }
        let raw = manual(super::super::command()).expect("page");
        let page = text(&Kind::Man { command: None });
        assert!(!page.contains("<U+"), "{page}");
        assert_eq!(page.lines().next(), String::from_utf8_lossy(&raw).lines().next());
    }

    #[test]
    fn the_schema_leaves_as_it_was_made() {
        for (registry, made) in [(false, json_schema()), (true, registry_json_schema())] {
            let schema = text(&Kind::Schema { registry });
            assert_eq!(schema, made);
            let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
            assert!(schema["properties"]["actor"].is_object(), "{schema}");
            assert_eq!(schema["properties"]["event"].is_null(), registry, "{schema}");
        }
    }

    #[test]
    fn a_misspelt_command_is_named_with_a_near_one() {
        let Err(Failure(message)) = run(&Kind::Man { command: Some("fnd".to_owned()) }) else {
            panic!("`fnd` is no command");
        };
        assert_eq!(message.as_str(), "no command is called `fnd`; did you mean `find`?");
    }
}
