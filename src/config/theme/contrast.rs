//! How far apart two colours are for the eye: WCAG 2.2.

/// Red, green and blue of an sRGB colour.
pub(super) type Rgb = [u8; 3];

/// The least contrast of text: WCAG 2.2, success criterion 1.4.3, level AA.
pub const LEAST_CONTRAST: f64 = 4.5;

/// The contrast that serves from the last row: WCAG 2.2, success criterion 1.4.6, level AAA.
pub const HIGH_CONTRAST: f64 = 7.0;

/// The least contrast of lines and signs that are no text: WCAG 2.2, success criterion 1.4.11.
pub const LINE_CONTRAST: f64 = 3.0;

/// Relative luminance of an sRGB colour, 0 for black to 1 for white (WCAG 2.2, "relative luminance").
#[must_use]
pub fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Contrast ratio of two colours, 1 for the same to 21 for black on white (WCAG 2.2, "contrast
/// ratio").
#[must_use]
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Whether white is further away from a ground than black.
pub(super) fn is_dark(ground: Rgb) -> bool {
    contrast(ground, [255; 3]) >= contrast(ground, [0; 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ratios as published contrast checkers give them.
    #[test]
    fn known_pairs_have_their_known_ratio() {
        for (one, other, ratio) in [
            ([0, 0, 0], [255, 255, 255], 21.0),
            ([255, 255, 255], [255, 255, 255], 1.0),
            ([0x77, 0x77, 0x77], [255, 255, 255], 4.48),
            ([0x76, 0x76, 0x76], [255, 255, 255], 4.54),
            ([255, 0, 0], [255, 255, 255], 4.00),
            ([0, 0, 255], [255, 255, 255], 8.59),
            ([0, 255, 0], [0, 0, 0], 15.30),
        ] {
            assert!((contrast(one, other) - ratio).abs() < 0.005, "{one:?} {other:?}");
            assert!((contrast(other, one) - ratio).abs() < 0.005, "{one:?} {other:?}");
        }
    }
}
