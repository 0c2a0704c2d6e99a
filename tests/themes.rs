//! Every theme inside the program can be read: contrasts as WCAG 2.2 reckons them, in every number of
//! colours; and themes of the user come with findings, never without a look.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test fails loudly")]

use attache::config::{
    ColorTier, HIGH_CONTRAST, LEAST_CONTRAST, Pair, Role, Theme, Themes, contrast, pairs, shade,
};
use attache::diag::render;
use proptest::prelude::*;
use ratatui::style::{Color, Modifier};
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The themes inside the program by name.
fn built_in() -> Vec<(String, Theme)> {
    let themes = Themes::built_in();
    themes.names().into_iter().map(|name| (name.clone(), Theme::built_in(&name).unwrap())).collect()
}

/// Whether a theme promises the higher contrast.
fn is_high(name: &str) -> bool {
    name.starts_with("contrast-") || name == "projector"
}

fn told(theme: &str, pair: &Pair, ratio: f64, least: f64) -> String {
    let on: Vec<&str> = pair.on.into_iter().flatten().map(Role::id).collect();
    format!("{theme}: {} on {}: {ratio:.2} < {least}", pair.role.id(), on.join(", "))
}

#[test]
fn every_pair_of_colours_can_be_read_in_24_bits_and_in_256() {
    let mut wrong = Vec::new();
    for (name, theme) in built_in() {
        for tier in [ColorTier::True, ColorTier::Indexed] {
            for pair in pairs(&theme.at(tier)) {
                let (fg, bg) = (shade(pair.fg).expect("a shade"), shade(pair.bg).expect("a shade"));
                let high = is_high(&name) || pair.is_selected();
                let least = if high { HIGH_CONTRAST } else { LEAST_CONTRAST };
                let ratio = contrast(fg, bg);
                if ratio < least {
                    wrong.push(format!("{tier:?} {}", told(&name, &pair, ratio, least)));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn coloured_themes_leave_no_ground_to_the_terminal() {
    for (name, theme) in built_in().into_iter().filter(|(_, theme)| theme.has_colors()) {
        let screen = theme.style(Role::Screen);
        assert!(screen.fg.and_then(shade).and(screen.bg.and_then(shade)).is_some(), "{name}");
        let pairs = pairs(&theme);
        assert!(pairs.len() >= 2 * Role::ALL.len(), "{name}: only {} pairs", pairs.len());
        for role in Role::ALL {
            // How dim is dim, only the terminal knows; then no contrast could be promised.
            assert!(!theme.style(*role).add_modifier.contains(Modifier::DIM), "{name}: {role:?}");
        }
    }
}

#[test]
fn terminal_and_mono_set_no_colour_at_all() {
    for name in ["terminal", "mono"] {
        let theme = Theme::built_in(name).unwrap();
        assert!(!theme.has_colors(), "{name}");
        assert_eq!(pairs(&theme), [], "{name}");
        for role in Role::ALL {
            let style = theme.style(*role);
            assert!(matches!(style.fg, None | Some(Color::Reset)), "{name}: {role:?}");
            assert_eq!(style.bg, None, "{name}: {role:?}");
        }
    }
}

/// Dim and italic are not shown by every terminal without colours.
#[test]
fn mono_needs_three_attributes_only() {
    let theme = Theme::built_in("mono").unwrap();
    let shown = Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED;
    for role in Role::ALL {
        assert!(shown.contains(theme.style(*role).add_modifier), "{role:?}");
    }
}

#[test]
fn without_colours_what_has_a_ground_of_its_own_is_reversed() {
    for (name, theme) in built_in() {
        let poor = theme.at(ColorTier::None);
        assert!(!poor.has_colors(), "{name}");
        for tier in [ColorTier::None, ColorTier::Sixteen] {
            let poor = theme.at(tier);
            for role in [Role::Selection, Role::Focus, Role::Marking, Role::Marker] {
                let style = poor.style(role);
                assert!(
                    style.add_modifier.contains(Modifier::REVERSED),
                    "{name} {tier:?} {role:?}"
                );
                assert_eq!(style.bg, None, "{name} {tier:?} {role:?}");
            }
        }
    }
}

/// In both of the palettes that the 16 colours usually have.
#[test]
fn with_16_colours_the_ground_is_black_or_white_and_all_text_is_far_from_it() {
    for (name, theme) in built_in().into_iter().filter(|(_, theme)| theme.has_colors()) {
        let poor = theme.at(ColorTier::Sixteen);
        let ground = poor.style(Role::Screen).bg.expect("a ground");
        assert!(matches!(ground, Color::Black | Color::White), "{name}: {ground}");
        for role in Role::ALL {
            let style = poor.style(*role);
            let below = style.bg.unwrap_or(ground);
            assert_eq!(below, ground, "{name}: {role:?}");
            let fg = style.fg.expect("a colour");
            let least = if is_high(&name) { HIGH_CONTRAST } else { LEAST_CONTRAST };
            for palette in [XTERM, VGA] {
                let ratio = contrast(sixteen(palette, fg), sixteen(palette, ground));
                assert!(ratio >= least, "{name}: {role:?} {fg} on {ground}: {ratio:.2}");
            }
        }
    }
}

/// The 16 in order, from XTerm-col.ad of xterm.
const XTERM: &str = "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 \
                     7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff";

/// The same of the Linux console, from drivers/tty/vt/vt.c.
const VGA: &str = "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa \
                   555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff";

/// The shade of one of the 16 in a palette.
fn sixteen(palette: &str, color: Color) -> [u8; 3] {
    let all = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let at = all.iter().position(|known| *known == color).expect("one of the 16");
    let shade = palette.split_whitespace().nth(at).expect("a shade");
    let [_, red, green, blue] = u32::from_str_radix(shade, 16).expect("hex").to_be_bytes();
    [red, green, blue]
}

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
            "[roles]\nlinkd = {}",
            "2:1: error[E410]: no role is called `linkd` = did you mean `linked`?",
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
            "[roles]\nscreen = { fg = \"#000000\", bg = \"#ffffff\" }\ndim = { fg = \"#b0b0b0\" }",
            "3:7: warning[W410]: `dim` on `screen` has a contrast of 2.2 to 1 = take colours further \
             apart: 4.5 to 1 is the least",
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
        ("dusk.toml", "inherits = \"dark\"\nabout = \"evening\"\n[palette]\naccent = \"#ffffff\""),
        ("late.toml", "inherits = \"dusk\"\n[roles]\ntext = { add = [\"bold\"] }"),
        ("dark.toml", "inherits = \"dark\"\n[roles]\ndim = { fg = \"#ffffff\" }"),
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
    assert_eq!(dark.theme.style(Role::Dim).fg, white);
    assert_eq!(late.theme.style(Role::Dim).fg, white, "and below `dusk`");
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
        ("latin", "this is not UTF-8 text"),
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
                let ratio = contrast(sixteen(palette, fg), sixteen(palette, bg));
                prop_assert!(ratio >= LEAST_CONTRAST, "{} on {}", fg, bg);
            }
        }
    }
}

/// The program with a home of its own, in which these themes stand.
fn program(home: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    command.args(arguments).env_clear().env("HOME", home).stdin(Stdio::null());
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains('\u{1b}'));
        text.replace(&format!("{}", home.display()), "~")
    };
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn home(files: &[(&str, &str)]) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/attache/themes");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
    home
}

#[test]
fn the_command_lists_the_themes_with_what_is_wrong() {
    let files =
        [("night.toml", "about = \"for the night\"\ninherits = \"drak\""), ("a b.toml", "")];
    let home = home(&files);
    let (code, out, _) = program(home.path(), &["themes"]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!("listed", out);
    let (code, out, _) = program(home.path(), &["themes", "--check"]);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!("checked", out);
}

#[test]
fn without_a_fault_the_check_is_a_success() {
    let home = home(&[("night.toml", "inherits = \"dark\"")]);
    assert_eq!(
        program(home.path(), &["themes", "--check"]),
        (Some(0), "no findings\n".into(), String::new())
    );
    let (code, _, _) = program(home.path(), &["--theme", "night", "--plain"]);
    assert_eq!(code, Some(0));
}

#[test]
fn a_theme_is_printed_to_begin_ones_own_from() {
    let home = home(&[]);
    let (code, out, _) = program(home.path(), &["themes", "dark"]);
    assert_eq!(code, Some(0));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/dark.toml");
    assert_eq!(out, std::fs::read_to_string(file).unwrap());
    let (code, _, err) = program(home.path(), &["themes", "drak"]);
    assert_eq!(
        (code, err.as_str()),
        (Some(2), "attache: no theme is called `drak`; did you mean `dark`?\n")
    );
}

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
        assert!(!loaded.about.is_empty(), "{name}");
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
