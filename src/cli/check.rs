//! `kanwu check`: findings for people and machines.

use std::process::ExitCode;

use clap::Args;

/// 查错 · Check bulletins
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}
