//! Why a record was found: where the words stand, what to mark, how strictly was looked.

pub(in crate::search) mod locate;
pub(in crate::search) mod note;
pub(in crate::search) mod quote;
pub(in crate::search) mod read;
pub(in crate::search) mod reason;
pub(in crate::search) mod scope;
