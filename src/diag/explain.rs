//! What a finding means, for `attache explain`.

use super::Code;
use crate::text;
use crate::text::{DisplayText, clean_line, nearest};

/// Why a word names no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    /// In words, with the nearest code where one is near.
    pub message: DisplayText,
}

impl Code {
    /// The rule with this code, in any case: `E110`, `e110`.
    ///
    /// # Errors
    /// When no rule has the code; the message names near ones.
    pub fn parse(text: &str) -> Result<Self, UnknownCode> {
        let upper = text.trim().to_uppercase();
        if let Some(code) = Self::ALL.iter().copied().find(|code| code.id() == upper) {
            return Ok(code);
        }
        let shown = clean_line(&text.chars().take(20).collect::<String>(), |_| {});
        let near = nearest(&upper, Self::ALL.iter().map(|code| code.id()));
        let (first, last) = (Self::ALL.first(), Self::ALL.last());
        let [first, last] = [first, last].map(|code| code.map_or("", |code| code.id()));
        let near = Self::ALL.iter().find(|code| Some(code.id()) == near).map_or_else(
            || text!["; codes run from ", first, " to ", last],
            |code| text!["; did you mean ", code.id(), " (", code.rule(), ")?"],
        );
        Err(UnknownCode { message: text!["no finding has the code `", shown, "`", near] })
    }
}

/// The rule, its reason and an example of wrong and right.
#[must_use]
pub fn explain(code: Code) -> DisplayText {
    let severity = code.severity().word();
    text![severity, "[", code.id(), "]: ", code.rule(), "\n\n", code.explanation()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_in_any_case_and_slips_are_told() {
        assert_eq!(Code::parse(" e110 "), Ok(Code::E110));
        let message = Code::parse("E11").unwrap_err().message;
        assert!(message.as_str().contains("did you mean E"), "{message}");
        assert!(Code::parse("\u{1b}[31m").unwrap_err().message.as_str().contains("<U+001B>"));
    }

    #[test]
    fn every_rule_has_its_reason_and_an_example() {
        for code in Code::ALL {
            let text = code.explanation();
            assert!(text.len() > 120, "{code:?} says too little");
            assert!(text.contains("Wrong:") && text.contains("Right:"), "{code:?}");
            assert!(explain(*code).as_str().contains(code.id()));
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{code:?}");
        }
    }
}
