//! Places as JSON.

use super::linked;
use super::shared::{Native, Use, native, text, texts};
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
    #[serde(flatten)]
    use_of: Use,
    events: Vec<String>,
}

impl Place {
    pub(super) fn new(library: &Library, id: ItemId, place: &PlaceRecord) -> Self {
        let PlaceRecord {
            id: _,   // with every item's
            name: _, // the same
            country,
            aliases,
            names,
            lat: _, // only both say where it is
            lon: _, // the same
            deprecated,
            replaced_by: _, // resolved, below
            span: _,
            is_damaged: _,
        } = place;
        let position = place.position();
        let country = country.as_ref().map(|country| &country.value);
        let degrees = |ten_thousandths: i32| f64::from(ten_thousandths) / 10_000.0;
        Self {
            country: text(country),
            country_name: country.and_then(|country| country_name(country.as_str())),
            aliases: texts(aliases),
            names: native(names),
            lat: position.map(|(latitude, _)| degrees(latitude)),
            lon: position.map(|(_, longitude)| degrees(longitude)),
            use_of: Use::new(library, id, deprecated.as_deref()),
            events: linked(library, id, Kind::Event),
        }
    }
}
