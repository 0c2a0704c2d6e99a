//! What is searched and what is typed.

#[path = "../corpus/folder.rs"]
pub(crate) mod folder;

use attache::library::load::load;
use attache::library::{Item, ItemId, Library, Record, Relation};

use folder::{Options, all_of, write};

/// A library of about so many items, and the text of each as the peers see it.
pub(crate) fn library(records: usize, bare: bool) -> (Library, Vec<String>) {
    let per_event = if bare { 1.03 } else { 2.3 };
    let events = (records as f64 / per_event) as usize;
    let folder = write(&Options { events, bare, ..Options::default() });
    let library = load(&all_of(folder.path()));
    let texts = library.items().map(|(id, item)| {
        if bare { item.title.as_str().to_owned() } else { text(&library, id, item) }
    });
    let texts = texts.collect();
    (library, texts)
}

/// Everything that our index holds of an item, in one string.
fn text(library: &Library, id: ItemId, item: &Item) -> String {
    let mut parts: Vec<String> =
        vec![item.title.as_str().to_owned(), item.slug.as_str().to_owned()];
    let mut add = |text: &str| parts.push(text.to_owned());
    match &item.record {
        Record::Event(event) => {
            event.summary.iter().for_each(|prose| add(library.plain_text(id, prose).as_str()));
            event.tags.iter().for_each(|tag| add(tag.value.as_str()));
            event.keywords.iter().for_each(|word| add(word.as_str()));
            for claim in &event.claims {
                add(library.plain_text(id, &claim.text).as_str());
            }
            add(event.when.value.text().as_str());
            for edge in library.outgoing(id) {
                if matches!(edge.relation, Relation::Involves | Relation::At) {
                    library.get(edge.to).iter().for_each(|item| add(item.title.as_str()));
                    let aliases = library.actor(edge.to).map(|actor| actor.aliases.as_slice());
                    aliases.unwrap_or_default().iter().for_each(|alias| add(alias.as_str()));
                }
            }
        }
        Record::Actor(actor) => {
            actor.aliases.iter().for_each(|alias| add(alias.as_str()));
            actor.names.iter().for_each(|native| add(native.name.as_str()));
            actor.role.iter().for_each(|role| add(role.as_str()));
            actor.summary.iter().for_each(|prose| add(library.plain_text(id, prose).as_str()));
        }
        _ => {}
    }
    parts.join(" ")
}

/// What is typed: at every key the query so far.
pub(crate) fn script(library: &Library) -> Vec<String> {
    let names: Vec<&str> = library
        .items()
        .filter(|(id, _)| library.actor(*id).is_some())
        .map(|(_, item)| item.title.as_str())
        .collect();
    let name = |at: usize| names.get(at % names.len()).copied().unwrap_or_default().to_lowercase();
    let family = |at: usize| name(at).split(' ').next_back().unwrap_or_default().to_owned();
    let swapped = |word: String| {
        let mut letters: Vec<char> = word.chars().collect();
        let middle = letters.len() / 2;
        letters.swap(middle, middle.saturating_sub(1));
        letters.into_iter().collect::<String>()
    };
    let queries = [
        name(3),
        family(4),
        swapped(family(5)),
        swapped(name(6)),
        format!("{} {}", family(1), family(2)),
        "border control".to_owned(),
        "payment netwrok".to_owned(),
        "oct 21 2014".to_owned(),
        "2019".to_owned(),
        format!("{} attacks", family(0)),
        "hospitals tehran".to_owned(),
        "zzqx".to_owned(),
    ];
    let keys = queries.iter().flat_map(|query| {
        let ends = query.char_indices().map(|(at, letter)| at + letter.len_utf8());
        ends.map(|end| query[..end].to_owned()).collect::<Vec<_>>()
    });
    keys.collect()
}
