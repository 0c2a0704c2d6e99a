//! What the command line asks for.

/// How large the corpora of the search are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sizes {
    /// Up to 10,000 records.
    Quick,
    /// Up to a million, which takes long.
    Whole,
}

/// What the command line asks for.
pub(crate) struct Asked {
    /// Parts to measure; all of them where none is named.
    parts: Vec<String>,
    pub(crate) sizes: Sizes,
    /// Other builds of the program.
    pub(crate) beside: Vec<String>,
    /// The words themselves.
    words: Vec<String>,
}

impl Asked {
    /// What these words ask for, among the parts that there are.
    pub(crate) fn of(words: impl Iterator<Item = String>, parts: &[&str]) -> Self {
        let words: Vec<String> = words.collect();
        let mut asked = Self {
            parts: Vec::new(),
            sizes: Sizes::Quick,
            beside: Vec::new(),
            words: words.clone(),
        };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--whole" => asked.sizes = Sizes::Whole,
                "--beside" => {
                    asked.beside.push(words.next().expect("--beside takes the path of a program"));
                }
                name if parts.contains(&name) => asked.parts.push(word),
                name => panic!("{name:?} is none of --whole, --beside PATH, {}", parts.join(", ")),
            }
        }
        asked
    }

    /// Whether a part is to be measured.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.is_all() || self.parts.iter().any(|named| named == part)
    }

    /// Whether all parts are, which makes a page.
    pub(crate) fn is_all(&self) -> bool {
        self.parts.is_empty()
    }

    /// The command that asks for the same.
    pub(crate) fn command(&self) -> String {
        let mut command = "cargo bench --bench performance".to_owned();
        for (at, word) in self.words.iter().enumerate() {
            command.push_str(if at == 0 { " -- " } else { " " });
            command.push_str(word);
        }
        command
    }
}
