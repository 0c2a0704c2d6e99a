//! Degrees as people write them, in decimals: `48.9226 N`, `48°55′21″N`, `48,9226`.

/// The two coordinates of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Latitude,
    Longitude,
}

impl Axis {
    /// The axis that a key is of.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        match key {
            "lat" => Some(Self::Latitude),
            "lon" => Some(Self::Longitude),
            _ => None,
        }
    }

    /// The most degrees to both sides.
    pub(super) fn limit(self) -> u32 {
        match self {
            Self::Latitude => 90,
            Self::Longitude => 180,
        }
    }
}

/// What a text says of a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Degrees {
    /// The axis that a letter for a quarter of the sky names.
    pub(super) axis: Option<Axis>,
    /// In decimals, south and west below 0.
    pub(super) decimals: String,
}

/// The words for the quarters, longer ones first, each with its axis and whether it is below 0.
const QUARTERS: [(&str, Axis, bool); 8] = [
    ("north", Axis::Latitude, false),
    ("south", Axis::Latitude, true),
    ("east", Axis::Longitude, false),
    ("west", Axis::Longitude, true),
    ("n", Axis::Latitude, false),
    ("s", Axis::Latitude, true),
    ("e", Axis::Longitude, false),
    ("w", Axis::Longitude, true),
];

/// Reads them; `None` where it is not plain which place is meant.
pub(super) fn read(text: &str) -> Option<Degrees> {
    let lower = text.trim().to_lowercase();
    let (quarter, rest) = quarter(&lower);
    let (minus, rest) = match rest.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, rest.strip_prefix('+').unwrap_or(rest)),
    };
    // `-48 S` may be either side of the equator.
    if minus && quarter.is_some() {
        return None;
    }
    let axis = quarter.map(|(axis, _)| axis);
    let marked = quarter.is_some() || rest.contains(['°', 'º', '′', '\'', '’']);
    let number = parts(rest, marked)?;
    let limit = axis.map_or(180, Axis::limit);
    if number.parse::<f64>().ok()? > f64::from(limit) {
        return None;
    }
    let below = minus || quarter.is_some_and(|(_, below)| below);
    Some(Degrees { axis, decimals: format!("{}{number}", if below { "-" } else { "" }) })
}

/// The quarter at the beginning or the end, and what is left.
fn quarter(text: &str) -> (Option<(Axis, bool)>, &str) {
    for (word, axis, below) in QUARTERS {
        let rest = text.strip_suffix(word).or_else(|| text.strip_prefix(word));
        if let Some(rest) = rest {
            return (Some((axis, below)), rest.trim());
        }
    }
    (None, text)
}

/// One number of degrees, or degrees, minutes and seconds, in decimals.
fn parts(text: &str, marked: bool) -> Option<String> {
    let marks = |sign: char| sign.is_whitespace() || "°º′'’″\"”".contains(sign);
    let parts: Vec<&str> = text.split(marks).filter(|part| !part.is_empty()).collect();
    let (last, whole) = parts.split_last()?;
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let last = last.replacen(',', ".", 1);
    let (before, behind) = last.split_once('.').unwrap_or((&last, "0"));
    if !whole.iter().all(digits) || !digits(&before) || !digits(&behind) {
        return None;
    }
    if whole.is_empty() {
        return Some(last);
    }
    // `48 55` without a mark may be two coordinates.
    if whole.len() > 2 || !marked {
        return None;
    }
    let last: f64 = last.parse().ok()?;
    let mut sum = 0.0;
    let mut unit = 1.0;
    for part in whole.iter().map(|part| part.parse::<f64>().ok()).chain([Some(last)]) {
        let part = part.filter(|part| unit > 0.5 || *part < 60.0)?;
        sum += part * unit;
        unit /= 60.0;
    }
    let decimals = format!("{sum:.6}");
    let short = decimals.trim_end_matches('0');
    Some(if short.ends_with('.') { format!("{short}0") } else { short.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_place_is_meant() {
        for (text, wanted) in [
            ("48.9226 N", "48.9226"),
            ("48.9226N", "48.9226"),
            ("N 48.9226", "48.9226"),
            ("48.9226° North", "48.9226"),
            ("33.5 S", "-33.5"),
            ("-33.5", "-33.5"),
            ("+33.5", "33.5"),
            ("−33.5", "-33.5"),
            ("48,9226", "48.9226"),
            ("48°55′N", "48.916667"),
            ("48°55'21.4\"N", "48.922611"),
            ("48 55 21 N", "48.9225"),
            ("48° 30′", "48.5"),
            ("0°07′39″W", "-0.1275"),
            ("24.7111 E", "24.7111"),
            ("48", "48"),
        ] {
            assert_eq!(read(text).map(|found| found.decimals), Some(wanted.to_owned()), "{text}");
        }
    }

    #[test]
    fn another_place_is_never_meant() {
        for text in [
            "48 9226",
            "48 55",
            "48° 9226",
            "-48 S",
            "48.9226, 24.7111",
            "48.9226 24.7111",
            "91 N",
            "181 W",
            "",
            "N",
            "48.55.21",
            "48°55.5′21″",
            "north of Kyiv",
            "1e2",
            "nan",
            "48 60 00 N",
            "48.9226/24.7111",
            "0x30",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_quarter_names_its_axis() {
        assert_eq!(read("24.7 E").and_then(|found| found.axis), Some(Axis::Longitude));
        assert_eq!(read("24.7 S").and_then(|found| found.axis), Some(Axis::Latitude));
        assert_eq!(read("24.7").and_then(|found| found.axis), None);
    }
}
