//! What an officer asks besides when, who and how sure, and how little is typed for it: the question, the
//! keys from the start, and words that then stand on the screen at 80x24 and can be read out.

use crate::answers::QUESTIONS;
use crate::questions::{FOLLOWING, ON_THE_CARD};
use crate::stage::{BUILT_IN, Stage, chords};

/// The question, the keys, and the words.
type Journey = (&'static str, &'static str, &'static [&'static str]);

/// Answered within eight keys, each letter one.
const NEAR: &[Journey] = &[
    ("What is there to read?", "b", &["Albania breaks with Iran", "13 events 2022", "All events"]),
    (
        "What do we judge on the cyberattacks?",
        "b<enter>",
        &["very likely (80-95%)  The Iranian state was behind the attack of 15 July"],
    ),
    (
        "What is the leak about, in a sentence?",
        "b<down><down><down><enter>",
        &["put e-mails of an Iranian nuclear", "on 22 October 2022"],
    ),
    (
        "What happened in the break with Iran, and nothing else?",
        "b<down><enter><enter>",
        &["Albania breaks with Iran · 13 events", "> 7 Sep 2022    Albania ends diplomatic"],
    ),
    ("And everything on one timeline?", "b<tab>", &["All 6 briefs", "1 of 74"]),
    (
        "What else does the attacks brief answer?",
        "b<enter>Q",
        &["Who is HomeLand Justice?", "JUDGEMENT who did it, very likely (80-95%)"],
    ),
    (
        "How many Jews were saved? What may we say?",
        "Q",
        &["Do not give", "2,000 as a fixed figure.", "AGAINST   B3 Jerusalem Post: 2,000"],
    ),
    (
        "How bad was the damage?",
        "Qdamage",
        &["Real but limited", "less than a tenth of the systems"],
    ),
    (
        "Did Albania ask NATO for help?",
        "Qarticle",
        &["No: by Rama's account Albania considered it and decided against it"],
    ),
    ("Who is HomeLand Justice?", "/homel<enter>", &["Front that claimed the attacks on Albania."]),
    ("What is ROADSWEEP?", "/roads<enter>", &["Ransomware whose note carries the banner"]),
    ("Who is Khatib?", "/khati<enter>", &["Iran's Minister of Intelligence (Sep 2022)."]),
    ("How far is Mehr to be trusted?", "/mehr<enter>", &["An Iranian agency: good only for what"]),
    (
        "What else is there on Herzog?",
        "/herz<enter>n",
        &["hit 2 of", "WHEN      Thu 12 Sep 2024, in Tirana"],
    ),
    (
        "And the one after it?",
        "/herz<enter>nn",
        &["hit 3 of", "WHEN      Sun 6 Apr 2025, in Jerusalem"],
    ),
    (
        "What happened on 10 September?",
        "t10<space>sep<enter>",
        &["Iran condemns the sanctions", "WHEN      Sat 10 Sep 2022"],
    ),
    (
        "Who says the recognition was on another day?",
        "/1949<enter>w",
        &["contested  19 Apr 1949", "C3  Wikipedia", "held: 16 Apr 1949"],
    ),
    (
        "Who counts the refugees, and how?",
        "/fligh<enter>w",
        &["contested  112 on first flight", "held       114 on first flight"],
    ),
    (
        "What did Fars lose, by whose word?",
        "/fars<enter>1w",
        &["open  Black Reward: data taken", "open  Fars News Agency: data safe"],
    ),
    (
        "Who took part when the medal was given?",
        "/medal<enter>2",
        &["Isaac Herzog host", "Edi Rama guest"],
    ),
    (
        "On which sources does the medal rest?",
        "/medal<enter>3",
        &["B1 Arutz Sheva 6 Apr 2025", "C1 LatestLY"],
    ),
    ("Whom do the briefs know at all?", "22", &["all 79", "Alexander Machkevitch"]),
    (
        "What has to do with parliament?",
        "fparl<enter>",
        &["lens: found by parl", "1 of 7 (of 74)", "Cyberattack on Albania's parliament"],
    ),
    (
        "What does the last event come to, in full?",
        "G<space>",
        &["they had deleted part of the data", "Albania's foreign minister"],
    ),
    ("Back to where we were?", "/medal<enter><esc>", &["> 1939-1945     Albanians shelter Jews"]),
    ("Out of who says what again?", "w<esc>", &["1 Timeline", "> 1939-1945     Albanians shelter"]),
    ("Give me that answer to paste.", "ya", &["copied the answer"]),
];

/// Answered within fourteen.
const FAR: &[Journey] = &[
    (
        "Can we say that Iran did it?",
        "/15<space>jul<enter>Q",
        &[
            "Yes, if we say whose finding it is: Washington holds Iran's government",
            "HOW SURE  who did it MODERATE",
            "JUDGEMENT who did it, very likely (80-95%): the Iranian state. Iran denies it.",
            "AGAINST   C4 Mehr News Agency: not Iran (party)",
        ],
    ),
    ("What does Iran say?", "Qwhat<space>does<space>ira", &["What does Iran say?"]),
    (
        "Who took part in the first attack?",
        "/15<space>jul<enter>2",
        &["Iran accused", "DEV-0842 attacker"],
    ),
    (
        "What else has Iran to do with?",
        "/15<space>jul<enter>2j",
        &["33 of 74 linked", "Accused of the cyberattacks on Albania."],
    ),
    (
        "And back from Iran to the attack?",
        "/15<space>jul<enter>2j<esc>",
        &["> 15 Jul        July attack on Albanian", "WHEN      Fri 15 Jul 2022"],
    ),
    (
        "Which sources carry the first attack?",
        "/15<space>jul<enter>3",
        &["A1 The White House 7 Sep 2022", "A1 UK NCSC", "C4 Wired (in print)"],
    ),
    (
        "How good is the first of them?",
        "/15<space>jul<enter>3j",
        &["Statement of the US National Security Council", "GRADE     A: completely reliable"],
    ),
    (
        "Who says so of the first attack, and who not?",
        "/15<space>jul<enter>w",
        &["in print  17 Jul 2022", "otherwise  Edi Rama: little damage", "C4  Wired"],
    ),
    (
        "What is the whole story of it?",
        "/15<space>jul<enter><space>",
        &["the wiper ZeroCleare followed", "group DEV-0842"],
    ),
    (
        "And what is asked of it?",
        "/15<space>jul<enter>4<space><space>",
        &["Real but limited", "When exactly was the first attack?"],
    ),
    (
        "What happened two days after it?",
        "/15<space>jul<enter>t+2d<enter>",
        &["> 17 Jul        AKSHI takes public services offline", "WHEN      Sun 17 Jul 2022"],
    ),
    (
        "What happened in October 2022?",
        "toct<space>2022<enter>",
        &["> 3 Oct         A police list of suspects is leaked"],
    ),
    (
        "What happened on 3 September 2022?",
        "t3<space>sep<space>2022<enter>",
        &["no event on 3 Sep 2022; next is 7 Sep 2022", "Albania ends diplomatic relations"],
    ),
    (
        "What is the system that was shut down?",
        "/tims<enter>1gl1<enter>",
        &["The police database of entries and exits"],
    ),
    (
        "How does the second attack compare with what came just before?",
        "/tims<enter>1pk",
        &["≠ WHEN         Fri 9 Sep 2022", "4 COMPARE"],
    ),
    (
        "The answer on the second attack, to paste?",
        "/tims<enter>1ya",
        &["copied the answer", "JUDGEMENT who did it, likely (55-80%): the same attackers"],
    ),
];

/// With one blank where there are several: what stands in columns is read out without them.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_an_officer_asks_is_answered_by_words_on_the_screen() {
    let mut wrong = Vec::new();
    for (journeys, most) in [(NEAR, 8), (FAR, 14)] {
        for (question, keys, words) in journeys {
            let count = chords(keys).len();
            println!("{count} keys: {question}  {keys}");
            if count > most {
                wrong.push(format!("{question} takes {count} keys"));
            }
            let mut stage = Stage::new(&BUILT_IN, (80, 24));
            let screen = stage.keys(keys).text();
            let shown = squeezed(&screen);
            let missing = words.iter().filter(|words| !shown.contains(&squeezed(words)));
            wrong.extend(missing.map(|words| format!("{question} no `{words}` in\n{screen}")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Forty, ten of them within eight keys, on every way to an answer.
#[test]
fn journeys_go_all_ways() {
    let when_who_how_sure = QUESTIONS.iter().map(|(_, keys, ..)| *keys);
    let next = ON_THE_CARD.iter().map(|(_, keys, _)| *keys);
    let next = next.chain(FOLLOWING.iter().map(|(_, keys, _)| *keys));
    let other = NEAR.iter().chain(FAR).map(|(_, keys, _)| *keys);
    let keys: Vec<&str> = when_who_how_sure.chain(next).chain(other.clone()).collect();
    println!("{} journeys, {} of them here", keys.len(), NEAR.len() + FAR.len());
    assert!(keys.len() >= 40 && NEAR.len() >= 10);
    for way in ["/", "Q", "b", "w", "t", "n", "2", "3", "<space>", "<esc>"] {
        let begins = |keys: &&str| match way {
            "/" | "Q" | "b" | "t" => keys.starts_with(way),
            "<space>" | "<esc>" => keys.ends_with(way),
            _ => keys.rsplit("<enter>").next().is_some_and(|last| last.contains(way)),
        };
        let found = other.clone().filter(begins).count();
        assert!(found >= 2, "{way}: {found} journeys");
    }
}
