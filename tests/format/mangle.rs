//! The same brief in another hand: tables in any order, dotted keys, tables in braces, lists of them,
//! quotes of every kind, comments and blank lines anywhere.

use crate::random::Random;
use toml::{Table, Value};

/// A brief written anew; each comment says at which key it stands.
pub(crate) struct Mangled {
    pub(crate) text: String,
    pub(crate) comments: Vec<String>,
}

struct Hand<'r> {
    random: &'r mut Random,
    comments: Vec<String>,
    text: String,
}

/// Writes a brief anew.
pub(crate) fn mangle(brief: &Table, random: &mut Random) -> Mangled {
    let mut hand = Hand { random, comments: Vec::new(), text: String::new() };
    if hand.chance(3) {
        hand.text.push_str("#:schema ./brief.schema.json\n");
    }
    hand.table(&[], brief);
    if hand.chance(4) {
        hand.comment("end");
    }
    let Hand { mut text, comments, random } = hand;
    if random.below(3) == 0 {
        text.truncate(text.trim_end().len());
    }
    if random.below(3) == 0 {
        text = text.replace('\n', "\r\n");
    }
    if random.below(4) == 0 {
        text.insert(0, '\u{feff}');
    }
    Mangled { text, comments }
}

impl Hand<'_> {
    fn chance(&mut self, of: usize) -> bool {
        self.random.below(of) == 0
    }

    fn shuffled<'v>(&mut self, table: &'v Table) -> Vec<(&'v String, &'v Value)> {
        let mut entries: Vec<_> = table.iter().collect();
        for at in (1..entries.len()).rev() {
            entries.swap(at, self.random.below(at + 1));
        }
        entries
    }

    /// A comment that says where it stands.
    fn remark(&mut self, at: &str) -> String {
        let comment = format!("# {} {} at {at} \"[", self.comments.len(), self.random.letter());
        self.comments.push(comment.clone());
        comment
    }

    fn comment(&mut self, at: &str) {
        let (before, after) = (self.random.below(2), self.random.below(2));
        let comment = self.remark(at);
        self.text.push_str(&"\n".repeat(before));
        self.write(&["  ", &comment, "\n"]);
        self.text.push_str(&"\n".repeat(after));
    }

    fn end_line(&mut self, at: &str) {
        if self.chance(8) {
            let comment = self.remark(&format!("the line of {at}"));
            self.write(&[" ", &comment]);
        }
        self.text.push_str(["\n", " \n", "\n\n"][self.random.below(3)]);
    }

    fn table(&mut self, path: &[String], table: &Table) {
        let mut below = Vec::new();
        for (key, value) in self.shuffled(table) {
            let path = [path, &[self.key(key)]].concat();
            let records = value.as_array().and_then(|values| values.first());
            let has_header = (value.is_table() && self.random.below(3) > 0)
                || (records.is_some_and(Value::is_table) && self.random.below(5) > 0);
            if has_header {
                below.push((path, value));
            } else {
                let own = path.last().cloned().unwrap_or_default();
                self.entry(&own, value);
            }
        }
        for (path, value) in below {
            let many = value.as_array();
            let records = many.map_or_else(|| vec![value], |records| records.iter().collect());
            for record in records {
                self.header(&path, many.is_some());
                self.table(&path, record.as_table().unwrap());
            }
        }
    }

    fn write(&mut self, parts: &[&str]) {
        self.text.extend(parts.iter().copied());
    }

    fn header(&mut self, path: &[String], many: bool) {
        if self.chance(5) {
            self.comment(&path.join("."));
        }
        let dot = [".", " . "][self.random.below(2)];
        let written = if many {
            format!("[[{}]]", path.join(dot))
        } else {
            format!("[ {} ]", path.join(dot))
        };
        self.text.push_str(&" ".repeat(self.random.below(4)));
        self.text.push_str(&written);
        self.end_line(&written.replace(' ', ""));
    }

    fn entry(&mut self, key: &str, value: &Value) {
        if self.chance(8) {
            self.comment(&format!("the key {key}"));
        }
        let dotted = value.as_table().filter(|table| !table.is_empty() && self.chance(2));
        if let Some(table) = dotted {
            for (inner, value) in self.shuffled(table) {
                let inner = self.key(inner);
                self.entry(&format!("{key}.{inner}"), value);
            }
            return;
        }
        let sign = ["=", " = ", "  =\t"][self.random.below(3)];
        self.text.push_str(&" ".repeat(self.random.below(3)));
        self.write(&[key, sign]);
        let value = self.value(value, true);
        self.text.push_str(&value);
        self.end_line(key);
    }

    fn key(&mut self, key: &str) -> String {
        let bare = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        match self.random.below(6) {
            0 => format!("\"{key}\""),
            1 => format!("'{key}'"),
            _ if bare => key.to_owned(),
            _ => format!("\"{key}\""),
        }
    }

    fn value(&mut self, value: &Value, may_break: bool) -> String {
        match value {
            Value::String(text) => self.string(text, may_break),
            Value::Array(values) => {
                let breaks = may_break && self.chance(3);
                let mut list = "[".to_owned();
                for (at, value) in values.iter().enumerate() {
                    if breaks && self.chance(4) {
                        let comment = self.remark("a list");
                        list.extend(["  ", &comment, "\n"]);
                    }
                    list.push_str(["", " ", "\n  "][self.random.below(if breaks { 3 } else { 2 })]);
                    list.push_str(&self.value(value, may_break));
                    let is_end = at + 1 == values.len();
                    list.push_str(if is_end && !breaks { "" } else { "," });
                }
                if breaks && self.chance(6) {
                    let comment = self.remark("the end of a list");
                    list.extend([" ", &comment, "\n"]);
                }
                list.push(']');
                list
            }
            Value::Table(table) => {
                let mut parts = Vec::new();
                for (key, value) in self.shuffled(table) {
                    let key = self.key(key);
                    let value = self.value(value, may_break);
                    parts.push(format!("{key}={value}"));
                }
                // Since TOML 1.1 such a table may have lines and a comma at its end.
                if may_break && self.chance(4) && !parts.is_empty() {
                    let comment = self.remark("a table in braces");
                    format!("{{ {comment}\n {},\n }}", parts.join(",\n "))
                } else {
                    format!("{{{}}}", parts.join(" ,"))
                }
            }
            Value::Integer(number) => number.to_string(),
            Value::Float(number) => format!("{number:?}"),
            Value::Boolean(flag) => flag.to_string(),
            Value::Datetime(date) => date.to_string(),
        }
    }

    fn string(&mut self, text: &str, may_break: bool) -> String {
        let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
        let plain =
            !text.contains(['\'', '\n', '\r', '\u{7f}']) && !text.contains(char::is_control);
        match self.random.below(5) {
            0 if plain => format!("'{text}'"),
            1 if may_break => format!("\"\"\"\n{}\"\"\"", escaped(text)),
            2 if may_break && text.contains(' ') => {
                // A line end that is taken back by its sign.
                let at = text.find(' ').unwrap();
                let (first, rest) = text.split_at(at);
                let rest = rest.trim_start_matches(' ');
                format!("\"\"\"{} \\\n    {}\"\"\"", escaped(first), escaped(rest))
            }
            _ => format!("\"{}\"", escaped(text).replace('\n', "\\n").replace('\r', "\\r")),
        }
    }
}
