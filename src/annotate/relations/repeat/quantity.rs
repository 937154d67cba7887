//! Holds any other quantity of a head against the body: the same unit, the same noun or the same words around it.

use super::{
    Count, Statement,
    digest::{Digest, DigestKind},
    fails, holds,
    scope::{OF_ANOTHER_SCOPE, OF_ANOTHER_TIME, narrowing},
};
use crate::{
    annotate::{
        Annotations, Figure, FigureRole, Place,
        relations::{
            Relation,
            likeness::{clause, follow, lead, sentence, shared_end, shared_start},
            printed::same_unit,
        },
    },
    lexicon::{segmenter::words, unit},
    outline::{Article, BlockKind},
    text::Span,
};

/// How many characters must be the same in front of both figures, or behind both.
const SHARED_IN_FRONT: usize = 3;
const SHARED_BEHIND: usize = 4;

/// How many must be the same on either side, and how many on both together: 救助|12名|贫困生.
const SHARED_ON_EITHER_SIDE: usize = 2;
const SHARED_ON_BOTH: usize = 5;

/// Two figures for one thing seldom differ by more, unless a decimal point or a 万 was lost.
const GREATEST_RATIO: f64 = 3.0;

/// Units of rank and of time, which say when and which rather than how much.
pub const OF_RANK_AND_TIME: &[&str] =
    &["届", "级", "期", "轮", "批", "层", "步", "岁", "个月", "天", "周", "小时", "分钟", "年"];

/// Units that count people, of whom the same verb and noun make the same quantity.
const OF_PEOPLE_AND_HOMES: &[&str] = &["人", "名", "位", "户", "人次"];

/// What a rate is named by, without which it tells of a change.
const NAMES_OF_RATES: &[&str] = &["率", "比重", "占比", "比例", "指数", "度"];

/// The relation of every figure in a digest to those of its body that tell of the same; `read` are the places that were
/// held against it in other ways.
pub fn find(article: &Article, said: &Annotations, digest: &Digest, read: &[Place]) -> Vec<Relation> {
    let lines = Digest::figures(&said.figures, &digest.lines);
    if lines.is_empty() {
        return Vec::new();
    }
    let body = Digest::figures(&said.figures, &digest.body);
    let lines = lines.into_iter().filter(|head| {
        !read.iter().any(|place| place.block == head.place.block && place.at.overlaps(head.place.at))
    });
    lines.filter_map(|head| Claim::new(article, said, digest, head).judge(&body)).collect()
}

/// A figure of a digest, and what it is read with.
struct Claim<'a> {
    article: &'a Article,
    said: &'a Annotations,
    figure: &'a Figure,
    /// The line it stands in.
    line: &'a str,
    /// All that may name what it is a quantity of: the digest and the head of the article.
    heads: String,
}

impl<'a> Claim<'a> {
    fn new(article: &'a Article, said: &'a Annotations, digest: &Digest, figure: &'a Figure) -> Self {
        let line = digest.lines.iter().find(|line| line.holds(figure.place));
        let of_article = article
            .blocks
            .iter()
            .filter(|block| matches!(block.kind, BlockKind::Kicker | BlockKind::Headline | BlockKind::Deck));
        let of_digest = digest.lines.iter().filter(|_| digest.kind != DigestKind::Head);
        Self {
            article,
            said,
            figure,
            line: line.map_or("", |line| line.text(article)),
            heads: of_article
                .map(|block| block.text.as_str())
                .chain(of_digest.map(|line| line.text(article)))
                .collect(),
        }
    }

    fn judge(&self, body: &[&Figure]) -> Option<Relation> {
        let Self { article, said, figure: head, .. } = *self;
        if OF_RANK_AND_TIME.contains(&head.unit.as_str()) || is_of_a_change(article, head) {
            return None;
        }
        let comparable: Vec<&Figure> =
            body.iter().filter(|figure| figure.is_comparable(head)).copied().collect();
        let same: Vec<&Figure> = comparable
            .iter()
            .filter(|figure| is_same(article, said, &self.heads, head, figure))
            .copied()
            .collect();
        let claim = statement(head);
        let agrees = |figure: &&&Figure| agree(head, figure);
        if let Some(figure) = same.iter().find(agrees) {
            return Some(holds(article, claim, &[statement(figure)]));
        }
        let rival = same.iter().find(|figure| self.is_same_scope(figure) && is_like_in_size(head, figure))?;
        let in_same_unit: Vec<&Figure> =
            comparable.iter().filter(|figure| same_unit(figure, head)).copied().collect();
        if comparable.iter().any(|figure| agrees(&figure)) || is_sum(article, claim.count, &in_same_unit) {
            return None;
        }
        Some(fails(article, claim, statement(rival)))
    }

    /// Whether no word around a figure of the body gives it another scope than the claim's.
    fn is_same_scope(&self, body: &Figure) -> bool {
        let of_body = text(self.article, body);
        let is_other = |words: &[&str], around: &str| {
            words.iter().any(|word| around.contains(word) && !self.line.contains(word))
        };
        let is_same_role = self.figure.role == body.role
            || [self.figure.role, body.role]
                .iter()
                .all(|role| matches!(role, FigureRole::Plain | FigureRole::Total));
        is_same_role
            && !is_other(OF_ANOTHER_SCOPE, clause(of_body, body.place.at))
            && !is_other(OF_ANOTHER_TIME, sentence(of_body, body.place.at))
    }
}

/// Whether both may stand for the same quantity, the one in a head, which rounds more freely; in two units (亩, 公顷) as far
/// as the printed digits of both allow.
pub fn agree(head: &Figure, body: &Figure) -> bool {
    if same_unit(head, body) { count(head).may_be(count(body)) } else { head.base().meets(body.base()) }
}

/// Whether the words around both figures tell of the same thing.
fn is_same(article: &Article, said: &Annotations, heads: &str, head: &Figure, body: &Figure) -> bool {
    let before = |figure: &Figure| lead(text(article, figure), chain_start(said, figure));
    let behind = |figure: &Figure| follow(text(article, figure), figure.place.at.end);
    let (lead_a, lead_b) = (before(head), before(body));
    let (in_front, behind) = (shared_end(lead_a, lead_b), shared_start(behind(head), behind(body)));
    let rest = |lead: &str| -> String {
        let length = lead.chars().count() - in_front;
        lead.chars().take(length).collect()
    };
    let (rest_a, rest_b) = (rest(lead_a), rest(lead_b));
    if [head, body].iter().any(|figure| is_relative(figure)) {
        return head.role == body.role
            && in_front >= SHARED_IN_FRONT
            && NAMES_OF_RATES.iter().any(|name| lead_a.ends_with(name))
            && !lead_a.starts_with('占')
            && (narrowing(&rest_b).is_empty() || rest_a == rest_b);
    }
    let is_same_verb = || {
        let verbs = verbs(&rest_a);
        OF_PEOPLE_AND_HOMES.contains(&head.unit.as_str())
            && !verbs.is_empty()
            && verbs.iter().any(|verb| rest_b.contains(verb))
    };
    in_front >= SHARED_IN_FRONT && is_same_subject(heads, &rest_b)
        || behind >= SHARED_BEHIND
        || in_front >= SHARED_ON_EITHER_SIDE
            && (behind >= SHARED_ON_EITHER_SIDE && in_front + behind >= SHARED_ON_BOTH || is_same_verb())
}

/// The verbs of two characters and more.
fn verbs(text: &str) -> Vec<&str> {
    words(text)
        .into_iter()
        .filter(|word| word.tag.starts_with('v') && word.at.len() > '动'.len_utf8())
        .map(|word| word.at.of(text))
        .collect()
}

/// Whether a figure is a share, a change or a quantity per unit.
pub fn is_relative(figure: &Figure) -> bool {
    matches!(figure.unit.as_str(), "%" | "‰" | "个百分点" | "百分点" | "倍")
        || matches!(figure.role, FigureRole::Change | FigureRole::Rate | FigureRole::PerUnit)
}

/// Whether the body says no more of what is counted than the head: the words right before those that both have must
/// stand in the head as well. 网络|销售额 is not all of 销售额, and 青河县|粮食产量 not that of 青禾县.
fn is_same_subject(heads: &str, rest: &str) -> bool {
    let rest = narrowing(rest);
    rest.is_empty() || rest.char_indices().rev().nth(1).is_some_and(|(at, _)| heads.contains(&rest[at..]))
}

/// Whether a figure is where a change begins or ends: 从450元提高到610元.
pub fn is_of_a_change(article: &Article, figure: &Figure) -> bool {
    let around = clause(text(article, figure), figure.place.at);
    around.contains(['从', '由']) && around.contains(['到', '至'])
}

/// Whether two values may be two readings of one quantity: near each other, or the same digits.
pub fn is_like_in_size(a: &Figure, b: &Figure) -> bool {
    let [a, b] = [a, b].map(|figure| figure.value * unit::factor(&figure.unit));
    let ratio = a.max(b) / a.min(b);
    let power = ratio.log10();
    ratio <= GREATEST_RATIO || (power - power.round()).abs() < 1e-9
}

/// Whether figures that follow one another in a sentence make up the number.
fn is_sum(article: &Article, claim: Count, figures: &[&Figure]) -> bool {
    (0..figures.len()).any(|start| {
        let first = figures[start];
        let mut sum = count(first);
        figures[start + 1..]
            .iter()
            .zip(&figures[start..])
            .take_while(|(next, last)| {
                next.place.block == last.place.block
                    && !Span::new(last.place.at.end, next.place.at.start)
                        .of(text(article, first))
                        .contains('。')
            })
            .any(|(next, _)| {
                sum = sum.plus(count(next));
                claim.may_be(sum)
            })
    })
}

/// Where the run of figures begins that ends in this one: 2919户|9496人.
pub fn chain_start(said: &Annotations, figure: &Figure) -> usize {
    let at = figure.place.at.start;
    said.figures
        .iter()
        .find(|other| other.place.block == figure.place.block && other.place.at.end == at)
        .map_or(at, |other| other.place.at.start)
}

pub fn text<'a>(article: &'a Article, figure: &Figure) -> &'a str {
    article.blocks[figure.place.block].text.as_str()
}

pub fn statement(figure: &Figure) -> Statement {
    let factor = unit::factor(&figure.unit);
    Statement { place: figure.place, number: figure.number, count: count(figure), factor }
}

/// The figure with its words of estimate.
fn count(figure: &Figure) -> Count {
    Count::of(figure.value, figure.step, figure.bound)
}

#[cfg(test)]
mod tests {
    use crate::annotate::relations::{Verdict, repeat::testing::verdicts};

    fn is_contradicted(head: &str, body: &str) -> bool {
        verdicts(head, body).contains(&Verdict::Fails)
    }

    #[test]
    fn the_same_verb_and_noun_make_the_same_quantity() {
        for (head, body) in [
            ("青禾镇收集建议172件", "连日来，青禾镇干部走村入户，共收集建议127件。"),
            ("青禾县紧急转移受灾群众9596人", "昨日，青禾县已紧急转移安置受灾群众2919户9496人。"),
            ("青禾展销会销售额突破5亿元", "据统计，本届展销会销售额达3.2亿元。"),
            ("青禾镇260户用上自来水", "昨日，青禾镇280户居民用上自来水。"),
            ("青禾县森林覆盖率达43%", "目前，森林覆盖率达45%。"),
        ] {
            assert!(
                is_contradicted(head, body),
                "{head}: {:?}",
                crate::annotate::relations::repeat::testing::relations(head, body)
            );
        }
    }

    #[test]
    fn rounding_estimates_and_sums_bear_a_head_out() {
        for (head, body) in [
            ("青禾展销会销售额突破3亿元", "据统计，本届展销会销售额达3.2亿元。"),
            ("青禾县紧急转移受灾群众9496人", "昨日，青禾县已紧急转移安置受灾群众2919户9496人。"),
            ("青禾镇收集建议38件", "走访中，收集建议32件，网上又收集建议6件。"),
            ("青禾镇收集建议超百件", "走访中，共收集建议127件。"),
        ] {
            assert!(!is_contradicted(head, body), "{head}");
        }
    }

    #[test]
    fn another_scope_is_another_quantity() {
        for (head, body) in [
            ("青禾展销会销售额突破5亿元", "本届展销会网络销售额达3.2亿元。"),
            ("青禾镇收集建议172件", "去年，青禾镇收集建议127件。"),
            ("青禾镇收集建议172件", "首批收集建议127件。"),
            ("青禾县本科招生2800人", "青禾县高职招生1500人。"),
            ("青禾县粮食产量从32万吨提高到45万吨", "青禾县粮食产量38万吨。"),
            ("青禾镇办起第3届运动会", "这是青禾镇办起的第2届运动会。"),
            ("青禾镇发放补贴50万元", "其中发放补贴30万元。"),
        ] {
            assert!(!is_contradicted(head, body), "{head}");
        }
    }
}
