//! Where else the draft speaks of a thing.

use std::collections::BTreeSet;

use crate::{
    annotate::Annotations,
    rules::Words,
    server::session::Open,
    text::{Encoding, Span},
};

/// How often something is mentioned in the draft, and on which lines.
pub fn mentions(open: &Open, of: impl Fn(&Annotations) -> Vec<Span>) -> Words {
    let (mut count, mut lines) = (0, BTreeSet::new());
    for placed in &open.analysis.articles {
        for span in of(&placed.analysis.annotations) {
            count += 1;
            let start = span.shift(placed.span.start).start;
            lines.insert(open.document.position(start, Encoding::Utf32).line + 1);
        }
    }
    let list = |comma| lines.iter().map(usize::to_string).collect::<Vec<_>>().join(comma);
    let (times, line) =
        (if count == 1 { "mention" } else { "mentions" }, if lines.len() == 1 { "line" } else { "lines" });
    Words::new(
        format!("全稿提及 {count} 处：第 {} 行", list("、")),
        format!("{count} {times} in the draft: {line} {}", list(", ")),
    )
}
