//! Names by their sound, and names written in one script only.

use super::{Shelf, shelf};
use crate::library::Kind;
use std::sync::LazyLock;

const NAMES: &[(Kind, &str, &str, &[&str])] = &[
    (Kind::Actor, "cuci", "Bledi Çuçi", &[]),
    (Kind::Actor, "martinovic", "Đorđe Martinović", &[]),
    (Kind::Actor, "gaddafi", "Muammar Gaddafi", &[]),
    (Kind::Actor, "herzog", "Isaac Herzog", &[]),
    (Kind::Actor, "xhacka", "Olta Xhaçka", &[]),
    (Kind::Actor, "machkevitch", "Alexander Machkevitch", &[]),
    (Kind::Actor, "stalin", "Ioseb Dzhugashvili", &[]),
    (Kind::Actor, "yeltsin", "Boris Yeltsin", &[]),
    (Kind::Actor, "tchaikovsky", "Pyotr Tchaikovsky", &[]),
    (Kind::Actor, "mtavroba", "მთავრობა", &[]),
    (Kind::Place, "tbilisi", "Capital", &["native: თბილისი"]),
    (Kind::Place, "smolensk", "Смоленск", &[]),
    (Kind::Place, "kalamata", "Καλαμάτα", &[]),
    (Kind::Place, "vanadzor", "Վանաձոր", &[]),
    (Kind::Place, "ashdod", "אשדוד", &[]),
    (Kind::Place, "kermanshah", "کرمانشاه", &[]),
    (Kind::Actor, "nazarbayev", "Нұрсұлтан", &[]),
    (Kind::Actor, "rama", "רמה", &[]),
    (Kind::Event, "talks", "They meet", &["linked: თბილისი"]),
];

static NAMED: LazyLock<Shelf> = LazyLock::new(|| shelf(NAMES));

fn ids(query: &str) -> Vec<&'static str> {
    let answer = NAMED.search(query, 50);
    answer.ranked.iter().map(|ranked| NAMES[ranked.record as usize].1).collect()
}

#[test]
fn a_name_is_found_by_its_sound() {
    for (query, id) in [
        ("chuchi", "cuci"),
        ("djordje", "martinovic"),
        ("dorde", "martinovic"),
        ("Ђорђе", "martinovic"),
        ("khadafy", "gaddafi"),
        ("qadhafi", "gaddafi"),
        ("kadafi", "gaddafi"),
        ("القذافي", "gaddafi"),
        ("hertzog", "herzog"),
        ("zhatchka", "xhacka"),
        ("mashkovich", "machkevitch"),
        ("dzugashvili", "stalin"),
        ("jelzin", "yeltsin"),
        ("tschaikowsky", "tchaikovsky"),
        ("Чайковский", "tchaikovsky"),
    ] {
        assert_eq!(ids(query).first(), Some(&id), "{query}");
    }
}

#[test]
fn a_name_of_one_script_is_found_from_every_other() {
    for (query, id) in [
        ("tbilisi", "tbilisi"),
        ("tbil", "tbilisi"),
        ("тбилиси", "tbilisi"),
        ("mtavroba", "mtavroba"),
        ("smolensk", "smolensk"),
        ("სმოლენსკ", "smolensk"),
        ("kalamata", "kalamata"),
        ("vanadzor", "vanadzor"),
        ("ванадзор", "vanadzor"),
        ("ashdod", "ashdod"),
        ("kermanshah", "kermanshah"),
        ("керманшах", "kermanshah"),
        ("nursultan", "nazarbayev"),
        ("rama", "rama"),
    ] {
        assert_eq!(ids(query).first(), Some(&id), "{query}");
    }
    // Letter by letter it is the name itself.
    let answer = NAMED.search("tbilisi", 5);
    assert_eq!((answer.note, answer.total), (None, 2), "and who only names it");
}

#[test]
fn what_sounds_otherwise_is_another_name() {
    for query in [
        "stuxnet",
        "qwerty",
        "solarwinds",
        "rutte",
        "gantz",
        "berisha",
        "thames",
        "tems",
        "isis",
        "yemen",
        "natanz",
        "conti",
        "peres",
        "orban",
        "ramsan",
        "attache",
        "remi",
        "cocoa",
        "gadget",
        "yalta",
        "tablets",
    ] {
        assert!(ids(query).is_empty(), "{query} {:?}", ids(query));
    }
}
