//! A conjunction in a title whose parts are divided by interpuncts.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 题名用间隔号分隔并列词语，又用了“和”。
    ///
    /// A title divides its parts by interpuncts and joins the last by a conjunction.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 书名号里《甲·乙和丙》一类，各部分字数相同的。人名里的间隔号不查。
    /// Titles of that form whose parts have the same length; the interpunct in a name is not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.12：标题中用间隔号“·”分隔并列词语的，最后两个词语之间不再用“和”“与”等连词。
    /// GB/T 15834-2011, A.12: where interpuncts divide the parts of a title no conjunction stands before the last.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 农家书屋新到《水渠·水闸和水井》一书，村民争相借阅。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 农家书屋新到《水渠·水闸·水井》和《约翰·布朗和他的渠》两本书，村民争相借阅。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 连词改为间隔号，或全用顿号与“和”。题名原样如此的不改。
    /// Put an interpunct for the conjunction. A title that is printed so is left as it is.
    InterpunctWithConjunction = "punctuation/interpunct-with-conjunction" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern("[《〈]([^《》〈〉·]{1,6}(?:·[^《》〈〉·]{1,6})+)([和与及])([^《》〈〉·]{1,6})[》〉]")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['·'], &TITLE, |block, found| {
        let text = block.text.as_str();
        let [parts, word, last] = [1, 2, 3].map(|index| group(found, index));
        let length = last.of(text).chars().count();
        // In 《约翰·布朗和他的渠》 the interpunct belongs to a name.
        if parts.of(text).split('·').any(|part| part.chars().count() != length) {
            return;
        }
        let conjunction = word.of(text);
        let words = Words::new(
            format!("题名已用间隔号分隔，不再用“{conjunction}”"),
            format!("the parts of the title are divided by interpuncts: no {conjunction} before the last"),
        );
        report(view, findings, block, word, words, Some(Mend::with_care(word, "·")));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/interpunct-with-conjunction";

    #[test]
    fn the_last_part_takes_the_interpunct_too() {
        assert_eq!(mended(RULE, "阅读《天·地和人》。"), "阅读《天·地·人》。");
        assert_eq!(mended(RULE, "阅读《水渠·水闸与水井》。"), "阅读《水渠·水闸·水井》。");
    }

    #[test]
    fn names_and_other_conjunctions_are_left_alone() {
        for sentence in
            ["《约翰·布朗和他的渠》", "《水渠和水闸》", "《水渠·水闸》和《水井》", "约翰·布朗和玛丽"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
