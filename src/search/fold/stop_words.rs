//! Words that say little: those that stand everywhere, and those with which people fill a question.

use std::sync::LazyLock;

/// Words that everybody types and nobody looks for, folded: of English, and the little words of other scripts,
/// in which nothing else stands beside a name. Those of other languages in Latin letters are too often words
/// of names: die, la, per.
const STOP_WORDS: &[&str] = &[
    "a",
    "about",
    "am",
    "an",
    "and",
    "any",
    "are",
    "arent",
    "at",
    "be",
    "been",
    "being",
    "by",
    "can",
    "cant",
    "could",
    "couldnt",
    "did",
    "didnt",
    "do",
    "does",
    "doesnt",
    "dont",
    "for",
    "from",
    "get",
    "gets",
    "getting",
    "got",
    "had",
    "hadnt",
    "happen",
    "happened",
    "happening",
    "happens",
    "has",
    "hasnt",
    "have",
    "havent",
    "he",
    "her",
    "him",
    "his",
    "how",
    "i",
    "if",
    "in",
    "is",
    "isnt",
    "it",
    "its",
    "many",
    "me",
    "much",
    "my",
    "of",
    "on",
    "or",
    "our",
    "please",
    "really",
    "shall",
    "she",
    "should",
    "so",
    "some",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "was",
    "wasnt",
    "we",
    "went",
    "were",
    "werent",
    "what",
    "whats",
    "when",
    "where",
    "wheres",
    "which",
    "who",
    "whom",
    "whos",
    "whose",
    "why",
    "will",
    "with",
    "wont",
    "would",
    "wouldnt",
    "you",
    "your",
    "απο",
    "για",
    "η",
    "και",
    "με",
    "ο",
    "οι",
    "σε",
    "στη",
    "στην",
    "στισ",
    "στο",
    "στον",
    "τα",
    "τη",
    "την",
    "τησ",
    "τισ",
    "το",
    "τον",
    "του",
    "τουσ",
    "των",
    "в",
    "для",
    "до",
    "за",
    "и",
    "из",
    "к",
    "как",
    "на",
    "о",
    "об",
    "от",
    "по",
    "при",
    "с",
    "у",
    "что",
    "את",
    "כי",
    "מנ",
    "על",
    "עמ",
    "של",
    "از",
    "التی",
    "الذی",
    "الی",
    "ان",
    "این",
    "با",
    "برای",
    "به",
    "در",
    "را",
    "عن",
    "فی",
    "مع",
    "من",
    "و",
    "که",
];

/// Words with which people put a question and of which an answer need not hold one: they say which of
/// two answers is better, never that there is none.
const LIGHT_WORDS: &str = "\
    able account actually afterwards again ago all allegedly almost along already also \
    always amount another anybody anyone anything anyway anywhere apart around aside ask \
    asked away back bad based became because become before began begin best better between \
    big bit both briefly bring brought but came carried carry case cause caused certain \
    certainly clearly come comes coming consequence consequences currently day days deal \
    detail details different directly doing done down due during each early either else end \
    ended ends enough especially even ever every everybody everyone everything everywhere \
    exactly fact far few find folks found full fully further gave generally give given gives \
    giving go goes going gone good great guys handle heard held here herself himself hold \
    hours idea immediately important instead into involved itself just keep kept kind know \
    known knows large last lately later latest least leave led left less let like likely \
    little long longer look looked looking lot made main mainly make makes making matter \
    mean means meant men might minutes month months more moreover most mostly moved must \
    myself name named near nearly need needed never newest next no nobody none normally not \
    nothing now nowhere number numbers obviously occur occurred off often old once one ones \
    only other others otherwise out over overall own part particular particularly people \
    perhaps person persons place possible possibly present previously probably problem \
    properly put quickly quite rather react reacted reaction reason recent recently related \
    respond responded right said same say saying says see seem seemed seems seen sense \
    several short show showed shown shows simply since small somebody someone something \
    sometimes somewhere soon sort start started stated still such suddenly supposed sure \
    take taken takes taking talk talked tell thing things think thinks thought through thus \
    time today together told too took towards true truly turn turned twice type under until \
    up upon use used uses using usually various very via want wanted wants way ways week \
    weeks well whatever whenever wherever whether while whoever whole within without words \
    work worst worth year years yes yesterday yet";

/// The same one by one: they are asked for at each key.
static LIGHT: LazyLock<Vec<&str>> = LazyLock::new(|| LIGHT_WORDS.split(' ').collect());

/// Words that stand in many names and tell none from another.
const COMMON_IN_NAMES: &str = "\
    agency army association authority bank board bureau center centre command commission committee \
    company corps council court department directorate embassy family force forces foundation front \
    government group institute intelligence international ministry movement national network news \
    office organisation organization party police portal press republic security service services \
    society state states system systems team union united university";

/// The same one by one.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| COMMON_IN_NAMES.split(' ').collect());

/// Whether a folded word stands in many names.
pub(in crate::search) fn is_common_in_names(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

/// Whether a folded word counts for nothing.
pub(in crate::search) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// Whether a folded word need not stand in what is found.
pub(in crate::search) fn is_light_word(word: &str) -> bool {
    LIGHT.binary_search(&word).is_ok()
}

/// All words that say nothing or little.
pub(in crate::search) fn fillers() -> impl Iterator<Item = &'static str> {
    STOP_WORDS.iter().chain(LIGHT.iter()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lists_are_sorted_so_that_words_can_be_found_and_share_none() {
        assert!(STOP_WORDS.is_sorted() && LIGHT_WORDS.split(' ').is_sorted());
        assert!(COMMON_IN_NAMES.split(' ').is_sorted() && is_common_in_names("group"));
        assert!(is_stop_word("who") && is_stop_word("a") && is_stop_word("with"));
        for little in ["в Иране", "στην Αλβανία", "در آلبانی", "في ألبانيا", "על אלבניה"]
        {
            let words = crate::search::fold::words(little);
            assert!(is_stop_word(&words[0].folded) && !is_stop_word(&words[1].folded), "{little}");
        }
        assert!(!is_stop_word("علی"), "a name, though Arabic has a preposition that folds to it");
        assert!(is_light_word("exactly") && !is_light_word("rama"));
        assert!(!LIGHT_WORDS.split(' ').any(is_stop_word));
    }
}
