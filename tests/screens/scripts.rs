//! Scripts that terminals draw each in its own way.

use crate::stage::{Stage, loaded_text};

/// Conjuncts of Hindi and Bengali take the columns of their letters, and nothing is marked.
#[test]
fn conjuncts_are_shown() {
    let briefs = loaded_text(
        "schema = 1\n[brief]\nid = \"x\"\ntitle = \"Trial\"\ntlp = \"CLEAR\"\n\
         [place.delhi]\nname = \"Delhi\"\nnames = { hi = \"दिल्ली\", bn = \"দিল্লি\" }\n\
         [actor.parishad]\nname = \"राष्ट्रीय सुरक्षा परिषद\"\nkind = \"agency\"\n\
         [actor.mantri]\nname = \"प्रधानमंत्री\"\nkind = \"agency\"\n\
         [[event]]\nid = \"e\"\ntitle = \"दिल्ली में शक्ति, ශ්\u{200d}රී ලංකා\"\nwhen = \"2022-07-15\"\n\
         type = \"other\"\nroles = { host = [\"parishad\", \"mantri\"] }\nplaces = [\"delhi\"]\n",
    );
    for size in [(80, 24), (120, 40), (200, 60)] {
        let text = Stage::new(&briefs, size).text();
        for shown in ["दिल्ली", "राष्ट्रीय", "ශ්\u{200d}රී ලංකා"]
        {
            assert!(text.contains(shown), "{shown} is not in\n{text}");
        }
        assert!(!text.contains("<U+"), "{text}");
    }
    let found: Vec<_> = briefs.library.findings().iter().map(|found| found.code.id()).collect();
    assert!(!found.contains(&"W230"), "{found:?}");
}
