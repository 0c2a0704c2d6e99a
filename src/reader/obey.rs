//! The options of the user, taken up by the state.

use crate::app::{App, Density, Preferences, Thresholds};
use crate::config::{self, Settings};
use crate::page::{Depth, Times};

/// Begins with the options of the user.
pub(crate) fn obey(app: &mut App, settings: &Settings) {
    let density = match settings.density {
        config::Density::Roomy => Density::Roomy,
        config::Density::Compact => Density::Compact,
    };
    let themes = app.themes().to_vec();
    let preferences = app.preferences().clone();
    app.prefer(Preferences { density, mouse: settings.mouse, ..preferences }, themes);
    app.set_depth(match settings.depth {
        config::Depth::Headline => Depth::Headline,
        config::Depth::Card => Depth::Card,
        config::Depth::Full => Depth::Full,
    });
    app.set_times(match settings.times {
        config::Times::Reported => Times::Reported,
        config::Times::Utc => Times::Utc,
        config::Times::Local => Times::Local,
    });
    let [single, double, triple, quadruple] = settings.thresholds();
    app.set_layout(Thresholds { single, double, triple, quadruple });
    app.set_rules(!settings.a11y);
}
