//! What the house has said of its drafts: when and as what they appear, its style, the names it vouches for, its terms.
//!
//! Rules see it through their views. It is read from `kanwu.toml` by `workspace::config`; the default says nothing.

mod glossary;

pub use glossary::{Glossary, Term};

use jiff::civil;
use serde::{Deserialize, Serialize};

/// What the house has said of its drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// When and as what the draft appears.
    pub publication: Publication,
    /// What is a matter of taste, and how it is decided here.
    pub style: HouseStyle,
    /// Names that are right as they stand.
    pub names: KnownNames,
    /// Words that are to be written otherwise, or not at all.
    pub glossary: Glossary,
}

/// When and as what a draft appears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// The day of the issue; it counts for more than what the masthead bears.
    pub issue_date: Option<civil::Date>,
    /// What it is published as.
    pub kind: PublicationKind,
}

/// What a draft is published as; the inspection of its error rate depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PublicationKind {
    /// 报纸：a newspaper with a CN number.
    Newspaper,
    /// 期刊：a periodical with a CN number.
    Periodical,
    /// 简报、内部资料：internal matter, which is not inspected.
    #[default]
    Internal,
}

/// What is a matter of taste, and how it is decided here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseStyle {
    /// Marks that may be half-width beside Chinese characters.
    pub halfwidth: String,
    /// When an article has to be signed.
    pub bylines: BylineStyle,
}

/// When an article has to be signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum BylineStyle {
    /// 其他文章多有署名时：where most of the others are.
    #[default]
    Majority,
    /// 每篇都要署名：always.
    Always,
    /// 可以不署名：never.
    Never,
}

/// Names that are right as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownNames {
    /// Of people, organizations and places alike; none of them is empty.
    pub all: Vec<String>,
}
