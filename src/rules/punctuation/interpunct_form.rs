//! The form of the interpunct.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;

use super::marks::{Mend, behind, blocks, each_match, group, pattern, report};
use crate::{
    lexicon::given_name::{is_foreign_sound, is_telling_sound},
    outline::Block,
    rules::{ArticleView, Findings, Words, rule},
    text::{Span, chars::is_han},
};

rule! {
    /// 间隔号的形式不合规定。
    ///
    /// The interpunct does not have its form.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 两个汉字之间的 • ・ ‧ ∙ ⋅，音译人名里的．和.，以及本篇别处用间隔号、此处用了顿号、逗号、句号的同一人名。行首的项目符号不查。
    /// Other dots between two Chinese characters, a point in a name written by its sounds, and another mark in a name that
    /// the article prints with interpuncts elsewhere. A bullet at the start of a line is not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.14.2条：间隔号的形式是“·”（U+00B7）；第4.14.3条：用于外国人名、少数民族人名内各部分的分界，书名与篇名、月与日的分界。
    /// GB/T 15834-2011, 4.14.2: the interpunct is a middle dot; 4.14.3: it parts the names of foreigners and
    /// minorities, titles and chapters, months and days.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 来访的专家约翰•布朗察看了新渠，建议清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 来访的专家约翰·布朗察看了新渠。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“·”。
    /// Use the middle dot.
    InterpunctForm = "punctuation/interpunct-form" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DOT: LazyLock<Regex> =
    LazyLock::new(|| pattern("[\\u{4e00}-\\u{9fff}]([•・‧∙⋅．･.])[\\u{4e00}-\\u{9fff}]"));
const DOTS: [char; 8] = ['•', '・', '‧', '∙', '⋅', '．', '･', '.'];
/// Marks that a slip of the hand puts for the interpunct in a name.
const SLIPS: &str = "[·.．、，。,]";
/// Of the names of Uygurs, Kazakhs and Tibetans, the sounds that foreign names do not have.
const MINORITY_SOUNDS: &str = "买力不都江合玉甫仓措";

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut told: BTreeSet<Span> = BTreeSet::new();
    each_match(view, &DOTS, &DOT, |block, found| {
        let at = group(found, 1);
        let source = block.text.to_source(at);
        let is_interpunct = match at.of(block.text.as_str()) {
            // Elsewhere these stand behind list numbers or end a sentence.
            "．" => is_in_name(view, source) || joins_sounds(block.text.as_str(), at),
            "." => joins_sounds(block.text.as_str(), at),
            _ => true,
        };
        if is_interpunct && told.insert(source) {
            tell(view, findings, block, at);
        }
    });
    for (name, slipped) in known_names(view) {
        for block in blocks(view) {
            for found in slipped.find_iter(block.text.as_str()) {
                for at in dots(&name, found.as_str()).map(|dot| dot.shift(found.start())) {
                    if at.of(block.text.as_str()) != "·" && told.insert(block.text.to_source(at)) {
                        tell(view, findings, block, at);
                    }
                }
            }
        }
    }
}

/// Where `printed` has the interpuncts of `name`, whose parts it has.
fn dots(name: &str, printed: &str) -> impl Iterator<Item = Span> {
    name.split('·').scan(0, |at, part| {
        let dot = *at + part.len();
        let mark = behind(printed, dot)?;
        *at = dot + mark.len_utf8();
        Some(Span::new(dot, *at))
    })
}

fn tell(view: &ArticleView<'_>, findings: &mut Findings<'_>, block: &Block, at: Span) {
    let dot = at.of(block.text.as_str());
    let words = Words::new(
        format!("间隔号应为“·”，此处是“{dot}”"),
        format!("the interpunct should be ·, here it is {dot}"),
    );
    report(view, findings, block, at, words, Some(Mend::with_care(at, "·")));
}

/// A full-width point elsewhere may stand behind a list number.
fn is_in_name(view: &ArticleView<'_>, at: Span) -> bool {
    view.annotations.persons.iter().any(|person| person.place.span.contains(at))
}

/// Whether two characters on either side write a name by its sounds, and not ones that other words are full of.
fn joins_sounds(text: &str, at: Span) -> bool {
    let is_sound = |c: &char| is_foreign_sound(*c) || MINORITY_SOUNDS.contains(*c);
    let left: Vec<char> = text[..at.start].chars().rev().take(2).filter(is_sound).collect();
    let right: Vec<char> = text[at.end..].chars().take(2).filter(is_sound).collect();
    let is_telling = |side: &[char]| side.iter().any(|&c| is_telling_sound(c) || c == '买');
    left.len() == 2 && right.len() == 2 && (is_telling(&left) || is_telling(&right))
}

/// The names that the article prints with interpuncts, each with a pattern for the same name with a slip in it.
fn known_names(view: &ArticleView<'_>) -> Vec<(String, Regex)> {
    let names: BTreeSet<&str> = view
        .annotations
        .persons
        .iter()
        .map(|person| person.text.as_str())
        .filter(|name| name.split('·').all(|part| part.chars().count() >= 2 && part.chars().all(is_han)))
        .filter(|name| name.contains('·'))
        .collect();
    let slipped = |name: &str| pattern(&name.split('·').collect::<Vec<_>>().join(SLIPS));
    names.into_iter().map(|name| (name.to_owned(), slipped(name))).collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/interpunct-form";

    #[test]
    fn other_dots_become_the_middle_dot() {
        for dot in ["•", "・", "‧", "．"] {
            assert_eq!(
                mended(RULE, &format!("专家约翰{dot}布朗察看新渠。")),
                "专家约翰·布朗察看新渠。",
                "{dot}"
            );
        }
    }

    #[test]
    fn a_point_between_the_sounds_of_a_name_becomes_the_middle_dot() {
        assert_eq!(mended(RULE, "买买提.艾力察看新渠。"), "买买提·艾力察看新渠。");
        assert_eq!(mended(RULE, "专家查尔斯.布朗察看新渠。"), "专家查尔斯·布朗察看新渠。");
    }

    #[test]
    fn a_name_printed_right_elsewhere_shows_the_slip() {
        assert_eq!(
            mended(RULE, "专家约翰·史密斯察看新渠。约翰、史密斯说渠修得好。"),
            "专家约翰·史密斯察看新渠。约翰·史密斯说渠修得好。"
        );
    }

    #[test]
    fn bullets_and_list_numbers_are_no_interpuncts() {
        for sentence in [
            "• 清渠",
            "一．清渠",
            "约翰·布朗察看新渠。",
            "约翰、布朗察看新渠。",
            "渠通了.水来了。",
            "考察云南.海南两地。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
