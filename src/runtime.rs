//! The loop: one inbox, three kinds of sender (keyboard, signals, workers), one thread that draws.
//!
//! There is no tick: while nothing happens, every thread sleeps without a timeout.

mod closing;
mod workers;

pub use workers::Workers;

use std::io;
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use ratatui::Frame;

use crate::clipboard::Clipboard;
use crate::term::{self, Input, Panics, Screen, Session, Signal, output};
use crate::text::DisplayText;

/// The most messages that are applied between two frames.
const BATCH: usize = 64;
/// The exit code when the terminal is gone, as after SIGHUP.
const HUNG_UP: u8 = 129;
/// The exit code of the interrupt key, as after SIGINT.
const INTERRUPTED: u8 = 130;

/// What the loop runs.
pub trait Application {
    /// What workers send.
    type Message: Send + 'static;

    /// Takes what the reader did, and the background if the terminal was asked for it, once.
    /// [`Input::Answered`] and [`Input::Lost`] never arrive here.
    fn input(&mut self, input: Input) -> Flow;

    /// Takes what a worker found.
    fn message(&mut self, message: Self::Message) -> Flow;

    /// Learns that nobody did anything for as long as [`Options::idle`] says; once, until somebody does.
    fn idle(&mut self) -> Flow {
        Flow::Unchanged
    }

    /// Learns that a worker failed, and at which `file:line` of the program.
    fn worker_failed(&mut self, place: DisplayText) -> Flow;

    /// Draws the whole state.
    fn draw(&mut self, frame: &mut Frame<'_>);

    /// Hands over what is still to be done once the terminal was given back. It may wait for a disk; what
    /// it returns is told on standard error.
    fn last_work(&mut self) -> Option<LastWork> {
        None
    }

    /// Hands over what is to be put on the clipboard, once.
    fn take_copied(&mut self) -> Option<DisplayText> {
        None
    }
}

/// What is done after the terminal was given back, and what to tell of it.
pub type LastWork = Box<dyn FnOnce() -> Option<DisplayText> + Send>;

/// What is to happen after something was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Nothing that is shown changed.
    Unchanged,
    /// Draw.
    Continue,
    /// Draw everything anew, as after another program wrote over the screen.
    Repaint,
    /// Draw, and leave nothing in the memory of the terminal of what was shown before, as far as it can be
    /// told to.
    Blank,
    /// Give the terminal back and stop, as Ctrl-Z does; nothing when no shell could continue.
    Suspend,
    /// From now on take what the mouse does, or leave it to the terminal; and draw.
    Mouse(bool),
    /// End.
    Quit,
    /// End as the interrupt signal does: a raw terminal sends the key, not the signal.
    Interrupt,
}

/// Faults that can be asked for, to see that they do no harm; only debug builds obey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The UI thread panics at the first key.
    PanicUi,
    /// A worker panics at the first key.
    PanicWorker,
    /// The UI thread hangs at the first key.
    Hang,
    /// What is done at the end never ends, as where a disk does not answer.
    SlowDisk,
}

/// How the loop is to run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// How long the first frame waits for the first worker message, so that "loading" is seldom seen.
    pub patience: Duration,
    /// Whether the mouse is taken from the beginning; [`Flow::Mouse`] changes it.
    pub mouse: bool,
    /// Whether the terminal is asked for its background, and how long the end then waits for an answer
    /// that is still owed.
    pub ask: Option<Duration>,
    /// Where copied text goes.
    pub clipboard: Clipboard,
    /// After how long without a key [`Application::idle`] is told; none for never.
    pub idle: Option<Duration>,
    /// A fault to commit.
    pub fault: Option<Fault>,
}

enum Event<M> {
    Input(Input),
    Signal(Signal),
    Worker(M),
    WorkerFailed(DisplayText),
}

/// The loop before it runs. Made on the UI thread, before any worker.
pub struct Runtime<M> {
    events: Receiver<Event<M>>,
    workers: Workers<M>,
    screen: Arc<Screen>,
    options: Options,
}

impl<M: Send + 'static> Runtime<M> {
    /// Prepares the inbox and the panic hook.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let screen = Arc::new(options.ask.map_or_else(Screen::default, Screen::asking));
        let panics = Panics::install(Arc::clone(&screen));
        let (inbox, events) = mpsc::channel();
        Self { events, workers: Workers { inbox, panics }, screen, options }
    }

    /// Where to start work; may be called before and during [`Runtime::run`].
    #[must_use]
    pub fn workers(&self) -> Workers<M> {
        self.workers.clone()
    }

    /// Takes the terminal and runs until the application quits, a signal ends it or the terminal is
    /// gone. The terminal is given back in every case.
    ///
    /// # Errors
    ///
    /// There is no terminal, or it can be neither read nor written.
    pub fn run<A: Application<Message = M>>(self, app: &mut A) -> io::Result<ExitCode> {
        let inbox = self.workers.inbox.clone();
        // Before the terminal is entered: a signal in between would leave it in raw mode.
        let watch = term::watch(Arc::clone(&self.screen), move |signal| {
            drop(inbox.send(Event::Signal(signal)));
        })?;
        let mut session = Session::enter(Arc::clone(&self.screen))?;
        self.read_keyboard()?;
        let mut turn = Turn::new(&self, app);
        let code = turn.run(&mut session);
        drop(session);
        watch.loop_ended();
        let work = app.last_work();
        #[cfg(debug_assertions)]
        let work = match self.options.fault {
            Some(Fault::SlowDisk) => Some(closing::endless()),
            Some(Fault::PanicUi | Fault::PanicWorker | Fault::Hang) | None => work,
        };
        if let Some(told) = work.and_then(closing::finish) {
            output::write_stderr(&[crate::text!["attache: ", told, "\n"]]);
        }
        drop(watch);
        match code {
            Err(error) if term::is_gone(&error) => Ok(ExitCode::from(HUNG_UP)),
            Ok(_) | Err(_) => code,
        }
    }

    fn read_keyboard(&self) -> io::Result<()> {
        let (inbox, screen) = (self.workers.inbox.clone(), Arc::clone(&self.screen));
        thread::Builder::new().name("keyboard".to_owned()).spawn(move || {
            match screen.keyboard() {
                Ok(keyboard) => {
                    term::read(keyboard, screen.decoder(), |input| {
                        screen.hear(&input);
                        inbox.send(Event::Input(input)).is_ok()
                    });
                }
                Err(_) => drop(inbox.send(Event::Input(Input::Lost))),
            }
        })?;
        Ok(())
    }
}

/// What the messages since the last frame ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Needed {
    #[default]
    Nothing,
    Frame,
    Repaint,
    /// The process was continued: the terminal has to be entered again.
    Resume,
}

/// The running loop.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
struct Turn<'a, A: Application> {
    runtime: &'a Runtime<A::Message>,
    app: &'a mut A,
    needed: Needed,
    /// Stopped, or about to be: the terminal belongs to the shell, so nothing is drawn.
    stopped: bool,
    suspend: bool,
    /// Whether the terminal is to forget what it showed.
    blank: bool,
    /// When somebody did something last; none once it was told that nobody does.
    used: Option<Instant>,
    /// Whether the mouse is wanted; a report that comes all the same is late or another's.
    mouse: bool,
    /// Taken once the background was told, or none where nobody asked: what is told then is another
    /// program's.
    asked: Option<Duration>,
}

type Step = ControlFlow<ExitCode>;

impl<'a, A: Application> Turn<'a, A> {
    fn new(runtime: &'a Runtime<A::Message>, app: &'a mut A) -> Self {
        let (mouse, asked) = (runtime.options.mouse, runtime.options.ask);
        Self {
            runtime,
            app,
            needed: Needed::Frame,
            stopped: false,
            suspend: false,
            blank: false,
            used: Some(Instant::now()),
            mouse,
            asked,
        }
    }

    fn run(&mut self, session: &mut Session) -> io::Result<ExitCode> {
        // Before any key and any worker: both may depend on how much is on the screen.
        let (columns, rows) = self.runtime.screen.size();
        self.app.input(Input::Resize(columns, rows));
        if let ControlFlow::Break(code) = self.wait_for_first_message() {
            return Ok(code);
        }
        loop {
            self.show(session)?;
            let mut step = match self.wait() {
                Ok(event) => self.take(event),
                Err(RecvTimeoutError::Timeout) => self.tell_idle(),
                // Every sender can vanish only with the loop's own, which is still here.
                Err(RecvTimeoutError::Disconnected) => return Ok(ExitCode::SUCCESS),
            };
            for event in self.runtime.events.try_iter().take(BATCH - 1) {
                if step.is_break() {
                    break;
                }
                step = self.take(event);
            }
            if let ControlFlow::Break(code) = step {
                return Ok(code);
            }
        }
    }

    /// Waits for something to happen, or until nobody did anything for long.
    fn wait(&self) -> Result<Event<A::Message>, RecvTimeoutError> {
        let events = &self.runtime.events;
        match self.runtime.options.idle.zip(self.used) {
            Some((idle, used)) => events.recv_timeout(idle.saturating_sub(used.elapsed())),
            None => events.recv().map_err(RecvTimeoutError::from),
        }
    }

    fn tell_idle(&mut self) -> Step {
        self.used = None;
        let flow = self.app.idle();
        self.follow(flow)
    }

    fn wait_for_first_message(&mut self) -> Step {
        let until = Instant::now() + self.runtime.options.patience;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Step::Continue(());
            }
            match self.runtime.events.recv_timeout(left) {
                Ok(event) => {
                    let awaited = matches!(event, Event::Worker(_) | Event::WorkerFailed(_));
                    self.take(event)?;
                    if awaited {
                        return Step::Continue(());
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return Step::Continue(());
                }
            }
        }
    }

    /// Brings the terminal to where the state is.
    fn show(&mut self, session: &mut Session) -> io::Result<()> {
        session.set_mouse(self.mouse)?;
        if std::mem::take(&mut self.suspend) && !self.stopped {
            // Only the message that the process was continued ends the stop: this thread may run on
            // for a moment before the stop takes effect.
            self.stopped = session.suspend().is_ok();
            if !self.stopped {
                self.needed = Needed::Resume;
            }
        }
        if self.stopped {
            return Ok(());
        }
        let blank = std::mem::take(&mut self.blank);
        match std::mem::take(&mut self.needed) {
            Needed::Nothing => return Ok(()),
            Needed::Frame => {}
            Needed::Repaint => session.repaint()?,
            Needed::Resume => session.resume()?,
        }
        if blank {
            session.forget_shown()?;
        }
        let app = &mut *self.app;
        session.draw(|frame| app.draw(frame))?;
        if blank {
            session.forget_copied(self.runtime.options.clipboard)?;
        }
        // Behind the frame that tells of it, which is whole by now.
        match self.app.take_copied() {
            Some(text) => session.copy(&text, self.runtime.options.clipboard),
            None => Ok(()),
        }
    }

    fn take(&mut self, event: Event<A::Message>) -> Step {
        let flow = match event {
            Event::Input(Input::Lost) => return Step::Break(ExitCode::from(HUNG_UP)),
            Event::Input(Input::Mouse(_)) if !self.mouse => return Step::Continue(()),
            Event::Input(Input::Answered) => return Step::Continue(()),
            Event::Input(Input::Background(_)) if self.asked.take().is_none() => {
                return Step::Continue(());
            }
            Event::Input(input) => {
                if matches!(input, Input::Key(_) | Input::Paste(_) | Input::Mouse(_)) {
                    self.used = Some(Instant::now());
                }
                self.commit_fault(&input);
                self.app.input(input)
            }
            Event::Worker(message) => self.app.message(message),
            Event::WorkerFailed(place) => self.app.worker_failed(place),
            Event::Signal(signal) => return self.signal(signal),
        };
        self.follow(flow)
    }

    fn signal(&mut self, signal: Signal) -> Step {
        match signal {
            Signal::End(code) => return Step::Break(ExitCode::from(code)),
            Signal::Stop => self.suspend = true,
            Signal::Continue => {
                self.stopped = false;
                // A stop asked for before this, and not carried out yet, is over as well.
                self.suspend = false;
                self.need(Needed::Resume);
            }
            Signal::Resize => {
                let (columns, rows) = self.runtime.screen.size();
                let flow = self.app.input(Input::Resize(columns, rows));
                // The same size may have come back: the terminal has cut what it showed, and a frame of
                // that size would leave the gaps.
                self.need(Needed::Repaint);
                return self.follow(flow);
            }
        }
        Step::Continue(())
    }

    fn follow(&mut self, flow: Flow) -> Step {
        match flow {
            Flow::Unchanged => {}
            Flow::Continue => self.need(Needed::Frame),
            Flow::Repaint => self.need(Needed::Repaint),
            Flow::Blank => {
                self.blank = true;
                self.need(Needed::Frame);
            }
            Flow::Suspend => self.suspend = Session::can_be_continued(),
            Flow::Mouse(wanted) => {
                self.mouse = wanted;
                self.need(Needed::Frame);
            }
            Flow::Quit => return Step::Break(ExitCode::SUCCESS),
            Flow::Interrupt => return Step::Break(ExitCode::from(INTERRUPTED)),
        }
        Step::Continue(())
    }

    fn need(&mut self, needed: Needed) {
        self.needed = self.needed.max(needed);
    }

    /// In release builds nothing at all.
    #[cfg_attr(not(debug_assertions), expect(clippy::unused_self, reason = "debug builds use it"))]
    fn commit_fault(&self, input: &Input) {
        #[cfg(debug_assertions)]
        if matches!(input, Input::Key(_)) {
            match self.runtime.options.fault {
                Some(Fault::PanicUi) => fail(),
                Some(Fault::Hang) => loop {
                    thread::park();
                },
                Some(Fault::PanicWorker) => self.runtime.workers.spawn("fault", || fail()),
                Some(Fault::SlowDisk) | None => {}
            }
        }
        #[cfg(not(debug_assertions))]
        let _ = input;
    }
}

/// Panics with a message that must never be seen.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "the fault that was asked for")]
fn fail() -> ! {
    panic!("CONTENT-OF-A-BRIEF")
}

#[cfg(test)]
mod tests;
