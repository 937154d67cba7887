//! `kanwu format`: the layout of drafts.

use std::process::ExitCode;

use clap::Args;

use super::{
    change::{Changes, Delivery},
    configuration::{Configuration, Rules},
    input::Input,
    output::Style,
};
use crate::{
    check::Analysis,
    format::{NamePadding, Taste, format},
    rules::Words,
};

/// 整理版式 · Lay drafts out
///
/// 按稿件自身的习惯统一段首缩进和空行，接上断开的段落，半角标点改为全角，删去行尾空格；只动空白和标点，不改一字。
/// 结果写回文件，标准输入的结果写到标准输出。
///
/// 退出码：0 正常；1 使用 --check 或 --diff 且有稿件需要整理；2 有文件无法读取或写入。
///
/// Indents and blank lines become what the draft mostly has, broken paragraphs are joined, marks get their full width,
/// trailing space goes. Only white space and marks change. Files are written; that of standard input goes to standard
/// output.
///
/// Exit code: 0; 1 with --check or --diff if something would change; 2 if something could not be read or written.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// 只列出需要整理的文件，不写文件 · Name the files that would change, and write nothing
    #[arg(long, conflicts_with = "diff")]
    check: bool,

    /// 只显示整理前后的差异，不写文件 · Show what would change, and write nothing
    #[arg(long)]
    diff: bool,

    /// 署名中的两字姓名加全角空格：李　明 · Pad names of two characters in bylines: 李　明
    #[arg(long, conflicts_with = "unpad_names")]
    pad_names: bool,

    /// 署名中的两字姓名去掉空格：李明 · Close names of two characters in bylines up: 李明
    #[arg(long)]
    unpad_names: bool,

    #[command(flatten)]
    configuration: Configuration,

    #[command(flatten)]
    style: Style,
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let delivery = match (self.check, self.diff) {
            (true, _) => Delivery::Check,
            (_, true) => Delivery::Diff,
            _ => Delivery::Write,
        };
        let names = match (self.pad_names, self.unpad_names) {
            (true, _) => NamePadding::Padded,
            (_, true) => NamePadding::Closed,
            _ => NamePadding::Kept,
        };
        let mut configurations = self.configuration.configurations(Rules::default());
        let changes = Changes::of(&self.input, self.style, delivery, &mut configurations, |text, profile| {
            format(text, &Analysis::under(text, profile), Taste { names })
        });
        let is_told =
            changes.changed + changes.unchanged > 0 && !self.style.quiet && !self.input.has_standard_input();
        if delivery == Delivery::Write && is_told {
            self.style.say(&summary(changes));
        }
        changes.exit_code(delivery)
    }
}

fn summary(changes: Changes) -> Words {
    let Changes { changed, unchanged, .. } = changes;
    Words::new(
        format!("整理简报 {changed} 份，{unchanged} 份无须改动"),
        format!("{changed} laid out, {unchanged} left as they were"),
    )
}
