//! Motions under the other house's word: 政协委员的议案, 人大代表的提案.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// “议案”“提案”用错：代表提议案、建议，委员提提案。
    ///
    /// A motion goes by the word of the other house.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 紧接在“政协委员”之后的“议案”，和紧接在“人大代表”之后的“提案”（提出、提交、联名、的……）。
    /// “代表、委员”并提的，以及“议案、提案”并提的，不查。
    /// A motion named by the other house's word, close behind those who bring it in.
    /// Where deputies and members of the CPPCC stand together, or both words do, nothing is said.
    ///
    /// ## 为什么 · Why
    ///
    /// 《全国人民代表大会和地方各级人民代表大会代表法》规定代表提出议案和建议、批评、意见；
    /// 《中国人民政治协商会议章程》规定委员提出提案。
    /// Deputies bring in bills and suggestions under the Law on Deputies to the People's Congresses; members of the
    /// CPPCC bring in proposals under its Charter.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 去年，县政协委员提交的一份议案建议为小街装上路灯，今年春天灯全亮了，居民很高兴。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 去年，县政协委员提交的一份提案建议为小街装上路灯，人大代表、政协委员的议案提案都办好了。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 委员的改为“提案”；代表的改为“议案”，或“建议”，视其性质而定。
    /// Put the word of the house that the motion came from; the quick fix offers it.
    MotionWord = "names/motion-word" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static MOTION: LazyLock<Regex> = LazyLock::new(|| {
    let gap = "(?:[^，。；、：！？“”《》]{0,4}(?:提出|提交|递交|撰写|联名|的)[^，。；、：！？“”《》]{0,6}?)?";
    Regex::new(&format!("政协委员(?P<a>{gap})(?P<motion>议案)|人大代表(?P<b>{gap})(?P<proposal>提案)"))
        .expect("the pattern is sound")
});

/// Words between the two that bring in somebody else.
const OTHERS: &[&str] = &["代表", "委员", "人大", "政协", "和", "与", "及", "或"];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for found in MOTION.captures_iter(text) {
            let whole = found.get(0).map_or(0..0, |whole| whole.range());
            let gap = found.name("a").or_else(|| found.name("b")).map_or("", |gap| gap.as_str());
            let (word, right) = match (found.name("motion"), found.name("proposal")) {
                (Some(word), _) => (word, ["提案", "提案"]),
                (None, Some(word)) => (word, ["议案", "建议"]),
                (None, None) => continue,
            };
            let (before, behind) = (&text[..whole.start], &text[whole.end..]);
            let stand_together = before.ends_with(['、', '和', '与', '及'])
                || behind.trim_start_matches(['、', '和', '与', '及', '或']).starts_with(right[0])
                || OTHERS.iter().any(|other| gap.contains(other));
            if stand_together {
                continue;
            }
            let is_member = right[0] == right[1];
            let span = block.text.to_source(Span::from(word.range()));
            let words = if is_member {
                Words::new(
                    "政协委员提出的是“提案”，不是“议案”",
                    "members of the CPPCC bring in 提案; 议案 are the deputies'",
                )
            } else {
                Words::new(
                    "人大代表提出的是“议案”或“建议”，不是“提案”",
                    "deputies bring in 议案 or 建议; 提案 are the CPPCC's",
                )
            };
            let finding = findings.report(span, words);
            for right in if is_member { &right[..1] } else { &right[..] } {
                finding.fixes.push(Fix {
                    title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
                    applicability: Applicability::Unsafe,
                    edits: vec![Edit { span, text: (*right).to_owned() }],
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "names/motion-word";

    fn of(sentence: &str) -> Vec<String> {
        hits(RULE, &format!("小街有了路灯\n\n近日，{sentence}，居民们都很高兴。（王江）\n"))
    }

    #[test]
    fn each_house_has_its_word() {
        for sentence in ["市政协委员议案办结", "县政协委员联名提交了议案", "政协委员王江的3件议案办结"]
        {
            assert_eq!(of(sentence), ["议案"], "{sentence}");
        }
        for sentence in ["县人大代表提案办结", "人大代表王江提出的两件提案办结"] {
            assert_eq!(of(sentence), ["提案"], "{sentence}");
        }
    }

    #[test]
    fn right_words_and_houses_together_are_left_alone() {
        for sentence in [
            "政协委员提案办结",
            "人大代表提出议案",
            "人大代表、政协委员的议案提案办结",
            "政协委员和人大代表提案办结",
            "人大代表议案、政协委员提案办结",
            "政协委员列席会议，听取议案说明",
            "政协委员听取人大代表的议案",
            "人大代表建议政协委员写好提案",
        ] {
            assert_eq!(of(sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
