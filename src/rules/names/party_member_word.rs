//! The word each democratic party has for its members: 民盟盟员, 民建会员, 九三学社社员.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    lexicon::democratic_party::{self, DemocraticParty},
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// 民主党派成员的称谓用错。
    ///
    /// Members of a democratic party are called by the word of another.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 党派名称（可带地方组织、支部）之后的成员称谓：民革、农工党、致公党称党员，民盟、台盟称盟员，民建、民进称会员，
    /// 九三学社称社员。“成员”可以通用。
    /// The word for a member behind the name of a party, with a branch in between or not.
    /// It is 党员 in 民革, 农工党 and 致公党,
    /// 盟员 in 民盟 and 台盟, 会员 in 民建 and 民进, 社员 in 九三学社. 成员 is right with all of them.
    ///
    /// ## 为什么 · Why
    ///
    /// 各民主党派章程对成员各有定称（《中国民主同盟章程》《中国民主建国会章程》《九三学社章程》等）。
    /// The charter of each party says what its members are called.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 专家下乡义诊
    ///
    /// 近日，民盟会员和九三学社党员组成的专家团走进山村，为老人义诊，发放常用药品。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 专家下乡义诊
    ///
    /// 近日，民盟盟员、民建会员和九三学社社员组成的专家团走进山村，为老人义诊，发放常用药品。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为该党派的定称，或者统称“成员”。
    /// Put the word that the party itself uses, or the general word for a member.
    PartyMemberWord = "names/party-member-word" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// What may stand between party and member: a place, a committee, a branch.
static MEMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:\p{Han}{0,8}?(?:委员会|[省市县区]委会?|总支部?|支部|支社|小组|[省市县区]))?的?(?P<word>党员|盟员|会员|社员)",
    )
    .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for (at, party) in democratic_party::mentions(text) {
            let Some(found) = MEMBER.captures(&text[at.end..]) else { continue };
            let Some(word) = found.name("word") else { continue };
            if word.as_str() == party.member() || is_other_body(text, at, party, word.start()) {
                continue;
            }
            let word = Span::from(word.range()).shift(at.end);
            let (wrong, right) = (word.of(text), party.member());
            let name = party.short_name();
            let span = block.text.to_source(word);
            let finding = findings.report(
                span,
                Words::new(
                    format!("{name}成员称“{right}”，不称“{wrong}”"),
                    format!("members of {name} are called “{right}”, not “{wrong}”"),
                ),
            );
            finding.fixes.push(Fix {
                title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
                applicability: Applicability::Unsafe,
                edits: vec![Edit { span, text: right.to_owned() }],
            });
        }
    }
}

/// 民进党员 may be of the 民进党 of Taiwan; 致公党员 is 致公党 without its second 党; and what a branch's name hides
/// between party and word may be another body: 民盟市委机关党支部党员.
fn is_other_body(text: &str, at: Span, party: DemocraticParty, between: usize) -> bool {
    let behind = &text[at.end..at.end + between];
    (party == DemocraticParty::Jin && behind.is_empty() && text[at.end..].starts_with('党'))
        || ["党支部", "党总支", "党委", "机关", "中共", "与", "和", "及"]
            .iter()
            .any(|word| behind.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "names/party-member-word";

    #[test]
    fn each_party_has_its_word() {
        let text = "义诊\n\n近日，民盟常熟市委会会员、民建盟员、九三学社第一支社党员、农工党会员参加了义诊活动。（王江）\n";
        assert_eq!(hits(RULE, text), ["会员", "盟员", "党员", "会员"]);
        assert!(fixed(RULE, text).contains("市委会盟员、民建会员、九三学社第一支社社员、农工党党员"));
    }

    #[test]
    fn the_right_word_and_other_bodies_are_left_alone() {
        let text = "义诊\n\n近日，民盟盟员、民进会员、民革党员、民进党员、致公党员、民盟市委会机关党支部党员、各党派成员、农民会员参加。（王江）\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
