//! What a bulletin is made of: articles, and in each its kicker, headline, deck, section heads, paragraphs,
//! dateline and bylines.
//!
//! [`Outline::of`] cuts a bulletin into articles; [`Article::parse`] reads one of them. Spans inside an article are
//! offsets into the article's own text, so that an article that did not change need not be read again.

mod article;
mod byline;
mod dateline;
mod headline;
mod issue;
mod layout;
mod line;
mod list;
mod page;
mod run_in_head;
mod segment;
mod wording;

use jiff::civil;

use crate::text::{LogicalText, Span};

pub use list::{Item, List, Mark, MarkKind};
use wording::is_caption;

/// A named part of an article: its place, and how it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the article.
    pub span: Span,
    /// How it reads, line breaks left out.
    pub text: String,
}

/// What a [`Block`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The name of the publication or column, an issue line, a rule of dashes: above every article.
    Masthead,
    /// A line over the headline (引题、眉题), often the place the article comes from.
    Kicker,
    /// The headline (主题).
    Headline,
    /// A line under the headline (副题).
    Deck,
    /// A section head on a line of its own (小标题).
    SectionHead,
    /// A paragraph of running text, joined over the lines that a stray break cut it into.
    Paragraph,
    /// A line that holds nothing but bylines.
    Byline,
    /// A line that is neither text nor byline: 下转第2版, a URL, a caption mark.
    Note,
}

/// One line or paragraph of an article, in the order of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the article, without indent and trailing space.
    pub span: Span,
    /// The text as it reads; [`LogicalText::to_source`] leads back to the article.
    pub text: LogicalText,
    /// For a paragraph that opens with a run-in head (`迅速动员部署。街道统战干部…`): the head, without its stop,
    /// in offsets of `text`.
    pub run_in_head: Option<Span>,
}

impl Block {
    /// Whether it says in its first words that it tells what a picture shows.
    pub fn is_caption(&self) -> bool {
        is_caption(self.text.as_str())
    }
}

/// Where a stray line break cuts a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrokenJoin {
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// From the last character before the break to the first behind it, in the article.
    pub span: Span,
    /// The break alone: the white space and line ends between the two halves.
    pub gap: Span,
}

/// Where in its article a byline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BylinePlace {
    /// On a line under the headline.
    Head,
    /// In the dateline: 本报讯（记者 张三）.
    Lead,
    /// Behind the text, on its last line or on a line of its own.
    End,
}

/// Who made the article, in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Byline {
    /// 记者, 通讯员, 作者 (also where no role is printed), 摄影, 编辑, 供稿, 来源 …
    pub role: String,
    /// The role, the names and what stands between them, in the article.
    pub span: Span,
    /// The names.
    pub names: Vec<Part>,
    /// Where it stands.
    pub place: BylinePlace,
}

/// One article of a bulletin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The line over the headline, or the place in front of it.
    pub kicker: Option<Part>,
    /// The headline.
    pub headline: Option<Part>,
    /// The line under the headline.
    pub deck: Option<Part>,
    /// 本报讯, 新华社南京3月16日电, 央视网消息（新闻联播）：
    pub dateline: Option<Part>,
    /// Everything in the order of the page.
    pub blocks: Vec<Block>,
    /// Who made it.
    pub bylines: Vec<Byline>,
    /// Stray breaks inside paragraphs.
    pub broken_joins: Vec<BrokenJoin>,
    /// Numbered lists, on lines of their own and within a paragraph.
    pub lists: Vec<List>,
    /// The last words, if the article stops in the middle of a sentence.
    pub truncation: Option<Span>,
    /// The date of the issue that it appears in.
    pub issue: Option<civil::Date>,
}

/// How a bulletin is set out, as far as it decides how its articles are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Layout {
    /// Paragraphs begin with an indent (two full-width spaces, or several half-width ones).
    pub indented: bool,
    /// Paragraphs are set apart by blank lines.
    pub spaced: bool,
    /// The date in the masthead: years are left out with a view to it.
    pub issue: Option<civil::Date>,
}

/// A bulletin cut into articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// How the bulletin is set out.
    pub layout: Layout,
    /// Where each article stands, from its first line (kicker or headline) to its last character.
    pub articles: Vec<Span>,
}

impl Article {
    /// Section heads, on lines of their own and run in, in order.
    pub fn sections(&self) -> impl Iterator<Item = Part> {
        self.blocks.iter().filter_map(|block| {
            let logical = match block.kind {
                BlockKind::SectionHead => Span::new(0, block.text.as_str().len()),
                BlockKind::Paragraph => block.run_in_head?,
                _ => return None,
            };
            Some(Part {
                span: block.text.to_source(logical),
                text: logical.of(block.text.as_str()).to_owned(),
            })
        })
    }

    /// The paragraphs of running text, with their index into [`Article::blocks`].
    pub fn paragraphs(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Paragraph)
    }
}
