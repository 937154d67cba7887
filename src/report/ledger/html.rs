//! The ledger as one page of HTML that needs nothing else: to be read, printed and signed.

use std::io::{self, Write};

use askama::Template;

use super::{Page, say, total};
use crate::{
    ledger::Tally,
    report::{Checked, Report, Source},
    rules::Language,
};

/// Writes the ledgers of all documents as one page. It is written at the end, because its contents come first.
#[derive(Debug, Template)]
#[template(path = "ledger.html")]
pub struct Html {
    language: Language,
    pages: Vec<Page>,
    /// What could not be read, and why.
    failures: Vec<(String, String)>,
    tally: Tally,
}

impl Html {
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");

    /// Writes in one language.
    pub fn new(language: Language) -> Self {
        Self { language, pages: Vec::new(), failures: Vec::new(), tally: Tally::default() }
    }

    /// The language of the page; that of the drafts is Chinese always.
    const fn code(&self) -> &'static str {
        say(self.language, "zh-Hans", "en")
    }

    const fn say<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        say(self.language, zh, en)
    }

    fn total(&self) -> String {
        total(self.pages.len(), self.failures.len(), &self.tally).get(self.language).to_owned()
    }

    fn counts(&self, tally: &Tally) -> String {
        tally.words().get(self.language).to_owned()
    }
}

impl Report for Html {
    fn document(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let page = Page::new(checked, self.language);
        self.tally += page.tally;
        self.pages.push(page);
        Ok(())
    }

    fn failure(&mut self, _: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        self.failures.push((source.to_string(), error.to_owned()));
        Ok(())
    }

    fn finish(&mut self, mut out: &mut dyn Write) -> io::Result<()> {
        self.write_into(&mut out)?;
        writeln!(out)
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
    fn a_page_holds_every_figure_and_relation_with_signs_and_words() {
        insta::assert_snapshot!(body(&printed(&mut Html::new(Language::Chinese), TEXT, &ledger())), @r##"
        <body>
        <a class="skip" href="#ledger">跳到核对单</a>
        <header>
        <h1>数字核对单</h1>
        <p>简报 1 份：数字 1 处，日期 0 处，关系 3 条：相符 1 条，不符 1 条，未核 1 条</p>
        </header>
        <nav aria-label="目录">
        <ol>
        <li><a href="#d1" lang="zh-Hans">a.txt</a> 数字 1 处，日期 0 处，关系 3 条：相符 1 条，不符 1 条，未核 1 条</li>
        </ol>
        </nav>
        <main id="ledger" tabindex="-1">
        <section aria-labelledby="d1">
        <h2 id="d1" lang="zh-Hans">a.txt</h2>
        <section aria-labelledby="d1-a1">
        <h3 id="d1-a1"><span lang="zh-Hans">标题</span> <span class="lines">行 1–2</span></h3>
        <table>
        <caption>数字和日期</caption>
        <thead>
        <tr><th scope="col">行:列</th><th scope="col">原文</th><th scope="col">读作</th><th scope="col">作用</th><th scope="col">所指</th><th scope="col">主体与时间</th></tr>
        </thead>
        <tbody>
        <tr><td class="place">2:31</td><th scope="row" lang="zh-Hans">超200份</th><td>200份以上</td><td>单位量</td><td lang="zh-Hans">资料</td><td lang="zh-Hans"></td></tr>
        </tbody>
        </table>
        <table>
        <caption>核对过的关系</caption>
        <thead>
        <tr><th scope="col">结果</th><th scope="col">行:列</th><th scope="col">关系</th><th scope="col">算式与原文</th></tr>
        </thead>
        <tbody>
        <tr class="fails"><td class="verdict"><span aria-hidden="true">✗</span> 不符</td><td class="place">2:21</td><th scope="row">合计</th><td>12 + 20 = 32，与“共计30人”不符
        <div class="parts">分项：<span lang="zh-Hans">“12名”</span> <span class="place">2:11</span>、<span lang="zh-Hans">“20名”</span> <span class="place">2:17</span></div>
        <div class="parts">或应为：<span lang="zh-Hans">“32人”</span> <span class="place">2:23</span></div></td></tr>
        <tr class="holds"><td class="verdict"><span aria-hidden="true">✓</span> 相符</td><td class="place">2:21</td><th scope="row">合计</th><td>12 + 20 = 32，与“共计30人”相符
        <div class="parts">分项：<span lang="zh-Hans">“12名”</span> <span class="place">2:11</span>、<span lang="zh-Hans">“20名”</span> <span class="place">2:17</span></div></td></tr>
        <tr class="unchecked"><td class="verdict"><span aria-hidden="true">–</span> 未核</td><td class="place">2:21</td><th scope="row">计数</th><td>“共计30人”未核：列举可能不全
        <div class="parts">列举项：<span lang="zh-Hans">“支塘镇”</span> <span class="place">2:3</span></div></td></tr>
        </tbody>
        </table>
        </section>
        <p>小计：数字 1 处，日期 0 处，关系 3 条：相符 1 条，不符 1 条，未核 1 条</p>
        </section>
        </main>
        <footer>
        <p>总计：简报 1 份：数字 1 处，日期 0 处，关系 3 条：相符 1 条，不符 1 条，未核 1 条</p>
        <p class="signature">核对人：<span></span> 日期：<span></span></p>
        </footer>
        </body>
        </html>
        "##);
    }

    #[test]
    fn words_of_the_draft_are_text_and_never_markup() {
        let text = "青禾镇<script>alert(1)</script>&修渠\n　　青禾镇修渠12条。\n";
        let page = printed(&mut Html::new(Language::English), text, &Analysis::of(text));
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("&#60;script&#62;") && page.contains("&#38;修渠"), "{page}");
    }

    #[test]
    fn the_page_is_in_one_language_and_the_draft_in_chinese() {
        let page = printed(&mut Html::new(Language::English), TEXT, &ledger());
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"), "{page}");
        assert!(page.contains("<th scope=\"row\" lang=\"zh-Hans\">超200份</th>"), "{page}");
        assert!(!page.contains("核对"), "{page}");
    }

    #[test]
    fn nothing_is_fetched_from_elsewhere() {
        let page = printed(&mut Html::new(Language::Chinese), TEXT, &ledger());
        for foreign in ["http:", "https:", "//", "src=", "@import", "url("] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }

    #[test]
    fn what_could_not_be_read_is_named() {
        let (mut report, mut out) = (Html::new(Language::Chinese), Vec::new());
        report.failure(&mut out, &Source::Path("a<b.txt".to_owned()), "没有读取权限").unwrap();
        report.finish(&mut out).unwrap();
        let page = String::from_utf8(out).unwrap();
        assert!(page.contains("a&#60;b.txt</span>: 没有读取权限"), "{page}");
        assert!(page.contains("1 份无法读取"), "{page}");
    }

    /// From the heading on: what stands before is the style sheet.
    fn body(page: &str) -> &str {
        &page[page.find("<body>").expect("a body")..]
    }
}
