//! `kanwu completions`: what shells know of the command line.

use std::{io::Write, process::ExitCode};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::output::{COULD_NOT_RUN, Style, is_written};

/// 输出命令补全脚本 · Print completions for a shell
#[derive(Debug, Args)]
pub struct Arguments {
    /// 哪种终端 · Which shell
    #[arg(value_enum)]
    shell: Shell,

    #[command(flatten)]
    style: Style,
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::Arguments::command(), "kanwu", &mut script);
        let written = is_written(Style::plain_output().write_all(&script), self.style);
        if written { ExitCode::SUCCESS } else { ExitCode::from(COULD_NOT_RUN) }
    }
}
