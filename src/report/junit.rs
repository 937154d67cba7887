//! The XML of `JUnit`: a suite a document and a test a finding, which fails where the finding makes the check fail.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::{Checked, Report, Source, contract::DocumentFindings};
use crate::rules::{Language, Severity};

/// Writes suites. They are written at the end, because their counts come first.
#[derive(Debug)]
pub struct Junit {
    language: Language,
    fail_on: Severity,
    suites: quick_junit::Report,
}

impl Junit {
    /// Writes messages in one language; findings below `fail_on` are told of in tests that pass.
    pub fn new(language: Language, fail_on: Severity) -> Self {
        Self { language, fail_on, suites: quick_junit::Report::new("kanwu") }
    }
}

impl Report for Junit {
    fn needs_articles(&self) -> bool {
        false
    }

    fn document(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let Checked { source, text, analysis, .. } = *checked;
        let path = source.path();
        let mut suite = TestSuite::new(&path);
        let document = DocumentFindings::new(source, text, analysis, self.language);
        if document.findings.is_empty() {
            let mut sound = TestCase::new("check", TestCaseStatus::success());
            sound.set_classname(&path);
            suite.add_test_case(sound);
        }
        for finding in document.findings {
            let (rule, severity, at) = (finding.rule, finding.severity, finding.range.start);
            let place = format!("{path}:{at}: {severity} {rule}: {}", finding.message);
            let mut case = if severity >= self.fail_on {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                status.set_type(severity.name()).set_message(finding.message).set_description(place);
                TestCase::new(format!("{rule} {at}"), status)
            } else {
                let mut passed = TestCase::new(format!("{rule} {at}"), TestCaseStatus::success());
                passed.set_system_out(place);
                passed
            };
            case.set_classname(&path);
            suite.add_test_case(case);
        }
        self.suites.add_test_suite(suite);
        Ok(())
    }

    fn failure(&mut self, _: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        let path = source.path();
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_type("unreadable").set_message(error);
        let mut case = TestCase::new("check", status);
        case.set_classname(&path);
        let mut suite = TestSuite::new(&path);
        suite.add_test_case(case);
        self.suites.add_test_suite(suite);
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let xml = self.suites.to_string().map_err(io::Error::other)?;
        // Jenkins' schema has no such count of all suites together, and nothing is ever skipped.
        out.write_all(xml.replacen(" skipped=\"0\"", "", 1).as_bytes())
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
    fn a_finding_is_a_test_that_fails_from_the_severity_that_counts() {
        let mut report = Junit::new(Language::Chinese, Severity::Error);
        insta::assert_snapshot!(printed(&mut report, TEXT, &analysis()), @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="kanwu" tests="2" failures="1" errors="0">
            <testsuite name="a.txt" tests="2" skipped="0" errors="0" failures="1">
                <testcase name="samples/sum 2:21" classname="a.txt">
                    <failure message="12 + 20 = 32，与“共计30人”不符" type="error">a.txt:2:21: error samples/sum: 12 + 20 = 32，与“共计30人”不符</failure>
                </testcase>
                <testcase name="samples/byline 1:1" classname="a.txt">
                    <system-out>a.txt:1:1: warning samples/byline: 没有署名</system-out>
                </testcase>
            </testsuite>
        </testsuites>
        "#);
    }

    #[test]
    fn a_sound_document_is_a_test_that_passes() {
        let xml = printed(&mut Junit::new(Language::Chinese, Severity::Info), TEXT, &Analysis::default());
        assert!(xml.contains("tests=\"1\"") && xml.contains("failures=\"0\""), "{xml}");
    }

    #[test]
    fn what_was_not_read_is_an_error() {
        let (mut report, mut out) = (Junit::new(Language::English, Severity::Info), Vec::new());
        report.failure(&mut out, &Source::Path("a.txt".to_owned()), "no such file").unwrap();
        report.finish(&mut out).unwrap();
        let xml = String::from_utf8(out).unwrap();
        assert!(xml.contains("errors=\"1\"") && xml.contains("no such file"), "{xml}");
    }
}
