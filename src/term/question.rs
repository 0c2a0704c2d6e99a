//! What the terminal is asked, once, and whether the answer is still owed.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// OSC 11 asks for the background. DA1, which every terminal answers and answers in order, stands behind
/// it: with its answer nothing more is owed.
const WORDS: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";
/// How many times as long as the end would wait no terminal takes: one that has not answered by then is
/// mute, and the end does not wait at all.
const MUTE: u32 = 20;

/// The question. Nothing ever waits for its answer but the end: what comes after that would be typed into
/// the shell.
#[derive(Debug, Default)]
pub(super) struct Question {
    stage: Mutex<Stage>,
    answered: Condvar,
    /// How long the end waits for an answer that is owed.
    patience: Duration,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// It is not to be asked, or not any more; or nothing is owed.
    #[default]
    Settled,
    /// It is to be asked.
    Wanted,
    /// It was asked, and when.
    Owed(Instant),
}

impl Question {
    /// A question that is to be asked, and for whose answer the end waits so long.
    pub(super) fn wanted(patience: Duration) -> Self {
        Self { stage: Mutex::new(Stage::Wanted), patience, ..Self::default() }
    }

    /// What to write to ask it; nothing once it was asked.
    pub(super) fn words(&self) -> &'static [u8] {
        let mut stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        if *stage != Stage::Wanted {
            return &[];
        }
        *stage = Stage::Owed(Instant::now());
        WORDS
    }

    /// Whether it was asked, and nothing came yet that answers it.
    pub(super) fn is_owed(&self) -> bool {
        let stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        matches!(*stage, Stage::Owed(_))
    }

    /// The answer came, or the terminal is gone.
    pub(super) fn settle(&self) {
        let mut stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*stage, Stage::Owed(_)) {
            *stage = Stage::Settled;
        }
        drop(stage);
        self.answered.notify_all();
    }

    /// Waits for an answer that is owed, which whoever reads the keyboard takes in, and gives up after a
    /// while, at once where the terminal has been mute for long. Returns whether it came.
    pub(super) fn wait(&self) -> bool {
        let stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        let owed = |stage: &mut Stage| matches!(*stage, Stage::Owed(_));
        let mute = self.patience.saturating_mul(MUTE);
        let patience = match *stage {
            Stage::Owed(asked) if asked.elapsed() > mute => Duration::ZERO,
            Stage::Owed(_) | Stage::Wanted | Stage::Settled => self.patience,
        };
        let waited = self.answered.wait_timeout_while(stage, patience, owed);
        let (mut stage, timed_out) = waited.unwrap_or_else(PoisonError::into_inner);
        if timed_out.timed_out() {
            *stage = Stage::Settled;
        }
        !timed_out.timed_out()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn it_is_asked_once_and_only_where_it_is_wanted() {
        let question = Question::wanted(Duration::ZERO);
        assert!(!question.is_owed());
        assert_eq!(question.words(), WORDS);
        assert!(question.is_owed());
        assert_eq!(question.words(), b"");
        assert_eq!(Question::default().words(), b"");
        assert!(!Question::default().is_owed());
    }

    /// An hour of patience: the wait ends because of the answer, or the test does not end.
    #[test]
    fn the_end_waits_for_an_answer_that_is_owed_and_for_no_other() {
        let question = Arc::new(Question::wanted(Duration::from_hours(1)));
        assert!(question.wait(), "it was not asked yet");
        question.words();
        let answering = Arc::clone(&question);
        let answer = std::thread::spawn(move || answering.settle());
        assert!(question.wait());
        assert!(question.wait(), "it was answered");
        answer.join().unwrap();
    }

    /// An hour of patience again: the test ends because nobody waits.
    #[test]
    fn a_terminal_that_has_been_mute_for_long_is_not_waited_for() {
        let question = Question::wanted(Duration::from_hours(1));
        let asked = Instant::now().checked_sub(Duration::from_hours(21)).unwrap();
        *question.stage.lock().unwrap() = Stage::Owed(asked);
        assert!(!question.wait());
        assert!(!question.is_owed());
    }

    #[test]
    fn a_mute_terminal_is_given_up_once() {
        let question = Question::wanted(Duration::from_millis(1));
        question.words();
        assert!(!question.wait());
        assert!(question.wait(), "nothing is owed any more");
        question.settle();
        assert_eq!(question.words(), b"");
    }
}
