//! Markdown drafts: what of them is prose, and where in the source it stands.
//!
//! Code, HTML, addresses, pictures and front matter are left out of checks, and so are the marks of headings, lists and
//! emphasis. What is found in the prose is then placed in the source.

use std::{ops::Range, path::Path, sync::Arc};

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::{
    check::{Analysis, Note, Profile},
    rules::Finding,
    text::{Span, chars::is_han},
};

/// The extensions of Markdown drafts.
const EXTENSIONS: &[&str] = &["md", "markdown"];

/// Whether a path has the extension of a Markdown draft.
pub fn is_markdown(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension)))
}

/// Reads and checks the prose of a draft; what is found is placed in the source.
pub fn analyse(source: &str, profile: &Arc<Profile>) -> Analysis {
    let prose = Prose::of(source);
    prose.place(Analysis::under(&prose.text, profile))
}

/// The prose of a draft.
#[derive(Debug, Default)]
pub struct Prose {
    /// How it reads.
    pub text: String,
    pieces: Vec<Piece>,
    /// Where in the prose something was left out that stands within a sentence.
    holes: Vec<usize>,
}

/// A piece of prose and where it stands.
#[derive(Debug)]
struct Piece {
    prose: Range<usize>,
    source: Range<usize>,
}

impl Piece {
    /// Whether both are the same to the byte; an escaped character is not.
    fn is_verbatim(&self) -> bool {
        self.prose.len() == self.source.len()
    }
}

impl Prose {
    /// The prose of a draft.
    pub fn of(source: &str) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
        let mut prose = Self::default();
        // How many elements that are left out are open.
        let mut left_out = 0_usize;
        for (event, at) in Parser::new_ext(source, options).into_offset_iter() {
            match event {
                Event::Start(tag) if left_out > 0 || is_left_out(&tag) => {
                    if matches!(tag, Tag::Image { .. } | Tag::Link { .. }) {
                        prose.holes.push(prose.text.len());
                    }
                    left_out += 1;
                }
                Event::End(_) if left_out > 0 => left_out -= 1,
                Event::Html(html) if is_comment_of_ours(&html) => {
                    prose.end_line(1);
                    let html = html.trim_end();
                    prose.push(html, at.start..at.start + html.len());
                    prose.end_line(1);
                }
                _ if left_out > 0 => {}
                Event::Text(text) => prose.push(&text, at),
                Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
                    prose.holes.push(prose.text.len());
                }
                // Lines of a paragraph are one text; between Latin words there is a space.
                Event::SoftBreak
                    if prose.text.ends_with(|last: char| last.is_ascii_alphanumeric())
                        && !source[at.end..].trim_start().starts_with(is_han) =>
                {
                    prose.text.push(' ');
                }
                Event::HardBreak => prose.end_line(1),
                Event::Start(tag) => prose.end_line(blank_before(&tag)),
                Event::End(tag) => prose.end_line(blank_behind(tag)),
                _ => {}
            }
        }
        prose
    }

    fn push(&mut self, text: &str, source: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        if !text.is_empty() {
            self.pieces.push(Piece { prose: start..self.text.len(), source });
        }
    }

    /// Sees to it that so many line breaks end what there is.
    fn end_line(&mut self, breaks: usize) {
        if self.text.is_empty() {
            return;
        }
        let there = self.text.len() - self.text.trim_end_matches('\n').len();
        self.text.extend(std::iter::repeat_n('\n', breaks.saturating_sub(there)));
    }

    /// What was found in the prose, placed in the source. What runs across something that was left out is dropped:
    /// what it says may not be so. Articles are not placed.
    pub fn place(&self, analysis: Analysis) -> Analysis {
        let findings = analysis.findings.into_iter().filter(|found| !self.has_hole(found.span));
        Analysis {
            findings: findings.map(|found| self.place_finding(found)).collect(),
            notes: analysis
                .notes
                .into_iter()
                .map(|note| Note { span: self.to_source(note.span), words: note.words })
                .collect(),
            articles: Vec::new(),
            ..analysis
        }
    }

    fn has_hole(&self, span: Span) -> bool {
        self.holes.iter().any(|&hole| span.start < hole && hole < span.end)
    }

    fn place_finding(&self, mut finding: Finding) -> Finding {
        finding.span = self.to_source(finding.span);
        for related in &mut finding.related {
            related.span = self.to_source(related.span);
        }
        finding.fixes.retain(|fix| fix.edits.iter().all(|edit| self.in_one_piece(edit.span)));
        for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = self.to_source(edit.span);
        }
        finding
    }

    /// Whether the source can be changed there without touching anything but prose.
    fn in_one_piece(&self, span: Span) -> bool {
        let holds = |piece: &Piece| {
            piece.is_verbatim() && piece.prose.start <= span.start && span.end <= piece.prose.end
        };
        self.pieces.iter().any(holds)
    }

    /// Where a span of the prose stands in the source. Line breaks that only the prose has are passed over.
    fn to_source(&self, span: Span) -> Span {
        let at = self.pieces.partition_point(|piece| piece.prose.end <= span.start);
        let start = match self.pieces.get(at) {
            Some(piece) if piece.prose.start < span.start && piece.is_verbatim() => {
                piece.source.start + span.start - piece.prose.start
            }
            Some(piece) => piece.source.start,
            None => self.pieces.last().map_or(0, |piece| piece.source.end),
        };
        let at = self.pieces.partition_point(|piece| piece.prose.start < span.end);
        let end = match at.checked_sub(1).map(|at| &self.pieces[at]) {
            Some(piece) if span.end < piece.prose.end && piece.is_verbatim() => {
                piece.source.start + span.end - piece.prose.start
            }
            Some(piece) => piece.source.end,
            None => start,
        };
        if span.is_empty() {
            // An insertion belongs to what stands before it.
            let place = if at > 0 && self.pieces[at - 1].prose.end >= span.start { end } else { start };
            return Span::new(place, place);
        }
        Span::new(start, end.max(start))
    }
}

fn is_left_out(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::CodeBlock(_)
            | Tag::MetadataBlock(_)
            | Tag::HtmlBlock
            | Tag::Image { .. }
            // Its text is its address.
            | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }
    )
}

fn is_comment_of_ours(html: &str) -> bool {
    html.trim_start().strip_prefix("<!--").is_some_and(|rest| rest.trim_start().starts_with("kanwu"))
}

const fn blank_before(tag: &Tag<'_>) -> usize {
    match tag {
        Tag::Paragraph
        | Tag::Heading { .. }
        | Tag::Item
        | Tag::TableRow
        | Tag::TableHead
        | Tag::TableCell => 1,
        _ => 0,
    }
}

const fn blank_behind(tag: TagEnd) -> usize {
    match tag {
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_) | TagEnd::Table => 2,
        TagEnd::Item | TagEnd::TableCell | TagEnd::TableRow => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "---\ntitle: 2月30日,草稿\n---\n\n# 支塘镇**开展**志愿服务\n\n3月13日，[支塘镇](https://example.org/a,b)组织\n`a,甲` 志愿者为居民服务。\n\n```text\n2月30日\n```\n\n- 一是\\*整治&amp;清理\n\n<!-- kanwu: ignore -->\n\n<div>2月30日</div>\n\n![2月30日](b.png)见 <https://example.org/甲,乙>\n";

    #[test]
    fn only_prose_is_read() {
        let prose = Prose::of(DRAFT);
        assert_eq!(
            prose.text,
            "支塘镇开展志愿服务\n\n3月13日，支塘镇组织 志愿者为居民服务。\n\n一是*整治&清理\n\n<!-- kanwu: ignore -->\n见 \n\n"
        );
    }

    #[test]
    fn every_place_in_the_prose_has_one_in_the_source() {
        let prose = Prose::of(DRAFT);
        for word in ["支塘镇", "志愿服务", "3月13日", "志愿者", "整治", "见"] {
            let at = prose.text.find(word).unwrap();
            assert_eq!(prose.to_source(Span::new(at, at + word.len())).of(DRAFT), word);
        }
        let at = prose.text.find("支塘镇组织").unwrap();
        assert_eq!(
            prose.to_source(Span::new(at, at + "支塘镇组织".len())).of(DRAFT),
            "支塘镇](https://example.org/a,b)组织"
        );
        for at in 0..=prose.text.len() {
            for end in at..=prose.text.len() {
                let span = prose.to_source(Span::new(at, end));
                assert!(span.start <= span.end && span.end <= DRAFT.len());
            }
        }
    }

    #[test]
    fn findings_stand_where_the_source_has_them_and_not_in_code() {
        let draft = "# 支塘镇开展志愿服务\n\n**2月30日**，支塘镇,组织`2月30日`志愿者12人。\n\n    2月30日\n";
        let analysis = analyse(draft, &Arc::default());
        let dates: Vec<_> =
            analysis.findings.iter().filter(|found| found.rule == "dates/impossible-date").collect();
        assert_eq!(dates.len(), 1, "{:?}", analysis.findings);
        assert_eq!(dates[0].span.start, draft.find("2月30日").unwrap());
        let comma =
            analysis.findings.iter().find(|found| found.rule == "punctuation/halfwidth-punctuation").unwrap();
        let edit = &comma.fixes[0].edits[0];
        assert!(edit.span.of(draft).contains(','), "{edit:?}");
    }
}
