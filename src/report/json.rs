//! One document a line, or one array of documents: the contract's types, written as they come.

use std::io::{self, Write};

use serde::Serialize;

use super::{
    Checked, Report, Source,
    contract::{self, DocumentAnnotations, DocumentError, DocumentFindings, DocumentLedger},
};
use crate::rules::Language;

/// What is written of each document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// What was found, with messages in this language.
    Findings(Language),
    /// Outline and mentions.
    Annotations,
    /// Figures, dates and the relations between them, in words of this language where there are any.
    Ledger(Language),
}

/// How documents are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// One JSON array.
    Array,
    /// One line each.
    Lines,
}

/// Writes documents as JSON.
#[derive(Debug)]
pub struct Json {
    content: Content,
    framing: Framing,
    /// How many documents were written.
    count: usize,
}

impl Json {
    /// Writes `content` of each document, framed in one of the two ways.
    pub const fn new(content: Content, framing: Framing) -> Self {
        Self { content, framing, count: 0 }
    }

    fn write(&mut self, out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
        if self.framing == Framing::Array {
            out.write_all(if self.count == 0 { b"[\n" } else { b",\n" })?;
        }
        self.count += 1;
        // An error here can only be the writer's: nothing in the contract fails to serialize.
        serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
        if self.framing == Framing::Lines { out.write_all(b"\n") } else { Ok(()) }
    }
}

impl Report for Json {
    fn needs_articles(&self) -> bool {
        !matches!(self.content, Content::Findings(_))
    }

    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let Checked { source, text, analysis, error_rate } = *checked;
        match self.content {
            Content::Findings(language) => {
                let mut document = DocumentFindings::new(source, text, analysis, language);
                document.error_rate = error_rate.map(|rate| contract::ErrorRate::new(rate, language));
                self.write(out, &document)
            }
            Content::Annotations => self.write(out, &DocumentAnnotations::new(source, text, analysis)),
            Content::Ledger(_) => self.write(out, &DocumentLedger::new(source, text, analysis)),
        }
    }

    fn failure(&mut self, out: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        self.write(out, &DocumentError { source, error })
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match (self.framing, self.count) {
            (Framing::Lines, _) => Ok(()),
            (Framing::Array, 0) => out.write_all(b"[]\n"),
            (Framing::Array, _) => out.write_all(b"\n]\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples::{self, TEXT, analysis, printed};

    fn pretty(content: Content) -> String {
        let analysis = if matches!(content, Content::Ledger(_)) { samples::ledger() } else { analysis() };
        let lines = printed(&mut Json::new(content, Framing::Lines), TEXT, &analysis);
        assert_eq!(lines.lines().count(), 1);
        let value: serde_json::Value = serde_json::from_str(&lines).expect("it is JSON");
        serde_json::to_string_pretty(&value).expect("it was JSON")
    }

    #[test]
    fn findings_are_written_as_the_contract_says() {
        insta::assert_snapshot!(pretty(Content::Findings(Language::Chinese)), @r#"
        {
          "findings": [
            {
              "fixes": [
                {
                  "applicability": "unsafe",
                  "edits": [
                    {
                      "range": {
                        "end": {
                          "column": 26,
                          "line": 2
                        },
                        "start": {
                          "column": 23,
                          "line": 2
                        }
                      },
                      "text": "32人"
                    }
                  ],
                  "title": "改为“32人”"
                }
              ],
              "message": "12 + 20 = 32，与“共计30人”不符",
              "range": {
                "end": {
                  "column": 26,
                  "line": 2
                },
                "start": {
                  "column": 21,
                  "line": 2
                }
              },
              "related": [
                {
                  "message": "分项",
                  "range": {
                    "end": {
                      "column": 14,
                      "line": 2
                    },
                    "start": {
                      "column": 11,
                      "line": 2
                    }
                  }
                },
                {
                  "message": "分项",
                  "range": {
                    "end": {
                      "column": 20,
                      "line": 2
                    },
                    "start": {
                      "column": 17,
                      "line": 2
                    }
                  }
                }
              ],
              "rule": "samples/sum",
              "severity": "error",
              "text": "共计30人"
            },
            {
              "fixes": [],
              "message": "没有署名",
              "range": {
                "end": {
                  "column": 3,
                  "line": 1
                },
                "start": {
                  "column": 1,
                  "line": 1
                }
              },
              "related": [],
              "rule": "samples/byline",
              "severity": "warning",
              "text": "标题"
            }
          ],
          "path": "a.txt"
        }
        "#);
    }

    #[test]
    fn annotations_are_written_as_the_contract_says_and_without_infinities() {
        insta::assert_snapshot!(pretty(Content::Annotations), @r#"
        {
          "annotations": [
            {
              "code": "320581104000",
              "kind": "locality",
              "nested": false,
              "normalized": "江苏省苏州市常熟市支塘镇",
              "range": {
                "end": {
                  "column": 6,
                  "line": 2
                },
                "start": {
                  "column": 3,
                  "line": 2
                }
              },
              "text": "支塘镇",
              "type": "town"
            },
            {
              "counts": "资料",
              "high": null,
              "kind": "figure",
              "low": 200,
              "range": {
                "end": {
                  "column": 36,
                  "line": 2
                },
                "start": {
                  "column": 31,
                  "line": 2
                }
              },
              "role": "per-unit",
              "text": "超200份",
              "unit": "份",
              "value": 200
            }
          ],
          "articles": [
            {
              "bylines": [],
              "headline": {
                "range": {
                  "end": {
                    "column": 3,
                    "line": 1
                  },
                  "start": {
                    "column": 1,
                    "line": 1
                  }
                },
                "text": "标题"
              },
              "paragraphs": [],
              "range": {
                "end": {
                  "column": 1,
                  "line": 3
                },
                "start": {
                  "column": 1,
                  "line": 1
                }
              },
              "sections": [],
              "truncated": false
            }
          ],
          "path": "a.txt"
        }
        "#);
    }

    #[test]
    fn the_ledger_is_written_as_the_contract_says() {
        let ledger: serde_json::Value =
            serde_json::from_str(&pretty(Content::Ledger(Language::Chinese))).expect("it is JSON");
        let range = |start: usize, end: usize| serde_json::json!({"start": {"line": 2, "column": start}, "end": {"line": 2, "column": end}});
        let figure = serde_json::json!({
            "text": "超200份", "range": range(31, 36), "value": 200, "low": 200, "high": null, "unit": "份",
            "counts": "资料", "label": "", "role": "per-unit", "article": 1,
        });
        assert_eq!(ledger["figures"], serde_json::json!([figure]));
        assert_eq!(ledger["articles"][0]["headline"]["text"], "标题");
        let fails = serde_json::json!({
            "kind": "sum", "verdict": "fails", "formula": "12 + 20 = 32", "article": 1,
            "claim": {"text": "共计30人", "range": range(21, 26), "role": "total"},
            "operands": [
                {"text": "12名", "range": range(11, 14), "role": "part"},
                {"text": "20名", "range": range(17, 20), "role": "part"},
            ],
            "corrections": [{"range": range(23, 26), "text": "32人"}],
        });
        assert_eq!(ledger["relations"][0], fails);
        assert_eq!(ledger["relations"][1]["verdict"], "holds");
        assert_eq!(ledger["relations"][2]["verdict"], "unchecked");
        assert_eq!(ledger["relations"][2]["reason"], "open-list");
    }

    #[test]
    fn an_array_holds_every_document_and_is_closed_even_when_empty() {
        let mut report = Json::new(Content::Annotations, Framing::Array);
        let mut out = Vec::new();
        report.finish(&mut out).unwrap();
        assert_eq!(out, b"[]\n");
        let mut out = Vec::new();
        for path in ["a", "b"] {
            report.failure(&mut out, &Source::Path(path.to_owned()), "无法读取").unwrap();
        }
        report.finish(&mut out).unwrap();
        let value: Vec<serde_json::Value> = serde_json::from_slice(&out).unwrap();
        assert_eq!(value[1], serde_json::json!({"path": "b", "error": "无法读取"}));
    }
}
