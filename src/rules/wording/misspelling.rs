//! Forms that are no words: 按装.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    lexicon::word_pair::PairKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 常见别字。
    ///
    /// A common misspelling.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 写成了并不存在的词：按装（安装）、再接再励（再接再厉）、追朔（追溯），以及形近、同音的字相混：竟聘（竞聘）、拔付（拨付）。字面相同但分属两个词的（“按装机容量”“解决择校问题”）、
    /// 人名、地名、机构名和书名号里的，不查；署名中只查“通讯员”“编辑”一类的词。
    /// A form that is no word at all, characters that look or sound alike among them. The same characters where they belong to two words, in names and in titles, are left
    /// alone; of bylines only words such as 通讯员 are read.
    ///
    /// ## 为什么 · Why
    ///
    /// 依据《咬文嚼字》评出的100个常见别字、《图书编校质量差错认定细则》（2005年修订）和《报纸编校质量评比差错认定细则》
    /// （1997年）所列的错例。
    /// The list of a hundred common misspellings of the journal 《咬文嚼字》, and the lists in the rules by which errors in books
    /// and newspapers are counted.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 镇里为小街按装了路灯。今后，电工们将再接再励，把灯装到每条巷子。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 镇里为小街安装了路灯，按装机容量收费。电工们再接再厉，帮居民解决择灯难题。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为正确的写法；快速修复给出。词形确属专名的，加书名号或引号，或忽略本条。
    /// Write it right; the quick fix does. Ignore the rule where the form is a proper name.
    Misspelling = "wording/misspelling" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Listed(PairKind::Misspelling), findings, |written, slip| {
        let right = &slip.right;
        Words::new(format!("“{written}”应为“{right}”"), format!("“{written}” should be “{right}”"))
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/misspelling";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn forms_that_are_no_words_are_found() {
        for (sentence, form) in [
            ("电工们正在按装路灯。", "按装"),
            ("大家表示将再接再励。", "再接再励"),
            ("这一传统可追朔到清代。", "追朔"),
            ("请给于支持。", "给于支持"),
            ("街道布署了任务。", "布署"),
            ("到处是一派兴兴向荣的景象。", "兴兴向荣"),
            ("己经完工。", "己经"),
            ("三名电工竟聘上岗。", "竟聘"),
            ("镇里拔付了电费。", "拔付"),
            ("这盏灯的寿命取决于干躁的天气。", "干躁"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("电工们正在按装路灯。")).contains("正在安装路灯"));
    }

    #[test]
    fn of_a_byline_only_the_role_is_read() {
        let article = |byline: &str| {
            format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与，小街装上了路灯。\n\n{byline}\n")
        };
        assert_eq!(hits(RULE, &article("（通迅员：范小禾）")), ["通迅员"]);
        assert_eq!(hits(RULE, &article("（责任编缉：范小禾）")), ["编缉"]);
        assert_eq!(hits(RULE, &article("（通讯员：兰天）")), Vec::<String>::new());
    }

    #[test]
    fn the_same_characters_in_two_words_are_left_alone() {
        for sentence in [
            "按装机容量收费。",
            "街道解决择校难题。",
            "他又了望了望窗外。",
            "会议公布署名文章。",
            "未必竟然如此。",
            "把应急燥热天气的水送到。",
            "走上正规化道路。",
            "读到《追朔》一书。",
            "天赋于人各不同。",
            "渠道欠缺。",
            "仅管理费就要三千元。",
            "政治定力要强，加强治理。",
            "他知己知彼，出口决定一切。",
            "稳订单、促消费。",
            "问题升级，难题高发。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
