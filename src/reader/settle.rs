//! The options of the user, told to the app in its own words.

use crate::app::App;
use crate::app::page;
use crate::config::{Depth, Settings, Times};

/// Sets what the options decide of the state at the start.
pub(super) fn settle(app: &mut App, settings: &Settings) {
    app.set_layout(settings.thresholds().into());
    app.set_rules(!settings.a11y);
    app.set_depth(match settings.depth {
        Depth::Headline => page::Depth::Headline,
        Depth::Card => page::Depth::Card,
        Depth::Full => page::Depth::Full,
    });
    app.set_times(match settings.times {
        Times::Reported => page::Times::Reported,
        Times::Utc => page::Times::Utc,
        Times::Local => page::Times::Local,
    });
}
