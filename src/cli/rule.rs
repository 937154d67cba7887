//! `kanwu rule`: what the rules find, and why.

use std::process::ExitCode;

use clap::Args;

/// 规则说明 · Explain rules
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}
