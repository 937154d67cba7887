//! Findings as one page of HTML that needs nothing else: the draft as it reads, with what was found in the margin.
//!
//! What is shown can be narrowed by severity and rule, and names and figures marked, by style sheets alone; the little
//! script there is only counts.

mod document;
mod lines;

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use askama::Template;

use super::{Checked, Report, Source, contract::Rule, style::severity_word};
use crate::rules::{self, Language, Severity};
use document::{Document, shown};

/// Writes the findings of all documents as one page. It is written at the end, because its contents come first.
#[derive(Debug, Template)]
#[template(path = "findings.html")]
pub struct FindingsPage {
    language: Language,
    documents: Vec<Document>,
    /// What could not be read, and why.
    failures: Vec<(String, String)>,
    /// The rules that found something, by the number their findings bear.
    rules: Vec<FoundRule>,
    numbers: BTreeMap<&'static str, usize>,
    counts: Counts,
}

/// A rule that found something.
#[derive(Debug)]
struct FoundRule {
    name: &'static str,
    summary: String,
    count: usize,
}

/// How much was found.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    errors: usize,
    warnings: usize,
    infos: usize,
}

impl Counts {
    const fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
    }

    const fn of(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Info => self.infos,
        }
    }

    const fn total(&self) -> usize {
        self.errors + self.warnings + self.infos
    }
}

impl FindingsPage {
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];
    /// What can be marked in the text: its class, and what it is called.
    const MENTIONS: [(&'static str, &'static str, &'static str); 5] = [
        ("place", "地名", "places"),
        ("body", "机构", "organizations"),
        ("person", "人名", "people"),
        ("figure", "数字", "figures"),
        ("date", "日期", "dates"),
    ];

    /// Writes in one language.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            documents: Vec::new(),
            failures: Vec::new(),
            rules: Vec::new(),
            numbers: BTreeMap::new(),
            counts: Counts::default(),
        }
    }

    /// The number of a rule on this page.
    fn number(&mut self, name: &'static str) -> usize {
        let next = self.rules.len();
        let number = *self.numbers.entry(name).or_insert(next);
        if number == next {
            let rule = rules::find(name).map(Rule::from);
            let summary = rule.map(|rule| rule.summary_in(self.language).to_owned()).unwrap_or_default();
            self.rules.push(FoundRule { name, summary, count: 0 });
        }
        self.rules[number].count += 1;
        number
    }

    /// The rules by name, each with its number.
    fn rules_by_name(&self) -> impl Iterator<Item = (usize, &FoundRule)> {
        self.numbers.values().map(|&number| (number, &self.rules[number]))
    }

    /// The language of the page; that of the drafts is Chinese always.
    const fn code(&self) -> &'static str {
        self.say("zh-Hans", "en")
    }

    const fn say<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    const fn word(&self, severity: &Severity) -> &'static str {
        severity_word(*severity, self.language)
    }

    fn title(&self) -> String {
        let title = self.say("查错报告", "Proofreading report");
        match self.documents.as_slice() {
            [one] => format!("{title}{}{}", self.say("：", ": "), one.name),
            _ => title.to_owned(),
        }
    }

    /// What all came to, in a sentence.
    fn total(&self) -> String {
        let (documents, unread) = (self.documents.len(), self.failures.len());
        let found = self.found(&self.counts);
        match self.language {
            Language::Chinese => {
                let unread = if unread == 0 { String::new() } else { format!("；{unread} 份无法读取") };
                format!("检查简报 {documents} 份：{found}{unread}")
            }
            Language::English => {
                let unread = if unread == 0 { String::new() } else { format!("; {unread} not read") };
                let plural = if documents == 1 { "" } else { "s" };
                format!("{documents} bulletin{plural} checked: {found}{unread}")
            }
        }
    }

    /// How much was found, in words.
    fn found(&self, counts: &Counts) -> String {
        let Counts { errors, warnings, infos } = counts;
        match (self.language, counts.total()) {
            (Language::Chinese, 0) => "没有发现问题".to_owned(),
            (Language::English, 0) => "nothing found".to_owned(),
            (Language::Chinese, _) => format!("错误 {errors} 处，警告 {warnings} 处，提示 {infos} 处"),
            (Language::English, _) => {
                let plural = |count: usize| if count == 1 { "" } else { "s" };
                format!(
                    "{errors} error{}, {warnings} warning{}, {infos} info",
                    plural(*errors),
                    plural(*warnings)
                )
            }
        }
    }
}

impl Report for FindingsPage {
    fn document(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let findings = &checked.analysis.findings;
        let numbers: Vec<usize> = findings.iter().map(|finding| self.number(finding.rule)).collect();
        for finding in findings {
            self.counts.add(finding.severity);
        }
        self.documents.push(Document::new(checked, &numbers, self.language));
        Ok(())
    }

    fn failure(&mut self, _: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        self.failures.push((shown(&source.to_string()), shown(error)));
        Ok(())
    }

    fn finish(&mut self, mut out: &mut dyn Write) -> io::Result<()> {
        self.write_into(&mut out)?;
        writeln!(out)
    }
}

#[cfg(test)]
mod tests;
