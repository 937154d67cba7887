//! Two words of estimate on one number.

use crate::{
    annotate::Figure,
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// 概数词语重复。
    ///
    /// Two words of estimate on one number.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 一个数前后各用一个表示概数的词：约400万左右，近30余人，超过200多场，不足50人以下，最多300元以上。
    /// Words of estimate before and behind one number: about … or so, nearly … odd, over … odd.
    ///
    /// ## 为什么 · Why
    ///
    /// 《图书编校质量差错认定细则》第19条：表示概数的词语不得重复使用，“约、近、超”不与“左右、上下、余、多、以上”并用，否则语意
    /// 重复或相互矛盾。
    /// The rules on what counts as an error in books forbid doubled words of estimate.
    /// One will do; two say the same thing twice, or contradict one another.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇兴修水利
    ///
    /// 工程投资约400万元左右，近30余人参加施工，已召开现场会超过20多场。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇兴修水利
    ///
    /// 工程投资约400万元，节约30万元左右，附近30余户村民受益，近20余年来首次大修。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 两个词留一个。
    /// Keep one of the two.
    DoubledApproximator = "figures/doubled-approximator" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// Words of estimate in front of a number, the longer first, and those behind it that say the same or the contrary.
const DOUBLED: &[(&str, &[&str])] = &[
    ("大约", &["左右", "上下", "余", "多"]),
    ("将近", &["左右", "上下", "余", "多"]),
    ("接近", &["左右", "上下", "余", "多"]),
    ("约", &["左右", "上下", "余", "多"]),
    ("近", &["左右", "上下", "余", "多"]),
    ("超过", &["左右", "上下", "余", "多", "以上"]),
    ("突破", &["左右", "上下", "余", "多", "以上"]),
    ("高达", &["左右", "上下", "余", "多", "以上"]),
    ("多达", &["左右", "上下", "以上"]),
    ("超", &["左右", "上下", "余", "多", "以上"]),
    ("逾", &["左右", "上下", "余", "多", "以上"]),
    ("不足", &["左右", "上下", "余", "多", "以下"]),
    ("不到", &["左右", "上下", "余", "多", "以下"]),
    ("最多", &["以上"]),
    ("至多", &["以上"]),
];

/// Verbs that may stand between 约 and its number: 约有30人左右.
const VERBS: &[&str] = &["需要", "需", "有", "为", "占", "在", "是"];

/// Words whose last character is no word of estimate: 节约30万元左右, 附近30余户, 不超过50人.
const WHOLE_WORDS: &[&str] = &[
    "节约",
    "公约",
    "条约",
    "契约",
    "合约",
    "签约",
    "违约",
    "预约",
    "特约",
    "邀约",
    "纽约",
    "集约",
    "制约",
    "履约",
    "解约",
    "失约",
    "简约",
    "附近",
    "最近",
    "临近",
    "靠近",
    "邻近",
    "新近",
    "远近",
    "就近",
    "相近",
    "贴近",
    "走近",
    "逼近",
    "亲近",
    "反超",
    "赶超",
    "英超",
    "中超",
    "意超",
    "德超",
    "亚超",
    "村超",
    "不超过",
    "不超",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for figure in &view.annotations.figures {
        let text = &view.article.blocks[figure.place.block].text;
        let Some((front, behind)) = doubled(text.as_str(), figure) else { continue };
        let (first, second) = (front.of(text.as_str()), behind.of(text.as_str()));
        let whole = front.to(figure.place.at).to(behind);
        let finding = findings.report(
            text.to_source(whole),
            Words::new(
                format!("“{first}”和“{second}”都表示概数，用一个即可"),
                format!("“{first}” and “{second}” are both words of estimate: one will do"),
            ),
        );
        finding.fixes.extend([(second, behind), (first, front)].map(|(word, at)| Fix {
            title: Words::new(format!("删去“{word}”"), format!("Delete “{word}”")),
            applicability: Applicability::Unsafe,
            edits: vec![Edit { span: text.to_source(at), text: String::new() }],
        }));
    }
}

/// The two words of estimate on one number.
fn doubled(text: &str, figure: &Figure) -> Option<(Span, Span)> {
    let before = &text[..figure.number.start];
    let without_verb =
        VERBS.iter().find_map(|verb| before.strip_suffix(verb)).filter(|rest| rest.ends_with('约'));
    let before = without_verb.unwrap_or(before);
    let (word, said_twice) = DOUBLED.iter().find(|(word, _)| before.ends_with(word))?;
    // 近20余天来: 近 is of the recent past.
    let is_recent = *word == "近" && matches!(figure.unit.as_str(), "个月" | "天" | "周" | "周年");
    if is_recent || WHOLE_WORDS.iter().any(|whole| before.ends_with(whole)) {
        return None;
    }
    let front = Span::new(before.len() - word.len(), before.len());
    let number = figure.number.of(text);
    let behind = said_twice.iter().find_map(|word| {
        let start = match *word {
            "余" | "多" => figure.number.start + number.find(word)?,
            _ => figure.place.at.end + text[figure.place.at.end..].find(word).filter(|at| *at == 0)?,
        };
        Some(Span::new(start, start + word.len()))
    })?;
    Some((front, behind))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "figures/doubled-approximator";

    fn body(text: &str) -> String {
        format!("青禾镇兴修水利\n\n　　{text}\n")
    }

    #[test]
    fn two_words_of_estimate_on_one_number_are_one_too_many() {
        for (text, marked) in [
            ("工程投资约400万元左右。", "约400万元左右"),
            ("近30余人参加。", "近30余人"),
            ("召开现场会超过200多场。", "超过200多场"),
            ("全程大约需要30分钟上下。", "大约需要30分钟上下"),
            ("参加者不足50人以下。", "不足50人以下"),
            ("受益面超过80%以上。", "超过80%以上"),
            ("慰问近百余名老人。", "近百余名"),
        ] {
            assert_eq!(hits(RULE, &body(text)), [marked], "{text}");
        }
    }

    #[test]
    fn a_single_word_is_enough_and_another_word_is_none() {
        for text in [
            "节约30万元左右，附近30余户受益，近20余年来首次大修，最近30多人入会。",
            "工程投资约400万元，30余人参加，200场以上。",
            "这项制约30多年的难题破解。",
            "不超过50人以上的会议。",
        ] {
            assert!(hits(RULE, &body(text)).is_empty(), "{text}: {:?}", hits(RULE, &body(text)));
        }
    }

    #[test]
    fn the_first_fix_drops_the_second_word() {
        assert!(fixed(RULE, &body("工程投资约400万元左右。")).contains("投资约400万元。"));
    }
}
