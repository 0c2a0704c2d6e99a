//! The list of settings: each change is seen at once.

use super::{Choice, Chooser, Entry};
use crate::app::memo::Memo;
use crate::app::{App, Effect, Preferences, Setting};
use crate::text::DisplayText;

/// Each setting with its value.
pub(super) fn values(preferences: &Preferences) -> Vec<Entry> {
    let entry = |setting: &Setting| {
        let value = preferences.value_of(*setting);
        Entry {
            lead: DisplayText::literal(setting.name()),
            ..Entry::new(value, Choice::Set(*setting)).with_detail(setting.help())
        }
        .under("For this session; config.toml keeps them")
    };
    Setting::ALL.iter().map(entry).collect()
}

impl App {
    /// Changes a setting in the list; what is typed and chosen there stays.
    pub(in crate::app) fn set_next(&mut self, setting: Setting, onward: bool) -> Option<Effect> {
        let effect = self.change(setting, onward);
        let entries = values(&self.preferences);
        if let Some(chooser) = self.mode.chooser_mut() {
            // A filter matches by the value too; the row that was changed must not go away.
            chooser.entries = entries;
            chooser.words = Memo::default();
        }
        effect
    }
}

impl Chooser {
    /// The setting that left and right change: the chosen one, while nothing is typed.
    pub(in crate::app) fn setting_under_arrows(&self) -> Option<Setting> {
        match self.entry()?.choice {
            Choice::Set(setting) => self.field.is_empty().then_some(setting),
            Choice::Nothing
            | Choice::Act(_)
            | Choice::Go(_)
            | Choice::Brief(_)
            | Choice::Visit(_)
            | Choice::Finding => None,
        }
    }
}
