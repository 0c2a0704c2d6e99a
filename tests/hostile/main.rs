//! Everything that was thought of to break the program, in one harness: briefs, objects of the file
//! system, inputs that multiply, and conditions that a program may be started in.
//!
//! Whatever comes, standard output, standard error and the terminal get allowed characters and the
//! program's own sequences alone, nothing panics, the exit code is one of those that are documented, and
//! the marking is there. `README.md` says how to add a case.

#![cfg(target_os = "linux")]

#[cfg(test)]
mod amounts;
#[cfg(test)]
mod briefs;
#[cfg(test)]
mod conditions;
#[cfg(test)]
mod objects;
#[cfg(test)]
mod run;
#[cfg(test)]
mod shapes;
#[cfg(test)]
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "the tests of the terminal use the rest")]
mod support;
