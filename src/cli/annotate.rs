//! `kanwu annotate`: outline and mentions.

use std::process::ExitCode;

use clap::Args;

/// 列出结构、地名、机构、人名、数字 · List outline and mentions
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}
