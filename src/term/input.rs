//! The thread that reads the terminal.

use std::io;
use std::os::fd::AsFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::decode::{Decoder, Input};

/// Reads until the terminal is gone or `deliver` says that nobody listens any more.
///
/// Sleeps without any timeout while nothing is typed. The last input is [`Input::Lost`] when the
/// terminal hung up, ended or failed. Give it a decoder that expects an answer where one is owed.
pub fn read<F: AsFd>(terminal: F, mut decoder: Decoder, mut deliver: impl FnMut(Input) -> bool) {
    let mut inputs = Vec::new();
    loop {
        let arrived = wait_and_read(terminal.as_fd(), &mut decoder, &mut inputs);
        for input in inputs.drain(..) {
            if !deliver(input) {
                return;
            }
        }
        if arrived.is_err() {
            deliver(Input::Lost);
            return;
        }
    }
}

fn wait_and_read(
    terminal: impl AsFd,
    decoder: &mut Decoder,
    inputs: &mut Vec<Input>,
) -> io::Result<()> {
    let patience = decoder.patience().and_then(|pause| Timespec::try_from(pause).ok());
    let mut polled = [PollFd::new(&terminal, PollFlags::IN)];
    match poll(&mut polled, patience.as_ref()) {
        Ok(0) => {
            decoder.pause(inputs);
            return Ok(());
        }
        Ok(_) => {}
        Err(Errno::INTR) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    let ready = polled.first().map_or(gone, PollFd::revents);
    // A hang-up is looked at before reading: what a vanished terminal still holds is nobody's wish.
    if ready.intersects(gone) {
        return Err(io::ErrorKind::BrokenPipe.into());
    }
    let mut buffer = [0; 1_024];
    match rustix::io::read(&terminal, &mut buffer) {
        Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
        Ok(count) => {
            // No more is read than there is room for.
            decoder.advance(buffer.get(..count).unwrap_or_default(), inputs);
            Ok(())
        }
        Err(Errno::INTR | Errno::AGAIN) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::net::UnixStream;

    use super::*;
    use crate::keymap::{Chord, Key};

    #[test]
    fn a_closed_terminal_ends_reading() {
        let (near, far) = UnixStream::pair().unwrap();
        drop(far);
        let mut inputs = Vec::new();
        read(near, Decoder::default(), |input| {
            inputs.push(input);
            true
        });
        assert_eq!(inputs, [Input::Lost]);
    }

    #[test]
    fn keys_arrive_until_nobody_listens() {
        let (near, mut far) = UnixStream::pair().unwrap();
        far.write_all(b"ab").unwrap();
        let mut inputs = Vec::new();
        read(near, Decoder::default(), |input| {
            inputs.push(input);
            inputs.len() < 2
        });
        let key =
            |c| Input::Key(Chord { key: Key::Char(c), ctrl: false, alt: false, shift: false });
        assert_eq!(inputs, [key('a'), key('b')]);
    }
}
