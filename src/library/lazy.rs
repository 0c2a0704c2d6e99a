//! A part of a library that is unpacked when it is first asked for.

use super::packed::unpacked;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

/// A value, or what it was packed to: the first screen needs little of what the program holds.
#[derive(Clone, Default)]
pub(super) struct Lazy<T> {
    /// One that was made here.
    made: Option<T>,
    packed: &'static [u8],
    unpacked: OnceLock<T>,
}

impl<T> From<T> for Lazy<T> {
    fn from(value: T) -> Self {
        Self { made: Some(value), packed: &[], unpacked: OnceLock::new() }
    }
}

impl<T: Deserialize<'static> + Default> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // A test unpacks everything that the program holds.
        let unpack = || unpacked(self.packed).unwrap_or_default();
        self.made.as_ref().unwrap_or_else(|| self.unpacked.get_or_init(unpack))
    }
}

impl<T: Deserialize<'static> + Default> DerefMut for Lazy<T> {
    fn deref_mut(&mut self) -> &mut T {
        let Self { made, packed, unpacked: known } = self;
        // The same.
        let unpack = || known.take().or_else(|| unpacked(packed)).unwrap_or_default();
        made.get_or_insert_with(unpack)
    }
}

/// The same for what was read and for what was packed.
impl<T: Deserialize<'static> + Default + fmt::Debug> fmt::Debug for Lazy<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

/// As bytes of its own, so that it can be unpacked by itself.
impl<T: Deserialize<'static> + Default + Serialize> Serialize for Lazy<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let bytes = postcard::to_extend(&**self, Vec::new()).map_err(serde::ser::Error::custom)?;
        to.serialize_bytes(&bytes)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let packed = <&'static [u8]>::deserialize(from)?;
        Ok(Self { made: None, packed, unpacked: OnceLock::new() })
    }
}
