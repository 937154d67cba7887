//! 的 for 地 or 得: 高兴的说.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// “的”“地”“得”混用。
    ///
    /// One of the three particles that sound alike in the place of another.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 表示情态的词和动词之间的“的”（高兴的说、紧紧的握着），以及“变的更加、跑的非常”一类动词和补语之间的“的”。只查封闭的一批词，
    /// 并且后面只能是动词的；高兴的说法、最高兴的说、不变的更加珍贵不查。
    /// 的 between a word of manner and its verb, and between a verb and its complement. Only closed classes of words count, and
    /// only where no noun can follow.
    ///
    /// ## 为什么 · Why
    ///
    /// 《图书编校质量差错认定细则》《报纸编校质量评比差错认定细则》：“的、地、得”用错属文字差错。定语后用“的”，状语后用“地”，
    /// 补语前用“得”。
    /// The rules by which errors in books and newspapers are counted: 的 stands behind an attribute, 地 behind an adverbial, 得
    /// before a complement.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// “再也不用摸黑了。”王大妈高兴的说。灯亮以后，小街变的更加热闹。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// “再也不用摸黑了。”王大妈高兴地说。这是她最高兴的说法。灯亮以后，小街变得更加热闹。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“地”或“得”；快速修复给出。
    /// The quick fix writes the particle that is meant.
    DeParticle = "wording/de-particle" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Particle, findings, |written, slip| {
        let right = &slip.right;
        Words::new(format!("“{written}”应为“{right}”"), format!("“{written}” should be “{right}”"))
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/de-particle";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn the_wrong_particle_is_found_where_a_verb_must_follow() {
        for (sentence, form) in [
            ("“亮了！”王大妈高兴的说。", "高兴的说"),
            ("他激动的告诉记者，灯亮了。", "激动的告诉记者"),
            ("老人紧紧的握着电工的手。", "紧紧的握着"),
            ("小街变的更加热闹了。", "变的更加"),
            ("他乐呵呵的说：“亮了。”", "乐呵呵的说"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("“亮了！”王大妈高兴的说。")).contains("高兴地说"));
    }

    #[test]
    fn attributes_are_left_alone() {
        for sentence in [
            "王大妈高兴地说。",
            "这是一种高兴的说法。",
            "最让人高兴的说到底还是灯。",
            "令人激动的说说笑笑。",
            "永恒不变的更加珍贵。",
            "默默的奉献令人感动。",
            "王大妈是认真的，说到做到。",
            "认真的说明书。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
