//! The ledger as text: columns that line up whatever the width of the characters, and relations under them.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{
    page::{Article, Page, Quoted, Relation},
    say, total,
};
use crate::{
    ledger::Tally,
    report::{
        Checked, Report, Source,
        style::{FAINT, GUTTER, HELP, LABEL, STRONG},
    },
    rules::Language,
};

/// Writes the ledger of each document, article by article, and the counts.
#[derive(Debug)]
pub struct Table {
    language: Language,
    /// Whether to leave out the counts.
    quiet: bool,
    documents: usize,
    unread: usize,
    tally: Tally,
}

impl Table {
    /// Writes in one language; `quiet` leaves out the counts.
    pub fn new(language: Language, quiet: bool) -> Self {
        Self { language, quiet, documents: 0, unread: 0, tally: Tally::default() }
    }

    fn article(&self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        let headline = article.headline.as_deref();
        let headline = headline.unwrap_or_else(|| say(self.language, "（无标题）", "(no headline)"));
        let [first, last] = article.lines;
        writeln!(out, "{STRONG}{headline}{STRONG:#} {FAINT}{first}–{last}{FAINT:#}")?;
        entries(out, article)?;
        for relation in &article.relations {
            self.relation(out, relation)?;
        }
        if article.entries.is_empty() && article.relations.is_empty() {
            let nothing = say(self.language, "没有数字和日期", "no figures and no dates");
            writeln!(out, "  {FAINT}{nothing}{FAINT:#}")?;
        }
        writeln!(out)
    }

    fn relation(&self, out: &mut dyn Write, relation: &Relation) -> io::Result<()> {
        let style = relation.style();
        let Relation { at, mark, kind, statement, .. } = relation;
        let colon = say(self.language, "：", ": ");
        writeln!(
            out,
            "  {style}{mark}{style:#} {GUTTER}{at}{GUTTER:#} {LABEL}{kind}{LABEL:#}{colon}{statement}"
        )?;
        let semicolon = say(self.language, "；", "; ");
        let parts = relation.parts.iter().map(|(role, all)| format!("{role} {}", self.listed(all)));
        let parts = parts.collect::<Vec<_>>().join(semicolon);
        if !parts.is_empty() {
            writeln!(out, "      {FAINT}{parts}{FAINT:#}")?;
        }
        if !relation.corrections.is_empty() {
            let perhaps = say(self.language, "或应为", "perhaps");
            writeln!(out, "      {HELP}{perhaps}{HELP:#} {}", self.listed(&relation.corrections))?;
        }
        Ok(())
    }

    fn listed(&self, all: &[Quoted]) -> String {
        let comma = say(self.language, "、", ", ");
        all.iter().map(|one| format!("{} “{}”", one.at, one.text)).collect::<Vec<_>>().join(comma)
    }
}

/// Figures and dates, a line each: where, as it reads, its reading, its role, of what, whose and when.
fn entries(out: &mut dyn Write, article: &Article) -> io::Result<()> {
    let rows: Vec<[String; 6]> = (article.entries.iter())
        .map(|entry| {
            let (text, reading) = (entry.text.clone(), entry.reading.clone());
            let scope = Some(&entry.scope).filter(|scope| !scope.is_empty());
            let scope = scope.map_or_else(String::new, |scope| format!("〔{scope}〕"));
            [entry.at.to_string(), text, reading, entry.role.clone(), entry.of.clone(), scope]
        })
        .collect();
    let mut widths = [0; 6];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    for row in &rows {
        let [at, text, reading, role, of, scope] = row;
        let space = |column: usize| " ".repeat(widths[column] - row[column].width() + 2);
        let line = format!(
            "  {}{GUTTER}{at}{GUTTER:#}  {text}{}{reading}{}{LABEL}{role}{LABEL:#}{}{of}{}{scope}",
            &space(0)[2..],
            space(1),
            space(2),
            space(3),
            space(4)
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

impl Report for Table {
    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let page = Page::new(checked, self.language);
        self.documents += 1;
        self.tally += page.tally;
        writeln!(out, "{STRONG}{}{STRONG:#}\n", page.name)?;
        page.articles.iter().try_for_each(|article| self.article(out, article))
    }

    fn failure(&mut self, _: &mut dyn Write, _: &Source, _: &str) -> io::Result<()> {
        self.unread += 1;
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        let words = total(self.documents, self.unread, &self.tally);
        match self.language {
            Language::Chinese => {
                writeln!(out, "{STRONG}{}{STRONG:#} {FAINT}· {}{FAINT:#}", words.zh, words.en)
            }
            Language::English => writeln!(out, "{STRONG}{}{STRONG:#}", words.en),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::Analysis,
        report::samples::{TEXT, ledger, printed},
    };

    #[test]
    fn every_figure_and_relation_is_listed_and_counted() {
        insta::assert_snapshot!(printed(&mut Table::new(Language::Chinese, false), TEXT, &ledger()), @r"
        a.txt

        标题 1–2
          2:31  超200份  200份以上  单位量  资料
          ✗ 2:21 合计：12 + 20 = 32，与“共计30人”不符
              分项 2:11 “12名”、2:17 “20名”
              或应为 2:23 “32人”
          ✓ 2:21 合计：12 + 20 = 32，与“共计30人”相符
              分项 2:11 “12名”、2:17 “20名”
          – 2:21 计数：“共计30人”未核：列举可能不全
              列举项 2:3 “支塘镇”

        简报 1 份：数字 1 处，日期 0 处，关系 3 条：相符 1 条，不符 1 条，未核 1 条 · 1 bulletin: 1 figure, 0 dates, 3 relations: 1 hold, 1 fail, 1 not checked
        ");
    }

    #[test]
    fn english_is_said_to_those_who_ask_for_it_and_quiet_leaves_out_the_counts() {
        insta::assert_snapshot!(printed(&mut Table::new(Language::English, true), TEXT, &ledger()), @r"
        a.txt

        标题 1–2
          2:31  超200份  more than 200 份  per unit  资料
          ✗ 2:21 sum: 12 + 20 = 32, does not agree with “共计30人”
              the part 2:11 “12名”, 2:17 “20名”
              perhaps 2:23 “32人”
          ✓ 2:21 sum: 12 + 20 = 32, agrees with “共计30人”
              the part 2:11 “12名”, 2:17 “20名”
          – 2:21 count: “共计30人” not checked: the list may not be complete
              the item 2:3 “支塘镇”
        ");
    }

    #[test]
    fn columns_line_up_under_wide_and_narrow_characters() {
        let text = "青禾镇修渠引水\n　　2024年5月20日，青禾镇投入40余万元，修渠12.5公里，9户受益。\n";
        let printed = printed(&mut Table::new(Language::Chinese, true), text, &Analysis::of(text));
        insta::assert_snapshot!(printed, @r"
        a.txt

        青禾镇修渠引水 1–2
           2:3  2024年5月20日  2024-05-20 星期一  日期
          2:19  40余万元       40万至50万元       数量  青禾镇投入  〔青禾镇 · 2024年5月20日〕
          2:27  12.5公里       12.5公里           数量  修渠        〔青禾镇 · 2024年5月20日〕
          2:34  9户            9户                数量  受益        〔2024年5月20日〕
        ");
    }

    #[test]
    fn an_article_without_figures_is_listed_too() {
        let text = "青禾镇修渠引水\n　　青禾镇开展清渠行动，受到村民欢迎。\n";
        let printed = printed(&mut Table::new(Language::Chinese, true), text, &Analysis::of(text));
        insta::assert_snapshot!(printed, @r"
        a.txt

        青禾镇修渠引水 1–2
          没有数字和日期
        ");
    }
}
