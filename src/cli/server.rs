//! `kanwu server`: the language server.

use std::process::ExitCode;

use clap::Args;

use crate::server;

/// 语言服务器，经标准输入输出通信 · Run the language server on standard input and output
#[derive(Debug, Args)]
pub struct Arguments {
    /// As many clients call a server; there is no other way to speak with this one.
    #[arg(long, hide = true)]
    stdio: bool,
}

impl Arguments {
    /// Runs the server until the client leaves: 0 after `shutdown` and `exit`, 1 for an `exit` without `shutdown`
    /// or a closed connection, 2 if it could not start.
    #[allow(clippy::unused_self, reason = "every subcommand is run in the same way")]
    pub fn run(self) -> ExitCode {
        let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).build() {
            Ok(runtime) => runtime,
            Err(error) => {
                eprintln!("kanwu: 无法启动语言服务器 · cannot start the language server: {error}");
                return ExitCode::from(2);
            }
        };
        let in_order = runtime.block_on(server::serve(tokio::io::stdin(), tokio::io::stdout()));
        // The thread that reads standard input may still wait for a line that never comes.
        runtime.shutdown_background();
        if in_order { ExitCode::SUCCESS } else { ExitCode::from(1) }
    }
}
