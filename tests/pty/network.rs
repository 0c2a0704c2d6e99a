//! No network: what the kernel and the linker say.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::support::Start;
use super::view::{FIRST, HINTS, SECOND, wait_for_event};

const PROGRAM: &str = env!("CARGO_BIN_EXE_attache");

/// Whether a tool runs here; if not, says so.
fn has(tool: &str, arguments: &[&str]) -> bool {
    let status =
        Command::new(tool).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let runs = status.is_ok_and(|status| status.success());
    if !runs {
        println!("skipped: no {tool}");
    }
    runs
}

/// System calls for networks, programs and child processes that were made, apart from what is harmless:
/// the start of the program itself, its threads, and the pair of connected sockets in which signals
/// arrive.
fn offences(trace: &Path) -> Vec<String> {
    let trace = fs::read_to_string(trace).unwrap();
    let started = trace.lines().filter(|line| line.contains("execve(")).count();
    assert_eq!(started, 1, "{trace}");
    let call = |line: &str| {
        let call = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').to_owned();
        let call = call.strip_prefix("<... ").map(str::to_owned).unwrap_or(call);
        (!call.starts_with("---") && !call.starts_with("+++")).then_some(call)
    };
    trace
        .lines()
        .filter_map(call)
        .filter(|call| {
            let unaddressed = (call.starts_with("sendto(") || call.starts_with("recvfrom("))
                && !call.contains("sa_family");
            let resumed =
                call.starts_with("sendto resumed") || call.starts_with("recvfrom resumed");
            // A thread of this process, and how threads and the process end.
            let thread = call.starts_with("clone") && call.contains("CLONE_THREAD");
            let ends =
                ["exit(", "exit_group(", "<unfinished"].iter().any(|end| call.starts_with(end));
            !(call.starts_with("execve(")
                || thread
                || ends
                || call.starts_with("clone3 resumed")
                || call.starts_with("clone resumed")
                || call.starts_with("socketpair(AF_UNIX, ")
                || unaddressed
                || resumed)
        })
        .collect()
}

#[test]
fn no_socket_is_opened_and_no_program_started() {
    if !has("strace", &["-f", "-o", "/dev/null", "true"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let strace = format!("exec strace -f -e trace=network,process -o {}", trace.display());
    for home in [Some(folder.path().to_str().unwrap()), None] {
        let mut start = Start::by_shell(&format!("{strace} \"$0\""));
        if let Some(home) = home {
            start = start.env("HOME", home);
        }
        let mut terminal = start.run();
        wait_for_event(&terminal, FIRST);
        terminal.type_in("j");
        wait_for_event(&terminal, SECOND);
        terminal.resize(100, 30);
        // A session as it may be: search, links, back, help, palette, lenses, pin, other faces, the mouse.
        terminal.type_in("/lapid\r\t\rHL?\x1b[27u:\x1b[27uoOframa\rOpjxpwizz2j3j4j1gg");
        terminal.type_in("\x1a\x1b[<0;5;5M\x1b[200~q\x1b[201~\x0c");
        terminal.wait_until("all of it", |t| t.row(29).contains(HINTS));
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
        assert_eq!(offences(&trace), [""; 0], "the reader, HOME {home:?}");
        for arguments in ["find rama", "show event:tims-attack", "check", "explain E120", ""] {
            let line = format!("{strace} \"$0\" {arguments} >/dev/null");
            let mut command = Command::new("/bin/bash");
            command.args(["-c", &line, PROGRAM]).env_clear().env("PATH", "/usr/bin:/bin");
            if let Some(home) = home {
                command.env("HOME", home);
            }
            assert!(command.status().unwrap().success(), "{arguments}");
            assert_eq!(offences(&trace), [""; 0], "{arguments:?}, HOME {home:?}");
        }
    }
}

/// `socketpair`, `send` and `recv` are there: signal-hook wakes the signal thread through a pair.
#[test]
fn nothing_that_could_reach_a_network_is_linked() {
    if !has("nm", &["--version"]) {
        return;
    }
    let output = Command::new("nm").args(["-D", "--undefined-only", PROGRAM]).output().unwrap();
    let symbols = String::from_utf8(output.stdout).unwrap();
    let names: Vec<&str> = symbols
        .lines()
        .filter_map(|line| line.split_whitespace().last())
        .filter_map(|symbol| symbol.split('@').next())
        .collect();
    assert!(names.contains(&"write"), "nm lists what is imported: {symbols}");
    for forbidden in ["socket", "connect", "bind", "listen", "accept", "accept4", "getaddrinfo"] {
        assert!(!names.contains(&forbidden), "{forbidden} is imported");
    }
}
