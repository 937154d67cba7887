//! Spellings that the table of variant words does not recommend: 倒楣.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    lexicon::word_pair::PairKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 异形词没有用推荐词形。
    ///
    /// A spelling that the table of variant words does not recommend.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 《第一批异形词整理表》中的非推荐词形：倒楣（倒霉）、思惟（思维）、帐户（账户）。现已是另一个词的（标识、定单）和多见于
    /// 人名、旧文的不查。这是提示，不是差错。
    /// The form the table does not recommend. Forms that are words of their own by now, or stand mostly in names and old texts,
    /// are left alone. A hint, no error.
    ///
    /// ## 为什么 · Why
    ///
    /// GF 1001-2001《第一批异形词整理表》（推荐性）：同音、同义而写法不同的词，推荐其中一个。
    /// GF 1001-2001, a recommendation: of several spellings of one word it names the one to use.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 从前一到雨天，走夜路的人准要倒楣。如今，镇里用公共帐户里的钱装上了路灯。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 从前一到雨天，走夜路的人准要倒霉。如今，各家标识分明，股份量化到户，路灯的账也清楚了。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为推荐词形；引用旧文的不必改。
    /// Use the recommended form; what is quoted from an old text may stay.
    VariantWord = "wording/variant-word" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Listed(PairKind::Variant), findings, |written, slip| {
        let right = &slip.right;
        Words::new(
            format!("“{written}”的推荐词形是“{right}”"),
            format!("the recommended form of “{written}” is “{right}”"),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/variant-word";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn forms_not_recommended_are_hinted_at() {
        for (sentence, form) in [
            ("走夜路的人准要倒楣。", "倒楣"),
            ("钱存进公共帐户。", "帐户"),
            ("作品丰富多采。", "丰富多采"),
            ("街景逐渐模胡。", "模胡"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("走夜路的人准要倒楣。")).contains("准要倒霉"));
    }

    #[test]
    fn words_of_their_own_are_left_alone() {
        for sentence in [
            "苏联接受了建议。",
            "法定货币有八种。",
            "门前有一家钓鱼网站。",
            "收入亿元来自旅游。",
            "晚上在帐篷里住。",
            "游人到帐篷里歇脚。",
            "街口有标识。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
