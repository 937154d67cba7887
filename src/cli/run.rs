//! Checks documents one after the other, and reports each as soon as it is done.

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use super::{
    fix::Fixing,
    input::{Incoming, Input},
    output::{COULD_NOT_RUN, Style, complain_of_nothing, is_written},
};
use crate::{
    check::{Analysis, error_rate::ErrorRate},
    report::{Checked, Positions, Report},
    rules::{Severity, Words},
    workspace::config::{ConfigError, Configurations},
};

/// How documents are checked.
#[derive(Debug)]
pub struct Checking {
    /// Their configurations.
    pub configurations: Configurations,
    /// Whether the error rate is wanted.
    pub error_rate: bool,
    /// The page's own count of characters.
    pub characters: Option<usize>,
    /// How far documents are mended first.
    pub fixing: Option<Fixing>,
    /// Whether findings are what is asked for, so that accepted ones that are gone are worth a word.
    pub has_findings: bool,
}

impl Checking {
    /// As `configurations` say, for what is read in documents rather than found wrong with them.
    pub fn reading(configurations: Configurations) -> Self {
        Self { configurations, error_rate: false, characters: None, fixing: None, has_findings: false }
    }
}

/// What a run came to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The worst of all findings.
    pub worst: Option<Severity>,
    /// The highest of all error rates, per 10,000 characters.
    pub error_rate: f64,
    /// Whether something could not be read or written.
    pub failed: bool,
    /// What was said of configurations that are wrong; it is said once.
    complained: Vec<ConfigError>,
    /// How many documents were checked.
    documents: usize,
}

impl Outcome {
    /// Checks every document and reports it as soon as it is done.
    pub fn of(
        input: &Input,
        style: Style,
        checking: &mut Checking,
        report: &mut dyn Report,
        out: &mut dyn Write,
    ) -> Self {
        let mut outcome = Self::default();
        let written = outcome.report_all(input, style, checking, report, out);
        outcome.failed |= !is_written(written, style);
        outcome
    }

    fn report_all(
        &mut self,
        input: &Input,
        style: Style,
        checking: &mut Checking,
        report: &mut dyn Report,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for incoming in input.documents() {
            match incoming {
                Incoming::Document { source, file, origin, mut text } => {
                    match checking.configurations.profile(file.as_deref()) {
                        Ok(profile) => {
                            let mut analysis = Analysis::under(&text, &profile);
                            if let Some(fixing) = checking.fixing {
                                match fixing.mend(&source, &origin, &text, &analysis, style)? {
                                    Some(mended) => (text, analysis) = (mended.text, mended.analysis),
                                    None => self.failed = true,
                                }
                            }
                            let error_rate = self.count(&text, &analysis, checking, style);
                            let error_rate = error_rate.as_ref();
                            let checked =
                                Checked { source: &source, text: &text, analysis: &analysis, error_rate };
                            report.document(out, &checked)?;
                            if !style.quiet {
                                note(&checked, file.as_deref(), checking, style);
                            }
                        }
                        Err(error) => {
                            report.failure(out, &source, &error.line(style.language()))?;
                            self.complain(error, style);
                        }
                    }
                }
                Incoming::Failure { source, path, words } => {
                    self.failed = true;
                    style.complain(&path, &words);
                    report.failure(out, &source, words.get(style.language()))?;
                }
                Incoming::Nothing { path } => complain_of_nothing(&path, style),
            }
            out.flush()?;
        }
        report.finish(out)?;
        out.flush()
    }

    /// Takes in what was found in a document, and computes its error rate if that is wanted.
    fn count(
        &mut self,
        text: &str,
        analysis: &Analysis,
        checking: &Checking,
        style: Style,
    ) -> Option<ErrorRate> {
        self.documents += 1;
        self.worst = self.worst.max(analysis.findings.iter().map(|finding| finding.severity).max());
        if !checking.error_rate {
            return None;
        }
        if checking.characters.is_some() && self.documents == 2 {
            self.failed = true;
            let words = Words::new(
                "--characters 只适用于一份稿件；其余按可见字符计",
                "--characters is for one draft; the characters of the others are counted",
            );
            style.complain("check", &words);
        }
        let characters = checking.characters.filter(|_| self.documents == 1);
        let rate = ErrorRate::of(text, analysis, characters);
        self.error_rate = self.error_rate.max(rate.per_10000());
        Some(rate)
    }

    /// Says what is wrong with a configuration, unless that was said of an earlier document.
    fn complain(&mut self, error: ConfigError, style: Style) {
        self.failed = true;
        if !self.complained.contains(&error) {
            style.complain(&error.location(), &error.words);
            self.complained.push(error);
        }
    }

    /// The exit code: 2 if something failed, 1 if `faulty`, else 0.
    pub fn exit_code(&self, faulty: bool) -> ExitCode {
        if self.failed { ExitCode::from(COULD_NOT_RUN) } else { ExitCode::from(u8::from(faulty)) }
    }
}

/// Notes comments that are wrong, and accepted findings of this draft that are found no more.
fn note(checked: &Checked<'_>, file: Option<&Path>, checking: &mut Checking, style: Style) {
    let analysis = checked.analysis;
    let positions = Positions::new(checked.text);
    for note in &analysis.notes {
        let at = positions.position(note.span.start);
        style.complain(&format!("{}:{}:{}", checked.source, at.line, at.column), &note.words);
    }
    let unused = || analysis.profile.accepted.iter().zip(&analysis.used).filter(|(_, used)| !**used);
    if !checking.has_findings || unused().next().is_none() {
        return;
    }
    let Some(file) = file else { return };
    let Ok(house) = checking.configurations.house(Some(file)) else { return };
    let name = house.accepted.name(file);
    for (entry, _) in unused() {
        if entry.file == name && analysis.profile.selection.is_on(&entry.rule) {
            let (rule, text) = (&entry.rule, &entry.text);
            let words = Words::new(
                format!("{name} 中已没有认可过的 {rule}“{text}”，这一条可以删去"),
                format!("{rule} “{text}” is no longer found in {name}; the entry can go"),
            );
            style.complain(&house.accepted.path.display().to_string(), &words);
        }
    }
}
