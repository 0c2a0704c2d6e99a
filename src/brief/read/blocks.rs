//! The statements below one header, and where those of a second record begin among them.

use super::sections::{Entry, is_whole};
use crate::brief::schema::{self, Key, Table};

/// Of two records below one header, where the second one begins and ends among the entries.
pub(super) fn second_record(
    table: &Table,
    entries: &[Entry<'_>],
    from: usize,
) -> Option<(usize, usize)> {
    table.key("id")?;
    let mut ids =
        (from..entries.len()).filter(|at| entries.get(*at).is_some_and(|e| e.key == "id"));
    let (_, second) = (ids.next()?, ids.next()?);
    let start = block_start(entries, from, second)?;
    let above = entries.get(from..start)?;
    let end = ids.next().and_then(|third| block_start(entries, start, third));
    let end = end.unwrap_or(entries.len());
    // A key written twice begins no record.
    is_whole(table, above).then_some((start, end))
}

/// Below the header of a record inside another one, where the keys of another holder begin: those that the
/// record has no place for, several of them, one that every holder has among them.
pub(super) fn holder_without_id(
    table: &'static Table,
    entries: &[Entry<'_>],
) -> Option<(usize, &'static Table)> {
    let outer = schema::above(table).filter(|outer| outer.key("id").is_some())?;
    let is_foreign = |entry: &Entry<'_>| {
        entry.key != "id" && table.key(entry.key).is_none() && outer.key(entry.key).is_some()
    };
    let first = entries.iter().position(is_foreign)?;
    let above = entries.get(..first)?;
    let below = entries.get(first..)?;
    let foreign = below.iter().filter(|entry| is_foreign(entry));
    let required =
        foreign.clone().filter(|entry| outer.key(entry.key).is_some_and(|key| key.required));
    // One or two keys of the event stand at a wrong place; title and type begin another one.
    (is_whole(table, above) && foreign.count() >= 3 && required.count() >= 2)
        .then_some((first, outer))
}

/// The first of the entries that stand together with an id and are there for the second time.
fn block_start(entries: &[Entry<'_>], from: usize, id: usize) -> Option<usize> {
    let mut start = id;
    while start > from + 1 {
        let (before, first) = (entries.get(start - 1)?, entries.get(start)?);
        let above = entries.get(from..start - 1)?;
        let is_again = above.iter().any(|entry| entry.key == before.key);
        if before.at.end != first.at.start || !is_again {
            break;
        }
        start -= 1;
    }
    Some(start)
}

/// The table whose record a block of entries is: the one above, one that it holds, or its holder.
pub(super) fn holder(table: &'static Table, block: &[Entry<'_>]) -> &'static Table {
    let score = |table: &Table| block.iter().filter(|entry| table.key(entry.key).is_some()).count();
    let inner = table.keys.iter().filter_map(Key::records);
    let others = inner.chain(schema::above(table)).filter(|table| table.key("id").is_some());
    let best = others.max_by_key(|table| score(table));
    best.filter(|best| score(best) > score(table)).unwrap_or(table)
}

/// What stands in quotes behind `=` or `:`.
pub(super) fn quoted_value(statement: &str) -> Option<&str> {
    let (_, value) = statement.split_once(['=', ':'])?;
    let value = value.trim();
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    value.get(1..)?.split_once(quote).map(|(value, _)| value)
}
