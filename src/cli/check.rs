//! `kanwu check`: findings for people and machines.

use std::{io, path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};

use super::{
    accept,
    caching::Caching,
    change, comment,
    configuration::{Configuration, Rules},
    fix::Fixing,
    input::Input,
    output::{COULD_NOT_RUN, Style},
    outputs::{FindingsFormat, OutputOptions},
    run::{Checking, Outcome},
    watch::watch,
};
use crate::rules::Severity;

/// 查错 · Check bulletins
///
/// 退出码：0 没有达到 --fail-on 的问题，差错率也没有超过 --max-error-rate；1 有；2 有文件无法读取，或配置有误。
///
/// Exit code: 0 for no finding at or above --fail-on and no error rate above --max-error-rate, 1 for some, 2 if
/// something could not be read or a configuration is wrong.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    outputs: OutputOptions,

    /// 到哪一级退出码为 1 · The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t)]
    fail_on: FailOn,

    /// 有问题也返回 0；无法读取仍为 2 · Exit with 0 whatever is found; what cannot be read still makes it 2
    #[arg(long)]
    exit_zero: bool,

    #[command(flatten)]
    configuration: Configuration,

    #[command(flatten)]
    rules: Rules,

    /// 认可现有的全部问题，写入 kanwu.accepted.toml，以后只报新的 · Accept all that is found now, so that only what is
    /// new is found from now on
    #[arg(long)]
    write_accepted: bool,

    #[command(flatten)]
    rate: Rate,

    #[command(flatten)]
    fixing: Fixing,

    /// 稿件或配置一有改动就重新检查 · Check again whenever a draft or a configuration changes
    #[arg(long, conflicts_with_all = ["write_accepted", "diff"])]
    watch: bool,

    #[command(flatten)]
    caching: Caching,

    /// 把问题写成 Word 批注，另存为一份 .docx；原稿不动 · Write the findings as comments of Word into a copy of the draft
    #[arg(long, value_name = "OUT.docx", conflicts_with_all = ["write_accepted", "diff", "fix"])]
    comment: Option<PathBuf>,

    #[command(flatten)]
    style: Style,
}

/// What is wanted of the error rate.
#[derive(Debug, Args)]
#[expect(clippy::struct_field_names, reason = "they are called as the options are")]
struct Rate {
    /// 按编校质量检查的办法计算差错率（仅供参考） · Compute the error rate as inspections do, for reference
    #[arg(long)]
    error_rate: bool,

    /// 版面字数；不写则按可见字符计，比版面字数少 · The page's own count of characters; without it those that can be
    /// seen are counted, which are fewer
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    characters: Option<u64>,

    /// 有稿件的差错率超过每万字 R 时退出码为 1 · Exit with 1 if the error rate of a draft is above R per 10,000
    /// characters
    #[arg(long, value_name = "R", value_parser = rate)]
    max_error_rate: Option<f64>,
}

/// A rate: a number that is not negative.
fn rate(text: &str) -> Result<f64, String> {
    let rate = text.parse().ok().filter(|rate: &f64| rate.is_finite() && *rate >= 0.0);
    rate.ok_or_else(|| "应是不小于0的数 · a number not below 0 is wanted".to_owned())
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
        let mut configurations = self.configuration.configurations(self.rules.clone());
        if self.write_accepted {
            return accept::write_all(&self.input, self.style, &mut configurations);
        }
        if self.fixing.shows() {
            return self.fixing.show(&self.input, self.style, &mut configurations);
        }
        let mends = self.fixing.is_wanted();
        if mends && change::is_refused(&self.input, self.style) {
            return ExitCode::from(COULD_NOT_RUN);
        }
        if self.watch {
            let roots = self.input.roots(&mut Vec::new());
            return watch(&roots, self.style, || {
                self.check_all();
            });
        }
        self.check_all()
    }

    /// Checks all there is, once.
    fn check_all(&self) -> ExitCode {
        let mends = self.fixing.is_wanted();
        // Where the mended text goes to standard output, what is left in it does not.
        let is_taken = mends && self.input.has_standard_input();
        let opened = self.outputs.open(self.style, self.fail_on.severity(), |format| match format {
            _ if is_taken => Style::error_output(),
            FindingsFormat::Full | FindingsFormat::Concise => self.style.styled_output(),
            _ => Style::plain_output(),
        });
        let mut outputs = match opened {
            Ok(outputs) => outputs,
            Err(error) => {
                error.complain(self.style);
                return ExitCode::from(COULD_NOT_RUN);
            }
        };
        let jobs = self.input.jobs();
        if let Some(out) = &self.comment
            && let Err((about, words)) = comment::write(
                &jobs,
                out,
                &mut self.configuration.configurations(self.rules.clone()),
                self.style,
            )
        {
            self.style.complain(&about, &words);
            return ExitCode::from(COULD_NOT_RUN);
        }
        let checking = Checking {
            configurations: self.configuration.configurations(self.rules.clone()),
            error_rate: self.rate.is_wanted(),
            characters: self.rate.characters.map(|count| usize::try_from(count).unwrap_or(usize::MAX)),
            fixing: mends.then_some(self.fixing.telling_rules(self.outputs.show_fixes)),
            has_findings: true,
            as_plain: false,
            // One document is sooner checked than looked up.
            cache: if jobs.len() > 1 { self.caching.open(self.style) } else { None },
        };
        let mut outcome = Outcome::of(jobs, self.style, checking, &mut outputs, &mut io::sink());
        outcome.failed |= outputs.failed();
        outcome.exit_code(self.is_failure(outcome.worst, outcome.error_rate))
    }

    /// Whether the worst finding, or the highest error rate, is bad enough for the exit code to say so.
    fn is_failure(&self, worst: Option<Severity>, error_rate: f64) -> bool {
        let too_high = self.rate.max_error_rate.is_some_and(|most| error_rate > most);
        !self.exit_zero && (worst >= Some(self.fail_on.severity()) || too_high)
    }
}

impl Rate {
    /// Whether one of the options asks for it.
    const fn is_wanted(&self) -> bool {
        self.error_rate || self.characters.is_some() || self.max_error_rate.is_some()
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
                .map(|worst| check.is_failure(worst, 2.5))
        };
        assert_eq!(fails(&[]), [false, false, true, true]);
        assert_eq!(fails(&["--fail-on=info"]), [false, true, true, true]);
        assert_eq!(fails(&["--fail-on=error"]), [false, false, false, true]);
        assert_eq!(fails(&["--fail-on=info", "--exit-zero"]), [false; 4]);
        assert_eq!(fails(&["--max-error-rate=2.5"]), [false, false, true, true]);
        assert_eq!(fails(&["--max-error-rate=2.4"]), [true; 4]);
        assert_eq!(fails(&["--max-error-rate=0", "--exit-zero"]), [false; 4]);
    }
}
