//! `kanwu man`: the command line as a manual page.

use std::{io::Write, process::ExitCode};

use clap::{Args, CommandFactory};

use super::output::{COULD_NOT_RUN, Style, is_written};
use crate::{rules::Words, text::nearest};

/// 输出手册页 · Print a manual page
///
/// kanwu man > kanwu.1；kanwu man check > kanwu-check.1
#[derive(Debug, Args)]
pub struct Arguments {
    /// 哪个子命令；不写则为总览 · Of which subcommand; without it the overview
    #[arg(value_name = "SUBCOMMAND")]
    subcommand: Option<String>,

    #[command(flatten)]
    style: Style,
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let mut command = super::Arguments::command().version(env!("CARGO_PKG_VERSION"));
        command.build();
        let command = match &self.subcommand {
            None => command,
            Some(name) => match command.find_subcommand(name) {
                Some(found) => found.clone(),
                None => return self.unknown(name, &command),
            },
        };
        let mut page = Vec::new();
        let written = clap_mangen::Man::new(command)
            .render(&mut page)
            .and_then(|()| Style::plain_output().write_all(&page));
        let written = is_written(written, self.style);
        if written { ExitCode::SUCCESS } else { ExitCode::from(COULD_NOT_RUN) }
    }

    fn unknown(&self, name: &str, command: &clap::Command) -> ExitCode {
        let (zh, en) = match nearest(name, command.get_subcommands().map(clap::Command::get_name)) {
            Some(nearest) => (format!("；是不是 {nearest}？"), format!("; did you mean {nearest}?")),
            None => (String::new(), String::new()),
        };
        self.style.complain(
            "man",
            &Words::new(format!("没有子命令 {name}{zh}"), format!("no subcommand {name}{en}")),
        );
        ExitCode::from(COULD_NOT_RUN)
    }
}
