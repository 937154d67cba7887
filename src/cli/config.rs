//! `kanwu config`: the configuration that counts for a draft, and where each value comes from.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;

use super::{
    configuration::{Configuration, Rules},
    output::{COULD_NOT_RUN, Style, is_written},
};
use crate::{
    report::style::FAINT,
    rules::{self, Words},
    workspace::config::{House, origin},
};

/// 列出对某份稿件起作用的配置，以及每项出自哪个文件 · Show the configuration that counts for a draft, and where each value
/// comes from
#[derive(Debug, Args)]
pub struct Arguments {
    /// 稿件或目录；默认为当前目录 · A draft or a folder; the default is the current one
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,

    #[command(flatten)]
    configuration: Configuration,

    #[command(flatten)]
    style: Style,
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let mut configurations = self.configuration.configurations(Rules::default());
        let (house, profile) = match configurations.house(Some(&self.path)).and_then(|house| {
            let profile = configurations.profile(Some(&self.path))?;
            Ok((house, profile))
        }) {
            Ok(found) => found,
            Err(error) => {
                self.style.complain(&error.location(), &error.words);
                return ExitCode::from(COULD_NOT_RUN);
            }
        };
        let off: Vec<&str> =
            rules::ALL.iter().map(|rule| rule.name).filter(|rule| !profile.selection.is_on(rule)).collect();
        let mut out = self.style.styled_output();
        let written = self.show(&mut out, &house, &off).and_then(|()| out.flush());
        if is_written(written, self.style) { ExitCode::SUCCESS } else { ExitCode::from(COULD_NOT_RUN) }
    }

    fn show(&self, out: &mut dyn Write, house: &House, off: &[&str]) -> io::Result<()> {
        let say = |zh: &str, en: &str| Words::new(zh, en).get(self.style.language()).to_owned();
        for setting in origin::of(house.config.as_ref()) {
            let from = match &setting.from {
                Some(path) => path.display().to_string(),
                None => say("默认", "by default"),
            };
            writeln!(out, "{} = {}  {FAINT}# {from}{FAINT:#}", setting.key, setting.value)?;
        }
        let count = off.len();
        if count > 0 {
            let head = say(&format!("不查的规则 {count} 条："), &format!("{count} rules that are not run: "));
            writeln!(out, "{FAINT}# {head}{}{FAINT:#}", off.join(&say("、", ", ")))?;
        }
        let accepted = &house.accepted;
        if !accepted.entries.is_empty() {
            let (path, count) = (accepted.path.display(), accepted.entries.len());
            let line = say(
                &format!("已认可的问题 {count} 处，见 {path}"),
                &format!("{count} findings are accepted in {path}"),
            );
            writeln!(out, "{FAINT}# {line}{FAINT:#}")?;
        }
        Ok(())
    }
}
