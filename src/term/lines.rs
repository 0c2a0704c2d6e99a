//! Lines of standard input, bounded, for a dialogue without a screen.

use std::io::{self, BufRead, IsTerminal, Read};

/// Bytes of a line that are read; the rest of a longer one is thrown away.
pub const LONGEST_LINE: usize = 4096;

/// One line of input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputLine {
    /// Its text without the line end; what is no UTF-8 is U+FFFD.
    pub text: String,
    /// Whether it was longer than [`LONGEST_LINE`], so that its end is missing.
    pub cut: bool,
}

/// Whether standard input is a terminal.
#[must_use]
pub fn stdin_is_terminal() -> bool {
    io::stdin().is_terminal()
}

/// The next line of standard input; none at its end.
///
/// # Errors
///
/// It cannot be read, as when it is a folder.
pub fn next_line() -> io::Result<Option<InputLine>> {
    read_line(&mut io::stdin().lock())
}

/// All of standard input.
///
/// # Errors
///
/// It cannot be read, or holds more bytes than so many.
pub fn read_all(most: u64) -> io::Result<Vec<u8>> {
    read_whole(&mut io::stdin().lock(), most)
}

fn read_whole(reader: &mut impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("more than {most} bytes")));
    }
    Ok(bytes)
}

fn read_line(reader: &mut impl BufRead) -> io::Result<Option<InputLine>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LONGEST_LINE).unwrap_or(u64::MAX).saturating_add(1);
    if reader.by_ref().take(most).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let ended = bytes.pop_if(|last| *last == b'\n').is_some();
    let cut = !ended && bytes.len() > LONGEST_LINE;
    if cut {
        bytes.truncate(LONGEST_LINE);
        reader.skip_until(b'\n')?;
    }
    Ok(Some(InputLine { text: String::from_utf8_lossy(&bytes).into_owned(), cut }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_bounded_and_the_next_one_is_whole() {
        let long = "x".repeat(LONGEST_LINE);
        let input = format!("{long}\n{long}yyy\nnext\nlast");
        let mut reader = input.as_bytes();
        let mut next = || read_line(&mut reader).unwrap().map(|line| (line.text, line.cut));
        assert_eq!(next(), Some((long.clone(), false)));
        assert_eq!(next(), Some((long, true)));
        assert_eq!(next(), Some(("next".to_owned(), false)));
        assert_eq!(next(), Some(("last".to_owned(), false)));
        assert_eq!(next(), None);
    }

    #[test]
    fn a_whole_input_is_bounded() {
        assert_eq!(read_whole(&mut &b"abc"[..], 3).unwrap(), b"abc");
        assert!(read_whole(&mut &b"abcd"[..], 3).is_err());
    }

    #[test]
    fn what_is_no_text_is_replaced() {
        let mut reader = &b"a\xffb\r\n"[..];
        let line = read_line(&mut reader).unwrap().unwrap();
        assert_eq!(line.text, "a\u{fffd}b\r");
    }
}
