//! Every theme inside the program can be read, in every number of colours; themes of the user come with
//! findings, never without a look.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test fails loudly")]

mod command;
mod contrast;
mod palettes;
mod user;

use attache::config::{Role, Themes};

/// The list inside the program is that of the folder.
#[test]
fn every_file_of_the_folder_is_in_the_program() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/themes")).unwrap();
    let files = folder.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.map(|name| name.replace(".toml", "")).collect();
    let mut names = Themes::built_in().names();
    files.sort();
    names.sort();
    assert_eq!(files, names);
    for name in names {
        let loaded = Themes::built_in().load(&name).unwrap();
        assert_eq!(loaded.findings, [], "{name}");
        // Beside its name it fits on a line of 80 columns.
        assert!((1..=58).contains(&loaded.about.as_str().len()), "{name}: {}", loaded.about);
    }
}

/// The first of the line gives every role a look: there is nothing behind it.
#[test]
fn the_root_gives_every_role_a_look() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/terminal.toml"));
    let text = text.unwrap();
    for role in Role::ALL {
        assert!(text.lines().any(|line| line.split(' ').next() == Some(role.id())), "{role:?}");
    }
}
