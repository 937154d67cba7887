//! `kanwu check`: findings for people and machines.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{
    input::Input,
    output::{Outcome, OutputFormat, Style},
};
use crate::{
    report::{Concise, Content, Framing, Full, Json, Report},
    rules::Severity,
};

/// 查错 · Check bulletins
///
/// 退出码：0 没有达到 --fail-on 的问题；1 有；2 有文件无法读取。
///
/// Exit code: 0 for no finding at or above --fail-on, 1 for some, 2 if something could not be read.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// 输出格式 · How findings are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    output_format: OutputFormat,

    /// 到哪一级退出码为 1 · The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t)]
    fail_on: FailOn,

    /// 有问题也返回 0；无法读取仍为 2 · Exit with 0 whatever is found; what cannot be read still makes it 2
    #[arg(long)]
    exit_zero: bool,

    #[command(flatten)]
    style: Style,
}

/// The least severity that makes the exit code 1.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum FailOn {
    /// 提示 · Style, or worth a look
    Info,
    /// 警告 · Very likely wrong
    #[default]
    Warning,
    /// 错误 · Certainly wrong
    Error,
}

impl FailOn {
    const fn severity(self) -> Severity {
        match self {
            Self::Info => Severity::Info,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
        }
    }
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let content = Content::Findings(self.style.language());
        let mut report: Box<dyn Report> = match self.output_format {
            OutputFormat::Full => Box::new(Full::new(self.style.language(), self.style.quiet)),
            OutputFormat::Concise => Box::new(Concise::new(content)),
            OutputFormat::Json => Box::new(Json::new(content, Framing::Array)),
            OutputFormat::Jsonl => Box::new(Json::new(content, Framing::Lines)),
        };
        let mut out = self.style.output(self.output_format);
        let outcome = Outcome::of(&self.input, self.style, &mut *report, &mut *out);
        outcome.exit_code(self.is_failure(outcome.worst))
    }

    /// Whether the worst finding is bad enough for the exit code to say so.
    fn is_failure(&self, worst: Option<Severity>) -> bool {
        !self.exit_zero && worst >= Some(self.fail_on.severity())
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Check {
        #[command(flatten)]
        arguments: Arguments,
    }

    #[test]
    fn findings_fail_from_the_severity_that_was_asked_for() {
        let fails = |options: &[&str]| {
            let arguments = std::iter::once("check").chain(options.iter().copied());
            let check = Check::parse_from(arguments).arguments;
            [None, Some(Severity::Info), Some(Severity::Warning), Some(Severity::Error)]
                .map(|worst| check.is_failure(worst))
        };
        assert_eq!(fails(&[]), [false, false, true, true]);
        assert_eq!(fails(&["--fail-on=info"]), [false, true, true, true]);
        assert_eq!(fails(&["--fail-on=error"]), [false, false, false, true]);
        assert_eq!(fails(&["--fail-on=info", "--exit-zero"]), [false; 4]);
    }
}
