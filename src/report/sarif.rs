//! SARIF 2.1.0, which code scanning services read: rules with their documentation, results with fixes and fingerprints.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;
use serde_sarif::sarif::{
    ArtifactChange, ArtifactContent, ArtifactLocation, Fix, Invocation, Location, Message,
    MultiformatMessageString, Notification, PhysicalLocation, PropertyBag, Region, Replacement,
    ReportingConfiguration, ReportingDescriptor, Result as Found, ResultLevel, Run, Sarif as Log, Tool,
    ToolComponent,
};

use super::{
    Checked, Report, Source,
    contract::{self, DocumentFindings, Range, Rule},
    fingerprint::Fingerprints,
};
use crate::rules::{self, Language, Severity};

/// The schema of what is written.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What may stand in the path of a URI as it is.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Writes one run. It is written at the end, because the rules come first.
#[derive(Debug)]
pub struct Sarif {
    language: Language,
    results: Vec<Found>,
    rules: BTreeSet<&'static str>,
    /// What could not be read.
    failures: Vec<Notification>,
}

impl Sarif {
    /// Writes messages in one language; the documentation of rules is in both.
    pub const fn new(language: Language) -> Self {
        Self { language, results: Vec::new(), rules: BTreeSet::new(), failures: Vec::new() }
    }

    fn run(&mut self) -> Run {
        let rules: Vec<&str> = self.rules.iter().copied().collect();
        let mut results = std::mem::take(&mut self.results);
        for result in &mut results {
            let at = result.rule_id.as_deref().and_then(|id| rules.binary_search(&id).ok());
            result.rule_index = at.and_then(|at| i64::try_from(at).ok());
        }
        let rules = rules.into_iter().map(|name| descriptor(name, self.language)).collect::<Vec<_>>();
        let driver = ToolComponent::builder()
            .name(env!("CARGO_PKG_NAME"))
            .full_name("kanwu 勘误")
            .semantic_version(env!("CARGO_PKG_VERSION"))
            .information_uri(env!("CARGO_PKG_REPOSITORY"))
            .rules(rules)
            .build();
        let failures = std::mem::take(&mut self.failures);
        let invocation = Invocation::builder()
            .execution_successful(failures.is_empty())
            .tool_execution_notifications(failures)
            .build();
        Run::builder()
            .tool(Tool::builder().driver(driver).build())
            .invocations(vec![invocation])
            .language(match self.language {
                Language::Chinese => "zh-CN",
                Language::English => "en-US",
            })
            // Columns count Unicode scalar values.
            .column_kind(json!("unicodeCodePoints"))
            .results(results)
            .build()
    }
}

impl Report for Sarif {
    fn needs_articles(&self) -> bool {
        false
    }

    fn document(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let Checked { source, text, analysis, .. } = *checked;
        let uri = uri(source);
        let mut fingerprints = Fingerprints::new(source, text);
        let document = DocumentFindings::new(source, text, analysis, self.language);
        for (finding, found) in document.findings.into_iter().zip(&analysis.findings) {
            self.rules.insert(finding.rule);
            self.results.push(result(finding, &uri, &fingerprints.next(found)));
        }
        Ok(())
    }

    fn failure(&mut self, _: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        let place = PhysicalLocation::builder().artifact_location(artifact(&uri(source))).build();
        let failure = Notification::builder()
            .level(json!("error"))
            .message(message(error))
            .locations(vec![Location::builder().physical_location(place).build()]);
        self.failures.push(failure.build());
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let log = Log::builder().schema(SCHEMA).version(json!("2.1.0")).runs(vec![self.run()]).build();
        serde_json::to_writer(&mut *out, &log).map_err(io::Error::from)?;
        out.write_all(b"\n")
    }
}

fn result(finding: contract::Finding, uri: &str, fingerprint: &str) -> Found {
    let level = match finding.severity {
        Severity::Error => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
        Severity::Info => ResultLevel::Note,
    };
    let related = (1..).zip(&finding.related).map(|(id, related)| {
        Location::builder()
            .id(id)
            .message(message(&related.message))
            .physical_location(place(uri, region(related.range)))
            .build()
    });
    // The first is what the services know a finding by, the second what other readers may go by.
    let fingerprints =
        ["primaryLocationLineHash", "kanwu/v1"].map(|name| (name.to_owned(), fingerprint.to_owned()));
    let snippet = ArtifactContent::builder().text(finding.text).build();
    Found::builder()
        .rule_id(finding.rule)
        .level(level)
        .message(message(&finding.message))
        .locations(vec![
            Location::builder()
                .physical_location(place(uri, Region { snippet: Some(snippet), ..region(finding.range) }))
                .build(),
        ])
        .related_locations(related.collect::<Vec<_>>())
        .fixes(finding.fixes.iter().map(|one| fix(one, uri)).collect::<Vec<_>>())
        .partial_fingerprints(BTreeMap::from(fingerprints))
        .build()
}

fn fix(fix: &contract::Fix, uri: &str) -> Fix {
    let replacements = fix.edits.iter().map(|edit| {
        Replacement::builder()
            .deleted_region(region(edit.range))
            .inserted_content(ArtifactContent::builder().text(edit.text.as_str()).build())
            .build()
    });
    let change = ArtifactChange::builder()
        .artifact_location(artifact(uri))
        .replacements(replacements.collect::<Vec<_>>());
    Fix::builder()
        .description(message(&fix.title))
        .artifact_changes(vec![change.build()])
        .properties(properties("applicability", json!(fix.applicability), None))
        .build()
}

/// What is known of a rule: its name, and its documentation in both languages.
fn descriptor(name: &str, language: Language) -> ReportingDescriptor {
    let Some(info) = rules::find(name) else { return ReportingDescriptor::builder().id(name).build() };
    let rule = Rule::from(info);
    let level = match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    };
    let plain = |text: &str| MultiformatMessageString::builder().text(text).build();
    let both = [Language::Chinese, Language::English].map(|language| rule.summary_in(language));
    ReportingDescriptor::builder()
        .id(rule.name)
        .short_description(plain(rule.summary_in(language)))
        .full_description(plain(&both.join(" ")))
        .help(MultiformatMessageString::builder().text(rule.doc.as_str()).markdown(rule.doc.as_str()).build())
        .help_uri(rule.url.as_str())
        .default_configuration(ReportingConfiguration::builder().level(json!(level)).build())
        .properties(properties("since", json!(rule.since), Some(vec![rule.group.to_owned()])))
        .build()
}

fn properties(name: &str, value: serde_json::Value, tags: Option<Vec<String>>) -> PropertyBag {
    let mut bag =
        PropertyBag::builder().additional_properties(BTreeMap::from([(name.to_owned(), value)])).build();
    bag.tags = tags;
    bag
}

fn message(text: &str) -> Message {
    Message::builder().text(text).build()
}

fn artifact(uri: &str) -> ArtifactLocation {
    ArtifactLocation::builder().uri(uri).build()
}

fn place(uri: &str, region: Region) -> PhysicalLocation {
    PhysicalLocation::builder().artifact_location(artifact(uri)).region(region).build()
}

/// The document as a reference: a path stays relative, the rest is escaped.
fn uri(source: &Source) -> String {
    let path = source.path();
    let escaped = utf8_percent_encode(&path, PATH).to_string();
    if path.starts_with('/') { format!("file://{escaped}") } else { escaped }
}

fn region(range: Range) -> Region {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Region::builder()
        .start_line(number(range.start.line))
        .start_column(number(range.start.column))
        .end_line(number(range.end.line))
        .end_column(number(range.end.column))
        .build()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{
        check::Analysis,
        report::samples::{TEXT, analysis, printed},
    };

    fn log(report: &mut Sarif, analysis: &Analysis) -> Value {
        serde_json::from_str(&printed(report, TEXT, analysis)).expect("it is JSON")
    }

    #[test]
    fn a_result_has_its_place_its_evidence_and_what_can_be_done() {
        let log = log(&mut Sarif::new(Language::Chinese), &analysis());
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let result = &run["results"][0];
        assert_eq!(result["ruleId"], "samples/sum");
        assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "samples/sum");
        assert_eq!(result["ruleIndex"], 1);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a.txt");
        let region = json!({
            "startLine": 2, "startColumn": 21, "endLine": 2, "endColumn": 26, "snippet": {"text": "共计30人"},
        });
        assert_eq!(place["region"], region);
        assert_eq!(result["relatedLocations"][1]["message"]["text"], "分项");
        assert_eq!(result["fixes"][0]["properties"]["applicability"], "unsafe");
        let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(replacement["insertedContent"]["text"], "32人");
    }

    #[test]
    fn a_rule_is_explained_in_both_languages() {
        let text = "青禾镇开会\n　　2月30日，青禾镇开会。\n";
        let (mut report, mut out) = (Sarif::new(Language::English), Vec::new());
        let source = Source::Path("./稿件 1.txt".to_owned());
        let analysis = Analysis::of(text);
        let checked = Checked { source: &source, text, analysis: &analysis, error_rate: None };
        report.document(&mut out, &checked).unwrap();
        report.finish(&mut out).unwrap();
        let log: Value = serde_json::from_slice(&out).unwrap();
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        let rule = rules.iter().find(|rule| rule["id"] == "dates/impossible-date").expect("it was found");
        assert_eq!(rule["defaultConfiguration"]["level"], "error");
        assert!(rule["shortDescription"]["text"].as_str().unwrap().is_ascii(), "{rule}");
        let help = rule["help"]["markdown"].as_str().unwrap();
        assert!(help.contains("日期") && help.lines().any(str::is_ascii), "{help}");
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "%E7%A8%BF%E4%BB%B6%201.txt");
    }

    #[test]
    fn what_could_not_be_read_is_a_notification_and_the_run_no_success() {
        let mut report = Sarif::new(Language::English);
        report.failure(&mut Vec::new(), &Source::Path("/a b.txt".to_owned()), "no such file").unwrap();
        let log = log(&mut report, &Analysis::default());
        let invocation = &log["runs"][0]["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], false);
        let failure = &invocation["toolExecutionNotifications"][0];
        assert_eq!(failure["message"]["text"], "no such file");
        assert_eq!(
            failure["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "file:///a%20b.txt"
        );
    }
}
