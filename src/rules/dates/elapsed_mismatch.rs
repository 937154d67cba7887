//! An anniversary, an age or the number of a session that two years contradict.

use crate::{
    annotate::relations::{Relation, RelationKind},
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 周年、年龄、届次与前后两个年份不符。
    ///
    /// An anniversary, an age or the number of a session that two years contradict.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一句里写了成立、创办的年份，又写了几年后的“×周年”；写了出生年份，又写了某年“年仅×岁”。两个年份相减与所写的数不符的报出，
    /// 年龄按周岁、虚岁都算得通的不报。同一段里写了首届（或创办）的年份和“每年一届”“每两年一次”，又写了某年的“第×届”的，也按年份核对；
    /// 创办当年或次年办首届都算得通，段中提到停办、中断、延期的不查。同一活动写了两届，
    /// 年份在后的届数反而小，也报。
    /// A founding year and a later year with an anniversary, a year of birth and a later one with an age, in one sentence.
    /// Ages are right by either way of reckoning. In one paragraph, the year of the first session (or of the founding),
    /// how many years lie between two, and the number of a later one; a first session in the year behind the founding
    /// is right as well, and nothing is said where years were left out. Of two
    /// sessions of one series, the later year with the smaller number.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，年份与周年、年龄不符必有一误。
    /// The difference of the two years is what it is; one of three numbers is wrong.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇中心小学校庆
    ///
    /// 学校创办于1954年，2024年迎来建校75周年。
    /// ```
    ///
    /// ```wrong
    /// 青禾桃花节开幕
    ///
    /// 首届青禾桃花节于2015年举办，一年一届。2024年3月，第九届青禾桃花节开幕。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇举办龙舟节
    ///
    /// 2023年第十一届龙舟节在青禾镇举办，2024年第十届龙舟节仍在这里。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇中心小学校庆
    ///
    /// 学校创办于1954年，2024年迎来建校70周年。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核实后改正。
    /// Check and mend.
    ElapsedMismatch = "dates/elapsed-mismatch" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Elapsed, findings, words);
}

fn words(relation: &Relation) -> Words {
    let claimed = &relation.claim.text;
    if let [first] = relation.operands.as_slice() {
        let first = &first.text;
        return Words::new(
            format!("“{claimed}”与“{first}”届次先后相反"),
            format!("“{claimed}” and “{first}” number the sessions against the years"),
        );
    }
    Words::new(
        format!("{}，与“{claimed}”不符", relation.formula),
        format!("{}, not “{claimed}”", relation.formula),
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found, hits};

    const RULE: &str = "dates/elapsed-mismatch";

    fn bulletin(body: &str) -> String {
        format!("青禾简报\n2024年5月20日　第12期\n\n青禾镇中心小学校庆\n\n　　{body}\n")
    }

    #[test]
    fn two_years_that_make_another_number() {
        for (body, expected) in [
            ("学校创办于1954年，2024年迎来建校75周年，师生们欢聚一堂。", "75周年"),
            ("学校创办于1954年，今年迎来建校75周年，师生们欢聚一堂。", "75周年"),
            ("他1985年出生，2015年牺牲时年仅25岁，乡亲们都记得他。", "25岁"),
        ] {
            assert_eq!(hits(RULE, &bulletin(body)), [expected], "{body}");
        }
        let text = bulletin("学校创办于1954年，2024年迎来建校75周年，师生们欢聚一堂。");
        assert!(fixed(RULE, &text).contains("建校70周年"));
        assert_eq!(found(RULE, &text)[0].message.zh, "2024 − 1954 = 70，与“75周年”不符");
    }

    #[test]
    fn what_is_right_or_counted_from_elsewhere() {
        for body in [
            "学校创办于1954年，2024年迎来建校70周年，师生们欢聚一堂。",
            "他1985年出生，2015年牺牲时年仅29岁，乡亲们都记得他。",
            "他1985年出生，2015年牺牲时年仅31岁，乡亲们都记得他。",
            "学校创办于1954年，2019年庆祝新中国成立70周年，当年迁入新址。",
            "学校1954年迁到镇上，2024年庆祝建校75周年，师生们欢聚一堂。",
            "他1985年出生，2015年生下儿子时妻子25岁，乡亲们都记得他。",
        ] {
            assert!(found(RULE, &bulletin(body)).is_empty(), "{body}");
        }
    }
}
