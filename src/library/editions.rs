//! Which of several editions of a brief is read, and which briefs another one replaces.
//!
//! Of one id the highest revision is read, then the newer `as-of`, then what is not called superseded, then
//! what was named later: a path after the user's folder, that after what is built in. What is not
//! read takes no part in anything: neither its records nor its marking. What nobody vouches for takes no place
//! of what is listed in a sealed set, and neither of them that of what is signed.

mod in_place;
mod vouched;

pub use vouched::NotReplaced;

use super::merge::written_at;
use super::seal::{Seals, Vouch};
use super::told::Findings;
use super::whole::Whole;
use super::{BriefStatus, Collection, Day, ItemId, Library, Record, Slug, circles};
use crate::brief::Brief;
use crate::diag::{Code, Diagnostic, Severity, SourceId, Sources, Span};
use crate::text;
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};

/// A brief that opened and is not read, since another one stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The file's name.
    pub name: DisplayText,
    /// The brief that is read in its place.
    pub instead: Slug,
    /// Why, in a few words: `older edition, r1, not read`.
    pub why: DisplayText,
    /// Whether it is a brief of the program and the one in its place is not.
    pub is_builtin: bool,
    /// Its own id.
    pub(super) id: Slug,
    /// Its header, and that of what is read in its place.
    pub(super) headers: [Span; 2],
}

impl SetAside {
    /// The name of the file without its folder.
    #[must_use]
    pub fn file(&self) -> DisplayText {
        super::refused::without_folder(&self.name)
    }

    /// Whether it is the brief with this id.
    #[must_use]
    pub fn is(&self, id: &Slug) -> bool {
        self.id == *id
    }

    /// The file itself.
    pub(super) fn source(&self) -> SourceId {
        let [own, _] = &self.headers;
        own.source
    }

    /// What is said of it in a line: `harbour-1.toml: older edition, r1, not read`.
    #[must_use]
    pub fn words(&self) -> DisplayText {
        text![self.name, ": ", self.why]
    }
}

impl Library {
    /// Briefs that opened and are not read: older editions, and those that others replace.
    #[must_use]
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// Whether a brief, or the brief of an item, is a draft.
    #[must_use]
    pub fn is_draft(&self, id: ItemId) -> bool {
        let brief = self.get(id).and_then(|item| item.brief).unwrap_or(id);
        let Some(Record::Brief(brief)) = self.get(brief).map(|brief| &brief.record) else {
            return false;
        };
        brief.status == Some(BriefStatus::Draft)
    }
}

/// Takes out of all collections what is not read; of each is told in a finding.
pub(super) fn set_aside(
    collections: &mut [Collection],
    findings: &mut Findings,
    (files, seals): (&Sources, &Seals),
) -> (Vec<SetAside>, BTreeMap<(Slug, Slug), NotReplaced>) {
    let chosen = older_editions(collections, files, seals);
    let replaced = replaced(collections, &chosen, (files, seals));
    let not_replaced = vouched::not_replaced(collections, &chosen, (files, seals));
    let not_replaced = not_replaced.into_iter().map(|(ids, refused, finding)| {
        findings.push(finding);
        (ids, refused)
    });
    let not_replaced = not_replaced.collect();
    let mut gone: BTreeSet<Place> = BTreeSet::new();
    let mut aside = Vec::new();
    let is_builtin =
        |place: Place| collections.get(place.0).is_some_and(|collection| collection.is_builtin);
    for (place, mut lost) in chosen.lost.into_iter().chain(replaced) {
        gone.insert(place);
        let instead = chosen.read.get(&lost.aside.instead).copied();
        lost.aside.is_builtin = is_builtin(place) && !instead.is_some_and(&is_builtin);
        findings.push(lost.finding);
        findings.extend(in_place(&lost.aside, files));
        aside.push(lost.aside);
    }
    for (number, collection) in collections.iter_mut().enumerate() {
        let mut at = 0..;
        collection.briefs.retain(|document| {
            let place = at.next().map(|at| (number, at));
            document.brief.is_some() && !place.is_some_and(|place| gone.contains(&place))
        });
    }
    (aside, not_replaced)
}

/// I252: what a reader takes for a brief of the program is another one.
fn in_place(aside: &SetAside, files: &Sources) -> Option<Diagnostic> {
    let [own, instead] = &aside.headers;
    let message = text![
        "read in place of the built-in brief `",
        aside.id.shown(),
        "` in ",
        written_at(files, own)
    ];
    let found = Diagnostic::new(Code::I252, instead.clone(), message)
        .help("give it an id of its own to have both read")
        .related(own.clone(), "the built-in one, not read");
    aside.is_builtin.then_some(found)
}

/// The ids of which nothing is read, with what is read in their place.
pub(super) fn replacements(set_aside: &[SetAside]) -> BTreeMap<Slug, Slug> {
    let others = set_aside.iter().filter(|aside| aside.id != aside.instead);
    others.map(|aside| (aside.id.clone(), aside.instead.clone())).collect()
}

/// Takes the findings in what is not read out of those of the library.
pub(super) fn keep_apart(library: &mut Library) {
    let whole: &mut Whole = library;
    note_faults(&mut whole.set_aside, &whole.findings);
    let findings = std::mem::take(&mut whole.findings);
    (whole.unread_findings, whole.findings) = apart(&whole.set_aside, findings);
}

/// Findings in what is not read, and the others.
pub(super) fn apart(
    set_aside: &[SetAside],
    findings: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let unread: BTreeSet<SourceId> = set_aside.iter().map(SetAside::source).collect();
    findings.into_iter().partition(|found| unread.contains(&found.primary.source))
}

/// Adds how sound both are: an older edition is worth a look where the newer one is damaged, and a header
/// with errors may have hidden that it was the newer one.
fn note_faults(set_aside: &mut [SetAside], findings: &[Diagnostic]) {
    let mut errors: BTreeMap<SourceId, Vec<&Diagnostic>> = BTreeMap::new();
    for found in findings.iter().filter(|found| found.severity == Severity::Error) {
        errors.entry(found.primary.source).or_default().push(found);
    }
    for aside in set_aside {
        let [own, instead] = &aside.headers;
        let mut of_own = errors.get(&own.source).into_iter().flatten();
        let in_header = |found: &&Diagnostic| {
            found.code != Code::E011 && own.range().contains(&found.primary.start())
        };
        if of_own.any(in_header) {
            aside.why = text![aside.why, "; its header has errors"];
        }
        if errors.contains_key(&instead.source) {
            aside.why = text![aside.why, "; what is read has errors"];
        }
    }
}

/// Number of a collection and of a brief in it.
type Place = (usize, usize);

/// A brief to be set aside, with what is found of it.
struct Lost {
    aside: SetAside,
    finding: Diagnostic,
}

/// What is read of each id, and what is not.
#[derive(Default)]
struct Chosen {
    read: BTreeMap<Slug, Place>,
    lost: Vec<(Place, Lost)>,
}

/// What orders editions of one id; the highest is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    revision: Option<u32>,
    as_of: Option<Day>,
    stands: bool,
}

impl Rank {
    fn of(brief: &Brief) -> Self {
        Self {
            revision: brief.revision,
            as_of: brief.as_of.as_ref().and_then(super::When::latest),
            stands: brief.status != Some(BriefStatus::Superseded),
        }
    }
}

fn brief_at(collections: &[Collection], (number, at): Place) -> Option<&Brief> {
    collections.get(number)?.briefs.get(at)?.brief.as_deref()
}

fn every_brief(collections: &[Collection]) -> impl Iterator<Item = (Place, &Brief)> {
    collections.iter().enumerate().flat_map(|(number, collection)| {
        let briefs = collection.briefs.iter().enumerate();
        briefs.filter_map(move |(at, document)| Some(((number, at), document.brief.as_deref()?)))
    })
}

fn older_editions(collections: &[Collection], files: &Sources, seals: &Seals) -> Chosen {
    let mut editions: BTreeMap<&Slug, Vec<(Place, &Brief)>> = BTreeMap::new();
    for (place, brief) in every_brief(collections) {
        editions.entry(&brief.id.value).or_default().push((place, brief));
    }
    let mut chosen = Chosen::default();
    for (id, editions) in editions {
        // Of equals the last collection, and in one folder the first by name.
        let key = |(place, brief): &(Place, &Brief)| {
            (Rank::of(brief), place.0, std::cmp::Reverse(place.1))
        };
        let vouch = |brief: &Brief| seals.vouch(brief.span.source);
        let vouched = |edition: &(Place, &Brief)| (vouch(edition.1), key(edition));
        let Some(read) = editions.iter().copied().max_by_key(vouched) else { continue };
        chosen.read.insert(id.clone(), read.0);
        let others = editions.iter().filter(|(place, _)| *place != read.0);
        chosen.lost.extend(others.map(|other| {
            let lost = if key(other) > key(&read) {
                vouched::usurper((other.1, read.1), vouch(read.1), files)
            } else {
                older(*other, read, files)
            };
            (other.0, lost)
        }));
    }
    chosen
}

/// What is said of an edition that is not read.
fn older(
    (place, brief): (Place, &Brief),
    (read_place, read): (Place, &Brief),
    files: &Sources,
) -> Lost {
    let at = written_at(files, &read.id.span);
    let id = brief.id.value.shown();
    let (own, other) = (edition(brief), edition(read));
    let twins = Rank::of(brief) == Rank::of(read);
    let (why, code, message, help) = if !twins {
        (
            text!["older edition, ", own, ", not read"],
            Code::I250,
            text!["an older edition of `", id, "`, ", own, ", not read: ", other, " is in ", at],
            text!["move it out of the folder, or check it alone to see what is in it"],
        )
    } else if place.0 == read_place.0 {
        (
            text!["same edition as ", files.name(read.span.source), ", not read"],
            Code::E011,
            text!["`", id, "` is already the id of the brief in ", at],
            text!["give the newer one a higher `revision`, or one of the two another id"],
        )
    } else {
        (
            text!["same edition as ", files.name(read.span.source), ", not read"],
            Code::I250,
            text!["`", id, "` is read from ", at, ", which is of the same edition"],
            text!["give the newer one a higher `revision`"],
        )
    };
    lost((brief, read), (why, code, message, help), files)
}

fn lost(
    (brief, read): (&Brief, &Brief),
    (why, code, message, help): (DisplayText, Code, DisplayText, DisplayText),
    files: &Sources,
) -> Lost {
    let aside = SetAside {
        name: files.name(brief.span.source),
        instead: read.id.value.clone(),
        why,
        is_builtin: false,
        id: brief.id.value.clone(),
        headers: [whole_header(brief, files), read.span.clone()],
    };
    // The header alone: what stands in a brief that is not read is quoted nowhere.
    let finding = Diagnostic::new(code, brief.span.clone(), message).help(help);
    Lost { aside, finding: finding.related(read.id.span.clone(), "the one that is read") }
}

/// A header with its keys, up to the next one.
fn whole_header(brief: &Brief, files: &Sources) -> Span {
    let (source, range) = (brief.span.source, brief.span.range());
    let below = text::part(files.raw(source), range.end..);
    let end = range.end + below.find("\n[").unwrap_or(below.len());
    Span::new(source, range.start..end)
}

/// `r2`, with the day up to which it tells where it has one: two editions may differ in that alone.
fn edition(brief: &Brief) -> DisplayText {
    let revision =
        brief.revision.map_or_else(|| "no revision".into(), |revision| text!["r", revision]);
    match &brief.as_of {
        Some(as_of) => text![revision, " as of ", as_of.text()],
        None => revision,
    }
}

/// Briefs that others replace, directly or by way of others, with what is read in their place. Of those
/// that replace one another in a circle none is hidden: nobody knows which was meant.
fn replaced(
    collections: &[Collection],
    chosen: &Chosen,
    (files, seals): (&Sources, &Seals),
) -> Vec<(Place, Lost)> {
    let vouch = |place| {
        let brief = brief_at(collections, place);
        brief.map_or(Vouch::Nobody, |brief| seals.vouch(brief.span.source))
    };
    let older = |place: Place| {
        let brief = brief_at(collections, place);
        let ids = brief.into_iter().flat_map(|brief| &brief.supersedes);
        let older = ids.filter_map(|id| chosen.read.get(&id.value).copied());
        older.filter(move |older| vouch(*older) <= vouch(place))
    };
    // In the order of the collections and of their briefs.
    let read: BTreeSet<Place> = chosen.read.values().copied().collect();
    let read = || read.iter().copied();
    let circles: BTreeSet<Place> = circles::of(read(), older).into_iter().flatten().collect();
    let hides = |place| older(place).filter(|older| !circles.contains(older));
    let hidden: BTreeSet<Place> = read().flat_map(hides).collect();
    let mut instead: BTreeMap<Place, Place> = BTreeMap::new();
    for newest in read().filter(|place| !hidden.contains(place)) {
        let mut open: Vec<Place> = hides(newest).collect();
        while let Some(place) = open.pop() {
            if let std::collections::btree_map::Entry::Vacant(free) = instead.entry(place) {
                free.insert(newest);
                open.extend(hides(place));
            }
        }
    }
    let lost = instead.into_iter().filter_map(|(place, newest)| {
        let pair = (brief_at(collections, place)?, brief_at(collections, newest)?);
        Some((place, replacement(pair, files)))
    });
    lost.collect()
}

fn replacement((brief, read): (&Brief, &Brief), files: &Sources) -> Lost {
    let newer = read.id.value.shown();
    let message = text![
        "`",
        brief.id.value.shown(),
        "` is replaced by `",
        newer,
        "` in ",
        written_at(files, &read.id.span),
        ", not read"
    ];
    let why = text!["replaced by ", newer, ", not read"];
    let help = text!["move it out of the folder, or take it out of `supersedes`"];
    lost((brief, read), (why, Code::I251, message, help), files)
}
