//! What is typed as a title stands comes first, over the built-in briefs.

use attache::library::load::{LoadRequest, load};
use attache::library::{ItemId, Kind, Library};
use attache::search::Index;

fn library() -> Library {
    load(&LoadRequest { builtin: true, ..LoadRequest::default() })
}

/// A title as somebody types it: no capitals and no marks.
fn typed(title: &str) -> String {
    let letters = title.chars().map(|sign| {
        let is_word = sign.is_alphanumeric() || matches!(sign, '\'' | '’' | '-' | '&');
        if is_word { sign } else { ' ' }
    });
    let text: String = letters.collect::<String>().to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn place(library: &Library, index: &Index, query: &str, wanted: ItemId) -> Option<usize> {
    let title = |item: ItemId| library.get(item).map(|item| typed(item.title.as_str()));
    let found = index.search(library, query, 50);
    found.hits.iter().position(|hit| hit.item == wanted || title(hit.item) == title(wanted))
}

#[test]
fn a_title_finds_its_record_first() {
    let library = library();
    let index = Index::new(&library);
    let mut late = Vec::new();
    for kind in [Kind::Question, Kind::Brief, Kind::Event] {
        for &item in library.listed(kind) {
            let title = &library.get(item).unwrap().title;
            for query in [typed(title.as_str()), title.to_string()] {
                let at = place(&library, &index, &query, item);
                if at != Some(0) {
                    late.push(format!("{query}: {at:?}"));
                }
            }
        }
    }
    assert!(late.is_empty(), "{late:#?}");
}

#[test]
fn the_first_words_of_a_question_find_it() {
    let library = library();
    let index = Index::new(&library);
    let titles: Vec<String> = library.items().map(|(_, item)| typed(item.title.as_str())).collect();
    let mut late = Vec::new();
    for &item in library.listed(Kind::Question) {
        let title = typed(library.get(item).unwrap().title.as_str());
        let words: Vec<&str> = title.split(' ').take(3).collect();
        let query = words.join(" ");
        if titles.iter().filter(|title| title.starts_with(&query)).count() > 1 {
            continue;
        }
        let at = place(&library, &index, &query, item);
        if at.is_none_or(|at| at > 2) {
            late.push(format!("{query}: {at:?}"));
        }
    }
    assert!(late.is_empty(), "{late:#?}");
}

#[test]
fn questions_and_briefs_are_found_as_people_ask_for_them() {
    let library = library();
    let index = Index::new(&library);
    let mut late = Vec::new();
    for (query, wanted) in [
        ("Why Albania?", "Why Albania?"),
        ("was it israel", "Was it Israel?"),
        ("was it iran", "Can we say that Iran did it?"),
        ("what did iran say", "What does Iran say?"),
        ("how did mahsa amini die", "How did Mahsa Amini die?"),
        ("how many dead", "How many people have been killed?"),
        ("who is homeland justice", "Who is HomeLand Justice?"),
        ("who is black reward", "Black Reward"),
        ("The cyberattacks on Albania", "The cyberattacks on Albania: what was hit, and by whom"),
        ("Rama's visit to Israel, Oct", "Rama's visit to Israel, October 2022"),
        ("Black Reward and the Bushehr", "Black Reward and the Bushehr e-mail leak"),
        ("black reward", "Black Reward"),
        ("iran", "Iran"),
    ] {
        let found = index.search(&library, query, 20);
        let first = found.hits.first().and_then(|hit| library.get(hit.item));
        let first = first.map(|item| item.title.to_string()).unwrap_or_default();
        if first != wanted {
            late.push(format!("{query}: {first}"));
        }
    }
    assert!(late.is_empty(), "{late:#?}");
}
