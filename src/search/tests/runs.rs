//! Scripts that write words without blanks, and marks that carry a sound.

use super::{Shelf, explain, first, shelf};
use crate::library::Kind;
use crate::search::index::texts::Texts;
use std::sync::LazyLock;

const NAMES: &[(Kind, &str, &str, &[&str])] = &[
    (
        Kind::Actor,
        "exchange",
        "Exchange",
        &["native: 東京証券取引所", "native: 도쿄증권거래소", "native: โตเกียว"],
    ),
    (Kind::Actor, "agency", "Agency", &["native: สำนักงานความมั่นคงไซเบอร์แห่งชาติ"]),
    (Kind::Event, "failure", "売買システムの障害", &["summary: 原因は機器の故障とされる。"]),
    (Kind::Place, "delhi", "Delhi", &["native: दिल्ली", "native: দিল্লি"]),
    (Kind::Place, "fort", "क़िला", &[]),
    (Kind::Place, "yangon", "ရန်ကုန်မြို့", &["native: ភ្នំពេញ", "native: ວຽງຈັນ", "native: ལྷ་ས།"]),
];

static NAMED: LazyLock<Shelf> = LazyLock::new(|| shelf(NAMES));

fn ids(query: &str) -> Vec<&'static str> {
    let answer = NAMED.search(query, 50);
    answer.ranked.iter().map(|ranked| NAMES[ranked.record as usize].1).collect()
}

#[test]
fn a_word_is_found_inside_of_a_run() {
    for (query, id) in [
        ("証券", "exchange"),
        ("取引", "exchange"),
        ("東京 証券 取引所", "exchange"),
        ("障害", "failure"),
        ("システム", "failure"),
        ("ｼｽﾃﾑ", "failure"),
        ("しすてむ", "failure"),
        ("障", "failure"),
        ("機器", "failure"),
        ("'機器", "failure"),
        ("\"機器の故障\"", "failure"),
        ("거래소", "exchange"),
        ("\u{1100}\u{1165}\u{1105}\u{1162}\u{1109}\u{1169}", "exchange"),
        ("ไซเบอร์", "agency"),
        ("แห่งชาติ", "agency"),
        ("မြို့", "yangon"),
        ("ពេញ", "yangon"),
        ("ຈັນ", "yangon"),
        ("ལྷ་ས", "yangon"),
        ("दिल्ली", "delhi"),
        ("দিল্লি", "delhi"),
        ("किला", "fort"),
        ("क़िला", "fort"),
    ] {
        assert_eq!(ids(query), [id], "{query}");
        assert_eq!(NAMED.search(query, 5).note, None, "{query} stands there as it was typed");
    }
    for query in ["北京市", "東大", "부산", "หลวง", "ヒステリ", "दाल", "障碍", "障害 !機器"]
    {
        assert!(ids(query).is_empty(), "{query} {:?}", ids(query));
    }
}

#[test]
fn a_run_that_is_longer_is_cut_into_what_stands_there() {
    // The last letter stands nowhere, but what it belongs to does up to it.
    assert!(NAMED.search("東京証北", 5).note.is_some_and(|note| note.as_str().contains("`北`")));
    for query in ["거래소에서", "東京証券は", "証券取引所の東京", "도쿄증권거래소의"]
    {
        assert_eq!(ids(query), ["exchange"], "{query}");
    }
    let note = NAMED.search("東京証券大臣", 5).note.unwrap();
    assert_eq!(note.as_str(), "`大臣` stands nowhere; nearest: Exchange");
}

#[test]
fn the_letters_that_matched_are_marked_and_the_reason_has_them() {
    for (query, marked) in [("障害", "障害"), ("シス", "シス"), ("障", "障"), ("売買", "売買")]
    {
        let answer = NAMED.search(query, 5);
        let title = NAMED.title(answer.ranked[0].record).unwrap().as_str();
        let marks = explain(&NAMED, &answer, answer.ranked[0].record).marks;
        let marks: Vec<_> = marks.iter().map(|mark| title.get(mark.clone()).unwrap()).collect();
        assert_eq!(marks, [marked], "{query}");
    }
    for (query, why) in [
        ("証券", "name: 東京証券取引所"),
        ("機器", "summary: 原因は機器の故障とされる。"),
        ("ไซเบอร์", "name: …นักงานความมั่นคงไซเบอร์แห่งชาติ"),
    ] {
        assert_eq!(first(&NAMED, query).why.unwrap().as_str(), why);
    }
}

proptest::proptest! {
    #[test]
    fn every_piece_of_a_run_is_found(from in 0_usize..40, length in 2_usize..9) {
        let run: Vec<char> = "原因は機器の故障とされる売買システムの障害東京証券取引所".chars().collect();
        let text: String = run.iter().collect();
        let shelf = shelf(&[(Kind::Event, "e", "Failure", &[&format!("summary: {text}")])]);
        let from = from.min(run.len() - length);
        let piece: String = run[from..from + length].iter().collect();
        proptest::prop_assert_eq!(shelf.search(&piece, 5).ranked.len(), 1, "{}", piece);
    }

    #[test]
    fn whatever_is_typed_is_cut_into_something(
        query in "[東京証券取引所の障害機器は北거래소에서ไซเบอร์มั่ง日ab1ー々]{1,24}",
    ) {
        let answer = NAMED.search(&query, 5);
        proptest::prop_assert!(answer.note.is_some() || !answer.ranked.is_empty());
    }
}
