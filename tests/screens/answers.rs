//! What the card answers to the questions of a meeting: the rows that are read out.

/// Rows of the card and what each of them says.
pub(crate) type Rows = &'static [(&'static str, &'static str)];

/// A question, the keys to its answer, what they lead to, and the rows that are read out.
pub(crate) type Question = (&'static str, &'static str, &'static str, Rows);

pub(crate) const QUESTIONS: &[Question] = &[
    (
        "When did the second attack hit?",
        "/tims<enter>1",
        "tims-attack",
        &[
            ("WHEN", "Fri 9 Sep 2022"),
            ("WHO SAYS", "A1 Associated Press · B1 Prosecutors (party)"),
            (
                "HOW SURE",
                "it happened HIGH (2 origins, 1 of them a party) · day HIGH · who did it MODERATE",
            ),
        ],
    ),
    (
        "When was the first attack?",
        "/15<space>jul<enter>",
        "july-15-attack",
        &[
            ("WHEN", "Fri 15 Jul 2022"),
            ("WHO SAYS", "A1 White House · A1 UK NCSC · B1 Microsoft · A CISA and FBI"),
            (
                "HOW SURE",
                "it happened HIGH (3 origins) · day HIGH · who did it MODERATE · cause MODERATE",
            ),
        ],
    ),
    (
        "Was the statistics institute hit?",
        "/inst<enter>1",
        "instat-attack-2024",
        &[
            ("WHEN", "Wed 31 Jan 2024"),
            ("WHO SAYS", "A2 Associated Press · B2 The Record"),
            ("HOW SURE", "it happened HIGH (2 origins) · day HIGH"),
        ],
    ),
    (
        "Since when were the Americans here?",
        "/hunt<enter>",
        "hunt-forward",
        &[
            ("WHEN", "Thu 23 Mar 2023"),
            ("WHO SAYS", "B C4ISRNET"),
            ("HOW SURE", "it happened MODERATE (1 origin)"),
        ],
    ),
    (
        "What became of the police chief's mail?",
        "/nano<enter>1",
        "nano-mail-leak",
        &[
            ("WHEN", "Mon 19 Sep 2022"),
            ("WHO SAYS", "B2 BIRN · B2 SafeJournalists · B Tirana Times · B MEI"),
            ("HOW SURE", "it happened HIGH (4 origins)"),
        ],
    ),
    (
        "When did Bendo's records come out?",
        "/bendo<enter>1",
        "bendo-leak",
        &[
            ("WHEN", "Wed 19 Oct 2022"),
            ("WHO SAYS", "B MEI · D IFMAT (copy)"),
            ("HOW SURE", "not confirmed here; reported by MEI"),
        ],
    ),
    (
        "Were media forbidden to print it?",
        "/ban<enter>",
        "media-ban",
        &[
            ("WHEN", "Mon 19 Sep 2022, in Tirana"),
            ("WHO SAYS", "B Balcani Caucaso · B SafeJournalists · B Tirana Times · C Exit"),
            ("HOW SURE", "it happened HIGH (4 origins)"),
        ],
    ),
    (
        "When was parliament attacked?",
        "/parl<enter>1",
        "parliament-attack-2023",
        &[
            ("WHEN", "Mon 25 Dec 2023"),
            ("WHO SAYS", "A Associated Press · C OODA Loop"),
            ("HOW SURE", "it happened HIGH (2 origins)"),
            ("CLAIMED", "by HomeLand Justice"),
        ],
    ),
    (
        "Was anybody charged?",
        "/staff<enter>",
        "it-staff-charges",
        &[
            ("WHEN", "Wed 30 Nov 2022, in Tirana"),
            ("WHO SAYS", "B BIRN · C ABC News Albania"),
            ("HOW SURE", "it happened HIGH (2 origins) · outcome DISPUTED"),
            ("DISPUTED", "house arrest refused (C3) or house arrest granted (C3)"),
        ],
    ),
    (
        "How long were mails copied?",
        "/exfil<enter>",
        "mail-exfiltration",
        &[
            ("WHEN", "Oct 2021 - Jan 2022"),
            ("WHO SAYS", "A2 CISA and FBI · B2 Microsoft"),
            ("HOW SURE", "it happened HIGH (2 origins) · dates MODERATE"),
        ],
    ),
    (
        "When did they spread in the network?",
        "/later<enter>",
        "lateral-movement",
        &[
            ("WHEN", "May-Jun 2022, first reported Wed 21 Sep"),
            ("WHO SAYS", "A2 CISA and FBI · B MITRE (copy)"),
            ("HOW SURE", "it happened MODERATE (1 origin)"),
        ],
    ),
    (
        "When were relations ended?",
        "/sever<enter>",
        "ties-severed",
        &[
            ("WHEN", "Wed 7 Sep 2022, in Tirana"),
            ("WHO SAYS", "A1 Associated Press"),
            ("HOW SURE", "it happened HIGH (own text) · cause MODERATE"),
            ("JUDGEMENT", "very likely (80-95%): for the July attack"),
        ],
    ),
    (
        "When did the embassy leave?",
        "/burn<enter>",
        "embassy-emptied",
        &[
            ("WHEN", "Thu 8 Sep 2022, in Tirana"),
            ("WHO SAYS", "A Reuters · A Associated Press"),
            ("HOW SURE", "it happened HIGH (2 origins)"),
        ],
    ),
    (
        "When did the Americans sanction?",
        "/sancti<enter>",
        "us-sanctions-mois",
        &[
            ("WHEN", "Fri 9 Sep 2022"),
            ("WHO SAYS", "A US Treasury · A Associated Press"),
            ("HOW SURE", "it happened HIGH (own text)"),
        ],
    ),
    (
        "Was Article 5 considered?",
        "/artic<enter>",
        "article-5-considered",
        &[
            ("WHEN", "Wed 5 Oct 2022"),
            ("WHO SAYS", "A Politico"),
            ("HOW SURE", "it was said MODERATE (1 origin) · cause MODERATE"),
        ],
    ),
    (
        "When did Israel first offer help?",
        "/offers<enter>",
        "israel-offers-help",
        &[
            ("WHEN", "Mon 12 Sep 2022"),
            ("WHO SAYS", "D2 UrduPoint · C JNS"),
            ("HOW SURE", "it happened HIGH (2 origins) · day MODERATE"),
        ],
    ),
    (
        "Did Iran deny it?",
        "/denia<enter>",
        "iran-denial",
        &[
            ("WHEN", "Wed 7 Sep 2022"),
            ("WHO SAYS", "C Mehr News Agency"),
            ("HOW SURE", "it was said HIGH (own text)"),
        ],
    ),
    (
        "What did NATO say?",
        "/conde<enter>",
        "nato-statement",
        &[
            ("WHEN", "Thu 8 Sep 2022"),
            ("WHO SAYS", "B NATO"),
            ("HOW SURE", "it was said HIGH (own text)"),
        ],
    ),
    (
        "What did Rama call the break?",
        "/extre<enter>",
        "rama-extreme-response",
        &[
            ("WHEN", "Wed 7 Sep 2022"),
            ("WHO SAYS", "B Rama's office"),
            ("HOW SURE", "it was said HIGH (own text)"),
        ],
    ),
    (
        "What did London say?",
        "/londo<enter>",
        "uk-attribution",
        &[
            ("WHEN", "Wed 7 Sep 2022"),
            ("WHO SAYS", "A UK NCSC"),
            ("HOW SURE", "it was said HIGH (own text)"),
            ("ALSO", "Iran denies what was said"),
        ],
    ),
    (
        "What did Black Reward demand?",
        "/ultim<enter>",
        "black-reward-ultimatum",
        &[
            ("WHEN", "Fri 21 Oct 2022"),
            ("WHO SAYS", "B1 La Stampa · B1 Reuters · F Black Reward"),
            ("HOW SURE", "it was said HIGH (own text)"),
        ],
    ),
    (
        "When was the medal given?",
        "/medal<enter>",
        "medal-2025",
        &[
            ("WHEN", "Sun 6 Apr 2025, in Jerusalem"),
            ("WHO SAYS", "B1 Arutz Sheva · C1 LatestLY"),
            ("HOW SURE", "it happened HIGH (2 origins)"),
        ],
    ),
    (
        "When was the earthquake?",
        "/quake<enter>",
        "albania-earthquake",
        &[
            ("WHEN", "Tue 26 Nov 2019, in Durrës, Tirana"),
            ("WHO SAYS", "B1 Jerusalem Post · B1 Times of Israel"),
            ("HOW SURE", "it happened HIGH (2 origins) · day HIGH"),
            ("ALSO", "day: Jerusalem Post says 2020 (B5)"),
        ],
    ),
    (
        "Since when are there relations?",
        "/1991<enter>",
        "relations-established",
        &[
            ("WHEN", "Mon 19 Aug 1991"),
            ("WHO SAYS", "B1 JTA · C1 Argumentum"),
            ("HOW SURE", "it happened HIGH (2 origins) · where DISPUTED"),
            ("DISPUTED", "where: Tel Aviv (C3 Argumentum) or Jerusalem (C3 qmksh.al)"),
        ],
    ),
    (
        "Who sheltered refugees in the war?",
        "/jews<enter>",
        "wwii-jewish-refuge",
        &[
            ("WHEN", "1939-1945"),
            ("WHO SAYS", "A1 Yad Vashem · A1 State Department"),
            (
                "HOW SURE",
                "it happened HIGH (2 origins) · number MODERATE, DISPUTED · outcome MODERATE",
            ),
            ("JUDGEMENT", "outcome, very likely (80-95%): more Jews after the war +1"),
        ],
    ),
    (
        "When did Rama meet Lapid?",
        "/lapid<enter>1",
        "rama-lapid-meeting",
        &[
            ("WHEN", "Sun 23 Oct 2022, in Jerusalem"),
            ("WHO SAYS", "A1 Israel's PMO · C1 Java News · A1 Associated Press (copy) +2"),
            ("HOW SURE", "it happened HIGH (own text) · outcome LOW"),
            ("JUDGEMENT", "likely (55-80%): nothing signed"),
        ],
    ),
    (
        "Is there a memorandum?",
        "/memo<enter>",
        "cyber-mou-2023",
        &[
            ("WHEN", "Wed 1 Feb 2023, in Tel Aviv"),
            ("WHO SAYS", "A2 AKCESK · C2 Lajmifundit"),
            ("HOW SURE", "it happened HIGH (own text) · day MODERATE · cause MODERATE"),
        ],
    ),
    (
        "When did Rama arrive?",
        "/arriv<enter>",
        "rama-arrives-israel",
        &[
            ("WHEN", "Sun 23 Oct 2022"),
            ("WHO SAYS", "B1 Times of Israel · C1 JNS · A2 Associated Press · C2 TRT Balkan"),
            ("HOW SURE", "it happened HIGH (own text)"),
        ],
    ),
    (
        "Is there to be a Balkan summit?",
        "/balka<enter>",
        "balkan-summit-proposal",
        &[
            ("WHEN", "Oct 2022, first reported Sun 23 Oct"),
            ("WHO SAYS", "B Jerusalem Post"),
            ("HOW SURE", "it happened LOW (1 origin)"),
        ],
    ),
    (
        "Why was the exile summit put off?",
        "/exile<enter>",
        "free-iran-summit-postponed",
        &[
            ("WHEN", "Fri 22 Jul 2022"),
            ("WHO SAYS", "A Associated Press · B Euronews Albania"),
            ("HOW SURE", "it happened HIGH (2 origins)"),
        ],
    ),
    (
        "How long has the covert war gone on?",
        "/shado<enter>",
        "shadow-war",
        &[
            ("WHEN", "about 2012 to Oct 2022"),
            ("WHO SAYS", "B Arab News"),
            ("HOW SURE", "it happened MODERATE (1 origin)"),
        ],
    ),
    (
        "When was Fars hacked?",
        "/fars<enter>1",
        "fars-hack",
        &[
            ("WHEN", "Fri 25 Nov 2022"),
            ("WHO SAYS", "B1 Arab News · B1 AFP"),
            (
                "HOW SURE",
                "it happened HIGH (2 origins) · day HIGH · who did it LOW · outcome DISPUTED",
            ),
            ("JUDGEMENT", "likely (55-80%): Black Reward"),
            ("DISPUTED", "data taken, says Black Reward"),
        ],
    ),
    (
        "When did Mahsa Amini die?",
        "/dies<enter>",
        "amini-death",
        &[
            ("WHEN", "Fri 16 Sep 2022, in Tehran"),
            ("WHO SAYS", "B RFE/RL · B UN inquiry · C Iran officials (party)"),
            ("HOW SURE", "it happened HIGH (3 origins"),
            ("BLAMED", "Iran, by UN inquiry"),
            ("ALSO", "cause: Iran says earlier illness"),
        ],
    ),
];
