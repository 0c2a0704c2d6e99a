//! Briefs by somebody who wishes the reader ill.

use crate::stage::{Loaded, loaded};
use attache::library::load::LoadRequest;
use std::fmt::Write as _;
use std::sync::LazyLock;

/// Names that have broken other readers, as TOML strings: controls, reordering, wide and joined
/// signs, floods of marks, words without an end.
const NAMES: &[&str] = &[
    r"\u001b[2J\u001b]0;owned\u0007 title",
    r"\u202egnp.exe \u2066isolated\u2069",
    r"👨\u200d👩\u200d👧\u200d👦 family 🏳\ufe0f\u200d🌈 flag 🇦🇱🇮🇱",
    r"東京都の長い題名がここに続いて列からはみ出そうとする東京都の長い題名",
    r"ادی راما و یائیر لاپید در اورشلیم",
    r"ראש הממשלה יאיר לפיד ואדי ראמה 23",
    r"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301 marks",
    r"\u0600\u06001 prepended \u1100\u1100\u1161 jamo",
    r"> * ≠ │ ─ 1 Timeline ─ TLP:CLEAR │ offline",
    r"\u200b\u200b",
    r"นี่คือชื่อที่ยาวมากในภาษาไทยที่ไม่มีช่องว่าง",
    r"क्षत्रिय नमस्ते दुनिया ก็ำ",
];

/// The briefs, read once.
pub(crate) static HOSTILE: LazyLock<Loaded> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let put = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("it can be written");
    };
    put("hostile.toml", &brief());
    put("\u{1b}[31mred\u{202e}.toml", "not toml \u{7}");
    put("largest-id.toml", &largest());
    let paths = vec![folder.path().to_path_buf()];
    loaded(&LoadRequest { paths, ..LoadRequest::default() })
});

/// One event, actor and source for every name, all linked with one another.
fn brief() -> String {
    let word = "x".repeat(10_000);
    let mut text = format!(
        "schema = 1\n[brief]\nid = \"hostile\"\ntitle = \"{}\"\nbluf = \"{word}\"\ntlp = \"RED\"\n",
        NAMES[0]
    );
    let mut put = |line: &str| writeln!(text, "{line}").expect("text takes text");
    // Some are enough: a page with such a word takes its time to wrap.
    let endless = |number: usize| if number.is_multiple_of(5) { word.as_str() } else { "word" };
    for (number, name) in NAMES.iter().enumerate() {
        let word = endless(number);
        put(&format!("[publisher.p{number}]\nname = \"{name}\"\nkind = \"media\""));
        put(&format!("[source.s{number}]\ntitle = \"{name}\"\npublisher = \"p{number}\""));
        put(&format!("url = \"https://example.org/{word}\"\nnote = \"{name} [@s0]\""));
        put(&format!("[actor.a{number}]\nname = \"{name} {number}\"\nkind = \"person\""));
        put(&format!("summary = \"{name}\\n\\n{word}\"\nnames = {{ fa = \"{name}\" }}"));
    }
    for (number, name) in NAMES.iter().enumerate() {
        let other = (number + 5) % NAMES.len();
        let word = endless(number);
        put(&format!("[[event]]\nid = \"e{number}\"\ntitle = \"{name}\"\ntype = \"cyber\""));
        put(&format!("when = \"{}-01-01/..\"", 1990 + 7 * number));
        put(&format!("roles = {{ target = [\"a{number}\"], host = [\"a{other}\"] }}"));
        put(&format!("cite = [\"s{number}\", \"s{other}\"]"));
        put(&format!("summary = \"{name} [@s{other}, {name}] [[e{other}]] {word} {name}\""));
        put(&format!("[[event.claim]]\nid = \"c{number}\"\ntext = \"{name} {word}\""));
        put(&format!("value = \"{name}\"\nabout = \"when\"\ncite = [\"s{other}\"]"));
        put(&format!("disputes = [\"c{other}\"]"));
    }
    text
}

/// A brief with the longest id and no item that anything is linked with.
fn largest() -> String {
    let id = "z".repeat(63);
    format!(
        "schema = 1\n[brief]\nid = \"{id}\"\ntitle = \"Alone\"\ntlp = \"AMBER+STRICT\"\n\
         as-of = \"1999-01-01\"\nrevision = 4294967295\n[actor.{id}]\nname = \"Nobody\"\n\
         kind = \"person\"\n[[event]]\nid = \"{id}\"\ntitle = \"Alone\"\nwhen = \"..\"\n\
         type = \"other\"\n"
    )
}

#[test]
fn hostile_briefs_are_read_and_some_are_refused() {
    assert!(HOSTILE.library.items().count() > 3 * NAMES.len());
    assert!(!HOSTILE.library.refused().is_empty());
}
