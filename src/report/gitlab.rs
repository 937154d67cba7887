//! The code quality report of GitLab, shown in merge requests.

use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, Report, Source, contract::DocumentFindings, fingerprint::Fingerprints};
use crate::rules::{Language, Severity};

/// Writes one array of issues.
#[derive(Debug)]
pub struct Gitlab {
    language: Language,
    /// How many issues were written.
    count: usize,
}

/// What GitLab shows.
#[derive(Debug, Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl Gitlab {
    /// Writes messages in one language.
    pub const fn new(language: Language) -> Self {
        Self { language, count: 0 }
    }

    fn write(&mut self, out: &mut dyn Write, issue: &Issue<'_>) -> io::Result<()> {
        out.write_all(if self.count == 0 { b"[\n" } else { b",\n" })?;
        self.count += 1;
        serde_json::to_writer(out, issue).map_err(io::Error::from)
    }
}

impl Report for Gitlab {
    fn needs_articles(&self) -> bool {
        false
    }

    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let Checked { source, text, analysis, .. } = *checked;
        let mut fingerprints = Fingerprints::new(source, text);
        let document = DocumentFindings::new(source, text, analysis, self.language);
        for (finding, found) in document.findings.iter().zip(&analysis.findings) {
            let issue = Issue {
                description: &finding.message,
                check_name: finding.rule,
                fingerprint: fingerprints.next(found),
                severity: match finding.severity {
                    Severity::Error => "critical",
                    Severity::Warning => "major",
                    Severity::Info => "info",
                },
                location: Location {
                    path: source.path(),
                    lines: Lines { begin: finding.range.start.line, end: finding.range.end.line },
                },
            };
            self.write(out, &issue)?;
        }
        Ok(())
    }

    fn failure(&mut self, out: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        let issue = Issue {
            description: error,
            check_name: "unreadable",
            fingerprint: Fingerprints::new(source, "").whole("unreadable"),
            severity: "blocker",
            location: Location { path: source.path(), lines: Lines { begin: 1, end: 1 } },
        };
        self.write(out, &issue)
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.count == 0 { b"[]\n" } else { b"\n]\n" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::Analysis,
        report::samples::{TEXT, analysis, printed},
    };

    #[test]
    fn a_finding_is_an_issue() {
        insta::assert_snapshot!(printed(&mut Gitlab::new(Language::Chinese), TEXT, &analysis()), @r#"
        [
        {"description":"12 + 20 = 32，与“共计30人”不符","check_name":"samples/sum","fingerprint":"b379037d688ea33f7a88ab6149c0f10d","severity":"critical","location":{"path":"a.txt","lines":{"begin":2,"end":2}}},
        {"description":"没有署名","check_name":"samples/byline","fingerprint":"9d334ee3283bede6574be425f66cf53d","severity":"major","location":{"path":"a.txt","lines":{"begin":1,"end":1}}}
        ]
        "#);
    }

    #[test]
    fn nothing_found_is_an_empty_array_and_what_was_not_read_an_issue() {
        assert_eq!(printed(&mut Gitlab::new(Language::Chinese), TEXT, &Analysis::default()), "[]\n");
        let (mut report, mut out) = (Gitlab::new(Language::English), Vec::new());
        report.failure(&mut out, &Source::Path("a.txt".to_owned()), "no such file").unwrap();
        report.finish(&mut out).unwrap();
        let issues: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(issues[0]["severity"], "blocker");
        assert_eq!(issues[0]["description"], "no such file");
    }
}
