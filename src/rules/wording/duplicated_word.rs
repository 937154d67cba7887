//! Words that stand twice in a row: 的的, 我们我们.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 字词重复。
    ///
    /// A word stands twice in a row.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 连着出现两次的虚词、代词、名词和词组：的的、我们我们、路灯路灯；以及名词夹着不及物动词又出现一次的（人员出入人员）。
    /// 重叠是汉语的构词手段：天天、看看、研究研究、非常非常、一步一步不查；目的的、打的的、受不了了、就就业不查；引号里的口号不查。
    /// Function words, pronouns, nouns and phrases that stand twice in a row, and a noun that comes again behind an intransitive
    /// verb. Chinese doubles words on purpose: those, and what only looks doubled where two words meet, are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 《图书质量管理规定》所附《图书编校质量差错率计算方法》、《报纸编校差错率计算方法》：多字、重复按文字差错计。
    /// The methods by which errors in books and newspapers are counted take a doubled word for an error in the text.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 镇里为小街装上了新的的路灯，我们我们再也不用摸黑回家。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 这次装灯的目的的确明确。镇里研究研究，天天催办，一步一步推进，大家对就就业问题提出的意见也很满意。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去多出的一个；快速修复给出。
    /// Leave one of them out; the quick fix does.
    DuplicatedWord = "wording/duplicated-word" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Doubled, findings, |written, slip| {
        let right = &slip.right;
        Words::new(
            format!("“{written}”重复，应为“{right}”"),
            format!("“{written}” is doubled and should be “{right}”"),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/duplicated-word";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn a_word_left_over_is_found() {
        for (sentence, form) in [
            ("镇里装上了新的的路灯。", "的的"),
            ("我们我们再也不用摸黑。", "我们我们"),
            ("镇里进行进行了检修。", "进行进行"),
            ("路灯路灯亮了。", "路灯路灯"),
            ("对小区人员出入人员进行登记。", "人员出入人员"),
            ("他在在街口等候。", "在在"),
            ("灯装好了了。", "了了"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("镇里装上了新的的路灯。")).contains("新的路灯"));
    }

    #[test]
    fn doubling_on_purpose_is_left_alone() {
        for sentence in [
            "目的的确明确。",
            "他打的的钱不多。",
            "这天气受不了了。",
            "大家研究研究再说。",
            "镇里天天催办。",
            "他一步一步走来。",
            "就就业问题展开讨论。",
            "人人动手。",
            "等等再说。",
            "为了了解情况，他来了。",
            "这件事的的确确办成了。",
            "他喊着“加油加油”。",
            "企业服务企业。",
            "一个个一排排。",
            "现在在装灯。",
            "实事求是是作风。",
            "干部带动干部。",
            "你总是如何如何不听话。",
            "上汽大众大众品牌的车。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
