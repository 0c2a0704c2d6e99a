//! Briefs of "much times many": little to read that a careless reader multiplies.
//!
//! Each is generated, from a few hundred lines for the tests to some hundred thousand for
//! `cargo bench --bench shapes`, which measures what the tests only walk through.

use std::fmt::Write as _;
use std::ops::Range;

/// A folder of briefs that multiplies something.
pub(crate) struct Shape {
    /// Its name, to ask for it.
    pub(crate) name: &'static str,
    /// How many there are of the lesser of the two things at full size.
    full: usize,
    write: fn(usize, &mut Folder),
}

/// Files to write, by name.
pub(crate) type Folder = Vec<(String, Vec<u8>)>;

impl Shape {
    /// The files, at one part of so many of the full size.
    pub(crate) fn files(&self, part: usize) -> Folder {
        let mut folder = Folder::new();
        (self.write)((self.full / part).max(4), &mut folder);
        folder
    }
}

/// Every shape.
pub(crate) const SHAPES: &[Shape] = &[
    Shape { name: "links-to-one-long-title", full: 1_000, write: links_to_one },
    Shape { name: "long-titles-linked-round", full: 800, write: linked_round },
    Shape { name: "everything-cites-everything", full: 1_000, write: cites_everything },
    Shape { name: "one-actor-in-long-roles", full: 5_000, write: long_roles },
    Shape { name: "many-actors-in-one-event", full: 5_000, write: many_actors },
    Shape { name: "part-of-a-chain", full: 5_000, write: part_of },
    Shape { name: "part-of-everything", full: 400, write: part_of_everything },
    Shape { name: "long-aliases", full: 5_000, write: aliases },
    Shape { name: "claims-that-dispute-one", full: 5_000, write: dispute_one },
    Shape { name: "claims-that-dispute-all", full: 400, write: dispute_all },
    Shape { name: "long-claims-in-many-judgements", full: 400, write: long_claims },
    Shape { name: "citations-in-running-text", full: 1_000, write: prose_citations },
    Shape { name: "questions-that-rest-on-all", full: 500, write: questions },
    Shape { name: "judgements-on-all", full: 500, write: judgements },
    Shape { name: "synonyms", full: 5_000, write: synonyms },
    Shape { name: "one-word-in-many-synonyms", full: 20_000, write: synonyms_of_one },
    Shape { name: "places", full: 5_000, write: places },
    Shape { name: "changes", full: 10_000, write: changes },
    Shape { name: "texts-without-a-blank", full: 255 * 1_024, write: endless_words },
    Shape { name: "titles-without-an-end", full: 255 * 1_024, write: endless_titles },
    Shape { name: "many-files", full: 4_096, write: many_files },
    Shape { name: "brackets", full: 1 << 20, write: brackets },
    Shape { name: "empty-events", full: 100_000, write: empty_events },
    Shape { name: "findings-on-one-line", full: 50_000, write: one_line },
    Shape { name: "references-that-nearly-fit", full: 5_000, write: near_misses },
    Shape { name: "copies-of-copies", full: 5_000, write: derived },
    Shape { name: "copies-of-all-before", full: 400, write: derived_from_all },
    Shape { name: "houses-of-one-source", full: 2_000, write: houses },
    Shape { name: "one-moment", full: 5_000, write: one_moment },
    Shape { name: "events-linked-with-all", full: 300, write: linked_with_all },
    Shape { name: "relations-of-one-actor", full: 5_000, write: relations },
    Shape { name: "tags-one-letter-apart", full: 5_000, write: tags },
    Shape { name: "names-that-look-alike", full: 5_000, write: look_alikes },
    Shape { name: "editions-of-one-brief", full: 1_000, write: editions },
    Shape { name: "unknown-keys", full: 50_000, write: unknown_keys },
    Shape { name: "hidden-characters", full: 250_000, write: hidden },
    Shape { name: "marks-on-one-letter", full: 120_000, write: marks },
    Shape { name: "sources-of-one-copy", full: 10_000, write: archived },
    Shape { name: "gaps-about-all", full: 500, write: gaps },
    Shape { name: "names-in-many-languages", full: 5_000, write: languages },
];

/// One brief in the making.
struct Brief(String);

impl Brief {
    fn new(id: &str) -> Self {
        Self(format!("schema = 2\n[brief]\nid = \"{id}\"\ntitle = \"Shape\"\ntlp = \"CLEAR\"\n"))
    }

    fn put(&mut self, line: &str) {
        writeln!(self.0, "{line}").unwrap();
    }

    fn event(&mut self, id: &str, title: &str, rest: &str) {
        self.put(&format!(
            "[[event]]\nid = \"{id}\"\ntitle = \"{title}\"\nwhen = \"2022-07-15\"\ntype = \"cyber\"\n{rest}"
        ));
    }

    fn claim(&mut self, id: &str, text: &str, rest: &str) {
        self.put(&format!("[[event.claim]]\nid = \"{id}\"\ntext = \"{text}\"\n{rest}"));
    }

    fn into(self, folder: &mut Folder) {
        folder.push(("shape.toml".to_owned(), self.0.into_bytes()));
    }
}

fn ids(letter: char, count: usize) -> Vec<String> {
    (0..count).map(|number| format!("{letter}{number}")).collect()
}

fn list(ids: &[String]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

fn joined(numbers: Range<usize>, piece: impl Fn(usize) -> String) -> String {
    numbers.map(piece).collect::<Vec<_>>().concat()
}

fn long(length: usize) -> String {
    "long winded words ".chars().cycle().take(length).collect()
}

fn links_to_one(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.event("e0", &"W".repeat(200 * count), "");
    for number in 1..=8 {
        brief.event(
            &format!("e{number}"),
            "x",
            &format!("summary = \"{}\"", "[[e0]] ".repeat(count)),
        );
    }
    brief.into(folder);
}

fn linked_round(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        let links: String =
            joined(0..40, |step| format!("[[e{}]] ", (number + step * 7 + 1) % count));
        brief.event(&format!("e{number}"), &long(2_000), &format!("summary = \"{links}\""));
    }
    brief.into(folder);
}

fn cites_everything(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let sources = ids('s', 150);
    for source in &sources {
        brief.put(&format!("[source.{source}]\ntitle = \"{source} {}\"", long(2_000)));
    }
    for number in 0..count {
        brief.event(&format!("e{number}"), "x", &format!("cite = {}", list(&sources)));
    }
    brief.into(folder);
}

fn long_roles(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.put(&format!("[actor.a]\nname = \"{}\"\nkind = \"group\"", long(5_000)));
    for number in 0..count {
        let roles = format!("roles = {{ \"role {number} {}\" = [\"a\"] }}", long(200));
        brief.event(&format!("e{number}"), "x", &roles);
    }
    brief.into(folder);
}

fn many_actors(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let actors = ids('a', count);
    for actor in &actors {
        brief.put(&format!("[actor.{actor}]\nname = \"{actor} {}\"\nkind = \"group\"", long(200)));
    }
    for number in 0..8 {
        let roles = format!("roles = {{ target = {}, victim = {0} }}", list(&actors));
        brief.event(&format!("e{number}"), "x", &roles);
    }
    brief.into(folder);
}

fn part_of(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        let above =
            if number == 0 { String::new() } else { format!("part-of = [\"a{}\"]", number - 1) };
        brief.put(&format!(
            "[actor.a{number}]\nname = \"{number} {}\"\nkind = \"group\"\n{above}",
            long(200)
        ));
        brief.event(&format!("e{number}"), "x", &format!("roles = {{ target = [\"a{number}\"] }}"));
    }
    brief.into(folder);
}

fn part_of_everything(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        let above = list(&ids('a', number));
        brief.put(&format!(
            "[actor.a{number}]\nname = \"{number}\"\nkind = \"group\"\npart-of = {above}"
        ));
        brief.event(&format!("e{number}"), "x", &format!("roles = {{ target = [\"a{number}\"] }}"));
    }
    brief.into(folder);
}

fn aliases(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let names: Vec<String> = (0..count).map(|number| format!("{number} {}", long(200))).collect();
    brief.put(&format!("[actor.a]\nname = \"A\"\nkind = \"group\"\naliases = {}", list(&names)));
    for number in 0..count / 10 {
        brief.event(&format!("e{number}"), "x", "roles = { target = [\"a\"] }");
    }
    brief.into(folder);
}

fn dispute_one(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.event("e", "x", "");
    brief.claim("c", &long(5_000), &format!("about = \"number\"\nvalue = \"{}\"", long(5_000)));
    for number in 0..count {
        let rest =
            format!("about = \"number\"\nvalue = \"{number} {}\"\ndisputes = [\"c\"]", long(250));
        brief.claim(&format!("c{number}"), &format!("{number}"), &rest);
    }
    brief.into(folder);
}

fn dispute_all(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.event("e", "x", "");
    for number in 0..count {
        let rest = format!(
            "about = \"number\"\nvalue = \"{number}\"\ndisputes = {}",
            list(&ids('c', number))
        );
        brief.claim(&format!("c{number}"), &format!("{number}"), &rest);
    }
    brief.into(folder);
}

fn long_claims(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.event("e", "x", "");
    for number in 0..20 {
        let text = format!("{number} {}", "line of text\\n".repeat(4_000));
        brief.claim(&format!("c{number}"), &text, "about = \"number\"\nvalue = \"1\"");
    }
    for number in 0..count {
        brief.put(&format!(
            "[[judgement]]\nid = \"j{number}\"\ntext = \"{number}\"\non = \"e\"\nbasis = {}",
            list(&ids('c', 20))
        ));
    }
    brief.into(folder);
}

fn prose_citations(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.put(&format!("[source.s]\ntitle = \"{}\"", long(5_000)));
    let place = long(100);
    let text: String = joined(0..count, |number| format!("So [@s, p. {number} {place}]. "));
    for number in 0..8 {
        brief.event(&format!("e{number}"), "x", &format!("summary = \"{text}\""));
    }
    brief.into(folder);
}

fn many_claims(brief: &mut Brief, count: usize) -> String {
    brief.event("e", "x", "");
    for number in 0..count {
        brief.claim(
            &format!("c{number}"),
            &format!("{number} {}", long(250)),
            "about = \"number\"",
        );
    }
    list(&ids('c', count))
}

fn questions(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let all = many_claims(&mut brief, count);
    for number in 0..count {
        let words = long(280);
        brief.put(&format!(
            "[[qa]]\nquestion = \"{number} {words}\"\nanswer = \"x\"\nbasis = {all}"
        ));
    }
    brief.into(folder);
}

fn judgements(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let all = many_claims(&mut brief, count);
    for number in 0..count {
        brief.put(&format!(
            "[[judgement]]\nid = \"j{number}\"\ntext = \"{number} {}\"\non = \"e\"\nvalue = \"{}\"\n\
             confidence = \"low\"\nbasis = {all}\nagainst = {all}",
            long(250),
            long(250)
        ));
    }
    brief.into(folder);
}

fn gaps(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let all = many_claims(&mut brief, count);
    for number in 0..count {
        brief.put(&format!("[[gap]]\ntext = \"{number} {}\"\non = {all}", long(250)));
    }
    brief.into(folder);
}

fn registry(text: String, folder: &mut Folder) {
    folder.push(("_registry/shape.toml".to_owned(), text.into_bytes()));
    let mut brief = Brief::new("shape");
    brief.event("e", "A word of an event", "");
    brief.into(folder);
}

fn synonyms(count: usize, folder: &mut Folder) {
    let mut text = "schema = 2\n".to_owned();
    for number in 0..count {
        let words: Vec<String> =
            (0..20).map(|word| format!("word{}", (number * 7 + word) % count)).collect();
        writeln!(text, "[[synonyms]]\nwords = {}", list(&words)).unwrap();
    }
    registry(text, folder);
}

fn synonyms_of_one(count: usize, folder: &mut Folder) {
    let mut text = "schema = 2\n".to_owned();
    for number in 0..count {
        writeln!(text, "[[synonyms]]\nwords = [\"word\", \"event\", \"other{number}\"]").unwrap();
    }
    registry(text, folder);
}

fn places(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        brief.put(&format!("[place.p{number}]\nname = \"{number} {}\"", long(200)));
    }
    for number in 0..8 {
        brief.event(&format!("e{number}"), "x", &format!("places = {}", list(&ids('p', count))));
    }
    brief.into(folder);
}

fn changes(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 1..=count {
        brief.put(&format!(
            "[[change]]\nrevision = {number}\ndate = \"2022-07-15\"\ntext = \"{}\"",
            long(150)
        ));
    }
    brief.event("e", "x", "");
    brief.into(folder);
}

fn endless_words(length: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..6 {
        let word: String =
            if number % 2 == 0 { "x".repeat(length) } else { "あ".repeat(length / 3) };
        brief.event(&format!("e{number}"), "x", &format!("summary = \"{word}\""));
        brief.claim(&format!("c{number}"), &word, "");
    }
    brief.into(folder);
}

fn endless_titles(length: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let word = "t".repeat(length);
    brief.put(&format!("[publisher.p]\nname = \"{word}\"\nkind = \"media\""));
    brief.put(&format!("[source.s]\ntitle = \"{word}\"\npublisher = \"p\""));
    brief.put(&format!("[actor.a]\nname = \"{word}\"\nkind = \"group\"\nrole = \"{word}\""));
    brief.put(&format!("[place.q]\nname = \"{word}\""));
    for number in 0..6 {
        let rest = "cite = [\"s\"]\nplaces = [\"q\"]\nroles = { target = [\"a\"] }";
        brief.event(&format!("e{number}"), &word, rest);
    }
    brief.into(folder);
}

fn many_files(count: usize, folder: &mut Folder) {
    for number in 0..count {
        let mut brief = Brief::new(&format!("b{number}"));
        brief.event(&format!("e{number}"), &format!("Event {number}"), "");
        folder.push((format!("f{number}.toml"), brief.0.into_bytes()));
    }
}

fn brackets(count: usize, folder: &mut Folder) {
    for (number, sign) in
        ["[", "[[", "{", "a.", "a = [", "a = {b = ", "\"", "'''", "]", "[a]\n"].iter().enumerate()
    {
        let mut text = Brief::new("shape").0;
        text.push_str(&sign.repeat(count / sign.len() / 8));
        folder.push((format!("b{number}.toml"), text.into_bytes()));
    }
}

fn empty_events(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.put(&"[[event]]\n".repeat(count));
    brief.into(folder);
}

fn one_line(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.event("e", "x", &format!("cite = {}", list(&ids('z', count))));
    brief.event("f", "x", &format!("tags = [{}]", "1, ".repeat(count)));
    brief.into(folder);
}

fn near_misses(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let stem = "a-rather-long-id-that-many-others-begin-with";
    for number in 0..count {
        brief.put(&format!("[source.{stem}-{number}]\ntitle = \"x\""));
        brief.event(&format!("e{number}"), "x", &format!("cite = [\"{stem}-x{number}\"]"));
    }
    brief.into(folder);
}

fn derived(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        let from = if number == 0 {
            String::new()
        } else {
            format!("derived-from = [\"s{}\"]", number - 1)
        };
        brief.put(&format!("[source.s{number}]\ntitle = \"{number} {}\"\n{from}", long(200)));
        brief.event(&format!("e{number}"), "x", &format!("cite = [\"s{number}\", \"s0\"]"));
    }
    brief.into(folder);
}

fn derived_from_all(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        let from = list(&ids('s', number));
        brief.put(&format!("[source.s{number}]\ntitle = \"{number}\"\nderived-from = {from}"));
        brief.event(&format!("e{number}"), "x", &format!("cite = [\"s{number}\", \"s0\"]"));
    }
    brief.into(folder);
}

fn houses(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let houses = ids('p', count);
    for house in &houses {
        brief.put(&format!(
            "[publisher.{house}]\nname = \"{house} {}\"\nkind = \"media\"",
            long(250)
        ));
    }
    brief.put(&format!("[source.s]\ntitle = \"x\"\npublisher = {}", list(&houses)));
    for number in 0..count {
        brief.event(&format!("e{number}"), "x", "cite = [\"s\"]");
    }
    brief.into(folder);
}

fn one_moment(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        let title = format!("{number} {}", long(250));
        brief.put(&format!(
            "[[event]]\nid = \"e{number}\"\ntitle = \"{title}\"\nwhen = \"2022-07-15T10:00Z\"\ntype = \"other\""
        ));
    }
    brief.into(folder);
}

fn linked_with_all(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        brief.event(&format!("e{number}"), &format!("{number} {}", long(280)), "");
        for other in 0..number {
            brief.put(&format!("[[event.link]]\ntype = \"follows\"\nto = \"e{other}\""));
        }
    }
    brief.into(folder);
}

fn relations(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.put(&format!("[actor.a]\nname = \"A {}\"\nkind = \"group\"", long(2_000)));
    for number in 0..count {
        brief.put(&format!(
            "[actor.a{number}]\nname = \"{number} {}\"\nkind = \"group\"",
            long(100)
        ));
        brief.put(&format!(
            "[[link]]\nfrom = \"a\"\nto = \"a{number}\"\ntype = \"{number} {}\"",
            long(150)
        ));
    }
    brief.event("e", "x", "roles = { target = [\"a\"] }");
    brief.into(folder);
}

fn tags(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        brief.event(
            &format!("e{number}"),
            "x",
            &format!("tags = [\"tag{number:05}\", \"tag-{number:05}\"]"),
        );
    }
    brief.into(folder);
}

fn look_alikes(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        let name: String = format!("{:013b}", number % 8_192)
            .chars()
            .map(|bit| if bit == '0' { 'a' } else { 'а' })
            .collect();
        brief.put(&format!("[actor.a{number}]\nname = \"{name}\"\nkind = \"group\""));
    }
    brief.event("e", "x", "");
    brief.into(folder);
}

fn editions(count: usize, folder: &mut Folder) {
    for number in 0..count {
        let mut brief = Brief::new("shape");
        brief.put(&format!("revision = {number}"));
        brief.event("e", "x", "");
        folder.push((format!("f{number}.toml"), brief.0.into_bytes()));
    }
}

fn unknown_keys(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    brief.event("e", "x", "");
    for number in 0..count {
        brief.put(&format!("titel{number} = 1"));
    }
    brief.into(folder);
}

fn hidden(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let text = "a\u{200b}b\u{202e}".repeat(count / 16);
    for number in 0..4 {
        brief.event(&format!("e{number}"), "x", &format!("summary = \"{text}\""));
    }
    brief.into(folder);
}

fn marks(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let text = format!("a{}", "\u{301}".repeat(count));
    for number in 0..4 {
        brief.event(&format!("e{number}"), &text, &format!("summary = \"{text}\""));
    }
    brief.into(folder);
}

fn archived(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    for number in 0..count {
        brief.put(&format!(
            "[source.s{number}]\ntitle = \"x\"\nfile = \"copy.bin\"\nsha256 = \"{number:064}\""
        ));
    }
    brief.event("e", "x", "");
    brief.into(folder);
    folder.push(("copy.bin".to_owned(), vec![0; 1 << 20]));
}

fn languages(count: usize, folder: &mut Folder) {
    let mut brief = Brief::new("shape");
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let names: Vec<String> = (0..count)
        .map(|number| {
            let [x, y, z] = [number, number / 26, number / 676].map(letter);
            format!("de-x-{x}{y}{z} = \"{number} {}\"", long(100))
        })
        .collect();
    brief.put(&format!(
        "[actor.a]\nname = \"A\"\nkind = \"group\"\nnames = {{ {} }}",
        names.join(", ")
    ));
    for number in 0..50 {
        brief.event(&format!("e{number}"), "x", "roles = { target = [\"a\"] }");
    }
    brief.into(folder);
}
