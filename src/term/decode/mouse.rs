//! Mouse reports in the SGR encoding, xterm's mode 1006: `CSI < button ; column ; row M`.

use crate::pointer::{Pointer, PointerKind};

/// What a report says, when the reader has a use for it.
///
/// `parameters` is all between `CSI` and the final `M`. Movement, other buttons, buttons with a
/// modifier and cells that no terminal has mean nothing; a release ends in `m` and never comes here.
pub(super) fn report(parameters: &[u8]) -> Option<Pointer> {
    let mut numbers = parameters.strip_prefix(b"<")?.split(|byte| *byte == b';').map(number);
    let button = numbers.next()??;
    let (column, row) = (cell(numbers.next()?)?, cell(numbers.next()?)?);
    if numbers.next().is_some() {
        return None;
    }
    let kind = match button {
        0 => PointerKind::Press,
        64 => PointerKind::WheelUp,
        65 => PointerKind::WheelDown,
        _ => return None,
    };
    Some(Pointer { kind, column, row })
}

/// A number of digits only; `parse` would let a sign through.
fn number(digits: &[u8]) -> Option<u16> {
    let is_number = digits.iter().all(u8::is_ascii_digit);
    let digits = std::str::from_utf8(digits).ok().filter(|_| is_number)?;
    digits.parse().ok()
}

/// Reports count from 1.
fn cell(number: Option<u16>) -> Option<u16> {
    number?.checked_sub(1)
}
