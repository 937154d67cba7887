//! One line a finding, a mention, or a figure or relation of the ledger: for `grep`, and for editors that jump to `path:line:column`.

use std::io::{self, Write};

use super::{
    Checked, Content, Positions, Report,
    contract::{self, DocumentAnnotations, Mention},
    error_rate,
    excerpt::quote,
    ledger::{Page, Relation},
    style::{STRONG, severity_style},
};
use crate::rules::Language;

/// Writes one line a finding, a mention, or a figure or relation of the ledger.
#[derive(Debug)]
pub struct Concise {
    content: Content,
}

impl Concise {
    /// Writes `content` of each document.
    pub const fn new(content: Content) -> Self {
        Self { content }
    }
}

impl Report for Concise {
    fn needs_articles(&self) -> bool {
        !matches!(self.content, Content::Findings(_))
    }

    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        match self.content {
            Content::Findings(language) => findings(out, checked, language),
            Content::Annotations => mentions(out, checked),
            Content::Ledger(language) => ledger(out, checked, language),
        }
    }
}

fn findings(out: &mut dyn Write, checked: &Checked<'_>, language: Language) -> io::Result<()> {
    let positions = Positions::new(checked.text);
    for finding in &checked.analysis.findings {
        let at = positions.position(finding.span.start);
        let style = severity_style(finding.severity);
        let message = finding.message.get(language);
        writeln!(
            out,
            "{STRONG}{}:{}:{}{STRONG:#}: {style}{}{style:#} {}: {message}",
            checked.source, at.line, at.column, finding.severity, finding.rule
        )?;
    }
    if let Some(rate) = checked.error_rate {
        let rate = contract::ErrorRate::new(rate, language);
        writeln!(out, "{STRONG}{}{STRONG:#}: {}", checked.source, error_rate::line(&rate, language))?;
    }
    Ok(())
}

fn mentions(out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
    let document = DocumentAnnotations::new(checked.source, checked.text, checked.analysis);
    for annotation in &document.annotations {
        let at = annotation.range.start;
        let (kind, more) = match &annotation.mention {
            Mention::Locality { normalized, .. } => ("locality", normalized.clone()),
            Mention::Organization { normalized, .. } => ("organization", normalized.clone()),
            Mention::Person { posts } => ("person", (!posts.is_empty()).then(|| posts.join("、"))),
            Mention::Figure { value, unit, .. } => ("figure", Some(format!("{value} {unit}"))),
            Mention::Date { iso } => ("date", Some(iso.clone())),
        };
        let more = more.map(|more| format!(" = {more}")).unwrap_or_default();
        let text = quote(&annotation.text);
        writeln!(
            out,
            "{STRONG}{}:{}:{}{STRONG:#}: {kind}: {text}{more}",
            checked.source, at.line, at.column
        )?;
    }
    Ok(())
}

fn ledger(out: &mut dyn Write, checked: &Checked<'_>, language: Language) -> io::Result<()> {
    for article in Page::new(checked, language).articles {
        for entry in &article.entries {
            let (at, text, reading) = (entry.at, &entry.text, &entry.reading);
            writeln!(
                out,
                "{STRONG}{}:{}:{}{STRONG:#}: {text} = {reading}",
                checked.source, at.line, at.column
            )?;
        }
        for relation in &article.relations {
            let Relation { at, kind, statement, mark, .. } = relation;
            let style = relation.style();
            writeln!(
                out,
                "{STRONG}{}:{}:{}{STRONG:#}: {style}{mark}{style:#} {kind}: {statement}",
                checked.source, at.line, at.column
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples::{self, TEXT, analysis, printed};

    #[test]
    fn a_finding_is_a_line() {
        let mut report = Concise::new(Content::Findings(Language::Chinese));
        insta::assert_snapshot!(printed(&mut report, TEXT, &analysis()), @r"
        a.txt:2:21: error samples/sum: 12 + 20 = 32，与“共计30人”不符
        a.txt:1:1: warning samples/byline: 没有署名
        ");
    }

    #[test]
    fn a_mention_is_a_line() {
        let mut report = Concise::new(Content::Annotations);
        insta::assert_snapshot!(printed(&mut report, TEXT, &analysis()), @r"
        a.txt:2:3: locality: 支塘镇 = 江苏省苏州市常熟市支塘镇
        a.txt:2:31: figure: 超200份 = 200 份
        ");
    }

    #[test]
    fn a_figure_and_a_relation_of_the_ledger_are_a_line_each() {
        let mut report = Concise::new(Content::Ledger(Language::Chinese));
        insta::assert_snapshot!(printed(&mut report, TEXT, &samples::ledger()), @r"
        a.txt:2:31: 超200份 = 200份以上
        a.txt:2:21: ✗ 合计: 12 + 20 = 32，与“共计30人”不符
        a.txt:2:21: ✓ 合计: 12 + 20 = 32，与“共计30人”相符
        a.txt:2:21: – 计数: “共计30人”未核：列举可能不全
        ");
    }
}
