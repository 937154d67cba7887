//! What kind of error a finding is when a publication is inspected. What each kind weighs is data: see
//! `check::error_rate`.

use serde::{Deserialize, Serialize};

/// What kind of error a finding is when a publication is inspected.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorClass {
    /// 事实性、知识性、逻辑性差错：facts, knowledge, logic.
    Fact,
    /// 语法性差错：grammar.
    Grammar,
    /// 错字、别字、多字、漏字，按字数：wrong, superfluous or missing characters, by their number.
    Text,
    /// 正文中的重要名称、重要时间，按字数：the same in an important name or time.
    Name,
    /// 数字差错（不论位数）：a wrong number of any length.
    Number,
    /// 数字用法不合 GB/T 15835：a numeral in the wrong form.
    NumeralForm,
    /// 标点差错：a punctuation mark that is wrong, missing or superfluous.
    Punctuation,
    /// 量和单位：quantities and units.
    Unit,
    /// 外文，按词：foreign words, by the word.
    ForeignWord,
    /// 版面格式：another line, an empty line, headings of a level.
    Layout,
    /// 不计入差错率：not counted, such as the house's own wording.
    Uncounted,
}

impl ErrorClass {
    /// The class of a group's findings, unless a rule names its own.
    pub fn of_group(group: &str) -> Self {
        match group {
            "figures" => Self::Number,
            "dates" => Self::Fact,
            "names" => Self::Name,
            "numerals" => Self::NumeralForm,
            "punctuation" => Self::Punctuation,
            "structure" => Self::Layout,
            "wording" => Self::Text,
            _ => Self::Uncounted,
        }
    }
}
