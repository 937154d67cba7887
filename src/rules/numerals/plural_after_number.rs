//! The plural 们 behind a number: 三名战士们.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Fix, Words, rule};

use super::form::{each, part, range};

rule! {
    /// 数量词后的名词又加了“们”。
    ///
    /// The plural suffix behind a noun that has a number.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “三名战士们”“20多位老人们”之类。
    /// A number with a measure word for people, and a noun for people with the plural suffix.
    ///
    /// ## 为什么 · Why
    ///
    /// 《图书编校质量差错认定细则》第19条和《现代汉语词典》“们”条：名词前有数量词时，后面不加“们”。
    /// The rules for judging errors in books, 19, and the Dictionary of Modern Chinese: a noun with a number takes no
    /// plural suffix.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 三名战士们跳进渠里清淤。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 三名战士跳进渠里清淤，战士们干劲足，一位位老人们端来茶水，两位孩子们喜爱的老师也来了。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 去掉“们”。
    /// Leave the suffix out; the quick fix does so.
    PluralAfterNumber = "numerals/plural-after-number" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static PLURAL: LazyLock<Regex> = LazyLock::new(|| {
    let nouns = "战士|同学|学生|孩子|小朋友|老人|志愿者|队员|代表|委员|群众|村民|居民|干部|党员|职工|工人|教师|老师|医生|护士|\
                 医护人员|选手|运动员|记者|专家|学者|家长|游客|同志|朋友|嘉宾|官兵|民警|消防员|青年|学员|会员|教授|企业家|乡亲|\
                 农民|农户|商户|老乡|女工|员工|同事|旅客|乘客|顾客|客人|演员|士兵|警察";
    Regex::new(&format!(
        "(?:[0-9０-９]|[一二两三四五六七八九十百千万几])[多余]?(?:名|位)(?P<between>[\\p{{Han}}]{{0,6}}?)(?:{nouns})(?P<plural>们)"
    ))
    .expect("the pattern is sound")
});

/// Words that begin a clause of its own between the number and the noun.
const CLAUSE: &[char] = &[
    '的', '让', '和', '给', '为', '与', '对', '向', '带', '被', '是', '有', '在', '把', '叫', '由', '到',
    '教', '帮', '陪', '同', '跟', '名', '位', '于', '以',
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["们"], &PLURAL, |place, found| {
        let whole = found.get_match().range();
        let behind = place.behind(whole.end);
        // 两位孩子们喜爱的老师: the children are many, the teachers are two.
        let clause: String =
            behind.chars().take_while(|c| !"，。；：！？、”".contains(*c)).take(10).collect();
        if part(found, "between").contains(CLAUSE) || clause.contains('的') || place.is_quoted(whole.start) {
            return;
        }
        let printed = &place.text()[whole.clone()];
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("前有数量词，“{printed}”的“们”多余"),
                format!("a noun with a number takes no 们: {printed}"),
            ),
        );
        let at = range(found, "plural");
        finding.fixes.extend(
            place
                .fix(at, "", Applicability::Unsafe)
                .map(|fix| Fix { title: Words::new("删去“们”", "Leave 们 out"), ..fix }),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/plural-after-number";

    #[test]
    fn the_plural_is_left_out() {
        for (sentence, right) in [
            ("三名战士们跳进渠里。", "三名战士跳进渠里"),
            ("20多位老人们前来。", "20多位老人前来"),
            ("五名年轻志愿者们赶来。", "五名年轻志愿者赶来"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn plurals_without_number_and_other_clauses_are_left_alone() {
        for sentence in [
            "战士们跳进渠里。",
            "一位位老人们端来茶水。",
            "两位孩子们喜爱的老师来了。",
            "一位朋友来他们家做客。",
            "三名教练带队员们训练。",
            "20名代表和同学们合影。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
