//! A small application for the terminal tests, until the reader takes its place.

use std::process::ExitCode;

use attache::keymap::{Chord, Key};
use attache::runtime::{Application, Fault, Flow, Options, Runtime};
use attache::term::{Input, output};
use attache::text;
use attache::text::{DisplayText, clean};
use ratatui::Frame;
use ratatui::style::{Color, Style};
use ratatui::text::Line;

struct Demo {
    selected: usize,
    note: DisplayText,
    colour: bool,
}

impl Application for Demo {
    type Message = ();

    fn input(&mut self, input: Input) -> Flow {
        match input {
            Input::Key(Chord { key: Key::Char('z'), ctrl: true, .. }) => return Flow::Suspend,
            Input::Key(Chord { key: Key::Char('l'), ctrl: true, .. }) => return Flow::Repaint,
            Input::Key(Chord { key: Key::Char('q' | 'c'), .. }) => return Flow::Quit,
            Input::Key(Chord { key: Key::Char('j') | Key::Down, .. }) => self.selected += 1,
            Input::Key(Chord { key: Key::Char('k') | Key::Up, .. }) => {
                self.selected = self.selected.saturating_sub(1);
            }
            Input::Key(_) => self.note = "another key".into(),
            Input::Paste(pasted) => self.note = text!["pasted ", clean(&pasted, |_| {})],
            Input::Resize(columns, rows) => self.note = text!["size ", columns, "x", rows],
            Input::Lost => {}
        }
        Flow::Continue
    }

    fn message(&mut self, (): ()) -> Flow {
        Flow::Unchanged
    }

    fn worker_failed(&mut self, place: DisplayText) -> Flow {
        self.note = text!["worker failed at ", place];
        Flow::Continue
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        let area = frame.area();
        for (row, y) in (area.top()..area.bottom()).take(5).enumerate() {
            let mark = if row == self.selected { ">" } else { " " };
            let mut style = Style::new();
            if row == self.selected {
                style = style.reversed().bold();
            }
            if self.colour {
                style = style.fg(Color::Green);
            }
            let line = Line::styled(format!("{mark} line {row}"), style);
            frame.buffer_mut().set_line(0, y, &line, area.width);
        }
        if area.height > 5 {
            let line = Line::raw(self.note.to_string());
            frame.buffer_mut().set_line(0, 5, &line, area.width);
        }
    }
}

fn main() -> ExitCode {
    let term = std::env::var("TERM").ok();
    if !output::stdout_is_terminal() || !output::can_show_screen(term.as_deref()) {
        return match output::write_stdout(&["line 0\nline 1\n".into()]) {
            Ok(_) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(2),
        };
    }
    let fault = match std::env::var("ATTACHE_FAULT").as_deref() {
        Ok("panic-ui") => Some(Fault::PanicUi),
        Ok("hang") => Some(Fault::Hang),
        Ok("panic-worker") => Some(Fault::PanicWorker),
        _ => None,
    };
    let theme = std::env::args().any(|argument| argument == "--theme");
    let colour = theme || std::env::var_os("NO_COLOR").is_none();
    let mut demo = Demo { selected: 0, note: DisplayText::default(), colour };
    let runtime = Runtime::new(Options { fault, ..Options::default() });
    runtime.run(&mut demo).unwrap_or_else(|error| {
        let text = text!["attache: ", clean(&error.to_string(), |_| {}), "\n"];
        output::write_stderr(&[text]);
        ExitCode::from(2)
    })
}
