//! A stray English function word in a Chinese sentence.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::{Span, chars::is_han},
};

rule! {
    /// 中文句子里夹着英文虚词。
    ///
    /// A stray English function word between Chinese characters.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 汉字之间孤零零的小写英文虚词（and、the、of 等）。品牌、缩写、网址和英文词组不查。
    /// A lower-case English function word between Chinese characters. Brands, abbreviations, addresses and English
    /// phrases are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 《国家通用语言文字法》第十一条：汉语文出版物应当符合国家通用语言文字的规范和标准。夹杂的英文虚词多是翻译软件或
    /// 输入法留下的。
    /// Article 11 of the Law on the Standard Spoken and Written Chinese Language: publications in Chinese keep to its
    /// standards. Such a word is left over from a translator or an input method.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇以最快的进度 and 最严的标准清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇以最快的进度和最严的标准清理沟渠，并用App公布水位，村部已通Wi-Fi。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 换成相应的中文词；and 可改为“和”或“与”。
    /// Put the Chinese word; for “and” two are offered.
    ForeignWord = "wording/foreign-word" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        class: ForeignWord,
        check: Article(check),
    }
}

static WORD: LazyLock<Regex> = LazyLock::new(|| {
    let words = "and|are|as|at|but|by|for|from|in|is|of|on|or|that|the|this|to|was|were|which|with";
    Regex::new(&format!(r"[ \x{{a0}}\x{{3000}}]*(?-u:\b)(?:{words})(?-u:\b)[ \x{{a0}}\x{{3000}}]*"))
        .expect("a valid pattern")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        for found in find(block.text.as_str()) {
            let padded = block.text.to_source(found.into());
            let whole = padded.of(view.text);
            let word = whole.trim();
            if word.contains(char::is_whitespace) {
                // A break of the line falls inside.
                continue;
            }
            let start = padded.start + whole.len() - whole.trim_start().len();
            let finding = findings.report(
                Span::new(start, start + word.len()),
                Words::new(
                    format!("中文句子里夹着英文“{word}”"),
                    format!("English “{word}” in a Chinese sentence"),
                ),
            );
            if word == "and" {
                finding.fixes.extend(["和", "与"].map(|chinese| Fix {
                    title: Words::new(format!("改为“{chinese}”"), format!("Replace by “{chinese}”")),
                    applicability: Applicability::Unsafe,
                    edits: vec![Edit { span: padded, text: chinese.to_owned() }],
                }));
            }
        }
    }
}

/// Function words with a Chinese character on either side, with the spaces around them.
fn find(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    WORD.find_iter(text).filter_map(move |found| {
        let before = text[..found.start()].chars().next_back();
        let after = text[found.end()..].chars().next();
        (before.is_some_and(is_han) && after.is_some_and(is_han)).then(|| found.range())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/foreign-word";

    fn article(sentence: &str) -> String {
        format!("青禾镇修渠引水\n\n入春以来，全镇动员。{sentence}\n")
    }

    #[test]
    fn the_word_alone_is_marked_and_the_fix_takes_its_spaces() {
        let text = article("以最快的进度 and 最严的标准清理沟渠。");
        assert_eq!(hits(RULE, &text), ["and"]);
        assert!(fixed(RULE, &text.replace('与', "")).contains("进度和最严"));
        assert_eq!(hits(RULE, &article("清理the沟渠。")), ["the"]);
    }

    #[test]
    fn names_phrases_and_addresses_are_left_alone() {
        for sentence in [
            "推出City Walk线路和App。",
            "歌曲Let it be在村里流行。",
            "标语made in China随处可见。",
            "网址为http://www.example.com/of/和in。",
            "“互联网+”与in-house模式。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
