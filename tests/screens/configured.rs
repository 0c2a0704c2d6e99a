//! What the options of the user change on the screen.

use super::stage::{SMALL, Stage};
use attache::app::Tier;
use attache::choice::{Density, Density as Air, Depth, Times};
use attache::config::Settings;

#[test]
fn thresholds_decide_the_layout() {
    let early = Settings {
        single_width: 10,
        single_height: 4,
        stacked_width: 40,
        stacked_height: 12,
        wide_width: 110,
        wide_height: 20,
        columns_width: 190,
        columns_height: 24,
        ..Settings::default()
    };
    for (size, usual, tier) in [
        ((12, 5), Tier::Card, Tier::Single),
        ((40, 12), Tier::Single, Tier::Stacked),
        ((110, 24), Tier::Stacked, Tier::Wide),
        ((190, 24), Tier::Stacked, Tier::Columns),
    ] {
        assert_eq!(Stage::new(&SMALL, size).app().layout().tier, usual, "{size:?}");
        let mut stage = Stage::configured(&SMALL, size, &early);
        assert_eq!(stage.app().layout().tier, tier, "{size:?}");
        assert!(!stage.text().is_empty());
    }
}

#[test]
fn what_can_be_changed_while_reading_begins_as_chosen() {
    let settings = Settings {
        depth: Depth::Headline,
        times: Times::Utc,
        density: Density::Compact,
        mouse: true,
        ..Settings::default()
    };
    let stage = Stage::configured(&SMALL, (80, 24), &settings);
    assert_eq!(stage.app().preferences().depth, Depth::Headline);
    assert_eq!(stage.app().preferences().times, Times::Utc);
    let preferences = stage.app().preferences();
    assert_eq!((preferences.density, preferences.mouse), (Air::Compact, true));
}

#[test]
fn without_rules_nothing_is_drawn_that_is_read_aloud() {
    let settings = Settings { a11y: true, ..Settings::default() };
    let lines = |text: &str| text.chars().filter(|sign| matches!(sign, '─' | '│')).count();
    assert!(lines(&Stage::new(&SMALL, (120, 40)).text()) > 40);
    assert_eq!(lines(&Stage::configured(&SMALL, (120, 40), &settings).text()), 0);
}
