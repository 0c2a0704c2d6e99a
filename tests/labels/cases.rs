//! What is RED beside what is CLEAR, each in a way of its own, with a word that stands in nothing else.

use std::path::Path;

/// Files with one thing that is RED.
pub(crate) struct Case {
    /// What is RED.
    pub(crate) name: &'static str,
    /// A word of it.
    pub(crate) word: &'static str,
    /// Names and texts of the files.
    pub(crate) files: &'static [(&'static str, &'static [u8])],
}

const CLEAR: &[u8] = b"schema = 2\n[brief]\nid = \"open\"\ntitle = \"The open brief\"\ntlp = \"CLEAR\"\n\
    bluf = \"The harbour opens.\"\n[source.wire]\ntitle = \"A wire report\"\n\
    [[event]]\nid = \"quiet\"\ntitle = \"The harbour is quiet\"\nwhen = \"2021-03-02\"\ntype = \"other\"\n\
    cite = [\"wire\"]\n[[event.claim]]\nid = \"quiet-so\"\ntext = \"It was quiet.\"\ncite = [\"wire\"]\n";

macro_rules! brief {
    ($id:literal, $tlp:literal, $rest:expr) => {
        concat!(
            "schema = 2\n[brief]\nid = \"",
            $id,
            "\"\ntitle = \"Brief ",
            $id,
            "\"\ntlp = \"",
            $tlp,
            "\"\n[source.own]\ntitle = \"An own report\"\n",
            $rest
        )
        .as_bytes()
    };
}

macro_rules! event {
    ($id:literal, $title:literal, $keys:literal) => {
        concat!(
            "[[event]]\nid = \"",
            $id,
            "\"\ntitle = \"",
            $title,
            "\"\nwhen = \"2022-07-15\"\ntype = \"cyber\"\ncite = [\"own\"]\n",
            $keys,
            "\n"
        )
    };
}

/// All of them. A new way in which something RED may stand beside something CLEAR is a row here.
pub(crate) const CASES: &[Case] = &[
    Case {
        name: "a brief",
        word: "harrier",
        files: &[("a.toml", CLEAR), ("b.toml", brief!("b", "RED", event!("e", "Harrier meets", "")))],
    },
    Case {
        name: "an event of a CLEAR brief",
        word: "harrier",
        files: &[("a.toml", brief!("b", "CLEAR", event!("e", "Harrier meets", "tlp = \"RED\"")))],
    },
    Case {
        name: "the claim of such an event",
        word: "harrier",
        files: &[(
            "a.toml",
            brief!(
                "b",
                "CLEAR",
                event!(
                    "e",
                    "A meeting",
                    "tlp = \"RED\"\n[[event.claim]]\nid = \"c\"\ntext = \"Harrier was there.\"\ncite = [\"own\"]"
                )
            ),
        )],
    },
    Case {
        name: "an actor",
        word: "harrier",
        files: &[(
            "a.toml",
            brief!(
                "b",
                "CLEAR",
                concat!(
                    event!("e", "A meeting", "roles = { target = [\"agent\"] }"),
                    "[actor.agent]\nname = \"Harrier\"\ntlp = \"RED\"\n"
                )
            ),
        )],
    },
    Case {
        name: "a source",
        word: "harrier",
        files: &[(
            "a.toml",
            brief!(
                "b",
                "CLEAR",
                concat!(
                    event!("e", "A meeting", ""),
                    "[source.cable]\ntitle = \"The Harrier cable\"\ntlp = \"RED\"\n"
                )
            ),
        )],
    },
    Case {
        name: "a marking given twice",
        word: "harrier",
        files: &[(
            "a.toml",
            brief!("b", "CLEAR", event!("e", "Harrier meets", "tlp = \"CLEAR\"\ntlp = \"RED\"")),
        )],
    },
    Case {
        name: "a marking that cannot be read",
        word: "harrier",
        files: &[(
            "a.toml",
            brief!("b", "CLEAR", event!("e", "Harrier meets", "tlp = \"RDE\"")),
        )],
    },
    Case {
        name: "a header with two markings",
        word: "harrier",
        files: &[(
            "a.toml",
            b"schema = 2\n[brief]\nid = \"b\"\ntitle = \"Harrier meets\"\ntlp = \"CLEAR\"\ntlp = \"RED\"\n",
        )],
    },
    Case {
        name: "a refused brief",
        word: "harrier",
        files: &[
            ("a.toml", CLEAR),
            (
                "b.toml",
                b"schema = 2\n[brief]\nid = \"Bad id\"\ntlp = \"RED\"\nharrier = 1\n\
                  [[event]]\nid = \"r1\"\ntitle = \"Agent Harrier\"\nwhen = \"harrier\"\ntype = \"harrier\"\n",
            ),
        ],
    },
    Case {
        name: "a refused brief whose reason quotes it",
        word: "harrier",
        files: &[
            ("a.toml", CLEAR),
            ("b.toml", b"schema = 2\nharrier = 1\n[brief]\ntitle = \"T\"\ntlp = \"RED\"\n"),
        ],
    },
    Case {
        name: "a file that is no brief",
        word: "harrier",
        files: &[("a.toml", CLEAR), ("b.toml", b"Meet Harrier at noon.\nharrier = \"\n")],
    },
    Case {
        name: "a file that is no text",
        word: "harrier",
        files: &[("a.toml", CLEAR), ("b.toml", b"title = \"Meet Harrier \xff at noon.\"\n")],
    },
    Case {
        name: "a record that is left out",
        word: "harrier",
        files: &[(
            "a.toml",
            brief!(
                "b",
                "CLEAR",
                "[source.Own_Cable]\ntitle = \"Harrier\"\ntlp = \"RED\"\nharrier = 1\n"
            ),
        )],
    },
    Case {
        name: "an older edition",
        word: "harrier",
        files: &[
            ("a.toml", brief!("b", "CLEAR", event!("e", "A meeting", ""))),
            (
                "b.toml",
                b"schema = 2\n[brief]\nid = \"b\"\ntitle = \"Harrier\"\ntlp = \"RED\"\nstatus = \"superseded\"\n\
                  harrier = 1\n",
            ),
        ],
    },
];

impl Case {
    /// Writes the files into a folder.
    pub(crate) fn write(&self, folder: &Path) {
        for (name, text) in self.files {
            std::fs::write(folder.join(name), text).expect("a file can be written");
        }
    }

    /// Whether a text tells of it.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        text.to_lowercase().contains(self.word)
    }
}
