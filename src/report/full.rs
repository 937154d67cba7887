//! Findings with the lines they are about, for people.

use std::io::{self, Write};

use super::{
    Checked, Positions, Report, Source, error_rate,
    excerpt::{Mark, excerpt, quote},
    style::{FAINT, GUTTER, HELP, STRONG, severity_style, severity_word},
};
use crate::rules::{Finding, Language, Severity};

/// Writes findings with excerpts of the source, and a summary.
#[derive(Debug)]
pub struct Full {
    language: Language,
    /// Whether to leave out the summary.
    quiet: bool,
    /// Whether to show what each fix changes.
    shows_fixes: bool,
    tally: Tally,
}

/// What was counted for the summary.
#[derive(Debug, Default)]
struct Tally {
    documents: usize,
    unread: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    /// The rule of the first finding of the worst severity: the one to read about.
    worst: Option<(Severity, &'static str)>,
}

impl Full {
    /// Writes messages in one language; `quiet` leaves out the summary.
    pub fn new(language: Language, quiet: bool) -> Self {
        Self { language, quiet, shows_fixes: false, tally: Tally::default() }
    }

    /// With or without what each fix changes.
    #[must_use]
    pub const fn showing_fixes(mut self, shows_fixes: bool) -> Self {
        self.shows_fixes = shows_fixes;
        self
    }

    fn finding(
        &self,
        out: &mut dyn Write,
        checked: &Checked<'_>,
        positions: &Positions<'_>,
        finding: &Finding,
    ) -> io::Result<()> {
        let style = severity_style(finding.severity);
        let severity = severity_word(finding.severity, self.language);
        let message = finding.message.get(self.language);
        writeln!(out, "{style}{severity}[{}]{style:#}: {STRONG}{message}{STRONG:#}", finding.rule)?;
        let at = positions.position(finding.span.start);
        writeln!(out, "{GUTTER}  -->{GUTTER:#} {}:{}:{}", checked.source, at.line, at.column)?;
        let related = finding.related.iter().map(|related| Mark { span: related.span, primary: false });
        let marks: Vec<_> =
            std::iter::once(Mark { span: finding.span, primary: true }).chain(related).collect();
        write!(out, "{}", excerpt(checked.text, positions, &marks, style))?;
        for related in &finding.related {
            let at = positions.position(related.span.start);
            let words = related.words.get(self.language);
            // Words that quote the place need no quotation in front.
            let is_quoted = words.contains(&quote(related.span.of(checked.text)));
            let text =
                if is_quoted { String::new() } else { self.quoted(related.span.of(checked.text)) + " " };
            let see = self.say("参见", "see");
            writeln!(out, "  {GUTTER}={GUTTER:#} {see} {}:{} {text}{words}", at.line, at.column)?;
        }
        for fix in &finding.fixes {
            let could = self.say("可修改：", "fix: ");
            writeln!(out, "  {HELP}={HELP:#} {HELP}{could}{HELP:#}{}", fix.title.get(self.language))?;
            for edit in fix.edits.iter().filter(|_| self.shows_fixes) {
                let at = positions.position(edit.span.start);
                let (old, new) = (self.quoted(edit.span.of(checked.text)), self.quoted(&edit.text));
                match (edit.span.is_empty(), edit.text.is_empty()) {
                    (true, _) => writeln!(out, "      {GUTTER}{at}{GUTTER:#} + {new}")?,
                    (_, true) => writeln!(out, "      {GUTTER}{at}{GUTTER:#} - {old}")?,
                    _ => writeln!(out, "      {GUTTER}{at}{GUTTER:#} {old} → {new}")?,
                }
            }
        }
        writeln!(out)
    }

    fn quoted(&self, text: &str) -> String {
        let text = quote(text);
        self.say(format!("“{text}”"), format!("‘{text}’"))
    }

    fn say<T>(&self, zh: T, en: T) -> T {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

impl Report for Full {
    fn needs_articles(&self) -> bool {
        false
    }

    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let findings = &checked.analysis.findings;
        self.tally.documents += 1;
        if !findings.is_empty() {
            let positions = Positions::new(checked.text);
            for finding in findings {
                self.tally.count(finding);
                self.finding(out, checked, &positions, finding)?;
            }
        }
        match checked.error_rate {
            Some(rate) => error_rate::write(out, checked.source, rate, self.language),
            None => Ok(()),
        }
    }

    fn failure(&mut self, _: &mut dyn Write, _: &Source, _: &str) -> io::Result<()> {
        self.tally.unread += 1;
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        let (chinese, english) = (self.tally.chinese(), self.tally.english());
        match self.language {
            Language::Chinese => writeln!(out, "{STRONG}{chinese}{STRONG:#} {FAINT}· {english}{FAINT:#}")?,
            Language::English => writeln!(out, "{STRONG}{english}{STRONG:#}")?,
        }
        let Some((_, rule)) = self.tally.worst else { return Ok(()) };
        let hint = self.say("规则说明 · Explain a rule", "Explain a rule");
        writeln!(out, "{FAINT}{hint}: kanwu rule {rule}{FAINT:#}")
    }
}

impl Tally {
    fn count(&mut self, finding: &Finding) {
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
        if self.worst.is_none_or(|(worst, _)| worst < finding.severity) {
            self.worst = Some((finding.severity, finding.rule));
        }
    }

    fn chinese(&self) -> String {
        let Self { documents, unread, errors, warnings, infos, .. } = self;
        let found = match errors + warnings + infos {
            // What could not be read is not sound.
            0 if *documents == 0 && *unread > 0 => String::new(),
            0 => "：没有发现问题".to_owned(),
            _ => format!("：错误 {errors} 处，警告 {warnings} 处，提示 {infos} 处"),
        };
        let unread = if *unread == 0 { String::new() } else { format!("；{unread} 份无法读取") };
        format!("检查简报 {documents} 份{found}{unread}")
    }

    fn english(&self) -> String {
        let found = match self.errors + self.warnings + self.infos {
            0 if self.documents == 0 && self.unread > 0 => String::new(),
            0 => ": nothing found".to_owned(),
            _ => format!(
                ": {}, {}, {} info",
                counted(self.errors, "error"),
                counted(self.warnings, "warning"),
                self.infos
            ),
        };
        let unread = if self.unread == 0 { String::new() } else { format!("; {} not read", self.unread) };
        format!("{} checked{found}{unread}", counted(self.documents, "bulletin"))
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::Analysis,
        report::samples::{TEXT, analysis, findings, place, printed},
        rules::{Edit, Words},
        text::Span,
    };

    #[test]
    fn a_finding_shows_its_line_its_evidence_and_what_can_be_done() {
        let mut report = Full::new(Language::Chinese, false);
        insta::assert_snapshot!(printed(&mut report, TEXT, &analysis()), @r"
        错误[samples/sum]: 12 + 20 = 32，与“共计30人”不符
          --> a.txt:2:21
          |
        2 | 支塘镇组织志愿者12名、党员20名，共计30人，发放资料超200份。
          |                 ----      ----  ^^^^^^^^
          = 参见 2:11 “12名” 分项
          = 参见 2:17 “20名” 分项
          = 可修改：改为“32人”

        警告[samples/byline]: 没有署名
          --> a.txt:1:1
          |
        1 | 标题
          | ^^^^

        检查简报 1 份：错误 1 处，警告 1 处，提示 0 处 · 1 bulletin checked: 1 error, 1 warning, 0 info
        规则说明 · Explain a rule: kanwu rule samples/sum
        ");
    }

    #[test]
    fn english_is_said_to_those_who_ask_for_it_and_quiet_leaves_out_the_summary() {
        let mut report = Full::new(Language::English, true);
        insta::assert_snapshot!(printed(&mut report, TEXT, &analysis()), @r"
        error[samples/sum]: 12 + 20 = 32, not 30
          --> a.txt:2:21
          |
        2 | 支塘镇组织志愿者12名、党员20名，共计30人，发放资料超200份。
          |                 ----      ----  ^^^^^^^^
          = see 2:11 ‘12名’ a part
          = see 2:17 ‘20名’ a part
          = fix: change to ‘32人’

        warning[samples/byline]: no byline
          --> a.txt:1:1
          |
        1 | 标题
          | ^^^^
        ");
    }

    #[test]
    fn what_each_fix_changes_is_shown_to_those_who_ask() {
        let mut analysis = analysis();
        analysis.findings.truncate(1);
        let edit = |span: Span, text: &str| Edit { span, text: text.to_owned() };
        let comma = place("，发放");
        let (comma, behind) =
            (Span::new(comma.start, comma.start + "，".len()), Span::new(comma.end, comma.end));
        analysis.findings[0].fixes[0].edits.extend([edit(comma, ""), edit(behind, "了")]);
        let printed = printed(&mut Full::new(Language::Chinese, true).showing_fixes(true), TEXT, &analysis);
        let fixes = printed.split_once("  = 可修改：").unwrap().1;
        assert_eq!(fixes, "改为“32人”\n      2:23 “30人” → “32人”\n      2:26 - “，”\n      2:29 + “了”\n\n");
    }

    #[test]
    fn many_findings_on_one_line_of_megabytes_are_each_cut_out_of_it() {
        let sentence = "共计30人，";
        let text = sentence.repeat(10_000_000 / sentence.len());
        let step = text.len() / 2000 / sentence.len() * sentence.len();
        let finding = |at: usize| {
            let start = at * step;
            let end = start + "共计".len();
            Finding {
                span: Span::new(start, end),
                message: Words::new("误", "wrong"),
                related: Vec::new(),
                ..findings().remove(0)
            }
        };
        let analysis = Analysis { findings: (0..2000).map(finding).collect(), ..Analysis::default() };
        let printed = printed(&mut Full::new(Language::Chinese, false), &text, &analysis);
        assert_eq!(printed.matches("a.txt:1:").count(), 2000);
        assert!(printed.len() < 2_000_000, "{}", printed.len());
    }
}
