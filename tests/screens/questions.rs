//! Questions that are asked in a meeting: each is answered within eight keys from the start, at 80x24
//! and without scrolling.

use crate::stage::{BUILT_IN, Stage, chords};

/// Keys that an answer may take.
const MOST: usize = 8;

/// A question, the keys to its answer, what they lead to, and what must be read there: when, who says
/// so, how sure.
type Question = (&'static str, &'static str, &'static str, [&'static str; 3]);

const QUESTIONS: &[Question] = &[
    (
        "When did the second attack hit?",
        "/tims<enter>1",
        "tims-attack",
        ["Fri 9 Sep 2022", "Associated Press", "MODERATE · A1 · DISPUTED · 2 origins"],
    ),
    (
        "When was the first attack?",
        "/15<space>jul<enter>",
        "july-15-attack",
        ["Fri 15 Jul 2022", "The White House", "MODERATE · A1 · DISPUTED · 6 origins"],
    ),
    (
        "Was the statistics institute hit?",
        "/instat<enter>",
        "instat-attack-2024",
        ["31 Jan 2024 (?)", "Associated Press", "MODERATE · A2 · DISPUTED · 2 origins"],
    ),
    (
        "Since when were the Americans here?",
        "/hunt<enter>",
        "hunt-forward",
        ["Thu 23 Mar 2023", "C4ISRNET", "MODERATE · B2 · one source"],
    ),
    (
        "What became of the police chief's mail?",
        "/nano<enter>1",
        "nano-mail-leak",
        [
            "Mon 19 Sep 2022",
            "Balkan Investigative Reporting Netwo",
            "MODERATE · B3 · 2 independent sources",
        ],
    ),
    (
        "When did Bendo's records come out?",
        "/bendo<enter>1",
        "bendo-leak",
        ["Wed 19 Oct 2022", "IFMAT", "LOW · D3 · one source"],
    ),
    (
        "Were media forbidden to print it?",
        "/media<enter>",
        "media-ban",
        ["Mon 19 Sep 2022", "Osservatorio Balcani e Caucaso", "HIGH · B2 · 2 independent sources"],
    ),
    (
        "When was parliament attacked?",
        "/parlia<enter>",
        "parliament-attack-2023",
        ["Mon 25 Dec 2023", "Associated Press", "HIGH · A2 · 2 independent sources"],
    ),
    (
        "Was anybody charged?",
        "/staff<enter>",
        "it-staff-charges",
        ["30 Nov 2022", "Balkan Investigative", "HIGH · B2"],
    ),
    (
        "How long were mails copied?",
        "/exfil<enter>",
        "mail-exfiltration",
        ["Oct 2021 - Jan 2022", "CISA and FBI", "HIGH · A2 · 2 independent sources"],
    ),
    (
        "When did they spread in the network?",
        "/later<enter>",
        "lateral-movement",
        ["May-Jun 2022", "CISA and FBI", "MODERATE · A2 · 2 sources, one origin"],
    ),
    (
        "When were relations ended?",
        "/sever<enter>",
        "ties-severed",
        ["Wed 7 Sep 2022", "Associated Press", "MODERATE · A2 · DISPUTED · 3 origins"],
    ),
    (
        "When did the embassy leave?",
        "/burn<enter>",
        "embassy-emptied",
        ["Thu 8 Sep 2022", "Reuters", "HIGH · A2 · 2 independent sources"],
    ),
    (
        "When did the Americans sanction?",
        "/sancti<enter>",
        "us-sanctions-mois",
        ["Fri 9 Sep 2022", "US Department of the Treasu", "HIGH · A2 · 2 independent sources"],
    ),
    (
        "Was Article 5 considered?",
        "/artic<enter>",
        "article-5-considered",
        ["Wed 5 Oct 2022", "Politico", "MODERATE · A2 · one source"],
    ),
    (
        "When did Israel first offer help?",
        "/offer<enter>",
        "israel-offers-help",
        ["Sep 2022", "Jewish News Syndicate", "MODERATE · C2 · one source"],
    ),
    (
        "Did Iran deny it?",
        "/denia<enter>",
        "iran-denial",
        ["Wed 7 Sep 2022", "Mehr News Agency", "MODERATE · C3 · DISPUTED · only parties"],
    ),
    (
        "What did NATO say?",
        "/conde<enter>",
        "nato-statement",
        ["Thu 8 Sep 2022", "NATO", "MODERATE · B2 · only parties say so"],
    ),
    (
        "What did Rama call the break?",
        "/extre<enter>",
        "rama-extreme-response",
        ["Wed 7 Sep 2022", "The Jerusalem Post", "MODERATE · B2 · DISPUTED · 2 origins"],
    ),
    (
        "What did London say?",
        "/londo<enter>",
        "uk-attribution",
        [
            "Wed 7 Sep 2022",
            "UK National Cyber Security ",
            "MODERATE · B2 · DISPUTED · only parties",
        ],
    ),
    (
        "What did Black Reward demand?",
        "/ultim<enter>",
        "black-reward-ultimatum",
        ["Fri 21 Oct 2022", "Black Reward", "MODERATE · B2 · 3 sources, one origin"],
    ),
    (
        "When was the medal given?",
        "/medal<enter>",
        "medal-2025",
        ["Sun 6 Apr 2025", "LatestLY", "MODERATE · C2 · one source"],
    ),
    (
        "When was the earthquake?",
        "/quake<enter>",
        "albania-earthquake",
        ["Tue 26 Nov 2019", "The Jerusalem Post", "MODERATE · B1 · DISPUTED · 2 origins"],
    ),
    (
        "Since when are there relations?",
        "/1991<enter>",
        "relations-established",
        ["Mon 19 Aug 1991", "The Jerusalem Post", "MODERATE · B1 · DISPUTED · 3 origins"],
    ),
    (
        "Who sheltered refugees in the war?",
        "/jews<enter>",
        "wwii-jewish-refuge",
        ["1939-1945", "US Department of State", "MODERATE · A2 · DISPUTED"],
    ),
    (
        "When did Rama meet Lapid?",
        "/lapid<enter>1",
        "rama-lapid-meeting",
        ["Sun 23 Oct 2022", "Israeli Prime Minister'", "MODERATE · A2 · DISPUTED · 2 origins"],
    ),
    (
        "Is there a memorandum?",
        "/memo<enter>",
        "cyber-mou-2023",
        ["Wed 1 Feb 2023", "Lajmifundit", "MODERATE · C2 · one source"],
    ),
    (
        "When did Rama arrive?",
        "/arriv<enter>",
        "rama-arrives-israel",
        ["Sun 23 Oct 2022", "The Jerusalem Post", "HIGH · A2 · 3 independent sources"],
    ),
    (
        "Is there to be a Balkan summit?",
        "/balka<enter>",
        "balkan-summit-proposal",
        ["Oct 2022", "The Jerusalem Post", "MODERATE · B3 · one source"],
    ),
    (
        "Why was the exile summit put off?",
        "/summit<enter>",
        "free-iran-summit-postponed",
        ["Fri 22 Jul 2022", "Associated Press", "MODERATE · A2 · DISPUTED · 2 origins"],
    ),
    (
        "How long has the covert war gone on?",
        "/shado<enter>",
        "shadow-war",
        ["until Oct 2022", "Arab News", "MODERATE · B2 · one source"],
    ),
    (
        "When was Fars hacked?",
        "/fars<enter>1",
        "fars-hack",
        ["Fri 25 Nov 2022", "Arab News", "MODERATE · B2 · DISPUTED · 2 origins"],
    ),
    (
        "When did Mahsa Amini die?",
        "/dies<enter>",
        "amini-death",
        ["16 Sep 2022", "Radio Free Europe", "MODERATE · B2 · DISPUTED"],
    ),
];

/// What is asked next: the question, the keys from the start, and what must be read.
const FOLLOWING: &[(&str, &str, &[&str])] = &[
    (
        "Who else says so of the second attack?",
        "/tims<enter>1w",
        &["who says", "Fri 9 Sep 2022", "independent sources"],
    ),
    ("Does anybody disagree about the first one?", "/15<space>jul<enter>", &["DISPUTED", "≠"]),
    ("What happened just before the meeting?", "/lapid<enter>1", &["PREVIOUS"]),
    ("What rests on Arab News?", "/arab<enter>3", &["Rests on this source:"]),
    ("Where does this come from?", "/tims<enter>1i", &["WRITTEN AT", "albania-cyberattacks-2022"]),
    ("What has to do with Herzog alone?", "/herz<enter>o", &["lens: linked to Isaac Herzog"]),
    ("How do the two attacks compare?", "/tims<enter>1p", &["PINNED"]),
    ("What do we not know?", "gu", &["Not known"]),
    ("What do we judge, and how surely?", "gj", &["Judgements"]),
    ("What should we have ready?", "gq", &["If asked"]),
];

fn text(keys: &str) -> (usize, String, String) {
    let mut stage = Stage::new(&BUILT_IN, (80, 24));
    let text = stage.keys(keys).text();
    (chords(keys).len(), stage.subject(), text)
}

#[test]
fn when_who_and_how_sure_within_eight_keys() {
    assert!(QUESTIONS.len() >= 30);
    for (question, keys, subject, answers) in QUESTIONS {
        let (count, found, text) = text(keys);
        println!("{count} keys: {question}  {keys}");
        assert!(count <= MOST, "{question} takes {count} keys");
        assert_eq!(found, format!("event:{subject}"), "{question}");
        for answer in answers {
            assert!(text.contains(answer), "{question} {answer} is missing:\n{text}");
        }
        for (label, answer) in ["WHEN ", "WHO SAYS ", "HOW SURE "].into_iter().zip(answers) {
            let row = text.lines().find(|row| row.contains(label)).unwrap_or_default();
            assert!(row.contains(answer), "{question} {answer} is not in {row}");
        }
    }
}

#[test]
fn what_is_asked_next_takes_no_longer() {
    for (question, keys, answers) in FOLLOWING {
        let (count, _, text) = text(keys);
        println!("{count} keys: {question}  {keys}");
        assert!(count <= MOST, "{question} takes {count} keys");
        for answer in *answers {
            assert!(text.contains(answer), "{question} {answer} is missing:\n{text}");
        }
    }
}
