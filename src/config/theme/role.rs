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
    Quiet "quiet" "what matters less: dates, tags, roles, what is denied or said otherwise";
    Strong "strong" "what matters more: questions, MODERATE, likely";
    Label "label" "names of rows and of parts of a page, as WHEN";
    Answer "answer" "a strong answer: HIGH, very likely, almost certain";
    Against "against" "what speaks against: DISPUTED and its sign, not confirmed";
    Grade "grade" "grades, as A1";
    Link "link" "links in the text";
    Key "key" "keys in hints and help";
    Frame "frame" "lines between panes";
    Title "title" "titles of panes";
    Focus "focus" "title of the pane that has the keys";
    FocusFrame "focus-frame" "the line of that pane, and the sign of the selected row";
    Selection "selection" "the selected row of the pane that has the keys";
    InactiveSelection "inactive-selection" "the selected row of any other pane";
    Linked "linked" "rows that belong to the subject";
    Pinned "pinned" "title of the subject held for comparison";
    Match "match" "what a search matched";
    Agrees "agrees" "a fact or a source that says the same";
    Gap "gap" "time that passes between two rows of a list";
    Axis "axis" "the time axis: its line, its months, its counts";
    Interval "interval" "a stretch of time: a date known in part, the span of an event";
    Changed "changed" "what is new or other since the last reading";
    Bookmark "bookmark" "the sign of what is bookmarked";
    Note "note" "what the reader wrote, never the brief: notes and questions";
    Popup "popup" "the ground of a window over the screen";
    Field "field" "a field for typing in";
    Marker "marker" "signs for hidden characters";
    TlpRed "tlp-red" "the marking TLP:RED";
    TlpAmber "tlp-amber" "the markings TLP:AMBER and TLP:AMBER+STRICT";
    TlpGreen "tlp-green" "the marking TLP:GREEN";
    TlpClear "tlp-clear" "the marking TLP:CLEAR, and one that is not known";
    Warning "warning" "what needs attention";
}

impl Role {
    /// Those of the markings.
    pub const MARKINGS: [Self; 4] = [Self::TlpRed, Self::TlpAmber, Self::TlpGreen, Self::TlpClear];

    /// Whether it is drawn as lines and never as text.
    #[must_use]
    pub fn is_line(self) -> bool {
        matches!(self, Self::Frame | Self::FocusFrame)
    }
}
