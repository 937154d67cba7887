//! Parses the command line and nothing else.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    kanwu::cli::Arguments::parse().run()
}
