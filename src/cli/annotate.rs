//! `kanwu annotate`: outline and mentions.

use std::process::ExitCode;

use clap::Args;

use super::{
    configuration::{Configuration, Rules},
    input::Input,
    output::{OutputFormat, Style},
    run::{Checking, Outcome},
};
use crate::report::{Concise, Content, Framing, Json, Report, Tree};

/// 列出结构、地名、机构、人名、数字 · List outline and mentions
///
/// 退出码：0 正常；2 有文件无法读取，或配置有误 · Exit code: 0, or 2 if something could not be read or a configuration is
/// wrong.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// 输出格式 · How it is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    output_format: OutputFormat,

    /// 同 check；此处没有作用 · As in check; of no effect here
    #[arg(long, hide = true)]
    exit_zero: bool,

    #[command(flatten)]
    configuration: Configuration,

    #[command(flatten)]
    style: Style,
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let mut report: Box<dyn Report> = match self.output_format {
            OutputFormat::Full => Box::new(Tree::new(self.style.language())),
            OutputFormat::Concise => Box::new(Concise::new(Content::Annotations)),
            OutputFormat::Json => Box::new(Json::new(Content::Annotations, Framing::Array)),
            OutputFormat::Jsonl => Box::new(Json::new(Content::Annotations, Framing::Lines)),
        };
        let mut out = self.style.output(self.output_format);
        let checking = Checking::reading(self.configuration.configurations(Rules::default()));
        Outcome::of(self.input.jobs(), self.style, checking, &mut *report, &mut *out).exit_code(false)
    }
}
