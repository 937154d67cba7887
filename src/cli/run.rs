//! Checks documents, many at a time, and reports them in order, each as soon as it is done.

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
    sync::Arc,
};

use super::{
    fix::Fixing,
    job::Job,
    output::{COULD_NOT_RUN, Style, complain_of_nothing, is_written},
    parallel::in_order,
    progress::Progress,
    task::{Document, Done, Task, feed},
};
use crate::{
    check::{Analysis, error_rate::ErrorRate},
    report::{Checked, Positions, Report},
    rules::{Severity, Words},
    workspace::{
        Cache, DraftKind,
        config::{ConfigError, Configurations, House},
        markdown::Prose,
    },
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
    /// Results of earlier checks.
    pub cache: Option<Arc<Cache>>,
    /// Whether Markdown is read as plain text.
    pub as_plain: bool,
}

impl Checking {
    /// As `configurations` say, for what is read in documents rather than found wrong with them.
    pub fn reading(configurations: Configurations) -> Self {
        Self {
            configurations,
            error_rate: false,
            characters: None,
            fixing: None,
            has_findings: false,
            cache: None,
            as_plain: true,
        }
    }
}

/// What is wanted of a document beside its findings.
#[derive(Clone, Copy, Debug)]
struct Counting {
    error_rate: bool,
    characters: Option<usize>,
    has_findings: bool,
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
    /// Checks what is to be read, and reports every document as soon as it and those before it are done.
    pub fn of(
        jobs: Vec<Job>,
        style: Style,
        checking: Checking,
        report: &mut dyn Report,
        out: &mut dyn Write,
    ) -> Self {
        let mut outcome = Self::default();
        let written = outcome.report_all(jobs, style, checking, report, out);
        outcome.failed |= !is_written(written, style);
        outcome
    }

    fn report_all(
        &mut self,
        jobs: Vec<Job>,
        style: Style,
        checking: Checking,
        report: &mut dyn Report,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Checking { mut configurations, error_rate, characters, fixing, has_findings, cache, as_plain } =
            checking;
        let is_stream = jobs.iter().any(|job| matches!(job, Job::Stream(..)));
        let mut progress = Progress::new((!is_stream).then_some(jobs.len()), style);
        // Mending and the error rate need more than is kept.
        let keeps = !error_rate && fixing.is_none() && !report.needs_articles();
        let kept = cache.filter(|_| keeps);
        let cache = kept.clone();
        let counting = Counting { error_rate, characters, has_findings };
        let feed = move |push: &mut dyn FnMut(Task) -> bool| feed(jobs, &mut configurations, push);
        let done = in_order(
            feed,
            move |task| task.run(cache.as_deref(), as_plain),
            |done| progress.step(|| self.report_one(done, style, counting, fixing, report, out)),
        );
        progress.finish();
        if let Some(cache) = kept {
            cache.sweep();
        }
        done?;
        report.finish(out)?;
        out.flush()
    }

    fn report_one(
        &mut self,
        done: Done,
        style: Style,
        counting: Counting,
        fixing: Option<Fixing>,
        report: &mut dyn Report,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match done {
            Done::Checked { document, mut analysis, house } => {
                let Document { source, file, origin, kind, mut text } = document;
                if let Some(fixing) = fixing {
                    match fixing.mend(&source, &origin, kind, &text, &analysis, style)? {
                        Some(mended) => (text, analysis) = (mended.text, mended.analysis),
                        None => self.failed = true,
                    }
                }
                let error_rate = self.count(kind, &text, &analysis, counting, style);
                let error_rate = error_rate.as_ref();
                let checked = Checked { source: &source, text: &text, analysis: &analysis, error_rate };
                report.document(out, &checked)?;
                if !style.quiet {
                    note(&checked, file.as_deref(), counting.has_findings.then_some(&house), style);
                }
            }
            Done::Misconfigured(source, error) => {
                report.failure(out, &source, &error.line(style.language()))?;
                self.complain(error, style);
            }
            Done::Failure { source, path, words } => {
                self.failed = true;
                style.complain(&path, &words);
                report.failure(out, &source, words.get(style.language()))?;
            }
            Done::Nothing(path) => complain_of_nothing(&path, style),
        }
        out.flush()
    }

    /// Takes in what was found in a document, and computes its error rate if that is wanted.
    fn count(
        &mut self,
        kind: DraftKind,
        text: &str,
        analysis: &Analysis,
        counting: Counting,
        style: Style,
    ) -> Option<ErrorRate> {
        self.documents += 1;
        self.worst = self.worst.max(analysis.findings.iter().map(|finding| finding.severity).max());
        if !counting.error_rate {
            return None;
        }
        if counting.characters.is_some() && self.documents == 2 {
            self.failed = true;
            let words = Words::new(
                "--characters 只适用于一份稿件；其余按可见字符计",
                "--characters is for one draft; the characters of the others are counted",
            );
            style.complain("check", &words);
        }
        let characters = counting.characters.filter(|_| self.documents == 1);
        let rate = if kind == DraftKind::Markdown {
            // Marks and code are no characters of the page, and where headlines stand is known in the prose only.
            let prose = Prose::of(text);
            ErrorRate::of(&prose.text, &Analysis::under(&prose.text, &analysis.profile), characters)
        } else {
            ErrorRate::of(text, analysis, characters)
        };
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

/// Notes comments that are wrong and, of a `house` that is asked for findings, accepted ones of this draft that are found
/// no more.
fn note(checked: &Checked<'_>, file: Option<&Path>, house: Option<&House>, style: Style) {
    let analysis = checked.analysis;
    let positions = Positions::new(checked.text);
    for note in &analysis.notes {
        let at = positions.position(note.span.start);
        style.complain(&format!("{}:{}:{}", checked.source, at.line, at.column), &note.words);
    }
    let unused = || analysis.profile.accepted.iter().zip(&analysis.used).filter(|(_, used)| !**used);
    let (Some(file), Some(house)) = (file, house) else { return };
    if unused().next().is_none() {
        return;
    }
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
