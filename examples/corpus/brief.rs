//! One brief.

use super::names::{OBJECTS, PLACES, PUBLISHERS, TAGS, TYPES, VERBS};
use super::{Random, World};
use std::fmt::Write as _;

/// A brief being written.
pub(super) struct Brief<'a> {
    /// Who and where.
    pub(super) world: &'a World,
    /// Chance.
    pub(super) random: &'a mut Random,
    /// Its number.
    pub(super) number: usize,
    /// Titles and days only.
    pub(super) bare: bool,
}

impl Brief<'_> {
    /// Its text with that many events.
    pub(super) fn text(&mut self, events: usize) -> String {
        let number = self.number;
        let mut text = format!(
            "schema = 1\n\n[brief]\nid = \"synthetic-{number}\"\ntitle = \"Synthetic brief {number}: {}\"\ntlp = \"AMBER\"\nas-of = \"2027-01-01\"\nrevision = 2\nstatus = \"draft\"\nauthors = [\"generator\"]\nsource-summary = \"Nothing here happened.\"\n",
            self.random.one(OBJECTS),
        );
        if number % 10 == 9 {
            let _ = writeln!(text, "supersedes = [\"synthetic-{}\"]", number - 1);
        }
        if !self.bare {
            let bluf = self.world.prose(self.random, 20);
            let _ = writeln!(
                text,
                "bluf = \"{bluf} [@s{number}-0]\"\nhandling = \"EXERCISE EXERCISE\""
            );
        }
        let sources = if self.bare { 0 } else { events.div_ceil(4).max(2) };
        for source in 0..sources {
            self.source(&mut text, source);
        }
        for event in 0..events {
            self.event(&mut text, event, sources);
        }
        if !self.bare {
            self.end(&mut text, events);
        }
        text
    }

    fn source(&mut self, text: &mut String, source: usize) {
        let (publisher, name, ..) = PUBLISHERS[self.random.below(PUBLISHERS.len())];
        let subject = self.actor().1;
        let _ = write!(
            text,
            "\n[source.s{}-{source}]\ntitle = \"{name} on {}\"\npublisher = \"{publisher}\"\npublished = \"2026-12-{:02}\"\nretrieved = \"2026-12-31\"\nurl = \"https://example.org/{source}\"\nlang = \"en\"\naccess = \"open\"\n",
            self.number,
            subject.replace('"', ""),
            1 + self.random.below(28),
        );
        if source > 0 && self.random.chance(30) {
            let _ = writeln!(text, "derived-from = [\"s{}-{}\"]", self.number, source - 1);
        }
        match self.random.below(8) {
            0 => text.push_str("author = \"A. Writer\"\nupdated = \"2026-12-30\"\n"),
            1 => text.push_str("archive-url = \"https://archive.example/x\"\nnote = \"A copy.\"\n"),
            2 => text.push_str("reliability = \"D\"\nreliability-why = \"A copy of a copy.\"\n"),
            3 => text.push_str("withdrawn = true\nwithdrawn-why = \"It was wrong.\"\n"),
            4 => text.push_str("keywords = [\"dispatch\"]\ntlp = \"GREEN\"\nx-shelf = 3\n"),
            _ => {}
        }
    }

    fn actor(&mut self) -> (String, String) {
        // A few are in every story.
        let spread = self.random.below(1000) * self.random.below(1000) / 1000;
        let actor = &self.world.actors[spread * self.world.actors.len() / 1000];
        (actor.id.clone(), actor.name.clone())
    }

    fn when(&mut self) -> String {
        let (year, month) = (1995 + self.random.below(31), 1 + self.random.below(12));
        let day = 1 + self.random.below(27);
        match self.random.below(10) {
            0 => format!("{year}-{month:02}"),
            1 => format!("{year}-{month:02}~"),
            2 => format!("{year}-{month:02}-{day:02}/{year}-{month:02}-{:02}", day + 1),
            3 => format!("[{year}-{month:02}-{day:02}..{year}-{month:02}-{:02}]", day + 1),
            4 => format!("{year}-{month:02}-{day:02}?"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }

    fn event(&mut self, text: &mut String, event: usize, sources: usize) {
        let number = self.number;
        let ((one, name), (other, other_name)) = (self.actor(), self.actor());
        let verb = self.random.one(VERBS);
        let title = match self.random.below(3) {
            0 => format!("{name} {verb} {}", self.random.one(OBJECTS)),
            1 => format!("{name} {verb} {other_name}"),
            _ => format!(
                "{name} {verb} {} in {}",
                self.random.one(OBJECTS),
                PLACES[self.random.below(PLACES.len())].1
            ),
        };
        let kind = self.random.one(TYPES);
        let _ = write!(
            text,
            "\n[[event]]\nid = \"e{number}-{event}\"\ntitle = {title:?}\nwhen = \"{}\"\ntype = \"{kind}\"\n",
            self.when()
        );
        if self.bare {
            return;
        }
        if self.random.chance(10) {
            text.push_str("reported = \"2026-11\"\ntlp = \"GREEN\"\n");
        }
        let source = self.random.below(sources);
        let summary = self.world.prose(self.random, 24);
        let _ = writeln!(
            text,
            "summary = \"{summary} [@s{number}-{source}]\"\nplaces = [\"{}\"]\ncite = [\"s{number}-{source}\"]",
            PLACES[self.random.below(PLACES.len())].0
        );
        if one == other {
            let _ = writeln!(text, "roles = {{ target = [\"{one}\"] }}");
        } else {
            let _ = writeln!(text, "roles = {{ target = [\"{one}\"], accused = [\"{other}\"] }}");
        }
        let _ = writeln!(
            text,
            "tags = [\"{}\"]\nkeywords = [\"{}\", \"{}\"]",
            self.random.one(TAGS),
            self.world.prose(self.random, 2),
            self.world.prose(self.random, 1)
        );
        if self.random.chance(30) {
            let _ = writeln!(text, "confidence = \"low\"\nconfidence-why = \"one account\"");
        }
        if kind == "cyber" {
            let _ = writeln!(text, "attack = [\"T1190\", \"T1486\"]");
        }
        if self.random.chance(5) {
            let _ = writeln!(text, "status = \"planned\"");
        }
        for claim in 0..self.random.below(3) {
            let words = self.world.prose(self.random, 10);
            let _ = write!(
                text,
                "\n[[event.claim]]\nid = \"c{number}-{event}-{claim}\"\ntext = \"{words}\"\nabout = \"who\"\nvalue = {other_name:?}\nattribution = \"media\"\nby = [\"{one}\"]\nto = [\"{other}\"]\ncite = [\"s{number}-{}\"]\ncredibility = {}\n",
                self.random.below(sources),
                3 + self.random.below(3),
            );
            if claim == 1 {
                let _ = writeln!(text, "disputes = [\"c{number}-{event}-0\"]");
            }
        }
    }

    fn end(&mut self, text: &mut String, events: usize) {
        let number = self.number;
        let (one, other) = (self.actor().0, self.actor().0);
        if one != other {
            let _ = write!(
                text,
                "\n[[link]]\nfrom = \"{one}\"\ntype = \"linked-to\"\nto = \"{other}\"\ncite = [\"s{number}-0\"]\n"
            );
        }
        let basis = format!("e{number}-{}", self.random.below(events));
        let _ = write!(
            text,
            "\n[[judgement]]\nid = \"j{number}\"\ntext = \"The two were at odds.\"\nlikelihood = \"likely\"\nconfidence = \"low\"\nbasis = [\"{basis}\"]\n\n[[gap]]\ntext = \"Who paid for it?\"\non = [\"{basis}\"]\n\n[[qa]]\nquestion = \"Was it one hand?\"\nanswer = \"Nobody says so; see [[{basis}]].\"\nbasis = [\"{basis}\"]\n\n[[change]]\nrevision = 2\ndate = \"2027-01-01\"\ntext = \"More events.\"\n",
        );
    }
}
