//! Whose figure it is: the organization, place or person at the head of its clause, or of one before it in the sentence
//! whose doings the clauses in between go on with.

use super::{Actor, Period, time::CLAUSES};
use crate::{
    annotate::{Annotations, Figure, Locality, LocalityKind, Place, figures::context},
    lexicon::segmenter::Word,
    text::{Span, nearby},
};

/// Marks that end what one subject is said to do.
const STOPS: [char; 5] = ['。', '！', '？', '；', '\n'];

/// Words that may stand at the head of a clause before its subject.
const OPENERS: &[&str] =
    &["同时", "此外", "另外", "随后", "近日", "日前", "连日来", "当天", "当日", "其中", "活动中"];

/// What stands behind a mention that is no subject: a modifier, or one of several.
const NOT_SUBJECT: &[char] =
    &['的', '、', '和', '与', '及', '等', '》', '”', '）', ')', '·', '—', '-', '至', '到'];

/// Verbs of saying: what is said is of somebody else.
const SAYS: &[&str] = &[
    "介绍",
    "表示",
    "说",
    "称",
    "指出",
    "告诉",
    "透露",
    "强调",
    "坦言",
    "了解到",
    "获悉",
    "统计",
    "显示",
    "印发",
    "公布",
    "发布",
    "通报",
    "数据",
];

/// Words by which a clause gets another subject that does or is done to.
const TURNS: &[&str] = &["由", "被", "让", "使", "据", "经", "如", "按"];

/// Words by which a clause goes on with the same, and which the dictionary has no verbs or adverbs of.
const GOES_ON: &[&str] = &["同比", "环比", "累计", "共", "总", "较", "比", "人均", "户均", "平均"];

/// Characters that a name which was read too far begins with.
const JOINS: &[char] = &['与', '和', '及', '同', '向', '在'];

/// How many characters a clause in front of a noun may have: 会长李四率领的|协会.
const RELATIVE: usize = 7;

/// How many characters stand between the name of an item in a list and its figure: 白石镇党员20人.
const LABEL: usize = 4;

/// The subjects of a block, ready to be asked for.
pub(super) struct Actors<'a> {
    text: &'a str,
    /// What may be a subject, in the order of the text.
    mentions: Vec<Mention<'a>>,
    words: &'a [Word],
    periods: &'a [Period],
}

struct Mention<'a> {
    place: &'a Place,
    text: &'a str,
    normalized: Option<&'a str>,
    posts: &'a [String],
}

impl<'a> Actors<'a> {
    pub(super) fn new(
        text: &'a str,
        block: usize,
        said: &'a Annotations,
        words: &'a [Word],
        periods: &'a [Period],
    ) -> Self {
        let mut mentions = Vec::new();
        let here = |place: &Place| place.block == block;
        for one in said.organizations.iter().filter(|one| here(&one.place)) {
            let normalized = one.normalized.as_deref();
            mentions.push(Mention { place: &one.place, text: &one.text, normalized, posts: &[] });
        }
        // A lake does nothing, and of a place of no known level it is not sure that it is one.
        // 棚户区 ends as a district does; one that exists is known.
        let is_body = |one: &Locality| match one.kind {
            LocalityKind::Natural | LocalityKind::Other => false,
            LocalityKind::Province | LocalityKind::City | LocalityKind::County => one.normalized.is_some(),
            _ => true,
        };
        for one in said.localities.iter().filter(|one| here(&one.place) && !one.nested && is_body(one)) {
            let normalized = one.normalized.as_deref();
            mentions.push(Mention { place: &one.place, text: &one.text, normalized, posts: &[] });
        }
        for one in said.persons.iter().filter(|one| here(&one.place)) {
            mentions.push(Mention {
                place: &one.place,
                text: &one.text,
                normalized: None,
                posts: &one.posts,
            });
        }
        mentions.retain(|mention| !mention.text.starts_with(JOINS) && mention.text.chars().nth(1).is_some());
        mentions.sort_by_key(|mention| mention.place.at);
        Self { text, mentions, words, periods }
    }

    /// Whose figure it is; `previous` is where the figure before it ends.
    pub(super) fn of(&self, figure: &Figure, previous: usize) -> Option<Actor> {
        let end = figure.place.at.start;
        let before = nearby::before(self.text, end);
        let from = end - before.len();
        let sentence = before.rfind(STOPS).map_or(from, |at| from + at + mark_len(before, at));
        let last = self.mentions.partition_point(|mention| mention.place.at.end <= end);
        let mention = self.mentions[..last]
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, mention)| mention.place.at.start >= sentence)
            .find(|(index, mention)| self.is_subject(*index, mention, sentence, (previous, end)))
            .map(|(_, mention)| mention)?;
        let at = mention.place.at;
        self.reaches(at, end, previous).then(|| Actor {
            place: *mention.place,
            text: mention.text.to_owned(),
            normalized: mention.normalized.map(str::to_owned),
        })
    }

    /// Whether a mention heads its clause, or its item of a list right before the figure at `end`.
    fn is_subject(
        &self,
        index: usize,
        mention: &Mention<'_>,
        sentence: usize,
        (previous, end): (usize, usize),
    ) -> bool {
        let at = mention.place.at;
        if self.text[at.end..].starts_with(NOT_SUBJECT) || !self.is_followed(at.end, end) {
            return false;
        }
        let before = &self.text[sentence..at.start];
        let head = before.rfind(CLAUSES).into_iter().chain(before.rfind('、')).max();
        let start = head.map_or(sentence, |head| sentence + head + mark_len(before, head));
        let is_item = head.is_some_and(|head| before[head..].starts_with('、'));
        // 甲镇12人、乙镇20人 gives each its own; of 甲镇、乙镇20人 it is not known.
        let has_own = (sentence..start).contains(&previous) && is_label(&self.text[previous..start]);
        if is_item && !(has_own && is_label(&self.text[at.end..end])) {
            return false;
        }
        self.is_empty(start, at.start, index, mention.posts)
    }

    /// Whether a mention goes on with what it does, or with the label of its own figure. A noun makes it part of a longer
    /// name or the owner of something, a clause with 的 part of what describes another.
    fn is_followed(&self, at: usize, end: usize) -> bool {
        let behind = &self.text[at..end];
        let is_relative = behind.chars().take(RELATIVE).any(|c| c == '的');
        let is_own = is_label(behind) && !behind.contains('的');
        !is_relative && (is_own || self.is_doing(at))
    }

    /// Whether a verb, an adverb or a preposition begins at a place.
    fn is_doing(&self, at: usize) -> bool {
        let text = &self.text[at..];
        if GOES_ON.iter().any(|word| text.starts_with(word)) || context::begins_with_verb(text) {
            return true;
        }
        let word = self.words.binary_search_by_key(&at, |word| word.at.start).ok().map(|at| self.words[at]);
        word.is_some_and(|word| matches!(word.tag, "v" | "vd" | "vg" | "vi" | "vq" | "d" | "ad" | "p" | "c"))
    }

    /// Whether nothing stands from `start` to `end` but periods, words that open a clause, and mentions that lead up to the
    /// one there: 江苏省|常熟市|支塘镇, 青禾镇党委书记|李四.
    fn is_empty(&self, start: usize, mut end: usize, index: usize, posts: &[String]) -> bool {
        let mut mentions = self.mentions[..index].iter().rev().peekable();
        loop {
            let rest = self.text[start..end].trim_end_matches(char::is_whitespace);
            end = start + rest.len();
            if rest.is_empty() {
                return true;
            }
            let ends_there = |span: Span| span.end == end && span.start >= start;
            if let Some(post) = posts.iter().find(|post| rest.ends_with(post.as_str())) {
                end -= post.len();
            } else if let Some(mention) = mentions.next_if(|mention| ends_there(mention.place.at)) {
                end = mention.place.at.start;
            } else if let Some(period) = self.period_before(end).filter(|period| ends_there(period.place.at))
            {
                end = period.place.at.start;
            } else if let Some(word) = OPENERS.iter().find(|word| rest == **word) {
                end -= word.len();
            } else {
                return false;
            }
        }
    }

    /// The last period that ends at or before a place.
    fn period_before(&self, end: usize) -> Option<&Period> {
        let last = self.periods.partition_point(|period| period.place.at.end <= end);
        self.periods[..last].last()
    }

    /// Whether the figure at `end` is still said of the subject at `at`.
    fn reaches(&self, at: Span, end: usize, previous: usize) -> bool {
        let between = &self.text[at.end..end];
        // 高于美国的4小时: of another.
        let last = self.mentions.partition_point(|mention| mention.place.at.end <= end);
        let is_of_another = self.mentions[..last].last().is_some_and(|mention| {
            mention.place.at.start > at.start && self.text[mention.place.at.end..end].starts_with('的')
        });
        if is_of_another {
            return false;
        }
        // 青禾镇12人、党员20人: the name was a label of the figure behind it alone.
        let first_digit = between.find(|c: char| c.is_numeric()).map_or("", |first| &between[..first]);
        let was_label =
            previous > at.end && is_label(first_digit) && !self.has_verb(at.end, first_digit.len());
        if was_label {
            return false;
        }
        let mut start = at.end;
        let mut is_first = true;
        for clause in between.split(CLAUSES) {
            let said = if is_first { true } else { self.goes_on(start, end) };
            if !said || SAYS.iter().any(|word| is_first && clause.contains(word)) {
                return false;
            }
            start +=
                clause.len() + self.text[start + clause.len()..].chars().next().map_or(0, char::len_utf8);
            is_first = false;
        }
        true
    }

    /// Whether a clause has no subject of its own: it begins with a verb, an adverb or a period. A figure at its head may
    /// be that of another subject: ，30名志愿者走进工地.
    fn goes_on(&self, start: usize, end: usize) -> bool {
        let text = self.text[start..].trim_start();
        let start = self.text.len() - text.len();
        if start >= end {
            return false;
        }
        if self.periods.binary_search_by_key(&start, |period| period.place.at.start).is_ok() {
            return true;
        }
        let is_mention = self.mentions.binary_search_by_key(&start, |one| one.place.at.start).is_ok();
        !is_mention && !TURNS.iter().any(|word| text.starts_with(word)) && self.is_doing(start)
    }

    /// Whether a verb stands in so many bytes from `start` on.
    fn has_verb(&self, start: usize, len: usize) -> bool {
        let first = self.words.partition_point(|word| word.at.start < start);
        self.words[first..]
            .iter()
            .take_while(|word| word.at.end <= start + len)
            .any(|word| word.tag.starts_with('v'))
    }
}

fn mark_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Whether words are few enough to be the label of a figure behind a name.
fn is_label(words: &str) -> bool {
    words.chars().count() <= LABEL && !words.contains(CLAUSES)
}

#[cfg(test)]
mod tests {
    use crate::annotate::testing;

    /// The text of each figure with whose it is.
    fn read(body: &str) -> Vec<(String, String)> {
        let said = testing::last(&format!("各地慰问职工\n\n　　{body}\n"));
        said.figures
            .iter()
            .map(|figure| {
                let actor = figure.scope.actor.as_ref().map(|actor| actor.text.clone()).unwrap_or_default();
                (figure.text.clone(), actor)
            })
            .collect()
    }

    #[test]
    fn the_subject_of_the_sentence_is_the_actor() {
        for (body, expected) in [
            ("市总工会走进工地，发放慰问品200份。", &[("200份", "市总工会")][..]),
            ("3月13日，市总工会发放毛巾12条、肥皂20块。", &[("12条", "市总工会"), ("20块", "市总工会")]),
            ("常熟市支塘镇建成水渠12条，惠及农户300户。", &[("12条", "支塘镇"), ("300户", "支塘镇")]),
            ("市总工会向常熟市支塘镇捐赠图书300册。", &[("300册", "市总工会")]),
            ("常熟市12人、昆山市20人参加。", &[("12人", "常熟市"), ("20人", "昆山市")]),
        ] {
            let read = read(body);
            let read: Vec<_> = read.iter().map(|(text, actor)| (text.as_str(), actor.as_str())).collect();
            assert_eq!(read, expected, "{body}");
        }
    }

    #[test]
    fn what_is_unclear_is_left_out() {
        for body in [
            "市总工会走访企业，企业捐款3万元。",
            "市总工会、市妇联发放慰问品200份。",
            "市总工会介绍，全市慰问职工200名。",
            "来自市总工会的志愿者30名到场。",
            "市总工会开展慰问。志愿者发放慰问品200份。",
            "在市总工会组织下，志愿者发放慰问品200份。",
            "市总工会率领的服务队，累计发放慰问品200份。",
            "市总工会开展慰问，30名志愿者到场。",
            "市总工会、市妇联20人到场。",
            "市总工会人均捐款高于市妇联的300元。",
        ] {
            assert_eq!(read(body)[0].1, "", "{body}");
        }
    }
}
