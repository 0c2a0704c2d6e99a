//! The slips of the pen that make a line no TOML, by name: what to say of each, and what to write.

use super::statement::Open;
use crate::brief::context::quoted;
use crate::diag::Code;
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
    /// What to write instead, where more is known than the slip.
    pub(super) help: Option<String>,
    /// Another place that has to do with it.
    pub(super) see: Option<usize>,
}

impl Fault {
    pub(super) fn new(at: Range<usize>, unread: Range<usize>, slip: Slip) -> Self {
        Self { at, unread, slip, help: None, see: None }
    }

    /// A fault of which it is plain what was meant, with what to write.
    pub(super) fn read_as(at: Range<usize>, slip: Slip, help: String) -> Self {
        let unread = at.start..at.start;
        Self { help: Some(help), ..Self::new(at, unread, slip) }
    }
}

/// What is wrong with a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    TypographicQuotes(char),
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
    /// A sign in the key that no key has.
    Key,
    /// `+` between two texts.
    Joined,
    /// Two keys on one line.
    TwoKeys,
    /// What stands behind the last quotes of a text of several lines.
    BehindText,
    /// Brackets of another kind than the value needs.
    Brackets,
    /// Several texts without the brackets of a list.
    NoBrackets,
    /// An element of a list without its quotes.
    ListQuotes,
    /// A comma in a number.
    DecimalComma,
    /// No number where one belongs.
    NoNumber,
    /// `True`, `yes`.
    Flag,
    /// A list or text of several lines as YAML writes it.
    Yaml,
    /// Double quotes in a text in double quotes, or single ones in single ones.
    InnerQuotes(char),
    /// A text without quotes.
    NoQuotes,
    /// `null`.
    Nothing,
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
    /// A header that is none of the format.
    Header,
    /// A header that is no TOML.
    HeaderBroken,
    /// A statement behind a header.
    HeaderLine,
    /// The header of a record that there is already.
    HeaderTwice,
    /// A record of this kind without a header.
    NoHeader(&'static str),
    /// Keys of a record of this kind below the header of one of its keys.
    KeysOfRecord(&'static str),
    /// A record of this kind that names another holder than the one above it.
    OfAnother(&'static str),
    /// Two markings of one record.
    MarkingTwice,
    /// A record of this kind below one of no kind that there is.
    Stray(&'static str),
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
    /// The code of its finding.
    pub(super) fn code(self) -> Code {
        match self {
            Self::HeaderTwice => Code::E011,
            Self::Header
            | Self::NoHeader(_)
            | Self::OfAnother(_)
            | Self::Stray(_)
            | Self::KeysOfRecord(_) => Code::E002,
            Self::Colon
            | Self::ColonEquals
            | Self::Comma
            | Self::NoComma
            | Self::Comment
            | Self::TypographicQuotes(_)
            | Self::Blank(_)
            | Self::Hidden(_)
            | Self::LookAlike(_)
            | Self::Unclosed(_)
            | Self::UnclosedText
            | Self::Key
            | Self::Joined
            | Self::TwoKeys
            | Self::BehindText
            | Self::Brackets
            | Self::NoBrackets
            | Self::ListQuotes
            | Self::DecimalComma
            | Self::NoNumber
            | Self::Flag
            | Self::Yaml
            | Self::InnerQuotes(_)
            | Self::NoQuotes
            | Self::Nothing
            | Self::Backslash
            | Self::Closing(_)
            | Self::NoEquals
            | Self::NoValue
            | Self::KeyAlone
            | Self::HeaderLine
            | Self::HeaderBroken
            | Self::MarkingTwice
            | Self::Conflict
            | Self::LineEnds
            | Self::NoToml
            | Self::Other => Code::E001,
        }
    }

    /// Whether its message quotes the header.
    pub(super) fn is_of_header(self) -> bool {
        matches!(self, Self::Header | Self::HeaderBroken | Self::HeaderTwice)
    }

    /// Whether a blank, a hidden sign or a comment of another language stands there.
    pub(super) fn is_of_blanks(self) -> bool {
        matches!(self, Self::Blank(_) | Self::Hidden(_) | Self::Comment)
    }

    /// What is wrong.
    #[expect(clippy::too_many_lines, reason = "a table with a line or two for each slip")]
    pub(super) fn message(self, written: &str) -> DisplayText {
        let sign = |sign: char| clean_line(&format!("U+{:04X}", u32::from(sign)), |_| {});
        match self {
            Self::Colon => text!["a colon behind the key, as in YAML or JSON"],
            Self::ColonEquals => text!["another sign than one `=` behind the key"],
            Self::Comma => text!["a comma or semicolon behind the value"],
            Self::NoComma => text!["no comma between two elements of the list"],
            Self::Comment => text!["this comment does not begin with `#`"],
            Self::TypographicQuotes('`' | '´') => text!["backquotes, which TOML does not know"],
            Self::TypographicQuotes(_) => {
                text!["typographic quotes, as a text processor writes them"]
            }
            Self::Key => text!["a sign that no key has"],
            Self::Joined => text!["two texts joined with `+`"],
            Self::TwoKeys => text!["two keys on one line"],
            Self::BehindText => text!["something stands behind the quotes that end this text"],
            Self::Brackets => text!["brackets of another kind than this value has"],
            Self::NoBrackets => text!["several texts without the brackets of a list"],
            Self::ListQuotes => text!["an element of the list without its quotes"],
            Self::DecimalComma => text!["a comma in a number"],
            Self::NoNumber => text!["no number where one belongs"],
            Self::Flag => text!["neither true nor false"],
            Self::Yaml => text!["this is written as in YAML"],
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
            Self::Nothing => text!["a word for nothing, which TOML does not have"],
            Self::Backslash => text!["a backslash that stands for itself"],
            Self::Closing(closing) => {
                text!["one `", clean_line(&closing.to_string(), |_| {}), "` too many"]
            }
            Self::NoEquals => text!["no `=` behind the key"],
            Self::NoValue => text!["nothing stands behind `=`"],
            Self::KeyAlone => text!["a key alone, without `=` and a value"],
            Self::Header => text!["`", quoted(written), "` is no header of the format"],
            Self::HeaderBroken => text!["`", quoted(written), "` is not written as a header"],
            Self::HeaderLine => text!["a header and a key on one line"],
            Self::HeaderTwice => text!["`", quoted(written), "` is already a header of this file"],
            Self::NoHeader(one) => text![clean_line(one, |_| {}), " begins here without a header"],
            Self::OfAnother(noun) => {
                text![
                    "this ",
                    clean_line(noun, |_| {}),
                    " names another record than the one above it"
                ]
            }
            Self::MarkingTwice => text!["a record has one marking"],
            Self::KeysOfRecord(one) => {
                text![
                    "from here on stand keys of ",
                    clean_line(one, |_| {}),
                    ", not of the header above"
                ]
            }
            Self::Stray(noun) => {
                text![
                    "this ",
                    clean_line(noun, |_| {}),
                    " belongs to nothing: what stands above it is no record"
                ]
            }
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
            Self::NoComma | Self::NoBrackets | Self::ListQuotes => "write `[\"…\", \"…\"]`",
            Self::Comment => "begin it with `#`",
            Self::TypographicQuotes(_) => "write plain quotes: `key = \"…\"`",
            Self::Blank(_) => "type the blank again",
            Self::Hidden(_) | Self::LookAlike(_) => "type the word again",
            Self::Unclosed(Open::Text) => "end it with three quotes of the same kind",
            Self::Unclosed(Open::List) => "close it with `]`",
            Self::Unclosed(Open::Table) => "close it with `}` on the same line",
            Self::UnclosedText =>
                "a text ends with `\"` on the line where it begins; several lines stand in `\"\"\"`",
            Self::InnerQuotes('"') => "write `\\\"` inside, or put the text in single quotes",
            Self::InnerQuotes(_) => "put the text in double quotes",
            Self::Key => "a key has only letters, digits and hyphens, and no blank",
            Self::Joined => "write one text; a long one stands in `\"\"\"`",
            Self::TwoKeys | Self::HeaderLine => "write each on a line of its own",
            Self::BehindText =>
                "a text in `\"\"\"` ends with the next three quotes; write `\\\"` inside",
            Self::Brackets => "a list stands in `[ ]`, a table of several keys in `{ }`",
            Self::DecimalComma => "write a point",
            Self::NoNumber => "write one plain number without quotes, as `2` or `41.33`",
            Self::Flag => "write `true` or `false`",
            Self::Yaml => "write `key = [\"…\", \"…\"]`, or a text of several lines in `\"\"\"`",
            Self::NoQuotes => "texts and dates stand in quotes: `key = \"…\"`",
            Self::Nothing => "leave the line out",
            Self::Backslash => "write `\\\\` for a backslash, or put the text in single quotes",
            Self::Closing(_) => "leave it out",
            Self::NoValue | Self::KeyAlone => "write `key = value`, or leave the line out",
            Self::Header | Self::HeaderBroken =>
                "write `[[event]]` or `[source.id]`, with as many brackets on both sides",
            Self::HeaderTwice => "give one of them another id",
            Self::NoHeader(_) => "write its header above it",
            Self::OfAnother(_) => "move it below the record that it names",
            Self::MarkingTwice => "keep one",
            Self::KeysOfRecord(_) => "write them above the header",
            Self::Stray(_) => "write the header of its record above it",
            Self::Conflict =>
                "keep one side and take out the lines with `<<<<<<<`, `=======`, `>>>>>>>`",
            Self::LineEnds => "save the file with line ends of Unix or Windows",
            Self::NoToml => "write `key = value`, a `[header]`, or `#` before a comment",
            Self::Other => return None,
        }])
    }
}
