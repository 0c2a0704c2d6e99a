//! Known attacks on readers of text, and honest text that looks like them.

use attache::text::{Alteration, Change, DisplayText, clean, clean_line, clean_written};
use unicode_normalization::UnicodeNormalization;

fn cleaned(input: &str) -> DisplayText {
    clean(input, |_| {})
}

fn changes(input: &str) -> Vec<Alteration> {
    let mut found = Vec::new();
    clean(input, |alteration| found.push(alteration));
    found
}

#[test]
fn attacks_have_no_effect_and_are_seen() {
    for (attack, input, expected) in [
        ("CSI colour", "\u{1b}[31mred", "<U+001B>[31mred"),
        ("window title", "\u{1b}]0;owned\u{7}", "<U+001B>]0;owned<U+0007>"),
        ("clipboard, OSC 52", "\u{1b}]52;c;cm0=\u{1b}\\", "<U+001B>]52;c;cm0=<U+001B>\\"),
        ("hyperlink, OSC 8", "\u{1b}]8;;x\u{1b}\\y", "<U+001B>]8;;x<U+001B>\\y"),
        ("8-bit CSI", "\u{9b}2J", "<U+009B>2J"),
        ("8-bit OSC", "\u{9d}0;x\u{9c}", "<U+009D>0;x<U+009C>"),
        ("device query", "\u{5}\u{1b}[c", "<U+0005 x2>[c"),
        ("backspaces", "no\u{8}\u{8}yes", "no<U+0008 x2>yes"),
        ("overwriting", "real\rfake", "real<U+000D>fake"),
        ("return before a line end", "a\r\r\nb", "a<U+000D>\nb"),
        ("NUL and DEL", "a\0b\u{7f}c", "a<U+0000>b<U+007F>c"),
        ("override", "\u{202e}gnp.exe", "<U+202E>gnp.exe"),
        ("isolates", "a\u{2067}b\u{2069}c", "a<U+2067>b<U+2069>c"),
        ("marks of direction", "a\u{200e}b\u{200f}c\u{61c}d", "abcd"),
        ("zero-width space", "Al\u{200b}bania", "Al<U+200B>bania"),
        ("word joiner", "a\u{2060}\u{2060}b", "a<U+2060 x2>b"),
        ("non-joiner in Latin", "Ti\u{200c}rana", "Ti<U+200C>rana"),
        ("joiner behind a marker", "م\u{1b}\u{200d}م", "م<U+001B><U+200D>م"),
        ("joiner twice", "م\u{200d}\u{200d}م", "م\u{200d}<U+200D>م"),
        ("joiner after a virama twice", "क्\u{200d}\u{200d}ष", "क्\u{200d}<U+200D>ष"),
        ("joiner before a virama", "क\u{200d}्ष", "क<U+200D><U+094D>ष"),
        ("tags", "x\u{e0041}\u{e0042}\u{e0043}", "x<U+E0041 x3>"),
        ("grapheme joiner", "a\u{34f}\u{301}b", "a<U+034F><U+0301>b"),
        ("Hangul filler", "a\u{3164}\u{ffa0}b", "a<U+3164 x2>b"),
        ("braille blank", "a\u{2800}b", "a<U+2800>b"),
        ("family joined to one", "👨\u{200d}👩\u{200d}👧", "👨<U+200D>👩<U+200D>👧"),
        ("variation selectors", "a\u{fe0f}❤\u{fe0f}\u{e0100}", "a❤<U+E0100>"),
        ("private use", "\u{e0b0}\u{f8ff}x\u{10fffd}", "<U+E0B0 x2>x<U+10FFFD>"),
        ("noncharacters", "a\u{fdd0}\u{ffff}\u{1fffe}b", "a<U+FDD0 x3>b"),
        ("byte-order mark", "\u{feff}title", "title"),
        ("soft hyphen", "pass\u{ad}word", "password"),
        ("separators", "a\u{2028}b\u{2029}c", "a<U+2028>b<U+2029>c"),
        ("odd blanks", "a\u{a0}b\u{2003}\u{3000}c", "a b  c"),
        ("mark without a base", "\u{301}a", "<U+0301>a"),
        ("mark on the line above", "a\n\u{301}b", "a\n<U+0301>b"),
        ("prepended signs", "\u{600}\u{600}\u{600}1", "<U+0600 x3><U+0031>"),
        ("vowel without a letter", "a\u{1161}b", "a<U+1161>b"),
        ("interlinear note", "\u{fff9}a\u{fffa}b\u{fffb}", "<U+FFF9>a<U+FFFA>b<U+FFFB>"),
        ("musical control", "a\u{1d173}b", "a<U+1D173>b"),
        ("many runs", "\u{1b}\u{202e}\u{200b}", "<U+001B><U+202E><U+200B>"),
    ] {
        assert_eq!(cleaned(input).as_str(), expected, "{attack}");
        assert!(!changes(input).is_empty(), "{attack} is not reported");
    }
}

#[test]
fn floods_are_cut_and_counted() {
    let zalgo = format!("a{}b", "\u{301}".repeat(1000));
    let kept = "\u{301}".repeat(8);
    assert_eq!(cleaned(&zalgo).as_str(), format!("a{kept}<+992 marks>b"));
    let found = changes(&zalgo);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].change, found[0].count), (Change::TooManyMarks, 992));
    assert_eq!(found[0].range, 17..2001);

    let jamo = "\u{1100}".repeat(32_768);
    assert_eq!(cleaned(&jamo).as_str(), "<U+1100 x32768>");
    assert_eq!(changes(&jamo)[0].range, 0..jamo.len());

    let conjunct = "क्".repeat(5000);
    assert_eq!(changes(&conjunct)[0].change, Change::BadCluster);
    assert!(cleaned(&conjunct).as_str().starts_with("<U+0915><U+094D><U+0915>"));

    let tags: String = ('\u{e0020}'..='\u{e007e}').cycle().take(5000).collect();
    assert_eq!(cleaned(&format!("a{tags}b")).as_str(), "a<U+E0020 x5000>b");
}

#[test]
fn tabs_reach_the_next_stop() {
    for (input, expected) in [
        ("a\tb", "a   b"),
        ("abcd\tb", "abcd    b"),
        ("中\tb", "中  b"),
        ("e\u{301}\tb", "e\u{301}   b"),
        ("abc\n\tb", "abc\n    b"),
        ("\u{1}\tb", "<U+0001>    b"),
        ("\t\t", "        "),
    ] {
        assert_eq!(cleaned(input).as_str(), expected, "{input:?}");
    }
    assert_eq!(changes("a\tb\r\nc\n"), []);
    // What looks like a marker, and is shown longer than it is written, takes its columns too.
    for (input, expected) in [
        ("ab<U+202E>\tb", "ab<U+003C>U+202E>   b"),
        ("<+12 marks>\tb", "<U+003C>+12 marks>  b"),
        ("\u{1}<U+202E>\n\tb", "<U+0001><U+003C>U+202E>\n    b"),
    ] {
        assert_eq!(clean_written(input, |_| {}).as_str(), expected, "{input:?}");
    }
}

#[test]
fn what_was_changed_beside_an_imitated_marker_is_located() {
    let mut found = Vec::new();
    let shown = clean_written("<U+202E>\u{202e}\u{301}<\u{200b}", |change| found.push(change));
    assert_eq!(shown.as_str(), "<U+003C>U+202E><U+202E><U+0301><<U+200B>");
    let places: Vec<_> = found.into_iter().map(|change| (change.range, change.change)).collect();
    assert_eq!(
        places,
        [(8..11, Change::Marked), (11..13, Change::BadCluster), (14..17, Change::Marked)]
    );
}

#[test]
fn field_of_one_line_has_no_newline() {
    for (input, expected) in [
        ("one\ntwo", "one two"),
        ("one\r\n\r\n\ntwo\n", "one two "),
        ("a\n\u{301}b", "a <U+0301>b"),
        ("plain", "plain"),
    ] {
        assert_eq!(clean_line(input, |_| {}).as_str(), expected, "{input:?}");
    }
}

#[test]
fn only_genuine_markers_are_marked() {
    let genuine = cleaned("x\u{202e}y");
    let typed = cleaned("x<U+202E>y");
    assert_eq!(genuine.as_str(), typed.as_str());
    assert_eq!(genuine.markers().first(), Some(&(1..9)));
    assert_eq!(genuine.markers().len(), 1);
    assert_eq!(typed.markers().len(), 0);
}

#[test]
fn changes_are_told_apart_and_located() {
    let found = changes("a\u{a0}b\u{feff}\u{feff}c\u{202e}\u{202e}d");
    let told: Vec<_> =
        found.iter().map(|a| (a.change, a.range.clone(), a.character, a.count)).collect();
    assert_eq!(
        told,
        [
            (Change::Spaced, 1..3, '\u{a0}', 1),
            (Change::Dropped, 4..10, '\u{feff}', 2),
            (Change::Marked, 11..17, '\u{202e}', 2),
        ]
    );
    assert_eq!(told.iter().map(|t| t.0.is_hidden()).collect::<Vec<_>>(), [false, true, true]);

    let cluster = changes("x\u{feff}\u{600}\u{600}\u{feff}\u{600}1y");
    assert_eq!(cluster.len(), 3);
    assert_eq!((cluster[1].change, cluster[1].range.clone()), (Change::BadCluster, 4..14));
}

#[test]
fn honest_text_passes_byte_for_byte() {
    for line in [
        "وزارت اطلاعات ایران می\u{200c}گوید که این حمله را انجام نداده است.",
        "کتاب\u{200c}ها، نامه\u{200c}ای به ۱۲ نفر؛ ه\u{200d}.ش ۱۴۰۱",
        "خانه\u{200c}",
        "עִבְרִית עִם נִקּוּד: בְּרֵאשִׁית בָּרָא אֱלֹהִים",
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים",
        "بِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّحِيمِ",
        "Quốc gia Việt Nam: sự cố an ninh mạng nghiêm trọng",
        "Sulmi kibernetik ndaj Shqipërisë u zbulua më 15 korrik 2022, në orën 9:00; ç'ndodhi?",
        "Комитет по чрезвычайным ситуациям",
        "Ελληνικά ᾧ ᾳ",
        "हिंदी में, தமிழ்",
        "दिल्ली में राष्ट्रीय सुरक्षा परिषद, प्रधानमंत्री, कार्त्स्न्य",
        "দিল্লি, বাংলাদেশ, র্\u{200d}যাম",
        "ශ්\u{200d}රී ලංකා ප්\u{200d}රජාතාන්ත්\u{200d}රික",
        "ശ്രീലങ്ക തിരുവനന്തപുരം, ಶ್ರೀಲಂಕಾ, స్త్రీ, ဗမာ, ភាសាខ្មែរ",
        "ภาษาไทยนี้ทำ",
        "日本語のテキスト、中文，한국어",
        "“quoted” — dash… ≠ │ ▌ € ½ × ★ 🇦🇱 👍🏽",
        "literal <U+202E> and <+992 marks>",
    ] {
        let composed: String = line.nfc().collect();
        let decomposed: String = line.nfd().collect();
        for text in [line, &composed, &decomposed] {
            assert_eq!(cleaned(text).as_str(), text);
            assert_eq!(changes(text), []);
        }
    }
}
