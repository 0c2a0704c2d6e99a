//! Lists and texts of several lines as YAML writes them.

use super::sections;
use super::statement;
use crate::brief::schema::{self, Syntax};

/// A list or text of several lines that begins a text: how long it is, and the same in TOML.
pub(super) fn read(text: &str) -> Option<(usize, String)> {
    let first = text.get(..statement::line_end(text, 0))?;
    let key = sections::key(first)?;
    let behind = first.trim_start().strip_prefix(key)?.trim_start();
    let value = behind.strip_prefix([':', '='])?.trim();
    let body = text.get(first.len()..)?;
    match value {
        "" if behind.starts_with(':') => list(key, body),
        "|" | ">" | "|-" | ">-" => block(key, body),
        _ => None,
    }
    .map(|(length, toml)| (first.len() + length, toml))
}

/// `- one` below `cite:`.
fn list(key: &str, body: &str) -> Option<(usize, String)> {
    if !schema::is_written(key, &[Syntax::List, Syntax::TextOrList]) {
        return None;
    }
    let element = |line: &str| {
        let line = line.trim();
        if line.starts_with('#') {
            return Some(line.to_owned());
        }
        let plain = line.strip_prefix("- ")?.trim().trim_matches(['"', '\'']);
        let is_plain = !plain.is_empty() && !plain.contains(['"', '\\', ':', '#']);
        is_plain.then(|| format!("\"{plain}\","))
    };
    let lines = body.split_inclusive('\n');
    let lines: Vec<(&str, String)> = lines.map_while(|line| Some((line, element(line)?))).collect();
    let length = lines.iter().map(|(line, _)| line.len()).sum();
    let elements: Vec<String> = lines.into_iter().map(|(_, element)| element).collect();
    let is_list = elements.iter().any(|element| element.starts_with('"'));
    // A comment would swallow it.
    let close = if elements.last().is_some_and(|last| last.starts_with('#')) { "\n]" } else { "]" };
    is_list.then(|| (length, format!("{key} = [\n{}{close}\n", elements.join("\n"))))
}

/// Lines that are set in below `summary: |`.
fn block(key: &str, body: &str) -> Option<(usize, String)> {
    if !schema::is_written(key, &[Syntax::Text]) {
        return None;
    }
    let is_in = |line: &&str| line.starts_with([' ', '\t']) || line.trim().is_empty();
    let mut lines: Vec<&str> = body.split_inclusive('\n').take_while(is_in).collect();
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    let length = lines.iter().map(|line| line.len()).sum();
    let text: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let text = text.join("\n");
    let is_plain = !text.is_empty() && !text.contains(['\\', '"']);
    is_plain.then(|| (length, format!("{key} = \"\"\"\n{text}\"\"\"\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_texts_of_several_lines_are_read() {
        for (yaml, toml) in [
            ("cite:\n  - s1\n  - \"s2\"\n", "cite = [\n\"s1\",\n\"s2\",]\n"),
            ("tags:\n- a\n", "tags = [\n\"a\",]\n"),
            (
                "summary: |\n  One.\n\n  Two: more.\n",
                "summary = \"\"\"\nOne.\n\nTwo: more.\"\"\"\n",
            ),
            ("summary = |\n  One.\n", "summary = \"\"\"\nOne.\"\"\"\n"),
        ] {
            let text = format!("{yaml}next = 1\n");
            assert_eq!(read(&text), Some((yaml.len(), toml.to_owned())), "{yaml}");
        }
        for other in ["cite: s1\n", "cite:\n", "summary:\n  One\n", "title:\n- a\n", "cite = [\n"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
