//! Ranges that do not overlap, in order, with answers in logarithmic time.

use super::Span;

/// Ranges of one text, in order and without overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// Of ranges that overlap, the first that begins is kept, and of those that begin together the longest.
    pub fn of(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut all: Vec<Span> = spans.into_iter().filter(|span| !span.is_empty()).collect();
        all.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        let mut kept: Vec<Span> = Vec::with_capacity(all.len());
        for span in all {
            if kept.last().is_none_or(|last| last.end <= span.start) {
                kept.push(span);
            }
        }
        Self(kept)
    }

    /// The first range that shares a byte with `span`.
    pub fn overlapping(&self, span: Span) -> Option<Span> {
        let at = self.0.partition_point(|one| one.end <= span.start);
        self.0.get(at).copied().filter(|one| one.overlaps(span))
    }

    /// Whether a range shares a byte with `span`.
    pub fn overlap(&self, span: Span) -> bool {
        self.overlapping(span).is_some()
    }

    /// The range that ends at `end`.
    pub fn ending(&self, end: usize) -> Option<Span> {
        let at = self.0.binary_search_by_key(&end, |one| one.end).ok()?;
        Some(self.0[at])
    }

    /// The range that begins at `start`.
    pub fn starting(&self, start: usize) -> Option<Span> {
        let at = self.0.binary_search_by_key(&start, |one| one.start).ok()?;
        Some(self.0[at])
    }

    /// Whether `span` lies wholly inside one of the ranges.
    pub fn contain(&self, span: Span) -> bool {
        self.overlapping(span).is_some_and(|one| one.contains(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_found_by_their_ends_and_by_what_they_share() {
        let spans = Spans::of([Span::new(10, 14), Span::new(2, 6), Span::new(4, 8), Span::new(2, 3)]);
        assert_eq!(spans.ending(6), Some(Span::new(2, 6)));
        assert_eq!(spans.ending(8), None);
        assert_eq!(spans.starting(10), Some(Span::new(10, 14)));
        assert!(spans.overlap(Span::new(5, 7)) && !spans.overlap(Span::new(6, 10)));
        assert!(spans.contain(Span::new(11, 13)) && !spans.contain(Span::new(5, 11)));
    }
}
