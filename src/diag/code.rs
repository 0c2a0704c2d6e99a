//! The table of rules.

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Information,
    /// Probably wrong; the brief still opens.
    Warning,
    /// Wrong; the record or the file is left out.
    Error,
}

macro_rules! codes {
    ($($name:ident $severity:ident $rule:literal;)*) => {
        /// A rule that a finding is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $rule] $name,)* }

        impl Code {
            /// Every rule, in order.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as it is printed: `E110`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }

            /// The severity of its findings.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// The rule in a few words.
            #[must_use]
            pub fn rule(self) -> &'static str {
                match self { $(Self::$name => $rule,)* }
            }

            /// The rule with its reason and an example, as `attache explain` prints it.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Self::$name => {
                        include_str!(concat!("explanations/", stringify!($name), ".txt"))
                    })*
                }
            }
        }
    };
}

codes! {
    E001 Error "TOML syntax";
    E002 Error "unknown key";
    E003 Error "missing key";
    E004 Error "value that the key does not take";
    E005 Error "schema missing";
    E006 Error "schema newer than this program";
    E007 Error "not UTF-8, or over a limit";
    E010 Error "bad id";
    E011 Error "id used twice";
    E110 Error "not the id of a source";
    E111 Error "not the id of an actor";
    E112 Error "not the id of a place";
    E113 Error "not the id of an event or claim";
    E114 Error "not the id of a publisher";
    E115 Error "reference in prose dangles or is ambiguous";
    E116 Error "cycle";
    E120 Error "bad date";
    E121 Error "time with no offset";
    E122 Error "end before start";
    E123 Error "outside the years 1000 to 2100";
    E130 Error "marking missing or unknown";
    E131 Error "part marked above its brief";
    E134 Error "contradicts the registry";
    E140 Error "bad grade";
    E141 Error "bad likelihood";
    E142 Error "bad confidence";
    E143 Error "bad country";
    E144 Error "bad language tag";
    E145 Error "bad ATT&CK id";
    E146 Error "bad address or hash";
    E150 Error "file outside the folder or changed";
    E151 Error "not as it was sealed";
    E301 Error "no such option";
    E302 Error "bad value of an option";
    E303 Error "configuration not read";
    E310 Error "no such action or context";
    E311 Error "no such key";
    E312 Error "key bound twice";
    E313 Error "keys that begin alike";
    E314 Error "key that is not free";
    E410 Error "unknown role";
    E411 Error "unknown colour";
    E412 Error "unknown attribute";
    E413 Error "theme inherits nothing or itself";
    I250 Information "older edition of a brief";
    I251 Information "brief that another one replaces";
    I252 Information "brief in place of a built-in one";
    I254 Information "nearly as much as is read";
    W201 Warning "cites nothing";
    W202 Warning "graded 1 with fewer than two origins";
    W203 Warning "high confidence on a thin basis";
    W205 Warning "likelihood or confidence in the text of a judgement";
    W210 Warning "source older than the event";
    W211 Warning "derived from a later source";
    W212 Warning "planned for a day that is past";
    W213 Warning "brief older than its events";
    W214 Warning "reported before it was";
    W215 Warning "order that the times contradict";
    W216 Warning "link of events that the dates contradict";
    W220 Warning "unused record";
    W221 Warning "tag one letter from another";
    W222 Warning "one actor id, two actors";
    W223 Warning "publisher and actor of one id";
    I224 Information "reference to a record out of use";
    W225 Warning "one record described differently";
    W230 Warning "hidden character";
    W231 Warning "look-alike letters";
    W240 Warning "dispute that joins nothing";
    W241 Warning "objection better graded than the answer";
    W242 Warning "plan that disputes the event";
    W243 Warning "another date and no dispute";
    W244 Warning "judgement that answers nothing";
    W245 Warning "question answered twice";
    W246 Warning "both sides in one basis";
    W247 Warning "name too wide for its row";
    W248 Warning "disputed date that cannot be read";
    W250 Warning "role that is not in the list";
    W251 Warning "relation that is not in the list";
    W252 Warning "no such language";
    W253 Warning "place far from its country";
    W254 Warning "Markdown or HTML in a text";
    W255 Warning "dispute of two that say the same";
    W256 Warning "claim written twice";
    W257 Warning "link of an event that says nothing";
    W258 Warning "relation of events that is not in the list";
    W259 Warning "claim put on one event twice";
    W260 Warning "label too long to quote";
    W271 Warning "too much to count or link";
    W280 Warning "not known to be as it was sealed";
    W310 Warning "action without a key";
    W410 Warning "colours too near";
}
