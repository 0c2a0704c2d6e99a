//! Marks of Markdown and HTML in running text, which is shown as it is written.

use std::ops::Range;

/// What kind of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `**words**` or `*words*`.
    Emphasis,
    /// `[words](address)`.
    Link,
    /// Words between backticks.
    Code,
    /// `# Title`.
    Heading,
    /// `<b>`, `<br>`, `&nbsp;`.
    Html,
}

impl Mark {
    /// What to write instead.
    pub(super) fn instead(self) -> &'static str {
        match self {
            Self::Emphasis | Self::Code => "leave out the marks around it",
            Self::Link => {
                "leave the words; cite a source as `[@source-id]`, link to a record as `[[id]]`"
            }
            Self::Heading => "leave out the `#`; a blank line begins a new paragraph",
            Self::Html => "leave it out; a blank line begins a new paragraph",
        }
    }
}

/// Tags that are written for how a text looks; other words in angle brackets may stand for themselves.
const TAGS: &[&str] = &[
    "a", "b", "br", "code", "div", "em", "h1", "h2", "h3", "i", "img", "li", "ol", "p", "span",
    "strong", "u", "ul",
];

/// Characters that HTML writes with names.
const ENTITIES: &[&str] = &["amp", "gt", "lt", "nbsp", "quot", "mdash", "ndash"];

/// The first mark of a text and where it stands.
pub(super) fn first(text: &str) -> Option<(Range<usize>, Mark)> {
    // Most texts have none of these.
    if !text.contains(['*', '`', ']', '#', '<', '&']) {
        return None;
    }
    let mut at = 0;
    text.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        let (range, mark) = in_line(line)?;
        Some((start + range.start..start + range.end, mark))
    })
}

fn in_line(line: &str) -> Option<(Range<usize>, Mark)> {
    let found = [heading(line), emphasis(line), code(line), link(line), html(line)];
    found.into_iter().flatten().min_by_key(|(range, _)| range.start)
}

fn heading(line: &str) -> Option<(Range<usize>, Mark)> {
    let rest = line.trim_start_matches('#');
    let marks = line.len() - rest.len();
    let is_heading = (1..=6).contains(&marks) && rest.starts_with(' ') && !rest.trim().is_empty();
    is_heading.then_some((0..line.trim_end().len(), Mark::Heading))
}

/// Words between stars: no blank inside them, and no letter or digit outside.
fn emphasis(line: &str) -> Option<(Range<usize>, Mark)> {
    let mut from = 0;
    while let Some(start) = line.get(from..)?.find('*').map(|at| from + at) {
        let rest = line.get(start..)?;
        let stars = rest.len() - rest.trim_start_matches('*').len();
        let inner = start + stars;
        from = inner;
        let mark = rest.get(..stars).filter(|_| stars <= 3)?;
        let Some(end) = line.get(inner..)?.find(mark).map(|at| inner + at) else { continue };
        let words = line.get(inner..end)?;
        let outside = |text: Option<&str>, last: bool| {
            // Nothing follows the last sign.
            let text = text.unwrap_or_default();
            let letter = if last { text.chars().next_back() } else { text.chars().next() };
            letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '*')
        };
        let is_emphasis = !words.is_empty()
            && words.trim() == words
            && words.contains(char::is_alphabetic)
            && outside(line.get(..start), true)
            && outside(line.get(end + stars..), false);
        if is_emphasis {
            return Some((start..end + stars, Mark::Emphasis));
        }
    }
    None
}

fn code(line: &str) -> Option<(Range<usize>, Mark)> {
    let start = line.find('`')?;
    let rest = line.get(start..)?;
    let marks = rest.len() - rest.trim_start_matches('`').len();
    let inner = start + marks;
    let length = line.get(inner..)?.find('`')?;
    (length > 0).then_some((start..inner + length + marks, Mark::Code))
}

/// `[words](address)`, and not `[@source](…)` or `[[id]](…)`.
fn link(line: &str) -> Option<(Range<usize>, Mark)> {
    let mut from = 0;
    while let Some(middle) = line.get(from..)?.find("](").map(|at| from + at) {
        from = middle + 2;
        let Some(length) = line.get(from..)?.find(')') else { break };
        let target = line.get(from..from + length)?;
        let Some(start) = line.get(..middle)?.rfind('[') else { continue };
        let words = line.get(start + 1..middle)?;
        let is_address =
            target.contains("://") || target.starts_with(['/', '#', '.']) || target.contains('@');
        if is_address && !words.starts_with('@') && !words.contains(']') {
            return Some((start..from + length + 1, Mark::Link));
        }
    }
    None
}

fn html(line: &str) -> Option<(Range<usize>, Mark)> {
    let mut from = 0;
    while let Some(start) = line.get(from..)?.find(['<', '&']).map(|at| from + at) {
        from = start + 1;
        let rest = line.get(from..)?;
        let (names, end) =
            if line.get(start..)?.starts_with('<') { (TAGS, '>') } else { (ENTITIES, ';') };
        let Some(length) = rest.find(end) else { continue };
        let name = rest.get(..length)?.trim_matches('/');
        // A text always has a first part.
        let name = name.split([' ', '/']).next().unwrap_or_default().to_ascii_lowercase();
        if names.contains(&name.as_str()) {
            return Some((start..from + length + 1, Mark::Html));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, Mark)> {
        first(text).map(|(range, mark)| (text.get(range).unwrap(), mark))
    }

    #[test]
    fn marks_are_found_where_they_stand() {
        for (text, wanted, mark) in [
            ("Then **Operators** watched.", "**Operators**", Mark::Emphasis),
            ("Then *operators at work* watched.", "*operators at work*", Mark::Emphasis),
            (
                "See [the pointer](https://wired.com/x) here.",
                "[the pointer](https://wired.com/x)",
                Mark::Link,
            ),
            ("It ran `net use` twice.", "`net use`", Mark::Code),
            ("It ran ```net use``` twice.", "```net use```", Mark::Code),
            ("One.\n## Two\nThree.", "## Two", Mark::Heading),
            ("One<br>two", "<br>", Mark::Html),
            ("A <a href=\"x\">word</a>", "<a href=\"x\">", Mark::Html),
            ("Black&nbsp;Reward", "&nbsp;", Mark::Html),
        ] {
            assert_eq!(found(text), Some((wanted, mark)), "{text}");
        }
    }

    #[test]
    fn what_stands_for_itself_is_left() {
        for text in [
            "5 * 3 * 2",
            "f*** and s***",
            "2*3*4",
            "a * footnote",
            "#WomanLifeFreedom and #1",
            "#",
            "Q&A; R&D",
            "x < y and y > z",
            "<username>@example.org",
            "[@wired-2016, p. 4] (the paper)",
            "[[koe]](see there)",
            "[sic](as written)",
            "it's 5` long",
            "*.exe and *.dll",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
