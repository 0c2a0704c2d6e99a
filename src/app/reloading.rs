//! Reading the files again: the place and all that is kept by items goes on in another library.

mod moving;
mod still;
mod told;

pub(super) use moving::Moving;

use super::lists::Lists;
use super::place::home;
use super::{App, Effect, Mode, Place, axis, rows};
use crate::action::Action;
use crate::choice::{Face, Pane};
use crate::library::load::Changes;
use crate::library::{ItemId, Kind, Library};
use crate::search::Index;
use crate::text::DisplayText;
use std::sync::Arc;
use told::Lost;

/// The files behind the library.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reloading {
    /// Whether there are any that can change.
    pub(super) has_files: bool,
    /// Whether they are being read again.
    busy: bool,
    disk: Disk,
}

/// What is known of the disk since the files were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Disk {
    /// It is as it was.
    #[default]
    AsRead,
    /// It is not, and that is still to be told.
    Changed,
    /// It is not, as was told.
    Told,
}

impl Reloading {
    /// Asks for the files to be read again, unless they are.
    pub(super) fn ask(&mut self) -> Option<Effect> {
        let asks = !self.busy;
        self.busy = true;
        asks.then_some(Effect::Reload)
    }

    /// Whether the files are other than they were when they were read.
    pub(super) fn is_changed(self) -> bool {
        self.disk != Disk::AsRead
    }

    /// Learns whether they are; true where that is news.
    fn see(&mut self, changed: bool) -> bool {
        let was_changed = self.is_changed();
        self.disk = if changed { Disk::Changed } else { Disk::AsRead };
        changed || was_changed
    }

    /// Whether that is still to be told; it is asked for once.
    fn has_to_tell(&mut self) -> bool {
        let has_to = self.disk == Disk::Changed;
        if has_to {
            self.disk = Disk::Told;
        }
        has_to
    }
}

impl App {
    /// Says whether there are files that can be read again.
    pub fn set_files(&mut self, has_files: bool) {
        self.reloading.has_files = has_files;
    }

    /// Learns that the files could not be read again.
    pub fn give_up_reloading(&mut self) {
        self.reloading.busy = false;
    }

    /// Learns whether the files are other than they were when they were read; true where that is news.
    pub fn see_disk(&mut self, changed: bool) -> bool {
        let is_news = self.reloading.see(changed);
        self.tell_of_disk();
        is_news
    }

    /// Says once that files changed, as soon as there is nothing else to say.
    pub(super) fn tell_of_disk(&mut self) {
        if self.notice.is_none() && self.reloading.has_to_tell() {
            self.notice = Some(self.disk_words());
        }
    }

    /// What is said of files that changed.
    #[must_use]
    pub fn disk_words(&self) -> DisplayText {
        self.with_keys("changed on disk", [(Action::Reload, "reads it")])
    }

    /// Goes on in another library, read from the same files, with an index of it. Place, lenses, pin,
    /// bookmarks and trail are the same items; what is not there any more is left out and told.
    pub fn reload(&mut self, library: Arc<Library>, index: Arc<Index>, changes: Changes) {
        let anchors = self.anchors();
        let before = Arc::clone(&self.library);
        let mut moving = Moving::new(Arc::clone(&before), Arc::clone(&library), index);
        let lost = Lost::of(&self.here, &moving);
        let mode = std::mem::take(&mut self.mode);
        let here = self.here.moved(&mut moving, &self.lists, &self.library);
        self.trail.move_to(|place| moving.place(place));
        self.searching.move_to(&mut moving);
        if let Some(awaited) = &mut self.starting.awaited {
            awaited.move_to(here.clone());
        }
        self.reading.move_to(|item| moving.item(item));
        self.copying.forget();
        self.here = here;
        (self.library, self.index) = (library, moving.index());
        self.lists = Lists::default();
        self.axis = axis::TimeAxis::default();
        self.bookmarks.move_to(&moving);
        self.lists.arrange_rows(&self.library, &self.here);
        self.mode = self.moved_mode(mode, &mut moving);
        self.take_up_lenses();
        self.refresh();
        self.hold_still(&anchors, &moving);
        self.refresh();
        self.reloading = Reloading { has_files: self.reloading.has_files, ..Reloading::default() };
        self.notice = Some(self.reloaded_words(&before, changes, &lost));
        self.told = (!lost.is_nothing()).then(|| before.marking());
    }

    /// What the screen is used for, in another library.
    fn moved_mode(&mut self, mut mode: Mode, moving: &mut Moving) -> Mode {
        if let Some(under) = mode.under_mut() {
            let before = std::mem::take(under);
            *under = self.moved_mode(before, moving);
        }
        match mode {
            Mode::Panes => Mode::Panes,
            Mode::Search(mut session) => {
                let item = session.item().and_then(|item| moving.item(item));
                session.forget_all();
                self.mode = Mode::Search(session);
                self.refresh_search();
                if let Some(session) = self.mode.search_mut() {
                    session.choose_item(item);
                }
                std::mem::take(&mut self.mode)
            }
            Mode::Chooser(mut chooser) => {
                // What an action lacks depends on what the list stands over.
                self.mode = std::mem::take(&mut *chooser.under);
                let entries = self.entries_of(chooser.listing);
                *chooser.under = std::mem::take(&mut self.mode);
                chooser.relist(entries, |item| moving.item(item));
                Mode::Chooser(chooser)
            }
            Mode::Prompt(mut prompt) => {
                let before = moving.place(prompt.place_before());
                prompt.move_to(before.unwrap_or_else(|| self.here.clone()));
                Mode::Prompt(prompt)
            }
            Mode::Copy(view) => Mode::Copy(view),
        }
    }
}

impl Place {
    /// Where the reader is, in another library: where the subject is gone, at the row nearest to it.
    fn moved(&self, moving: &mut Moving, lists: &Lists, library: &Library) -> Self {
        let mut here = moving.place_without_subject(self);
        for (pane, (list, was)) in
            Pane::LISTS.into_iter().zip(here.lists.iter_mut().zip(&self.lists))
        {
            list.cursor =
                was.cursor.and_then(|cursor| lists.nearest(pane, cursor, library, moving));
        }
        let subject = self.subject.and_then(|subject| moving.item(subject));
        here.subject = subject;
        if subject.is_none() && self.subject.is_some() {
            let home = self.subject.and_then(|subject| home(library, subject));
            let focused = Some(here.focus).filter(|pane| *pane != Pane::Reader);
            let pane = focused.or(home).unwrap_or(Pane::Timeline);
            if home.is_none() {
                // It was a page of its own.
                (here.focus, here.large) = (pane, pane);
            }
            here.face = Face::Item;
            here.link = None;
            here.reader_scroll = super::Scroll::default();
            here.subject = here.lists.get(pane.index()).and_then(|list| list.cursor);
        }
        if here.subject.is_none() {
            let library = moving.after();
            here.subject = rows::start(library, library.listed(Kind::Event));
        }
        here
    }
}

impl Lists {
    /// An item of a list in another library, or the nearest row of the list that is there.
    fn nearest(
        &self,
        pane: Pane,
        item: ItemId,
        library: &Library,
        moving: &Moving,
    ) -> Option<ItemId> {
        if let Some(found) = moving.item(item) {
            return Some(found);
        }
        let shown = self.shown(pane).map_or(&[][..], |shown| &*shown.rows);
        let shown: Vec<ItemId> = shown.iter().filter_map(super::Row::item).collect();
        // Lenses and what belongs to the subject may have left nothing else.
        let all = pane.kind().map_or(&[][..], |kind| library.listed(kind));
        [&*shown, all].into_iter().find_map(|items| {
            let at = items.iter().position(|row| *row == item)?;
            let (above, below) = items.split_at(at);
            let mut around = below.iter().chain(above.iter().rev());
            around.find_map(|row| moving.item(*row))
        })
    }
}
