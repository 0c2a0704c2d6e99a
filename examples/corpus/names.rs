//! What names and titles are made of.

use super::Random;

pub(crate) const PLACES: &[(&str, &str, &str, &str)] = &[
    ("tirana", "Tirana", "sq", "Tiranë"),
    ("jerusalem", "Jerusalem", "he", "ירושלים"),
    ("tehran", "Tehran", "fa", "تهران"),
    ("kyiv", "Kyiv", "uk", "Київ"),
    ("athens", "Athens", "el", "Αθήνα"),
    ("tbilisi", "Tbilisi", "ka", "თბილისი"),
    ("yerevan", "Yerevan", "hy", "Երևան"),
    ("tokyo", "Tokyo", "ja", "東京"),
    ("amman", "Amman", "ar", "عمّان"),
    ("pristina", "Prishtina", "sq", "Prishtinë"),
];

pub(crate) const TECHNIQUES: &str = "schema = 1\n\n[technique.T1190]\nname = \"Exploit Public-Facing Application\"\n\n[technique.T1486]\nname = \"Data Encrypted for Impact\"\n";

pub(crate) const PUBLISHERS: &[(&str, &str, &str, &str)] = &[
    ("northern-wire", "Northern Wire", "wire", "A"),
    ("harbour-post", "The Harbour Post", "media", "B"),
    ("cyber-office", "National Cyber Office", "government", "B"),
    ("blue-vendor", "Blue Ridge Security", "vendor", "B"),
    ("lumi-tv", "Lumi TV", "media", "C"),
    ("open-watch", "Open Watch", "ngo", "C"),
];

pub(crate) const GIVEN: &[&str] = &[
    "Arben",
    "Besnik",
    "Dritan",
    "Elira",
    "Yosef",
    "Noam",
    "Tamar",
    "Shira",
    "Reza",
    "Farhad",
    "Leila",
    "Nasrin",
    "Omar",
    "Khalid",
    "Samir",
    "Oleksandr",
    "Mykola",
    "Iryna",
    "Giorgi",
    "Nino",
    "Aram",
    "Ani",
    "Nikos",
    "Eleni",
    "Hans",
    "Ingrid",
    "Jean",
    "Chloé",
    "José",
    "Łukasz",
];
pub(crate) const STEMS: &[&str] = &[
    "xha", "ber", "kel", "mor", "dra", "sha", "lev", "gol", "ash", "kha", "nav", "rah", "tal",
    "sem", "vak", "zar", "bog", "pet", "chu", "mel", "gju", "hox", "pri", "lik", "fer", "tor",
];
pub(crate) const ENDS: &[&str] = &[
    "ani", "aj", "man", "berg", "son", "adeh", "zadeh", "pour", "enko", "vili", "yan", "idis",
    "iç", "ëll", "ov", "stein", "ari", "ous", "ević", "sen", "aku", "ami",
];
pub(crate) const ADJECTIVES: &[&str] = &[
    "Silver", "Iron", "Hidden", "Eastern", "Coastal", "Scarlet", "Quiet", "Broken", "Northern",
    "Amber", "Distant", "Bitter", "Pale", "Rapid", "Hollow", "Golden",
];
pub(crate) const ANIMALS: &[&str] = &[
    "Heron",
    "Jackal",
    "Viper",
    "Lynx",
    "Falcon",
    "Badger",
    "Marten",
    "Cormorant",
    "Hornet",
    "Ibex",
    "Kestrel",
    "Otter",
    "Raven",
    "Stork",
    "Wolf",
    "Orchid",
];
pub(crate) const BODIES: &[&str] = &[
    "Ministry of Transport",
    "Agency for Digital Services",
    "Institute of Statistics",
    "Central Election Commission",
    "Port Authority",
    "Energy Regulator",
    "Border Police Directorate",
    "Academy of Sciences",
    "Health Insurance Fund",
    "Civil Aviation Authority",
];
pub(crate) const VERBS: &[&str] = &[
    "attacks",
    "denies",
    "accuses",
    "meets",
    "warns",
    "sanctions",
    "shuts down",
    "restores",
    "investigates",
    "condemns",
    "publishes files of",
    "signs an agreement with",
    "expels envoys of",
    "offers help to",
    "withdraws from",
];
pub(crate) const OBJECTS: &[&str] = &[
    "the payment network",
    "border control",
    "the water supply",
    "the election register",
    "a news agency",
    "mail servers",
    "the gas pipeline",
    "court archives",
    "the port",
    "hospitals",
    "satellite links",
    "the tax office",
    "railway signals",
    "a university",
    "the parliament",
];
pub(crate) const SYLLABLES: &[&str] = &[
    "ba", "co", "de", "fi", "gra", "hu", "in", "ju", "ka", "lo", "me", "no", "or", "pa", "qui",
    "re", "si", "tu", "un", "ve", "wi", "xa", "yo", "zu", "ter", "mon", "tion", "al", "ic", "ment",
];
pub(crate) const TAGS: &[&str] = &[
    "intrusion",
    "hack-and-leak",
    "destructive",
    "diplomacy",
    "sanctions",
    "border",
    "energy",
    "aftermath",
    "allies",
    "press",
];
pub(crate) const TYPES: &[&str] = &[
    "cyber",
    "diplomatic",
    "legal",
    "military",
    "protest",
    "statement",
    "publication",
    "disaster",
];

/// A name as an id.
pub(crate) fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let letters = lower.chars().filter_map(|letter| match letter {
        'a'..='z' | '0'..='9' => Some(letter),
        'é' | 'ë' => Some('e'),
        'ç' | 'ć' => Some('c'),
        'ł' => Some('l'),
        ' ' | '-' => Some('-'),
        _ => None,
    });
    letters.collect()
}

/// What stands for each Latin letter from a to z; `-` is nothing.
const CYRILLIC: &str = "а б к д е ф г х и й к л м н о п к р с т у в в кс ы з";
const HEBREW: &str = "א ב ק ד - פ ג ה י י ק ל מ נ ו פ ק ר ס ט ו ב ו קס י ז";
const PERSIAN: &str = "ا ب ک د - ف گ ه ی ج ک ل م ن و پ ق ر س ت و و و کس ی ز";

/// A name in another script, letter by letter.
pub(crate) fn in_script(name: &str, script: &str) -> String {
    let table = match script {
        "ru" => CYRILLIC,
        "he" => HEBREW,
        _ => PERSIAN,
    };
    let of = |letter: char| {
        let at = u32::from(letter).checked_sub(u32::from('a')).unwrap_or(u32::MAX) as usize;
        table.split(' ').nth(at).filter(|own| *own != "-").unwrap_or_default()
    };
    let words = name.split(' ').map(|word| plain(word).chars().map(of).collect::<String>());
    words.collect::<Vec<_>>().join(" ")
}

/// Another romanisation of a name, by rules that newsrooms differ in.
pub(crate) fn romanised(name: &str, random: &mut Random) -> String {
    const RULES: &[(&str, &str)] = &[
        ("kh", "ch"),
        ("sh", "sch"),
        ("ch", "tch"),
        ("v", "w"),
        ("y", "i"),
        ("ou", "u"),
        ("u", "ou"),
        ("zadeh", "zade"),
        ("k", "q"),
        ("z", "s"),
        ("ani", "aani"),
        ("ei", "ey"),
        ("ll", "l"),
        ("i", "ee"),
        ("yan", "ian"),
        ("enko", "yenko"),
        ("aj", "ai"),
        ("xh", "dzh"),
        ("m", "mm"),
    ];
    let start = random.below(RULES.len());
    let rules = RULES.iter().cycle().skip(start).take(RULES.len());
    let mut others = rules.filter_map(|(from, to)| {
        // Never the first letter: it stands in capitals.
        let (at, _) = name.match_indices(from).find(|(at, _)| *at > 0)?;
        let (before, rest) = name.split_at_checked(at)?;
        Some(format!("{before}{to}{}", rest.strip_prefix(from)?))
    });
    others.next().unwrap_or_else(|| name.to_owned())
}

/// A made-up person: given name and family name.
pub(crate) fn person(random: &mut Random) -> String {
    let stem = random.one(STEMS);
    let second = if random.chance(50) { random.one(STEMS) } else { "" };
    let family = format!("{stem}{second}{}", random.one(ENDS));
    let mut letters = family.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{} {first}{}", random.one(GIVEN), letters.as_str())
}
