//! Archived copies of sources beside a brief (E150).

use super::{open, pack::Packs};
use crate::brief::Source;
use crate::diag::{Code, Diagnostic};
use crate::library::seal::hexadecimal;
use crate::text;
use crate::text::{DisplayText, clean_written};
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::{Component, Path};

/// Bytes of an archived copy that are read at most; a scanned report has some tens of megabytes.
const LARGEST: u64 = 256 << 20;

/// Whether a source's archived copy stays in the brief's folder, is there and has its hash.
pub(super) fn check(root: &Path, source: &Source, packs: &Packs) -> Option<Diagnostic> {
    let file = source.file.as_ref()?;
    let path = Path::new(&file.value);
    let stays =
        path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let found = |message: DisplayText| Diagnostic::new(Code::E150, file.span.clone(), message);
    let outside = text!["`", clean_written(&file.value, |_| {}), "` leaves the brief's folder"];
    let help = "keep archived copies beside the brief: `file = \"files/statement.pdf\"`";
    if !stays {
        return Some(found(outside).help(help));
    }
    let path = root.join(path);
    if packs.holds(&path) {
        let Some(hash) = packs.hash(&path) else {
            return Some(found("archived copy: it is not in this file".into()));
        };
        return changed(source, hash);
    }
    let real = match open::resolve(root, &path) {
        Ok(real) => real,
        Err(open::OpenError::Outside) => return Some(found(outside).help(help)),
        Err(error) => return Some(found(text!["archived copy: ", error.words()])),
    };
    let hash = match hash(&real) {
        Ok(hash) => hash,
        Err(error) => return Some(found(text!["archived copy: ", error.words()])),
    };
    changed(source, &hash)
}

/// That a copy is another one than the one that was archived.
fn changed(source: &Source, hash: &str) -> Option<Diagnostic> {
    let said = source.sha256.as_ref()?;
    if said.value.eq_ignore_ascii_case(hash) {
        return None;
    }
    let message = text![
        "archived copy changed: sha256 is ",
        clean_written(hash, |_| {}),
        ", the brief says ",
        clean_written(&said.value, |_| {})
    ];
    let changed = Diagnostic::new(Code::E150, said.span.clone(), message);
    Some(changed.help("look what changed, then write the new hash"))
}

fn hash(path: &Path) -> Result<String, open::OpenError> {
    let (file, _) = open::regular(path)?;
    let mut file = file.take(LARGEST + 1);
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 64 << 10];
    let mut total = 0;
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        total += u64::try_from(count).unwrap_or(u64::MAX);
        // A reader never says more than it was given room for.
        digest.update(buffer.get(..count).unwrap_or_default());
    }
    if total > LARGEST {
        return Err(open::OpenError::TooBig(LARGEST));
    }
    Ok(hexadecimal(&digest.finalize()))
}
