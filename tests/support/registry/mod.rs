//! A registry of made-up threat actors, queries for it, and a peer to ask the same.

pub(crate) mod brief;
pub(crate) mod names;
mod parts;
pub(crate) mod peer;
pub(crate) mod queries;

pub(crate) use super::random;
