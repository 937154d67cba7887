//! A party committee whose level is written twice: 青山市市委.

use regex::Regex;
use std::sync::LazyLock;

use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// 地名与“市委”“县委”等连用，行政级别重复。
    ///
    /// The level of a party committee is written twice.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 地名后接“省委、市委、县委、区委、镇委”等时重复的“省、市、县、区、镇”：德清县县委（应为德清县委）。
    /// 政府职务不在此列：“市市长”“省省长”不误；“各县县委”也不误。
    /// The level of a place written once more before its committee.
    /// Posts of government are another matter: 市市长 is right, and so is 各县县委.
    ///
    /// ## 为什么 · Why
    ///
    /// 党委名称由地名加“委员会”构成，简称为“德清县委”；地名本身已带“县”，不再重复
    /// （《中国共产党地方委员会工作条例》中的称谓）。
    /// A committee is called by its place, which has its level already (Regulations on the Work of Local Committees of
    /// the Communist Party).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 春耕备耕现场会召开
    ///
    /// 近日，德清县县委召开春耕备耕现场会，部署田间管理和农资供应工作，各镇负责人参加。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 春耕备耕现场会召开
    ///
    /// 近日，德清县委召开春耕备耕现场会，各县县委派人观摩，德清县县长到会讲话，部署农资供应工作。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去重复的一字即可，快速修复可以代劳。
    /// Delete one of the two characters; the quick fix does it.
    DoubledCommittee = "names/doubled-committee" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DOUBLED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:省省|市市|县县|区区|镇镇|乡乡|旗旗|州州)委").expect("the pattern is sound")
});

/// What stands before a level that speaks of several places or of none: 各县县委, 五市市委.
const NO_PLACE: &str = "各全该本这每两三四五六七八九十几个某地、，。；：“（及和与跨";

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for found in DOUBLED.find_iter(text) {
            let behind = &text[found.end()..];
            let names_a_place =
                text[..found.start()].chars().next_back().is_some_and(|c| !NO_PLACE.contains(c));
            let is_other_word = ["托", "派", "任", "屈"].iter().any(|word| behind.starts_with(word))
                || behind.starts_with('员') && !behind.starts_with("员会");
            if !names_a_place || is_other_word {
                continue;
            }
            let level = found.as_str().chars().next().map_or(0, char::len_utf8);
            let wrong = found.as_str();
            let right = &wrong[level..];
            let finding = findings.report(
                block.text.to_source(found.range().into()),
                Words::new(
                    format!("“{wrong}”重复，应为“{right}”"),
                    format!("“{wrong}” has its level twice; it should be “{right}”"),
                ),
            );
            let second = Span::new(found.start() + level, found.start() + 2 * level);
            finding.fixes.push(Fix {
                title: Words::new("删去重复的字", "Delete the character that is doubled"),
                applicability: Applicability::Unsafe,
                edits: vec![Edit { span: block.text.to_source(second), text: String::new() }],
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "names/doubled-committee";

    #[test]
    fn the_second_level_goes() {
        let text = "工作会召开\n\n近日，江苏省省委和东莞市市委、大英县县委先后召开会议，作了部署。（王江）\n";
        assert_eq!(hits(RULE, text), ["省省委", "市市委", "县县委"]);
        assert!(fixed(RULE, text).contains("江苏省委和东莞市委、大英县委"));
    }

    #[test]
    fn posts_of_government_and_several_places_are_right() {
        let text =
            "工作会召开\n\n近日，东莞市市长、贵州省省长和各县县委、三市市委负责人到会，作了部署。（王江）\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
