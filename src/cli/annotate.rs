//! `kanwu annotate`: outline and mentions.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{
    input::Input,
    output::{Outcome, Style, plain_output},
};
use crate::report::{Content, Framing, Json};

/// 列出结构、地名、机构、人名、数字 · List outline and mentions
///
/// 退出码：0 正常；2 有文件无法读取 · Exit code: 0, or 2 if something could not be read.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// 输出格式 · How it is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    output_format: OutputFormat,

    #[command(flatten)]
    style: Style,
}

/// How outline and mentions are written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum OutputFormat {
    /// 一份 JSON 数组 · One JSON array
    #[default]
    Json,
    /// 每份简报一行 JSON · One line of JSON a bulletin
    Jsonl,
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let framing = match self.output_format {
            OutputFormat::Json => Framing::Array,
            OutputFormat::Jsonl => Framing::Lines,
        };
        let mut report = Json::new(Content::Annotations, framing);
        Outcome::of(&self.input, self.style, &mut report, &mut plain_output()).exit_code(false)
    }
}
