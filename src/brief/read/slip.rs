//! The slips of the pen that make a line no TOML, by name: what to say of each, and what to write.

use super::statement::Open;
use crate::text;
use crate::text::{DisplayText, clean_line};
use std::ops::Range;
use toml::de::DeTable;

/// A fault of syntax.
pub(super) struct Fault {
    /// Where it begins.
    pub(super) at: Range<usize>,
    /// What is not read because of it; nothing where it is plain what was meant.
    pub(super) unread: Range<usize>,
    pub(super) slip: Slip,
}

/// What is wrong with a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// `key: value`, as in YAML or JSON.
    Colon,
    /// `key := value`.
    ColonEquals,
    /// A comma or semicolon behind the value, as in JSON.
    Comma,
    /// No comma between two elements of a list.
    NoComma,
    /// `//`, `--` or `;` before a comment.
    Comment,
    /// Quotes as a text processor writes them.
    TypographicQuotes,
    /// A blank that is none to TOML: a no-break space.
    Blank(char),
    /// A sign that cannot be seen.
    Hidden(char),
    /// A letter of another script in the key.
    LookAlike(char),
    /// What is opened there is not closed.
    Unclosed(Open),
    /// A text without its second quote.
    UnclosedText,
    /// Double quotes in a text in double quotes, or single ones in single ones.
    InnerQuotes(char),
    /// A text without quotes.
    NoQuotes,
    /// A backslash that stands for itself.
    Backslash,
    /// A bracket or brace too many.
    Closing(char),
    /// `key "value"`.
    NoEquals,
    /// `key =`.
    NoValue,
    /// A key alone.
    KeyAlone,
    /// A header that is none.
    Header,
    /// One of the sides of a merge that nobody chose from.
    Conflict,
    /// Line ends of old Mac OS.
    LineEnds,
    /// A line of anything else.
    NoToml,
    /// What the parser says.
    Other,
}

impl Slip {
    /// What is wrong.
    pub(super) fn message(self, written: &str) -> DisplayText {
        let sign = |sign: char| clean_line(&format!("U+{:04X}", u32::from(sign)), |_| {});
        match self {
            Self::Colon => text!["a colon behind the key, as in YAML or JSON"],
            Self::ColonEquals => text!["`:=` behind the key"],
            Self::Comma => text!["a comma or semicolon behind the value"],
            Self::NoComma => text!["no comma between two elements of the list"],
            Self::Comment => text!["this comment does not begin with `#`"],
            Self::TypographicQuotes => text!["typographic quotes, as a text processor writes them"],
            Self::Blank('\u{a0}') => text!["a no-break space (U+00A0) where a plain blank belongs"],
            Self::Blank(blank) => {
                text!["the blank ", sign(blank), " where a plain one belongs"]
            }
            Self::Hidden(hidden) => text!["the hidden character ", sign(hidden)],
            Self::LookAlike(letter) => {
                text![
                    "a letter of another script in a key or id (",
                    sign(letter),
                    "), which looks like a Latin one"
                ]
            }
            Self::Unclosed(Open::Text) => text!["the text that begins here is not closed"],
            Self::Unclosed(Open::List) => text!["the list that begins here is not closed"],
            Self::Unclosed(Open::Table) => text!["the brace that opens here is not closed"],
            Self::UnclosedText => text!["a text without its second quote"],
            Self::InnerQuotes('"') => text!["double quotes inside a text in double quotes"],
            Self::InnerQuotes(_) => text!["an apostrophe inside a text in single quotes"],
            Self::NoQuotes => text!["a text or date without quotes"],
            Self::Backslash => text!["a backslash that stands for itself"],
            Self::Closing(closing) => {
                text!["one `", clean_line(&closing.to_string(), |_| {}), "` too many"]
            }
            Self::NoEquals => text!["no `=` behind the key"],
            Self::NoValue => text!["nothing stands behind `=`"],
            Self::KeyAlone => text!["a key alone, without `=` and a value"],
            Self::Header => text!["this header is not written as one"],
            Self::Conflict => text!["a merge conflict: both sides stand here"],
            Self::LineEnds => text!["the lines end as on old Mac OS (CR alone)"],
            Self::NoToml => text!["this is no line of TOML"],
            Self::Other => {
                let error = DeTable::parse(written).err();
                let words: String =
                    error.iter().flat_map(|error| error.message().chars()).take(200).collect();
                text!["not valid TOML: ", clean_line(&words, |_| {})]
            }
        }
    }

    /// What to write instead.
    pub(super) fn help(self) -> Option<DisplayText> {
        Some(text![match self {
            Self::Colon | Self::ColonEquals | Self::NoEquals => "write `key = value`",
            Self::Comma => "leave it out; a line ends with its value",
            Self::NoComma => "write `[\"…\", \"…\"]`",
            Self::Comment => "begin it with `#`",
            Self::TypographicQuotes => "write plain quotes: `key = \"…\"`",
            Self::Blank(_) => "type the blank again",
            Self::Hidden(_) | Self::LookAlike(_) => "type the word again",
            Self::Unclosed(Open::Text) => "end it with three quotes of the same kind",
            Self::Unclosed(Open::List) => "close it with `]`",
            Self::Unclosed(Open::Table) => "close it with `}` on the same line",
            Self::UnclosedText =>
                "a text ends with `\"` on the line where it begins; several lines stand in `\"\"\"`",
            Self::InnerQuotes('"') => "write `\\\"` inside, or put the text in single quotes",
            Self::InnerQuotes(_) => "put the text in double quotes",
            Self::NoQuotes => "texts and dates stand in quotes: `key = \"…\"`",
            Self::Backslash => "write `\\\\` for a backslash, or put the text in single quotes",
            Self::Closing(_) => "leave it out",
            Self::NoValue | Self::KeyAlone => "write `key = value`, or leave the line out",
            Self::Header =>
                "write `[[event]]` or `[source.id]`, with as many brackets on both sides",
            Self::Conflict =>
                "keep one side and take out the lines with `<<<<<<<`, `=======`, `>>>>>>>`",
            Self::LineEnds => "save the file with line ends of Unix or Windows",
            Self::NoToml => "write `key = value`, a `[header]`, or `#` before a comment",
            Self::Other => return None,
        }])
    }
}
