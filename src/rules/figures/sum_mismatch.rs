//! Parts that do not add up to their total.

use super::plain;
use crate::{
    annotate::{Figure, FigureRole},
    lexicon::unit::comparable,
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

rule! {
    /// 分项之和与总数不符。
    ///
    /// The parts do not add up to the total.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一句里，总数与“其中”后的各分项，或各分项与其后的“共、合计”，单位相同而相加不符。用“等、包括、另”等列举不尽的，
    /// 可以重叠的（党员、女性），以及“余、近、约”使两种读法都说得通的，不报。
    /// In one sentence: a total and the parts behind 其中, or parts and the total behind them (共, 合计), in the same
    /// unit. Open lists, overlapping groups and estimates that leave room are passed over.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// 数字自相矛盾，至少有一个是错的。
    /// If figures contradict one another, at least one of them is wrong.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇促进就业
    ///
    /// 青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇促进就业
    ///
    /// 青禾村现有务工人员32人，其中脱贫户18人、一般农户14人。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对原始数据，改正其中一个；分项有重叠或未列尽的，写明“等”。
    /// Check the source and mend one of them; if the list is not complete, mark it as open.
    SumMismatch = "figures/sum-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// Words of a list that is not complete, or of groups that overlap.
const OPEN: &[&str] = &[
    "等",
    "包括",
    "包含",
    "另",
    "还有",
    "以上",
    "以下",
    "主要",
    "分别",
    "党员",
    "女",
    "少数民族",
    "学历",
    "新增",
    "同比",
    "增长",
    "占",
    "平均",
    "每",
    "最",
    "重点",
    "仅",
    "以及其他",
    "至",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for (index, block) in view.article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        let mut start = 0;
        for (end, stop) in text.match_indices(['。', '！', '？', '；']).chain([(text.len(), "")]) {
            let sentence: Vec<&Figure> =
                view.annotations.figures_in(index, Span::new(start, end)).iter().collect();
            check_behind(text, end, &sentence, findings);
            check_before(text, start, &sentence, findings);
            start = end + stop.len();
        }
    }
}

/// A total, 其中, and its parts to the end of the sentence.
fn check_behind(text: &str, end: usize, sentence: &[&Figure], findings: &mut Findings<'_>) {
    for (at, total) in sentence.iter().enumerate() {
        let parts = &sentence[at + 1..];
        let [first, .., last] = parts else { continue };
        let gap = Span::new(total.place.at.end, first.place.at.start).of(text);
        let listed = Span::new(first.place.at.start, end).of(text);
        let Some((_, opening)) = gap.split_once("其中") else { continue };
        let tail = Span::new(last.place.at.end, end).of(text);
        let is_list = parts.windows(2).all(|pair| {
            let between = Span::new(pair[0].place.at.end, pair[1].place.at.start).of(text);
            between.matches(['、', '，', '和', '与']).count() == 1
        });
        let is_open = OPEN.iter().any(|word| opening.contains(word) || listed.contains(word));
        if is_list && !is_open && !tail.contains(['，', '、']) && !opening.contains(['，', '、']) {
            report(total, parts, findings);
        }
    }
}

/// Parts from the start of the sentence on, and a total behind them.
fn check_before(text: &str, start: usize, sentence: &[&Figure], findings: &mut Findings<'_>) {
    let Some(at) = sentence.iter().position(|figure| figure.role == FigureRole::Total) else { return };
    let (parts, total) = (&sentence[..at], sentence[at]);
    let [.., last] = parts else { return };
    let gap = Span::new(last.place.at.end, total.place.at.start).of(text);
    let listed = Span::new(start, total.place.at.start).of(text);
    let names_total = ["，共", "，合计", "，总计", "，共计", "，一共"].iter().any(|word| {
        gap.rsplit_once(word)
            .is_some_and(|(counted, rest)| rest.chars().count() <= 1 && !counted.contains('，'))
    });
    let is_list = parts.windows(2).all(|pair| {
        let between = Span::new(pair[0].place.at.end, pair[1].place.at.start).of(text);
        between.matches(['、', '，', '和', '与']).count() == 1 && !between.contains('，')
    });
    if parts.len() >= 2 && names_total && is_list && !OPEN.iter().any(|word| listed.contains(word)) {
        report(total, parts, findings);
    }
}

fn report(total: &Figure, parts: &[&Figure], findings: &mut Findings<'_>) {
    let is_share = |figure: &Figure| matches!(figure.unit.as_str(), "%" | "‰" | "倍");
    // 比上年增加1500亿元，其中…: the parts are those of the sum in front.
    let is_change = total.role == FigureRole::Change;
    if is_change || is_share(total) || parts.iter().any(|part| !comparable(&part.unit, &total.unit)) {
        return;
    }
    let low: f64 = parts.iter().map(|part| part.low).sum();
    let high: f64 = parts.iter().map(|part| part.high).sum();
    // Decimals are rounded when printed, and so may be their sum.
    let rounds = parts.iter().chain([&total]).any(|figure| figure.text.contains(['.', '．', '万', '亿']));
    let slack = if rounds { total.value * 0.01 } else { 1e-6 };
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let is_close = (sum - total.value).abs() < total.value * 0.2;
    if (low <= total.high + slack && high >= total.low - slack) || (sum < total.value && !is_close) {
        return;
    }
    let terms = parts.iter().map(|part| plain(part.value)).collect::<Vec<_>>().join(" + ");
    let finding = findings.report(
        total.place.span,
        Words::new(
            format!("{terms} = {}，与“{}”不符", plain(sum), total.text),
            format!("{terms} = {}, which is not “{}”", plain(sum), total.text),
        ),
    );
    finding.related.extend(parts.iter().map(|part| Related {
        span: part.place.span,
        words: Words::new(format!("分项“{}”", part.text), format!("the part “{}”", part.text)),
    }));
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, hits};

    fn body(text: &str) -> String {
        format!("青禾镇促进就业\n\n　　{text}\n")
    }

    #[test]
    fn parts_that_exceed_or_miss_their_total_are_wrong() {
        for (text, total) in [
            ("青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。", "30人"),
            ("会议共收到建议126件，其中教育类80件、交通类42件。", "126件"),
            ("商会捐赠口罩30箱、药品25箱，共计65箱。", "65箱"),
        ] {
            assert_eq!(hits("figures/sum-mismatch", &body(text)), [total], "{text}");
        }
    }

    #[test]
    fn the_message_shows_the_sum_and_points_at_each_part() {
        let found = found("figures/sum-mismatch", &body("现有务工人员30人，其中脱贫户18人、一般农户14人。"));
        assert_eq!(found[0].message.zh, "18 + 14 = 32，与“30人”不符");
        assert_eq!(found[0].related.len(), 2);
    }

    #[test]
    fn right_sums_open_lists_and_other_units_are_passed_over() {
        for text in [
            "会议共收到建议126件，其中教育类84件、交通类42件。",
            "会议共收到建议126件，其中教育类84件、交通类40件等。",
            "青禾村现有务工人员30人，其中党员18人、女性14人。",
            "慰问困难群众400余户、志愿者200余户，总计1200余人次。",
            "会议共收到建议126件，其中教育类30件、交通类20件。",
            "安排资金135万元，比上年增加15万元，其中县级95万元、镇级40万元。",
            "募集善款40余万元，其中企业25万元、个人20万元。",
        ] {
            assert!(hits("figures/sum-mismatch", &body(text)).is_empty(), "{text}");
        }
    }
}
