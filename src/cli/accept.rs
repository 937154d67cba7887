//! `kanwu accept` and `kanwu check --write-accepted`: what is found is right, and is not to be found again.

use std::{collections::BTreeMap, path::PathBuf, process::ExitCode};

use clap::Args;

use super::{
    configuration::{Configuration, Rules},
    input::Input,
    job::Incoming,
    output::{COULD_NOT_RUN, Style},
};
use crate::{
    check::{Accepted, Analysis},
    report::Positions,
    rules::{Finding, Words},
    workspace::{
        DraftKind,
        config::{AcceptedFindings, ConfigError, Configurations},
        read_draft,
    },
};

/// 认可一处问题：此处无误，以后不再报 · Accept a finding: this is right, and is not to be found again
///
/// 写入配置旁边的 kanwu.accepted.toml，不改动稿件 · Writes to kanwu.accepted.toml beside the configuration; the draft
/// is left alone.
#[derive(Debug, Args)]
pub struct Arguments {
    /// 何处：check 给出的位置 · Where, as check has it
    #[arg(value_name = "FILE:LINE:COLUMN", value_parser = place)]
    place: Place,

    /// 哪条规则；此处只有一个问题时可省 · Which rule; not needed where there is one finding
    #[arg(long, value_name = "RULE")]
    rule: Option<String>,

    /// 为什么无误 · Why it is right
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,

    /// 谁认可的 · Who accepts it
    #[arg(long, value_name = "NAME", env = "KANWU_WHO")]
    who: Option<String>,

    #[command(flatten)]
    configuration: Configuration,

    #[command(flatten)]
    style: Style,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    file: PathBuf,
    line: usize,
    column: usize,
}

fn place(text: &str) -> Result<Place, String> {
    let mut parts = text.rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.parse().ok()).filter(|&number: &usize| number > 0);
    let (column, line) = (number(), number());
    match (parts.next(), line, column) {
        (Some(file), Some(line), Some(column)) => Ok(Place { file: file.into(), line, column }),
        _ => Err("应写成 文件:行:列 · FILE:LINE:COLUMN is wanted".to_owned()),
    }
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        match self.accept() {
            Ok(said) => {
                self.style.say(&said);
                ExitCode::SUCCESS
            }
            Err((about, words)) => {
                self.style.complain(&about, &words);
                ExitCode::from(COULD_NOT_RUN)
            }
        }
    }

    fn accept(&self) -> Result<Words, (String, Words)> {
        let file = &self.place.file;
        let about = |words| (file.display().to_string(), words);
        let mut configurations = self.configuration.configurations(Rules::default());
        let wrong = |error: ConfigError| (error.location(), error.words);
        let profile = configurations.profile(Some(file)).map_err(wrong)?;
        let mut accepted = configurations.house(Some(file)).map_err(wrong)?.accepted.clone();
        if accepted.path.as_os_str().is_empty() {
            accepted = AcceptedFindings::beside(file, std::env::current_dir().ok());
        }
        let (text, kind) = read_draft(file).map_err(|error| about(error.words()))?;
        if kind == DraftKind::Markdown {
            return Err(about(in_markdown()));
        }
        let analysis = Analysis::under(&text, &profile);
        let finding = self.choose(&text, &analysis.findings).map_err(about)?;
        let entry = Accepted {
            file: accepted.name(file),
            who: self.who.clone(),
            reason: self.reason.clone(),
            ..Accepted::of(&text, finding)
        };
        let (rule, quoted) = (entry.rule.clone(), entry.text.clone());
        let path = accepted.path.clone();
        accepted.add(vec![entry]).map_err(|error| (path.display().to_string(), unwritten(&error)))?;
        let path = path.display();
        Ok(Words::new(
            format!("已认可 {rule}“{quoted}”，记入 {path}"),
            format!("accepted {rule} “{quoted}” in {path}"),
        ))
    }

    /// The one finding that is meant.
    fn choose<'a>(&self, text: &str, findings: &'a [Finding]) -> Result<&'a Finding, Words> {
        let positions = Positions::new(text);
        let at = (self.place.line, self.place.column);
        let is_rule = |finding: &&Finding| self.rule.as_ref().is_none_or(|rule| rule == finding.rule);
        let start = |finding: &Finding| {
            let start = positions.position(finding.span.start);
            (start.line, start.column)
        };
        let holds = |finding: &&Finding| {
            let end = positions.position(finding.span.end);
            start(finding) <= at && at < (end.line, end.column) || start(finding) == at
        };
        let mut here: Vec<&Finding> = findings.iter().filter(is_rule).filter(holds).collect();
        if here.iter().any(|finding| start(finding) == at) {
            here.retain(|finding| start(finding) == at);
        }
        match here[..] {
            [finding] => Ok(finding),
            [] => {
                let line = findings.iter().filter(|finding| start(finding).0 == at.0);
                let near: Vec<_> =
                    line.map(|finding| format!("{}:{} {}", at.0, start(finding).1, finding.rule)).collect();
                Err(if near.is_empty() {
                    Words::new(
                        format!("第 {} 行没有可认可的问题", at.0),
                        format!("line {} has no finding to accept", at.0),
                    )
                } else {
                    Words::new(
                        format!("{}:{} 没有这样的问题；这一行有 {}", at.0, at.1, near.join("、")),
                        format!("no such finding at {}:{}; this line has {}", at.0, at.1, near.join(", ")),
                    )
                })
            }
            _ => {
                let rules: Vec<_> = here.iter().map(|finding| finding.rule).collect();
                Err(Words::new(
                    format!("此处有几个问题，请用 --rule 指明：{}", rules.join("、")),
                    format!("there are several findings here; say which by --rule: {}", rules.join(", ")),
                ))
            }
        }
    }
}

fn unwritten(error: &std::io::Error) -> Words {
    Words::new(format!("写不进去：{error}"), format!("cannot be written: {error}"))
}

/// Accepts all that is found, and forgets what no longer is.
pub fn write_all(input: &Input, style: Style, configurations: &mut Configurations) -> ExitCode {
    let mut files: BTreeMap<PathBuf, Baseline> = BTreeMap::new();
    let mut failed = false;
    for incoming in input.documents() {
        let (file, text) = match incoming {
            Incoming::Document { source, kind: DraftKind::Markdown, .. } => {
                failed = true;
                style.complain(&source.to_string(), &in_markdown());
                continue;
            }
            Incoming::Document { file: Some(file), text, .. } => (file, text),
            Incoming::Document { source, .. } => {
                failed = true;
                let words =
                    Words::new("不是文件，无法记下", "is no file, so that nothing can be noted of it");
                style.complain(&source.to_string(), &words);
                continue;
            }
            Incoming::Failure { path, words, .. } => {
                failed = true;
                style.complain(&path, &words);
                continue;
            }
            Incoming::Nothing { .. } => continue,
        };
        let found = configurations.profile(Some(&file));
        match found.and_then(|profile| Ok((profile, configurations.house(Some(&file))?))) {
            Err(error) => {
                failed = true;
                style.complain(&error.location(), &error.words);
            }
            Ok((profile, house)) => {
                let accepted = if house.accepted.path.as_os_str().is_empty() {
                    AcceptedFindings::beside(&file, std::env::current_dir().ok())
                } else {
                    house.accepted.clone()
                };
                let name = accepted.name(&file);
                let baseline = files.entry(accepted.path.clone()).or_insert_with(|| Baseline::new(accepted));
                baseline.take(name, &text, &Analysis::under(&text, &profile));
            }
        }
    }
    for (path, baseline) in files {
        match baseline.write() {
            Ok(words) => style.say(&Words::new(
                format!("{}：{}", path.display(), words.zh),
                format!("{}: {}", path.display(), words.en),
            )),
            Err(error) => {
                failed = true;
                style.complain(&path.display().to_string(), &unwritten(&error));
            }
        }
    }
    if failed { ExitCode::from(COULD_NOT_RUN) } else { ExitCode::SUCCESS }
}

/// A finding is known again by the text around it, which in Markdown holds more than prose.
fn in_markdown() -> Words {
    Words::new(
        "Markdown 稿件请用 <!-- kanwu: ignore 规则 --> 认可",
        "in Markdown, findings are accepted by <!-- kanwu: ignore RULE -->",
    )
}

/// What becomes of one file of accepted findings.
struct Baseline {
    accepted: AcceptedFindings,
    /// What is added.
    new: Vec<Accepted>,
    /// The drafts that were read.
    drafts: Vec<String>,
    /// The entries that accept something.
    used: Vec<Accepted>,
    /// The rules that were not run, of whose entries nothing is known.
    not_run: Vec<&'static str>,
}

impl Baseline {
    fn new(accepted: AcceptedFindings) -> Self {
        Self { accepted, new: Vec::new(), drafts: Vec::new(), used: Vec::new(), not_run: Vec::new() }
    }

    fn take(&mut self, name: String, text: &str, analysis: &Analysis) {
        let profile = &analysis.profile;
        for finding in &analysis.findings {
            let entry = Accepted { file: name.clone(), ..Accepted::of(text, finding) };
            if !self.new.contains(&entry) {
                self.new.push(entry);
            }
        }
        let used = profile.accepted.iter().zip(&analysis.used).filter(|(_, used)| **used);
        self.used.extend(used.map(|(entry, _)| entry.clone()));
        let off =
            crate::rules::ALL.iter().map(|rule| rule.name).filter(|rule| !profile.selection.is_on(rule));
        self.not_run.extend(off);
        self.drafts.push(name);
    }

    fn write(self) -> std::io::Result<Words> {
        let Self { mut accepted, new, drafts, used, not_run } = self;
        let is_live = |entry: &Accepted| {
            used.contains(entry)
                || not_run.contains(&entry.rule.as_str())
                || !(accepted.is_gone(entry) || drafts.contains(&entry.file))
        };
        let live: Vec<bool> = accepted.entries.iter().map(is_live).collect();
        let stale = live.iter().filter(|live| !**live).count();
        let mut live = live.into_iter();
        accepted.retain(|_| live.next().unwrap_or(true))?;
        let count = new.len();
        if count > 0 {
            accepted.add(new)?;
        }
        Ok(Words::new(
            format!("新认可 {count} 处，除去已无对应的 {stale} 处"),
            format!("{count} findings accepted, {stale} stale entries taken out"),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_from_its_end() {
        let expected = Place { file: "a:b/稿.txt".into(), line: 3, column: 14 };
        assert_eq!(place("a:b/稿.txt:3:14"), Ok(expected));
        assert!(place("a.txt:3").is_err());
        assert!(place("a.txt:0:1").is_err());
    }
}
