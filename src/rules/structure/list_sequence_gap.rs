//! Numbered items whose numbers skip one.

use crate::{
    outline::{Item, List, MarkKind},
    rules::{ArticleView, Findings, Related, Words, rule},
};

rule! {
    /// 序号跳号。
    ///
    /// The numbers of a list skip one.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一层次的序号不连续：“一是……二是……四是……”，小标题由“（二）”跳到“（四）”。从“一”重新起头的是另一组，
    /// 不报。
    /// Marks of one form in one place whose numbers do not follow one another, run in (一是, 二是, 四是) or before heads.
    /// A list that begins again at one is another list.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834—2011 附录 B.3 规定了序次语的用法，序号应当连续；跳号多半是漏了一条，或删改后没有重排。
    /// Where a number is missing an item has been lost, or the rest was not numbered anew (GB/T 15834-2011, B.3).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇备春耕
    ///
    /// 镇里拿出举措：一是落实农资储备；二是组织专家包片；四是开通服务电话。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇备春耕
    ///
    /// 镇里拿出举措：一是落实农资储备；二是组织专家包片；三是开通服务电话。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对是否漏项；没有漏的，按顺序重排。
    /// Look for the missing item; if there is none, number the list anew.
    ListSequenceGap = "structure/list-sequence-gap" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for list in &view.article.lists {
        // A list that does not begin at one is cut from another text, or its marks are something else.
        if list.items[0].number != 1 {
            continue;
        }
        for pair in list.items.windows(2) {
            let [before, item] = pair else { continue };
            if item.number > before.number + 1 && is_of_one_list(list, before, item) {
                report(view, before, item, findings);
            }
        }
    }
}

/// Items of running text belong together within one paragraph alone; marks at the start of a line within an article.
fn is_of_one_list(list: &List, before: &Item, item: &Item) -> bool {
    !matches!(list.kind, MarkKind::Shi | MarkKind::Di)
        || before.block == item.block
        || item.number <= before.number + 2 && item.block - before.block <= 1
}

fn report(view: &ArticleView<'_>, before: &Item, item: &Item, findings: &mut Findings<'_>) {
    let (first, second) = (before.span.of(view.text), item.span.of(view.text));
    let finding = findings.report(
        item.span,
        Words::new(
            format!("序号由“{first}”跳到“{second}”，疑有漏项"),
            format!("the numbers skip from “{first}” to “{second}”: an item may be missing"),
        ),
    );
    finding.related.push(Related { span: before.span, words: Words::new("前一项", "the item before") });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "structure/list-sequence-gap";

    fn body(text: &str) -> String {
        format!("青禾镇备春耕\n\n　　{text}\n")
    }

    #[test]
    fn run_in_items_that_skip_a_number_are_found() {
        let text = body("镇里拿出举措：一是落实农资储备；二是组织专家包片；四是开通服务电话。");
        assert_eq!(hits(RULE, &text), ["四是"]);
    }

    #[test]
    fn heads_that_skip_a_number_are_found() {
        let paragraph = "　　全镇干部群众抢抓农时，整地施肥，各项工作进展顺利，成效明显。";
        let heads = ["一、摸清底数", "二、落实责任", "四、强化保障"];
        let text = format!(
            "青禾镇备春耕\n\n{paragraph}\n\n{}\n",
            heads.map(|head| format!("　　{head}\n\n{paragraph}")).join("\n\n")
        );
        assert_eq!(hits(RULE, &text), ["四、"]);
    }

    #[test]
    fn lists_that_run_on_or_begin_anew_are_right() {
        for text in [
            "镇里拿出举措：一是落实农资储备；二是组织专家包片；三是开通服务电话。",
            "上午：一是清理沟渠；二是疏通水道。下午：一是平整道路；二是栽种树木。",
            "这一是时间紧，二是任务重。",
            "二是组织专家包片；四是开通服务电话。",
        ] {
            assert!(hits(RULE, &body(text)).is_empty(), "{text}");
        }
    }
}
