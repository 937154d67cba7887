//! `kanwu figures`: the ledger of figures and of the relations between them.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{
    configuration::{Configuration, Rules},
    input::Input,
    output::Style,
    run::{Checking, Outcome},
};
use crate::report::{Concise, Content, Framing, Html, Json, Report, Table};

/// 列出数字及核对结果 · List figures, and the relations checked between them
///
/// 逐篇列出每个数字和日期的读法，以及核对过的每一条关系：✓ 相符，✗ 不符，– 未核并说明原因；最后合计。供校对人逐条过目、签字。
///
/// 退出码：0 正常；2 有文件无法读取，或配置有误。
///
/// Article by article, every figure and date with its reading, and every relation: ✓ holds, ✗ fails, – not checked and
/// why; with the counts at the end. It is for a proofreader to go through and sign.
///
/// Exit code: 0, or 2 if something could not be read or a configuration is wrong.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// 输出格式 · How it is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    output_format: LedgerFormat,

    /// 同 check；此处没有作用 · As in check; of no effect here
    #[arg(long, hide = true)]
    exit_zero: bool,

    #[command(flatten)]
    configuration: Configuration,

    #[command(flatten)]
    style: Style,
}

/// How the ledger is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum LedgerFormat {
    /// 供人阅读：按篇列出 · For people: article by article
    #[default]
    Full,
    /// 每处一行 · One line each
    Concise,
    /// 一个 JSON 数组 · One JSON array
    Json,
    /// 每份简报一行 JSON · One line of JSON a bulletin
    Jsonl,
    /// 一个网页，可打印签字 · One page of HTML, to be printed and signed
    Html,
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let language = self.style.language();
        let content = Content::Ledger(language);
        let mut report: Box<dyn Report> = match self.output_format {
            LedgerFormat::Full => Box::new(Table::new(language, self.style.quiet)),
            LedgerFormat::Concise => Box::new(Concise::new(content)),
            LedgerFormat::Json => Box::new(Json::new(content, Framing::Array)),
            LedgerFormat::Jsonl => Box::new(Json::new(content, Framing::Lines)),
            LedgerFormat::Html => Box::new(Html::new(language)),
        };
        let mut out = match self.output_format {
            LedgerFormat::Full | LedgerFormat::Concise => self.style.styled_output(),
            LedgerFormat::Json | LedgerFormat::Jsonl | LedgerFormat::Html => Style::plain_output(),
        };
        let checking = Checking::reading(self.configuration.configurations(Rules::default()));
        Outcome::of(self.input.jobs(), self.style, checking, &mut *report, &mut *out).exit_code(false)
    }
}
