//! What a key is for, in one line.

use crate::brief::shape::{Key, Shape};
use crate::text;

/// What stands for the rest of a list or a sentence that a line has no room for.
const AND_SO_ON: &str = "…";
/// How many words stand for a list that there is no room for.
const SOME: usize = 3;

/// What a key is for, with the words that may stand behind it, in one line of so many columns; nothing where its
/// name says that.
pub(super) fn purpose(key: &Key, room: usize) -> Option<String> {
    let words = words_of(key.shape);
    if words.is_empty() {
        return (key.meaning != key.name).then(|| fitted(key.meaning, "", room));
    }
    // The words stand behind the meaning, also where it has them itself.
    let listed = [": ", &words.join(", ")].concat();
    let meaning = key.meaning.strip_suffix(&listed).unwrap_or(key.meaning);
    let list = |words: &[&str], end| [" (", &words.join(", "), end].concat();
    let whole = list(&words, ")");
    // Of a long list the first words show what kind of word is meant.
    let some = list(words.get(..SOME).unwrap_or(&words), ", …)");
    let fits = |list: &&str| text::columns(meaning) + text::columns(list) <= room;
    let otherwise = if words.len() <= SOME { whole.as_str() } else { "" };
    let list = [whole.as_str(), &some].into_iter().find(fits).unwrap_or(otherwise);
    Some(fitted(meaning, list, room))
}

/// A sentence and what stands behind it; of the sentence as much as there is room for.
fn fitted(sentence: &str, behind: &str, room: usize) -> String {
    let room = room.saturating_sub(text::columns(behind));
    let first = sentence.split_once("; ").map_or(sentence, |(first, _)| first);
    if let Some(part) = [sentence, first].into_iter().find(|part| text::columns(part) <= room) {
        return [part, behind].concat();
    }
    let mut part = String::new();
    for word in first.split(' ') {
        if text::columns(&part) + text::columns(word) + 2 > room {
            break;
        }
        part.extend([word, " "]);
    }
    [&part, AND_SO_ON, behind].concat()
}

/// The words that may stand behind a key; none where its meaning has them.
fn words_of(shape: Shape) -> Vec<&'static str> {
    let entries = if shape == Shape::Reliability { &[] } else { shape.entries() };
    entries.iter().map(|(word, _)| *word).collect()
}
