//! The Diagnostic Format of reviewdog, as one object or one diagnostic a line. Its columns count bytes of UTF-8.

use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, Framing, Positions, Report, Source};
use crate::{
    rules::{self, Language, RuleInfo, Severity},
    text::Span,
};

/// Writes diagnostics.
#[derive(Debug)]
pub struct Rdjson {
    language: Language,
    framing: Framing,
    /// How many diagnostics were written.
    count: usize,
}

#[derive(Debug, Serialize)]
struct Diagnostic<'a> {
    message: &'a str,
    location: Location,
    severity: &'static str,
    source: Tool,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<RelatedLocation<'a>>,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Debug, Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Debug, Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Debug, Serialize)]
struct Tool {
    name: &'static str,
    url: &'static str,
}

#[derive(Debug, Serialize)]
struct Code<'a> {
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct RelatedLocation<'a> {
    message: &'a str,
    location: Location,
}

const TOOL: Tool = Tool { name: "kanwu", url: env!("CARGO_PKG_REPOSITORY") };

impl Rdjson {
    /// Writes messages in one language, framed in one of the two ways.
    pub const fn new(language: Language, framing: Framing) -> Self {
        Self { language, framing, count: 0 }
    }

    fn write(&mut self, out: &mut dyn Write, diagnostic: &Diagnostic<'_>) -> io::Result<()> {
        if self.framing == Framing::Array {
            if self.count == 0 {
                Self::begin(out)?;
            } else {
                out.write_all(b",\n")?;
            }
        }
        self.count += 1;
        serde_json::to_writer(&mut *out, diagnostic).map_err(io::Error::from)?;
        if self.framing == Framing::Lines { out.write_all(b"\n") } else { Ok(()) }
    }

    fn begin(out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"{\"source\":")?;
        serde_json::to_writer(&mut *out, &TOOL).map_err(io::Error::from)?;
        out.write_all(b",\"diagnostics\":[\n")
    }
}

impl Report for Rdjson {
    fn needs_articles(&self) -> bool {
        false
    }

    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let positions = Positions::new(checked.text);
        let position = |offset: usize| {
            let line = positions.position(offset).line;
            let start = positions.line(line).map_or(0, |line| line.start);
            Position { line, column: offset - start + 1 }
        };
        let range = |span: Span| Range { start: position(span.start), end: position(span.end) };
        let location = |span: Span| Location { path: checked.source.path(), range: Some(range(span)) };
        for finding in &checked.analysis.findings {
            // A suggestion is one stretch of text; what takes several edits cannot be said.
            let edits = finding.fixes.iter().filter_map(|fix| match fix.edits.as_slice() {
                [edit] => Some(edit),
                _ => None,
            });
            let diagnostic = Diagnostic {
                message: finding.message.get(self.language),
                location: location(finding.span),
                severity: match finding.severity {
                    Severity::Error => "ERROR",
                    Severity::Warning => "WARNING",
                    Severity::Info => "INFO",
                },
                source: TOOL,
                code: Some(Code { value: finding.rule, url: rules::find(finding.rule).map(RuleInfo::url) }),
                suggestions: edits
                    .map(|edit| Suggestion { range: range(edit.span), text: &edit.text })
                    .collect(),
                related_locations: (finding.related.iter())
                    .map(|related| RelatedLocation {
                        message: related.words.get(self.language),
                        location: location(related.span),
                    })
                    .collect(),
            };
            self.write(out, &diagnostic)?;
        }
        Ok(())
    }

    fn failure(&mut self, out: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        let diagnostic = Diagnostic {
            message: error,
            location: Location { path: source.path(), range: None },
            severity: "ERROR",
            source: TOOL,
            code: None,
            suggestions: Vec::new(),
            related_locations: Vec::new(),
        };
        self.write(out, &diagnostic)
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.framing == Framing::Lines {
            return Ok(());
        }
        if self.count == 0 {
            Self::begin(out)?;
        }
        out.write_all(b"\n]}\n")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{
        check::Analysis,
        report::samples::{TEXT, analysis, printed},
    };

    #[test]
    fn columns_count_bytes_and_a_span_is_found_again_by_them() {
        let lines = printed(&mut Rdjson::new(Language::Chinese, Framing::Lines), TEXT, &analysis());
        let diagnostics: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(diagnostics.len(), 2);
        let cut = |range: &Value| {
            let at = |end: &str, part: &str| usize::try_from(range[end][part].as_u64().unwrap()).unwrap();
            let line = TEXT.lines().nth(at("start", "line") - 1).unwrap();
            line[at("start", "column") - 1..at("end", "column") - 1].to_owned()
        };
        assert_eq!(cut(&diagnostics[0]["location"]["range"]), "共计30人");
        assert_eq!(cut(&diagnostics[0]["suggestions"][0]["range"]), "30人");
        assert_eq!(cut(&diagnostics[0]["related_locations"][1]["location"]["range"]), "20名");
        assert_eq!(diagnostics[0]["suggestions"][0]["text"], "32人");
        assert_eq!(diagnostics[1]["severity"], "WARNING");
    }

    #[test]
    fn all_diagnostics_stand_in_one_object() {
        for (analysis, count) in [(analysis(), 2), (Analysis::default(), 0)] {
            let object = printed(&mut Rdjson::new(Language::English, Framing::Array), TEXT, &analysis);
            let object: Value = serde_json::from_str(&object).unwrap();
            assert_eq!(object["source"]["name"], "kanwu");
            assert_eq!(object["diagnostics"].as_array().unwrap().len(), count);
        }
    }
}
