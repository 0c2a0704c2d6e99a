//! What each action does.

use super::{
    App, Attention, Effect, Face, Listing, Mode, Order, Pane, Question, SearchSession, Setting,
    TextField,
};
use crate::action::Action;
use crate::text::DisplayText;

/// A change of a field.
type Edit = fn(&mut TextField);

/// A change of the state.
type Deed = fn(&mut App);

/// A change of the state, and what it wishes of the world.
type Wish = fn(&mut App) -> Option<Effect>;

/// What actions wish of the world.
const EFFECTS: &[(Action, Effect)] = &[
    (Action::Quit, Effect::Quit),
    (Action::QuitNow, Effect::Quit),
    (Action::Suspend, Effect::Suspend),
    (Action::Redraw, Effect::Redraw),
];

/// What actions do whose effect depends on the state.
const WISHES: &[(Action, Wish)] =
    &[(Action::Choose, App::choose), (Action::Mouse, |app| app.change(Setting::Mouse, true))];

/// What actions do to the field that has the keys.
const EDITS: &[(Action, Edit)] = &[
    (Action::EraseBack, TextField::erase_back),
    (Action::EraseForward, TextField::erase_forward),
    (Action::EraseWord, TextField::erase_word),
    (Action::EraseLine, TextField::erase_line),
    (Action::CursorLeft, TextField::left),
    (Action::CursorRight, TextField::right),
    (Action::CursorStart, TextField::start),
    (Action::CursorEnd, TextField::end),
];

/// What the other actions do.
const DEEDS: &[(Action, Deed)] = &[
    (Action::Cancel, App::cancel),
    (Action::Next, |app| app.step(1)),
    (Action::Previous, |app| app.step(-1)),
    (Action::NextGroup, |app| app.step_group(true)),
    (Action::PreviousGroup, |app| app.step_group(false)),
    (Action::First, |app| app.jump(false)),
    (Action::Last, |app| app.jump(true)),
    (Action::PageDown, |app| app.turn_page(true)),
    (Action::PageUp, |app| app.turn_page(false)),
    (Action::FocusTimeline, |app| app.focus(Pane::Timeline)),
    (Action::FocusActors, |app| app.focus(Pane::Actors)),
    (Action::FocusSources, |app| app.focus(Pane::Sources)),
    (Action::FocusReader, |app| app.focus(Pane::Reader)),
    (Action::NextPane, |app| app.focus_next(1)),
    (Action::PreviousPane, |app| app.focus_next(3)),
    (Action::NextLink, |app| app.choose_link(true)),
    (Action::PreviousLink, |app| app.choose_link(false)),
    (Action::Zoom, |app| app.here.alone = !app.here.alone),
    (Action::Open, App::open),
    (Action::Back, |app| app.travel(false)),
    (Action::Forward, |app| app.travel(true)),
    (Action::NextHit, |app| app.step_hit(true)),
    (Action::PreviousHit, |app| app.step_hit(false)),
    (Action::OnlyLinked, App::only_linked),
    (Action::ClearLenses, App::clear_lenses),
    (Action::Filter, |app| app.ask(Question::Filter)),
    (Action::Coarser, |app| app.change_step(true)),
    (Action::Finer, |app| app.change_step(false)),
    (Action::GoToDate, |app| app.ask(Question::Date)),
    (Action::WhoSays, |app| app.turn_face(Face::WhoSays)),
    (Action::Provenance, |app| app.turn_face(Face::Provenance)),
    (Action::Pin, App::pin),
    (Action::SwapPin, App::swap_pin),
    (Action::LessDepth, |app| app.change_depth(false)),
    (Action::MoreDepth, |app| app.change_depth(true)),
    (Action::Times, App::turn_times),
    (Action::SortByTime, |app| app.sort_by(Order::Time)),
    (Action::SortByName, |app| app.sort_by(Order::Name)),
    (Action::SortByGrade, |app| app.sort_by(Order::Grade)),
    (Action::SortByLinks, |app| app.sort_by(Order::Links)),
    (Action::Search, |app| app.mode = Mode::Search(Box::<SearchSession>::default())),
    (Action::OpenResult, App::open_result),
    (Action::NextResult, App::next_result),
    (Action::PreviousResult, App::previous_result),
    (Action::ResultsDown, |app| app.choose_result(app.page_rows())),
    (Action::ResultsUp, |app| app.choose_result(-app.page_rows())),
    (Action::KeepResults, App::keep_results),
    (Action::Accept, App::accept),
    (Action::Help, |app| app.list_choices(Listing::Help)),
    (Action::HelpHere, |app| app.list_choices(Listing::Help)),
    (Action::Palette, |app| app.list_choices(Listing::Palette)),
    (Action::SwitchBrief, |app| app.list_choices(Listing::Briefs)),
    (Action::Trail, |app| app.list_choices(Listing::Trail)),
    (Action::Judgements, |app| app.list_choices(Listing::Judgements)),
    (Action::Gaps, |app| app.list_choices(Listing::Gaps)),
    (Action::Questions, |app| app.list_choices(Listing::Questions)),
    (Action::Problems, |app| app.list_choices(Listing::Problems)),
    (Action::Bookmark, App::bookmark),
    (Action::Undo, App::undo),
    (Action::Bookmarks, |app| app.list_choices(Listing::Bookmarks)),
    (Action::Settings, |app| app.list_choices(Listing::Settings)),
    (Action::NextChoice, |app| app.step_choice(1)),
    (Action::PreviousChoice, |app| app.step_choice(-1)),
    (Action::ChoicesDown, |app| app.step_choice(app.page_rows())),
    (Action::ChoicesUp, |app| app.step_choice(-app.page_rows())),
];

/// A rung of the ladder that Esc goes down: what it takes away next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// The search.
    Search,
    /// A list to choose from.
    Chooser,
    /// A line to fill in.
    Prompt,
    /// The chosen link.
    Link,
    /// Showing one pane alone.
    Alone,
    /// Who says what, or the provenance: the page comes again.
    Face,
    /// The newest lens.
    Lens,
    /// The pin.
    Pin,
    /// Nothing is left to take away.
    Nothing,
}

impl App {
    /// Does what an action says, or tells why it cannot.
    pub(super) fn act(&mut self, action: Action) -> Option<Effect> {
        if let Some(why) = self.missing_for(action) {
            self.notice = Some(DisplayText::literal(why));
            return None;
        }
        if let Some((_, wish)) = WISHES.iter().find(|(known, _)| *known == action) {
            return wish(self);
        }
        let arrow = [(Action::CursorRight, true), (Action::CursorLeft, false)];
        let arrow = arrow.into_iter().find(|(known, _)| *known == action);
        if let (Some((_, onward)), Some(setting)) = (arrow, self.setting_under_arrows()) {
            return self.set_next(setting, onward);
        }
        if let Some((_, deed)) = DEEDS.iter().find(|(known, _)| *known == action) {
            deed(self);
        } else if let Some((_, edit)) = EDITS.iter().find(|(known, _)| *known == action) {
            self.edit(*edit);
        }
        EFFECTS.iter().find(|(known, _)| *known == action).map(|(_, effect)| *effect)
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
            Mode::Panes => {}
        }
    }

    /// Text for the field that has the keys; without one it is not taken.
    pub(super) fn type_text(&mut self, text: &str) {
        match &mut self.mode {
            Mode::Search(session) => session.field.insert(text),
            Mode::Chooser(chooser) => {
                chooser.field.insert(text);
                chooser.attention = Attention::Field;
            }
            Mode::Prompt(prompt) => prompt.field.insert(text),
            Mode::Panes => {
                let notice = "text goes into the search only; / opens it";
                self.notice = Some(DisplayText::literal(notice));
            }
        }
    }

    /// What Esc would do now, in a word or two; none where it finds nothing to do.
    #[must_use]
    pub fn cancels(&self) -> Option<&'static str> {
        match self.rung() {
            Rung::Search => Some("cancel, no move"),
            Rung::Chooser | Rung::Prompt => Some("leave"),
            Rung::Link => Some("no link"),
            Rung::Alone => Some("all panes"),
            Rung::Face => Some("its page"),
            Rung::Lens => Some("clear lens"),
            Rung::Pin => Some("unpin"),
            Rung::Nothing => None,
        }
    }

    /// What Esc takes away next: what is open, the chosen link, the pane alone, the face, the newest
    /// lens, the pin, nothing. A table that has the screen anyhow goes before the pane alone.
    #[must_use]
    pub fn rung(&self) -> Rung {
        match &self.mode {
            Mode::Search(_) => Rung::Search,
            Mode::Chooser(_) => Rung::Chooser,
            Mode::Prompt(_) => Rung::Prompt,
            Mode::Panes if self.here.link.is_some() => Rung::Link,
            Mode::Panes if self.table_has_the_screen() => Rung::Face,
            Mode::Panes if self.here.alone => Rung::Alone,
            Mode::Panes if self.here.face != Face::Item => Rung::Face,
            Mode::Panes if !self.here.lenses.is_empty() => Rung::Lens,
            Mode::Panes if self.here.pinned.is_some() => Rung::Pin,
            Mode::Panes => Rung::Nothing,
        }
    }

    /// One step down the ladder of Esc.
    fn cancel(&mut self) {
        match self.rung() {
            Rung::Search => self.mode = Mode::Panes,
            Rung::Chooser => self.leave_chooser(),
            Rung::Prompt => self.leave_prompt(),
            Rung::Link => self.here.link = None,
            Rung::Alone => self.here.alone = false,
            Rung::Face => self.turn_face(Face::Item),
            Rung::Lens => self.pop_lens(),
            Rung::Pin => self.unpin(),
            Rung::Nothing => {
                self.notice = Some(DisplayText::literal("nothing to cancel; q quits"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_does_one_thing() {
        for info in Action::ALL {
            let deeds = DEEDS.iter().filter(|(known, _)| *known == info.action).count();
            let edits = EDITS.iter().filter(|(known, _)| *known == info.action).count();
            let effects = EFFECTS.iter().filter(|(known, _)| *known == info.action).count();
            let wishes = WISHES.iter().filter(|(known, _)| *known == info.action).count();
            assert_eq!(deeds + edits + effects + wishes, 1, "{}", info.id);
        }
    }
}
