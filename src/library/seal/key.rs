//! Keys of curators, in the form of minisign.

use super::{Assurance, hexadecimal};
use crate::text::{DisplayText, clean_line};
use minisign_verify::{Error, PublicKey, Signature};
use sha2::{Digest, Sha256};

/// A key that the user took as a curator's.
#[derive(Clone, Debug)]
pub struct TrustedKey {
    /// The name that the user gave it.
    pub name: DisplayText,
    key: PublicKey,
    fingerprint: String,
}

/// A text that is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnusableKey;

impl TrustedKey {
    /// A key as `minisign -G` writes it, or its one line alone.
    ///
    /// # Errors
    /// It is no public key.
    pub fn read(name: &str, text: &str) -> Result<Self, UnusableKey> {
        let lines: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let [comment @ .., line] = lines.as_slice() else { return Err(UnusableKey) };
        let is_comment = |line: &&str| line.starts_with("untrusted comment:");
        if comment.len() > 1 || !comment.iter().all(is_comment) {
            return Err(UnusableKey);
        }
        let key = PublicKey::from_base64(line).or(Err(UnusableKey))?;
        let digest = Sha256::digest(line.as_bytes());
        let fingerprint = hexadecimal(digest.get(..16).unwrap_or(&digest));
        Ok(Self { name: clean_line(name, |_| {}), key, fingerprint })
    }

    /// What two people compare by voice: the first 128 bits of the SHA-256 of the key's line, in groups of
    /// four digits.
    #[must_use]
    pub fn fingerprint(&self) -> DisplayText {
        let digits: Vec<char> = self.fingerprint.chars().collect();
        let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
        clean_line(&groups.join(" "), |_| {})
    }
}

/// How a list stands, and the fingerprint of the key that it stands by.
pub(super) fn assurance(
    list: &[u8],
    signature: Option<&str>,
    keys: &[TrustedKey],
) -> (Assurance, Option<String>) {
    let Some(signature) = signature else { return (Assurance::Unsigned, None) };
    let Ok(signature) = Signature::decode(signature) else { return (Assurance::Forged, None) };
    let mut assurance = Assurance::UnknownKey;
    for key in keys {
        match key.key.verify(list, &signature, false) {
            Ok(()) => {
                let by = key.name.clone();
                return (Assurance::Signed { by }, Some(key.fingerprint.clone()));
            }
            Err(Error::UnexpectedKeyId) => {}
            // Another key may bear the same number, which anybody can choose.
            Err(_) => assurance = Assurance::Forged,
        }
    }
    (assurance, None)
}
