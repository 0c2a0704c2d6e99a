//! The records as TOML holds them: texts with their places, nothing read yet.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

pub(super) type Text = Spanned<String>;
pub(super) type Texts = Vec<Text>;

macro_rules! raw {
    ($name:ident { $($(#[$attribute:meta])* $field:ident: $shape:ty),* $(,)? }) => {
        // The schema drops unknown keys before; `deny_unknown_fields` shows a key that it has and
        // this shape lacks.
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub(super) struct $name { $($(#[$attribute])* pub(super) $field: $shape,)* }
    };
}

raw!(RawBrief {
    id: Text,
    title: Option<Text>,
    short: Option<Text>,
    short_title: Option<Text>,
    bluf: Option<Text>,
    tlp: Option<Text>,
    as_of: Option<Text>,
    revision: Option<Spanned<i64>>,
    status: Option<Text>,
    #[serde(default)]
    authors: Texts,
    source_summary: Option<Text>,
    handling: Option<Text>,
    #[serde(default)]
    supersedes: Texts,
});
raw!(RawPublisher {
    name: Text,
    short: Option<Text>,
    kind: Option<Text>,
    reliability: Option<Text>,
    actor: Option<Text>,
    #[serde(default)]
    aliases: Texts,
});
raw!(RawSource {
    title: Text,
    publisher: Option<Text>,
    author: Option<Text>,
    published: Option<Text>,
    updated: Option<Text>,
    retrieved: Option<Text>,
    url: Option<Text>,
    archive_url: Option<Text>,
    file: Option<Text>,
    sha256: Option<Text>,
    lang: Option<Text>,
    access: Option<Text>,
    #[serde(default)]
    derived_from: Texts,
    reliability: Option<Text>,
    reliability_why: Option<Text>,
    #[serde(default)]
    withdrawn: bool,
    withdrawn_why: Option<Text>,
    note: Option<Text>,
    tlp: Option<Text>,
    #[serde(default)]
    keywords: Texts,
});
raw!(RawActor {
    name: Text,
    short: Option<Text>,
    kind: Option<Text>,
    country: Option<Text>,
    role: Option<Text>,
    #[serde(default)]
    aliases: Texts,
    #[serde(default)]
    names: BTreeMap<Text, Text>,
    say: Option<Text>,
    #[serde(default)]
    part_of: Texts,
    #[serde(default)]
    attack: Texts,
    summary: Option<Text>,
    #[serde(default)]
    keywords: Texts,
    tlp: Option<Text>,
});
raw!(RawAka {
    name: Text,
    #[serde(default)]
    by: Texts,
    r#as: Text,
    #[serde(default)]
    cite: Texts,
});
raw!(RawPlace {
    name: Text,
    country: Option<Text>,
    #[serde(default)]
    aliases: Texts,
    #[serde(default)]
    names: BTreeMap<Text, Text>,
    lat: Option<Spanned<f64>>,
    lon: Option<Spanned<f64>>,
});
raw!(RawTechnique { name: Text });
raw!(RawEvent {
    id: Text,
    title: Option<Text>,
    when: Option<Text>,
    r#type: Option<Text>,
    status: Option<Text>,
    reported: Option<Text>,
    summary: Option<Text>,
    #[serde(default)]
    roles: BTreeMap<Text, Texts>,
    #[serde(default)]
    places: Texts,
    #[serde(default)]
    cite: Texts,
    confidence: Option<Text>,
    when_confidence: Option<Text>,
    confidence_why: Option<Text>,
    #[serde(default)]
    tags: Texts,
    #[serde(default)]
    attack: Texts,
    #[serde(default)]
    keywords: Texts,
    tlp: Option<Text>,
});
raw!(RawClaim {
    id: Text,
    text: Text,
    about: Option<Text>,
    value: Option<Text>,
    #[serde(default)]
    by: Texts,
    attribution: Option<Text>,
    #[serde(default)]
    to: Texts,
    #[serde(default)]
    cite: Texts,
    credibility: Option<Spanned<i64>>,
    #[serde(default)]
    disputes: Texts,
    when: Option<Text>,
});
raw!(RawLink {
    from: Text,
    r#type: Text,
    to: Text,
    #[serde(default)]
    cite: Texts,
    confidence: Option<Text>,
    when: Option<Text>,
});
raw!(RawJudgement {
    id: Text,
    text: Text,
    on: Option<Text>,
    about: Option<Text>,
    value: Option<Text>,
    likelihood: Option<Text>,
    confidence: Option<Text>,
    #[serde(default)]
    basis: Texts,
    #[serde(default)]
    against: Texts,
});
raw!(RawGap {
    text: Text,
    #[serde(default)]
    on: Texts,
});
raw!(RawSynonyms { words: Texts });
raw!(RawQuestion {
    question: Text,
    answer: Text,
    #[serde(default)]
    basis: Texts,
});
raw!(RawChange {
    revision: Spanned<i64>,
    date: Text,
    text: Text,
});
