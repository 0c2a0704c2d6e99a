//! What was meant by a word that is in none of the lists.

use super::{EventLinkWord, LinkWord, RoleWord};
use crate::brief::Word;
use crate::brief::others;
use crate::diag::Code;
use crate::text::nearest;

/// A list of words that an author may add to.
pub trait OpenWord: Word {
    /// What a word of the list is called.
    const NOUN: &'static str;
    /// The finding about another word.
    const CODE: Code;
    /// Ends of the words whose bearer acts; what ends in `ed` or `ee` is acted upon.
    const ACTING: &'static [&'static str];
    /// Other words that people write for one of the list.
    const OTHERS: &'static [(&'static str, &'static str)];
    /// Words of the list that say another one the other way round.
    const REVERSED: &'static [(&'static str, &'static str)] = &[];
    /// How one is written that was the wrong way round.
    const AT_OTHER_END: &'static str = "";
}

/// What another word was meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::brief) enum Meant {
    /// This one.
    Word(&'static str),
    /// This one with its two sides exchanged: `owned-by`.
    Reversed(&'static str),
}

impl OpenWord for RoleWord {
    const NOUN: &'static str = "role";
    const CODE: Code = Code::W250;
    const ACTING: &'static [&'static str] = &["er", "or", "ing", "ant", "ent"];
    const OTHERS: &'static [(&'static str, &'static str)] = &[
        ("accuses", "accuser"),
        ("accusing", "accuser"),
        ("actor", "participant"),
        ("adversary", "attacker"),
        ("arrested", "detainee"),
        ("attacked", "target"),
        ("attendee", "participant"),
        ("attributed", "accused"),
        ("company", "affiliation"),
        ("defendant", "accused"),
        ("employer", "affiliation"),
        ("hacker", "attacker"),
        ("hosted", "guest"),
        ("injured", "victim"),
        ("institution", "affiliation"),
        ("intruder", "attacker"),
        ("killed", "victim"),
        ("malware", "tool"),
        ("perpetrator", "attacker"),
        ("receiver", "addressee"),
        ("recipient", "addressee"),
        ("spokesman", "spokesperson"),
        ("spokeswoman", "spokesperson"),
        ("supports", "supporter"),
        ("suspected", "suspect"),
        ("targeted", "target"),
        ("threat-actor", "attacker"),
        ("topic", "subject"),
        ("visitor", "guest"),
        ("writer", "author"),
    ];
}

impl OpenWord for LinkWord {
    const NOUN: &'static str = "relation";
    const CODE: Code = Code::W251;
    const ACTING: &'static [&'static str] = &["s", "ing"];
    const OTHERS: &'static [(&'static str, &'static str)] = &[
        ("ally-of", "allied-with"),
        ("associated-with", "linked-to"),
        ("belongs-to", "part-of"),
        ("employed-by", "works-for"),
        ("finances", "funds"),
        ("head-of", "heads"),
        ("leads", "heads"),
        ("located-at", "based-at"),
        ("located-in", "based-at"),
        ("member-of", "part-of"),
        ("operator-of", "operates"),
        ("overlaps", "overlaps-with"),
        ("owner-of", "owns"),
        ("related-to", "linked-to"),
        ("spokesperson-of", "speaks-for"),
        ("unit-of", "part-of"),
    ];
    const REVERSED: &'static [(&'static str, &'static str)] = &[
        ("attacked-by", "targets"),
        ("claims", "claimed-by"),
        ("contains", "part-of"),
        ("employs", "works-for"),
        ("financed-by", "funds"),
        ("fronted-by", "front-for"),
        ("has-member", "part-of"),
        ("has-part", "part-of"),
        ("led-by", "heads"),
        ("parent-of", "part-of"),
        ("predecessor-of", "successor-of"),
        ("run-by", "operates"),
        ("seat-of", "based-at"),
    ];
    const AT_OTHER_END: &'static str = ", with `from` and `to` exchanged";
}

impl OpenWord for EventLinkWord {
    const NOUN: &'static str = "relation of events";
    const CODE: Code = Code::W258;
    const ACTING: &'static [&'static str] = &["s", "ing"];
    const OTHERS: &'static [(&'static str, &'static str)] = &[
        ("because-of", "caused-by"),
        ("belongs-to", "part-of"),
        ("delayed-to", "postponed-to"),
        ("due-to", "caused-by"),
        ("moved-to", "postponed-to"),
        ("put-off-to", "postponed-to"),
        ("replied-to-by", "answered-by"),
        ("replies-to", "answers"),
        ("reply-to", "answers"),
        ("rescheduled-to", "postponed-to"),
        ("responds-to", "answers"),
        ("response-to", "answers"),
        ("result-of", "caused-by"),
        ("results-from", "caused-by"),
        ("see-also", "related-to"),
    ];
    const REVERSED: &'static [(&'static str, &'static str)] = &[
        ("announced-by", "announces"),
        ("caused", "caused-by"),
        ("causes", "caused-by"),
        ("continued-by", "continues"),
        ("ended-by", "ends"),
        ("has-part", "part-of"),
        ("includes", "part-of"),
        ("investigated-by", "investigates"),
        ("leads-to", "caused-by"),
        ("led-to", "caused-by"),
        ("postponed-from", "postponed-to"),
        ("prepared-by", "prepares"),
        ("repeated-by", "repeats"),
    ];
    const AT_OTHER_END: &'static str = " in the other event";
}

/// What another word than those of a list was meant to be.
pub(in crate::brief) fn meant<W: OpenWord>(word: &str) -> Option<Meant> {
    let level = others::level(word);
    if let Some(word) = others::meant(W::OTHERS, &level) {
        return Some(Meant::Word(word));
    }
    let reversed = others::meant(W::REVERSED, &level).or_else(|| passive_of::<W>(&level));
    if let Some(word) = reversed {
        return Some(Meant::Reversed(word));
    }
    let near = nearest(&level, W::ENTRIES.iter().map(|(word, _)| *word))?;
    // Authors may have words of their own, so only a slip of the pen is taken for another: `defender` is no
    // `denier`, and `Opfer` no `owner`.
    let slips = if level.chars().count() < 6 { 1 } else { 2 };
    let is_slip = strsim::osa_distance(&level, near) <= slips
        || level.strip_prefix(near).or_else(|| near.strip_prefix(level.as_str())).is_some();
    let written = side::<W>(&level);
    (is_slip && (written.is_none() || written == side::<W>(near))).then_some(Meant::Word(near))
}

/// The word of a list that `controlled-by` says from the other side.
fn passive_of<W: OpenWord>(level: &str) -> Option<&'static str> {
    let participle = level.strip_suffix("-by")?.strip_suffix("ed")?;
    let mut letters = participle.chars().rev();
    let is_doubled = letters.next().zip(letters.next()).is_some_and(|(last, one)| last == one);
    let short = participle.get(..participle.len() - usize::from(is_doubled))?;
    let is_verb = |word: &str| {
        let verb = word.strip_suffix('s').filter(|_| !word.contains('-'));
        let verb = verb.map(|verb| verb.trim_end_matches('e'));
        verb.is_some_and(|verb| verb == participle || verb == short)
    };
    W::ENTRIES.iter().map(|(word, _)| *word).find(|word| is_verb(word))
}

/// Which side of an act a word is on. `attacked` is one letter from `attacker`, and its opposite.
fn side<W: OpenWord>(word: &str) -> Option<Side> {
    // A text always has a first part.
    let verb = word.split('-').next().unwrap_or_default();
    let verb = if W::ACTING.contains(&"s") { verb } else { verb.trim_end_matches('s') };
    if ["ed", "ee"].iter().any(|end| verb.ends_with(end)) {
        return Some(Side::ActedUpon);
    }
    W::ACTING.iter().any(|end| verb.ends_with(end)).then_some(Side::Acting)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Acting,
    ActedUpon,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn others_are_meant_for_words_of_the_list<W: OpenWord>() {
        assert!(W::OTHERS.is_sorted() && W::REVERSED.is_sorted());
        for (other, word) in W::OTHERS.iter().chain(W::REVERSED) {
            assert!(W::read(other).is_none(), "{other} is in the list itself");
            assert!(W::read(word).is_some(), "{word}");
        }
    }

    #[test]
    fn every_other_word_leads_to_one_of_its_list() {
        others_are_meant_for_words_of_the_list::<RoleWord>();
        others_are_meant_for_words_of_the_list::<LinkWord>();
        others_are_meant_for_words_of_the_list::<EventLinkWord>();
    }

    #[test]
    fn slips_and_other_words_are_understood_and_strangers_are_not() {
        for (word, wanted) in [
            ("victm", Some("victim")),
            ("Target", Some("target")),
            ("organizer", Some("organiser")),
            ("threat_actor", Some("attacker")),
            ("victims", Some("victim")),
            ("accuses", Some("accuser")),
            ("supports", Some("supporter")),
            ("bystander", None),
            ("defender", None),
            ("Opfer", None),
        ] {
            assert_eq!(meant::<RoleWord>(word), wanted.map(Meant::Word), "{word}");
        }
        for (word, wanted) in [
            ("atributed-to", Some("attributed-to")),
            ("attributed to", Some("attributed-to")),
            ("operator-of", Some("operates")),
            ("use", Some("uses")),
            ("married-to", None),
        ] {
            assert_eq!(meant::<LinkWord>(word), wanted.map(Meant::Word), "{word}");
        }
        for (word, other) in [
            ("parent-of", "part-of"),
            ("owned-by", "owns"),
            ("controlled-by", "controls"),
            ("supported by", "supports"),
            ("used-by", "uses"),
            ("supplied-by", "supplies"),
            ("attacked-by", "targets"),
        ] {
            assert_eq!(meant::<LinkWord>(word), Some(Meant::Reversed(other)), "{word}");
        }
    }

    #[test]
    fn nobody_is_told_to_write_the_other_side_of_an_act() {
        for word in ["owned", "claimed", "supportee", "accuseds", "targeter"] {
            let found = meant::<RoleWord>(word);
            let is_other = |found| match found {
                Meant::Word(found) => side::<RoleWord>(found) != side::<RoleWord>(word),
                Meant::Reversed(_) => true,
            };
            assert!(!found.is_some_and(is_other), "{word}");
        }
        assert_eq!(meant::<RoleWord>("attacked"), Some(Meant::Word("target")));
        for word in ["attributes-to", "targeted", "accused", "funded"] {
            assert_eq!(meant::<LinkWord>(word), None, "{word}");
        }
    }
}
