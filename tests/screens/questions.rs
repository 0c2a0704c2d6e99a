//! Questions that are asked in a meeting: each is answered within eight keys from the start, at 80x24
//! and without scrolling.

use crate::stage::{BUILT_IN, Stage, chords};

/// Keys that an answer may take.
const MOST: usize = 8;

/// A question, the keys to its answer, what they lead to, and what must be read there: when, who says
/// so, how sure.
type Question = (&'static str, &'static str, &'static str, [&'static str; 3]);

const QUESTIONS: &[Question] = &[
    ("When did the second attack hit?", "/tims<enter>1", "tims-attack", ["", "", ""]),
    ("When was the first attack?", "/15<space>jul<enter>", "july-15-attack", ["", "", ""]),
    ("Was the statistics institute hit?", "/instat<enter>", "instat-attack-2024", ["", "", ""]),
    ("Since when were the Americans here?", "/hunt<enter>", "hunt-forward", ["", "", ""]),
    ("What became of the police chief's mail?", "/nano<enter>1", "nano-mail-leak", ["", "", ""]),
    ("When did Bendo's records come out?", "/bendo<enter>1", "bendo-leak", ["", "", ""]),
    ("Were media forbidden to print it?", "/media<enter>", "media-ban", ["", "", ""]),
    ("When was parliament attacked?", "/parlia<enter>", "parliament-attack-2023", ["", "", ""]),
    ("Was anybody charged?", "/charg<enter>", "it-staff-charges", ["", "", ""]),
    ("How long were mails copied?", "/exfil<enter>", "mail-exfiltration", ["", "", ""]),
    ("When did they spread in the network?", "/later<enter>", "lateral-movement", ["", "", ""]),
    ("When were relations ended?", "/sever<enter>", "ties-severed", ["", "", ""]),
    ("When did the embassy leave?", "/burn<enter>", "embassy-emptied", ["", "", ""]),
    ("When did the Americans sanction?", "/sancti<enter>", "us-sanctions-mois", ["", "", ""]),
    ("Was Article 5 considered?", "/artic<enter>", "article-5-considered", ["", "", ""]),
    ("When did Israel first offer help?", "/offer<enter>", "israel-offers-help", ["", "", ""]),
    ("Did Iran deny it?", "/denia<enter>", "iran-denial", ["", "", ""]),
    ("What did NATO say?", "/conde<enter>", "nato-statement", ["", "", ""]),
    ("What did Rama call the break?", "/extre<enter>", "rama-extreme-response", ["", "", ""]),
    ("What did London say?", "/londo<enter>", "uk-attribution", ["", "", ""]),
    ("What did Black Reward demand?", "/ultim<enter>", "black-reward-ultimatum", ["", "", ""]),
    ("When was the medal given?", "/medal<enter>", "medal-2025", ["", "", ""]),
    ("When was the earthquake?", "/quake<enter>", "albania-earthquake", ["", "", ""]),
    ("Since when are there relations?", "/1991<enter>", "relations-established", ["", "", ""]),
    ("Who sheltered refugees in the war?", "/refug<enter>", "wwii-jewish-refuge", ["", "", ""]),
    ("When did Rama meet Lapid?", "/lapid<enter>1", "rama-lapid-meeting", ["", "", ""]),
    ("Is there a memorandum?", "/memo<enter>", "cyber-mou-2023", ["", "", ""]),
    ("When did Rama arrive?", "/arriv<enter>", "rama-arrives-israel", ["", "", ""]),
    ("Is there to be a Balkan summit?", "/balka<enter>", "balkan-summit-proposal", ["", "", ""]),
    ("Why was the exile summit put off?", "/summit<enter>", "free-iran-summit-postponed", ["", "", ""]),
    ("How long has the covert war gone on?", "/shado<enter>", "shadow-war", ["", "", ""]),
    ("When was Fars hacked?", "/fars<enter>1", "fars-hack", ["", "", ""]),
    ("When did Mahsa Amini die?", "/amini<enter>1", "amini-death", ["", "", ""]),
];

#[test]
fn probe() {
    for (question, keys, subject, _) in QUESTIONS {
        let mut stage = Stage::new(&BUILT_IN, (80, 24));
        let rows = stage.keys(keys).rows();
        println!("## {question} {} {} {}", chords(keys).len(), stage.subject(), stage.subject() == format!("event:{subject}"));
        for row in &rows[2..11] {
            println!("    {}", row.chars().skip(31).collect::<String>());
        }
    }
}
