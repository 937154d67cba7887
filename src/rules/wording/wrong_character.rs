//! A word confused with another that sounds like it: 招聘启示.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    lexicon::word_pair::PairKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 同音、形近的词用错。
    ///
    /// A word confused with another that sounds or looks like it.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 两个都是词，但在这个搭配里只能是另一个：招聘启示（启事）、如实反应（反映）、监管不利（不力）、好象（好像）、
    /// 权利机关（权力机关）、蒙族（蒙古族）；单用的“，期间，”（其间）；句首或分句开头的“截止目前”“截止3月5日，……”（截至）。“报名4月30日截止”“截止到4月30日。”说的是
    /// 期限，不查。
    /// Both are words, but in this company only the other can be meant; and 截止 for 截至 at the head of a clause that counts up
    /// to a day. A deadline is left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 依据《报纸编校质量评比差错认定细则》第25条和《图书编校质量差错认定细则》第12条所列的易混词，只取固定的搭配。
    /// The pairs that the rules for errors in newspapers (25) and in books (12) list, in fixed company alone.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 截止目前，小街装了八盏路灯。镇里贴出招聘启示，招一名电工；居民反应的问题逐条登记。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 报名4月30日截止。截至目前，已有三人应聘。居民反应迅速，向镇里如实反映情况。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为搭配中应有的词；快速修复给出。
    /// Write the word that belongs there; the quick fix does.
    WrongCharacter = "wording/wrong-character" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Listed(PairKind::Confused), findings, |written, slip| {
        let right = &slip.right;
        Words::new(format!("“{written}”应为“{right}”"), format!("“{written}” should be “{right}”"))
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/wrong-character";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn a_word_confused_in_fixed_company_is_found() {
        for (sentence, form) in [
            ("截止目前，八盏灯亮了。", "截止"),
            ("截止5月6日，共装灯八盏。", "截止"),
            ("截止到今天上午，灯全亮了。", "截止到"),
            ("镇里贴出招聘启示。", "招聘启示"),
            ("村里监管不利，受到批评。", "监管不利"),
            ("灯光好象星星。", "好象"),
            ("村民反应的问题都办好了。", "村民反应的"),
            ("农工党医工届别的党员到场。", "届别的"),
            ("灯下坐着几位蒙族青年。", "蒙族"),
            ("灯亮了八小时，期间，没有停电。", "期间"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("截止目前，八盏灯亮了。")).contains("截至目前，八盏"));
    }

    #[test]
    fn deadlines_and_the_word_in_its_own_sense_are_left_alone() {
        for sentence in [
            "报名截止5月6日。",
            "征文自即日起，截止5月6日，欢迎投稿。",
            "活动截止到5月6日。",
            "网上登记时间到，截止到5月6日，逾期不候。",
            "读了《招聘启示录》一书。",
            "村民反应迅速。",
            "天气对施工不利。",
            "落实不利于增收的事要慎重。",
            "好象征着什么。",
            "所做为了群众。",
            "群众反应强烈。",
            "灯亮了八小时，其间，没有停电。",
            "施工期间，街口不断电。",
            "灯下坐着几位朝鲜族青年。",
            "他买了一本招聘启示录。",
            "按届别统计人数。",
            "化学反应很快。",
            "生活必须要有规律。",
            "我们要做为后人铺路的事。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
