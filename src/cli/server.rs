//! `kanwu server`: the language server, on standard input and output, on a port of this machine, or on a pipe.

use std::{io, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Args;
use tokio::net::TcpListener;

use crate::server;

/// 语言服务器，经标准输入输出通信 · Run the language server on standard input and output
#[derive(Debug, Args)]
pub struct Arguments {
    /// As many clients call a server; this is what it does anyway.
    #[arg(long, hide = true)]
    stdio: bool,
    /// 在本机端口上等一个客户端，如 127.0.0.1:9257 · Wait for one client on a port of this machine
    #[arg(long, value_name = "ADDR", conflicts_with_all = ["stdio", "pipe"], value_parser = loopback)]
    tcp: Option<SocketAddr>,
    /// 连接客户端开好的管道（Unix 套接字或命名管道）· Connect to the pipe that the client has opened
    #[arg(long, value_name = "PATH", conflicts_with = "stdio")]
    pipe: Option<PathBuf>,
    /// As clients that open a pipe call a server: their process, which ends the pipe when it ends.
    #[arg(long = "clientProcessId", hide = true)]
    client_process_id: Option<u32>,
}

/// An address of this machine alone: whoever can reach a server can read the drafts in it.
fn loopback(written: &str) -> Result<SocketAddr, String> {
    let address: SocketAddr = written.parse().map_err(|_| {
        "应为“地址:端口”，如 127.0.0.1:9257 · an address and a port, such as 127.0.0.1:9257".to_owned()
    })?;
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err("只能用本机地址，如 127.0.0.1 或 [::1] · an address of this machine alone, such as 127.0.0.1"
            .to_owned())
    }
}

impl Arguments {
    /// Runs the server until the client leaves: 0 after `shutdown` and `exit`, 1 for an `exit` without `shutdown`
    /// or a closed connection, 2 if it could not start.
    pub fn run(self) -> ExitCode {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let served = runtime.and_then(|runtime| {
            let served = runtime.block_on(self.serve());
            // The thread that reads standard input may still wait for a line that never comes.
            runtime.shutdown_background();
            served
        });
        match served {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::from(1),
            Err(error) => {
                eprintln!("kanwu: 无法启动语言服务器 · cannot start the language server: {error}");
                ExitCode::from(2)
            }
        }
    }

    async fn serve(self) -> io::Result<bool> {
        if let Some(address) = self.tcp {
            let listener = TcpListener::bind(address).await?;
            // Whoever starts the server on port 0 reads here which one it got.
            eprintln!("kanwu: {}", listener.local_addr()?);
            let (stream, _) = listener.accept().await?;
            drop(listener);
            stream.set_nodelay(true)?;
            let (input, output) = stream.into_split();
            return Ok(server::serve(input, output).await);
        }
        if let Some(path) = self.pipe {
            let (input, output) = tokio::io::split(
                pipe(&path)
                    .await
                    .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?,
            );
            return Ok(server::serve(input, output).await);
        }
        Ok(server::serve(tokio::io::stdin(), tokio::io::stdout()).await)
    }
}

#[cfg(unix)]
async fn pipe(path: &std::path::Path) -> io::Result<tokio::net::UnixStream> {
    tokio::net::UnixStream::connect(path).await
}

#[cfg(windows)]
async fn pipe(path: &std::path::Path) -> io::Result<tokio::net::windows::named_pipe::NamedPipeClient> {
    tokio::net::windows::named_pipe::ClientOptions::new().open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_of_another_machine_is_listened_on() {
        for address in ["127.0.0.1:0", "[::1]:9257", "127.9.9.9:1"] {
            assert!(loopback(address).is_ok(), "{address}");
        }
        for address in ["0.0.0.0:9257", "[::]:1", "192.0.2.1:80", "localhost:80", "9257", "127.0.0.1"] {
            assert!(loopback(address).is_err(), "{address}");
        }
    }
}
