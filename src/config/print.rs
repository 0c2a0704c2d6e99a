//! The configuration in force, as files that can be read again.

use super::options::takes;
use super::settings::{OptionInfo, Settings};
use crate::action::{Action, ActionInfo, Context};
use crate::keymap::{Keymap, Sequence};
use crate::text;
use crate::text::{DisplayText, clean};

/// The options in force as a `config.toml`, each with what it decides and what it takes.
#[must_use]
pub fn settings_toml(settings: &Settings) -> DisplayText {
    let mut toml = DisplayText::default();
    let mut table = "";
    for option in Settings::OPTIONS {
        let (within, key) = option.id.rsplit_once('.').unwrap_or(("", option.id));
        if within != table {
            toml = text![toml, "[", clean(within, |_| {}), "]\n"];
            table = within;
        }
        // Options with a table of their own are too alike for a paragraph each.
        let gap = if within.is_empty() { "\n" } else { "" };
        toml = text![toml, option_toml(option, key, settings), gap];
    }
    toml
}

fn option_toml(option: &OptionInfo, key: &str, settings: &Settings) -> DisplayText {
    let key = clean(key, |_| {});
    let about = text!["# ", option.help, "\n# takes ", takes(option), "\n"];
    match settings.written(option.id) {
        Some(value) => text![about, key, " = ", clean(&value, |_| {}), "\n"],
        None => text![about, "# ", key, " = \"…\"\n"],
    }
}

/// The keys in force as a `keys.toml`.
#[must_use]
pub fn keys_toml(keymap: &Keymap) -> DisplayText {
    let mut every = text!["[keys]\n"];
    let mut contexts: Vec<(Context, DisplayText)> = Vec::new();
    for info in Action::ALL {
        let mut bound = info.contexts.iter().map(|context| keymap.keys_of(*context, info.action));
        // An action that is open nowhere has no keys.
        let first = bound.next().unwrap_or_default();
        let alike = bound.all(|keys| keys == first);
        if alike {
            every = text![every, line(info, &first)];
        }
        for context in Context::ALL {
            let own = info.contexts.contains(context);
            let keys = keymap.keys_of(*context, info.action);
            // Where keys differ between contexts each has its own line; a context further in has
            // one only for keys that it adds.
            let is_told = keys.is_empty() || (alike && own);
            if !is_told {
                contexts.push((*context, line(info, &keys)));
            }
        }
    }
    let mut toml = every;
    for context in Context::ALL {
        let lines: Vec<&DisplayText> =
            contexts.iter().filter(|(c, _)| c == context).map(|(_, line)| line).collect();
        if !lines.is_empty() {
            toml = text![toml, "\n[in.", context.id(), "]\n"];
        }
        for line in lines {
            toml = text![toml, line];
        }
    }
    toml
}

/// `next = ["j", "down"]  # Next row`; a comment where there is no key.
fn line(info: &ActionInfo, keys: &[&Sequence]) -> DisplayText {
    let quoted: Vec<String> =
        keys.iter().map(|keys| super::settings::quoted(&keys.notation())).collect();
    let lead = if keys.is_empty() { "# " } else { "" };
    let keys = clean(&quoted.join(", "), |_| {});
    text![lead, info.id, " = [", keys, "]  # ", info.help, "\n"]
}
