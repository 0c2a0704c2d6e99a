//! Where a table or key stands among its like.

use crate::brief::schema::{self, Header, Shape, TABLES, Table};
use crate::brief::suggested_id;
use toml_edit::{Item, Key, TableLike, Value};

/// A place among others of one parent: that of the format, then that of the file.
pub(super) type Rank = (usize, usize);

/// What the names below a table are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Names {
    /// Tables of the format.
    Tables,
    /// Tables of the format where no table may change places with another.
    TablesAsWritten,
    /// Ids of records of a table.
    Ids(&'static Table),
    /// Keys of a record.
    Keys(&'static Table),
    /// Words of a person's own.
    Free,
}

impl Names {
    /// The rank of a name that is first met at a place of the file, and what the names below it are.
    pub(super) fn step(self, name: &str, first: usize) -> (Rank, Self) {
        match self {
            Self::Tables | Self::TablesAsWritten if name == "schema" => ((0, 0), Self::Free),
            Self::Tables => match schema::table(name) {
                Some(table) => ((1 + place(table), 0), below(table)),
                None => (stranger(TABLES.len() + 1, name, first), Self::Free),
            },
            Self::TablesAsWritten => ((1, first), schema::table(name).map_or(Self::Free, below)),
            Self::Ids(table) => ((0, first), Self::Keys(table)),
            Self::Keys(table) => {
                let Some(at) = table.keys.iter().position(|key| key.name == name) else {
                    return (stranger(table.keys.len(), name, first), Self::Free);
                };
                let inner = table.keys.get(at).and_then(schema::Key::records);
                ((at, 0), inner.map_or(Self::Free, Self::Keys))
            }
            Self::Free => ((0, first), Self::Free),
        }
    }

    /// Names in a header before the record itself begins: `[actor.ID]` has two, `[brief]` one.
    pub(super) fn header_names(name: &str) -> usize {
        match schema::table(name).map(|table| table.header) {
            Some(Header::Keyed) => 2,
            Some(Header::One | Header::Many) | None => 1,
        }
    }
}

fn below(table: &'static Table) -> Names {
    match table.header {
        Header::Keyed => Names::Ids(table),
        Header::One | Header::Many => Names::Keys(table),
    }
}

/// What the file is, then what has ids to be referred to, then what refers to it; of each the order of
/// the format.
fn place(table: &Table) -> usize {
    let group = |table: &Table| match table.header {
        Header::One => 0,
        Header::Keyed => 1,
        Header::Many => 2,
    };
    let own = TABLES.iter().position(|known| known.name == table.name);
    let before = |(at, known): &(usize, &&Table)| {
        (group(known), Some(*at)) < (group(table), own) && known.name != table.name
    };
    TABLES.iter().enumerate().filter(before).count()
}

/// Behind all that is known; what begins with `x-` behind that.
fn stranger(known: usize, name: &str, first: usize) -> Rank {
    (known + usize::from(name.starts_with("x-")), first)
}

/// Whether an id is given twice among events, claims and judgements: the first one counts, so none of
/// them may change places.
pub(super) fn has_id_twice(root: &toml_edit::Table) -> bool {
    let mut written = Vec::new();
    for table in TABLES.iter().filter(|table| table.header == Header::Many) {
        if let Some(item) = root.get(table.name) {
            own_ids(item, table, &mut written);
        }
    }
    // Of ids that are slips of one another the first counts too.
    let meant = |id: &&str| suggested_id(id).map_or((*id).to_owned(), |id| id.to_string());
    let mut ids: Vec<String> = written.iter().map(meant).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    ids.len() < all
}

fn own_ids<'t>(item: &'t Item, table: &'static Table, ids: &mut Vec<&'t str>) {
    let mut records: Vec<&dyn TableLike> = Vec::new();
    match item {
        Item::ArrayOfTables(tables) => {
            records.extend(tables.iter().map(|table| table as &dyn TableLike));
        }
        Item::Value(Value::Array(values)) => {
            let tables = values.iter().filter_map(Value::as_inline_table);
            records.extend(tables.map(|table| table as &dyn TableLike));
        }
        Item::Table(_) | Item::Value(_) | Item::None => {}
    }
    for record in records {
        for key in table.keys {
            let Some(item) = record.get(key.name) else { continue };
            if let Some(inner) = key.records() {
                own_ids(item, inner, ids);
            } else if key.shape == Shape::OwnId {
                ids.extend(item.as_str());
            }
        }
    }
}

/// Where a key is first met, in it or below it.
pub(super) fn first(key: Option<&Key>, item: &Item) -> usize {
    let own = key.and_then(Key::span).map_or(usize::MAX, |span| span.start);
    let of_table = |table: &toml_edit::Table| {
        let header = (!table.is_implicit() && !table.is_dotted()).then(|| table.span()).flatten();
        let inner = table.iter().map(|(name, item)| first(table.key(name), item)).min();
        let header = header.map_or(usize::MAX, |span| span.start);
        header.min(inner.unwrap_or(usize::MAX))
    };
    let inner = match item {
        Item::Table(table) => of_table(table),
        Item::ArrayOfTables(tables) => tables.iter().map(of_table).min().unwrap_or(usize::MAX),
        Item::Value(value) => value.span().map_or(usize::MAX, |span| span.start),
        Item::None => usize::MAX,
    };
    own.min(inner)
}
