//! A sentence cut by a stray line break.

use crate::{
    outline::BrokenJoin,
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Severity, Words, rule},
    text::chars::cannot_begin,
};

rule! {
    /// 段落被多余的换行拦腰截断。
    ///
    /// A stray line break cuts a sentence in two.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 上一行没有句末标点，下一行接着同一句话。一篇之中处处如此的（按版面硬换行的文本），只提示一次。
    /// A line without a stop at its end, and the rest of the sentence on the next. A text that is hard-wrapped
    /// throughout is named once.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第5.1条规定标点不得因换行而与文字脱离；句中另起一段，读者会误作两段，排版后无法自动还原。
    /// 多因从版面文件逐栏复制而来。
    /// GB/T 15834-2011, 5.1, keeps sentence and marks together across lines; a break inside a sentence is set as a new
    /// paragraph and cannot be undone by the typesetter. It usually comes from copying a page column by column.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道。镇里还为全镇36处蓄
    ///
    /// 水池加固了堤坝，方便村民灌溉。眼下，春灌工作正有序推进。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道。镇里还为全镇36处蓄水池加固了堤坝，方便村民灌溉。
    ///
    /// 眼下，春灌工作正有序推进。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去换行，把两行接成一段；可自动修复。
    /// Delete the break; the fix does that.
    BrokenParagraph = "structure/broken-paragraph" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// From so many joins on an article is broken throughout.
const MANY: usize = 7;
/// From so many joins behind a scrap of a line on, too.
const MANY_SCRAPS: usize = 3;
/// A line of fewer characters between two breaks is a scrap.
const SCRAP: usize = 14;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let joins = &view.article.broken_joins;
    if is_broken_throughout(view) {
        let count = joins.len();
        let found = findings.report(
            joins[0].span,
            Words::new(
                format!("本篇有{count}处换行落在句子中间，应是版面换行或导出所致"),
                format!("{count} line breaks fall inside sentences; the text looks hard-wrapped or exported"),
            ),
        );
        found.severity = Severity::Info;
        found.fixes.push(joining(view.text, joins));
        return;
    }
    for join in joins.iter().filter(|join| !loses_words(view.text, join)) {
        let (before, after) =
            (words_before(view.text, join.gap.start), words_behind(view.text, join.gap.end));
        findings
            .report(
                join.span,
                Words::new(
                    format!("“…{before}”与“{after}…”本是一句，被换行断开"),
                    format!("“…{before}” and “{after}…” are one sentence, cut by a line break"),
                ),
            )
            .fixes
            .push(joining(view.text, std::slice::from_ref(join)));
    }
}

/// Whether a sentence ends before the break and the line behind it begins with a comma or stop: no join would make that
/// whole, and punctuation/line-start-mark says so.
fn loses_words(text: &str, join: &BrokenJoin) -> bool {
    text[..join.gap.start].ends_with(['。', '！', '？'])
        && text[join.gap.end..].starts_with(['。', '，', '、', '；', '：', '？', '！'])
}

/// Whether the lines of an article end where the page did, not where its sentences do.
pub(super) fn is_broken_throughout(view: &ArticleView<'_>) -> bool {
    let joins = &view.article.broken_joins;
    joins.len() >= MANY || joins.iter().filter(|join| begins_scrap(view, join)).count() >= MANY_SCRAPS
}

/// Whether the line behind the break is a scrap: too short, or begun by a mark that cannot begin a line.
fn begins_scrap(view: &ArticleView<'_>, join: &BrokenJoin) -> bool {
    let line = view.text[join.gap.end..].lines().next().unwrap_or_default().trim();
    line.starts_with(cannot_begin) || line.chars().count() < SCRAP
}

fn joining(text: &str, joins: &[BrokenJoin]) -> Fix {
    let edit = |join: &BrokenJoin| {
        let before = text[..join.gap.start].chars().next_back();
        let after = text[join.gap.end..].chars().next();
        // Two words of a Latin script stay apart.
        let apart = [before, after].iter().all(|c| c.is_some_and(|c| c.is_ascii_alphabetic()));
        Edit { span: join.gap, text: if apart { " ".to_owned() } else { String::new() } }
    };
    Fix {
        title: Words::new("删去换行，接成一段", "Join the lines"),
        applicability: Applicability::Safe,
        edits: joins.iter().map(edit).collect(),
    }
}

/// Up to six characters in front of `at`.
fn words_before(text: &str, at: usize) -> &str {
    let start = text[..at].char_indices().rev().take(6).take_while(|(_, c)| !c.is_whitespace()).last();
    &text[start.map_or(at, |(start, _)| start)..at]
}

/// Up to six characters from `at` on.
fn words_behind(text: &str, at: usize) -> &str {
    let length: usize =
        text[at..].chars().take(6).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
    &text[at..at + length]
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found};

    const RULE: &str = "structure/broken-paragraph";
    const TEXT: &str = "青禾镇修渠引水\n\n入春以来，青禾镇组织干部群众清理沟渠，疏通水道。镇里还为全镇36处蓄\n\n水池加固了堤坝，方便村民灌溉。眼下，春灌工作正有序推进。\n";

    #[test]
    fn the_words_on_both_sides_are_quoted_and_the_fix_joins_them() {
        let found = found(RULE, TEXT);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message.zh, "“…全镇36处蓄”与“水池加固了堤…”本是一句，被换行断开");
        assert!(fixed(RULE, TEXT).contains("36处蓄水池加固"));
    }

    #[test]
    fn a_text_broken_throughout_is_named_once() {
        let cut = "镇里还为全镇36处蓄\n\n水池加固了堤坝，方便村民灌溉。";
        let text = format!("青禾镇修渠引水\n\n入春以来，青禾镇组织干部群众清理沟渠。{}\n", cut.repeat(7));
        let found = found(RULE, &text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].severity, crate::rules::Severity::Info);
    }
}
