//! Where one statement `key = value` ends that may not be TOML.

use crate::text::part;
use std::ops::Range;

/// Where a statement ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Behind its last line.
    Whole(usize),
    /// Nowhere: what opens there is not closed.
    Unclosed(Open, Range<usize>),
}

/// What was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Open {
    /// A text of several lines.
    Text,
    /// A list.
    List,
    /// A table in braces.
    Table,
}

/// Most lines of a table in braces: of an open one in each line all the rest would be read each time.
const MOST_LINES: usize = 64;

/// Most quotes that end a text of several lines: two of its own and the three.
const MOST_CLOSING: usize = 5;

/// The end of the statement that begins a text; what is no statement ends with its line.
pub(super) fn end(text: &str) -> End {
    let line = line_end(text, 0);
    let first = part(text, ..line);
    let Some(equals) = first.find('=') else { return End::Whole(line) };
    // Most statements open nothing, and every statement of every file comes by here.
    let value = part(first, equals..);
    if !value.contains(['[', '{']) && !value.contains("\"\"\"") && !value.contains("'''") {
        return End::Whole(line);
    }
    let mut scan = Scan { text, at: equals + 1, open: Vec::new(), lines: 0 };
    loop {
        if let Some(end) = scan.step() {
            return end;
        }
    }
}

/// Where the line ends in which a place stands, behind its line feed.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = part(text, at..);
    rest.find('\n').map_or(text.len(), |feed| at + feed + 1)
}

/// Whether a sign may stand in a key without quotes.
pub(super) fn is_bare(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')
}

/// A dash of a text processor in the place of a hyphen.
pub(super) fn is_dash(sign: char) -> bool {
    matches!(sign, '‐' | '‑' | '‒' | '–' | '—' | '−')
}

/// The same of keys with points between them.
pub(super) fn is_key(sign: char) -> bool {
    is_bare(sign) || sign == '.'
}

/// The key that a line begins with, and where `=` stands behind it.
pub(super) fn key(line: &str) -> Option<(&str, usize)> {
    let equals = line.find('=')?;
    let key = line.get(..equals)?.trim();
    (!key.is_empty() && key.chars().all(is_key)).then_some((key, equals))
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// Brackets and braces that are open, each with its place.
    open: Vec<(Open, usize)>,
    /// Lines that ended while something was open.
    lines: usize,
}

impl Scan<'_> {
    /// Goes on by one sign or text; where the statement ends.
    fn step(&mut self) -> Option<End> {
        let rest = part(self.text, self.at..);
        let Some(sign) = rest.chars().next() else { return Some(self.ended(self.text.len())) };
        let next = self.at + sign.len_utf8();
        match sign {
            '"' | '\'' => return self.quoted(rest, sign),
            '#' => self.at += rest.find('\n').unwrap_or(rest.len()),
            '\n' => return self.line_feed(next),
            _ => {
                match sign {
                    '[' => self.open.push((Open::List, self.at)),
                    '{' => self.open.push((Open::Table, self.at)),
                    ']' | '}' => drop(self.open.pop()),
                    _ => {}
                }
                self.at = next;
            }
        }
        None
    }

    fn line_feed(&mut self, next: usize) -> Option<End> {
        let following = part(self.text, next..line_end(self.text, next));
        // No element of a list begins as another statement does.
        let is_over = match self.open.last() {
            None => true,
            Some((Open::List, _)) => key(following).is_some(),
            Some((Open::Table | Open::Text, _)) => self.lines >= MOST_LINES,
        };
        self.lines += 1;
        self.at = next;
        is_over.then(|| self.ended(next))
    }

    /// What it comes to where nothing follows.
    fn ended(&self, end: usize) -> End {
        match self.open.first() {
            Some((open, at)) => End::Unclosed(*open, *at..*at + 1),
            None => End::Whole(end),
        }
    }

    /// Goes on behind a text. One without its second quote ends the statement with its line.
    fn quoted(&mut self, rest: &str, quote: char) -> Option<End> {
        let three = if quote == '"' { "\"\"\"" } else { "'''" };
        if rest.starts_with(three) {
            let Some(length) = several_lines(rest, three, quote) else {
                return Some(End::Unclosed(Open::Text, self.at..self.at + three.len()));
            };
            self.at += length;
            return None;
        }
        // Where the line ends is looked for only where the text does not end before: a line may have
        // hundreds of thousands of them.
        match closing(part(rest, 1..), quote) {
            Some(length) => self.at += 1 + length,
            None => return Some(End::Whole(self.at + line_end(rest, 0))),
        }
        None
    }
}

/// How long a text of one line is from behind its first quote on, with the second one.
pub(super) fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().take_while(|(_, sign)| *sign != '\n').find_map(|(at, sign)| {
        let is_end = sign == quote && !escaped;
        escaped = quote == '"' && sign == '\\' && !escaped;
        is_end.then_some(at + 1)
    })
}

/// How long a text of several lines is, with its quotes. What begins another one, behind `key =` alone on
/// its line, does not end it.
pub(super) fn several_lines(text: &str, three: &str, quote: char) -> Option<usize> {
    let mut from = three.len();
    loop {
        let at = from + text.get(from..)?.find(three)?;
        let before = text.get(three.len()..at)?;
        let slashes = before.bytes().rev().take_while(|byte| *byte == b'\\').count();
        if quote == '"' && slashes % 2 == 1 {
            from = at + 1;
            continue;
        }
        let line = before.rsplit_once('\n').map(|(_, line)| line);
        let begins = line.and_then(key).is_some_and(|(_, equals)| {
            line.and_then(|line| line.get(equals + 1..)).is_some_and(|rest| rest.trim().is_empty())
        });
        if begins {
            return None;
        }
        let quotes = text.get(at..)?.chars().take_while(|sign| *sign == quote);
        return Some(at + quotes.count().min(MOST_CLOSING));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_ends_with_its_value() {
        for statement in [
            "title = \"One\"\n",
            "title = \"a # = [ b\" # [\n",
            "tags = [\n  \"a\", # ]\n  'b]',\n]\n",
            "text = \"\"\"\nx = 1\n[event]\n\\\"\"\" \"\"\"\"\n",
            "text = '''\n\\'''\n",
            "roles = { target = [\"a\"],\n  by = [\"b\"] }\n",
            "title = \"no end\n",
            "// a comment\n",
            "title\n",
        ] {
            let text = format!("{statement}next = 1\n");
            assert_eq!(end(&text), End::Whole(statement.len()), "{statement}");
        }
    }

    #[test]
    fn what_is_not_closed_is_named_where_it_opens() {
        for (text, open, at) in [
            ("tags = [\"a\"\nnext = 1\n", Open::List, 7),
            ("tags = [\n  \"a\",\n", Open::List, 7),
            ("roles = { target = [\"a\"]\n", Open::Table, 8),
            ("text = \"\"\"One\nand more\n", Open::Text, 7),
            ("text = \"\"\"One\nnote = \"\"\"Two\"\"\"\n", Open::Text, 7),
        ] {
            let End::Unclosed(found, range) = end(text) else { panic!("{text}") };
            assert_eq!((found, range.start), (open, at), "{text}");
        }
    }
}
