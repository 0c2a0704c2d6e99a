//! The wall around files (Landlock, from Linux 5.13).

use super::{Needs, Wall};
use crate::text::clean_line;
use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, Ruleset, RulesetAttr, RulesetCreatedAttr,
    RulesetError, RulesetStatus, Scope, make_bitflags, path_beneath_rules,
};

/// The newest that is asked for; an older kernel gives what it has.
const NEWEST: ABI = ABI::V6;

/// Lets the process reach what it needs, and no other file.
pub(super) fn confine(needs: &Needs) -> Wall {
    match restrict(needs) {
        Ok(RulesetStatus::FullyEnforced) => Wall::Whole,
        Ok(RulesetStatus::PartiallyEnforced) => Wall::Part,
        Ok(RulesetStatus::NotEnforced) => Wall::Absent("this kernel has no Landlock".into()),
        Err(error) => Wall::Absent(clean_line(&error.to_string(), |_| {})),
    }
}

fn restrict(needs: &Needs) -> Result<RulesetStatus, RulesetError> {
    // Not `from_read`, which has the right to run a file.
    let read: BitFlags<AccessFs> = make_bitflags!(AccessFs::{ReadFile | ReadDir});
    let write = read
        | make_bitflags!(AccessFs::{
            WriteFile | Truncate | MakeReg | MakeDir | RemoveFile
            // What stands where a file of the state should is put aside, whatever it is.
            | RemoveDir | MakeSym | MakeFifo | MakeSock
        });
    // The size of the window is asked for, and keys are read, at the terminal by this name.
    let terminal = make_bitflags!(AccessFs::{ReadFile | WriteFile | IoctlDev});
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .add_rules(path_beneath_rules(["/dev/tty"], terminal))?
        .add_rules(path_beneath_rules(&needs.read, read))?
        .add_rules(path_beneath_rules(&needs.write, write))?
        .restrict_self()?;
    Ok(status.ruleset)
}
