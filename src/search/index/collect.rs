//! Makes the vocabulary: one pass over the texts, then one sort.

use crate::library::Kind;
use crate::search::fold::latin::{has_latin_form, in_latin};
use crate::search::fold::stop_words::is_stop_word;
use crate::search::fold::{self, Gap, Word};
use crate::search::fold::{scripts, spelling, stem};
use crate::search::index::field::{self, Field};
use crate::search::index::hash::{BuildWordHasher, hash};
use crate::search::index::initials::initials;
use crate::search::index::name_fit;
use crate::search::index::occurrence::Occurrence;
use crate::search::index::postings::push_number;
use crate::search::index::record::{RecordId, RecordText};
use crate::search::index::thesaurus::{KnownParts, Thesaurus, token};
use crate::search::index::vocabulary::{Places, Vocabulary, WordId, is_abbreviation, letter_mask};
use crate::text::DisplayText;
use std::collections::HashMap;
use std::rc::Rc;

/// Words in the order in which they are met.
#[derive(Default)]
pub(in crate::search) struct Collector<'t> {
    /// Words that people use for one another.
    thesaurus: Option<&'t Thesaurus>,
    parts: KnownParts,
    /// What was met in texts that stand in many records.
    repeated: HashMap<DisplayText, Rc<[Heard]>, BuildWordHasher>,
    /// What is met in such a text, as it is read for the first time.
    heard: Option<Vec<Heard>>,
    known: HashMap<Box<str>, WordId, BuildWordHasher>,
    words: Vec<Met>,
    /// Field and number of words of each name, then its words.
    names: Vec<u32>,
    name_ends: Vec<usize>,
    joined: String,
}

/// A word of a text, and how it stands there.
type Heard = (WordId, Places, Occurrence);

/// What is known of a word.
#[derive(Default)]
struct Met {
    places: Places,
    records: Vec<(RecordId, Occurrence)>,
}

/// Where a word is met.
#[derive(Clone, Copy)]
struct Here {
    record: RecordId,
    kind: Kind,
    field: Field,
    places: Places,
}

impl Here {
    /// With further places.
    fn with(self, places: Places) -> Self {
        Self { places: self.places.with(places), ..self }
    }

    /// How a word stands in it among so many that count.
    fn word(self, words: usize, begins: bool) -> Occurrence {
        Occurrence::new(self.field, name_fit::word_bonus(self.kind, self.field, words, begins))
    }

    /// How words stand in it that count as one.
    fn joined(self) -> Occurrence {
        Occurrence::new(self.field, 0)
    }
}

impl<'t> Collector<'t> {
    /// A collector that knows what several words stand for.
    pub(in crate::search) fn new(thesaurus: &'t Thesaurus) -> Self {
        Self { thesaurus: Some(thesaurus), ..Self::default() }
    }

    /// Reads the next record.
    pub(in crate::search) fn record(&mut self, id: RecordId, record: &RecordText) {
        for (field, text) in &record.fields {
            // Names of others are read once, however many records they are in; of their words none is
            // worth more for where it stands.
            let repeats = *field == Field::Linked;
            if repeats && self.repeat(id, text) {
                continue;
            }
            self.heard = repeats.then(Vec::new);
            self.text(id, record, (*field, text));
            if let Some(heard) = self.heard.take() {
                self.repeated.insert(text.clone(), once(heard));
            }
        }
        self.name_ends.push(self.names.len());
    }

    fn text(&mut self, id: RecordId, record: &RecordText, (field, text): (Field, &DisplayText)) {
        let words = fold::words(text.as_str());
        let mut places = Places::field(field);
        let strong = places.meets(Places::STRONG);
        if strong && record.is_named() && field != Field::Id {
            places = places.with(Places::NAME);
        }
        let head = self.names.len();
        let is_name = strong || matches!(field, Field::Role | Field::Keyword);
        if is_name {
            self.names.push(0);
        }
        let kind = record.kind;
        let here = Here { record: id, kind, field, places };
        // Running text adds nothing, so its words need not be counted.
        let counts = |word: &&Word| is_name && !is_stop_word(&word.folded);
        let count = words.iter().filter(counts).count();
        let [first, other] = [true, false].map(|begins| here.word(count, begins));
        for word in &words {
            let capitals = word.capitals && (2..=6).contains(&word.folded.len());
            // Of running text nothing follows: a heading may stand in capitals, a name in small letters.
            let is_called = field != Field::Id && (strong || field == Field::Publisher);
            let flags = [
                (is_called && capitals, Places::CAPITALS),
                (is_called && !word.capitals, Places::SMALL),
            ];
            let flags = flags.into_iter().filter(|(is, _)| *is).map(|(_, flag)| flag);
            let begins = is_name && self.names.len() == head + 1;
            let occurrence = if begins { first } else { other };
            let met = self.add(&word.folded, flags.fold(here, Here::with), occurrence);
            if counts(&word) {
                self.names.push(met);
            }
            // Where no blank divides words, each syllable may begin one.
            for (_, inner) in scripts::inside(&word.folded) {
                self.add(inner, here.with(Places::COMPOUND), here.joined());
            }
        }
        let length = self.names.len() - head;
        if let Some(slot) = self.names.get_mut(head) {
            let count = u32::try_from(length.saturating_sub(1)).unwrap_or_default();
            *slot = count << 4 | u32::from(field::place(field));
        }
        // The words of ids stand in titles as well, and no two ids or addresses share a pair of them.
        if field != Field::Id && !places.meets(Places::ADDRESS) {
            self.compounds(&words, here);
        }
        let known = self.thesaurus.filter(|_| !places.meets(Places::ADDRESS));
        for group in known.map(|known| known.phrases(&words, &mut self.parts)).unwrap_or_default() {
            self.add(&token(group), here, here.joined());
        }
        // Titles of events are sentences, and those have no initials.
        if places.meets(Places::NAME) || field == Field::Publisher {
            let places = Places::field(Field::Acronym);
            let here = Here { places, field: Field::Acronym, ..here };
            for initials in initials(&words) {
                self.add(&initials, here, here.joined());
            }
        }
    }

    /// Neighbours as one word: hyphenated ones everywhere, others in names, a name's initial with
    /// the name after it. Titles of events are split when they are searched: together they hold far
    /// more pairs than words.
    fn compounds(&mut self, words: &[Word], here: Here) {
        let named = here.places.meets(Places::NAME);
        let here = here.with(Places::COMPOUND);
        let mut joined = std::mem::take(&mut self.joined);
        for (at, first) in words.iter().enumerate() {
            let Some(second) = words.get(at + 1) else { break };
            let hyphen = second.gap == Gap::Hyphen;
            let number = spelling::is_one_number(first, second);
            if !(named || hyphen || number) || is_stop_word(&first.folded) {
                continue;
            }
            joined.clear();
            joined.push_str(&first.folded);
            joined.push_str(&second.folded);
            // A name that is written in two words is whole in one as well.
            let whole = |count: usize| {
                if named && count == words.len() { here.word(1, true) } else { here.joined() }
            };
            self.add(&joined, here, whole(2));
            if let Some(third) = words.get(at + 2)
                && (named || third.gap == Gap::Hyphen)
            {
                joined.push_str(&third.folded);
                self.add(&joined, here, whole(3));
            }
            if named && first.capital && second.capital {
                joined.clear();
                joined.extend(first.folded.chars().next());
                joined.push_str(&second.folded);
                self.add(&joined, here, here.joined());
            }
        }
        self.joined = joined;
    }

    /// Meets again what was met in a text before; whether it was.
    fn repeat(&mut self, record: RecordId, text: &DisplayText) -> bool {
        let Some(known) = self.repeated.get(text).map(Rc::clone) else { return false };
        for (word, places, occurrence) in &*known {
            self.meet(*word, record, (*places, *occurrence));
        }
        true
    }

    fn add(&mut self, word: &str, here: Here, occurrence: Occurrence) -> WordId {
        let known = self.known.get(word).copied();
        let id = known.unwrap_or_else(|| {
            let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            self.known.insert(Box::from(word), id);
            self.words.push(Met { places: here.places, records: Vec::new() });
            id
        });
        self.meet(id, here.record, (here.places, occurrence));
        if let Some(heard) = &mut self.heard {
            heard.push((id, here.places, occurrence));
        }
        id
    }

    fn meet(&mut self, word: WordId, record: RecordId, (places, how): (Places, Occurrence)) {
        let Some(met) = self.words.get_mut(word as usize) else { return };
        met.places = met.places.joined(places);
        match met.records.last_mut() {
            Some((last, known)) if *last == record => *known = known.joined(how),
            _ => met.records.push((record, how)),
        }
    }

    /// The vocabulary of what was read.
    pub(in crate::search) fn finish(mut self) -> Vocabulary {
        // The vocabulary is as large as what it is made of: what is done with goes as it grows.
        drop(std::mem::take(&mut self.repeated));
        let mut order: Vec<(u64, Box<str>, WordId)> =
            self.known.into_iter().map(|(word, id)| (beginning(&word), word, id)).collect();
        order.sort_unstable();
        let mut moved = vec![0; order.len()];
        let mut vocabulary = Vocabulary::new();
        for (id, (_, word, met)) in (0..).zip(order) {
            if let Some(slot) = moved.get_mut(met as usize) {
                *slot = id;
            }
            let met = self.words.get_mut(met as usize).map(std::mem::take);
            // Every word that is known was met.
            vocabulary.push(id, &word, &met.unwrap_or_default());
        }
        vocabulary.keys.sort_unstable();
        vocabulary.stems.sort_unstable();
        vocabulary.latin.sort_unstable();
        let mut rest = self.names.as_slice();
        let mut start = 0;
        let mut name = Vec::new();
        for end in self.name_ends {
            let (mut own, others) = rest.split_at_checked(end - start).unwrap_or_default();
            while let Some((head, after)) = own.split_first() {
                let (words, after) =
                    after.split_at_checked(*head as usize >> 4).unwrap_or_default();
                name.clear();
                for word in words {
                    let id = moved.get(*word as usize).copied().unwrap_or_default();
                    push_number(&mut name, u64::from(id));
                }
                let bytes = u64::try_from(name.len()).unwrap_or_default();
                push_number(&mut vocabulary.names, bytes << 4 | u64::from(*head & 15));
                vocabulary.names.extend_from_slice(&name);
                own = after;
            }
            vocabulary.name_ends.push(u32::try_from(vocabulary.names.len()).unwrap_or(u32::MAX));
            (rest, start) = (others, end);
        }
        vocabulary.shrink();
        vocabulary.note_frequent(vocabulary.name_ends.len());
        vocabulary
    }
}

/// Each word of a text once, the best of how it stands there.
fn once(mut heard: Vec<Heard>) -> Rc<[Heard]> {
    heard.sort_unstable_by_key(|(word, _, _)| *word);
    heard.dedup_by(|(later, places, how), (first, known, best)| {
        let again = later == first;
        if again {
            (*known, *best) = (known.joined(*places), best.joined(*how));
        }
        again
    });
    heard.into()
}

/// The first letters of a word as a number that sorts as the word does.
fn beginning(word: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(word.bytes()).for_each(|(slot, byte)| *slot = byte);
    u64::from_be_bytes(bytes)
}

impl Vocabulary {
    fn push(&mut self, id: WordId, word: &str, met: &Met) {
        let places = met.places;
        // Abbreviations are letters, not sounds: "thames" is no spelling of TIMS.
        let is_abbreviation = is_abbreviation(word, places);
        if places.meets(Places::NAME) && !places.meets(Places::COMPOUND) && !is_abbreviation {
            self.keys.extend(spelling::keys(word).into_iter().map(|key| (hash(&key), id)));
        }
        if places.meets(Places::NAME.with(Places::STRONG))
            && !places.meets(Places::COMPOUND)
            && has_latin_form(word)
        {
            self.latin.push((in_latin(word).into_boxed_str(), id));
        }
        let stem = stem::stem(word);
        if stem.len() >= stem::SHORTEST && !places.meets(Places::COMPOUND) && !places.is_acronym() {
            self.stems.push((hash(&stem), id));
        }
        let is_initials = places.meets(Places::field(Field::Acronym));
        if (is_initials || is_abbreviation) && !places.meets(Places::COMPOUND) {
            self.acronyms.push(id);
        }
        self.letters.push_str(word);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        self.masks.push(letter_mask(word));
        self.places.push(places);
        let is_strong =
            |occurrence: Occurrence| field::is_strong(field::field_at(occurrence.place()));
        let records = || met.records.iter().copied();
        self.strong.push(records().filter(|(_, occurrence)| is_strong(*occurrence)));
        self.weak.push(records().filter(|(_, occurrence)| !is_strong(*occurrence)));
    }

    fn shrink(&mut self) {
        self.letters.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.masks.shrink_to_fit();
        self.places.shrink_to_fit();
        self.acronyms.shrink_to_fit();
        self.keys.shrink_to_fit();
        self.stems.shrink_to_fit();
        self.latin.shrink_to_fit();
        self.names.shrink_to_fit();
        self.name_ends.shrink_to_fit();
        self.strong.shrink();
        self.weak.shrink();
    }
}
