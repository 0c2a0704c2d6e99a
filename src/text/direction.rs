//! Which text runs from right to left.

/// Blocks whose characters run from right to left (UAX #9: R, AL and AN), assigned or not.
const RIGHT_TO_LEFT: [(u32, u32); 6] = [
    (0x0590, 0x08FF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFF),
    (0x1_0800, 0x1_0FFF),
    (0x1_E800, 0x1_EFFF),
    // The mark, which is not shown.
    (0x200F, 0x200F),
];

/// Whether a part of the text runs from right to left, so that some terminals reorder its row.
#[must_use]
pub fn runs_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_right_to_left)
}

fn is_right_to_left(character: char) -> bool {
    let code = u32::from(character);
    code >= 0x0590 && RIGHT_TO_LEFT.iter().any(|&(first, last)| (first..=last).contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_bidi::{BidiClass, bidi_class};

    #[test]
    fn whatever_reorders_a_row_is_known() {
        for character in '\0'..=char::MAX {
            let reorders =
                matches!(bidi_class(character), BidiClass::R | BidiClass::AL | BidiClass::AN);
            assert!(!reorders || is_right_to_left(character), "{character:?}");
        }
    }

    #[test]
    fn other_scripts_do_not() {
        for (text, expected) in [
            ("Tirana", false),
            ("中文 हिंदी", false),
            ("Iran ایران", true),
            ("۱۲", true),
            ("א", true),
        ] {
            assert_eq!(runs_right_to_left(text), expected, "{text}");
        }
    }
}
