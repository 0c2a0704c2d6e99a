//! The ways that copied text can take out of the program.

/// Where copied text goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// To the terminal, which hands it on to the clipboard of the desktop if it is set to.
    #[default]
    Terminal,
    /// To the terminal around tmux, if tmux is set to let it through.
    Tmux,
    /// To the terminal around GNU screen.
    Screen,
    /// Nowhere: the terminal has no clipboard.
    Absent,
    /// Nowhere: it is not wanted.
    Forbidden,
    /// It is printed where the answers are, in a dialogue of lines.
    Printed,
}

/// The most bytes of text that are sent. Terminals with a limit have one of 100,000 bytes for the whole
/// sequence (hterm), and so much text comes to 99,992 in base64.
pub const LONGEST: usize = 74_994;
