//! Turns that say the same twice: 凯旋归来.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    lexicon::word_pair::PairKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 语义重复。
    ///
    /// A turn that says the same twice.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 截至目前为止（截至目前）、凯旋归来（凯旋）、悬殊很大（悬殊）、亲自莅临（莅临）、公诸于众（公之于众）等。已经通行的
    /// （涉及到、成为了、必须要、来自于）只作提示。“大约……左右”由 figures/ 一组检查。
    /// Fixed turns in which one word holds the other already. What usage has come to bear is only a hint.
    ///
    /// ## 为什么 · Why
    ///
    /// 《图书编校质量差错认定细则》第21条、《报纸编校质量评比差错认定细则》第35条：语义重复、成分赘余属语法差错。
    /// The rules by which errors in books (21) and newspapers (35) are counted name redundancy among errors of grammar.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 截至目前为止，小街装了八盏路灯。从城里凯旋归来的小街队也看见了。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 截至目前，小街装了八盏路灯。到昨晚为止，从城里凯旋的小街队也看见了。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去重复的部分；快速修复给出。
    /// Leave out what is said twice; the quick fix does.
    Redundancy = "wording/redundancy" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Listed(PairKind::Redundancy), findings, |written, slip| {
        let right = &slip.right;
        Words::new(
            format!("“{written}”语义重复，可作“{right}”"),
            format!("“{written}” says the same twice; “{right}” will do"),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/redundancy";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn what_is_said_twice_is_found() {
        for (sentence, form) in [
            ("截至目前为止，灯亮了八盏。", "截至目前为止"),
            ("截止目前为止，灯亮了八盏。", "截止目前为止"),
            ("小街队凯旋归来。", "凯旋归来"),
            ("改造涉及到八条小街。", "涉及到"),
            ("两条街亮度悬殊很大。", "悬殊很大"),
            ("名单已公诸于众。", "公诸于众"),
            ("灯装得少的原因是因为缺钱。", "原因是因为"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("截至目前为止，灯亮了八盏。")).contains("截至目前，灯亮"));
    }

    #[test]
    fn what_only_looks_so_is_left_alone() {
        for sentence in [
            "截至目前，灯亮了八盏。",
            "到昨天为止，灯亮了八盏。",
            "小街队凯旋。",
            "查获国际间谍案。",
            "此事涉及到期的合同。",
            "夫妻俩个个能干。",
            "两人亲眼看见。",
            "成为了解小街的窗口。",
            "我们俩个头差不多。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
