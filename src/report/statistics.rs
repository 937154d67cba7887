//! How often each rule found something, instead of what it found.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use super::{
    Checked, Report, Source,
    contract::Rule,
    style::{FAINT, STRONG, severity_style, severity_word},
};
use crate::rules::{self, Language, Severity};

/// Counts findings, and writes the counts at the end.
#[derive(Debug)]
pub struct Statistics {
    language: Language,
    quiet: bool,
    documents: usize,
    unread: usize,
    /// Findings by rule and severity.
    counts: BTreeMap<(&'static str, Severity), usize>,
}

impl Statistics {
    /// Writes in one language; `quiet` leaves out the summary.
    pub const fn new(language: Language, quiet: bool) -> Self {
        Self { language, quiet, documents: 0, unread: 0, counts: BTreeMap::new() }
    }
}

impl Report for Statistics {
    fn needs_articles(&self) -> bool {
        false
    }

    fn document(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        self.documents += 1;
        for finding in &checked.analysis.findings {
            *self.counts.entry((finding.rule, finding.severity)).or_default() += 1;
        }
        Ok(())
    }

    fn failure(&mut self, _: &mut dyn Write, _: &Source, _: &str) -> io::Result<()> {
        self.unread += 1;
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut counts: Vec<_> =
            self.counts.iter().map(|(&(rule, severity), &count)| (rule, severity, count)).collect();
        // The most frequent first; of equals the first by name.
        counts.sort_by_key(|&(.., count)| std::cmp::Reverse(count));
        let digits = counts.first().map_or(0, |(.., count)| count.to_string().len());
        let width = counts.iter().map(|(rule, ..)| rule.len()).max().unwrap_or_default();
        for (rule, severity, count) in &counts {
            let (style, word) = (severity_style(*severity), severity_word(*severity, self.language));
            let info = rules::find(rule).map(Rule::from);
            let summary = info.as_ref().map_or("", |rule| rule.summary_in(self.language));
            // Both languages' words are as wide as one another but for these.
            let space = if self.language == Language::English { 7 - word.len() } else { 0 };
            write!(out, "{STRONG}{count:digits$}{STRONG:#}  {style}{word}{style:#}{:space$}  ", "")?;
            match summary {
                "" => writeln!(out, "{rule}")?,
                _ => writeln!(out, "{rule:width$}  {FAINT}{summary}{FAINT:#}")?,
            }
        }
        if self.quiet {
            return Ok(());
        }
        let total: usize = counts.iter().map(|(.., count)| count).sum();
        let (documents, unread) = (self.documents, self.unread);
        match self.language {
            Language::Chinese => {
                let unread = if unread == 0 { String::new() } else { format!("；{unread} 份无法读取") };
                writeln!(out, "简报 {documents} 份，问题 {total} 处{unread}")
            }
            Language::English => {
                let unread = if unread == 0 { String::new() } else { format!("; {unread} not read") };
                writeln!(out, "bulletins: {documents}, findings: {total}{unread}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples::{TEXT, analysis, printed};

    #[test]
    fn rules_are_counted_the_most_frequent_first() {
        let mut analysis = analysis();
        analysis.findings.push(analysis.findings[1].clone());
        insta::assert_snapshot!(printed(&mut Statistics::new(Language::Chinese, false), TEXT, &analysis), @r"
        2  警告  samples/byline
        1  错误  samples/sum
        简报 1 份，问题 3 处
        ");
        insta::assert_snapshot!(printed(&mut Statistics::new(Language::English, true), TEXT, &analysis), @r"
        2  warning  samples/byline
        1  error    samples/sum
        ");
    }
}
