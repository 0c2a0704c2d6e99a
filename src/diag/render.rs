//! Findings as text: for people with a snippet, one a line, or as JSON.
//!
//! No raw file text is quoted: each part of a source line is cleaned by itself and the mark below
//! it moves along. Colours would be escape bytes in text, so there are none.

use super::{Diagnostic, Severity, Sources, Span};
use crate::text;
use crate::text::{DisplayText, clean, clean_line, clean_written_line};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// Characters that a snippet shows before its mark.
const BEFORE: usize = 60;
/// Characters that it marks.
const MARKED: usize = 60;
/// Characters after the mark.
const AFTER: usize = 40;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With the source line and a mark below it.
    Human,
    /// `file:line:column: error[E120]: message`, for editors.
    Short,
    /// One JSON object a line.
    Json,
}

impl Format {
    /// Every format with its name on the command line.
    pub const ALL: &[(Self, &'static str)] =
        &[(Self::Human, "human"), (Self::Short, "short"), (Self::Json, "json")];
}

impl Severity {
    /// As it is printed: `error`, `warning`, `information`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }

    /// The word that editors know: `error`, `warning`, `info`.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "info",
        }
    }

    /// What several are called and one: `remark`, `remarks`.
    #[must_use]
    pub fn nouns(self) -> (&'static str, &'static str) {
        match self {
            Self::Error => ("error", "errors"),
            Self::Warning => ("warning", "warnings"),
            Self::Information => ("remark", "remarks"),
        }
    }
}

/// Sorts by file in the order of reading, then by place; equal places keep their order.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        let key = |found: &Diagnostic| {
            let (source, range) = (found.primary.source, found.primary.range());
            (source, range.start, range.end, found.code)
        };
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
}

/// Writes findings one below another, each with its line end.
#[must_use]
pub fn render(format: Format, sources: &Sources, diagnostics: &[Diagnostic]) -> DisplayText {
    let told = diagnostics.iter().map(|found| one(format, sources, found, None));
    let written: String = told.map(|one| one.to_string()).collect();
    // All of it is clean already; this only gives it its type.
    clean(&written, |_| {})
}

/// Writes a finding with its line end. Of one that quotes what is marked the line ends with the word for its
/// marking; snippets stand together between two lines of whoever prints them.
#[must_use]
pub fn one(
    format: Format,
    sources: &Sources,
    diagnostic: &Diagnostic,
    marking: Option<&'static str>,
) -> DisplayText {
    match (format, marking) {
        (Format::Human, _) => text![human(sources, diagnostic), "\n\n"],
        (Format::Short, None) => text![short(sources, diagnostic), "\n"],
        (Format::Short, Some(marking)) => {
            text![short(sources, diagnostic), "  TLP:", marking, "\n"]
        }
        (Format::Json, marking) => text![object(sources, diagnostic, marking), "\n"],
    }
}

/// How many there are of each severity: `2 errors, 1 warning`; empty for none.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic]) -> DisplayText {
    let count = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    let mut parts = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Information] {
        let (number, (one, many)) = (count(severity), severity.nouns());
        if number > 0 {
            let separator = if parts.is_empty() { "" } else { ", " };
            parts.push(text![separator, number, " ", if number == 1 { one } else { many }]);
        }
    }
    parts.iter().fold(DisplayText::default(), |joined, part| text![joined, part])
}

/// One finding on one line, of which editors know file, line and column: those of the finding, whatever the
/// file is called. Columns count characters, from 1.
#[must_use]
pub fn short(sources: &Sources, diagnostic: &Diagnostic) -> DisplayText {
    let (source, range) = (diagnostic.primary.source, diagnostic.primary.range());
    let place = sources.place(source, range.start);
    let (severity, code) = (diagnostic.severity.short(), diagnostic.code.id());
    let message = one_line(&diagnostic.message);
    text![
        unmistakable(&sources.name(source)),
        ":",
        place.line,
        ":",
        place.column,
        ": ",
        severity,
        "[",
        code,
        "]: ",
        message
    ]
}

/// A file name that is no place by itself: as `a.toml:3:1: error[E001]: x.toml` an editor would take it for line
/// 3 of `a.toml`. A line end in it would begin another finding.
fn unmistakable(name: &DisplayText) -> DisplayText {
    if !name.as_str().contains([':', '\n']) {
        return name.clone();
    }
    let mut written = String::new();
    for (at, character) in name.as_str().char_indices() {
        match character {
            '\n' => written.push_str("<U+000A>"),
            ':' if is_place(text::part(name.as_str(), at + 1..)) => {
                written.push_str("<U+003A>");
            }
            other => written.push(other),
        }
    }
    clean(&written, |_| {})
}

/// Whether what stands behind a colon may be taken for a number of a place.
fn is_place(rest: &str) -> bool {
    let number = rest.trim_start_matches(|character: char| character.is_ascii_digit());
    number.len() < rest.len() && (number.is_empty() || number.starts_with(':'))
}

/// One finding as a JSON object on one line, with how it is marked where that is known.
fn object(
    sources: &Sources,
    diagnostic: &Diagnostic,
    marking: Option<&'static str>,
) -> DisplayText {
    let (source, range) = (diagnostic.primary.source, diagnostic.primary.range());
    let place = sources.place(source, range.start);
    let mut object = serde_json::json!({
        "code": diagnostic.code.id(),
        "severity": diagnostic.severity.word(),
        "file": sources.name(source).as_str(),
        "line": place.line,
        "column": place.column,
        "message": diagnostic.message.as_str(),
        "help": diagnostic.help.as_ref().map(DisplayText::as_str),
    });
    let related: Vec<_> = diagnostic
        .related
        .iter()
        .map(|(span, why)| {
            let place = sources.place(span.source, span.start());
            serde_json::json!({
                "file": sources.name(span.source).as_str(),
                "line": place.line,
                "column": place.column,
                "message": why.as_str(),
            })
        })
        .collect();
    if let Some(object) = object.as_object_mut() {
        if !related.is_empty() {
            object.insert("related".to_owned(), serde_json::Value::Array(related));
        }
        object.extend(marking.map(|marking| ("marking".to_owned(), marking.into())));
    }
    clean_line(&object.to_string(), |_| {})
}

/// One finding with its source line, its other places and its help.
#[must_use]
pub fn human(sources: &Sources, diagnostic: &Diagnostic) -> DisplayText {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO,
    };
    let message = one_line(&diagnostic.message);
    let title = level.primary_title(message.as_str().to_owned()).id(diagnostic.code.id());
    let mut main = placed(Group::with_title(title), sources, &diagnostic.primary);
    if let Some(help) = &diagnostic.help {
        main = main.element(Level::HELP.message(one_line(help).as_str().to_owned()));
    }
    let mut groups = vec![main];
    for (span, why) in &diagnostic.related {
        let title = Level::NOTE.secondary_title(one_line(why).as_str().to_owned());
        groups.push(placed(Group::with_title(title), sources, span));
    }
    let drawn = Renderer::plain().decor_style(DecorStyle::Ascii).render(&groups);
    // A snippet that follows its place is drawn as a second one, with a rule of its own.
    let trimmed: Vec<&str> =
        drawn.lines().map(str::trim_end).filter(|line| line.trim() != ":::").collect();
    clean(&trimmed.join("\n"), |_| {})
}

fn one_line(text: &DisplayText) -> DisplayText {
    clean_line(text.as_str(), |_| {})
}

/// Adds a place with its source line to a group.
fn placed<'a>(group: Group<'a>, sources: &Sources, span: &Span) -> Group<'a> {
    let place = sources.place(span.source, span.start());
    let name = one_line(&sources.name(span.source));
    let origin = Origin::path(name.as_str().to_owned()).line(place.line).char_column(place.column);
    let quote = Quote::new(sources, span);
    let marked = quote.before.len()..quote.before.len() + quote.marked.len();
    let line = [quote.before, quote.marked, quote.after].concat();
    group.element(origin).element(
        Snippet::source(line)
            .line_start(place.line)
            .fold(false)
            .annotation(AnnotationKind::Primary.span(marked)),
    )
}

/// The first line of a place, in three cleaned and shortened parts.
struct Quote {
    before: String,
    marked: String,
    after: String,
}

impl Quote {
    fn new(sources: &Sources, span: &Span) -> Self {
        let place = sources.place(span.source, span.start());
        let line = sources.raw_line(span.source, place.line);
        let start = sources.line_start(span.source, place.line);
        let column = ceil_boundary(line, span.start().saturating_sub(start));
        let length = span.end().saturating_sub(span.start());
        let end = ceil_boundary(line, column.saturating_add(length));
        let part = |range: std::ops::Range<usize>| text::part(line, range);
        Self {
            before: last(part(0..column), BEFORE),
            marked: first(part(column..end), MARKED),
            after: first(part(end..line.len()), AFTER),
        }
    }
}

fn ceil_boundary(line: &str, at: usize) -> usize {
    (at.min(line.len())..=line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(line.len())
}

fn first(text: &str, count: usize) -> String {
    let mut shown = cleaned(&text.chars().take(count).collect::<String>());
    if text.chars().nth(count).is_some() {
        shown.push_str("...");
    }
    shown
}

fn last(text: &str, count: usize) -> String {
    let start = text.char_indices().nth_back(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    let shown = cleaned(text::part(text, start..));
    if start > 0 { format!("...{shown}") } else { shown }
}

fn cleaned(text: &str) -> String {
    clean_written_line(text, |_| {}).as_str().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;

    fn found(text: &str, range: std::ops::Range<usize>) -> (Sources, Diagnostic) {
        let mut sources = Sources::default();
        let source = sources.add(text!["briefs/x.toml"], text);
        let message = text!["`type` must be one of cyber, legal"];
        let diagnostic = Diagnostic::new(Code::E004, Span::new(source, range), message);
        (sources, diagnostic)
    }

    #[test]
    fn a_finding_for_people_has_snippet_help_and_other_places() {
        let (sources, diagnostic) = found("schema = 1\n\ntype = \"syber\" # x\n", 19..26);
        let other = Span::new(diagnostic.primary.source, 0..6);
        let diagnostic = diagnostic.help("did you mean `cyber`?").related(other, "first here");
        let expected = "\
error[E004]: `type` must be one of cyber, legal
 --> briefs/x.toml:3:8
  |
3 | type = \"syber\" # x
  |        ^^^^^^^
  |
  = help: did you mean `cyber`?
note: first here
 --> briefs/x.toml:1:1
  |
1 | schema = 1
  | ^^^^^^";
        assert_eq!(human(&sources, &diagnostic).as_str(), expected);
    }

    #[test]
    fn long_lines_are_cut_around_the_place_and_keep_their_column() {
        let line = format!("a = \"{}\", \"b\", \"{}\"", "x".repeat(500), "y".repeat(500));
        let at = line.find("\"b\"").unwrap();
        let (sources, diagnostic) = found(&line, at..at + 3);
        let drawn = human(&sources, &diagnostic);
        assert!(drawn.as_str().contains(&format!("x.toml:1:{}", at + 1)));
        assert!(drawn.as_str().lines().all(|line| line.chars().count() < 180), "{drawn}");
    }

    #[test]
    fn many_findings_of_one_long_line_are_drawn_without_walking_it() {
        let line = format!("a = [{}]", "\"é\",".repeat(150_000));
        let (sources, one) = found(&line, 5..8);
        let at = |number: usize| 5 + number * 5;
        for number in (0_usize..150_000).step_by(150) {
            let mut one = one.clone();
            one.primary = Span::new(one.primary.source, at(number)..at(number) + 4);
            let drawn = human(&sources, &one);
            assert!(drawn.as_str().contains(&format!("x.toml:1:{}", 6 + number * 4)), "{drawn}");
            assert!(drawn.as_str().contains("\"é\""));
        }
    }

    #[test]
    fn a_hostile_line_is_never_echoed() {
        let line = "title = \"a\u{1b}[31mred\u{202e}\u{7}b\" # \u{9b}31m";
        let (sources, diagnostic) = found(line, 8..line.len());
        for format in [Format::Human, Format::Short, Format::Json] {
            let drawn = render(format, &sources, std::slice::from_ref(&diagnostic));
            let hostile = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
            assert!(!drawn.as_str().chars().any(hostile), "{drawn:?}");
        }
        let drawn = human(&sources, &diagnostic);
        assert!(drawn.as_str().contains("<U+001B>[31mred<U+202E>"), "{drawn}");
    }

    #[test]
    fn the_mark_stands_below_what_it_marks_after_a_marker() {
        let line = "a\u{202e}b = \"c\"";
        let at = line.find("\"c\"").unwrap();
        let (sources, diagnostic) = found(line, at..at + 3);
        let drawn = human(&sources, &diagnostic).to_string();
        let lines: Vec<&str> = drawn.lines().collect();
        let source = lines.iter().position(|line| line.contains("\"c\"")).unwrap();
        assert_eq!(lines[source].find("\"c\""), lines[source + 1].find("^^^"), "{drawn}");
    }

    #[test]
    fn short_and_json_are_one_line_each() {
        let (sources, diagnostic) = found("é = \"x\"\n", 5..8);
        assert_eq!(
            short(&sources, &diagnostic).as_str(),
            "briefs/x.toml:1:5: error[E004]: `type` must be one of cyber, legal"
        );
        let parsed: serde_json::Value =
            serde_json::from_str(object(&sources, &diagnostic, None).as_str()).unwrap();
        assert_eq!(parsed["code"], "E004");
        assert_eq!(parsed["severity"], "error");
        assert_eq!(parsed["column"], 5);
        assert!(parsed["help"].is_null());
    }

    #[test]
    fn no_file_name_is_a_place_or_begins_a_line_of_its_own() {
        let named = |name: &str| {
            let mut sources = Sources::default();
            let source = sources.add(clean(name, |_| {}), "x");
            let message = text!["m"];
            let found = Diagnostic::new(Code::E004, Span::new(source, 0..1), message);
            short(&sources, &found).as_str().replace(":1:1: error[E004]: m", "")
        };
        assert_eq!(
            named("a.toml:3:1: error[E001]: x.toml"),
            "a.toml<U+003A>3<U+003A>1: error[E001]: x.toml"
        );
        assert_eq!(named("a.toml:3"), "a.toml<U+003A>3");
        assert_eq!(named("a\nb.toml"), "a<U+000A>b.toml");
        for harmless in ["a:b.toml", "12:30.toml", "note: one.toml", ":.toml", "a::b.toml"] {
            assert_eq!(named(harmless), harmless);
        }
    }

    #[test]
    fn columns_count_characters_whatever_their_width() {
        let before = "\t\u{6f22}e\u{301}\u{1F600}\u{202e}";
        let text = format!("{before}x");
        let (sources, diagnostic) = found(&text, before.len()..text.len());
        let drawn = short(&sources, &diagnostic);
        assert!(drawn.as_str().starts_with("briefs/x.toml:1:7: error"), "{drawn}");
    }

    #[test]
    fn places_outside_the_file_do_not_panic() {
        let (sources, diagnostic) = found("", 0..0);
        assert!(human(&sources, &diagnostic).as_str().contains("x.toml:1:1"));
        let (sources, diagnostic) = found("é", 1..99);
        assert!(!human(&sources, &diagnostic).is_empty());
    }

    #[test]
    fn the_summary_counts() {
        let (_, diagnostic) = found("", 0..0);
        let warning = Diagnostic { severity: Severity::Warning, ..diagnostic.clone() };
        let all = [diagnostic.clone(), warning, diagnostic];
        assert_eq!(summary(&all).as_str(), "2 errors, 1 warning");
        assert!(summary(&[]).is_empty());
    }
}
