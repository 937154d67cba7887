//! The error rate, for people.

use std::io::{self, Write};

use super::{Source, contract};
use crate::{
    check::error_rate::ErrorRate,
    report::style::{FAINT, GUTTER, STRONG},
    rules::{Language, settings::PublicationKind},
};

/// The rate in one line.
pub fn line(rate: &contract::ErrorRate, language: Language) -> String {
    let contract::ErrorRate { weight, characters, per_10000, .. } = rate;
    match language {
        Language::Chinese => format!("差错率 {per_10000}/万（加权差错 {weight} ÷ {characters} 字）"),
        Language::English => {
            format!("error rate {per_10000} per 10,000 ({weight} weighted errors in {characters} characters)")
        }
    }
}

/// The rate with what it is made of.
pub fn write(out: &mut dyn Write, source: &Source, rate: &ErrorRate, language: Language) -> io::Result<()> {
    let rate = contract::ErrorRate::new(rate, language);
    let say = |zh: &'static str, en: &'static str| match language {
        Language::Chinese => zh,
        Language::English => en,
    };
    writeln!(out, "{STRONG}{}{STRONG:#}  {source}", line(&rate, language))?;
    for sum in &rate.classes {
        let unsure =
            if sum.verified { "" } else { say("（计分标准未经核对）", " (weight not verified)") };
        let (name, count, weight) = (&sum.name, sum.count, sum.weight);
        match language {
            Language::Chinese => {
                writeln!(out, "  {GUTTER}={GUTTER:#} {name} {count} 处，计 {weight}{unsure}")?;
            }
            Language::English => writeln!(out, "  {GUTTER}={GUTTER:#} {name}: {count}, {weight}{unsure}")?,
        }
    }
    let kind = match rate.kind {
        PublicationKind::Newspaper => say("报纸", "a newspaper"),
        PublicationKind::Periodical => say("期刊", "a periodical"),
        PublicationKind::Internal => say("内部资料", "internal matter"),
    };
    match (rate.threshold, rate.passes, language) {
        (Some(most), Some(passes), Language::Chinese) => {
            let verdict = if passes { "未超过" } else { "超过" };
            writeln!(out, "  {GUTTER}={GUTTER:#} {verdict}{kind}的合格线 {most}/万")?;
        }
        (Some(most), Some(passes), Language::English) => {
            let verdict = if passes { "not above" } else { "above" };
            writeln!(out, "  {GUTTER}={GUTTER:#} {verdict} what {kind} may have, {most} per 10,000")?;
        }
        (.., Language::Chinese) => writeln!(out, "  {GUTTER}={GUTTER:#} {kind}不在检查之列，没有合格线")?,
        (.., Language::English) => {
            writeln!(out, "  {GUTTER}={GUTTER:#} {kind} is not inspected and has no threshold")?;
        }
    }
    let characters = if rate.characters_counted {
        say(
            "字数按可见字符计，检查按版面字数计，比这个大；可用 --characters 给出。",
            "The characters are those that can be seen; an inspection counts those that the page has room for, which \
             are more: --characters gives their number. ",
        )
    } else {
        ""
    };
    let reference = say(
        "仅供参考：检查时由人认定差错。",
        "For reference only: in an inspection people decide what is an error.",
    );
    writeln!(out, "  {FAINT}= {characters}{reference}{FAINT:#}\n")
}
