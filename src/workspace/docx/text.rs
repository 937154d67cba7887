//! The text of a Word draft, and where in its XML each piece of it stands.

use std::ops::Range;

use quick_xml::{escape::resolve_predefined_entity, events::Event};

use super::{
    DocxError,
    package::{attribute, events},
};

/// The part that holds the text.
#[derive(Debug, Default)]
pub struct Body {
    /// What it is called.
    pub part: String,
    /// The part as it is.
    pub xml: String,
    /// The text.
    pub text: String,
    /// The pieces of the text that stand in the XML, in order.
    pub pieces: Vec<Piece>,
    /// The runs they are in.
    pub runs: Vec<Run>,
    /// The prefix of the elements, with its colon.
    pub prefix: String,
}

/// A piece of text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its place in the text.
    pub text: Range<usize>,
    /// Its place in the XML.
    pub xml: Range<usize>,
    /// Whether both are the same to the byte, so that it can be cut anywhere.
    pub verbatim: bool,
    /// The run it is in.
    pub run: usize,
    /// The name of the element that holds it, and where its start tag ends: there an attribute can be put.
    pub tag: Range<usize>,
}

/// A run: a stretch of text that is formatted alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Its place in the XML.
    pub xml: Range<usize>,
    /// How it is formatted.
    pub properties: Range<usize>,
}

/// Elements that hold what is not to be read: deleted and moved text, instructions, and what old programs show instead.
const UNREAD: [&str; 4] = ["del", "moveFrom", "Fallback", "instrText"];

/// A paragraph that is being read. Text boxes hold paragraphs within paragraphs.
#[derive(Debug, Default)]
struct Paragraph {
    start: usize,
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Default)]
struct Reading {
    open: Vec<Paragraph>,
    done: Vec<Paragraph>,
    runs: Vec<Run>,
    open_runs: Vec<usize>,
    /// How many elements that are not to be read are open.
    unread: usize,
    /// The start tag of the text element that is open.
    tag: Option<Range<usize>>,
    /// Whether the last tag was that of a run, so that its properties may follow.
    fresh: bool,
    /// How many elements of properties are open: tracked changes hold the old ones within the new.
    depth: usize,
    /// Where the properties of the run begin.
    properties: Option<usize>,
    prefix: String,
}

impl Body {
    /// Reads the text of a part.
    pub fn read(part: String, xml: String) -> Result<Self, DocxError> {
        let mut reading = Reading::default();
        let mut has_body = false;
        events(&part, &xml, |event, at| {
            if let Event::Start(element) | Event::Empty(element) = event {
                let name = element.local_name();
                if name.as_ref() == "document" {
                    let name = element.name();
                    let prefix = name.as_ref().strip_suffix("document").unwrap_or_default();
                    prefix.clone_into(&mut reading.prefix);
                }
                has_body |= name.as_ref() == "body";
            }
            reading.take(event, at);
            Ok(())
        })?;
        if !has_body {
            return Err(DocxError::Missing(format!("{part}: body")));
        }
        let Reading { mut done, runs, prefix, .. } = reading;
        done.sort_by_key(|paragraph| paragraph.start);
        let mut body = Self { part, xml, runs, prefix, ..Self::default() };
        for paragraph in done {
            let base = body.text.len();
            body.pieces.extend(
                paragraph
                    .pieces
                    .into_iter()
                    .map(|piece| Piece { text: piece.text.start + base..piece.text.end + base, ..piece }),
            );
            body.text.push_str(&paragraph.text);
            body.text.push('\n');
        }
        Ok(body)
    }
}

impl Reading {
    fn take(&mut self, event: &Event<'_>, at: Range<usize>) {
        let is_tag = matches!(event, Event::Start(_) | Event::Empty(_) | Event::End(_));
        let fresh = if is_tag { std::mem::take(&mut self.fresh) } else { false };
        match event {
            Event::Start(element) => {
                let name = element.local_name();
                let name = name.as_ref();
                if UNREAD.contains(&name) || self.unread > 0 {
                    self.unread += 1;
                    return;
                }
                match name {
                    "p" => self.open.push(Paragraph { start: at.start, ..Paragraph::default() }),
                    "r" => {
                        self.open_runs.push(self.runs.len());
                        self.runs.push(Run { xml: at.clone(), properties: at.end..at.end });
                        self.fresh = true;
                    }
                    "rPr" => {
                        self.depth += 1;
                        if fresh {
                            self.properties = Some(at.start);
                        }
                    }
                    "t" => self.tag = Some(at.start + 1 + element.name().as_ref().len()..at.end),
                    _ => {}
                }
            }
            Event::Empty(element) if self.unread == 0 => match element.local_name().as_ref() {
                "p" => self.done.push(Paragraph { start: at.start, ..Paragraph::default() }),
                "tab" if !self.open_runs.is_empty() => self.add("\t"),
                "br" | "cr" if attribute(element, "type").is_none_or(|kind| kind == "textWrapping") => {
                    self.add("\n");
                }
                "noBreakHyphen" => self.add("-"),
                "rPr" if fresh => self.set_properties(at),
                _ => {}
            },
            Event::End(_) if self.unread > 0 => self.unread -= 1,
            Event::End(element) => match element.local_name().as_ref() {
                "p" => self.done.extend(self.open.pop()),
                "r" => {
                    if let Some(run) = self.open_runs.pop() {
                        self.runs[run].xml.end = at.end;
                    }
                }
                "rPr" => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0
                        && let Some(start) = self.properties.take()
                    {
                        self.set_properties(start..at.end);
                    }
                }
                "t" => self.tag = None,
                _ => {}
            },
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => self.piece(event, at),
            _ => {}
        }
    }

    fn set_properties(&mut self, at: Range<usize>) {
        if let Some(&run) = self.open_runs.last() {
            self.runs[run].properties = at;
        }
    }

    /// Adds what stands in the text only.
    fn add(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn piece(&mut self, event: &Event<'_>, xml: Range<usize>) {
        let (Some(tag), Some(&run), Some(paragraph)) =
            (self.tag.clone(), self.open_runs.last(), self.open.last_mut())
        else {
            return;
        };
        if self.unread > 0 {
            return;
        }
        let start = paragraph.text.len();
        let mut verbatim = false;
        match event {
            Event::Text(text) => {
                verbatim = true;
                // Line breaks of the file are spaces of the text.
                paragraph.text.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
            }
            Event::CData(text) => paragraph.text.push_str(text),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => paragraph.text.push(c),
                _ => paragraph.text.push_str(resolve_predefined_entity(name).unwrap_or("\u{fffd}")),
            },
            _ => {}
        }
        if paragraph.text.len() > start {
            let text = start..paragraph.text.len();
            paragraph.pieces.push(Piece { text, xml, verbatim, run, tag });
        }
    }
}
