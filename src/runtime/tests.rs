use super::*;
use crate::keymap::{Chord, Key};
use crate::pointer::{Pointer, PointerKind};

#[derive(Default)]
struct Recorder {
    idle: usize,
    messages: Vec<u8>,
    failures: usize,
    keys: usize,
}

impl Application for Recorder {
    type Message = u8;

    fn input(&mut self, _: Input) -> Flow {
        self.keys += 1;
        Flow::Unchanged
    }

    fn message(&mut self, message: u8) -> Flow {
        self.messages.push(message);
        Flow::Continue
    }

    fn worker_failed(&mut self, _: DisplayText) -> Flow {
        self.failures += 1;
        Flow::Continue
    }

    fn idle(&mut self) -> Flow {
        self.idle += 1;
        Flow::Blank
    }

    fn draw(&mut self, _: &mut Frame<'_>) {}
}

impl<M: Send + 'static> Workers<M> {
    /// Workers whose findings are taken one by one, and where to take them.
    pub(crate) fn watched() -> (Self, impl FnMut() -> M) {
        let (inbox, events) = mpsc::channel();
        let next = move || match events.recv() {
            Ok(Event::Worker(found)) => found,
            Ok(Event::WorkerFailed(place)) => panic!("a worker failed at {place}"),
            Ok(Event::Input(_) | Event::Signal(_)) | Err(_) => panic!("no worker is at work"),
        };
        (Self { inbox, panics: Panics::default() }, next)
    }
}

/// A loop without a panic hook, which would silence the other tests of this process.
fn runtime(patience: Duration) -> Runtime<u8> {
    let (inbox, events) = mpsc::channel();
    let workers = Workers { inbox, panics: Panics::default() };
    let options = Options { patience, ..Options::default() };
    Runtime { events, workers, screen: Arc::default(), options }
}

fn key() -> Event<u8> {
    let chord = Chord { key: Key::Char('j'), ctrl: false, alt: false, shift: false };
    Event::Input(Input::Key(chord))
}

/// Whether the step ends the loop with this exit code.
fn ends_with(step: Step, code: u8) -> bool {
    let ended = step.break_value().map(|code| format!("{code:?}"));
    ended == Some(format!("{:?}", ExitCode::from(code)))
}

#[test]
fn the_first_frame_waits_for_the_first_worker_and_takes_keys_meanwhile() {
    let (runtime, mut app) = (runtime(Duration::from_mins(1)), Recorder::default());
    assert!(runtime.workers.inbox.send(key()).is_ok());
    runtime.workers().spawn("loader", || 7);
    assert!(Turn::new(&runtime, &mut app).wait_for_first_message().is_continue());
    assert_eq!((app.keys, app.messages), (1, vec![7]));
}

#[test]
fn a_worker_that_panics_is_reported() {
    let (runtime, mut app) = (runtime(Duration::from_mins(1)), Recorder::default());
    runtime.workers().spawn("loader", || panic!("no answer"));
    assert!(Turn::new(&runtime, &mut app).wait_for_first_message().is_continue());
    assert_eq!((app.failures, app.messages), (1, vec![]));
}

#[test]
fn what_changes_nothing_draws_nothing_and_the_greatest_need_wins() {
    let (runtime, mut app) = (runtime(Duration::ZERO), Recorder::default());
    let mut turn = Turn::new(&runtime, &mut app);
    turn.needed = Needed::Nothing;
    assert!(turn.take(key()).is_continue());
    assert_eq!(turn.needed, Needed::Nothing);
    assert!(turn.take(Event::Worker(1)).is_continue());
    assert_eq!(turn.needed, Needed::Frame);
    assert!(turn.take(Event::Signal(Signal::Continue)).is_continue());
    assert!(turn.take(Event::Worker(2)).is_continue());
    assert_eq!(turn.needed, Needed::Resume);
}

#[test]
fn a_lost_terminal_and_signals_end_the_loop_with_their_code() {
    let (runtime, mut app) = (runtime(Duration::ZERO), Recorder::default());
    let mut turn = Turn::new(&runtime, &mut app);
    assert!(ends_with(turn.take(Event::Input(Input::Lost)), 129));
    assert!(ends_with(turn.take(Event::Signal(Signal::End(143))), 143));
    assert!(ends_with(turn.follow(Flow::Quit), 0));
}

#[test]
fn the_mouse_is_taken_only_while_it_is_wanted() {
    let (runtime, mut app) = (runtime(Duration::ZERO), Recorder::default());
    let mut turn = Turn::new(&runtime, &mut app);
    let pointer = Pointer { kind: PointerKind::Press, column: 0, row: 0 };
    let mut keys = Vec::new();
    for wanted in [false, true, false] {
        assert!(turn.follow(Flow::Mouse(wanted)).is_continue());
        assert!(turn.take(Event::Input(Input::Mouse(pointer))).is_continue());
        keys.push(turn.app.keys);
    }
    assert_eq!(keys, [0, 1, 1]);
}

/// No time at all: it is due at once, and then not before something is typed.
#[test]
fn that_nobody_does_anything_is_told_once() {
    let mut runtime = runtime(Duration::ZERO);
    runtime.options.idle = Some(Duration::ZERO);
    let mut app = Recorder::default();
    let mut turn = Turn::new(&runtime, &mut app);
    for round in 1..=2 {
        assert!(matches!(turn.wait(), Err(RecvTimeoutError::Timeout)));
        assert!(turn.tell_idle().is_continue());
        assert_eq!((turn.app.idle, turn.blank), (round, true));
        // A worker is nobody.
        assert!(turn.take(Event::Worker(1)).is_continue() && turn.used.is_none());
        assert!(turn.take(key()).is_continue() && turn.used.is_some());
    }
}

/// A second answer is a doubled one, or another program's.
#[test]
fn the_background_is_taken_once_and_only_where_it_was_asked_for() {
    for (ask, taken) in [(None, 0), (Some(Duration::ZERO), 1)] {
        let mut runtime = runtime(Duration::ZERO);
        runtime.options.ask = ask;
        let mut app = Recorder::default();
        let mut turn = Turn::new(&runtime, &mut app);
        for input in [Input::Background([0; 3]), Input::Answered, Input::Background([255; 3])] {
            assert!(turn.take(Event::Input(input)).is_continue());
        }
        assert_eq!(turn.app.keys, taken, "{ask:?}");
    }
}

#[test]
fn the_later_of_stopping_and_going_on_counts() {
    let (runtime, mut app) = (runtime(Duration::ZERO), Recorder::default());
    let mut turn = Turn::new(&runtime, &mut app);
    assert!(turn.signal(Signal::Continue).is_continue());
    assert!(turn.signal(Signal::Stop).is_continue());
    assert!(turn.suspend);
    assert!(turn.signal(Signal::Continue).is_continue());
    assert!(!turn.suspend && turn.needed == Needed::Resume);
}
