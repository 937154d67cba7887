//! What an article is made of, and whether all of it is there.

mod broken_paragraph;
mod duplicate_byline;
mod duplicate_paragraph;
mod inconsistent_byline_form;
mod list_level_order;
mod list_sequence_gap;
mod missing_byline;
mod truncated_article;

pub use broken_paragraph::BrokenParagraph;
pub use duplicate_byline::DuplicateByline;
pub use duplicate_paragraph::DuplicateParagraph;
pub use inconsistent_byline_form::InconsistentBylineForm;
pub use list_level_order::ListLevelOrder;
pub use list_sequence_gap::ListSequenceGap;
pub use missing_byline::MissingByline;
pub use truncated_article::TruncatedArticle;
