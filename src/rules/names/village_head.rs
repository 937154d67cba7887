//! The head of a villagers' committee under the title of old: 溪西村村长.

use crate::{
    annotate::LocalityKind,
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

use super::context::{speaks_of_elsewhere, tells_of_the_past};

rule! {
    /// 以“村长”称村民委员会主任。
    ///
    /// The head of a villagers' committee is called by the title of old.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 村名之后的“村长、副村长”：规范的称谓是“村委会主任、村委会副主任”，也说“村主任”。
    /// 引语里的、说旧事的、说到港澳台或外国的，不查；不跟着村名的“村长”也不查。
    /// The title of old behind the name of a village. Words that are quoted, and sentences of the past, of Hong Kong,
    /// Macao, Taiwan or another country are left alone; so is the title without a village.
    ///
    /// ## 为什么 · Why
    ///
    /// 《村民委员会组织法》第六条：村民委员会由主任、副主任和委员组成，没有“村长”一职。
    /// A villagers' committee has a director, deputies and members, and no 村长 (Organic Law of the Villagers'
    /// Committees, article 6).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 茶园添了滴灌
    ///
    /// 近日，乾元镇溪西村村长林茂生带着茶农检查滴灌管道，采茶季的用工今年少了一半。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 茶园添了滴灌
    ///
    /// 近日，乾元镇溪西村村委会主任林茂生带着茶农检查滴灌管道，当过十年村长的老人也来帮忙。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“村委会主任”，快速修复可以代劳；确系绰号或沿用旧称的，可以不改。
    /// Put the title of today, as the quick fix does. A nickname may stay.
    VillageHead = "names/village-head" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// Villages whose heads are called so: those of games, of holidays, of films.
const OTHER_VILLAGES: &[&str] = &[
    "运动员村",
    "奥运村",
    "冬奥村",
    "亚运村",
    "残奥村",
    "青奥村",
    "大运村",
    "世博村",
    "地球村",
    "度假村",
    "影视村",
    "选手村",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for village in view.annotations.localities.iter().filter(|one| one.kind == LocalityKind::Village) {
        let block = &view.article.blocks[village.place.block];
        let text = block.text.as_str();
        let at = village.place.at;
        let behind = &text[at.end..];
        let Some((wrong, right)) = [("村长", "村委会主任"), ("副村长", "村委会副主任")]
            .into_iter()
            .find(|(wrong, _)| behind.starts_with(wrong))
        else {
            continue;
        };
        let title = Span::new(at.end, at.end + wrong.len());
        let opened = text[..at.start].rfind('“').map_or(0, |at| at + '“'.len_utf8());
        let is_quoted = opened > 0 && !text[opened..at.start].contains('”');
        if is_quoted
            || OTHER_VILLAGES.iter().any(|other| village.text.ends_with(other))
            || tells_of_the_past(view, village.place.block, title)
            || speaks_of_elsewhere(view, village.place.block, title)
        {
            continue;
        }
        let span = block.text.to_source(title);
        let finding = findings.report(
            span,
            Words::new(
                format!("村民委员会不设“{wrong}”，规范的称谓是“{right}”"),
                format!("a villagers' committee has no {wrong}; the title is {right}"),
            ),
        );
        finding.fixes.push(Fix {
            title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
            applicability: Applicability::Unsafe,
            edits: vec![Edit { span, text: right.to_owned() }],
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "names/village-head";

    #[test]
    fn the_head_of_a_committee_is_its_director() {
        assert_eq!(hits_in(RULE, "石桥镇溪西村村长林茂生来了。"), ["村长"]);
        assert_eq!(mended(RULE, "石桥镇溪西村副村长林茂生来了。"), "石桥镇溪西村村委会副主任林茂生来了。");
    }

    #[test]
    fn quotations_the_past_and_other_villages_are_left_alone() {
        for sentence in [
            "石桥镇溪西村村委会主任林茂生来了。",
            "老人说：“石桥镇溪西村村长来过。”",
            "曾任石桥镇溪西村村长的林茂生来了。",
            "老村长林茂生来了。",
            "亚运村村长林茂生来了。",
            "日本的石桥镇溪西村村长来访。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
