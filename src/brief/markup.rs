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
    /// `<b>`, `<br>`.
    Html,
    /// `&amp;`, `&nbsp;`.
    Entity,
    /// `[1]`, `[^1]`.
    Footnote,
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
            Self::Footnote => "cite a source as `[@source-id]`",
            Self::Entity => "write the sign itself that it stands for, as `&` for `&amp;`",
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

/// Letters of the longest of both.
const LONGEST_NAME: usize = 6;

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
    let found = [heading(line), emphasis(line), code(line), link(line), html(line), footnote(line)];
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
    let [mut close, mut scheme, mut mail] = [")", "://", "@"].map(|sign| Next::of(line, sign));
    let mut from = 0;
    while let Some(middle) = line.get(from..)?.find("](").map(|at| from + at) {
        // Words before the last pair of brackets would have its `]` in them.
        let before = line.get(from..middle)?;
        let start = before.rfind('[').map(|at| from + at);
        from = middle + 2;
        let Some(end) = close.behind(from) else { break };
        let Some(start) = start else { continue };
        let words = line.get(start + 1..middle)?;
        let is_address = line.get(from..end)?.starts_with(['/', '#', '.'])
            || [&mut scheme, &mut mail].into_iter().any(|sign| sign.is_within(from..end));
        if is_address && !words.starts_with('@') && !words.contains(']') {
            return Some((start..end + 1, Mark::Link));
        }
    }
    None
}

/// Where a sign stands next, which is looked for anew only behind the last one that was found: a hostile line
/// has thousands of brackets before the one that closes them.
struct Next<'l> {
    line: &'l str,
    sign: &'static str,
    at: Option<usize>,
}

impl<'l> Next<'l> {
    fn of(line: &'l str, sign: &'static str) -> Self {
        Self { line, sign, at: line.find(sign) }
    }

    /// The first one from a place on, which never goes back.
    fn behind(&mut self, from: usize) -> Option<usize> {
        while self.at.is_some_and(|at| at < from) {
            self.at =
                self.line.get(from..).and_then(|rest| rest.find(self.sign)).map(|at| from + at);
        }
        self.at
    }

    /// Whether one stands whole within a range.
    fn is_within(&mut self, range: Range<usize>) -> bool {
        self.behind(range.start).is_some_and(|at| at + self.sign.len() <= range.end)
    }
}

/// A number in brackets, of a list of sources that is not there.
fn footnote(line: &str) -> Option<(Range<usize>, Mark)> {
    let mut from = 0;
    while let Some(start) = line.get(from..)?.find('[').map(|at| from + at) {
        from = start + 1;
        let inner = line.get(from..)?;
        let inner = inner.strip_prefix('^').unwrap_or(inner);
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let is_alone =
            inner.get(digits..)?.starts_with(']') && !inner.get(digits..)?.starts_with("](");
        let is_link = line.get(..start)?.ends_with('[');
        if (1..=3).contains(&digits) && is_alone && !is_link {
            let end = line.len() - inner.len() + digits + 1;
            return Some((start..end, Mark::Footnote));
        }
    }
    None
}

fn html(line: &str) -> Option<(Range<usize>, Mark)> {
    let [mut tag, mut entity] = [">", ";"].map(|sign| Next::of(line, sign));
    let mut from = 0;
    while let Some(start) = line.get(from..)?.find(['<', '&']).map(|at| from + at) {
        from = start + 1;
        let is_tag = line.get(start..from) == Some("<");
        let (names, end) = if is_tag { (TAGS, &mut tag) } else { (ENTITIES, &mut entity) };
        let Some(end) = end.behind(from) else { continue };
        let rest = line.get(from..end)?.trim_start_matches('/');
        // No name has more letters.
        let head: String = rest.chars().take(LONGEST_NAME + 1).collect();
        let name = head.split_once([' ', '/']).map_or(head.as_str(), |(name, _)| name);
        if names.contains(&name.to_ascii_lowercase().as_str()) {
            let mark = if is_tag { Mark::Html } else { Mark::Entity };
            return Some((start..end + 1, mark));
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
            ("Black&nbsp;Reward", "&nbsp;", Mark::Entity),
            ("It was lost [1].", "[1]", Mark::Footnote),
            ("It was lost.[^12]", "[^12]", Mark::Footnote),
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
