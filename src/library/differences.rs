//! Where files describe a shared record differently: who says what, and what is said otherwise.

use super::pool::{Account, Bearing, Told};
use super::refused::without_folder;
use super::{ItemId, Library};
use crate::diag::Span;
use crate::text;
use crate::text::DisplayText;

/// What one file says of a shared record under one of its keys, where that is not what all see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The file that says it.
    pub file: DisplayText,
    /// Its brief; of a registry there is none.
    pub brief: Option<ItemId>,
    /// The publisher that it is said of, where it is not said of the record itself.
    pub house: Option<DisplayText>,
    /// The key.
    pub key: &'static str,
    /// What the file says there; nothing where it is silent.
    pub says: Vec<DisplayText>,
    /// What is said otherwise; nothing where the file adds to it.
    pub otherwise: Vec<DisplayText>,
    /// The file that says that.
    pub other: DisplayText,
    /// Whether what cites the record counts for more or less by it.
    pub weighs: bool,
}

impl Difference {
    /// Who says what in a line: `graded E, says note.toml (graded A in sources.toml)`.
    #[must_use]
    pub fn words(&self) -> DisplayText {
        let own = key_words(self.key, &self.says);
        let own = match &self.house {
            Some(house) => text!["its publisher ", house, " ", own],
            None => own,
        };
        let own = text![own, ", says ", self.file];
        if self.otherwise.is_empty() {
            return own;
        }
        text![own, " (", key_words(self.key, &self.otherwise), " in ", self.other, ")"]
    }
}

/// What stands under a key, as one says it of a record.
pub(super) fn key_words(key: &'static str, values: &[DisplayText]) -> DisplayText {
    let all = text::comma_separated(values);
    let is_silent = values.is_empty();
    match key {
        "name" | "title" => text!["called \"", all, "\""],
        "withdrawn" if is_silent => "not withdrawn".into(),
        "withdrawn" => "withdrawn".into(),
        "reliability" if is_silent => "given no letter".into(),
        "reliability" => text!["graded ", all],
        "derived-from" if is_silent => "derived from nothing".into(),
        "derived-from" => text!["derived from ", all],
        "publisher" if is_silent => "without a publisher".into(),
        "publisher" => text!["published by ", all],
        "part-of" if is_silent => "part of nothing".into(),
        "part-of" => text!["part of ", all],
        "actor" if is_silent => "nobody's voice".into(),
        "actor" => text!["the voice of ", all],
        _ if is_silent => text!["no ", key],
        "aliases" | "names" => text!["also written ", all],
        "aka" => text!["also called ", all],
        "cite" => text!["resting on ", all],
        "replaced-by" => text!["replaced by ", all],
        "deprecated" => text!["no longer to be referred to: ", all],
        "reliability-why" => text!["given its letter because: ", all],
        "withdrawn-why" => text!["withdrawn because: ", all],
        "summary" | "note" => text![key, ": ", all],
        "tlp" => text!["marked TLP:", all],
        _ => text![key, " \"", all, "\""],
    }
}

impl Told {
    /// Whether a reader of the other description would want to know: what the file adds for itself is told
    /// on the page of the record alone.
    pub(super) fn is_found(&self, adds: bool) -> bool {
        let says = !self.says.is_empty();
        match self.bearing {
            Bearing::Finds => false,
            // A contradiction of the registry is a finding of its own.
            Bearing::Tells if adds && matches!(self.key, "name" | "title" | "kind" | "country") => {
                false
            }
            Bearing::Tells => says && !self.otherwise.is_empty(),
            Bearing::Portrays => says && !(adds && self.otherwise.is_empty()),
            Bearing::Weighs => true,
        }
    }
}

impl Library {
    /// Where files describe an actor, a source or a place differently from what is shown of it; of a
    /// source also where they describe its publishers so. Within a brief, which sees its own
    /// description, there are none.
    #[must_use]
    pub fn differences(&self, id: ItemId) -> Vec<Difference> {
        if self.viewpoint().is_some() {
            return Vec::new();
        }
        let views = self.views.of(id).map(|(scope, view)| (scope, None, &view.account));
        let houses = self.houses_of(id).iter().flat_map(|at| {
            let name = self.publishers.get(*at).map(|house| house.name.clone());
            let views = self.views.of_house(*at);
            views.map(move |(scope, view)| (scope, name.clone(), &view.account))
        });
        let all = views.chain(houses);
        all.flat_map(|(scope, house, account)| {
            let brief = self.scopes.list.get(scope).and_then(|scope| scope.brief);
            self.differences_of(account, brief, house.as_ref())
        })
        .collect()
    }

    fn differences_of(
        &self,
        account: &Account,
        brief: Option<ItemId>,
        house: Option<&DisplayText>,
    ) -> Vec<Difference> {
        // Registries have the same few files everywhere.
        let file = |span: &Span| {
            let name = self.sources.name(span.source);
            if name.as_str().contains("_registry") { name } else { without_folder(&name) }
        };
        let Account { own, other, adds: _, told } = account;
        let difference = |told: &Told| Difference {
            file: file(own),
            brief,
            house: house.cloned(),
            key: told.key,
            says: told.says.clone(),
            otherwise: told.otherwise.clone(),
            other: file(other),
            weighs: told.bearing == Bearing::Weighs,
        };
        told.iter().map(difference).collect()
    }
}
