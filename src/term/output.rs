//! Text for standard output and standard error; the only writer to them outside the session.

use std::io::{self, IsTerminal, Write};

use crate::text::DisplayText;

/// Whether standard output is a terminal.
#[must_use]
pub fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// What became of text that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Written {
    /// All of it left.
    All,
    /// The reader closed the pipe; there is no use in writing more, and no fault either.
    Closed,
}

/// Writes text to standard output, as it is: no line end is added.
///
/// # Errors
///
/// The output cannot be written to, for instance because the disk is full. A closed pipe is no error.
pub fn write_stdout(pieces: &[DisplayText]) -> io::Result<Written> {
    write_to(&mut io::stdout().lock(), pieces)
}

/// Writes a text that the user gave back to them, byte for byte; to a terminal it goes cleaned, as all
/// else.
///
/// # Errors
///
/// The output cannot be written to. A closed pipe is no error.
pub fn write_own(text: &str) -> io::Result<Written> {
    if stdout_is_terminal() {
        return write_stdout(&[crate::text::clean(text, |_| {})]);
    }
    write_bytes(&mut io::stdout().lock(), text)
}

/// Writes text to standard error; what cannot be written is lost, for there is nowhere to say so.
pub fn write_stderr(pieces: &[DisplayText]) {
    drop(write_to(&mut io::stderr().lock(), pieces));
}

fn write_to(writer: &mut impl Write, pieces: &[DisplayText]) -> io::Result<Written> {
    let mut all = String::new();
    for piece in pieces {
        all.push_str(piece.as_str());
    }
    write_bytes(writer, &all)
}

fn write_bytes(writer: &mut impl Write, text: &str) -> io::Result<Written> {
    match writer.write_all(text.as_bytes()).and_then(|()| writer.flush()) {
        Ok(()) => Ok(Written::All),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Written::Closed),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing(io::ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_closed_pipe_is_no_error_and_a_full_disk_is_one() {
        let text = ["x".into()];
        let closed = write_to(&mut Failing(io::ErrorKind::BrokenPipe), &text);
        assert_eq!(closed.unwrap(), Written::Closed);
        assert!(write_to(&mut Failing(io::ErrorKind::StorageFull), &text).is_err());
    }

    #[test]
    fn pieces_follow_each_other_without_additions() {
        let mut written = Vec::new();
        let all = write_to(&mut written, &["a".into(), "b\n".into()]);
        assert_eq!(all.unwrap(), Written::All);
        assert_eq!(written, b"ab\n");
    }
}
