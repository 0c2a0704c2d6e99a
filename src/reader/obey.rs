//! The options of the user, taken up by the state.

use crate::app::{App, Preferences, Thresholds};
use crate::config::Settings;

/// Begins with the options of the user.
pub(crate) fn obey(app: &mut App, settings: &Settings) {
    let Settings { density, mouse, depth, times, .. } = *settings;
    let thresholds = Thresholds::from(settings.thresholds());
    let rules = !settings.a11y;
    let others = app.preferences().clone();
    app.prefer(Preferences { density, depth, times, thresholds, rules, mouse, ..others });
}
