//! No network: what the kernel and the linker say.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::support::Start;
use super::view::{HINTS, SECOND, started, wait_for_event};

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

/// The calls of a trace that go to a network, start a program or a child process.
fn offences(trace: &str) -> Vec<&str> {
    let calls = trace.lines().map(|line| {
        let call = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        call.strip_prefix("<... ").unwrap_or(call)
    });
    calls.filter(|call| !is_harmless(call)).collect()
}

/// Threads, the ends of threads and process, and the pair of connected sockets in which signals arrive.
fn is_harmless(call: &str) -> bool {
    let begins = |names: &[&str]| names.iter().any(|name| call.starts_with(name));
    // A thread that ends with its process is gone before strace can ask which call it was in: `???(`.
    begins(&["---", "+++", "exit(", "exit_group(", "<unfinished", "socketpair(AF_UNIX, ", "???("])
        || begins(&["clone resumed", "clone3 resumed", "sendto resumed", "recvfrom resumed"])
        || begins(&["exit resumed", "exit_group resumed"])
        || begins(&["clone(", "clone3("]) && call.contains("CLONE_THREAD")
        || begins(&["sendto(", "recvfrom("]) && !call.contains("sa_family")
}

/// What the program did that it may not, by the file that strace wrote.
fn offences_in(trace: &Path) -> Vec<String> {
    let trace = fs::read_to_string(trace).unwrap();
    let (first, rest) = trace.split_once('\n').unwrap();
    assert!(first.contains("execve("), "{trace}");
    offences(rest).into_iter().map(str::to_owned).collect()
}

#[test]
fn children_and_sockets_in_a_trace_are_seen() {
    let harmless = "\
        7 clone3({flags=CLONE_VM|CLONE_THREAD|CLONE_SYSVSEM, child_tid=0x7f}, 88) = 8\n\
        7 socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0\n\
        8 sendto(4, \"X\", 1, MSG_DONTWAIT, NULL, 0) = 1\n\
        7 <... clone3 resumed> => {parent_tid=[8]}, 88) = 8\n\
        8 exit(0) = ?\n\
        9 <... exit resumed>) = ?\n\
        7 exit_group(0) = ?\n\
        7 +++ exited with 0 +++";
    assert_eq!(offences(harmless), [""; 0]);
    for call in [
        "execve(\"/usr/bin/tput\", [\"tput\"], 0x7ffd) = 0",
        "clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD) = 9",
        "clone3({flags=CLONE_VM|CLONE_VFORK, exit_signal=SIGCHLD}, 88 <unfinished ...>",
        "vfork() = 9",
        "wait4(9, [{WIFEXITED(s)}], 0, NULL) = 9",
        "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3",
        "connect(3, {sa_family=AF_UNIX, sun_path=\"/run/nscd\"}, 110) = -1",
        "sendto(3, \"\", 0, 0, {sa_family=AF_INET}, 16) = 0",
    ] {
        assert_eq!(offences(&format!("{harmless}\n7 {call}")), [call]);
    }
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
        let mut terminal = started(start);
        terminal.type_in("j");
        wait_for_event(&terminal, SECOND);
        terminal.resize(100, 30);
        // A session as it may be: search, links, back, help, palette, lenses, pin, other faces, the mouse.
        terminal.type_in("/lapid\r\t\rHL?\x1b[27u:\x1b[27uoOframa\rOpjxpwiizz2j3j4j1gg");
        terminal.type_in("\x1a\x1b[<0;5;5M\x1b[200~q\x1b[201~\x0c");
        terminal.wait_until("all of it", |t| t.row(29).contains(HINTS));
        terminal.type_in("q");
        assert_eq!(terminal.wait_for_end(), 0);
        assert_eq!(offences_in(&trace), [""; 0], "the reader, HOME {home:?}");
        let threads = fs::read_to_string(&trace).unwrap().matches("CLONE_THREAD").count();
        assert!(threads > 2, "threads are seen, so children would be");
        for arguments in ["find rama", "show event:tims-attack", "check", "explain E120", ""] {
            let line = format!("{strace} \"$0\" {arguments} >/dev/null");
            let mut command = Command::new("/bin/bash");
            command.args(["-c", &line, PROGRAM]).env_clear().env("PATH", "/usr/bin:/bin");
            if let Some(home) = home {
                command.env("HOME", home);
            }
            assert!(command.status().unwrap().success(), "{arguments}");
            assert_eq!(offences_in(&trace), [""; 0], "{arguments:?}, HOME {home:?}");
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
