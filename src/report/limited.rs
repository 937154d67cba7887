//! A report of the first findings only, where there may be thousands.

use std::{cell::Cell, io, rc::Rc};

use super::{Checked, Report, Source};

/// Passes on so many findings, and counts the others.
pub struct Limited {
    inner: Box<dyn Report>,
    left: usize,
    /// How many findings were left out.
    hidden: Rc<Cell<usize>>,
}

impl Limited {
    /// At most `most` findings of all documents together go to `inner`; the number of the others is kept in `hidden`.
    pub fn new(inner: Box<dyn Report>, most: usize, hidden: Rc<Cell<usize>>) -> Self {
        Self { inner, left: most, hidden }
    }
}

impl Report for Limited {
    fn document(&mut self, out: &mut dyn io::Write, checked: &Checked<'_>) -> io::Result<()> {
        let count = checked.analysis.findings.len();
        if count <= self.left {
            self.left -= count;
            return self.inner.document(out, checked);
        }
        let mut analysis = checked.analysis.clone();
        analysis.findings.truncate(self.left);
        self.hidden.set(self.hidden.get() + count - self.left);
        self.left = 0;
        self.inner.document(out, &Checked { analysis: &analysis, ..*checked })
    }

    fn failure(&mut self, out: &mut dyn io::Write, source: &Source, error: &str) -> io::Result<()> {
        self.inner.failure(out, source, error)
    }

    fn finish(&mut self, out: &mut dyn io::Write) -> io::Result<()> {
        self.inner.finish(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        report::{
            Concise, Content,
            samples::{TEXT, analysis},
        },
        rules::Language,
    };

    #[test]
    fn the_first_findings_of_all_documents_are_passed_on_and_the_others_counted() {
        let hidden = Rc::default();
        let concise = Box::new(Concise::new(Content::Findings(Language::Chinese)));
        let mut report = Limited::new(concise, 3, Rc::clone(&hidden));
        let source = Source::Path("a.txt".to_owned());
        let analysis = analysis();
        let mut out = Vec::new();
        for _ in 0..3 {
            let checked = Checked { source: &source, text: TEXT, analysis: &analysis, error_rate: None };
            report.document(&mut out, &checked).unwrap();
        }
        assert_eq!(String::from_utf8(out).unwrap().lines().count(), 3);
        assert_eq!(hidden.get(), 3);
    }
}
