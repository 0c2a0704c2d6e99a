//! The wall around system calls (seccomp): refused with EPERM, so that a library that tries one gets an
//! error and the program goes on.

use super::Wall;
use crate::text::clean_line;
use seccompiler::{
    BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
    SeccompFilter, SeccompRule, TargetArch, apply_filter,
};
use std::collections::BTreeMap;

/// Network, other programs, other processes, the kernel itself.
const REFUSED: &[i64] = &[
    libc::SYS_socket,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_execve,
    libc::SYS_execveat,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_getfd,
    // It opens sockets without the calls above.
    libc::SYS_io_uring_setup,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_keyctl,
    libc::SYS_userfaultfd,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_open_by_handle_at,
    libc::SYS_kexec_load,
    libc::SYS_init_module,
    libc::SYS_finit_module,
];

/// Typing into the terminal as its user does (TIOCSTI), and pasting from the console (TIOCLINUX).
const REFUSED_OF_TERMINALS: [u64; 2] = [0x5412, 0x541C];

/// Calls of x86-64 have a second number with this bit (x32), which a filter of numbers alone misses.
const X32: i64 = 0x4000_0000;
/// What x32 numbers anew, `execve` and `ioctl` among it: all of it.
const OWN_OF_X32: std::ops::RangeInclusive<i64> = 512..=547;

/// Refuses the calls to this thread and to every one that it starts.
pub(super) fn refuse() -> Wall {
    let Ok(architecture) = TargetArch::try_from(std::env::consts::ARCH) else {
        return Wall::Absent("no list of calls for this processor".into());
    };
    let filtered =
        program(architecture).map_err(Error::from).and_then(|filter| apply_filter(&filter));
    match filtered {
        Ok(()) => Wall::Whole,
        Err(error) => Wall::Absent(clean_line(&error.to_string(), |_| {})),
    }
}

fn program(architecture: TargetArch) -> Result<BpfProgram, seccompiler::BackendError> {
    let is = |argument, operator, value| {
        SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value)
    };
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        REFUSED.iter().map(|call| (*call, Vec::new())).collect();
    // crossterm wakes itself by a pair of sockets within the process.
    let outside = is(0, SeccompCmpOp::Ne, u64::from(libc::AF_UNIX.unsigned_abs()))?;
    rules.insert(libc::SYS_socketpair, vec![SeccompRule::new(vec![outside])?]);
    let mut terminals = Vec::new();
    for request in REFUSED_OF_TERMINALS {
        terminals.push(SeccompRule::new(vec![is(1, SeccompCmpOp::Eq, request)?])?);
    }
    rules.insert(libc::SYS_ioctl, terminals);
    if matches!(architecture, TargetArch::x86_64) {
        let second: Vec<_> = rules.iter().map(|(call, rule)| (call | X32, rule.clone())).collect();
        rules.extend(second);
        rules.extend(OWN_OF_X32.map(|call| (call | X32, Vec::new())));
    }
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    SeccompFilter::new(rules, SeccompAction::Allow, refused, architecture)?.try_into()
}
