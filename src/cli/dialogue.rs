//! `attache --plain`: the reader as a dialogue of lines.

use super::{COULD_NOT_RUN, plain};
use crate::config::Loaded;
use crate::dialogue::{Answer, Dialogue};
use crate::library::load::{Files, Glance, LoadRequest, Loaded as Read, load_files};
use crate::reader::obey;
use crate::term::lines::{LONGEST_LINE, next_line, stdin_is_terminal};
use crate::term::output::{self, Written};
use crate::text::{DisplayText, clean_line};
use std::io;
use std::process::ExitCode;
use std::sync::Arc;

/// Asks for a line where somebody sits at a terminal.
const PROMPT: &str = "> ";

/// Answers line by line until the input or the user ends it.
pub(super) fn run(
    request: &LoadRequest,
    loaded: Loaded,
    ascii: bool,
    open_at: Option<&str>,
    notice: Option<DisplayText>,
) -> ExitCode {
    let Read { library, files, archives } = load_files(request);
    library.add_late(archives.compare(library.sources()));
    let mut dialogue = Dialogue::new(Arc::new(library), loaded.keymap, ascii);
    obey(dialogue.app_mut(), &loaded.settings);
    dialogue.app_mut().set_files(files.can_change());
    let mut text = dialogue.greet(open_at);
    text.extend(notice.map(|notice| crate::text![notice, "\n"]));
    match converse(&mut dialogue, files, text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let message = clean_line(&error.to_string(), |_| {});
            output::write_stderr(&[crate::text!["attache: cannot go on: ", message, "\n"]]);
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

fn converse(
    dialogue: &mut Dialogue,
    mut files: Files,
    greeting: Vec<DisplayText>,
) -> io::Result<()> {
    let prompted = stdin_is_terminal();
    let mut answer = Answer { text: greeting, ..Answer::default() };
    let mut told: Option<Glance> = None;
    loop {
        if prompted && !answer.ends {
            answer.text.push(DisplayText::literal(PROMPT));
        }
        let ascii = dialogue.ascii();
        let text = if ascii { plain::ascii(&answer.text) } else { answer.text };
        // Who closed the pipe has read enough.
        if output::write_stdout(&text)? == Written::Closed || answer.ends {
            return Ok(());
        }
        let Some(line) = next_line()? else {
            // What the shell writes next begins in a line of its own.
            if prompted {
                let _ = output::write_stdout(&[DisplayText::literal("\n")])?;
            }
            return Ok(());
        };
        answer = if line.cut {
            let words = crate::text!["a line has at most ", LONGEST_LINE, " bytes; not done\n"];
            Answer { text: vec![words], ..Answer::default() }
        } else {
            dialogue.answer(&line.text)
        };
        if answer.reads_again {
            let (read, changes) = files.again();
            read.library.add_late(read.archives.compare(read.library.sources()));
            answer.text.extend(dialogue.reload(read.library, changes));
            (files, told) = (read.files, None);
        } else if files.can_change() && !answer.ends {
            let glance = files.look();
            if !files.are_as(&glance) && told.as_ref() != Some(&glance) {
                answer.text.extend(dialogue.tell_of_disk());
                told = Some(glance);
            }
        }
    }
}
