//! Places as JSON.

use super::linked;
use super::shared::{Native, native, text, texts};
use crate::library::{ItemId, Kind, Library, PlaceRecord, country_name};
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Place {
    country: Option<String>,
    country_name: Option<&'static str>,
    aliases: Vec<String>,
    names: Vec<Native>,
    /// Degrees of WGS 84.
    lat: Option<f64>,
    lon: Option<f64>,
    events: Vec<String>,
}

impl Place {
    pub(super) fn new(library: &Library, id: ItemId, place: &PlaceRecord) -> Self {
        let country = place.country.as_ref().map(|country| &country.value);
        let degrees = |ten_thousandths: i32| f64::from(ten_thousandths) / 10_000.0;
        Self {
            country: text(country),
            country_name: country.and_then(|country| country_name(country.as_str())),
            aliases: texts(&place.aliases),
            names: native(&place.names),
            lat: place.position().map(|(latitude, _)| degrees(latitude)),
            lon: place.position().map(|(_, longitude)| degrees(longitude)),
            events: linked(library, id, Kind::Event),
        }
    }
}
