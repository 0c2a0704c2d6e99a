//! Writes a seeded synthetic set of briefs: every feature of the format, several scripts.
//!
//! `cargo run --release --example corpus -- --events 10000 --out /tmp/corpus`

#![expect(clippy::indexing_slicing, reason = "every place is below the length it was drawn from")]

use std::path::PathBuf;

#[path = "corpus/generate.rs"]
mod generate;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = generate::Options::default();
    let mut out = PathBuf::from("corpus");
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{argument} needs a value"))?;
        match argument.as_str() {
            "--events" => options.events = value.parse()?,
            "--seed" => options.seed = value.parse()?,
            "--out" => out = PathBuf::from(value),
            other => return Err(format!("no option {other}; --events, --out, --seed").into()),
        }
    }
    for (name, text) in generate::files(&options) {
        let path = out.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, text)?;
    }
    Ok(())
}
