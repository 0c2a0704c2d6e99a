//! The words of the title bars.

use super::App;
use crate::choice::{Depth, Face, Order, Pane, TimeStep, Worded};
use crate::library::{ItemId, Record};
use crate::page::{Page, role_in};
use crate::text::DisplayText;

/// What stands in a title bar: a name at its left end, where one is at its right end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The names, the fullest first.
    pub names: Vec<DisplayText>,
    /// Where one is, the fullest words first.
    pub infos: Vec<DisplayText>,
    /// Whether a shorter name is better than none of it.
    pub needs_info: bool,
}

/// Actors that the bar below the reader names; who leads needs no more.
const NAMED: usize = 3;

impl App {
    /// The title bar of a pane.
    #[must_use]
    pub fn bar(&self, pane: Pane) -> Bar {
        if pane == Pane::Reader {
            let (names, infos) = (self.reader_names(), self.reader_infos());
            return Bar { names, infos, needs_info: false };
        }
        let (names, infos) = (self.list_names(pane), self.list_infos(pane));
        Bar { names, infos, needs_info: true }
    }

    /// The title bar of who says what beside the reader.
    #[must_use]
    pub fn said_bar(&self) -> Bar {
        let infos = self.said().into_iter().map(|(_, claims)| crate::text![*claims]).collect();
        let names =
            vec![crate::text![self.keymap.lead(crate::action::Action::WhoSays), "Who says what"]];
        Bar { names, infos, needs_info: false }
    }

    /// What is said below as much of who says what as has room.
    #[must_use]
    pub fn rest_of_said(&self) -> DisplayText {
        match self.key_of(crate::action::Action::WhoSays) {
            Some(key) => crate::text![key, " shows all of it"],
            None => "more".into(),
        }
    }

    /// What is said where a start comes back to the place of the one before.
    #[must_use]
    pub fn resumed(&self) -> Option<DisplayText> {
        let title = super::short_name(&self.library, self.here.subject?);
        let title = crate::text::at_word(&title, 48);
        Some(match self.key_of(crate::action::Action::SwitchBrief) {
            Some(key) => crate::text!["back at ", title, "; ", key, " shows all briefs"],
            None => crate::text!["back at ", title],
        })
    }

    /// What a list without rows says.
    #[must_use]
    pub fn nothing_listed(&self, pane: Pane) -> DisplayText {
        let own = pane.follows_subject() && self.list(pane).is_some_and(|list| !list.whole);
        let words = match (self.starting.loading, self.here.lenses.is_empty(), own) {
            (true, ..) => "",
            (false, false, _) => "none within the lens",
            (false, true, true) => "none linked",
            (false, true, false) => "none",
        };
        words.into()
    }

    /// What the lists hold that have no room, in the bar below the reader: at its left end the actors,
    /// the fullest words first, at its right end the sources.
    #[must_use]
    pub fn summary_bar(&self) -> Bar {
        if self.starting.loading {
            // Nothing is counted yet.
            let name = |pane: Pane| crate::text![self.keymap.pane_lead(pane), pane.name()];
            let (names, infos) = (vec![name(Pane::Actors)], vec![name(Pane::Sources)]);
            return Bar { names, infos, needs_info: true };
        }
        let count = |pane: Pane| self.list_rows(pane).map_or(0, |shown| shown.linked);
        let (actors, sources) = (count(Pane::Actors), count(Pane::Sources));
        let lead = crate::text![self.keymap.pane_lead(Pane::Actors), "Actors ", actors];
        let leading: Vec<DisplayText> = self.leading_actors();
        let with = |shown: usize| {
            let mut text = crate::text![lead, ":"];
            for (place, name) in leading.iter().take(shown).enumerate() {
                text = crate::text![text, if place > 0 { ", " } else { " " }, name];
            }
            let more = actors.saturating_sub(shown);
            if more > 0 { crate::text![text, " +", more] } else { text }
        };
        let mut names: Vec<DisplayText> = (1..=leading.len()).rev().map(with).collect();
        names.push(lead.clone());
        let sources = crate::text![self.keymap.pane_lead(Pane::Sources), "Sources ", sources];
        Bar { names, infos: vec![sources], needs_info: true }
    }

    /// `Iran accused`: the first actors of the list, each with its part.
    fn leading_actors(&self) -> Vec<DisplayText> {
        let Some(shown) = self.list_rows(Pane::Actors).filter(|shown| shown.linked_only) else {
            return Vec::new();
        };
        let head = self.list(Pane::Actors).and_then(|list| list.heads);
        let named = shown.rows.iter().filter_map(super::Row::item).take(NAMED);
        let with_part = |actor: ItemId| {
            let name = self.library.short_name(actor);
            match head.map(|head| role_in(&self.library, head, actor)) {
                Some(part) if !part.is_empty() => crate::text![name, " ", part],
                _ => name,
            }
        };
        named.map(with_part).collect()
    }

    /// A list by its number and name, with what it is sorted by or the step it is read in.
    fn list_names(&self, pane: Pane) -> Vec<DisplayText> {
        let name = crate::text![self.keymap.pane_lead(pane), pane.name()];
        if let Some(order) = self.order_word(pane) {
            return vec![crate::text![name, " by ", order], crate::text![name, ": ", order], name];
        }
        if let Some(head) = self.other_head(pane) {
            let of = |columns| crate::text![name, " of ", crate::text::at_word(&head, columns)];
            return vec![of(usize::MAX), of(40), of(24), of(12), name];
        }
        let step = self.here.step;
        if pane == Pane::Timeline && step != TimeStep::Day {
            return vec![crate::text![name, " by ", step.word()], name];
        }
        // Narrow rows have no room for the year.
        let narrow = pane == Pane::Timeline && self.layout.side_by_side;
        let year = if narrow { self.year_in_sight() } else { None };
        let named = year.map(|year| crate::text![name, " ", year]);
        named.into_iter().chain([name]).collect()
    }

    /// What a list belongs to, where that is not the subject: one goes through it.
    fn other_head(&self, pane: Pane) -> Option<DisplayText> {
        let list = self.list(pane).filter(|list| !list.whole && pane.follows_subject())?;
        let head = list.heads.filter(|head| Some(*head) != self.here.subject)?;
        Some(super::short_name(&self.library, head))
    }

    /// The year of the first event in sight.
    fn year_in_sight(&self) -> Option<i32> {
        let shown = self.list_rows(Pane::Timeline)?;
        let first = shown.rows.iter().skip(shown.scroll).find_map(super::Row::item)?;
        super::rows::year_of(&self.library, first)
    }

    /// Where one is in the pane that has the keys, with what it is sorted by, as it stands beside the tabs;
    /// the fullest words first.
    #[must_use]
    pub fn tab_infos(&self) -> Vec<DisplayText> {
        let pane = self.here.focus;
        let positions = self.bar(pane).infos;
        let Some(order) = self.order_word(pane) else { return positions };
        let sorted = positions.iter().map(|info| crate::text![info, " by ", order]);
        let sorted: Vec<DisplayText> = sorted.chain([crate::text!["by ", order]]).collect();
        sorted.into_iter().chain(positions).collect()
    }

    /// What a list is sorted by, unless it is as usual.
    #[must_use]
    pub fn order_word(&self, pane: Pane) -> Option<&'static str> {
        match self.list(pane)?.order {
            Order::Usual => None,
            Order::Time => Some("time"),
            Order::Name => Some("name"),
            Order::Grade => Some("grade"),
            Order::Links => Some("links"),
        }
    }

    /// Where one is in a list, or how much of it belongs to the subject.
    fn list_infos(&self, pane: Pane) -> Vec<DisplayText> {
        let Some(shown) = self.list_rows(pane) else { return Vec::new() };
        if self.starting.loading {
            return Vec::new();
        }
        let (items, linked, all) = (
            shown.items,
            shown.linked,
            super::rows::unfiltered(&self.library, self.here.brief, pane),
        );
        if shown.linked_only {
            let plain = crate::text![linked, " linked"];
            let at = shown.at.map(|at| crate::text![at + 1, " of ", linked, " linked"]);
            return at.into_iter().chain([plain]).collect();
        }
        let part = if items < all { crate::text![" (of ", all, ")"] } else { "".into() };
        match shown.at {
            None if all == 0 => Vec::new(),
            None if items == 0 => vec![crate::text!["0", part], "0".into()],
            Some(at) => {
                let plain = crate::text![at + 1, " of ", items];
                vec![crate::text![plain, part], plain]
            }
            None if pane.follows_subject() => {
                vec![
                    crate::text!["all ", items, part, ", ", linked, " linked"],
                    crate::text!["all ", items],
                ]
            }
            None => {
                let plain = crate::text![linked, " of ", items, " linked"];
                vec![crate::text![plain, part], plain, crate::text![linked, " linked"]]
            }
        }
    }

    fn reader_names(&self) -> Vec<DisplayText> {
        let apart = self.layout.pinned.is_none() && self.here.pinned == self.here.subject;
        let lead = match self.here.pinned {
            None => "",
            Some(_) if apart => "PINNED ",
            Some(_) => "COMPARE ",
        };
        let names = self.page_names(lead, self.page()).into_iter();
        names.map(|name| crate::text![self.keymap.pane_lead(Pane::Reader), name]).collect()
    }

    /// The names of what is pinned beside the subject.
    #[must_use]
    pub fn pinned_names(&self) -> Vec<DisplayText> {
        self.page_names("PINNED ", self.pinned_page())
    }

    /// A page with its title, then its kind or face, then what stands before them.
    fn page_names(&self, lead: &'static str, page: &Page) -> Vec<DisplayText> {
        let item = page.subject.and_then(|subject| self.library.get(subject));
        let kind = match self.here.face {
            Face::WhoSays => "Who says what",
            Face::Provenance => "Where it comes from",
            Face::Item => item.map_or("", |item| item.kind.heading()),
        };
        let mut names = vec![crate::text![lead, page.title]];
        if !kind.is_empty() {
            names.push(crate::text![lead, kind]);
        }
        if !lead.is_empty() {
            names.push(DisplayText::literal(lead.trim_end()));
        }
        names
    }

    /// What the reader leaves out or has not shown yet; else the brief of the subject.
    fn reader_infos(&self) -> Vec<DisplayText> {
        let more =
            if self.reading.has_more(&self.here, &self.layout) { Some("more") } else { None };
        let depth = match self.preferences.depth {
            depth @ (Depth::Headline | Depth::Card) if self.here.face == Face::Item => {
                Some(depth.word())
            }
            Depth::Headline | Depth::Card | Depth::Full => None,
        };
        match (depth, more) {
            (Some(depth), Some(more)) => vec![crate::text![depth, ", ", more], depth.into()],
            (Some(word), None) | (None, Some(word)) => vec![word.into()],
            (None, None) => self.here.subject.and_then(|id| self.own_tag(id)).into_iter().collect(),
        }
    }

    /// The short name of the brief that an item is of, while several are read; a brief is of none.
    fn own_tag(&self, item: ItemId) -> Option<DisplayText> {
        let found = self.library.get(item)?;
        if matches!(found.record, Record::Brief(_)) {
            return None;
        }
        self.tag_of(item)
    }
}
