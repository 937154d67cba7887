//! The eight democratic parties in the order in which they are listed.

use crate::{
    lexicon::democratic_party::{self, DemocraticParty},
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 民主党派的排列次序与惯例不符。
    ///
    /// Democratic parties are listed in another order than the customary one.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一串顿号并列中的三个以上民主党派，次序与“民革、民盟、民建、民进、农工党、致公党、九三学社、台盟”不同。
    /// 只列其中几个的，也按同样的先后。
    /// Three parties or more in one list whose order is not 民革, 民盟, 民建, 民进, 农工党, 致公党, 九三学社, 台盟. A list of
    /// some of them keeps the same order.
    ///
    /// ## 为什么 · Why
    ///
    /// 这是全国政协界别设置和《中国新型政党制度》白皮书所列的次序。
    /// It is the order of the sectors of the CPPCC and of the white paper on China's political party system
    /// (《中国新型政党制度》).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 专家下乡义诊
    ///
    /// 近日，民革、民建、民盟三个党派的医生组成专家团走进山村，为老人义诊，发放常用药品。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 专家下乡义诊
    ///
    /// 近日，民革、民盟、民建三个党派的医生组成专家团走进山村，为老人义诊，发放常用药品。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 照惯例的次序排列；按发言先后、捐款多少等排列的，不必改。
    /// Put them in order, unless the list goes by another order, such as that of speakers.
    PartyOrder = "names/party-order" {
        severity: Info,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// How many parties make a list.
const LEAST: usize = 3;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        let mentions: Vec<(Span, DemocraticParty)> = democratic_party::mentions(text).collect();
        for list in mentions.chunk_by(|(one, _), (next, _)| is_listed(&text[one.end..next.start])) {
            let mut order: Vec<DemocraticParty> = list.iter().map(|(_, party)| *party).collect();
            if order.len() < LEAST || order.is_sorted() {
                continue;
            }
            order.sort_unstable();
            order.dedup();
            // A party that comes twice stands in two lists.
            if order.len() < list.len() {
                continue;
            }
            let right = order.iter().map(|party| party.short_name()).collect::<Vec<_>>().join("、");
            findings.report(
                block.text.to_source(list[0].0.to(list[list.len() - 1].0)),
                Words::new(
                    format!("民主党派的惯例次序是“{right}”"),
                    format!("the customary order of these parties is “{right}”"),
                ),
            );
        }
    }
}

/// Whether what stands between two parties makes one list of them: 、 and a short name of a committee at most.
fn is_listed(between: &str) -> bool {
    between.contains('、')
        && between.matches('、').count() == 1
        && between.chars().count() <= 8
        && !between.contains(['，', '。', '；', '：', '（', '“', '”'])
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "names/party-order";

    #[test]
    fn a_list_out_of_order_is_marked_once() {
        let text = "义诊\n\n近日，民盟市委会、民革市委会、九三学社市委会的医生参加了义诊活动，大家都很高兴。（王江）\n";
        assert_eq!(hits(RULE, text), ["民盟市委会、民革市委会、九三学社"]);
    }

    #[test]
    fn lists_in_order_pairs_and_words_that_look_like_parties_are_right() {
        let text = "义诊\n\n近日，民革、民建、九三学社、台盟和民建、民革的医生，人民进出、农民建房、人民革新之家参加了义诊。（王江）\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
