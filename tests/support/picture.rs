//! The screen of the reader as text, after some keys.

use attache::app::{App, Message};
use attache::config::Theme;
use attache::keymap::{Chord, Key, Keymap, Resolution};
use attache::library::load::{LoadRequest, load};
use attache::search::Index;
use attache::ui::{View, render};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use std::path::PathBuf;
use std::sync::Arc;

/// 80x24 at a first start with some briefs, the built-in ones where none is named. `⏎` is Enter, `⇥` is Tab.
pub(crate) fn of(paths: &[PathBuf], keys: impl Iterator<Item = char>) -> String {
    let request =
        LoadRequest { builtin: paths.is_empty(), paths: paths.to_vec(), ..LoadRequest::default() };
    let library = Arc::new(load(&request));
    let index = Arc::new(Index::new(&library));
    let mut app = App::new(library, index, 80, 24);
    let keymap = Keymap::default();
    app.greet();
    let keys = keys.map(|key| match key {
        '⏎' => Key::Enter,
        '⇥' => Key::Tab,
        typed => Key::Char(typed),
    });
    for chord in keys.map(Chord::plain) {
        match (keymap.resolve(app.context(), &[chord]), chord.typed()) {
            (Resolution::Action(action), _) => app.update(Message::Act(action)),
            (Resolution::Unbound, Some(character)) => app.update(Message::Type(character)),
            (Resolution::Unbound | Resolution::Pending, _) => panic!("{chord} does nothing"),
        };
    }
    let theme = Theme::built_in("terminal").unwrap();
    let view = View { app: &app, theme: &theme, pending: &[], ascii: false };
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    render(&view, &mut buffer);
    let rows = buffer.content.chunks(80);
    let rows = rows.map(|row| row.iter().map(Cell::symbol).collect::<String>());
    rows.map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}
