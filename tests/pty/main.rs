//! The program in a real terminal: taken, given back on every way out, and never left hanging.
//!
//! Nothing here depends on how fast the machine is: every step waits for what it needs.

#![cfg(target_os = "linux")]

#[cfg(test)]
mod blank;
#[cfg(test)]
mod config;
#[cfg(test)]
mod copy;
#[cfg(test)]
mod exits;
#[cfg(test)]
mod frames;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod looks;
#[cfg(test)]
mod mouse;
#[cfg(test)]
mod network;
#[cfg(test)]
mod reload;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod state;
#[cfg(test)]
mod storms;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
mod view;
