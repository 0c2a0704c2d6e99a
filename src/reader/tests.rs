//! The reader with workers whose findings come when a test wants them to.

use super::*;
use crate::library::load::{LoadRequest, load_files};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fs;
use tempfile::TempDir;

const BRIEF: &str = "schema = 1\n[brief]\nid = \"note\"\ntitle = \"A note\"\ntlp = \"GREEN\"\n\
    [[event]]\nid = \"one\"\ntitle = \"Only thing\"\ntype = \"other\"\nwhen = \"2022-07-15\"\n";

/// A reader of a folder with a brief, before anything is read.
struct Scene<N> {
    folder: TempDir,
    reader: Reader,
    next: N,
}

fn scene(due: bool) -> Scene<impl FnMut() -> Ready> {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("note.toml"), BRIEF).unwrap();
    let (workers, next) = Workers::watched();
    let theme = Theme::built_in("terminal").unwrap();
    let mut reader = Reader::new(workers, theme, false, None).watching(Box::new(move || due));
    reader.input(Input::Resize(80, 24));
    Scene { folder, reader, next }
}

impl<N: FnMut() -> Ready> Scene<N> {
    /// Reads the folder, as the first worker does.
    fn load(&mut self) -> Flow {
        let paths = vec![self.folder.path().to_path_buf()];
        let loaded = load_files(&LoadRequest { paths, ..LoadRequest::default() });
        self.reader.message(Ready::Library(Box::new(loaded)))
    }

    /// Takes what the next worker found.
    fn take(&mut self) -> Flow {
        let found = (self.next)();
        self.reader.message(found)
    }

    fn keys(&mut self, keys: &str) -> Flow {
        let mut last = Flow::Unchanged;
        for key in keys.chars() {
            last = self.key(&key.to_string());
        }
        last
    }

    fn key(&mut self, key: &str) -> Flow {
        self.reader.input(Input::Key(Chord::parse(key).unwrap()))
    }

    fn said(&self) -> String {
        self.reader.app.notice().map(ToString::to_string).unwrap_or_default()
    }

    fn rows(&mut self) -> Vec<String> {
        let (width, height) = self.reader.app.size();
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| self.reader.draw(frame)).unwrap();
        let buffer = terminal.backend().buffer();
        let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect();
        (0..height).map(row).collect()
    }

    fn text(&mut self) -> String {
        self.rows().join("\n")
    }

    fn write(&self, text: &str) {
        fs::write(self.folder.path().join("note.toml"), text).unwrap();
    }
}

#[test]
fn what_is_typed_while_the_briefs_are_read_is_shown_and_then_taken() {
    let mut scene = scene(false);
    assert!(scene.rows()[23].starts_with(" reading the briefs…"), "{}", scene.text());
    assert_eq!(scene.keys("/th"), Flow::Continue, "it is drawn");
    assert!(scene.rows()[23].starts_with(" reading the briefs… typed: /th "), "{}", scene.text());
    scene.load();
    // The search is open; what it finds waits for the index.
    assert!(scene.rows()[0].starts_with(" / th"), "{}", scene.text());
    scene.key("enter");
    scene.keys("x");
    assert!(
        scene.rows()[23].starts_with(" indexing the briefs… typed: Enter x"),
        "{}",
        scene.text()
    );
    scene.take();
    assert!(!scene.text().contains("typed:"), "{}", scene.text());
    assert!(matches!(scene.reader.app.mode(), crate::app::Mode::Panes));
}

#[test]
fn what_is_typed_far_ahead_is_shown_from_its_end() {
    let mut scene = scene(false);
    scene.keys("/");
    scene.keys(&"abcdefghij".repeat(20));
    let last = &scene.rows()[23];
    assert!(last.contains("typed: …") && last.trim_end().ends_with("fghij"), "{last}");
}

#[test]
fn nothing_is_counted_before_it_is_read() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let mut scene = scene(false);
        scene.reader.input(Input::Resize(width, height));
        let text = scene.text();
        assert!(!text.contains(" 0"), "{text}");
        assert!(!text.contains("none"), "{text}");
        assert!(text.contains("TLP:?"), "{text}");
    }
}

#[test]
fn the_files_are_read_again_while_the_old_ones_are_shown() {
    let mut scene = scene(false);
    scene.load();
    scene.take();
    scene.key("tab");
    scene.write(&BRIEF.replace("Only thing", "Other thing"));
    scene.keys("r");
    assert_eq!(scene.said(), "the files are being read again");
    assert!(scene.text().contains("Only thing"));
    // Once is enough.
    scene.keys("r");
    scene.take();
    assert_eq!(scene.said(), "read again: 1 file changed");
    assert!(scene.text().contains("Other thing") && !scene.text().contains("Only thing"));
    // What the new index finds is there at once.
    scene.keys("/other");
    assert!(scene.text().contains("1 hit"), "{}", scene.text());
}

#[test]
fn an_index_of_what_was_read_before_is_not_taken() {
    let mut scene = scene(false);
    scene.load();
    let late = (scene.next)();
    scene.key("tab");
    scene.write(&BRIEF.replace("Only thing", "Other thing"));
    scene.keys("r");
    scene.take();
    assert_eq!(scene.reader.message(late), Flow::Unchanged);
    scene.keys("/other");
    assert!(scene.text().contains("1 hit"), "{}", scene.text());
}

#[test]
fn a_change_on_disk_is_told_with_the_next_input() {
    let mut scene = scene(true);
    scene.load();
    scene.take();
    scene.key("tab");
    assert_eq!(scene.take(), Flow::Unchanged, "nothing changed");
    scene.write(&format!("{BRIEF}\n"));
    scene.keys("4");
    assert_eq!(scene.take(), Flow::Continue);
    assert_eq!(scene.said(), "changed on disk; r reads it");
    assert!(scene.rows()[0].contains("changed on disk"), "{}", scene.text());
    // The same is told once.
    scene.keys("1");
    assert_eq!(scene.take(), Flow::Unchanged);
    assert_eq!(scene.said(), "");
    // A look that began before the files were read again tells nothing.
    scene.keys("4");
    let look = (scene.next)();
    assert!(matches!(look, Ready::Disk(..)));
    scene.write(&BRIEF.replace("Only thing", "Other thing"));
    scene.keys("r");
    scene.take();
    assert_eq!(scene.said(), "read again: 1 file changed");
    assert_eq!(scene.reader.message(look), Flow::Unchanged);
    assert!(!scene.rows()[0].contains("changed on disk"), "{}", scene.text());
}

#[test]
fn with_nothing_but_built_in_briefs_no_worker_starts() {
    let mut scene = scene(true);
    let request = LoadRequest { builtin: true, ..LoadRequest::default() };
    scene.reader.message(Ready::Library(Box::new(load_files(&request))));
    scene.take();
    scene.key("tab");
    scene.keys("r");
    assert_eq!(scene.said(), "only the built-in briefs are read, and they do not change");
    scene.reader.workers = None;
    let ends = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (scene.next)()));
    assert!(ends.is_err(), "somebody is at work");
}

/// The rows of the screen.
fn shown(reader: &mut Reader) -> Vec<String> {
    let (width, height) = reader.app().size();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| reader.draw(frame)).unwrap();
    let buffer = terminal.backend().buffer().clone();
    let rows = buffer.content.chunks(usize::from(width));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>()).collect()
}

/// Everything but the marking and what shows it again.
fn is_blank(reader: &mut Reader) -> bool {
    let rows = shown(reader);
    let marked = rows[0].trim() == "TLP:GREEN" || rows[0].trim() == "TLP:?";
    let middle = &rows[1..rows.len() - 1];
    marked
        && middle.iter().all(|row| row.trim().is_empty())
        && rows[rows.len() - 1].trim() == "hidden; Ctrl-X shows it again"
}

#[test]
fn one_key_hides_everything_anywhere_and_only_it_shows_it_again() {
    for before in ["", "/thing", "?", ":the", "f", "t", "yy", ",", "g", "1m", "zz"] {
        let mut scene = scene(false);
        scene.load();
        let index = (scene.next)();
        scene.reader.message(index);
        scene.keys(before);
        let was = shown(&mut scene.reader);
        assert_eq!(scene.key("ctrl-x"), Flow::Blank, "{before}");
        assert!(is_blank(&mut scene.reader), "{before}: {:#?}", shown(&mut scene.reader));
        for key in ["a", "q", "enter", "esc", "ctrl-z", "ctrl-l", "g", ":", "f1", "space"] {
            assert_eq!(scene.key(key), Flow::Unchanged, "{before} {key}");
        }
        scene.reader.input(Input::Paste("only".into()));
        scene.reader.idle();
        assert!(is_blank(&mut scene.reader), "{before}");
        assert_eq!(scene.key("ctrl-x"), Flow::Repaint, "{before}");
        // A sequence that was begun is over.
        if before != "g" {
            // But for what was told last.
            assert_eq!(shown(&mut scene.reader)[..23], was[..23], "{before}");
        }
        scene.key("ctrl-x");
        assert_eq!(scene.key("ctrl-c"), Flow::Interrupt, "{before}");
    }
}

#[test]
fn what_is_hidden_before_the_briefs_are_read_stays_hidden_and_nothing_is_typed_behind_it() {
    let mut scene = scene(false);
    assert_eq!(scene.key("/"), Flow::Continue, "held");
    assert_eq!(scene.key("ctrl-x"), Flow::Blank);
    assert!(is_blank(&mut scene.reader));
    scene.keys("qj");
    scene.load();
    let index = (scene.next)();
    scene.reader.message(index);
    assert!(is_blank(&mut scene.reader), "{:#?}", shown(&mut scene.reader));
    scene.key("ctrl-x");
    assert_eq!(scene.reader.app().context(), Context::Search, "what was typed before is taken");
}

#[test]
fn a_small_window_is_hidden_too_with_its_marking() {
    for (width, height) in [(40, 10), (20, 4), (12, 2), (9, 1), (1, 1)] {
        let mut scene = scene(false);
        scene.load();
        scene.reader.input(Input::Resize(width, height));
        scene.key("ctrl-x");
        let rows = shown(&mut scene.reader).concat();
        assert!(!rows.contains("Only") && !rows.contains("note"), "{width}x{height}: {rows}");
        assert_eq!(rows.contains("TLP:GREEN"), width >= 9, "{width}x{height}: {rows}");
    }
}

/// Whoever took the key away is not shut out: it was time that hid everything.
#[test]
fn without_a_key_of_its_own_the_key_of_every_way_out_shows_it_again() {
    let mut scene = scene(false);
    scene.load();
    let keymap = {
        let bindings = Keymap::default().bindings().to_vec();
        let others = bindings.into_iter().filter(|binding| binding.action != Action::Blank);
        Keymap::new(others.collect())
    };
    scene.reader.app_mut().use_keys(keymap);
    assert_eq!(scene.reader.idle(), Flow::Blank);
    let rows = shown(&mut scene.reader);
    assert_eq!(rows[23].trim(), "hidden; Esc shows it again");
    assert_eq!(scene.key("q"), Flow::Unchanged);
    assert_eq!(scene.key("esc"), Flow::Repaint);
}
