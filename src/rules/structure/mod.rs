//! What an article is made of, and whether all of it is there.

mod broken_paragraph;
mod duplicate_byline;
mod missing_byline;
mod truncated_article;

pub use broken_paragraph::BrokenParagraph;
pub use duplicate_byline::DuplicateByline;
pub use missing_byline::MissingByline;
pub use truncated_article::TruncatedArticle;
