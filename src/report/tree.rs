//! What each bulletin is made of and mentions, as a tree for people.

use std::{
    collections::HashSet,
    io::{self, Write},
};

use super::{
    Checked, Positions, Report,
    excerpt::quote,
    style::{FAINT, LABEL, STRONG},
};
use crate::{check::PlacedArticle, outline::Part, rules::Language};

/// How many names of a kind are shown.
const SHOWN_NAMES: usize = 12;

/// Writes outlines with what each article mentions.
#[derive(Debug)]
pub struct Tree {
    language: Language,
}

impl Tree {
    /// Names the parts in one language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    fn article(
        &self,
        out: &mut dyn Write,
        placed: &PlacedArticle,
        positions: &Positions<'_>,
        last: bool,
    ) -> io::Result<()> {
        let article = &placed.analysis.article;
        let [first_line, last_line] = positions.lines(placed.span);
        let headline = article.headline.as_ref().map_or_else(
            || self.say("（无标题）", "(no headline)").to_owned(),
            |headline| quote(&headline.text),
        );
        let (branch, stem) = if last { ("└─", "   ") } else { ("├─", "│  ") };
        writeln!(out, "{branch} {STRONG}{headline}{STRONG:#} {FAINT}{first_line}–{last_line}{FAINT:#}")?;
        for (zh, en, text) in parts(placed) {
            writeln!(out, "{stem} {LABEL}{}{LABEL:#} {text}", self.say(zh, en))?;
        }
        if article.truncation.is_some() {
            writeln!(out, "{stem} {}", self.say("未写完", "stops in the middle of a sentence"))?;
        }
        Ok(())
    }

    const fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

impl Report for Tree {
    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let positions = Positions::new(checked.text);
        writeln!(out, "{STRONG}{}{STRONG:#}", checked.source)?;
        let articles = &checked.analysis.articles;
        for (at, placed) in articles.iter().enumerate() {
            self.article(out, placed, &positions, at + 1 == articles.len())?;
        }
        writeln!(out)
    }
}

/// The parts and mentions of an article that there are: the Chinese and the English name, and what it holds.
fn parts(placed: &PlacedArticle) -> Vec<(&'static str, &'static str, String)> {
    let article = &placed.analysis.article;
    let mentions = &placed.analysis.annotations;
    let part = |part: &Option<Part>| part.as_ref().map(|part| quote(&part.text));
    let mut parts = Vec::new();
    let mut add = |zh, en, text: Option<String>| parts.extend(text.map(|text| (zh, en, text)));
    add("引题　", "kicker       ", part(&article.kicker));
    add("副题　", "deck         ", part(&article.deck));
    add("电头　", "dateline     ", part(&article.dateline));
    for section in article.sections() {
        add("小标题", "section      ", Some(quote(&section.text)));
    }
    add("段落　", "paragraphs   ", Some(article.paragraphs().count().to_string()));
    for byline in &article.bylines {
        let names: Vec<_> = byline.names.iter().map(|name| name.text.as_str()).collect();
        add("署名　", "byline       ", Some(format!("{} {}", byline.role, names.join("、"))));
    }
    add("地名　", "localities   ", counted(mentions.localities.iter().map(|mention| mention.text.as_str())));
    add(
        "机构　",
        "organizations",
        counted(mentions.organizations.iter().map(|mention| mention.text.as_str())),
    );
    add("人名　", "persons      ", counted(mentions.persons.iter().map(|mention| mention.text.as_str())));
    add("数字　", "figures      ", counted(mentions.figures.iter().map(|mention| mention.text.as_str())));
    add("日期　", "dates        ", counted(mentions.dates.iter().map(|mention| mention.text.as_str())));
    parts
}

/// How many there are, and the first few that differ.
fn counted<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let (mut count, mut seen, mut shown) = (0, HashSet::new(), Vec::new());
    for name in names {
        count += 1;
        if seen.insert(name) && shown.len() < SHOWN_NAMES {
            shown.push(quote(name));
        }
    }
    let more = if seen.len() > shown.len() { "…" } else { "" };
    (count > 0).then(|| format!("{count}：{}{more}", shown.join("、")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples::{TEXT, analysis, printed};

    #[test]
    fn an_article_is_shown_with_what_it_mentions() {
        insta::assert_snapshot!(printed(&mut Tree::new(Language::Chinese), TEXT, &analysis()), @r"
        a.txt
        └─ 标题 1–2
            段落　 0
            地名　 1：支塘镇
            数字　 1：超200份
        ");
    }
}
