//! The name of an event that is a date.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, before, behind, blocks, each_match, group, pattern, report};
use crate::{
    outline::Block,
    rules::{ArticleView, Finding, Findings, Severity, Words, rule},
    text::Span,
};

rule! {
    /// 以月日命名的事件、节日，间隔号或引号用法不当。
    ///
    /// An event named by its date lacks the interpunct or the quotation marks.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “3.15晚会”一类：阿拉伯数字的月日之间用了小数点；“一二九运动”一类：一月、十二月的汉字月日没有间隔号；“3·15晚会”一类没有引号、“九·一八事变”一类多了间隔号（提示）。只查后面是事件、运动、晚会等名称的。
    /// Months and days in figures with a point between them; Chinese numerals that could be read in two ways and have no
    /// interpunct; figures without quotation marks, and interpuncts that nothing calls for (info). Only before words such as
    /// event, movement or incident.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.8.3.6、4.14.3.5条：以月、日为标志的事件或节日，用阿拉伯数字时一律用间隔号和引号；用汉字时只有涉及一月、十一月、十二月才用间隔号。
    /// GB/T 15834-2011, 4.8.3.6 and 4.14.3.5: figures always take the interpunct and quotation marks, Chinese
    /// numerals only in January, November and December.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇组织干部群众观看3.15晚会，清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇组织干部群众观看“3·15”晚会，重温五四运动、“一二·九”运动历史，增产3.15吨。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 数字改为“3·15”，汉字改为“一二·九”；“九·一八”改为“九一八”。
    /// Use the interpunct and quotation marks; take out the interpunct where it is not needed.
    EventDateInterpunct = "punctuation/event-date-interpunct" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// What is named by the day on which it happened or is kept.
const NOUNS: &str = "事件|运动|晚会|惨案|事变|讲话|重要讲话|口号|事故|(?:特别)?重大[^，。、；“”]{0,8}事故|专案|大罢工|抗震|\
    国际消费者|消费者权益|全民国家安全|国际禁毒|全国消防|国家宪法|全国交通安全";
/// A number with a point before the word for an earthquake may be its magnitude: here only known days count.
const EARTHQUAKES: &str = "(?:特?大)?地震";
/// What is held around such a day; only behind quotation marks is the number a day for certain.
const CAMPAIGNS: &str = "宣传|主题|维权|系列";
/// Days that are known by their figures.
const KNOWN: [&str; 13] =
    ["3·15", "5·12", "4·15", "12·4", "6·26", "9·18", "7·1", "5·4", "12·9", "7·7", "11·9", "12·2", "9·11"];
/// The month, the mark, the day, with or without quotation marks, and what is named by them.
static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "([“]?)((?:1[0-2]|[1-9])([.．、·])(?:3[01]|[12][0-9]|[1-9]))(”?)(?:{NOUNS}|({EARTHQUAKES})|({CAMPAIGNS}))"
    ))
});
/// In January and in December two readings are possible.
static NUMERALS: LazyLock<Regex> = LazyLock::new(|| pattern("(一二九|一二八)(”?)(?:运动|事变|惨案)"));
/// In the months from February to October only one is.
static DOTTED: LazyLock<Regex> = LazyLock::new(|| {
    let day = "(?:[一二三]?十[一二三四五六七八九]?|[一二三][一二三四五六七八九〇]|[一二三四五六七八九])";
    pattern(&format!(
        "([“]?)(?:[二三四五六七八九]|十)(·){day}(”?)(?:{NOUNS}|{EARTHQUAKES}|精神|国庆|节|建军节)?"
    ))
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['.', '．', '、', '·'], &FIGURES, |block, found| {
        let text = block.text.as_str();
        let [open, date, mark, close] = [1, 2, 3, 4].map(|index| group(found, index));
        let dotted = date.of(text).replace(['.', '．', '、'], "·");
        let is_known = KNOWN.contains(&dotted.as_str());
        let before = before(text, open.start);
        let is_part =
            before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '．' | '·' | '-'));
        // At the start of a paragraph 3.1 numbers a section; 5、12 may be two numbers.
        let may_be_other = before.is_none() || mark.of(text) == "、" || found.get(5).is_some();
        if is_part || !is_known && may_be_other {
            return;
        }
        let is_quoted = !open.is_empty() && !close.is_empty();
        if found.get(6).is_some() && !(is_known && is_quoted) {
            return;
        }
        if mark.of(text) != "·" {
            tell(view, findings, block, open.to(close), &dotted);
        } else if !is_quoted && open.is_empty() && close.is_empty() {
            // The date can be read; what it lacks is form alone.
            tell(view, findings, block, date, &dotted).severity = Severity::Info;
        }
    });
    for block in blocks(view) {
        let text = block.text.as_str();
        for found in NUMERALS.captures_iter(text) {
            let [date, end] = [1, 2].map(|index| group(&found, index));
            let start = text[..date.start].strip_suffix('“').map_or(date.start, str::len);
            let date = date.of(text);
            // January the 28th; the others lie in December and November.
            let month = if date == "一二八" { 1 } else { 2 };
            let cut = date.char_indices().nth(month).map_or(date.len(), |(at, _)| at);
            let dotted = format!("{}·{}", &date[..cut], &date[cut..]);
            tell(view, findings, block, Span::new(start, end.end), &dotted);
        }
    }
    each_match(view, &['·'], &DOTTED, |block, found| {
        let text = block.text.as_str();
        let [whole, open, dot, close] = [0, 1, 2, 3].map(|index| group(found, index));
        let is_named = close.end < whole.end;
        let is_quoted = !open.is_empty() && !close.is_empty();
        let is_part = |c: Option<char>| c.is_some_and(|c| "一二三四五六七八九十〇·第".contains(c));
        if !(is_named || is_quoted) || is_part(before(text, whole.start)) || is_part(behind(text, close.end))
        {
            return;
        }
        let words = Words::new(
            "汉字月日只在一月、十一月、十二月后用间隔号",
            "a date in Chinese numerals takes an interpunct in January, November and December only",
        );
        report(view, findings, block, dot, words, Some(Mend::with_care(dot, ""))).severity = Severity::Info;
    });
}

fn tell<'f>(
    view: &ArticleView<'_>,
    findings: &'f mut Findings<'_>,
    block: &Block,
    whole: Span,
    date: &str,
) -> &'f mut Finding {
    let words = Words::new(
        format!("以月日命名的事件，月、日之间用间隔号，并加引号：“{date}”"),
        format!("an event named by its date takes an interpunct and quotation marks: “{date}”"),
    );
    report(view, findings, block, whole, words, Some(Mend::with_care(whole, format!("“{date}”"))))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/event-date-interpunct";

    #[test]
    fn figures_and_numerals_get_interpunct_and_quotation_marks() {
        for (wrong, right) in [
            ("观看3.15晚会。", "观看“3·15”晚会。"),
            ("经历“5.12”特大地震。", "经历“5·12”特大地震。"),
            ("纪念一二九运动。", "纪念“一二·九”运动。"),
            ("观看3·15晚会。", "观看“3·15”晚会。"),
            ("开展“3.15”宣传活动。", "开展“3·15”宣传活动。"),
            ("处理8.12特别重大火灾事故。", "处理“8·12”特别重大火灾事故。"),
            ("纪念九·一八事变。", "纪念九一八事变。"),
            ("发扬“五·四”精神。", "发扬“五四”精神。"),
            ("亲历一二八事变。", "亲历“一·二八”事变。"),
        ] {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn decimals_and_unambiguous_numerals_are_right() {
        for sentence in [
            "增长3.15吨，占5.12%。",
            "13.15晚会。",
            "纪念五四运动、九一八事变。",
            "发生5.12级地震。",
            "发生6.5地震。",
            "节水5.4系列管件。",
            "经历“一·二八”事变。",
            "见《水经注·三·一》。",
            "“12·4”国家宪法日。",
            "“3·15”晚会。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
