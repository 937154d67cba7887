//! Measure words that do not go with their noun: 一辆货轮.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 量词与名词不搭配。
    ///
    /// A measure word that does not go with its noun.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 数词后的量词紧接着不能与它搭配的名词：一辆货轮（艘）、一架客车（辆）、一副照片（幅）、一幅春联（副）、一位小偷（名）、
    /// 一座企业（家）。只查绝不搭配的少数几组；一位歹徒的母亲、一座企业展厅说的是后面的名词，不查。
    /// A measure word behind a number and right before a noun that it never goes with. Only a few sure pairs count; where a
    /// noun farther behind may be what is counted, nothing is said.
    ///
    /// ## 为什么 · Why
    ///
    /// 《现代汉语八百词》附《名词、量词配合表》；“位”含敬意，不用于罪犯。《图书编校质量差错认定细则》：量词误用属语法差错。
    /// The table of nouns and their measure words in 《现代汉语八百词》; 位 is respectful. The rules for errors in books count a wrong
    /// measure word among errors of grammar.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 灯杆从外地运来，装了两辆货轮。灯亮以后，民警当街抓获一位小偷，墙上添了三副照片。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 灯杆从外地运来，装了两艘货轮。灯亮以后，民警当街抓获一名小偷，一位小偷的母亲登门致歉，墙上添了三幅照片和一座企业展厅的地图。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改用能搭配的量词；快速修复给出。
    /// Use the measure word that goes with the noun; the quick fix does.
    MeasureWord = "wording/measure-word" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        class: Grammar,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Measure, findings, |written, slip| {
        let right = &slip.right;
        Words::new(
            format!("量词“{written}”与后面的名词不搭配，应为“{right}”"),
            format!("“{written}” does not go with the noun behind it; it should be “{right}”"),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/measure-word";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn measure_words_that_never_go_with_the_noun_are_found() {
        for (sentence, word) in [
            ("灯杆装了两辆货轮。", "辆"),
            ("街口停着3架公交车。", "架"),
            ("墙上挂着一副油画。", "副"),
            ("门口贴着一幅春联。", "幅"),
            ("民警抓获一位小偷。", "位"),
            ("镇里有八座企业，都接上了电。", "座"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [word], "{sentence}");
        }
        assert!(fixed(RULE, &article("灯杆装了两辆货轮。")).contains("两艘货轮"));
    }

    #[test]
    fn what_goes_together_and_other_nouns_are_left_alone() {
        for sentence in [
            "街口停着三辆汽车和两艘游艇。",
            "一位歹徒的母亲来了。",
            "一座企业展厅开放。",
            "一座饭店大楼封顶。",
            "他是一位企业负责人。",
            "全镇有一副担子要挑。",
            "三头马面鱼。",
            "这位骗子专家作了讲座。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
