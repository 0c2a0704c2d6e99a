//! What a theme must tell apart without colour.

use attache::config::{Role, Theme};
use ratatui::style::Modifier;

/// The names of the themes inside the program, from their files.
fn names() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes");
    let files = std::fs::read_dir(folder).expect("the themes are there");
    let mut names: Vec<String> = files
        .filter_map(|file| {
            let name = file.expect("a file").file_name().into_string().expect("an ASCII name");
            name.strip_suffix(".toml").map(str::to_owned)
        })
        .collect();
    names.sort();
    names
}

#[test]
fn attributes_alone_tell_what_matters_apart() {
    assert!(!names().is_empty());
    for name in names() {
        let theme = Theme::built_in(&name).expect("each theme file is built in");
        let attributes = |role| -> Modifier { theme.style(role).add_modifier };
        for role in [Role::Selection, Role::Marking, Role::Focus] {
            assert_ne!(attributes(role), attributes(Role::Text), "{name}: {role:?} is text");
            assert!(!attributes(role).contains(Modifier::DIM), "{name}: {role:?} is dim");
        }
        assert_ne!(attributes(Role::Focus), attributes(Role::Title), "{name}: focus");
        assert_ne!(attributes(Role::Selection), attributes(Role::Linked), "{name}: selection");
        assert_ne!(attributes(Role::Link), attributes(Role::Text), "{name}: link");
        assert_ne!(attributes(Role::Match), attributes(Role::Text), "{name}: match");
        assert_ne!(attributes(Role::Marker), attributes(Role::Text), "{name}: marker");
    }
}
