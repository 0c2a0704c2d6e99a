//! Arguments to exit code; everything else is the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    attache::cli::run(std::env::args_os())
}
