//! The house's own words, from the glossary in `kanwu.toml`. kanwu ships no policy of wording of its own.

mod forbidden_term;
mod preferred_term;

pub use forbidden_term::ForbiddenTerm;
pub use preferred_term::PreferredTerm;

use super::{Applicability, ArticleView, Edit, Findings, Fix, Term, Words};

/// Reports the terms of the glossary that are forbidden, or those that are not.
fn report(
    view: &ArticleView<'_>,
    findings: &mut Findings<'_>,
    forbidden: bool,
    words: impl Fn(&str, &Term) -> Words,
) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for (at, term) in view.settings.glossary.find(text) {
            if term.forbidden != forbidden {
                continue;
            }
            let span = block.text.to_source(at);
            let found = findings.report(span, words(at.of(text), term));
            // Where a line breaks within the word, there is no telling where the break should go.
            if let Some(preferred) = term.preferred.as_ref().filter(|_| span.len() == at.len()) {
                found.fixes.push(Fix {
                    title: Words::new(format!("改为“{preferred}”"), format!("Replace by “{preferred}”")),
                    applicability: Applicability::Unsafe,
                    edits: vec![Edit { span, text: preferred.clone() }],
                });
            }
        }
    }
}

/// The reason that the house gives, to follow a message.
fn reason(term: &Term) -> (String, String) {
    term.reason
        .as_ref()
        .map_or_else(Default::default, |reason| (format!("：{reason}"), format!(": {reason}")))
}
