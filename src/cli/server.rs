//! `kanwu server`: the language server.

use std::process::ExitCode;

use clap::Args;

/// 语言服务器 · Run the language server on standard input and output
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}
