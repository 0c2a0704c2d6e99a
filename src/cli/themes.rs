//! `attache themes`, and the theme that the reader is drawn in.

use super::{COULD_NOT_RUN, Failure, Outcome};
use crate::config::{Because, Choice, Environment, LoadedTheme, Theme, Themes};
use crate::config::{choose, themes_folder};
use crate::diag::Severity;
use crate::diag::render::{Format, render, summary};
use crate::reader::Wardrobe;
use crate::text;
use crate::text::{DisplayText, Fit, clean, clean_line};

/// Columns of the names.
const NAME: usize = 18;

/// What `themes` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the file of this theme, to begin one's own from
    #[arg(value_name = "NAME", conflicts_with = "check")]
    name: Option<String>,
    /// Print what is wrong in the user's themes; exits 2 when there are errors
    #[arg(long)]
    check: bool,
}

/// A theme to draw with, and what to say of it.
pub(super) struct Picked {
    pub(super) theme: Theme,
    pub(super) notice: Option<DisplayText>,
    /// Its name.
    pub(super) name: DisplayText,
    /// The names of all there are.
    pub(super) names: Vec<DisplayText>,
    /// Makes one of them, in as many colours as the terminal has.
    pub(super) wardrobe: Wardrobe,
    /// Whether the terminal may be asked for its background.
    pub(super) asks: bool,
}

/// The themes of the program and of the user.
fn themes(environment: &Environment) -> Themes {
    Themes::with_folder(themes_folder(environment))
}

/// The theme that the reader is drawn in. What is wrong with it is said and stops nothing; only a
/// name on the command line that there is no theme for is wrong usage.
pub(super) fn pick(
    argument: Option<&str>,
    settings: Option<&str>,
    environment: &Environment,
) -> Result<Picked, Failure> {
    let choice = choose(argument, settings, environment);
    let shelf = themes(environment);
    let names = shelf.names().iter().map(|name| clean_line(name, |_| {})).collect();
    let picked = |choice: Choice<'_>, theme: Theme, notice| {
        // Whoever chooses a theme by name means its colours; only the terminal limits them.
        let tier = environment.colors;
        let shelf = shelf.clone();
        let wardrobe = move |name: &str, background: Option<[u8; 3]>| {
            let theme = shelf.load(name).ok()?.theme;
            let theme = background.map_or_else(|| theme.clone(), |background| theme.on(background));
            Some(theme.at(tier))
        };
        let (theme, name) = (theme.at(choice.tier), clean_line(choice.theme, |_| {}));
        let asks = choice.asks(environment);
        Picked { theme, notice, name, names, wardrobe: Box::new(wardrobe), asks }
    };
    match shelf.load(choice.theme) {
        Ok(loaded) => {
            let notice = (!loaded.findings.is_empty()).then(|| {
                let count = summary(&loaded.findings);
                text!["the theme has ", count, "; `attache themes --check` tells them"]
            });
            Ok(picked(choice, loaded.theme, notice))
        }
        Err(error) if choice.because == Because::Argument => Err(Failure(error.message)),
        Err(error) => {
            let choice = choose(None, None, environment);
            let theme = Theme::built_in(choice.theme).map_err(|error| Failure(error.message))?;
            Ok(picked(choice, theme, Some(error.message)))
        }
    }
}

/// Lists the themes, prints one, or checks the user's.
pub(super) fn run(
    arguments: &Arguments,
    choice: &Choice<'_>,
    (environment, ask): (&Environment, bool),
) -> Result<Outcome, Failure> {
    let asks = ask && choice.asks(environment);
    let themes = themes(environment);
    if let Some(name) = &arguments.name {
        let loaded = themes.load(name).map_err(|error| Failure(error.message))?;
        let text = clean(loaded.sources.raw(loaded.source), |_| {});
        return Ok(Outcome { text: vec![text], code: 0 });
    }
    let loaded: Vec<(String, LoadedTheme)> = themes
        .names()
        .into_iter()
        .filter_map(|name| themes.load(&name).ok().map(|loaded| (name, loaded)))
        .collect();
    if arguments.check {
        return Ok(check(&themes, &loaded));
    }
    let mut text = Vec::new();
    for (name, loaded) in &loaded {
        let sign = if name == choice.theme { "> " } else { "  " };
        let name = clean_line(name, |_| {}).fit(NAME - 1, "~");
        let blanks = NAME - name.columns();
        text.push(text![sign, name, blank(blanks), loaded.about, "\n"]);
        let indent = text!["  ", blank(NAME)];
        if let Some(file) = &loaded.file {
            text.push(text![indent, file, "\n"]);
        }
        let own: Vec<_> = loaded.own_findings().cloned().collect();
        if !own.is_empty() {
            text.push(text![indent, summary(&own), ": `attache themes --check` tells them\n"]);
        }
    }
    text.extend(misnamed(&themes));
    let because = choice.because.words();
    let used = clean_line(choice.theme, |_| {});
    text.push(text!["\nin use: ", used, " (", because, "), ", choice.tier.name(), "\n"]);
    if asks {
        text.push(
            "the reader asks the terminal for its background and takes `dark` or `light`\n".into(),
        );
    }
    if let Some(folder) = themes.folder() {
        text.push(text!["your own: ", folder, "/NAME.toml\n"]);
    }
    Ok(Outcome { text, code: 0 })
}

/// Every finding in the user's themes.
fn check(themes: &Themes, loaded: &[(String, LoadedTheme)]) -> Outcome {
    let mut text = Vec::new();
    let mut all = Vec::new();
    for (_, loaded) in loaded {
        let own: Vec<_> = loaded.own_findings().cloned().collect();
        text.push(render(Format::Human, &loaded.sources, &own));
        all.extend(own);
    }
    let misnamed = misnamed(themes);
    let wrong = !misnamed.is_empty() || all.iter().any(|found| found.severity == Severity::Error);
    let quiet = misnamed.is_empty() && all.is_empty();
    text.extend(misnamed);
    let count = if quiet { "no findings".into() } else { summary(&all) };
    if !count.is_empty() {
        text.push(text![count, "\n"]);
    }
    Outcome { text, code: if wrong { COULD_NOT_RUN } else { 0 } }
}

/// Files that are no themes for their names.
fn misnamed(themes: &Themes) -> Vec<DisplayText> {
    let line = |name: DisplayText| {
        text!["`", name, "` is not read: a theme is named with letters, digits, `-` and `_`\n"]
    };
    themes.misnamed().into_iter().map(line).collect()
}

fn blank(columns: usize) -> DisplayText {
    clean_line(&" ".repeat(columns), |_| {})
}
