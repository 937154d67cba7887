//! Arabic digits in a word that has a Chinese numeral in it: 星期5, 1方面, 5四运动.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    annotate::numeral::{arabic_digit, chinese_digit},
    rules::{Applicability, ArticleView, Findings, Words, rule},
};

use super::form::{each, has_arabic, is_counted, may_begin, part};

rule! {
    /// 含汉字数字的固定词语用了阿拉伯数字。
    ///
    /// Arabic digits in a word that has a Chinese numeral in it.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “星期5”“1方面”“5四运动”“9三学社”“14五规划”之类。“星期5天都上课”之类真正的数量不查。
    /// Days of the week, anniversaries, parties, slogans and idioms with one of their numerals in Arabic. Real
    /// quantities are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第4.2.3条：汉语中长期使用、已经稳定下来的包含汉字数字形式的词语，应采用汉字数字。
    /// GB/T 15835-2011, 4.2.3: words that have long been written with Chinese numerals keep them.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 1方面清理沟渠，另1方面疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 一方面清理沟渠，一方面疏通水道；每星期5天有人巡渠。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为汉字数字；快速修复可代劳。
    /// Write the Chinese numeral; the quick fix does so.
    FixedNumeralWord = "numerals/fixed-numeral-word" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// The words as they are written.
const WORDS: &[&str] = &[
    "一方面",
    "五四运动",
    "五四精神",
    "五四青年节",
    "五一劳动节",
    "六一儿童节",
    "八一建军节",
    "三八妇女节",
    "三八红旗手",
    "七一勋章",
    "九三学社",
    "二万五千里长征",
    "三农问题",
    "三农工作",
    "一带一路",
    "一国两制",
    "三个代表",
    "四个意识",
    "四个自信",
    "两个维护",
    "两个确立",
    "八项规定",
    "三严三实",
    "两学一做",
    "十三五规划",
    "十四五规划",
    "十五五规划",
    "十三五时期",
    "十四五时期",
    "十五五时期",
    "全国两会",
    "五湖四海",
    "四面八方",
    "三番五次",
    "一心一意",
    "一举两得",
    "三心二意",
    "三三两两",
    "一如既往",
    "一丝不苟",
    "一视同仁",
    "独一无二",
    "五花八门",
    "七嘴八舌",
    "七上八下",
    "一目了然",
];

/// The words with any of their digits in Arabic, and the days of the week.
static WORD: LazyLock<Regex> = LazyLock::new(|| {
    let spelt: Vec<String> = WORDS.iter().map(|word| word.chars().map(spellings).collect()).collect();
    Regex::new(&format!(
        "{}|(?P<week>星期|[上下本]周)(?P<weekday>[1-6１-６])(?P<time>[上下中]午|早|晚)?",
        spelt.join("|")
    ))
    .expect("the pattern is sound")
});

/// What may stand for a character of a word.
fn spellings(c: char) -> String {
    match (c, chinese_digit(c)) {
        ('十', _) => "(?:十|[1１][0０]?)".to_owned(),
        (_, Some(digit)) => {
            let full_width = char::from_u32('０' as u32 + digit).unwrap_or(c);
            format!("[{c}{digit}{full_width}]")
        }
        _ => c.to_string(),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let full_width = ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"];
    each(view, &[digits, full_width].concat(), &WORD, |place, found| {
        let whole = found.get_match().range();
        let printed = &place.text()[whole.clone()];
        let behind = place.behind(whole.end);
        let week = part(found, "week");
        let right = if week.is_empty() {
            let may_begin = may_begin(place.before(whole.start));
            WORDS.iter().find(|word| may_begin && spells(printed, word)).map(|word| (*word).to_owned())
        } else {
            let is_count = is_counted(behind)
                || behind.starts_with(['.', '-', '、', '—', '～', '至', '多'])
                || has_arabic(&behind.chars().take(1).collect::<String>());
            // 上周5人到场; 上周5下午.
            let is_day = !is_count && (week == "星期" || found.name("time").is_some());
            is_day.then(|| printed.chars().map(weekday).collect())
        };
        let Some(right) = right.filter(|_| has_arabic(printed)) else { return };
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("“{printed}”是固定词语，应写作“{right}”"),
                format!("{printed} is a word with a Chinese numeral in it: {right}"),
            ),
        );
        finding.fixes.extend(place.fix(whole, &right, Applicability::Unsafe));
    });
}

/// Whether a text spells a word with some of its digits in Arabic.
fn spells(printed: &str, word: &str) -> bool {
    let mut printed = printed.chars().peekable();
    for c in word.chars() {
        let Some(next) = printed.next() else { return false };
        let is_same = next == c
            || arabic_digit(next).is_some_and(|digit| Some(digit) == chinese_digit(c))
            || c == '十' && arabic_digit(next) == Some(1);
        if !is_same {
            return false;
        }
        if c == '十' && next != c {
            printed.next_if(|next| arabic_digit(*next) == Some(0));
        }
    }
    printed.next().is_none()
}

fn weekday(c: char) -> char {
    match arabic_digit(c) {
        Some(1) => '一',
        Some(2) => '二',
        Some(3) => '三',
        Some(4) => '四',
        Some(5) => '五',
        Some(6) => '六',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/fixed-numeral-word";

    #[test]
    fn the_word_keeps_its_chinese_numeral() {
        for (sentence, right) in [
            ("星期5放水。", "星期五放水"),
            ("1方面清理沟渠。", "。一方面清理沟渠"),
            ("纪念5四运动。", "纪念五四运动"),
            ("纪念54运动。", "纪念五四运动"),
            ("9三学社社员到场。", "九三学社社员"),
            ("编制14五规划。", "编制十四五规划"),
            ("编制十4五规划。", "编制十四五规划"),
            ("乡亲来自5湖4海。", "来自五湖四海"),
            ("上周5下午放水。", "上周五下午放水"),
            ("落实8项规定。", "落实八项规定"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn quantities_are_left_alone() {
        for sentence in [
            "星期五放水。",
            "每星期5天有人巡渠。",
            "上周5人到场。",
            "第1方面军从这里走过。",
            "出台18项规定。",
            "来自29个代表队。",
            "举办“5·4运动会”。",
            "产量与上星期5.6吨相比增加了。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
