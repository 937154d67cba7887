//! `kanwu check`: findings for people and machines.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{
    input::Input,
    output::{Outcome, Style, plain_output},
};
use crate::{
    report::{Content, Framing, Json},
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

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum OutputFormat {
    /// 一份 JSON 数组 · One JSON array
    #[default]
    Json,
    /// 每份简报一行 JSON · One line of JSON a bulletin
    Jsonl,
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
        let framing = match self.output_format {
            OutputFormat::Json => Framing::Array,
            OutputFormat::Jsonl => Framing::Lines,
        };
        let outcome =
            Outcome::of(&self.input, self.style, &mut Json::new(content, framing), &mut plain_output());
        let faulty = outcome.worst >= Some(self.fail_on.severity());
        outcome.exit_code(faulty && !self.exit_zero)
    }
}
