//! `kanwu rule`: what the rules find, and why.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{Args, ValueEnum};

use super::output::{COULD_NOT_RUN, Style, is_written};
use crate::{
    report::{
        contract::Rule,
        style::{FAINT, LABEL, STRONG, severity_style, severity_word},
    },
    rules::{self, RuleInfo, Words},
    text::nearest,
};

/// 规则说明 · Explain rules
#[derive(Debug, Args)]
pub struct Arguments {
    /// 规则名或规则组；不写则列出全部 · A rule or a group of rules; without it all are listed
    #[arg(value_name = "NAME")]
    name: Option<String>,

    /// 输出格式 · How it is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    output_format: OutputFormat,

    #[command(flatten)]
    style: Style,
}

/// How rules are written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum OutputFormat {
    /// 供人阅读 · For people
    #[default]
    Full,
    /// JSON：一条规则为对象，多条为数组 · An object for a rule, an array for many
    Json,
}

/// What was asked for.
enum Asked {
    One(&'static RuleInfo),
    Many(Vec<&'static RuleInfo>),
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let asked = match &self.name {
            None => Asked::Many(rules::ALL.iter().collect()),
            Some(name) => match find(name) {
                Ok(asked) => asked,
                Err(words) => {
                    self.style.complain("rule", &words);
                    return ExitCode::from(COULD_NOT_RUN);
                }
            },
        };
        let mut out = self.style.styled_output();
        let written = match (self.output_format, asked) {
            (OutputFormat::Full, Asked::One(rule)) => self.explain(&mut out, rule),
            (OutputFormat::Full, Asked::Many(rules)) => self.list(&mut out, &rules),
            (OutputFormat::Json, Asked::One(rule)) => json(&mut out, &Rule::from(rule)),
            (OutputFormat::Json, Asked::Many(rules)) => {
                json(&mut out, &rules.into_iter().map(Rule::from).collect::<Vec<_>>())
            }
        };
        let written = is_written(written.and_then(|()| out.flush()), self.style);
        if written { ExitCode::SUCCESS } else { ExitCode::from(COULD_NOT_RUN) }
    }

    fn explain(&self, out: &mut dyn Write, info: &RuleInfo) -> io::Result<()> {
        let rule = Rule::from(info);
        let severity = severity_word(rule.severity, self.style.language());
        let style = severity_style(rule.severity);
        writeln!(out, "{STRONG}{}{STRONG:#} {style}{severity}{style:#}\n", rule.name)?;
        let mut in_code = false;
        for line in rule.doc.lines() {
            in_code ^= line.trim_start().starts_with("```");
            if line.starts_with('#') && !in_code {
                writeln!(out, "{STRONG}{line}{STRONG:#}")?;
            } else {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out, "\n{FAINT}{} · since {} · fix: {}{FAINT:#}", rule.url, rule.since, rule.fix)
    }

    fn list(&self, out: &mut dyn Write, rules: &[&RuleInfo]) -> io::Result<()> {
        let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
        for (at, group) in rules.chunk_by(|one, next| one.group() == next.group()).enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{LABEL}{}{LABEL:#}", group[0].group())?;
            for rule in group.iter().map(|info| Rule::from(*info)) {
                let severity = severity_word(rule.severity, self.style.language());
                let style = severity_style(rule.severity);
                let summary = rule.summary_in(self.style.language());
                writeln!(out, "  {:width$}  {style}{severity}{style:#}  {summary}", rule.name)?;
            }
        }
        Ok(())
    }
}

/// The rule or the rules of this name, or which one may have been meant.
fn find(name: &str) -> Result<Asked, Words> {
    if let Some(rule) = rules::find(name) {
        return Ok(Asked::One(rule));
    }
    let group: Vec<_> = rules::ALL.iter().filter(|rule| rule.group() == name.trim_end_matches('/')).collect();
    if !group.is_empty() {
        return Ok(Asked::Many(group));
    }
    Err(match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
        Some(nearest) => Words::new(
            format!("没有规则 {name}；是不是 {nearest}？"),
            format!("no rule {name}; did you mean {nearest}?"),
        ),
        None => Words::new(
            format!("没有规则 {name}；kanwu rule 列出全部规则"),
            format!("no rule {name}; kanwu rule lists them all"),
        ),
    })
}

fn json(out: &mut dyn Write, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
