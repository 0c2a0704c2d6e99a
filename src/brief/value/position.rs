//! Where a place lies: not far from its country.

use crate::brief::PlaceRecord;
use crate::brief::context::{Context, quoted};
use crate::brief::country::{country_name, is_within};
use crate::diag::{Code, Located};
use crate::text;

/// How far beyond the box of its country a place may lie, in degrees: boxes are of the land.
const NEAR: f64 = 2.0;

impl Context<'_> {
    /// W253: the place lies outside its country, and inside with the two exchanged or a sign turned.
    pub(in crate::brief) fn far_from_country(&mut self, place: &PlaceRecord) {
        let (Some(lat), Some(lon), Some(country)) = (&place.lat, &place.lon, &place.country) else {
            return;
        };
        let code = country.value.as_str();
        let Some(name) = country_name(code) else { return };
        let degrees = |found: &Located<i32>| f64::from(found.value) / 10_000.0;
        let (y, x) = (degrees(lat), degrees(lon));
        let within = |y: f64, x: f64| is_within(code, (y, x), 0.0) == Some(true);
        if is_within(code, (y, x), NEAR) != Some(false) {
            return;
        }
        let (lat_text, lon_text) = (self.written(lat), self.written(lon));
        let (slip, lat_meant, lon_meant) = if within(x, y) {
            ("with `lat` and `lon` exchanged", lon_text, lat_text)
        } else if within(y, -x) {
            ("on the other side of the meridian of Greenwich", lat_text, turned(&lon_text))
        } else if within(-y, x) {
            ("on the other side of the equator", turned(&lat_text), lon_text)
        } else {
            return;
        };
        let message = text!["this place is far from ", name, "; ", slip, " it would lie there"];
        let help = text![
            "did you mean `lat = ",
            quoted(&lat_meant),
            "` and `lon = ",
            quoted(&lon_meant),
            "`?"
        ];
        self.report_with(Code::W253, lat.span.range(), message, Some(help));
    }

    fn written(&self, degrees: &Located<i32>) -> String {
        let written = self.raw.get(degrees.span.range()).map(str::trim);
        let written = written.filter(|text| !text.is_empty());
        let value = || (f64::from(degrees.value) / 10_000.0).to_string();
        written.map_or_else(value, str::to_owned)
    }
}

/// A number with the other sign.
fn turned(number: &str) -> String {
    number
        .strip_prefix('-')
        .map_or_else(|| format!("-{}", number.strip_prefix('+').unwrap_or(number)), str::to_owned)
}
