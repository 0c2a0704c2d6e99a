//! Findings about references that name nothing, or more than one thing.

use super::scope::{ScopeId, Scopes, nearest};
use super::{Item, Kind, ProseReference, ProseTarget, Relation, RoleWord, Slug};
use crate::brief::{LeftOut, Reference, Word};
use crate::diag::{Code, Diagnostic, Span};
use crate::text;
use crate::text::{DisplayText, Shown, join};

/// What a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Item(Kind),
    EventOrClaim,
    Publisher,
}

impl Wanted {
    fn code(self) -> Code {
        match self {
            Self::Item(Kind::Source) => Code::E110,
            Self::Item(Kind::Actor) => Code::E111,
            Self::Item(Kind::Place) => Code::E112,
            Self::Item(
                Kind::Brief
                | Kind::Event
                | Kind::Claim
                | Kind::Judgement
                | Kind::Gap
                | Kind::Question,
            )
            | Self::EventOrClaim => Code::E113,
            Self::Publisher => Code::E114,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Item(kind) => kind.word(),
            Self::EventOrClaim => "event or claim",
            Self::Publisher => "publisher",
        }
    }

    fn with_article(self) -> &'static str {
        match self {
            Self::Item(kind) => kind.with_article(),
            Self::EventOrClaim => "an event or claim",
            Self::Publisher => "a publisher",
        }
    }

    fn ids(self, scopes: &Scopes, scope: ScopeId) -> Vec<Slug> {
        match self {
            Self::Item(kind) => scopes.ids(scope, &[kind]),
            Self::EventOrClaim => scopes.ids(scope, &[Kind::Event, Kind::Claim]),
            Self::Publisher => publishers(scopes, scope),
        }
    }
}

fn publishers(scopes: &Scopes, scope: ScopeId) -> Vec<Slug> {
    scopes.seen(scope).flat_map(|seen| seen.publishers.keys().cloned()).collect()
}

/// The key whose references make a relation.
pub(super) fn key(relation: Relation) -> &'static str {
    match relation {
        Relation::Involves => "roles",
        Relation::At => "places",
        Relation::Cites => "cite",
        Relation::Claims => "claim",
        Relation::AssertedBy => "by",
        Relation::AscribesTo | Relation::RelatesTo => "to",
        Relation::Disputes => "disputes",
        Relation::RestsOn => "basis",
        Relation::Against => "against",
        Relation::Answers | Relation::Concerns => "on",
        Relation::PublishedBy => "publisher",
        Relation::DerivesFrom => "derived-from",
        Relation::PartOf => "part-of",
        Relation::LinksTo => "link",
        Relation::ReplacedBy => "replaced-by",
        Relation::Supersedes => "supersedes",
        Relation::Mentions => "text",
    }
}

/// E110 to E114: no such record; with a hint, the nearest id is looked for.
pub(super) fn reference(
    scopes: &Scopes,
    scope: ScopeId,
    (key, wanted): (&'static str, Wanted),
    reference: &Reference,
    hint: bool,
) -> Diagnostic {
    let slug = &reference.value;
    if let Some(left_out) = scopes.left_out(scope, slug) {
        return unread(wanted.code(), left_out, reference);
    }
    let ids = if hint { wanted.ids(scopes, scope) } else { Vec::new() };
    let near = nearest(slug.as_str(), ids);
    if let Some(other) = other_table(scopes, scope, slug) {
        let message = text![
            "`",
            slug.shown(),
            "` is ",
            other.with_article,
            ", and `",
            key,
            "` takes ",
            wanted.with_article()
        ];
        let found = Diagnostic::new(wanted.code(), reference.span.clone(), message);
        let near = near.map(|near| text!["did you mean `", near.shown(), "`?"]);
        return found.help(near.unwrap_or_else(|| other_kind((key, wanted), &other, slug)));
    }
    let message = text!["no ", wanted.word(), " has the id `", slug.shown(), "`"];
    if let Some(LeftOut { noun, line, span, stands, .. }) =
        scopes.left_out_nameless(scope, wanted.word())
    {
        let fault = if *stands { " has no id that can be read" } else { " is left out" };
        let message = text![message, "; one ", noun, fault, ", at line ", line];
        let found = Diagnostic::new(wanted.code(), reference.span.clone(), message);
        return found.related(span.clone(), "it cannot be read");
    }
    let message = match near {
        Some(near) => text![message, "; did you mean `", near.shown(), "`?"],
        None => message,
    };
    let found = Diagnostic::new(wanted.code(), reference.span.clone(), message);
    match defining(wanted, slug) {
        Some(define) => found.help(define),
        None => found,
    }
}

/// What to do where the id is one of another kind.
fn other_kind((key, wanted): (&'static str, Wanted), other: &Table, slug: &Slug) -> DisplayText {
    let slug = slug.shown();
    match (wanted, other.word) {
        (Wanted::Item(Kind::Actor), "publisher") => text![
            "if the publisher takes part, define it as `[actor.",
            slug,
            "]` too and add `actor = \"",
            slug,
            "\"` to the publisher"
        ],
        (Wanted::Publisher, "actor") => {
            text!["define it as `[publisher.", slug, "]` too, with `actor = \"", slug, "\"`"]
        }
        (Wanted::Item(Kind::Source), "publisher") => {
            text!["name the document that it published"]
        }
        (Wanted::Item(Kind::Actor), "event") if key == "from" => {
            text!["how an event relates to another is `[[event.link]]`, below the one"]
        }
        (Wanted::Item(Kind::Event), "actor") if key == "to" => {
            text!["an event is linked to an event; two actors are linked by `[[link]]`"]
        }
        (Wanted::Item(Kind::Claim), "event") => {
            text!["name the claim under that event that is meant"]
        }
        (Wanted::Item(Kind::Event), "claim") => text!["name the event that it stands under"],
        (Wanted::EventOrClaim, "judgement") => {
            text!["name the events and claims that the judgement rests on"]
        }
        (Wanted::EventOrClaim, "source") => text![
            "name the claim or event that the source tells of; the source stands in its `cite`"
        ],
        (Wanted::Item(Kind::Source), "actor") => {
            text!["name the document in which it is said"]
        }
        (Wanted::Item(Kind::Actor), "event" | "claim" | "place") => {
            text!["name who takes part in it"]
        }
        _ => text!["write the id of ", wanted.with_article()],
    }
}

/// The record is there and could not be read, of which another finding tells.
fn unread(code: Code, left_out: &LeftOut, reference: &Reference) -> Diagnostic {
    let LeftOut { noun, line, span, .. } = left_out;
    let slug = reference.value.shown();
    let message = text!["the ", noun, " `", slug, "` is left out, at line ", line];
    let found = Diagnostic::new(code, reference.span.clone(), message);
    found.related(span.clone(), "it cannot be read")
}

/// The table that does have the id.
fn other_table(scopes: &Scopes, scope: ScopeId, slug: &Slug) -> Option<Table> {
    let item = scopes
        .any(scope, slug)
        .first()
        .map(|(kind, _)| Table { word: kind.word(), with_article: kind.with_article() });
    let publisher = Table { word: "publisher", with_article: "a publisher" };
    item.or_else(|| scopes.publisher(scope, slug).map(|_| publisher))
}

/// The words for a table.
#[derive(Clone, Copy, Debug)]
struct Table {
    word: &'static str,
    with_article: &'static str,
}

/// How to define what is missing.
fn defining(wanted: Wanted, slug: &Slug) -> Option<DisplayText> {
    let table = match wanted {
        Wanted::Item(kind @ (Kind::Source | Kind::Actor | Kind::Place)) => kind.word(),
        Wanted::Publisher => "publisher",
        Wanted::EventOrClaim
        | Wanted::Item(
            Kind::Brief | Kind::Event | Kind::Claim | Kind::Judgement | Kind::Gap | Kind::Question,
        ) => return None,
    };
    // `peskov = ["speaker"]` has both the wrong way round; an actor of that name would hide it.
    if wanted == Wanted::Item(Kind::Actor) && RoleWord::read(slug.as_str()).is_some() {
        let role = slug.shown();
        return Some(text![
            "`",
            role,
            "` is a role, which stands first: `",
            role,
            " = [\"actor-id\"]`"
        ]);
    }
    let slug = slug.shown();
    Some(text!["define it as `[", table, ".", slug, "]`, here or in `_registry`"])
}

/// E115: a citation or link in running text names nothing.
pub(super) fn prose(
    scopes: &Scopes,
    scope: ScopeId,
    reference: &ProseReference,
    hint: bool,
) -> Diagnostic {
    let (ProseTarget::Cite(slug, _) | ProseTarget::Link(_, slug)) = &reference.target;
    if let Some(left_out) = scopes.left_out(scope, slug) {
        let named = Reference { value: slug.clone(), span: reference.span.clone() };
        return unread(Code::E115, left_out, &named);
    }
    let (message, slug) = match &reference.target {
        ProseTarget::Cite(slug, _) => (text!["`[@", slug.shown(), "]` cites no source"], slug),
        ProseTarget::Link(None, slug) => (text!["`[[", slug.shown(), "]]` links to nothing"], slug),
        ProseTarget::Link(Some(word), slug) => {
            let written = text!["`[[", word, ":", slug.shown(), "]]`"];
            let message = match Kind::from_word(word.as_str()) {
                Some(kind) => text![written, ": no ", kind.word(), " has this id"],
                None if word.as_str() == "publisher" => {
                    text![written, ": no publisher has this id"]
                }
                None => text![written, ": `", word, "` is no kind; ", KINDS],
            };
            (message, slug)
        }
    };
    let cited = matches!(reference.target, ProseTarget::Cite(..));
    let other = other_table(scopes, scope, slug).filter(|_| cited);
    let wanted = if hint { meant(scopes, scope, &reference.target) } else { Vec::new() };
    let message = match (nearest(slug.as_str(), wanted), other) {
        (Some(near), _) => text![message, "; did you mean `", near.shown(), "`?"],
        (None, Some(other)) => {
            text![
                message,
                "; it is the id of ",
                other.with_article,
                ": write `[[",
                other.word,
                ":",
                slug.shown(),
                "]]`"
            ]
        }
        (None, None) => message,
    };
    Diagnostic::new(Code::E115, reference.span.clone(), message)
}

/// The ids that a reference in running text may mean.
fn meant(scopes: &Scopes, scope: ScopeId, target: &ProseTarget) -> Vec<Slug> {
    match target {
        ProseTarget::Cite(..) => scopes.ids(scope, &[Kind::Source]),
        ProseTarget::Link(None, _) => {
            let mut ids = scopes.ids(scope, Kind::ALL);
            ids.extend(scopes.briefs.keys().cloned());
            ids
        }
        ProseTarget::Link(Some(word), _) => match Kind::from_word(word.as_str()) {
            Some(kind) => scopes.ids(scope, &[kind]),
            None if word.as_str() == "publisher" => publishers(scopes, scope),
            None => Vec::new(),
        },
    }
}

/// The kind words, for a message.
const KINDS: &str =
    "the kinds are brief, event, claim, actor, source, place, judgement, gap, qa, publisher";

/// I224: what is referred to is deprecated or replaced.
pub(super) fn out_of_use(
    item: &Item,
    is_there: impl Fn(&Slug) -> bool,
    span: &Span,
) -> Option<Diagnostic> {
    let slug = item.slug.shown();
    let (why, by) = item.record.out_of_use();
    let (message, help) = match (why, by.filter(|by| is_there(by))) {
        (None, None) => return None,
        (_, Some(by)) => (
            text!["`", slug, "` is replaced by `", by.shown(), "`"],
            text!["write `", by.shown(), "` if it stands for what is meant here"],
        ),
        (Some(why), None) => (
            text!["`", slug, "` is deprecated: ", super::prose::one_line(&super::plain(why))],
            text!["refer to another record, or to none"],
        ),
    };
    let found = Diagnostic::new(Code::I224, span.clone(), message).help(help);
    Some(found.related(item.span.clone(), text!["`", slug, "`"]))
}

/// E115: a link in running text names more than one thing.
pub(super) fn ambiguous(tables: &[&'static str], reference: &ProseReference) -> Diagnostic {
    let (ProseTarget::Link(_, slug) | ProseTarget::Cite(slug, _)) = &reference.target;
    let articles: Vec<DisplayText> = tables
        .iter()
        .map(|word| Kind::from_word(word).map_or("a publisher", Kind::with_article).into())
        .collect();
    let mut pieces: Vec<&dyn Shown> = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        if at > 0 {
            pieces.push(if at + 1 == articles.len() { &" and " } else { &", " });
        }
        pieces.push(article);
    }
    let both = if tables.len() == 2 { "both " } else { "" };
    let first = tables.first().copied().unwrap_or("event");
    let message = text![
        "`[[",
        slug.shown(),
        "]]` is ",
        both,
        join(&pieces),
        ": write `[[",
        first,
        ":",
        slug.shown(),
        "]]`"
    ];
    Diagnostic::new(Code::E115, reference.span.clone(), message)
}
