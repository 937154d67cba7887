//! Holds the dead, hurt, missing, rescued of a head against those of the body.

use super::{Count, Statement, digest::Piece, fails, holds, place, tally};
use crate::{
    annotate::relations::{
        Doubt, Relation, Verdict,
        likeness::{between, bigrams, sentence, shared_bigrams},
    },
    lexicon::outcome::Outcome,
    outline::Article,
};
use tally::{Standing, Tally};

/// How many paragraphs from the top may state what the head sums up. Further down stand background and other events.
const LEAD: usize = 3;

/// Words of a head that tells of several events, whose tallies the body may give one by one.
const SEVERAL: &[&str] = &["两起", "多起", "三起", "系列", "接连", "连发", "多地", "各地", "连环"];

/// Words of a head that sums up a time, not an event.
const OF_A_TIME: &[&str] =
    &["累计", "去年", "全年", "盘点", "今年", "上半年", "年来", "每年", "每天", "平均"];

/// How many tallies at most are added up in every way.
const MOST_PARTS: usize = 10;

/// A tally of the body.
struct Told {
    block: usize,
    paragraph: usize,
    tally: Tally,
}

impl Told {
    fn statement(&self, article: &Article) -> Statement {
        statement(article, self.block, &self.tally)
    }
}

fn statement(article: &Article, block: usize, tally: &Tally) -> Statement {
    Statement {
        place: place(article, block, tally.at),
        number: tally.number,
        count: tally.count,
        factor: 1.0,
    }
}

/// The relation of every tally in the head to those of the body.
pub fn find(article: &Article, claims: &[(usize, Tally)], body: &[Piece]) -> Vec<Relation> {
    if claims.is_empty() {
        return Vec::new();
    }
    let told: Vec<Told> = body
        .iter()
        .enumerate()
        .flat_map(|(paragraph, piece)| {
            tally::find(piece.text(article), false).into_iter().map(move |tally| Told {
                block: piece.block,
                paragraph,
                tally: tally.shift(piece.at.start),
            })
        })
        .collect();
    claims.iter().filter_map(|(block, claim)| judge(article, *block, claim, &told)).collect()
}

fn judge(article: &Article, block: usize, claim: &Tally, told: &[Told]) -> Option<Relation> {
    let head = statement(article, block, claim);
    for &outcome in &claim.outcomes {
        if let Some(run) = borne_out(claim, outcome, told) {
            let statements: Vec<Statement> = run.iter().map(|told| told.statement(article)).collect();
            return Some(holds(article, head, &statements));
        }
    }
    let text = article.blocks[block].text.as_str();
    let near = bigrams(between(text, claim.at, " \u{3000}"));
    let likeness = |told: &Told| {
        shared_bigrams(&near, sentence(article.blocks[told.block].text.as_str(), told.tally.at))
    };
    // Of equals the first, which max_by_key would give last.
    let rival = told
        .iter()
        .filter(|told| {
            told.paragraph < LEAD
                && told.tally.standing == Standing::Whole
                && claim.outcomes.iter().any(|&outcome| contradicts(outcome, told))
        })
        .rev()
        .max_by_key(|told| likeness(told))?;
    let mut relation = fails(article, head, rival.statement(article));
    if claim.standing != Standing::Whole
        || OF_A_TIME.iter().any(|word| text.contains(word))
        || SEVERAL.iter().any(|word| text.contains(word)) && may_add_up(claim, told)
    {
        relation.verdict = Verdict::Unchecked(Doubt::Scope);
        relation.corrections.clear();
    }
    Some(relation)
}

/// Whether some of the tallies, wherever they stand, add up to what the head says.
fn may_add_up(claim: &Tally, told: &[Told]) -> bool {
    claim.outcomes.iter().any(|&outcome| {
        let parts: Vec<&Tally> =
            told.iter().map(|told| &told.tally).filter(|tally| counts_for(tally, outcome)).collect();
        parts.len() > MOST_PARTS
            || (0_u32..1 << parts.len()).any(|chosen| {
                let chosen = parts.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1);
                chosen
                    .map(|(_, part)| part.count)
                    .reduce(Count::plus)
                    .is_some_and(|sum| claim.count.may_be(sum))
            })
    })
}

/// Whether a tally states the whole of what a head counts: of the hurt, not of the badly hurt alone.
fn contradicts(outcome: Outcome, told: &Told) -> bool {
    told.tally.outcomes.contains(&outcome)
}

/// The statement, or the parts one behind the other in one sentence, that may be what the head says.
fn borne_out<'t>(claim: &Tally, outcome: Outcome, told: &'t [Told]) -> Option<Vec<&'t Told>> {
    let telling: Vec<&Told> = told.iter().filter(|told| counts_for(&told.tally, outcome)).collect();
    if let Some(same) = telling.iter().find(|told| claim.count.may_be(told.tally.count)) {
        return Some(vec![same]);
    }
    for start in 0..telling.len() {
        let first = telling[start];
        let run: Vec<&Told> = telling[start..]
            .iter()
            .take_while(|told| (told.block, told.tally.sentence) == (first.block, first.tally.sentence))
            .copied()
            .collect();
        for parts in [true, false] {
            let run: Vec<&Told> =
                run.iter().filter(|told| (told.tally.standing == Standing::Part) == parts).copied().collect();
            for end in 2..=run.len() {
                let sum = run[..end].iter().map(|told| told.tally.count).reduce(Count::plus);
                if sum.is_some_and(|sum| claim.count.may_be(sum)) {
                    return Some(run[..end].to_vec());
                }
            }
        }
    }
    None
}

/// Whether a tally may explain a number of this outcome.
fn counts_for(tally: &Tally, outcome: Outcome) -> bool {
    match outcome {
        // 10人伤亡 may be told as 3人死亡、7人受伤.
        Outcome::Casualty => [Outcome::Casualty, Outcome::Dead, Outcome::Hurt, Outcome::Missing]
            .iter()
            .any(|&part| tally.tells_of(part)),
        Outcome::BadlyHurt | Outcome::SlightlyHurt => {
            tally.tells_of(outcome) || tally.tells_of(Outcome::Hurt)
        }
        _ => tally.tells_of(outcome) || tally.outcomes.contains(&Outcome::Casualty),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::relations::{
        Verdict,
        repeat::testing::{relations, verdicts},
    };

    #[test]
    fn a_number_that_the_body_never_gives_is_contradicted_and_can_be_mended_on_either_side() {
        let found = relations("青禾县车祸致5死", "昨日，青禾县发生车祸，造成三人当场死亡。");
        let [relation] = &found[..] else { panic!("{found:?}") };
        assert_eq!((relation.verdict, relation.formula.as_str()), (Verdict::Fails, "5 ≠ 3"));
        let corrections: Vec<&str> = relation.corrections.iter().map(|found| found.text.as_str()).collect();
        assert_eq!(corrections, ["3死", "五人当场死亡"]);
    }

    #[test]
    fn a_sum_of_parts_bears_a_head_out() {
        for (head, body, formula) in [
            ("青禾县车祸4人死亡", "事故造成1人当场死亡，3人送往医院途中死亡。", "1 + 3 = 4"),
            ("青禾县车祸4伤", "事故造成两人受重伤，两人受轻伤。", "2 + 2 = 4"),
            ("青禾县车祸7人伤亡", "事故造成3人死亡、4人受伤。", "3 + 4 = 7"),
            ("青禾县车祸5人遇难", "2名教师和3名学生遇难。", "2 + 3 = 5"),
        ] {
            let found = relations(head, body);
            let [relation] = &found[..] else { panic!("{head}: {found:?}") };
            assert_eq!((relation.verdict, relation.formula.as_str()), (Verdict::Holds, formula), "{head}");
        }
    }

    #[test]
    fn what_the_body_does_not_state_as_a_whole_contradicts_nothing() {
        for (head, body) in [
            ("青禾县车祸3人受伤", "去年，同一路段曾发生车祸，造成5人受伤。"),
            ("青禾县车祸6人受伤", "昨日的车祸中，2人重伤。"),
            ("青禾县去年交通事故死亡25人", "昨日，青禾县发生车祸，造成2人死亡。"),
            ("两起车祸致5人死亡", "昨日，青禾县发生车祸，造成2人死亡。同日，青河县发生车祸，造成3人死亡。"),
            ("青禾县车祸一家三口遇难", "张某和妻儿当场死亡。"),
        ] {
            assert!(!verdicts(head, body).contains(&Verdict::Fails), "{head}");
        }
    }

    /// A sentence of a body with its number left open.
    const BODIES: &[&str] = &[
        "昨日，青禾县发生一起事故，造成{}人死亡。",
        "昨日，青禾县发生一起事故，{}名乘客不幸遇难，多人受伤。",
        "昨日，青禾县发生一起事故，目前死亡人数已升至{}人。",
        "昨日，青禾县发生一起事故，现场共找到死者{}人。",
        "昨日，青禾县发生一起事故，车上{}人经抢救无效死亡。",
        "昨日，青禾县发生一起事故，造成{}死19伤。",
        "昨日，青禾县发生一起事故，撞死{}人。",
        "昨日，青禾县发生一起事故，至少{}人因吸入浓烟丧生。",
    ];

    const HEADS: &[&str] = &[
        "青禾县一起事故致{}死",
        "青禾县发生事故 {}人亡",
        "青禾县事故{}人遇难",
        "青禾县事故已造成{}人死亡",
        "致{}死事故原因查明",
    ];

    proptest! {
        #[test]
        fn the_same_number_holds_and_another_does_not(
            head in prop::sample::select(HEADS),
            body in prop::sample::select(BODIES),
            number in 1..99_u32,
            other in 1..99_u32,
        ) {
            let body = body.replace("{}", &number.to_string());
            prop_assert_eq!(verdicts(&head.replace("{}", &number.to_string()), &body), [Verdict::Holds]);
            prop_assume!(other != number);
            prop_assert_eq!(verdicts(&head.replace("{}", &other.to_string()), &body), [Verdict::Fails]);
        }
    }
}
