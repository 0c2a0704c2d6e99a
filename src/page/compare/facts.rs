//! The facts of one item, and by what they are compared.

use crate::library::{
    Actor, Answer, Aspect, Event, Grade, Inquiry, ItemId, Kind, Library, Record, Relation,
    RoleWord, Source, Stance, Standing, Statement, Voice, When,
};
use crate::page::content::{Run, Runs, Sign, Tone};
use crate::page::phrases::{aspect_label, judgements, sure_runs};
use crate::page::words::{country_words, grade_words, names, semicolons, targets, voice_runs};
use crate::text::DisplayText;
use std::collections::BTreeSet;

/// What a fact is compared by.
pub(super) enum Measure {
    When(When),
    Items(Vec<ItemId>),
    Texts(Vec<DisplayText>),
    /// What claims say: they differ where one disputes another.
    Said(Vec<Statement>),
    /// Shown, and neither agreed nor contradicted.
    Nothing,
}

/// A labelled fact of one item.
pub(super) struct Fact {
    pub(super) label: DisplayText,
    pub(super) shown: Runs,
    pub(super) measure: Measure,
    /// Whether two that have nothing in common contradict each other: two dates do, two lists of
    /// names do not.
    pub(super) exclusive: bool,
}

impl Fact {
    fn text(label: &'static str, text: DisplayText) -> Self {
        let measure = Measure::Texts(vec![text.clone()]);
        let shown = vec![Run::text(text)];
        Self { label: label.into(), shown, measure, exclusive: true }
    }

    fn remark(label: &'static str, shown: Runs) -> Self {
        Self { label: label.into(), shown, measure: Measure::Nothing, exclusive: false }
    }

    /// Items that exclude others: two events with other targets differ in that.
    fn items(library: &Library, label: &'static str, items: Vec<ItemId>) -> Option<Self> {
        Some(Self { exclusive: true, ..Self::list(library, label, items)? })
    }

    /// Items of which there may be more.
    fn list(library: &Library, label: &'static str, items: Vec<ItemId>) -> Option<Self> {
        let shown = vec![Run::text(names(library, items.iter().copied()))];
        (!items.is_empty()).then(|| Self {
            label: label.into(),
            shown,
            measure: Measure::Items(items),
            exclusive: false,
        })
    }

    /// Texts of which there may be more.
    fn texts(label: &'static str, texts: Vec<DisplayText>) -> Option<Self> {
        let shown = vec![Run::text(semicolons(&texts))];
        (!texts.is_empty()).then(|| Self {
            label: label.into(),
            shown,
            measure: Measure::Texts(texts),
            exclusive: false,
        })
    }
}

/// What an item states, in an order that is the same for all items of its kind.
pub(super) fn facts(library: &Library, id: ItemId) -> Vec<Fact> {
    let library = &library.within(id);
    let Some(item) = library.get(id) else { return Vec::new() };
    let mut facts = match &item.record {
        Record::Event(event) => event_facts(library, id, event),
        Record::Claim(claim) => {
            let event = library.event_of(id);
            let mut facts = vec![Fact::text("SAYS", library.full_title(id))];
            facts.extend(Fact::items(library, "OF", library.events_of(id).collect()));
            let told = event.and_then(|event| library.event(event)).map(|event| &event.when.value);
            facts.extend(claim.when.as_ref().or(told).map(|when| when_fact("WHEN", when)));
            facts
        }
        Record::Source(source) => source_facts(library, id, source),
        Record::Actor(actor) => actor_facts(library, id, actor),
        Record::Judgement(judgement) => {
            let mut facts = vec![Fact::text("JUDGES", library.full_title(id))];
            facts.extend(judgement.likelihood.map(|likelihood| {
                let words = crate::text![likelihood.word(), " (", likelihood.meaning(), ")"];
                Fact::text("LIKELIHOOD", words)
            }));
            facts.extend(judgement.confidence.as_ref().map(|confidence| {
                Fact::text("CONFIDENCE", DisplayText::literal(confidence.value.word()))
            }));
            facts.extend(Fact::list(library, "RESTS ON", targets(library, id, Relation::RestsOn)));
            facts
        }
        Record::Place(place) => place
            .country
            .iter()
            .map(|country| Fact::text("COUNTRY", country_words(&country.value)))
            .chain(Fact::list(library, "EVENTS", library.linked(id, Kind::Event).to_vec()))
            .collect(),
        Record::Brief(brief) => {
            let mut facts = vec![Fact::text("MARKING", brief.marking.value.word().into())];
            facts.extend(
                brief
                    .as_of
                    .as_ref()
                    .map(|as_of| Fact::remark("AS OF", vec![Run::text(as_of.text())])),
            );
            facts.extend(Fact::list(library, "ACTORS", library.linked(id, Kind::Actor).to_vec()));
            facts
        }
        Record::Gap(_) => Fact::list(library, "CONCERNS", targets(library, id, Relation::Concerns))
            .into_iter()
            .collect(),
        Record::Question(_) => {
            Fact::list(library, "RESTS ON", targets(library, id, Relation::RestsOn))
                .into_iter()
                .collect()
        }
    };
    if let Some(answer) = library.answer(id) {
        // As on the card: when, who says so, how sure; then the rest.
        let when = facts.iter().position(|fact| fact.label.as_str() == "WHEN");
        let after = when.map_or(facts.len(), |when| when + 1);
        facts.splice(after..after, answer_facts(library, id, &answer));
    }
    facts
}

/// Sources that say otherwise and are named before they are only counted.
const MOST_DIFFERING: usize = 2;

/// Who says so, how sure it is, and what is judged.
fn answer_facts(library: &Library, id: ItemId, answer: &Answer) -> Vec<Fact> {
    let event = library.event_of(id).unwrap_or(id);
    let voice = |voice: &Voice| {
        let runs = voice_runs(library, id, voice, Tone::Text);
        signed(runs, voice.stance != Stance::Supports)
    };
    let supports = |voice: &&Voice| voice.stance == Stance::Supports;
    let (telling, differing): (Vec<&Voice>, Vec<&Voice>) = answer.voices.iter().partition(supports);
    let mut voices: Vec<Runs> = telling.into_iter().map(voice).collect();
    // Each stands with what it says below, where that has a row there.
    let asked = |inquiry: &Inquiry| inquiry.about.is_some() || inquiry.objections.is_empty();
    let stands_below = event == id && library.inquiries(event).iter().all(asked);
    if differing.len() > MOST_DIFFERING && stands_below {
        voices.push(vec![Run::text(crate::text![differing.len(), " say otherwise"])]);
    } else {
        voices.extend(differing.into_iter().map(voice));
    }
    let sources = answer.voices.iter().map(|voice| voice.source).collect();
    let (shown, measure) = (one_after_another(voices), Measure::Items(sources));
    let who = Fact { label: "WHO SAYS".into(), shown, measure, exclusive: false };
    let sure = Fact::remark("HOW SURE", sure_runs(library, id, answer));
    let forms = if event == id { judgements(library, event, 1) } else { None };
    let judged = forms.and_then(|forms| forms.into_iter().next());
    let judged = judged.map(|(runs, _)| Fact::remark("JUDGEMENT", runs));
    [who, sure].into_iter().chain(judged).collect()
}

/// Runs behind the sign of what says otherwise, where they do.
fn signed(runs: Runs, differs: bool) -> Runs {
    let sign = differs.then(|| Run::sign(Sign::Differs, Tone::Text));
    sign.into_iter().chain(runs).collect()
}

/// Runs set apart by semicolons.
fn one_after_another(all: Vec<Runs>) -> Runs {
    let mut joined = Runs::new();
    for runs in all {
        if !joined.is_empty() {
            joined.push(Run::text("; "));
        }
        joined.extend(runs);
    }
    joined
}

fn when_fact(label: &'static str, when: &When) -> Fact {
    let shown = vec![Run::text(when.text_with_weekday())];
    Fact { label: label.into(), shown, measure: Measure::When(when.clone()), exclusive: true }
}

/// Whether a role is that of what an event was done to.
fn is_hit(role: &DisplayText) -> bool {
    matches!(RoleWord::from_word(role.as_str()), Some(RoleWord::Target | RoleWord::Victim))
}

fn event_facts(library: &Library, id: ItemId, event: &Event) -> Vec<Fact> {
    let mut facts = vec![when_fact("WHEN", &event.when.value)];
    facts.push(Fact::text("STATUS", DisplayText::literal(event.status.meaning())));
    facts.extend(Fact::items(library, "WHERE", targets(library, id, Relation::At)));
    let (mut who, mut target) = (Vec::new(), Vec::new());
    for edge in library.outgoing(id).filter(|edge| edge.relation == Relation::Involves) {
        let hit = edge.label.as_deref().is_some_and(is_hit);
        let list = if hit { &mut target } else { &mut who };
        if !list.contains(&edge.to) {
            list.push(edge.to);
        }
    }
    // Who spoke of it or looked into it is no attacker: each stands with what it was in this.
    let named = |actor: &ItemId| {
        let name = library.full_title(*actor);
        let roles = library.roles(id, *actor);
        match roles.iter().find(|role| !is_hit(role)) {
            Some(role) => crate::text![name, " (", role, ")"],
            None => name,
        }
    };
    let shown = vec![Run::text(semicolons(&who.iter().map(named).collect::<Vec<_>>()))];
    facts.extend(Fact::items(library, "WHO", who).map(|fact| Fact { shown, ..fact }));
    facts.extend(Fact::items(library, "TARGET", target));
    let testimony = library.testimony(id);
    for account in testimony.iter().flat_map(|testimony| &testimony.questions) {
        let Some(about) = account.about else { continue };
        let own = account.statements.clone();
        if own.is_empty() {
            continue;
        }
        let values = own.iter().map(|said| {
            signed(vec![Run::text(said.value.clone())], said.standing == Standing::Differs)
        });
        let (label, shown) = (claimed_label(about), one_after_another(values.collect()));
        facts.push(Fact { label, shown, measure: Measure::Said(own), exclusive: true });
    }
    facts
}

/// The row of what claims say, beside the rows of what the event itself tells.
fn claimed_label(about: Aspect) -> DisplayText {
    let label = aspect_label(Some(about));
    match about {
        Aspect::When | Aspect::Where | Aspect::Who | Aspect::Target => {
            crate::text!["SAID: ", label]
        }
        Aspect::Occurrence
        | Aspect::How
        | Aspect::Cause
        | Aspect::Number
        | Aspect::Outcome
        | Aspect::Attribution => label.into(),
    }
}

fn source_facts(library: &Library, id: ItemId, source: &Source) -> Vec<Fact> {
    let mut facts = vec![Fact::text("PUBLISHER", library.speaker(id))];
    facts.extend(source.published.as_ref().map(|when| when_fact("PUBLISHED", &when.value)));
    let reliability = library.reliability(id);
    let words = grade_words(Grade { reliability, credibility: None });
    facts.push(Fact::text("GRADE", crate::text![reliability.word(), ": ", words]));
    facts.extend(source.access.map(|access| Fact::text("ACCESS", access.meaning().into())));
    facts.extend(Fact::list(library, "REPEATS", targets(library, id, Relation::DerivesFrom)));
    facts
}

fn actor_facts(library: &Library, id: ItemId, actor: &Actor) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.extend(actor.kind.as_ref().map(|kind| Fact::text("KIND", kind.value.word().into())));
    facts.extend(
        actor.country.as_ref().map(|country| Fact::text("COUNTRY", country_words(&country.value))),
    );
    facts.extend(actor.role.as_ref().map(|role| Fact::text("ROLE", role.clone())));
    let given = actor.aka.iter().map(|aka| aka.name.clone());
    facts.extend(Fact::texts("ALSO", actor.aliases.iter().cloned().chain(given).collect()));
    facts.extend(Fact::list(library, "PART OF", targets(library, id, Relation::PartOf)));
    let mut roles = BTreeSet::new();
    for event in library.linked(id, Kind::Event) {
        roles.extend(library.roles(*event, id));
    }
    facts.extend(Fact::texts("ROLES", roles.into_iter().collect()));
    facts
}
