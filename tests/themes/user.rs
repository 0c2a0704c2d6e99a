//! Themes of the user: what they inherit, and what is found in them.

use crate::palettes::{VGA, XTERM};
use attache::config::{ColorTier, LEAST_CONTRAST, Role, Theme, Themes, contrast, shade};
use attache::diag::render;
use proptest::prelude::*;
use ratatui::style::{Color, Modifier};
use tempfile::TempDir;

/// A folder with themes of a user.
fn folder(files: &[(&str, &str)]) -> (TempDir, Themes) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let themes = Themes::with_folder(Some(folder.path().to_owned()));
    (folder, themes)
}

/// The findings of a theme, one a line, without the folder, each with its help.
fn findings((folder, themes): &(TempDir, Themes), name: &str) -> Vec<String> {
    let loaded = themes.load(name).unwrap();
    let folder = format!("{}/", folder.path().display());
    let told = loaded.findings.iter().map(|found| {
        let short = render::short(&loaded.sources, found);
        let help = found.help.as_ref().map_or(String::new(), |help| format!(" = {help}"));
        format!("{short}{help}").replace(&folder, "")
    });
    told.collect()
}

#[test]
fn each_slip_is_told_with_its_place_and_what_to_write() {
    for (text, wanted) in [
        (
            "[roles]\nlinkeds = {}",
            "2:1: error[E410]: no role is called `linkeds` = did you mean `linked`?",
        ),
        (
            "[roles]\n  link = { fg = \"gren\" }",
            "2:17: error[E411]: `gren` is no colour = did you mean `green`?",
        ),
        (
            "[roles]\nlink = { bg = \"#12345\" }",
            "2:15: error[E411]: `#12345` is no colour = write `#rrggbb`, one of the 16 names as \
             `red`, or a name of `[palette]`",
        ),
        (
            "[palette]\nsky = \"#8ab4ff\"\n[roles]\nlink = { fg = \"skye\" }",
            "4:15: error[E411]: `skye` is no colour = did you mean `sky`?",
        ),
        (
            "[palette]\nsky = \"blurple\"",
            "2:7: error[E411]: `blurple` is no colour = did you mean `blue`?",
        ),
        (
            "[roles]\nlink = { add = [\"bold\", \"bolt\"] }",
            "2:25: error[E412]: no attribute is called `bolt` = did you mean `bold`?",
        ),
        (
            "inherits = \"drak\"",
            "1:12: error[E413]: no theme is called `drak` = did you mean `dark`?",
        ),
        ("inherits = 1", "1:12: error[E004]: `inherits` is a text, as `inherits = \"dark\"`"),
        ("abuot = \"\"", "1:1: error[E002]: a theme has no key `abuot` = did you mean `about`?"),
        (
            "[roles]\nlink = { gf = \"red\" }",
            "2:10: error[E002]: a role has no key `gf` = did you mean `fg`?",
        ),
        (
            "[roles]\nlink = \"red\"",
            "2:8: error[E004]: a role is a table, as `link = { fg = \"red\" }`",
        ),
        (
            "[roles]\nlink = { fg = 1 }",
            "2:15: error[E004]: a colour is a text, as `\"#rrggbb\"` or `\"red\"`",
        ),
        (
            "[roles]\nlink = { add = \"bold\" }",
            "2:16: error[E004]: `add` is a list, as `add = [\"bold\"]`",
        ),
        (
            "[roles]\nlink = { add = [1] }",
            "2:17: error[E004]: an attribute is a text, as `\"bold\"`",
        ),
        ("palette = 1", "1:11: error[E004]: `palette` is a table, as `[palette]`"),
        ("[palette]\nsky = 1", "2:7: error[E004]: `sky` is a colour, as `\"#rrggbb\"`"),
        ("roles = 1", "1:9: error[E004]: `roles` is a table, as `[roles]`"),
        ("[roles]\nlink = {", "2:9: error[E001]: unclosed inline table, expected `}`"),
        (
            "[roles]\nscreen = { fg = \"#000000\", bg = \"#ffffff\" }\nquiet = { fg = \"#b0b0b0\" }",
            "3:9: warning[W410]: `quiet` on `screen` has a contrast of 2.2 to 1 = take colours further \
             apart: 4.5 to 1 is the least",
        ),
        (
            "[roles]\nscreen = { bg = \"#000000\" }",
            "2:10: warning[W410]: `screen` has a ground and the terminal's own colour of text = give \
             it `fg` too: one may be as dark as the other",
        ),
    ] {
        let own = folder(&[("own.toml", text)]);
        assert_eq!(findings(&own, "own"), [format!("own.toml:{wanted}")], "{text}");
    }
}

#[test]
fn a_slip_costs_its_role_only_which_looks_as_in_the_parent() {
    let text = "inherits = \"dark\"\n[roles]\nlink = { fg = \"gren\", add = [\"bold\"] }\n\
                match = { add = [\"bolt\"] }\nkey = { fg = \"#ffffff\" }\n";
    let (_folder, themes) = folder(&[("own.toml", text)]);
    let loaded = themes.load("own").unwrap();
    let dark = Theme::built_in("dark").unwrap();
    assert_eq!(loaded.findings.len(), 2);
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::Key) {
        assert_eq!(loaded.theme.style(role), dark.style(role), "{role:?}");
    }
    assert_eq!(loaded.theme.style(Role::Key).fg, Some(Color::Rgb(255, 255, 255)));
}

#[test]
fn themes_inherit_looks_and_palettes() {
    let (_folder, themes) = folder(&[
        ("dusk.toml", "inherits = \"dark\"\nabout = \"evening\"\n[palette]\nlink = \"#ffffff\""),
        ("late.toml", "inherits = \"dusk\"\n[roles]\ntext = { add = [\"bold\"] }"),
        ("dark.toml", "inherits = \"dark\"\n[roles]\nquiet = { fg = \"#ffffff\" }"),
        ("bare.toml", "[roles]\nlabel = { fg = \"red\" }"),
    ]);
    let white = Some(Color::Rgb(255, 255, 255));
    let late = themes.load("late").unwrap();
    assert_eq!(late.findings, []);
    // Of `dark`, with the palette of `dusk`.
    assert_eq!(late.theme.style(Role::Link).fg, white);
    assert_eq!(late.theme.style(Role::Text).add_modifier, Modifier::BOLD);
    assert_eq!(themes.load("dusk").unwrap().about.as_str(), "evening");
    // The user's own `dark` stands before that of the program, and on it.
    let dark = themes.load("dark").unwrap();
    assert_eq!(dark.findings, []);
    assert!(dark.file.is_some());
    assert_eq!(dark.theme.style(Role::Quiet).fg, white);
    assert_eq!(late.theme.style(Role::Quiet).fg, white, "and below `dusk`");
    // Without a parent a theme begins from the terminal's own look.
    let bare = themes.load("bare").unwrap();
    assert!(bare.theme.style(Role::Selection).add_modifier.contains(Modifier::REVERSED));
    assert_eq!(bare.theme.style(Role::Label).fg, Some(Color::Red));
    assert_eq!(bare.theme.style(Role::Title).fg, Some(Color::Reset), "nothing left over");
    assert_eq!(
        themes.names(),
        [
            "terminal",
            "dark",
            "light",
            "contrast-dark",
            "contrast-light",
            "projector",
            "mono",
            "bare",
            "dusk",
            "late"
        ]
    );
}

#[test]
fn circles_and_long_lines_of_themes_end_with_a_finding() {
    let own = folder(&[
        ("a.toml", "inherits = \"b\""),
        ("b.toml", "inherits = \"a\""),
        ("self.toml", "inherits = \"self\""),
    ]);
    let told = findings(&own, "a");
    assert_eq!(
        told,
        [
            "b.toml:1:12: error[E413]: a theme inherits itself: `a` inherits `b` inherits `a` = inherit \
          from a theme of the program, as `terminal`"
        ]
    );
    assert_eq!(findings(&own, "self").len(), 1);
    let terminal = Theme::built_in("terminal").unwrap();
    assert_eq!(own.1.load("a").unwrap().theme, terminal);
    let files: Vec<(String, String)> =
        (0..100).map(|at| (format!("t{at}.toml"), format!("inherits = \"t{}\"", at + 1))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let own = folder(&files);
    let told = findings(&own, "t0");
    assert!(told.len() == 1 && told.concat().contains("more than 16 themes"), "{told:?}");
}

#[test]
fn what_is_no_text_or_too_large_is_told_and_the_look_is_the_terminals() {
    let (folder, themes) = folder(&[("large.toml", &format!("# {}", "x".repeat(70_000)))]);
    std::fs::write(folder.path().join("latin.toml"), b"about = \"Tiran\xeb\"").unwrap();
    std::fs::create_dir(folder.path().join("dir.toml")).unwrap();
    let fifo = folder.path().join("pipe.toml");
    let mode = rustix::fs::Mode::RUSR;
    rustix::fs::mknodat(rustix::fs::CWD, &fifo, rustix::fs::FileType::Fifo, mode, 0).unwrap();
    let own = (folder, themes);
    for (name, words) in [
        ("large", "it is larger than 64 KiB"),
        ("latin", "line 1 is not UTF-8; save the file as UTF-8"),
        ("dir", "this is not a file"),
        ("pipe", "this is not a file"),
    ] {
        assert_eq!(findings(&own, name), [format!("{name}.toml:1:1: error[E007]: {words}")]);
        assert_eq!(own.1.load(name).unwrap().theme, Theme::built_in("terminal").unwrap());
    }
}

#[test]
fn a_name_cannot_leave_the_folder() {
    let (folder, _) = folder(&[("own.toml", "")]);
    let inner = folder.path().join("themes");
    std::fs::create_dir(&inner).unwrap();
    let themes = Themes::with_folder(Some(inner));
    for name in ["../own", "", ".", "..", "own/../own", "\u{1b}[31m", "a b"] {
        let message = themes.load(name).unwrap_err().to_string();
        assert!(message.starts_with("no theme is called `"), "{message}");
        assert!(!message.contains('\u{1b}'));
    }
    let message = themes.load("solarised").unwrap_err().to_string();
    assert!(message.contains("there is `terminal`, `dark`"), "{message}");
    let message = themes.load("contrast-drak").unwrap_err().to_string();
    assert!(message.ends_with("did you mean `contrast-dark`?"), "{message}");
}

#[test]
fn hostile_words_of_a_theme_are_shown_as_marks() {
    let text = "about = \"\\u001b[31mred\\u202e\"\n[roles]\n\"li\\u001bnk\" = {}\n";
    let own = folder(&[("own.toml", text)]);
    let loaded = own.1.load("own").unwrap();
    assert_eq!(loaded.about.as_str(), "<U+001B>[31mred<U+202E>");
    assert!(findings(&own, "own").concat().contains("`li<U+001B>nk`"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_makes_a_theme(text in "(\\[roles\\]\n|[a-z]{1,8} = |\\{|\\}|\"|fg|bg|add|#[0-9a-f]{5,7}|\\PC|\n){0,40}") {
        let (_folder, themes) = folder(&[("own.toml", &text)]);
        let loaded = themes.load("own").unwrap();
        for tier in ColorTier::ALL {
            drop(loaded.theme.at(tier));
        }
    }

    /// Whatever two colours a theme takes, fewer of them can be read no worse than by the level it had.
    #[test]
    fn fewer_colours_keep_the_level_of_contrast(fg: [u8; 3], bg: [u8; 3]) {
        let hex = |[r, g, b]: [u8; 3]| format!("#{r:02x}{g:02x}{b:02x}");
        let text = format!("[roles]\nscreen = {{ fg = \"{}\", bg = \"{}\" }}", hex(fg), hex(bg));
        let (_folder, themes) = folder(&[("own.toml", &text)]);
        let theme = themes.load("own").unwrap().theme;
        let ratio = contrast(fg, bg);
        if ratio >= 7.5 {
            let screen = theme.at(ColorTier::Indexed).style(Role::Screen);
            let (fg, bg) = (shade(screen.fg.unwrap()).unwrap(), shade(screen.bg.unwrap()).unwrap());
            prop_assert!(contrast(fg, bg) >= LEAST_CONTRAST, "{:?} on {:?}", fg, bg);
        }
        if ratio >= LEAST_CONTRAST {
            let screen = theme.at(ColorTier::Sixteen).style(Role::Screen);
            for palette in [XTERM, VGA] {
                let (fg, bg) = (screen.fg.unwrap(), screen.bg.unwrap());
                let ratio = contrast(palette.shade(fg), palette.shade(bg));
                prop_assert!(ratio >= LEAST_CONTRAST, "{} on {}", fg, bg);
            }
        }
    }
}
