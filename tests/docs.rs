//! The generated pages under `docs/` equal the tables of the program.
//!
//! `UPDATE_DOCS=1 cargo test --test docs` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use attache::action::{Action, Context};
use attache::config::{
    ATTRIBUTES, Allowed, HIGH_CONTRAST, LEAST_CONTRAST, LINE_CONTRAST, Pair, Role, Settings,
    Themes, color_names, contrast, pairs, shade,
};
use attache::keymap::Keymap;
use attache::search::OPERATORS;
use attache::text::keyboard::Keyboard;
use attache::text::{self, Class};
use std::fmt::Write as _;
use std::path::Path;

const NOTE: &str = "<!-- Made from the program's tables; `UPDATE_DOCS=1 cargo test --test docs` \
                    writes it anew. -->";

#[track_caller]
fn guard(name: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let alike = kept.lines().zip(page.lines()).take_while(|(kept, made)| kept == made).count();
    assert!(
        kept == page,
        "docs/{name} is out of date from line {}; `UPDATE_DOCS=1 cargo test --test docs` writes it",
        alike + 1
    );
}

/// Text for a cell of a table.
fn cell(text: &str) -> String {
    in_row(text).replace('<', "&lt;")
}

/// Text for a cell of a table, set as code: in it only the sign between cells has another meaning.
fn code(text: &str) -> String {
    format!("`{}`", in_row(text))
}

fn in_row(text: &str) -> String {
    text.replace('|', "\\|")
}

fn keys_page() -> String {
    let layouts: Vec<&str> = Keyboard::ALL.iter().map(|keyboard| keyboard.help()).collect();
    let keymap = Keymap::default();
    let mut page = format!(
        "# Keys\n\n{NOTE}\n\nA key is looked up in the context in use, then in the one around it. `g g` is one key \
         after another.\nWhere text is typed, a key that is not listed here goes into the text. \
         Every key can be changed:\n[config.md](config.md).\n\nWhile a keyboard layout of \
         another script is active, a key means what it means at its place on a\nUS keyboard. An ASCII \
         character is always itself, and text stays what was typed. Known are\n{}. Arabic and Bulgarian write letters \
         with other keys than Persian and Russian do: they are\nunderstood in a locale of their language, or \
         after `keyboard = \"arabic\"` in `config.toml`.\n",
        layouts.join(", ")
    );
    for context in [
        Context::Panes,
        Context::Reader,
        Context::Search,
        Context::Chooser,
        Context::Prompt,
        Context::Copy,
        Context::Everywhere,
    ] {
        write!(page, "\n## {}\n\n", context.name()).unwrap();
        if let Some(outer) = context.outer().filter(|outer| *outer != Context::Everywhere) {
            write!(page, "Before those of {}:\n\n", outer.name().to_lowercase()).unwrap();
        }
        page.push_str("| Keys | Action | What it does |\n|---|---|---|\n");
        for info in Action::ALL.iter().filter(|info| info.contexts.contains(&context)) {
            let keys: Vec<String> =
                keymap.keys(info.action).iter().map(|keys| code(&keys.to_string())).collect();
            writeln!(page, "| {} | `{}` | {} |", keys.join(" "), info.id, cell(info.help)).unwrap();
        }
    }
    page
}

#[test]
fn keys() {
    guard("keys.md", &keys_page());
}

/// What an option takes, with the meaning of each word.
fn taken(allowed: Allowed) -> String {
    match allowed {
        Allowed::Words(words) => {
            let words = words.iter().map(|(word, help)| format!("`{word}`: {}", cell(help)));
            words.collect::<Vec<_>>().join("; ")
        }
        Allowed::Switch => "`true` or `false`".to_owned(),
        Allowed::Cells(least, most) => format!("{least} to {most}"),
        Allowed::Minutes(most) => format!("minutes up to {most}; 0 for never"),
        Allowed::Theme => "the name of a theme".to_owned(),
    }
}

fn config_page() -> String {
    let mut page = format!(
        "# Configuration\n\n{NOTE}\n\nTwo files in the folder that `attache config path` names \
         (`~/.config/attache` on Linux): `config.toml`\nfor options and `keys.toml` for keys. Neither has to be \
         there. `--config FILE` reads another file and\nthe `keys.toml` beside it.\n\nA mistake costs the \
         option or key it stands in and nothing else: the default stays, the reader\nstarts and says so in one \
         line, and `attache config check` tells each mistake with file, line, column\nand what was meant.\n\n\
         | Command | What it does |\n|---|---|\n"
    );
    let command = attache::cli::command();
    for group in ["config", "keys"] {
        for inner in command.find_subcommand(group).unwrap().get_subcommands() {
            let (name, help) = (inner.get_name(), described(inner));
            writeln!(page, "| `attache {group} {name}` | {} |", cell(&help)).unwrap();
        }
    }
    page.push_str(
        "\n## Options\n\n| Option | What it decides | Takes | Default |\n|---|---|---|---|\n",
    );
    let defaults = Settings::default();
    for option in Settings::OPTIONS {
        let default = defaults.written(option.id).map_or("none".into(), |d| format!("`{d}`"));
        let (help, takes) = (cell(option.help), taken(option.allowed));
        writeln!(page, "| `{}` | {help} | {takes} | {default} |", option.id).unwrap();
    }
    page.push_str(
        "\n`layout.stacked-width` is `stacked-width` in the table `[layout]`. `attache config print` \
         writes a whole\n`config.toml` to begin with.\n",
    );
    page.push_str(KEYS_FILE);
    let contexts: Vec<String> = Context::ALL.iter().map(|c| format!("`{}`", c.id())).collect();
    writeln!(page, "\nThe contexts are {}.", contexts.join(", ")).unwrap();
    page
}

/// The part of the page that is no table.
const KEYS_FILE: &str = r#"
## Keys

```toml
[keys]                      # in every context of the action
zoom = ["f6", "Z"]
trail = ["g t"]

[in.prompt]                 # in one context only
erase-word = ["alt-backspace"]
```

The names of actions and their default keys are listed in [keys.md](keys.md); `attache keys print`
writes a whole `keys.toml`.

- A list replaces all keys that the action had. What the file does not name keeps its keys.
- A key is a character or a name, with `ctrl-`, `alt-` or `shift-` before it: `j`, `G`, `ctrl-d`,
  `shift-down`, `pagedown`, `f5`. Capitals say Shift by themselves. Up to four keys in a row have blanks
  between them: `g t`.
- A key of the file is taken from the action that has it by default. An action that loses its last key
  that way is told of.
- Of two keys of the file that collide in one context the first stays. `g` and `g t` collide: one would
  hide the other.
- Where text is typed, printable keys are text and cannot be bound. Ctrl-C always ends the program.
- `[in.CONTEXT]` gives an action keys in one context. In a context inside another, as `reader` inside
  `panes`, they come before those of the outer one, which go on working.
- A letter of another script that is bound is itself; else it is the key of a US keyboard at its place.
"#;

#[test]
fn config() {
    guard("config.md", &config_page());
}

fn described(command: &clap::Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// Heading, usage and the arguments of a command, then those of its own commands.
fn cli_section(page: &mut String, command: &clap::Command, path: &str, global: bool) {
    let depth = path.split(' ').count() + 1;
    write!(page, "\n{} `{path}`\n\n{}.\n\n", "#".repeat(depth), described(command)).unwrap();
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace("\n       ", "\n");
    write!(page, "```\n{usage}\n```\n").unwrap();
    let shown: Vec<_> = command
        .get_arguments()
        .filter(|argument| global || !argument.is_global_set())
        .filter(|argument| !matches!(argument.get_id().as_str(), "help" | "version"))
        .collect();
    if !shown.is_empty() {
        page.push_str("\n| Argument | Meaning |\n|---|---|\n");
    }
    for argument in shown {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let mut meaning = cell(&help);
        let values = argument.get_possible_values();
        let takes_words = argument.get_action().takes_values() && !values.is_empty();
        if takes_words {
            let words: Vec<String> = values.iter().map(|v| format!("`{}`", v.get_name())).collect();
            write!(meaning, ". One of {}", words.join(", ")).unwrap();
        }
        let defaults: Vec<_> =
            argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if argument.get_action().takes_values() && !defaults.is_empty() {
            write!(meaning, ". Default: `{}`", defaults.join(" ")).unwrap();
        }
        writeln!(page, "| `{argument}` | {meaning} |").unwrap();
    }
    if command.get_name() == "find" {
        page.push_str("\nBeside words a search understands:\n\n| Written | Means |\n|---|---|\n");
        for (form, meaning) in OPERATORS {
            writeln!(page, "| {} | {} |", code(form), cell(meaning)).unwrap();
        }
    }
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        cli_section(page, inner, &format!("{path} {}", inner.get_name()), false);
    }
}

fn cli_page() -> String {
    let mut command = attache::cli::command();
    command.build();
    let mut page = format!(
        "# The command line\n\n{NOTE}\n\nThe options of `attache` itself may stand before and after a command too.\n\n\
         Exit codes: 0 done, 1 nothing found (`find`), errors found (`check`, `fmt`, `new event`) or something to lay out \
         (`fmt --check`,\n`fmt --diff`), 2 wrong usage or could not run, 101 a fault of the program, 129 the terminal went \
         away, 130 interrupted.\nA closed pipe is a success.\n\n\
         What `find` did not find as it was typed, and what it took it for, it says on standard error, and as \
         `note` in\neach object of `--json`, which is null otherwise. There too stand what was not read and why, and \
         that there are\nmore hits than `-n` shows.\n\n\
         The last line of `find --json` is no hit but `{{\"summary\": …}}`, also where nothing was found: `query` as it \
         was read\n(`typed`, `words`, `dates`, `operators`, `spelling`, `layout`, and as `complaint` what an operator takes \
         that is not\nin force), `total` and `shown`, `coverage` (`all` or `some` of the words, or `none`), `note` with its \
         `marking`,\n`refused` files with `file`, `why` and `kept` (whether the last good text was searched), sealed `sets` with `name` and \
         `seal`,\n`set_aside` briefs with `file`, `why`, `instead` and `built_in` (older editions, and what others replace), and how many `findings` the briefs have, as \
         `errors` and\n`warnings`. A hit has `ref`, the summary has not; its `seal` is what its sealed set says of its \
         file.\n\n\
         `check` ends with how much was checked and how many findings there are of each rule; with `--format short` \
         and `json`\nit says so on standard error. Where there is no file to check it says so and exits with 2. [editors.md](editors.md) \
         has settings for VS Code,\nVim and Emacs.\n"
    );
    cli_section(&mut page, &command, "attache", true);
    page
}

#[test]
fn cli() {
    guard("cli.md", &cli_page());
}

#[test]
fn every_command_and_argument_is_described() {
    fn undescribed(command: &clap::Command, found: &mut Vec<String>) {
        if described(command).is_empty() {
            found.push(command.get_name().to_owned());
        }
        for argument in command.get_arguments().filter(|argument| argument.get_help().is_none()) {
            found.push(format!("{} {argument}", command.get_name()));
        }
        command.get_subcommands().for_each(|inner| undescribed(inner, found));
    }
    let mut found = Vec::new();
    undescribed(&attache::cli::command(), &mut found);
    assert_eq!(found, Vec::<String>::new());
}

fn roles_page() -> String {
    let mut page = format!(
        "# Roles of a theme\n\n{NOTE}\n\nWhat a theme gives a look to; [themes.md](themes.md) tells how. Nothing on \
         the screen is told by colour\nalone.\n\n| Role | What it is for |\n|---|---|\n"
    );
    for role in Role::ALL {
        writeln!(page, "| `{}` | {} |", role.id(), cell(role.help())).unwrap();
    }
    page
}

/// The least contrast of some pairs, to one decimal and never more than it is.
fn least(pairs: &[Pair], wanted: impl Fn(&Pair) -> bool) -> String {
    let ratio = |pair: &Pair| Some(contrast(shade(pair.fg)?, shade(pair.bg)?));
    let least = pairs.iter().filter(|pair| wanted(pair)).filter_map(ratio).min_by(f64::total_cmp);
    least.map_or("the terminal's".into(), |least| format!("{:.1}", (least * 10.0).floor() / 10.0))
}

fn themes_page() -> String {
    let attributes: Vec<String> = ATTRIBUTES.iter().map(|(name, _)| format!("`{name}`")).collect();
    let colors: Vec<String> = color_names().map(|name| format!("`{name}`")).collect();
    let mut page = format!(
        "# Themes\n\n{NOTE}\n\n`attache themes` lists them and says which one is in use and why; `--theme NAME` takes \
         another.\n\n| Theme | What it is for | Least contrast | In the selected row |\n|---|---|---:|---:|\n"
    );
    let themes = Themes::built_in();
    for name in themes.names() {
        let loaded = themes.load(&name).unwrap();
        let pairs = pairs(&loaded.theme);
        let selected = least(&pairs, Pair::is_selected);
        let is_text = |pair: &Pair| !pair.role.is_line() && !Role::MARKINGS.contains(&pair.role);
        let all = least(&pairs, is_text);
        writeln!(page, "| `{name}` | {} | {all} | {selected} |", loaded.about).unwrap();
    }
    write!(
        page,
        "\nContrasts are those of WCAG 2.2, over every pair of colours that can meet on the screen; for a theme \
         that sets\nno ground, on the backgrounds that it is made for. A test holds them to {LEAST_CONTRAST} to 1 \
         and, in a selected row that has\ncolours and in `contrast-*` and `projector`, to {HIGH_CONTRAST} to 1, \
         with 24 bits and with 256 colours; lines, which are\nno text, to {LINE_CONTRAST} to 1. Markings have \
         the colours of TLP 2.0 on black in all of them, red the least, with\n5.6 to 1.\n\n{THEMES_TEXT}"
    )
    .unwrap();
    write!(
        page,
        "\n## Colours\n\n{}\n\n## Attributes\n\n{}\n",
        colors.join(" "),
        attributes.join(" ")
    )
    .unwrap();
    page
}

/// What of the page about themes is in no table.
const THEMES_TEXT: &str = "\
## Which one is used

The first that says something: `--theme`, the settings, `NO_COLOR` (`mono`), `TERM=linux` (`mono` and
ASCII signs), `COLORFGBG` (`dark` or `light`), else `terminal`. A theme that is named is meant, `NO_COLOR` or not.

Where nothing says anything the terminal is asked for its background once, at the start (OSC 11, and DA1
behind it, which every terminal answers). Nothing waits for the answer: the reader opens in `terminal`
and is drawn anew in `dark` or `light` when it comes, with colours moved away from the background where they
are too near to it. At the end an answer that is still owed is waited for, a tenth of a second at most, so
that it is not typed into the shell. `ask-terminal = false` in `config.toml` asks nothing; the Linux
console, terminals without colours and those whose `TERM` is not set are never asked.

## How many colours

24 bits where `COLORTERM` or a well-known `TERM` says so, 256 or 16 by `TERM`. With 256, a colour becomes
the nearest that still has the contrast it had. With 16, which every terminal mixes as it likes, a ground
that a theme sets is black or white, and text takes the nearest colour of its hue that can be read on it in
the palettes of xterm and of VGA; on the terminal's own background it takes one that has 3 to 1 in the
palettes of xterm, VGA, Tango, Solarized and Windows, or none. What has a ground of its own is reversed, and
the attributes of `mono` are added. Signs and words are the same with all colours and with none.

## One of your own

A file `NAME.toml` in the folder that `attache themes` names. `attache themes dark` prints one to begin
from.

```toml
about = \"for the night\"         # what it is for; `attache themes` shows it
inherits = \"dark\"               # all that is not said here; without it, `terminal`
grounds = [\"#1c1408\"]           # the backgrounds of the terminal that it is made for

[palette]                       # names for colours; they also change what is inherited
link = \"#e0b060\"

[roles]                         # see roles.md
link = { fg = \"link\", add = [\"underline\"] }
selection = { fg = \"#ffffff\", bg = \"#4a3a10\", add = [\"bold\"] }
```

A role has `fg`, `bg` and `add`; what is left out of these is that of `screen`, whose `bg` is the ground
of everything. Where `screen` has none, everything stands on the terminal's own background, and `grounds`
says for which the colours are meant. A role that is given replaces the inherited one whole. A file with
the name of a theme of the program comes before it and may inherit it.

`attache themes --check` tells what is wrong, with line and column: unknown roles, colours and
attributes, parents that are not there, and text that is too near to its ground to be read. The reader
opens all the same: a role with a fault looks as in the parent.
";

#[test]
fn themes() {
    guard("themes.md", &themes_page());
}

/// The example on the page is a theme without a fault.
#[test]
fn the_theme_on_the_page_has_no_findings() {
    let example = THEMES_TEXT.split("```").nth(1).unwrap().trim_start_matches("toml\n");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.toml"), example).unwrap();
    let loaded = Themes::with_folder(Some(folder.path().to_owned())).load("own").unwrap();
    assert_eq!(loaded.findings, []);
    assert_eq!(loaded.about.as_str(), "for the night");
}

#[test]
fn roles() {
    guard("roles.md", &roles_page());
}

const CLUSTERS: &str = "\
## Clusters

Signs that are written together, as a letter with its marks or a conjunct of Hindi, are never taken apart:
not where a line is wrapped, not where a name is cut. A cluster may have 48 bytes and take 8 columns, which
is more than the longest conjuncts of Sanskrit need; a base keeps 8 combining marks, and what is above that
is counted in a marker (`<+12 marks>`). What is longer, or lacks a base, is shown as markers.

A cluster takes the columns of all its characters, spacing vowel signs with them: so `wcwidth` counts, and
xterm, VTE and Konsole draw. A terminal that draws the cluster in fewer leaves a gap within the word. Its
columns are blanked before it is drawn and the cursor is placed anew behind it, so nothing else on the row
moves, whatever the terminal makes of it.
";

const RIGHT_TO_LEFT: &str = "\
## Text from right to left

Text is sent in the order in which it is read, since terminals that can show Persian or Hebrew reorder it
themselves. Some of them take a whole row for one sentence (UAX #9), so that two Persian titles with a rule or
figures between them would change sides. Therefore the reader puts U+2800 on both sides of such a text, in
place of a blank. It is the blank pattern of braille: nothing is seen, and it counts as a letter that runs
from left to right. Where two texts leave no blank beside the rule between them, the rule is dotted in that
row (U+2847). Marks of direction are not used: a terminal need not heed them, and they would be copied with the
text. `--plain`, `show` and JSON never have either sign.

| Terminal | Reorders | How it is known |
|---|---|---|
| GNOME Terminal and others on VTE | the row, from left to right | seen in VTE 0.70.6; so do its sources of 2026 |
| Konsole | the row; box drawing ends a run | seen in 22.12.3; so do its sources of 2026 |
| mlterm | between box drawing, by the first letter | seen in 3.9.0: texts stay, but without a font for braille U+2800 is a box |
| xterm | no | seen in version 379: letters stand in the order sent |

Not tried: Terminal.app, iTerm2, Windows Terminal, kitty, WezTerm, foot, Ghostty, Alacritty. One that
reorders by UAX #9, with rows from left to right or by their first letter, is covered by a test that does the
same; one that shapes and reorders by other rules may not be. An application can also tell VTE not to reorder
(`CSI 8 l`); that is not sent, as Persian would then be read backwards.
";

const IMITATED: &str = "## Texts that imitate the program

What looks like a marker in a text (`<U+202E>` typed by hand) has its own bracket marked, so it is shown as
`<U+003C>U+202E>`, on the screen and in plain text. A hidden character hides nothing from a search: names,
titles, texts and what is typed are compared without it.

In plain text (`show`, `who`, a pipe, `--plain`, what is copied) a line of a brief's text that begins as one of
the program's own has `| ` before it: one that begins with a marking (`TLP:`), with a label (`HOW SURE`), as a
reference (`event:e1`), or as a line of what is copied (`How sure:`), at the start of a text or where it was
wrapped. No line of the program begins with `| `. On a screen colours and places tell them apart, and the first
row is the program's alone.

In `find --tsv` a cell that a spreadsheet would run as a formula, since it begins with `=`, `+`, `-` or `@`,
blanks and quotes aside, has `'` before it. Tabs and line ends in a text are blanks there.
";

fn text_policy_page() -> String {
    let mut page = format!(
        "# What becomes of a character\n\n{NOTE}\n\nEvery text from outside (files, names of files, pasted and typed \
         text, the environment) passes this\ntable before it can be shown. Characters that are not in it are shown as \
         they are, within clusters of\nbounded size. A marker is drawn apart from the text around it, so that a \
         brief cannot imitate one.\n\n{IMITATED}\n{CLUSTERS}\n{RIGHT_TO_LEFT}\n## The table\n\n| Code points | Class | Shown as |\n|---|---|---|\n"
    );
    let mut classes: Vec<Class> = Vec::new();
    for rule in &text::TABLE {
        let range = if rule.first == rule.last {
            format!("U+{:04X}", rule.first)
        } else {
            format!("U+{:04X} to U+{:04X}", rule.first, rule.last)
        };
        let shown = cell(rule.class.action().description());
        writeln!(page, "| {range} | {} | {shown} |", rule.class.name()).unwrap();
        if !classes.contains(&rule.class) {
            classes.push(rule.class);
        }
    }
    page.push_str("\n| Class | Characters |\n|---|---:|\n");
    for class in classes {
        let count: u32 = text::TABLE
            .iter()
            .filter(|rule| rule.class == class)
            .map(|rule| rule.last - rule.first + 1)
            .sum();
        writeln!(page, "| {} | {count} |", class.name()).unwrap();
    }
    page
}

#[test]
fn text_policy() {
    guard("text-policy.md", &text_policy_page());
}

/// Links between the pages, and to files of the repository, lead somewhere.
#[test]
fn links_of_the_pages_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<_> = ["README.md", "CONTRIBUTING.md"].map(|name| root.join(name)).to_vec();
    let folder = std::fs::read_dir(root.join("docs")).unwrap();
    pages.extend(folder.map(|entry| entry.unwrap().path()));
    let mut dead = Vec::new();
    for page in pages.iter().filter(|page| page.extension().is_some_and(|end| end == "md")) {
        let text = std::fs::read_to_string(page).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            let outside = target.contains("://") || file.is_empty();
            if !outside && !page.parent().unwrap().join(file).exists() {
                dead.push(format!("{}: {target}", page.display()));
            }
        }
    }
    assert_eq!(dead, Vec::<String>::new());
}

/// The map names every room, and every file that it names is there.
#[test]
fn the_map_is_of_this_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = std::fs::read_to_string(root.join("docs/ARCHITECTURE.md")).unwrap();
    for entry in std::fs::read_dir(root.join("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let row = format!("| `{name}` |");
        assert!(
            matches!(name, "lib" | "main" | "tests") || map.contains(&row),
            "no row for `{name}`"
        );
    }
    let named = map.split('`').skip(1).step_by(2).filter(|word| !word.contains(['*', ' ', '=']));
    for file in named.filter(|word| word.contains(".rs") || word.contains(".toml")) {
        let places = ["", "src", "tests"].map(|folder| root.join(folder).join(file));
        assert!(places.iter().any(|place| place.exists()), "docs/ARCHITECTURE.md names `{file}`");
    }
}
