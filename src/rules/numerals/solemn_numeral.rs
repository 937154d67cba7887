//! Arabic digits in the names of congresses and their sessions: 14届全国人大3次会议.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{all_written_out, each, has_arabic, number, part};

rule! {
    /// 届次等庄重名称用了阿拉伯数字。
    ///
    /// Arabic digits in the name of a congress or its session.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “14届全国人大3次会议”“县政协第10届2次会议”“20届3中全会”“党的20大报告”之类。“连续3届人大代表”之类的数量不查。
    /// Terms, sessions and congresses of people's congresses, the CPPCC and the Party. Counts of terms served are left
    /// alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第4.3条：要突出庄重典雅的表达效果时用汉字数字，例如“十一届全国人大一次会议”。
    /// GB/T 15835-2011, 4.3: Chinese numerals where the name is solemn; its example is the name of a session of a
    /// congress.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾县18届人大3次会议通过了治水议案。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾县十八届人大三次会议通过了治水议案，提案人是连续3届人大代表，村里办了第8届龙舟赛。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改用汉字数字；快速修复可代劳。
    /// Write Chinese numerals; the quick fix does so.
    SolemnNumeral = "numerals/solemn-numeral" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

static NAME: LazyLock<Regex> = LazyLock::new(|| {
    let number = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})";
    let body = "(?:人大常委会|人大|人民代表大会常务委员会|人民代表大会|政协常委会|政协|中央委员会|中央纪委|\
                中央纪律检查委员会)";
    let session = format!("(?:第?{number}次(?:全体会议|会议|全会))");
    let level = "(?:全国|[省市县区州旗]|自治区|自治州|自治县)?";
    Regex::new(&format!(
        "(?P<ordinal>第)?(?P<term>{number})届{level}{body}(?P<session>{session})?(?P<of>代表|委员)?\
         |{body}(?P<ordinal_behind>第)?(?P<term_behind>{number})届(?:常委会|委员会)?(?P<session_behind>{session})?\
         |(?P<plenum>{number}届{number}中全会)\
         |党的(?P<congress>[0-9０-９]{{2}}大)(?:精神|报告|以来|代表|召开|胜利|提出|明确|部署)"
    ))
    .expect("the pattern is sound")
});

/// Words before a number of terms served.
const SERVED: &[&str] =
    &["连续", "连任", "担任", "历任", "过", "任", "近", "约", "共", "了", "前", "后", "几", "的"];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(
        view,
        &["人大", "人民代表大会", "政协", "全会", "党的", "中央"],
        &NAME,
        |place, found| {
            let mut at = found.get_match().range();
            if let Some(congress) = found.name("congress") {
                at = congress.range();
                let is_congress = number(&congress.as_str()[..congress.len() - "大".len()])
                    .is_some_and(|number| (12.0..40.0).contains(&number));
                if !is_congress {
                    return;
                }
            } else if found.name("plenum").is_none() {
                let term = [part(found, "term"), part(found, "term_behind")].concat();
                let has_ordinal = found.name("ordinal").or_else(|| found.name("ordinal_behind")).is_some();
                let has_session = found.name("session").or_else(|| found.name("session_behind")).is_some();
                let is_served = SERVED.iter().any(|word| place.before(at.start).ends_with(word));
                let is_long = number(&term).is_some_and(|term| term >= 10.0);
                if !has_ordinal && (is_served || !has_session && !is_long) {
                    return;
                }
                if let Some(of) = found.name("of") {
                    at.end = of.start();
                }
            }
            let printed = &place.text()[at.clone()];
            let before = place.before(at.start);
            let is_cut =
                before.chars().next_back().is_some_and(|c| has_arabic(&c.to_string()) || "十.-".contains(c));
            if !has_arabic(printed) || is_cut {
                return;
            }
            let Some(right) = all_written_out(printed) else { return };
            let finding = place.report(
                findings,
                at.clone(),
                Words::new(
                    format!("会议的届次应采用汉字数字：“{printed}”应为“{right}”"),
                    format!("the name of a congress takes Chinese numerals: {right}, not {printed}"),
                ),
            );
            finding.fixes.extend(place.fix(at, &right, Applicability::Unsafe));
        },
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/solemn-numeral";

    #[test]
    fn the_name_is_written_in_chinese() {
        for (sentence, right) in [
            ("14届全国人大3次会议召开。", "十四届全国人大三次会议召开"),
            ("第14届全国人民代表大会第3次会议召开。", "第十四届全国人民代表大会第三次会议召开"),
            ("县政协第10届2次会议召开。", "县政协第十届二次会议召开"),
            ("学习20届3中全会精神。", "学习二十届三中全会精神"),
            ("学习党的20大精神。", "学习党的二十大精神"),
            ("十四届全国人大3次会议召开。", "十四届全国人大三次会议召开"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn counts_and_other_meetings_are_left_alone() {
        for sentence in [
            "他连续3届人大代表当下来。",
            "他担任过2届县政协委员。",
            "十四届全国人大三次会议召开。",
            "第8届龙舟赛开幕。",
            "第3次会议召开。",
            "落实党的10大工程部署。",
            "前后5届政协委员都提过。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
