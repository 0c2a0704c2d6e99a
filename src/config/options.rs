//! `config.toml`: from its tables to [`Settings`].

use super::Themes;
use super::reading::{Reading, alternatives, in_file_order, quoted};
use super::settings::{Allowed, OptionInfo, Refused, Settings};
use crate::diag::{Code, Span};
use crate::text;
use crate::text::{DisplayText, clean, nearest};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a file chose, and where each choice stands.
#[derive(Default)]
pub(super) struct Chosen {
    pub(super) settings: Settings,
    pub(super) origins: BTreeMap<&'static str, Span>,
}

/// Takes every option of the file that is right; the others keep their default and are found.
pub(super) fn read(reading: &mut Reading<'_>, themes: &Themes) -> Chosen {
    let mut chosen = Chosen::default();
    let table = reading.table();
    read_table(reading, &table, "", &mut chosen);
    let theme = chosen.settings.theme.as_deref().map(|name| themes.load(name));
    if let Some(Err(unknown)) = theme {
        chosen.settings.theme = None;
        if let Some(span) = chosen.origins.remove("theme") {
            reading.report(Code::E302, span.range(), unknown.message, None);
        }
    }
    chosen
}

fn read_table(reading: &mut Reading<'_>, table: &DeTable<'_>, within: &str, chosen: &mut Chosen) {
    for (key, value) in in_file_order(table) {
        if reading.is_full() {
            return;
        }
        let id = format!("{within}{}", key.get_ref());
        if let Some(option) = Settings::option(&id) {
            take(reading, option, value, chosen);
            continue;
        }
        let inner = format!("{id}.");
        let is_table = Settings::OPTIONS.iter().any(|option| option.id.starts_with(&inner));
        if !is_table {
            unknown(reading, &id, key.span());
        } else if let DeValue::Table(table) = value.get_ref() {
            read_table(reading, table, &inner, chosen);
        } else {
            let message = text!["`", quoted(&id), "` is a table of options"];
            let help = text!["write `[", quoted(&id), "]` and its options below it"];
            reading.report(Code::E302, value.span(), message, Some(help));
        }
    }
}

fn take(
    reading: &mut Reading<'_>,
    option: &'static OptionInfo,
    value: &Spanned<DeValue<'_>>,
    chosen: &mut Chosen,
) {
    match chosen.settings.take(option.id, value.get_ref()) {
        Ok(()) => {
            chosen.origins.insert(option.id, reading.span(value.span()));
        }
        Err(refused) => refuse(reading, option, refused, value),
    }
}

/// An option that does not exist: the one that was meant, or where it belongs.
fn unknown(reading: &mut Reading<'_>, id: &str, range: Range<usize>) {
    let message = text!["there is no option `", quoted(id), "`"];
    let ids = || Settings::OPTIONS.iter().map(|option| option.id);
    let in_tables = || ids().filter_map(|id| id.rsplit_once('.'));
    let elsewhere = nearest(id, in_tables().map(|(_, key)| key));
    let elsewhere = in_tables().find(|(_, key)| Some(*key) == elsewhere);
    let help = match (nearest(id, ids()), elsewhere) {
        (Some(near), _) => text!["did you mean `", quoted(near), "`?"],
        (None, Some((table, key))) => {
            text!["`", quoted(key), "` stands in the table `[", quoted(table), "]`"]
        }
        (None, None) if id == "keys" => text!["keys stand in `keys.toml`, beside this file"],
        (None, None) => text!["`attache config print` shows every option"],
    };
    reading.report(Code::E301, range, message, Some(help));
}

fn refuse(
    reading: &mut Reading<'_>,
    option: &OptionInfo,
    refused: Refused,
    value: &Spanned<DeValue<'_>>,
) {
    let takes = takes(option);
    let found = match (refused, value.get_ref().as_str()) {
        (Refused::Value, Some(word)) => text![", not `", quoted(word), "`"],
        (Refused::Value | Refused::Type | Refused::NoSuchOption, _) => DisplayText::default(),
    };
    let message = text!["`", quoted(option.id), "` takes ", takes, found];
    let last = option.id.rsplit('.').next().unwrap_or(option.id);
    let near = match (option.allowed, value.get_ref().as_str()) {
        (Allowed::Words(words), Some(word)) => nearest(word, words.iter().map(|(word, _)| *word)),
        (
            Allowed::Words(_)
            | Allowed::Switch
            | Allowed::Cells(..)
            | Allowed::Minutes(_)
            | Allowed::Theme,
            _,
        ) => None,
    };
    let help = match (near, option.allowed) {
        (Some(near), _) => text!["did you mean `", quoted(near), "`?"],
        (None, Allowed::Switch) => text!["write `true` or `false`, without quotes"],
        (None, Allowed::Words(_) | Allowed::Cells(..) | Allowed::Minutes(_) | Allowed::Theme) => {
            text!["write `", quoted(last), " = ", clean(&example(option), |_| {}), "`"]
        }
    };
    reading.report(Code::E302, value.span(), message, Some(help));
}

/// What an option takes, in words.
pub(super) fn takes(option: &OptionInfo) -> DisplayText {
    match option.allowed {
        Allowed::Words(words) => {
            alternatives(&words.iter().map(|(word, _)| *word).collect::<Vec<_>>())
        }
        Allowed::Switch => alternatives(&["true", "false"]),
        Allowed::Cells(least, most) => text!["a whole number from ", least, " to ", most],
        Allowed::Minutes(most) => text!["a whole number of minutes up to ", most, ", 0 for never"],
        Allowed::Theme => text!["the name of a theme"],
    }
}

/// A value to write.
pub(super) fn example(option: &OptionInfo) -> String {
    let default = Settings::default().written(option.id);
    default.unwrap_or_else(|| "\"light\"".to_owned())
}
