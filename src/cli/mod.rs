//! The command line: one file a subcommand.

#![allow(clippy::doc_markdown, reason = "the comments on arguments are help texts")]

mod accept;
mod annotate;
mod caching;
mod change;
mod check;
mod comment;
mod completions;
mod config;
mod configuration;
mod figures;
mod fix;
mod format;
mod init;
mod input;
mod job;
mod man;
mod output;
mod outputs;
mod parallel;
mod progress;
mod rule;
mod run;
mod server;
mod task;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// 勘误：为简报、新闻稿查错 · Proofreads Chinese news bulletins.
#[derive(Debug, Parser)]
#[command(name = "kanwu", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(Box<check::Arguments>),
    Format(format::Arguments),
    Annotate(annotate::Arguments),
    Figures(figures::Arguments),
    Rule(rule::Arguments),
    Accept(accept::Arguments),
    Config(config::Arguments),
    Init(init::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
    Server(server::Arguments),
}

impl Arguments {
    /// Runs the subcommand; the exit code is 0 for nothing found, 1 for findings, 2 for what could not be run.
    pub fn run(self) -> ExitCode {
        match self.command {
            Command::Check(arguments) => arguments.run(),
            Command::Format(arguments) => arguments.run(),
            Command::Annotate(arguments) => arguments.run(),
            Command::Figures(arguments) => arguments.run(),
            Command::Rule(arguments) => arguments.run(),
            Command::Accept(arguments) => arguments.run(),
            Command::Config(arguments) => arguments.run(),
            Command::Init(arguments) => arguments.run(),
            Command::Completions(arguments) => arguments.run(),
            Command::Man(arguments) => arguments.run(),
            Command::Server(arguments) => arguments.run(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_holds_together() {
        super::Arguments::command().debug_assert();
    }
}
