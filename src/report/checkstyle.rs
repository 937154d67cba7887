//! The XML of Checkstyle, which most review tools read.

use std::io::{self, Write};

use quick_xml::{
    Writer,
    escape::escape,
    events::{BytesDecl, BytesEnd, BytesStart, Event, attributes::Attribute},
    name::QName,
};

use super::{Checked, Report, Source, contract::DocumentFindings};
use crate::rules::Language;

/// Writes a `file` a document and an `error` a finding.
#[derive(Debug)]
pub struct Checkstyle {
    language: Language,
    is_begun: bool,
}

impl Checkstyle {
    /// Writes messages in one language.
    pub const fn new(language: Language) -> Self {
        Self { language, is_begun: false }
    }

    fn begin(&mut self, out: &mut Writer<&mut dyn Write>) -> io::Result<()> {
        if self.is_begun {
            return Ok(());
        }
        self.is_begun = true;
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        line(out)?;
        // The version is that of the format.
        out.write_event(Event::Start(BytesStart::new("checkstyle").with_attributes([("version", "4.3")])))?;
        line(out)
    }

    fn file(
        &mut self,
        out: &mut dyn Write,
        source: &Source,
        errors: impl IntoIterator<Item = Problem>,
    ) -> io::Result<()> {
        let mut out = Writer::new(out);
        self.begin(&mut out)?;
        let name = allowed(&source.path());
        out.write_event(Event::Start(BytesStart::new("file").with_attributes([("name", name.as_str())])))?;
        line(&mut out)?;
        for problem in errors {
            // A line break in an attribute is read as a space unless it is escaped.
            let escaped = |value: &str| escape(allowed(value)).replace('\r', "&#13;").replace('\n', "&#10;");
            let attributes = problem.iter().map(|(name, value)| (*name, escaped(value))).collect::<Vec<_>>();
            // Escaped as they are, they are not escaped again.
            let attributes = attributes
                .iter()
                .map(|(name, value)| Attribute { key: QName(name), value: value.as_str().into() });
            out.write_event(Event::Empty(BytesStart::new("error").with_attributes(attributes)))?;
            line(&mut out)?;
        }
        out.write_event(Event::End(BytesEnd::new("file")))?;
        line(&mut out)
    }
}

/// The attributes of an `error`.
type Problem = Vec<(&'static str, String)>;

impl Report for Checkstyle {
    fn needs_articles(&self) -> bool {
        false
    }

    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let Checked { source, text, analysis, .. } = *checked;
        let document = DocumentFindings::new(source, text, analysis, self.language);
        let errors = document.findings.into_iter().map(|finding| {
            vec![
                ("line", finding.range.start.line.to_string()),
                ("column", finding.range.start.column.to_string()),
                ("severity", finding.severity.name().to_owned()),
                ("message", finding.message),
                ("source", finding.rule.to_owned()),
            ]
        });
        self.file(out, source, errors)
    }

    fn failure(&mut self, out: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        let problem = vec![
            ("line", "1".to_owned()),
            ("severity", "error".to_owned()),
            ("message", error.to_owned()),
            ("source", "unreadable".to_owned()),
        ];
        self.file(out, source, [problem])
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut out = Writer::new(out);
        self.begin(&mut out)?;
        out.write_event(Event::End(BytesEnd::new("checkstyle")))?;
        line(&mut out)
    }
}

fn line(out: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    out.get_mut().write_all(b"\n")
}

/// Text without the characters that XML cannot hold, not even escaped.
fn allowed(text: &str) -> String {
    let is_allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r') || (!c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect()
}

#[cfg(test)]
mod tests {
    use quick_xml::{Reader, events::Event};

    use super::*;
    use crate::report::samples::{TEXT, analysis, printed};

    #[test]
    fn a_finding_is_an_error_of_its_file() {
        insta::assert_snapshot!(printed(&mut Checkstyle::new(Language::Chinese), TEXT, &analysis()), @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
        <file name="a.txt">
        <error line="2" column="21" severity="error" message="12 + 20 = 32，与“共计30人”不符" source="samples/sum"/>
        <error line="1" column="1" severity="warning" message="没有署名" source="samples/byline"/>
        </file>
        </checkstyle>
        "#);
    }

    #[test]
    fn hostile_words_stay_words() {
        let mut analysis = analysis();
        analysis.findings.truncate(1);
        let hostile = "\"/><x a='&'>\u{1}\n行";
        hostile.clone_into(&mut analysis.findings[0].message.zh);
        let xml = printed(&mut Checkstyle::new(Language::Chinese), TEXT, &analysis);
        let mut reader = Reader::from_str(&xml);
        let mut messages = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Empty(element) => {
                    assert_eq!(element.name().as_ref(), "error");
                    let message = element.try_get_attribute("message").unwrap().unwrap();
                    messages.push(
                        message.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap().into_owned(),
                    );
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(messages, ["\"/><x a='&'>\u{fffd}\n行"]);
    }
}
