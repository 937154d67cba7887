//! The options of `kanwu check` that mend what is found.

use std::{io, process::ExitCode};

use clap::{ArgGroup, Args};

use super::{
    change::{self, Changes, Delivery},
    input::Input,
    job::Origin,
    output::Style,
};
use crate::{
    check::{
        Analysis,
        fix::{Mended, Reach, mend, mend_by},
    },
    report::Source,
    rules::Words,
    workspace::{DraftKind, config::Configurations, markdown},
};

/// Whether and how far findings are mended.
#[derive(Clone, Copy, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "they are the options")]
#[command(group = ArgGroup::new("mending").args(["fix", "diff"]))]
pub struct Fixing {
    /// 自动修复只涉及形式的问题，写回文件；标准输入的结果写到标准输出 · Apply the fixes that change form only, and
    /// write the files; that of standard input goes to standard output
    ///
    /// 数字、日期、姓名、署名从不改动。文件的编码、换行保持原样。
    ///
    /// Figures, dates, names and bylines are never changed. Encoding and line ends stay as they are.
    #[arg(long)]
    fix: bool,

    /// 与 --fix 或 --diff 连用：连同改动字词的修复 · With --fix or --diff: those that change words, too
    #[arg(long, requires = "mending")]
    unsafe_fixes: bool,

    /// 只显示修复前后的差异，不写文件；有改动时退出码为 1 · Show what the fixes would change and write nothing; exit
    /// with 1 if there is something
    #[arg(long)]
    diff: bool,

    /// Whether to say of which rules fixes were applied.
    #[arg(skip)]
    tells_rules: bool,
}

impl Fixing {
    /// With or without a word on the rules whose fixes were applied.
    #[must_use]
    pub const fn telling_rules(mut self, tells_rules: bool) -> Self {
        self.tells_rules = tells_rules;
        self
    }

    const fn reach(self) -> Reach {
        if self.unsafe_fixes { Reach::Words } else { Reach::Safe }
    }

    /// Whether drafts are to be mended and checked.
    pub const fn is_wanted(self) -> bool {
        self.fix
    }

    /// Whether it is only to be shown what the fixes would change.
    pub const fn shows(self) -> bool {
        self.diff
    }

    /// Shows what would be changed.
    pub fn show(self, input: &Input, style: Style, configurations: &mut Configurations) -> ExitCode {
        let changes = Changes::of(input, style, Delivery::Diff, configurations, |text, profile| {
            mend(text, &Analysis::under(text, profile), self.reach(), |_| true).text
        });
        changes.exit_code(Delivery::Diff)
    }

    /// Mends a draft where it came from, and says so: its text and analysis from now on, or `None` if it could not be
    /// written and is as it was.
    pub fn mend(
        self,
        source: &Source,
        origin: &Origin,
        kind: DraftKind,
        text: &str,
        analysis: &Analysis,
        style: Style,
    ) -> io::Result<Option<Mended>> {
        let mended = match kind {
            DraftKind::Plain => mend(text, analysis, self.reach(), |_| true),
            DraftKind::Markdown => mend_by(
                text,
                analysis,
                self.reach(),
                |_| true,
                |analysis, text| markdown::analyse(text, &analysis.profile),
            ),
            DraftKind::Word => {
                style.complain(&source.to_string(), &unmendable());
                return Ok(None);
            }
        };
        let mut out = Style::plain_output();
        if !change::write(source, origin, text, &mended.text, style, &mut *out)? {
            return Ok(None);
        }
        out.flush()?;
        let count = mended.applied();
        if count > 0 && !style.quiet {
            let plural = if count == 1 { "" } else { "es" };
            style.complain(
                &source.to_string(),
                &Words::new(format!("已修复{count}处"), format!("{count} fix{plural} applied")),
            );
            for (rule, count) in mended.fixed.iter().filter(|_| self.tells_rules) {
                let line = format!("{count} × {rule}");
                style.complain(&source.to_string(), &Words::new(line.clone(), line));
            }
        }
        Ok(Some(mended))
    }
}

fn unmendable() -> Words {
    Words::new(
        "Word 文稿不自动修改；可用 --comment 写成批注",
        "a Word draft is not mended; --comment writes comments into a copy of it",
    )
}
