//! The options of the user, taken up by the state.

use crate::app::{App, Preferences, Thresholds};
use crate::config::Settings;

/// Begins with the options of the user.
pub(crate) fn obey(app: &mut App, settings: &Settings) {
    let Settings { density, mouse, depth, times, .. } = *settings;
    let themes = app.themes().to_vec();
    let preferences = app.preferences().clone();
    app.prefer(Preferences { density, mouse, ..preferences }, themes);
    app.set_depth(depth);
    app.set_times(times);
    app.set_layout(Thresholds::from(settings.thresholds()));
    app.set_rules(!settings.a11y);
}
