//! What the rules on marks share: the blocks they read, pairs within pairs, and how a finding is mended.

use regex::{Captures, Regex};

use crate::{
    outline::{Block, BlockKind},
    rules::{Applicability, ArticleView, Edit, Finding, Findings, Fix, Words},
    text::{
        Span,
        chars::{is_closing, is_han, is_opening},
    },
};

/// Compiles a pattern of a rule.
pub fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is well formed")
}

/// The blocks that hold sentences or heads: no masthead, no line of bylines, no note.
pub fn blocks<'a>(view: &ArticleView<'a>) -> impl Iterator<Item = &'a Block> + use<'a> {
    let is_read =
        |block: &&Block| !matches!(block.kind, BlockKind::Masthead | BlockKind::Byline | BlockKind::Note);
    view.article.blocks.iter().filter(is_read)
}

/// Every match of a pattern in [`blocks`]. A block without any of `anchors`, marks of which each match has one, is not
/// searched.
pub fn each_match(
    view: &ArticleView<'_>,
    anchors: &[char],
    pattern: &Regex,
    mut visit: impl FnMut(&Block, &Captures<'_>),
) {
    for block in blocks(view) {
        if anchors.iter().any(|&anchor| block.text.may_hold(anchor)) {
            pattern.captures_iter(block.text.as_str()).for_each(|found| visit(block, &found));
        }
    }
}

/// Every place where a mark stands in [`blocks`].
pub fn each_mark(view: &ArticleView<'_>, mark: char, mut visit: impl FnMut(&Block, Span)) {
    for block in blocks(view).filter(|block| block.text.may_hold(mark)) {
        for (at, mark) in block.text.as_str().match_indices(mark) {
            visit(block, Span::new(at, at + mark.len()));
        }
    }
}

/// Whether no line break cuts the place apart.
pub fn is_whole(block: &Block, at: Span) -> bool {
    block.text.joins().all(|join| join <= at.start || at.end <= join)
}

/// Where a group of a match stands.
///
/// # Panics
///
/// When the group took no part in the match.
pub fn group(found: &Captures<'_>, index: usize) -> Span {
    found.get(index).expect("the group takes part in every match").range().into()
}

/// The character before a place.
pub fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character behind a place.
pub fn behind(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// How to mend a fault: replacements in offsets of the logical text, in order.
pub struct Mend {
    applicability: Applicability,
    changes: Vec<(Span, String)>,
}

impl Mend {
    /// A change of form.
    pub fn safe(at: Span, text: impl Into<String>) -> Self {
        Self { applicability: Applicability::Safe, changes: vec![(at, text.into())] }
    }

    /// A change that wants a look.
    pub fn with_care(at: Span, text: impl Into<String>) -> Self {
        Self { applicability: Applicability::Unsafe, changes: vec![(at, text.into())] }
    }

    /// One change more, behind the others.
    #[must_use]
    pub fn and(mut self, at: Span, text: impl Into<String>) -> Self {
        self.changes.push((at, text.into()));
        self
    }
}

/// Longer texts are not repeated in the title of a fix.
const SHORT: usize = 16;

/// Reports `at` of a block. A change across a line break or in a byline is left to the editor.
pub fn report<'f>(
    view: &ArticleView<'_>,
    findings: &'f mut Findings<'_>,
    block: &Block,
    at: Span,
    words: Words,
    mend: Option<Mend>,
) -> &'f mut Finding {
    let finding = findings.report(block.text.to_source(at), words);
    finding.fixes.extend(mend.and_then(|mend| fix(view, block, mend)));
    finding
}

fn fix(view: &ArticleView<'_>, block: &Block, mend: Mend) -> Option<Fix> {
    let (first, last) = (mend.changes.first()?.0, mend.changes.last()?.0);
    let text = block.text.as_str();
    let mut mended = String::new();
    let mut from = first.start;
    for (at, new) in &mend.changes {
        mended.push_str(&text[from..at.start]);
        mended.push_str(new);
        from = at.end;
    }
    let title = if first == last && first.is_empty() {
        Words::new(format!("补上「{mended}」"), format!("Insert {mended}"))
    } else if mended.is_empty() {
        let old = first.of(text);
        Words::new(format!("删去“{old}”"), format!("Delete {old}"))
    } else if mended.chars().count() > SHORT {
        Words::new("改正标点", "Correct the marks")
    } else {
        Words::new(format!("改为“{mended}”"), format!("Replace by {mended}"))
    };
    let edits: Vec<Edit> =
        mend.changes.into_iter().map(|(at, text)| Edit { span: block.text.to_source(at), text }).collect();
    let whole = block.text.to_source(first.to(last));
    let is_free = is_whole(block, first.to(last))
        && view.article.bylines.iter().all(|byline| !byline.span.overlaps(whole));
    is_free.then_some(Fix { title, applicability: mend.applicability, edits })
}

/// A mark that has the room of two characters, which typists make up of other signs.
pub struct WideMark {
    /// Its form.
    pub form: &'static str,
    /// Its name in both languages.
    pub name: [&'static str; 2],
    /// What stands beside the same signs where they mean something else.
    pub is_foreign: fn(char) -> bool,
}

/// Reports signs that stand for a mark in Chinese text.
pub fn report_makeshift(
    view: &ArticleView<'_>,
    findings: &mut Findings<'_>,
    block: &Block,
    at: Span,
    mark: &WideMark,
) {
    let text = block.text.as_str();
    let signs = at.of(text);
    let is_chinese = |c: char| {
        is_han(c)
            || matches!(c, '，' | '。' | '！' | '？' | '、')
            || !c.is_ascii() && (is_opening(c) || is_closing(c))
    };
    let sides = [before(text, at.start), behind(text, at.end)];
    let mut sides = sides.iter().flatten();
    if !sides.clone().any(|&c| is_chinese(c)) || sides.any(|&c| (mark.is_foreign)(c)) {
        return;
    }
    let (form, [zh, en]) = (mark.form, mark.name);
    let words = Words::new(
        format!("{zh}应为“{form}”，此处是“{signs}”"),
        format!("the {en} should be {form}, here it is {signs}"),
    );
    report(view, findings, block, at, words, Some(Mend::safe(at, form)));
}

/// Reports every comma or stop beside a mark; the pattern has one group for either side.
pub fn each_stop_beside(
    view: &ArticleView<'_>,
    findings: &mut Findings<'_>,
    anchor: char,
    pattern: &Regex,
    [zh, en]: [&str; 2],
) {
    each_match(view, &[anchor], pattern, |block, found| {
        let stop = group(found, if found.get(1).is_some() { 1 } else { 2 });
        let text = stop.of(block.text.as_str());
        let words =
            Words::new(format!("{zh}前后通常不用“{text}”"), format!("usually no {text} beside the {en}"));
        report(view, findings, block, stop, words, Some(Mend::with_care(stop, "")));
    });
}

/// A pair of marks with a pair of the same marks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nested {
    /// The pair around it, marks included.
    pub outer: Span,
    /// The pair itself, marks included.
    pub inner: Span,
    /// How many pairs stand around it.
    pub depth: usize,
}

impl Nested {
    /// Whether it stands in a layer that takes the other shape; the third layer is as the first.
    pub const fn takes_other_shape(&self) -> bool {
        self.depth % 2 == 1
    }
}

/// Every pair within another of the same shape in [`blocks`]; see [`nested`].
pub fn each_nested(
    view: &ArticleView<'_>,
    shape: [char; 2],
    other: [char; 2],
    mut visit: impl FnMut(&Block, Nested),
) {
    for block in blocks(view).filter(|block| block.text.may_hold(shape[0])) {
        for pair in nested(block.text.as_str(), shape, other) {
            visit(block, pair);
        }
    }
}

/// The pairs within pairs of the same shape, as in `《…《…》…》`. What stands inside another shape, `〈…〉`, begins anew.
/// None where the marks do not match, since then nobody knows what belongs together.
fn nested(text: &str, shape: [char; 2], other: [char; 2]) -> Vec<Nested> {
    // The marks that are open, and whether they are of the shape looked for.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut pairs: Vec<Span> = Vec::new();
    // Each pair within another: where that one begins, its own place, its depth.
    let mut found: Vec<(usize, Span, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        if c == shape[0] || c == other[0] {
            open.push((at, c == shape[0]));
        } else if c == other[1] {
            open.pop_if(|(_, is_same)| !*is_same);
        } else if c == shape[1] {
            // A mark of the other shape that was never closed may be an apostrophe.
            while open.pop_if(|(_, is_same)| !*is_same).is_some() {}
            let Some((start, _)) = open.pop() else { return Vec::new() };
            let inner = Span::new(start, at + c.len_utf8());
            let depth = open.iter().rev().take_while(|(_, is_same)| *is_same).count();
            if let Some(&(outer, true)) = open.last() {
                found.push((outer, inner, depth));
            }
            pairs.push(inner);
        }
    }
    if open.iter().any(|(_, is_same)| *is_same) {
        return Vec::new();
    }
    let whole = |start: usize| pairs.iter().copied().find(|pair| pair.start == start);
    let mut nested: Vec<Nested> = found
        .into_iter()
        .filter_map(|(outer, inner, depth)| Some(Nested { outer: whole(outer)?, inner, depth }))
        .collect();
    nested.sort_by_key(|nested| nested.inner);
    nested
}

/// The two marks of a pair, `mark` being as long as either.
pub fn ends(pair: Span, mark: char) -> [Span; 2] {
    let len = mark.len_utf8();
    [Span::new(pair.start, pair.start + len), Span::new(pair.end - len, pair.end)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_within_pairs_know_their_depth() {
        let texts = |text: &str| -> Vec<(String, usize)> {
            nested(text, ['《', '》'], ['〈', '〉'])
                .iter()
                .map(|n| (n.inner.of(text).to_owned(), n.depth))
                .collect()
        };
        assert_eq!(texts("《甲》和《乙》"), []);
        assert_eq!(texts("《甲《乙》《丙》》"), [("《乙》".into(), 1), ("《丙》".into(), 1)]);
        assert_eq!(texts("《甲《乙《丙》》》"), [("《乙《丙》》".into(), 1), ("《丙》".into(), 2)]);
        assert_eq!(texts("《甲〈乙《丙》〉》"), [], "another shape stands between");
        assert_eq!(texts("《甲《乙》"), [], "one is lost");
    }
}
