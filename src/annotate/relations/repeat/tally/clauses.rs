//! Brings the numbers and the wordings of a sentence together: within a clause by where each wording looks for its number,
//! across clauses by the words that hand an outcome on.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    HIDDEN, Standing, standing,
    tokens::{self, Kind, Token},
};
use crate::{lexicon::outcome::Voice, text::Span};

/// What may stand between a wording and the number behind it: 死亡|人数已升至|18人.
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(?:者|人员|人数|人口|总数|数字|数量|数|群众|病例|的|已经|已|目前|共计|一共|总共|共|合计|总计|升|增|上升|\
         增加|攀升|达|到|至|为|是|有|从|由|了|：|:)*$",
    )
    .expect("the pattern is well formed")
});

/// What may stand between one number and the next where the outcome of both is the same.
static RISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:上升|增加|攀升|升|增|修正|更新)?(?:到|至|为)|^(?:和|与|及|以及)$")
        .expect("the pattern is well formed")
});

/// How far behind its number a wording may stand, and how far in front of its object a verb, in characters.
const REACH: usize = 26;
const REACH_TO_OBJECT: usize = 14;

/// The numbers of a sentence, each with the outcomes it tells of.
pub fn read(text: &str, sentence: Span, is_head: bool) -> Vec<Token> {
    let mut tokens = tokens::read(text, sentence);
    let mut first = 0;
    while first < tokens.len() {
        let mut end = first + 1;
        while end < tokens.len() && !is_cut(text, &tokens[end - 1], &tokens[end], is_head) {
            end += 1;
        }
        read_clause(text, &mut tokens[first..end]);
        first = end;
    }
    pass_on(text, &mut tokens);
    tokens.retain(|token| matches!(token.kind, Kind::Number { .. }));
    for token in &mut tokens {
        token.standing = token.standing.max(standing(text, sentence, token.at));
    }
    tokens
}

/// Whether a mark stands between two neighbours, so that they belong to different clauses.
fn is_cut(text: &str, before: &Token, behind: &Token, is_head: bool) -> bool {
    let gap = Span::new(before.at.end, behind.at.start.max(before.at.end)).of(text);
    gap.contains(['，', ',', '、', '；', ';', '：', ':', '|']) || is_head && gap.contains([' ', '\u{3000}'])
}

/// Gives every wording of a clause its number.
fn read_clause(text: &str, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let Kind::Wording { outcome, voice } = tokens[at].kind else { continue };
        let own = tokens[at].at;
        let before = (0..at).rev().find(|&other| tokens[other].counts(outcome));
        let behind = (at + 1..tokens.len()).find(|&other| tokens[other].counts(outcome));
        let gap_before = before.map(|other| Span::new(tokens[other].at.end, own.start).of(text));
        let gap_behind = behind.map(|other| Span::new(own.end, tokens[other].at.start).of(text));
        let is_passive = gap_before.is_some_and(|gap| gap.contains(['被', '遭']));
        let is_near = |gap: Option<&str>, reach: usize| {
            gap.is_some_and(|gap| gap.chars().filter(|&c| c != HIDDEN).count() <= reach)
        };
        let is_linked = gap_behind.is_some_and(|gap| LINK.is_match(gap));
        let is_taken = before.is_some_and(|other| tokens[other].reach.end <= tokens[other].at.end)
            && before.is_some_and(|other| !tokens[other].outcomes.is_empty());
        let number = match voice {
            Voice::Bare => before.filter(|_| gap_before == Some("")),
            Voice::Act if !is_passive && is_near(gap_behind, REACH_TO_OBJECT) => behind,
            Voice::State if (before.is_none() || is_taken) && is_linked => behind,
            _ => before.filter(|_| is_near(gap_before, REACH)),
        };
        let Some(number) = number else { continue };
        let number = &mut tokens[number];
        number.outcomes.push(outcome);
        number.reach = number.reach.to(own);
    }
}

/// Hands outcomes on to numbers that have none: to the next (升至18人; 5人和1人), to the parts behind 其中, and, loosely,
/// back to a number whose wording stands in the next clause.
fn pass_on(text: &str, tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let Kind::Number { unit, .. } = tokens[at].kind else {
            // 4名同伴血肉模糊，当场死亡.
            if let Kind::Wording { outcome, voice: Voice::State } = tokens[at].kind
                && tokens[at - 1].counts(outcome)
                && tokens[at - 1].outcomes.is_empty()
            {
                tokens[at - 1].outcomes.push(outcome);
                tokens[at - 1].standing = Standing::Aside;
            }
            continue;
        };
        let Some(last) = (0..at).rev().find(|&other| matches!(tokens[other].kind, Kind::Number { .. }))
        else {
            continue;
        };
        if !matches!(tokens[last].kind, Kind::Number { unit: other, .. } if other == unit) {
            continue;
        }
        let gap = Span::new(
            tokens[last].reach.end.max(tokens[last].at.end),
            tokens[at].at.start.max(tokens[last].reach.end),
        )
        .of(text);
        let is_rise = RISE.is_match(gap);
        if tokens[at].outcomes.is_empty() && !tokens[last].outcomes.is_empty() {
            if is_rise || gap.contains("其中") || tokens[last].standing == Standing::Part {
                let handed = tokens[last].outcomes.clone();
                tokens[at].outcomes = handed;
                tokens[at].standing = if is_rise { Standing::Whole } else { Standing::Part };
            }
        } else if tokens[last].outcomes.is_empty()
            && !tokens[at].outcomes.is_empty()
            && gap.contains(['和', '与', '及', '、'])
            && !gap.contains(['，', ',', '；'])
        {
            // 2名教师和3名学生死亡.
            let handed = tokens[at].outcomes.clone();
            tokens[last].outcomes = handed;
            tokens[last].standing = Standing::Aside;
        }
    }
}
