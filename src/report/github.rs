//! Workflow commands of GitHub Actions, which show findings beside the lines of a pull request.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{Checked, Report, Source, contract::DocumentFindings};
use crate::rules::{Language, Severity};

/// Writes a command a finding.
#[derive(Debug)]
pub struct Github {
    language: Language,
}

impl Github {
    /// Writes messages in one language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }
}

impl Report for Github {
    fn needs_articles(&self) -> bool {
        false
    }

    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let Checked { source, text, analysis, .. } = *checked;
        for finding in DocumentFindings::new(source, text, analysis, self.language).findings {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "notice",
            };
            let (start, end) = (finding.range.start, finding.range.end);
            let mut place =
                format!("file={},line={},endLine={}", property(&source.path()), start.line, end.line);
            // Columns are taken only where both are on one line.
            if start.line == end.line {
                let _ = write!(place, ",col={},endColumn={}", start.column, end.column);
            }
            let mut message = finding.message.clone();
            for fix in &finding.fixes {
                message.push('\n');
                message.push_str(match self.language {
                    Language::Chinese => "可修改：",
                    Language::English => "fix: ",
                });
                message.push_str(&fix.title);
            }
            writeln!(out, "::{command} {place},title={}::{}", property(finding.rule), data(&message))?;
        }
        Ok(())
    }

    fn failure(&mut self, out: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        writeln!(out, "::error file={}::{}", property(&source.path()), data(error))
    }
}

/// A message, on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value between commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples::{TEXT, analysis, printed};

    #[test]
    fn a_finding_is_a_command() {
        insta::assert_snapshot!(printed(&mut Github::new(Language::Chinese), TEXT, &analysis()), @r"
        ::error file=a.txt,line=2,endLine=2,col=21,endColumn=26,title=samples/sum::12 + 20 = 32，与“共计30人”不符%0A可修改：改为“32人”
        ::warning file=a.txt,line=1,endLine=1,col=1,endColumn=3,title=samples/byline::没有署名
        ");
    }

    #[test]
    fn what_ends_a_command_or_a_property_is_escaped() {
        let (mut report, mut out) = (Github::new(Language::Chinese), Vec::new());
        let source = Source::Path("a,b:100%.txt".to_owned());
        report.failure(&mut out, &source, "1,2:\r\n::error::99%").unwrap();
        let line = String::from_utf8(out).unwrap();
        assert_eq!(line, "::error file=a%2Cb%3A100%25.txt::1,2:%0D%0A::error::99%25\n");
    }

    #[test]
    fn columns_are_left_out_where_a_finding_runs_over_lines() {
        let mut analysis = analysis();
        analysis.findings.truncate(1);
        analysis.findings[0].span = crate::text::Span::new(0, TEXT.len());
        let line = printed(&mut Github::new(Language::Chinese), TEXT, &analysis);
        assert!(line.starts_with("::error file=a.txt,line=1,endLine=3,title="), "{line}");
    }
}
