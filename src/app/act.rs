//! What each action does.

use super::{
    App, Attention, Chooser, Effect, Listing, Mode, Question, SearchSession, Setting, TextField,
};
use crate::action::{Action, Context};
use crate::choice::{Face, Order, Pane};
use crate::page::copy::Excerpt;

/// A change of a field.
type Edit = fn(&mut TextField);

/// A rung of the ladder that Esc goes down: what it takes away next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// The search.
    Search,
    /// A list to choose from.
    Chooser,
    /// A line to fill in.
    Prompt,
    /// The copy view.
    Copy,
    /// The chosen link.
    Link,
    /// Who says what, or the provenance: the page comes again.
    Face,
    /// A page over the panes, as of a brief.
    Page,
    /// Showing one pane alone.
    Alone,
    /// A pane beside the timeline: from the reader the keys go back to the list, from a list to the
    /// timeline.
    Reading,
    /// The hit of a search: back to before it.
    Hit,
    /// The newest lens.
    Lens,
    /// The pin.
    Pin,
    /// Nothing is left to take away.
    Nothing,
}

impl App {
    /// Does what an action says, or tells why it cannot.
    #[expect(clippy::too_many_lines, reason = "every action once, so that a new one is named here")]
    pub(super) fn act(&mut self, action: Action) -> Option<Effect> {
        if let Some(need) = self.missing_for(action) {
            self.notice = Some(self.want_of(need));
            return None;
        }
        if self.context() == Context::Briefs && asks_for_panes(action) {
            self.read_all_briefs();
        }
        match action {
            Action::Next => self.step(1),
            Action::Previous => self.step(-1),
            Action::Open => return self.open(),
            Action::Search => self.begin_search(),
            Action::Filter => self.ask(Question::Filter),
            Action::OnlyLinked => self.only_linked(),
            Action::ClearLenses => self.clear_lenses(),
            Action::WhoSays => self.turn_face(Face::WhoSays),
            Action::Provenance => self.turn_face(Face::Provenance),
            Action::Pin => self.pin(),
            Action::SwapPin => self.swap_pin(),
            Action::LessDepth => self.change_depth(false),
            Action::MoreDepth => self.change_depth(true),
            Action::Times => self.turn_times(),
            Action::NextGroup => self.step_group(true),
            Action::PreviousGroup => self.step_group(false),
            Action::First => self.jump(false),
            Action::Last => self.jump(true),
            Action::ReadOn => self.read_on(),
            Action::PageDown => self.turn_page(true),
            Action::PageUp => self.turn_page(false),
            Action::FocusTimeline => self.focus(Pane::Timeline),
            Action::FocusActors => self.focus_list(Pane::Actors),
            Action::FocusSources => self.focus_list(Pane::Sources),
            Action::FocusReader => self.focus(Pane::Reader),
            Action::NextLink => self.reading.choose_link(true, &mut self.here, &self.layout),
            Action::PreviousLink => self.reading.choose_link(false, &mut self.here, &self.layout),
            Action::OpenLink => self.ask(Question::Link),
            Action::NextPane => self.next_pane(),
            Action::PreviousPane => self.focus_next(Pane::ALL.len() - 1),
            Action::Zoom => self.here.alone = !self.here.alone,
            Action::SideBySide => return self.change(Setting::Lists, true),
            Action::Back => self.travel(false),
            Action::Forward => self.travel(true),
            Action::Trail => self.list_choices(Listing::Trail),
            Action::SwitchBrief => {
                self.starting.greets = false;
                self.show_briefs(self.here.brief);
            }
            Action::GoToDate => self.ask(Question::Date),
            Action::Coarser => self.change_step(true),
            Action::Finer => self.change_step(false),
            Action::SortByTime => self.sort_by(Order::Time),
            Action::SortByName => self.sort_by(Order::Name),
            Action::SortByGrade => self.sort_by(Order::Grade),
            Action::SortByLinks => self.sort_by(Order::Links),
            Action::NextHit => self.step_hit(true),
            Action::PreviousHit => self.step_hit(false),
            Action::Judgements => self.list_choices(Listing::Judgements),
            Action::Gaps => self.list_choices(Listing::Gaps),
            Action::Questions => self.list_choices(Listing::Questions),
            Action::Problems => self.list_choices(Listing::Problems),
            Action::Bookmark => {
                let (library, unkept) = (&self.library, self.preferences.unkept());
                let marks = &mut self.bookmarks;
                self.notice =
                    self.here.subject.map(|item| marks.toggle(item, library, unkept.as_ref()));
            }
            Action::Bookmarks => self.list_choices(Listing::Bookmarks),
            Action::Undo => self.notice = self.bookmarks.undo(&self.library),
            Action::CopyView => return self.view_page_to_copy(),
            Action::CopyAnswer => return self.copy(Excerpt::Answer),
            Action::CopyCitation => return self.copy(Excerpt::Citation),
            Action::CopyShortCitation => return self.copy(Excerpt::ShortCitation),
            Action::CopyId => return self.copy(Excerpt::Id),
            Action::LeaveCopy => return self.leave_copy_view(),
            Action::Reload => {
                // What is shown stays until they are.
                self.notice = Some("the files are being read again".into());
                return self.reloading.ask();
            }
            Action::Palette => self.list_choices(Listing::Palette),
            Action::Settings => self.list_choices(Listing::Settings),
            Action::Mouse => return self.change(Setting::Mouse, true),
            Action::NextResult => self.in_search(SearchSession::next),
            Action::PreviousResult => self.in_search(SearchSession::previous),
            Action::ResultsDown => {
                let rows = self.page_rows();
                self.in_search(|session, _| session.choose(rows));
            }
            Action::ResultsUp => {
                let rows = self.page_rows();
                self.in_search(|session, _| session.choose(-rows));
            }
            Action::OpenResult => self.open_result(),
            Action::CopyResult => return self.copy_result(),
            Action::KeepResults => self.keep_results(),
            Action::NextChoice => self.step_choice(1),
            Action::PreviousChoice => self.step_choice(-1),
            Action::ChoicesDown => self.step_choice(self.page_rows()),
            Action::ChoicesUp => self.step_choice(-self.page_rows()),
            Action::FirstChoice => self.jump_in_list(false),
            Action::LastChoice => self.jump_in_list(true),
            Action::Choose => return self.choose(),
            Action::Accept => self.accept(),
            Action::EraseBack => self.edit(TextField::erase_back),
            Action::EraseForward => self.edit(TextField::erase_forward),
            Action::EraseWord => self.edit(TextField::erase_word),
            Action::EraseLine => self.edit(TextField::erase_line),
            Action::CursorLeft => return self.step_sideways(false),
            Action::CursorRight => return self.step_sideways(true),
            Action::CursorStart => self.edit(TextField::start),
            Action::CursorEnd => self.edit(TextField::end),
            Action::Cancel => return self.cancel(),
            Action::Help | Action::HelpHere => self.list_choices(Listing::Help),
            Action::Redraw => return Some(Effect::Redraw),
            Action::Blank => return Some(Effect::Blank),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Quit => return self.quit(),
            Action::QuitNow => return Some(Effect::Quit),
        }
        None
    }

    /// Moves the cursor in the field; in the settings the arrows change what is chosen.
    fn step_sideways(&mut self, onward: bool) -> Option<Effect> {
        if let Some(setting) = self.mode.chooser().and_then(Chooser::setting_under_arrows) {
            return self.set_next(setting, onward);
        }
        self.edit(if onward { TextField::right } else { TextField::left });
        None
    }

    /// Edits the field that has the keys.
    fn edit(&mut self, edit: Edit) {
        match &mut self.mode {
            Mode::Search(session) => edit(&mut session.field),
            Mode::Chooser(chooser) => {
                edit(&mut chooser.field);
                chooser.attention = Attention::Field;
            }
            Mode::Prompt(prompt) => edit(&mut prompt.field),
            Mode::Panes | Mode::Copy(_) => {}
        }
    }

    /// Text for the field that has the keys; without one it is not taken.
    pub(super) fn type_text(&mut self, text: &str) {
        match &mut self.mode {
            Mode::Search(session) => session.field.insert(text),
            Mode::Chooser(chooser) if chooser.listing.context().takes_text() => {
                chooser.field.insert(text);
                chooser.attention = Attention::Field;
            }
            Mode::Prompt(prompt) => prompt.field.insert(text),
            Mode::Panes | Mode::Copy(_) | Mode::Chooser(_) => {
                self.tell("text goes into the search only", [(Action::Search, "opens it")]);
            }
        }
    }

    /// What Esc would do now, in a word or two; none where it finds nothing to do.
    #[must_use]
    pub fn cancels(&self) -> Option<&'static str> {
        match self.rung() {
            Rung::Search => Some("cancel, no move"),
            Rung::Chooser if self.is_greeting() => None,
            Rung::Chooser | Rung::Prompt | Rung::Copy => Some("leave"),
            Rung::Link => Some("no link"),
            Rung::Alone => Some("all panes"),
            Rung::Page | Rung::Reading => Some("back"),
            Rung::Hit => Some("back to before"),
            Rung::Face => Some("its page"),
            Rung::Lens => Some("clear lens"),
            Rung::Pin => Some("unpin"),
            Rung::Nothing => None,
        }
    }

    /// What Esc takes away next: what is open, the chosen link, the face, a page over the panes, the pane
    /// alone, the reading, a lens put on since the hit of a search, the hit, the newest lens, the pin, nothing.
    #[must_use]
    pub fn rung(&self) -> Rung {
        let way = self.way_back();
        match &self.mode {
            Mode::Search(_) => Rung::Search,
            Mode::Chooser(_) => Rung::Chooser,
            Mode::Prompt(_) => Rung::Prompt,
            Mode::Copy(_) => Rung::Copy,
            Mode::Panes if way.is_some_and(|way| way.is_at_hit(&self.here)) => Rung::Hit,
            Mode::Panes if self.here.link.is_some() => Rung::Link,
            Mode::Panes if self.here.face != Face::Item => Rung::Face,
            Mode::Panes if self.here.is_at_homeless_page(&self.library) => {
                if way.is_some() {
                    Rung::Hit
                } else {
                    Rung::Page
                }
            }
            Mode::Panes if self.here.alone => Rung::Alone,
            Mode::Panes if self.here.focus != Pane::Timeline => Rung::Reading,
            Mode::Panes if way.is_some_and(|way| way.has_lens_since(&self.here)) => Rung::Lens,
            Mode::Panes if way.is_some() => Rung::Hit,
            Mode::Panes if !self.here.lenses.is_empty() => Rung::Lens,
            Mode::Panes if self.here.pinned.is_some() => Rung::Pin,
            Mode::Panes => Rung::Nothing,
        }
    }

    /// Ends, from a page over the panes only that page.
    fn quit(&mut self) -> Option<Effect> {
        // Whatever is chosen on such a page, the page is what one leaves.
        self.here.link = self.here.link.filter(|_| !self.is_over_panes());
        match self.rung() {
            Rung::Face | Rung::Page | Rung::Copy => self.cancel(),
            Rung::Hit if self.is_over_panes() => self.cancel(),
            Rung::Chooser if !self.is_greeting() => self.cancel(),
            Rung::Search
            | Rung::Chooser
            | Rung::Prompt
            | Rung::Link
            | Rung::Alone
            | Rung::Reading
            | Rung::Hit
            | Rung::Lens
            | Rung::Pin
            | Rung::Nothing => Some(Effect::Quit),
        }
    }

    /// Gives the keys back: from the reader to the list, from a list to the timeline.
    fn step_out(&mut self) {
        if self.here.focus == Pane::Reader && self.here.large != Pane::Reader {
            self.focus(self.here.large);
        } else {
            self.focus(Pane::Timeline);
        }
    }

    /// Whether what is shown is a page over the panes: another face of the subject, or what stands in no
    /// list.
    fn is_over_panes(&self) -> bool {
        self.here.face != Face::Item || self.here.is_at_homeless_page(&self.library)
    }

    /// One step down the ladder of Esc.
    fn cancel(&mut self) -> Option<Effect> {
        match self.rung() {
            Rung::Chooser if self.is_greeting() => {
                let keys = [(Action::NextPane, "shows all events"), (Action::Quit, "quits")];
                self.tell("nothing to cancel", keys);
            }
            Rung::Search | Rung::Chooser => self.close(),
            Rung::Prompt => self.leave_prompt(),
            Rung::Copy => return self.leave_copy_view(),
            Rung::Link => self.here.link = None,
            Rung::Page => self.leave_page(),
            Rung::Alone => self.here.alone = false,
            Rung::Reading => self.step_out(),
            Rung::Hit => self.return_before_hit(),
            Rung::Face => self.turn_face(Face::Item),
            Rung::Lens => self.pop_lens(),
            Rung::Pin => self.unpin(),
            Rung::Nothing => {
                let keys = [(Action::SwitchBrief, "shows all briefs"), (Action::Quit, "quits")];
                self.tell("nothing to cancel", keys);
            }
        }
        None
    }
}

/// Whether an action that the page of all briefs has is one of the panes, with all events.
fn asks_for_panes(action: Action) -> bool {
    matches!(action, Action::FocusTimeline | Action::FocusActors | Action::FocusSources)
}
