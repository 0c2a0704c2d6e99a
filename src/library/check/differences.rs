//! W225: what a file says of a shared record otherwise than another one.

use crate::diag::{Code, Diagnostic};
use crate::library::Library;
use crate::library::differences::key_words;
use crate::library::merge::written_at;
use crate::library::pool::{Account, Told};
use crate::text;
use crate::text::{DisplayText, beginning};

/// Characters that are quoted of what is said.
const QUOTED: usize = 60;

/// One finding for each record that a file describes otherwise.
pub(super) fn check(library: &Library) -> Vec<Diagnostic> {
    let items = library.views.items.values();
    let items = items.map(|view| (view.item.kind.word(), &view.item.slug, &view.account));
    let houses = library.views.houses.values();
    let houses = houses.map(|view| ("publisher", &view.record.id.value, &view.account));
    let all = items.chain(houses);
    all.filter_map(|(word, slug, account)| {
        let Account { own, other, adds, told } = account;
        let told: Vec<&Told> = told.iter().filter(|told| told.is_found(*adds)).collect();
        if told.is_empty() {
            return None;
        }
        let said = |of: fn(&Told) -> &[DisplayText]| {
            let words = told.iter().map(|told| key_words(told.key, of(told)));
            let words: Vec<DisplayText> = words.map(|words| beginning(&words, QUOTED)).collect();
            text::comma_separated(&words)
        };
        let message = text![
            "the ",
            word,
            " `",
            slug.shown(),
            "`: ",
            said(|told| &told.says),
            " here; ",
            said(|told| &told.otherwise),
            " in ",
            written_at(library.sources(), other)
        ];
        let help = "each brief counts with what it says itself; say the same in both, or give one of \
                    the two records another id";
        let found = Diagnostic::new(Code::W225, own.clone(), message).help(help);
        Some(found.related(other.clone(), "the other description"))
    })
    .collect()
}
