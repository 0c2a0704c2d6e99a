//! Every form that a key can have.

use super::{Field, Form, Held, Listed};
use crate::brief::context::{Context, Text};
use crate::brief::reading::Reading;
use crate::brief::shape::Shape;
use crate::brief::{
    Amount, Confidence, Credibility, Likelihood, Marking, OpenWord, Prose, Reference, Reliability,
    RoleWord, Slug, When, Word, prose,
};
use crate::text::DisplayText;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::marker::PhantomData;
use toml::Spanned;

/// Declares forms: what the schema says, what TOML holds, what becomes of it, and how.
macro_rules! forms {
    ($(
        $(#[$doc:meta])*
        $name:ty $(where [$($parameter:tt)*])?: $shape:expr, $written:ty => $value:ty,
        |$context:ident, $record:ident, $key:ident, $text:ident| $read:expr;
    )*) => {$(
        $(#[$doc])*
        impl$(<$($parameter)*>)? Held for $name {
            type Value = $value;
        }

        impl$(<$($parameter)*>)? Form for $name {
            const SHAPE: Shape = $shape;
            type Written = $written;

            fn read(
                $context: &mut Context<'_>,
                $record: &mut Reading<'_>,
                $key: &'static str,
                $text: &$written,
            ) -> Option<$value> {
                $read
            }
        }
    )*};
}

/// One line of text.
#[derive(Debug)]
pub enum Line {}

/// A text that is kept as it was written, and cleaned where it is shown.
#[derive(Debug)]
pub enum Verbatim {}

/// The record's own id, in one space with those of events, claims and judgements.
#[derive(Debug)]
pub enum OwnId {}

/// The id that a record is called by where no other kind shares its space.
#[derive(Debug)]
pub enum RecordId {}

/// The id of a record of a kind.
#[derive(Debug)]
pub struct Id<T>(PhantomData<T>);

/// One word of a closed list.
#[derive(Debug)]
pub struct OneOf<W>(PhantomData<W>);

/// One word of a list that authors may add to.
#[derive(Debug)]
pub struct Open<W>(PhantomData<W>);

/// A number that counts from 1.
#[derive(Debug)]
pub enum Count {}

/// A number of degrees, in ten-thousandths of one, within a limit on both sides of zero.
#[derive(Debug)]
pub enum Degrees<const LIMIT: u8> {}

/// A country code (ISO 3166-1 alpha-2).
#[derive(Debug)]
pub enum Country {}

/// A language tag (BCP 47).
#[derive(Debug)]
pub enum Language {}

/// An ATT&CK id.
#[derive(Debug)]
pub enum AttackId {}

/// An http or https address.
#[derive(Debug)]
pub enum Address {}

/// 64 hexadecimal digits.
#[derive(Debug)]
pub enum Sha256 {}

/// What ids can be of, in words: `event or claim`.
pub(in crate::brief) trait Target {
    const WORDS: &'static str;
}

forms! {
    Line: Shape::Text, Text => DisplayText,
    |context, _record, _key, text| Some(context.line_text(text));

    Verbatim: Shape::Text, Text => String,
    |_context, _record, _key, text| Some(text.get_ref().clone());

    OwnId: Shape::OwnId, Text => Reference,
    |context, record, _key, text| {
        let id = context.own_id(record.table.noun, text);
        record.named(id)
    };

    RecordId: Shape::OwnId, Text => Reference,
    |context, record, _key, text| {
        let id = context.named(text);
        record.named(id)
    };

    OneOf<W> where [W: Word]: Shape::Word(W::ENTRIES), Text => W,
    |context, record, key, text| {
        let word = context.word(key, text);
        record.damaged |= word.is_none();
        word
    };

    Open<W> where [W: OpenWord]: Shape::OpenWord(W::ENTRIES), Text => DisplayText,
    |context, _record, _key, text| Some(context.open_word::<W>(text));

    When: Shape::Date, Text => Self,
    |context, _record, _key, text| context.when(text);

    Marking: Shape::Marking, Text => Self,
    |context, _record, _key, text| context.marking(text);

    Reliability: Shape::Reliability, Text => Self,
    |context, _record, _key, text| context.reliability(text);

    Credibility: Shape::Credibility, Spanned<i64> => Self,
    |context, _record, _key, number| context.credibility(number);

    Likelihood: Shape::Likelihood, Text => Self,
    |context, _record, _key, text| context.likelihood(text);

    Confidence: Shape::Confidence, Text => Self,
    |context, _record, _key, text| context.confidence(text);

    Count: Shape::Integer, Spanned<i64> => u32,
    |context, _record, key, number| context.counted(key, number);

    Degrees<LIMIT> where [const LIMIT: u8]: Shape::Degrees(LIMIT), Spanned<f64> => i32,
    |context, record, key, number| {
        let degrees = context.degrees(key, number, LIMIT);
        record.damaged |= degrees.is_none();
        degrees
    };

    Country: Shape::Country, Text => DisplayText,
    |context, _record, _key, text| context.country(text).map(|country| country.value);

    Language: Shape::Language, Text => DisplayText,
    |context, _record, _key, text| context.language(text);

    AttackId: Shape::AttackId, Text => DisplayText,
    |context, _record, _key, text| context.attack_id(text.get_ref(), text.span());

    Address: Shape::Address, Text => DisplayText,
    |context, _record, _key, text| context.address(text);

    Sha256: Shape::Sha256, Text => String,
    |context, _record, _key, text| context.sha_256(text);
}

impl Held for Prose {
    type Value = Self;
}

impl Form for Prose {
    const SHAPE: Shape = Shape::Prose;
    type Written = Text;

    fn read(
        context: &mut Context<'_>,
        _: &mut Reading<'_>,
        _: &'static str,
        text: &Text,
    ) -> Option<Self> {
        Some(prose::read(context, text))
    }

    fn prose(value: &Self) -> Option<&Prose> {
        Some(value)
    }

    fn amount(value: &Self) -> Amount {
        Amount::references(value.references.len())
    }
}

impl<T> Held for Id<T> {
    type Value = Reference;
}

impl<T: Target> Form for Id<T> {
    const SHAPE: Shape = Shape::Id(T::WORDS);
    type Written = Text;

    fn read(
        context: &mut Context<'_>,
        _: &mut Reading<'_>,
        _: &'static str,
        text: &Text,
    ) -> Option<Reference> {
        context.slug(text)
    }

    fn amount(_: &Reference) -> Amount {
        Amount::references(1)
    }
}

impl Listed for Line {
    const LIST: Shape = Shape::Texts;
}

impl<T: Target> Listed for Id<T> {
    const LIST: Shape = Shape::Ids(T::WORDS);

    fn read_list(
        context: &mut Context<'_>,
        _: &mut Reading<'_>,
        _: &'static str,
        written: &[Text],
    ) -> Vec<Reference> {
        context.slugs(written)
    }
}

impl Listed for AttackId {
    const LIST: Shape = Shape::AttackIds;
}

/// `true` or `false`; missing is `false`.
#[derive(Debug)]
pub enum Flag {}

impl Held for Flag {
    type Value = bool;
}

impl Field for Flag {
    const SHAPE: Shape = Shape::Flag;
    const REQUIRED: bool = false;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<bool> {
        Some(record.take(context, key).unwrap_or(false))
    }

    fn amount(_: &bool) -> Amount {
        Amount::default()
    }
}

/// Ids of what a record rests on.
#[derive(Debug)]
pub struct Citations<T>(PhantomData<T>);

impl<T> Held for Citations<T> {
    type Value = Vec<Reference>;
}

/// One that cannot be read is some evidence all the same, so the record is damaged by it.
impl<T: Target> Field for Citations<T> {
    const SHAPE: Shape = Shape::Ids(T::WORDS);
    const REQUIRED: bool = false;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Vec<Reference>> {
        // A key that is not there lists nothing.
        let written: Vec<Text> = record.take(context, key).unwrap_or_default();
        let read = context.slugs(&written);
        record.damaged |= written.iter().any(|text| Slug::new(text.get_ref()).is_none());
        Some(read)
    }

    fn amount(cited: &Vec<Reference>) -> Amount {
        Amount::references(cited.len())
    }
}

/// A name in its own script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct NativeName {
    /// BCP 47 language tag.
    pub language: DisplayText,
    /// The name.
    pub name: DisplayText,
}

/// `names = { he = "…" }`: names by language.
#[derive(Debug)]
pub enum Names {}

impl Held for Names {
    type Value = Vec<NativeName>;
}

impl Field for Names {
    const SHAPE: Shape = Shape::Names;
    const REQUIRED: bool = false;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Vec<NativeName>> {
        let names = in_file_order::<Text>(context, record, key).into_iter();
        let read = |(tag, name): (Text, Text)| {
            let language = context.language(&tag)?;
            Some(NativeName { language, name: context.line_text(&name) })
        };
        Some(names.filter_map(read).collect())
    }

    fn amount(names: &Vec<NativeName>) -> Amount {
        Amount::references(names.len())
    }
}

/// `roles = { target = [...] }`: the actors in one role.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Role {
    /// The word for the role.
    pub name: DisplayText,
    /// Who has it.
    pub actors: Vec<Reference>,
}

/// Actors by role.
#[derive(Debug)]
pub enum Roles {}

impl Held for Roles {
    type Value = Vec<Role>;
}

impl Field for Roles {
    const SHAPE: Shape = Shape::Roles(RoleWord::ENTRIES);
    const REQUIRED: bool = false;

    fn read(
        context: &mut Context<'_>,
        record: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Vec<Role>> {
        let roles = in_file_order::<Vec<Text>>(context, record, key).into_iter();
        let read = |(name, actors): (Text, Vec<Text>)| Role {
            name: context.open_word::<RoleWord>(&name),
            actors: context.slugs(&actors),
        };
        Some(roles.map(read).collect())
    }

    fn amount(roles: &Vec<Role>) -> Amount {
        Amount::references(roles.iter().map(|role| 1 + role.actors.len()).sum())
    }
}

/// The entries of a table in braces.
fn in_file_order<V: serde::de::DeserializeOwned>(
    context: &mut Context<'_>,
    record: &mut Reading<'_>,
    key: &'static str,
) -> Vec<(Text, V)> {
    // A key that is not there holds nothing.
    let written: BTreeMap<Text, V> = record.take(context, key).unwrap_or_default();
    let mut entries: Vec<_> = written.into_iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}
