//! Of whom and of when a figure is: the organization, place or person that its sentence is about, the date or period that
//! governs it, and what it is compared with. Each is left out where the sentence does not say so plainly.
//!
//! - `actor`: whose figure it is
//! - `period`: periods as they are printed (今年上半年, 3月份, 截至目前)
//! - `time`: which of them governs a figure

mod actor;
mod period;
mod time;

use super::super::{Annotations, Place};
use crate::{lexicon::segmenter::Word, outline::Article, text::Span};

/// Of whom and of when a figure is, as far as its sentence says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Whose figure it is: 市总工会 of 市总工会走进工地，发放慰问品200份.
    pub actor: Option<Actor>,
    /// The date or period that governs it.
    pub time: Option<Period>,
    /// What a change is counted from: 同比, 环比, 较上年.
    pub base: Option<Phrase>,
}

/// Whose figure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Where it stands.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// Its full name, if it is known.
    pub normalized: Option<String>,
}

/// A date or a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Where it stands.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// ISO 8601, with `-` for a year that is not known and `..` for an end that is open: `2024-01/2024-06`, `--03`,
    /// `../2024-05`. `None` for what has no dates of its own: 目前.
    pub iso: Option<String>,
}

/// Words of the draft and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where they stand.
    pub place: Place,
    /// As they read.
    pub text: String,
}

impl Scope {
    /// Whether two figures are certainly not of the same: of two actors neither of which may be the other, or of two
    /// periods. What is not known differs from nothing.
    pub fn differs(&self, other: &Self) -> bool {
        let actors = self.actor.as_ref().zip(other.actor.as_ref());
        let periods = self.time.as_ref().zip(other.time.as_ref());
        actors.is_some_and(|(one, other)| one.differs(other))
            || periods.is_some_and(|(one, other)| one.differs(other))
    }
}

impl Actor {
    /// 市总工会 may be 青禾市总工会, and 青禾镇 the one of a full name.
    fn differs(&self, other: &Self) -> bool {
        let names = |one: &Self| [Some(one.text.clone()), one.normalized.clone()];
        let (own, others) = (names(self), names(other));
        let is_part = |one: &str, other: &str| one.ends_with(other) || other.ends_with(one);
        !own.iter().flatten().any(|one| others.iter().flatten().any(|other| is_part(one, other)))
    }
}

impl Period {
    /// Only periods with dates of their own are known to differ; a year that is not printed may be any.
    fn differs(&self, other: &Self) -> bool {
        let Some((one, other)) = self.iso.as_deref().zip(other.iso.as_deref()) else { return false };
        let is_known = |iso: &str| !iso.starts_with("--");
        if is_known(one) == is_known(other) { one != other } else { false }
    }
}

/// Gives the figures of an article their scope; `said` holds its names, `words` the words of each block.
pub(in crate::annotate) fn complete(article: &Article, said: &mut Annotations, words: &[Vec<Word>]) {
    let mut figures = std::mem::take(&mut said.figures);
    for (index, block) in article.blocks.iter().enumerate() {
        let first = figures.partition_point(|figure| figure.place.block < index);
        let end = figures.partition_point(|figure| figure.place.block <= index);
        if first == end {
            continue;
        }
        let text = block.text.as_str();
        let place = |at: Span| Place { span: block.text.to_source(at), block: index, at };
        let periods = period::find(text, article.issue, &place);
        let times = time::Times::new(text, dateline_end(article, index), &periods);
        let actors = actor::Actors::new(text, index, said, &words[index], &periods);
        let mut previous = 0;
        for figure in &mut figures[first..end] {
            figure.scope.time = times.of(figure, previous);
            figure.scope.base = time::base(text, figure.place.at.start, &place);
            figure.scope.actor = actors.of(figure, previous);
            previous = figure.place.at.end;
        }
    }
    said.figures = figures;
}

/// Where the text behind the dateline begins, in the logical text of a block.
fn dateline_end(article: &Article, block: usize) -> usize {
    let Some(dateline) = &article.dateline else { return 0 };
    let text = &article.blocks[block].text;
    if !article.blocks[block].span.contains(dateline.span) {
        return 0;
    }
    text.as_str().find(&dateline.text).map_or(0, |at| at + dateline.text.len())
}

#[cfg(test)]
mod tests {
    use crate::annotate::{Figure, testing};

    fn figures(body: &str) -> Vec<Figure> {
        let text = format!("2024年5月20日　第12期\n\n青禾镇推进春耕\n\n　　{body}\n");
        testing::articles(&text).into_iter().flat_map(|(_, said)| said.figures).collect()
    }

    #[test]
    fn what_is_known_to_differ_is_told_from_what_may_be_the_same() {
        let differ = |body: &str| {
            let figures = figures(body);
            figures[0].scope.differs(&figures[1].scope)
        };
        assert!(differ("2023年，全镇种粮300亩。2024年，全镇种粮500亩。"));
        assert!(differ("市总工会发放毛巾300条。市妇联发放毛巾500条。"));
        assert!(!differ("2024年，全镇种粮300亩。今年，全镇种粮500亩。"));
        assert!(!differ("3月份，全镇种粮300亩。2024年3月，全镇种粮500亩。"));
        assert!(!differ("市总工会发放毛巾300条。常熟市总工会发放毛巾500条。"));
        assert!(!differ("全镇种粮300亩。今年，全镇种粮500亩。"));
    }
}
