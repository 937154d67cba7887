//! `kanwu server`: the language server.

use std::process::ExitCode;

use clap::Args;

/// 语言服务器（尚未完成） · Run the language server on standard input and output (not there yet)
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    /// Says that this version has no language server, and fails, so that an editor does not wait for one.
    pub fn run(self) -> ExitCode {
        let Self {} = self;
        eprintln!("kanwu: 本版本尚无语言服务器 · this version has no language server yet");
        ExitCode::from(2)
    }
}
