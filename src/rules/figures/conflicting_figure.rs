//! A figure of one thing that another place of its article contradicts.

use crate::{
    annotate::relations::{Operand, RelationKind},
    outline::{Article, BlockKind},
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 同一件事的数字前后不一致。
    ///
    /// A figure of one thing that another place contradicts: head and body, section head, caption, the text itself.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 引题、主题、副题里的数字，与正文里说同一件事的数字不一致：死伤、失踪、获救、中毒、抓获等人数和奖牌数，不论写成
    /// “致3死4伤”还是“6名乘客不幸遇难”；以及名词相同或前后词语相同、单位可比的其他数字。正文任何一处、同句分项之和，
    /// 或四舍五入和“近、约、余、超”容得下的差别能与标题相合的，不报；背景、往年、分地区的数字不作依据。
    /// A figure in kicker, headline or deck against those of the body that tell of the same: the dead, hurt, missing,
    /// rescued, poisoned, arrested, and medals, in whichever words; and any quantity with the same noun or the same
    /// words around it, in comparable units. A head that any statement or any sum of parts bears out, within rounding
    /// and words of estimate, is passed over; background, former years and parts by place contradict nothing.
    ///
    /// 小标题（独占一行的，或段首的）与它下面的文字、图注（图为……）与正文，同样核对。正文里前后两处，只有都写明同一主体、同一时间、
    /// 数字前的词语相同，而且说的是只有一个值的量（如耕地面积、覆盖率）或都说是总数（共、累计）的，才报，且只是警告。
    /// Section heads, on their own line or run in, are held against their section, captions against the text. Two places
    /// of the running text are reported only where both name the same actor and the same time and have the same words in
    /// front of the number, and tell of what has one value, or of a total that says so; and then as a warning.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// 标题与正文说的是同一件事，数字应当一致。
    /// Headline and body tell of the same thing and should give the same number.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇收集建议172件
    ///
    /// 青禾镇连日来走访群众，共收集建议127件。
    /// ```
    ///
    /// ```wrong
    /// 青禾县两车相撞致5死4伤
    ///
    /// 昨日，青禾县两辆货车相撞，造成3人当场死亡、4人受伤。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇摸清家底
    ///
    /// 普查显示，青禾镇耕地面积3.2万亩，林地也已登记在册。
    ///
    /// 下一步，青禾镇将分片管护。青禾镇耕地面积2.3万亩，片片有人管。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇收集建议120余件
    ///
    /// 青禾镇连日来走访群众，共收集建议127件。
    /// ```
    ///
    /// ```right
    /// 青禾县两车相撞致4死4伤
    ///
    /// 昨日，青禾县两辆货车相撞，1人当场死亡，3人送医途中不治身亡，另有两人重伤、两人轻伤。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对后统一；若本来说的是两件事，换一个说法以免误解。
    /// Check and make them agree; if they tell of two things, say so in other words.
    ConflictingFigure = "figures/conflicting-figure" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Repeat, findings, |relation| {
        let (zh, en) = where_it_stands(view.article, &relation.claim);
        let claim = &relation.claim.text;
        let other = relation.operands.first().map_or("", |operand| &operand.text);
        let formula = &relation.formula;
        let (zh_other, en_other) = if zh == LATER.0 { EARLIER } else { ("正文", "the body") };
        Words::new(
            format!("{zh}说“{claim}”，{zh_other}说“{other}”（{formula}）"),
            format!("{en} says “{claim}”, {en_other} “{other}” ({formula})"),
        )
    });
}

/// Two places of the running text.
const LATER: (&str, &str) = ("后文", "the text further down");
const EARLIER: (&str, &str) = ("前文", "the text above");

/// What part of the article makes a claim.
fn where_it_stands(article: &Article, claim: &Operand) -> (&'static str, &'static str) {
    let block = &article.blocks[claim.place.block];
    match block.kind {
        BlockKind::Kicker | BlockKind::Headline | BlockKind::Deck => ("标题", "the head"),
        _ if block.is_caption() => ("图注", "the caption"),
        BlockKind::Paragraph if block.run_in_head.is_none_or(|head| !head.contains(claim.place.at)) => LATER,
        _ => ("小标题", "the section head"),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, hits};

    fn bulletin(head: &str, body: &str) -> String {
        format!("青禾镇{head}\n\n　　青禾镇连日来走访群众，{body}。\n")
    }

    #[test]
    fn the_same_words_with_another_number_conflict() {
        let text = bulletin("收集建议172件", "共收集建议127件");
        let found = found("figures/conflicting-figure", &text);
        let [finding] = &found[..] else { panic!("{found:?}") };
        assert_eq!(finding.message.zh, "标题说“172件”，正文说“127件”（172 ≠ 127）");
        let titles: Vec<&str> = finding.fixes.iter().map(|fix| fix.title.zh.as_str()).collect();
        assert_eq!(titles, ["改为“127件”", "改为“172件”"]);
    }

    #[test]
    fn a_deck_and_a_kicker_are_held_against_the_body_as_well() {
        let text = "平安青禾\n青禾镇走村入户听民意\n——三个月收集建议172件\n\n　　连日来，青禾镇干部走村入户，共收集建议127件。\n";
        assert_eq!(hits("figures/conflicting-figure", text), ["172件"]);
    }

    #[test]
    fn a_section_head_is_held_against_its_section_and_a_caption_against_the_text() {
        for (text, expected) in [
            (
                "青禾镇听民意\n\n　　青禾镇干部连日来走村入户。\n\n收集建议172件\n\n　　干部进门入户，共收集建议127件。\n\n办结过半\n\n　　件件有回音，收集建议172件的是邻镇。\n",
                "小标题说“172件”，正文说“127件”（172 ≠ 127）",
            ),
            (
                "青禾镇听民意\n\n　　青禾镇干部连日来走村入户，共收集建议127件。\n\n　　图为青禾镇干部入户，收集建议172件\n",
                "图注说“172件”，正文说“127件”（172 ≠ 127）",
            ),
            (
                "青禾镇摸清家底\n\n　　普查显示，全镇森林覆盖率达43%，家底清了。\n\n　　山更绿了，全镇森林覆盖率达53%，鸟也来了。\n",
                "后文说“53%”，前文说“43%”（53 ≠ 43）",
            ),
        ] {
            let found = found("figures/conflicting-figure", text);
            let messages: Vec<&str> = found.iter().map(|finding| finding.message.zh.as_str()).collect();
            assert_eq!(messages, [expected], "{text}");
        }
    }

    #[test]
    fn rounding_and_estimates_agree() {
        for (head, body) in [
            ("收集建议近3000件", "共收集建议2986件"),
            ("惠及群众约16万人", "惠及群众15.98万人"),
            ("惠及群众42万人", "惠及群众41.86万人"),
            ("收集建议超100件", "共收集建议127件"),
            ("收集建议172件", "共收集建议127件，后又收集建议172件"),
            ("收集建议172件", "共收集线索127件"),
        ] {
            let text = bulletin(head, body);
            assert!(hits("figures/conflicting-figure", &text).is_empty(), "{text}");
        }
    }
}
