//! Remarks on a Word draft as Word's own comments: the marks around what they are about, and the part that holds them.

use std::{collections::BTreeMap, fmt::Write, ops::Range};

use quick_xml::{escape::escape, events::Event};

use super::{
    DocxError,
    package::{Package, attribute, events, relationships, relationships_of},
    text::{Body, Piece},
};
use crate::text::Span;

const MAIN_NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const COMMENTS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const CONTENT_TYPES: &str = "[Content_Types].xml";

/// A remark on some of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub span: Span,
    /// What it says, a line a paragraph.
    pub text: String,
}

/// The parts that are new or changed when the remarks are written.
pub fn parts(
    package: &mut Package,
    body: &Body,
    remarks: &[Remark],
) -> Result<BTreeMap<String, String>, DocxError> {
    let mut changed = BTreeMap::new();
    if remarks.is_empty() {
        return Ok(changed);
    }
    let relations = relationships_of(&body.part);
    let known = if package.has(&relations) { Some(package.part(&relations)?) } else { None };
    let related = known.as_deref().map(|xml| relationships(&relations, xml)).transpose()?.unwrap_or_default();
    let folder = body.part.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let existing = related.iter().find(|one| one.kind.ends_with("/relationships/comments"));
    let existing = existing.map(|one| match one.target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}{}", one.target),
    });

    let before = existing.as_deref().map(|part| package.part(part)).transpose()?;
    let first = first_free(&body.part, &body.xml)?.max(match (&existing, &before) {
        (Some(part), Some(xml)) => first_free(part, xml)?,
        _ => 0,
    });
    if let (Some(part), Some(xml)) = (existing, before) {
        let xml = added(&part, &xml, &|prefix| comments(prefix, first, remarks))?;
        changed.insert(part, xml);
    } else {
        let part = (0..).map(|at: usize| match at {
            0 => format!("{folder}comments.xml"),
            _ => format!("{folder}comments{at}.xml"),
        });
        let part = part.into_iter().find(|part| !package.has(part)).unwrap_or_default();
        let target = part.strip_prefix(&folder).unwrap_or(&part);
        // Of one more names than there are, one is free.
        let ids = (0..=related.len()).map(|at| format!("rIdKanwu{at}"));
        let id = ids.into_iter().find(|id| related.iter().all(|one| one.id != *id)).unwrap_or_default();
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        let relationship = |prefix: &str| {
            format!("<{prefix}Relationship Id=\"{id}\" Type=\"{COMMENTS}\" Target=\"{target}\"/>")
        };
        let relationships = known.unwrap_or_else(|| {
            format!("{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>")
        });
        let types = package.part(CONTENT_TYPES)?;
        let content_type = |prefix: &str| {
            format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{COMMENTS_TYPE}\"/>")
        };
        changed.insert(relations.clone(), added(&relations, &relationships, &relationship)?);
        changed.insert(CONTENT_TYPES.to_owned(), added(CONTENT_TYPES, &types, &content_type)?);
        let entries = comments("w:", first, remarks);
        let xml = format!("{head}<w:comments xmlns:w=\"{MAIN_NAMESPACE}\">{entries}</w:comments>");
        changed.insert(part, xml);
    }
    changed.insert(body.part.clone(), marked(body, first, remarks));
    Ok(changed)
}

/// The first number that no comment has, nor anything else that is numbered like one.
fn first_free(part: &str, xml: &str) -> Result<u64, DocxError> {
    let mut free = 0;
    events(part, xml, |event, _| {
        if let Event::Start(element) | Event::Empty(element) = event
            && element.local_name().as_ref().starts_with("comment")
            && let Some(id) = attribute(element, "id").and_then(|id| id.parse::<u64>().ok())
        {
            free = free.max(id.saturating_add(1));
        }
        Ok(())
    })?;
    Ok(free)
}

/// A part with something put in at the end of its outermost element, of which the prefix is told.
fn added(part: &str, xml: &str, new: &dyn Fn(&str) -> String) -> Result<String, DocxError> {
    let mut depth = 0_usize;
    let mut name = String::new();
    let mut end: Option<(Range<usize>, bool)> = None;
    events(part, xml, |event, at| {
        match event {
            Event::Start(element) => {
                if depth == 0 {
                    element.name().as_ref().clone_into(&mut name);
                }
                depth += 1;
            }
            Event::Empty(element) if depth == 0 => {
                element.name().as_ref().clone_into(&mut name);
                end = Some((at, true));
            }
            Event::End(_) => {
                depth -= 1;
                if depth == 0 {
                    end = Some((at, false));
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    let (end, is_empty) = end.ok_or_else(|| DocxError::Missing(part.to_owned()))?;
    let prefix = name.split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
    let new = new(&prefix);
    Ok(if is_empty {
        let open = xml[end.clone()].trim_end_matches('>').trim_end_matches('/').trim_end();
        format!("{}{open}>{new}</{name}>{}", &xml[..end.start], &xml[end.end..])
    } else {
        format!("{}{new}{}", &xml[..end.start], &xml[end.start..])
    })
}

/// The entries of the part that holds comments.
fn comments(prefix: &str, first: u64, remarks: &[Remark]) -> String {
    let mut entries = String::new();
    for (id, remark) in (first..).zip(remarks) {
        let p = prefix;
        let _ = write!(entries, "<{p}comment {p}id=\"{id}\" {p}author=\"kanwu\" {p}initials=\"勘误\">");
        for line in remark.text.lines() {
            let line = escape(line);
            let _ = write!(entries, "<{p}p><{p}r><{p}t xml:space=\"preserve\">{line}</{p}t></{p}r></{p}p>");
        }
        let _ = write!(entries, "</{p}comment>");
    }
    entries
}

/// A place in the text at which marks are put: in a piece, before, within or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    piece: usize,
    /// Bytes of XML from its start.
    within: usize,
}

/// The part that holds the text, with marks around what the remarks are about.
fn marked(body: &Body, first: u64, remarks: &[Remark]) -> String {
    let p = &body.prefix;
    // At one place, what ends there is closed before what begins there is opened.
    let mut marks: BTreeMap<(Place, bool), String> = BTreeMap::new();
    for (id, remark) in (first..).zip(remarks) {
        let Some((start, end)) = places(&body.pieces, remark.span) else { continue };
        let _ = write!(marks.entry((start, true)).or_default(), "<{p}commentRangeStart {p}id=\"{id}\"/>");
        let _ = write!(
            marks.entry((end, start == end)).or_default(),
            "<{p}commentRangeEnd {p}id=\"{id}\"/><{p}r><{p}commentReference {p}id=\"{id}\"/></{p}r>"
        );
    }
    let mut places: BTreeMap<Place, String> = BTreeMap::new();
    for ((place, _), mark) in marks {
        places.entry(place).or_default().push_str(&mark);
    }
    let mut insertions: Vec<(usize, String)> = Vec::new();
    let mut preserved = None;
    for (place, mark) in places {
        let piece = &body.pieces[place.piece];
        let run = &body.runs[piece.run];
        let xml = &body.xml;
        let properties = &xml[run.properties.clone()];
        // Nothing but the start tag of the text stands between it and the run, nothing but both end tags behind it.
        let (head, tail) = (&xml[run.properties.end..piece.xml.start], &xml[piece.xml.end..run.xml.end]);
        let is_first = piece.tag.end == piece.xml.start && head.matches('<').count() == 1;
        let is_last = tail.starts_with("</") && tail.matches('<').count() == 2;
        if place.within == 0 && is_first {
            insertions.push((run.xml.start, mark));
        } else if place.within == piece.xml.len() && is_last {
            insertions.push((run.xml.end, mark));
        } else {
            // The space at a cut must not be taken for layout of the file.
            if !xml[piece.tag.clone()].contains("space") && preserved != Some(piece.tag.start) {
                insertions.push((piece.tag.start, " xml:space=\"preserve\"".to_owned()));
                preserved = Some(piece.tag.start);
            }
            let cut = format!("</{p}t></{p}r>{mark}<{p}r>{properties}<{p}t xml:space=\"preserve\">");
            insertions.push((piece.xml.start + place.within, cut));
        }
    }
    // What is put at one place stays in order.
    insertions.sort_by_key(|&(at, _)| at);
    let mut marked = String::with_capacity(body.xml.len() + insertions.len() * 200);
    let mut done = 0;
    for (at, new) in insertions {
        marked.push_str(&body.xml[done..at]);
        marked.push_str(&new);
        done = at;
    }
    marked.push_str(&body.xml[done..]);
    marked
}

/// Where a span begins and ends; what stands only in the text, such as the end of a paragraph, is passed over.
fn places(pieces: &[Piece], span: Span) -> Option<(Place, Place)> {
    let at = pieces.partition_point(|piece| piece.text.end <= span.start);
    let start = match pieces.get(at) {
        Some(piece) => place(at, piece, span.start.max(piece.text.start), false),
        None => end_of(pieces, pieces.len())?,
    };
    let at = pieces.partition_point(|piece| piece.text.start < span.end);
    let end = match at.checked_sub(1) {
        Some(at) => place(at, &pieces[at], span.end.min(pieces[at].text.end), true),
        None => start,
    };
    // An empty span is a place, and so is one that holds nothing of the text.
    Some(if end < start { (start, start) } else { (start, end) })
}

fn end_of(pieces: &[Piece], at: usize) -> Option<Place> {
    let piece = at.checked_sub(1)?;
    Some(Place { piece, within: pieces[piece].xml.len() })
}

fn place(at: usize, piece: &Piece, offset: usize, is_end: bool) -> Place {
    let within = offset - piece.text.start;
    let within = match (piece.verbatim, within) {
        (true, within) => within,
        (false, 0) => 0,
        (false, _) if is_end || offset == piece.text.end => piece.xml.len(),
        (false, _) => 0,
    };
    Place { piece: at, within }
}
