//! Answers of the terminal to what it is asked at the start: its background, and its attributes, which
//! every terminal tells and which therefore end the wait for the first.

/// Bytes of an answer that are kept; the longest that means anything is half as long.
pub(super) const LIMIT: usize = 64;

/// The background that an OSC says, given without its opening and its end: `11;rgb:1e1e/1e1e/2e2e`, with
/// one to four hexadecimal digits a channel (`XParseColor`), and after `rgba:` a fourth, which is how much
/// shines through.
pub(super) fn background(reply: &[u8]) -> Option<[u8; 3]> {
    let colour = std::str::from_utf8(reply).ok()?.strip_prefix("11;")?;
    let (form, channels) = colour.split_once(':')?;
    let channels: Option<Vec<u8>> = channels.split('/').map(channel).collect();
    match (form, channels.as_deref()?) {
        ("rgb", [red, green, blue]) | ("rgba", [red, green, blue, _]) => {
            Some([*red, *green, *blue])
        }
        _ => None,
    }
}

/// Whether a CSI with these parameters and this end is the answer to DA1: `? 62 ; 22 c`.
pub(super) fn is_attributes(parameters: &[u8], last: u8) -> bool {
    last == b'c' && parameters.first() == Some(&b'?')
}

/// One to four hexadecimal digits as a part of 255.
fn channel(digits: &str) -> Option<u8> {
    if !(1..=4).contains(&digits.len()) || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let most = (1_u32 << (4 * digits.len())) - 1;
    let value = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from((value * 255 + most / 2) / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_background_is_told_with_one_to_four_digits_a_channel() {
        for (reply, shade) in [
            ("11;rgb:1e1e/2e2e/ffff", [0x1e, 0x2e, 0xff]),
            ("11;rgb:1e/2e/FF", [0x1e, 0x2e, 0xff]),
            ("11;rgb:0/8/f", [0x00, 0x88, 0xff]),
            ("11;rgb:1ef/000/fff", [0x1f, 0x00, 0xff]),
            ("11;rgba:fdfd/f6f6/e3e3/ffff", [0xfd, 0xf6, 0xe3]),
            ("11;rgba:00/00/00/c0", [0x00, 0x00, 0x00]),
        ] {
            assert_eq!(background(reply.as_bytes()), Some(shade), "{reply}");
        }
    }

    #[test]
    fn everything_else_says_nothing() {
        for reply in [
            "",
            "11",
            "11;",
            "11;?",
            "10;rgb:1e1e/1e1e/2e2e",
            "11;rgb:1e1e/1e1e",
            "11;rgb:1e1e/1e1e/2e2e/ffff",
            "11;rgba:1e1e/1e1e/2e2e",
            "11;rgb:1e1e1/1e1e/2e2e",
            "11;rgb:+1e1/1e1e/2e2e",
            "11;rgb://",
            "11;rgb:gg/gg/gg",
            "11;hsl:0/0/0",
            "11;black",
        ] {
            assert_eq!(background(reply.as_bytes()), None, "{reply}");
        }
        assert_eq!(background(b"11;rgb:\xff/\xff/\xff"), None);
    }
}
