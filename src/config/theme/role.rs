//! What a theme gives a look to.

macro_rules! roles {
    ($($name:ident $id:literal $help:literal;)*) => {
        /// What a piece of the screen is; a theme gives each role its look.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Role { $(#[doc = $help] $name,)* }

        impl Role {
            /// Every role, in order.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its name in a theme file.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// What it is for.
            #[must_use]
            pub fn help(self) -> &'static str {
                match self { $(Self::$name => $help,)* }
            }
        }
    };
}

roles! {
    Screen "screen" "the ground of the whole screen; its colours hold where a role sets none";
    Text "text" "ordinary text";
    Dim "dim" "what matters less";
    Strong "strong" "what matters more";
    Label "label" "names of rows, as WHEN";
    Rule "rule" "lines between panes";
    Title "title" "titles of panes";
    Focus "focus" "title of the pane that has the keys";
    Selection "selection" "the selected row";
    Linked "linked" "rows that belong to the subject";
    Pinned "pinned" "title of the subject held for comparison";
    Link "link" "links in the text";
    Match "match" "what a search matched";
    Agrees "agrees" "a fact or a source that says the same";
    Differs "differs" "a source that says otherwise";
    Confidence "confidence" "how sure: grades and words of confidence";
    Gap "gap" "time that passes between two rows of a list";
    Axis "axis" "the time axis: its line, its months, its counts";
    Interval "interval" "a stretch of time: a date known in part, the span of an event";
    Changed "changed" "what is new or other since the last reading";
    Bookmark "bookmark" "the sign of what is bookmarked";
    Note "note" "what the reader wrote, never the brief: notes and questions";
    Popup "popup" "the ground of a window over the screen";
    Field "field" "a field for typing in";
    Marker "marker" "signs for hidden characters";
    Marking "marking" "the TLP marking";
    Warning "warning" "what needs attention";
    Key "key" "keys in hints and help";
}
