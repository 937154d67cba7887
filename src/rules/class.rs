//! What kind of error a finding is when a publication is inspected, and what each kind is called. What each weighs is
//! data: see `check::error_rate`.

use serde::{Deserialize, Serialize};

/// Declares the kinds with their names in Chinese and in English, so that no list of them can be left short.
macro_rules! classes {
    ($($(#[doc = $doc:literal])* $class:ident = $zh:literal, $en:literal;)*) => {
        /// What kind of error a finding is when a publication is inspected.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
        )]
        #[serde(rename_all = "kebab-case")]
        pub enum ErrorClass {
            $($(#[doc = $doc])* $class,)*
        }

        impl ErrorClass {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$class),*];

            /// What it is called, in Chinese and in English.
            pub const fn names(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$class => ($zh, $en),)*
                }
            }
        }
    };
}

classes! {
    /// 事实性、知识性、逻辑性差错：facts, knowledge, logic.
    Fact = "事实、知识、逻辑", "fact, knowledge, logic";
    /// 语法性差错：grammar.
    Grammar = "语法", "grammar";
    /// 错字、别字、多字、漏字，按字数：wrong, superfluous or missing characters, by their number.
    Text = "错别多漏字", "characters";
    /// 正文中的重要名称、重要时间，按字数：the same in an important name or time.
    Name = "重要名称", "important names";
    /// 数字差错（不论位数）：a wrong number of any length.
    Number = "数字", "numbers";
    /// 数字用法不合 GB/T 15835：a numeral in the wrong form.
    NumeralForm = "数字用法", "form of numerals";
    /// 标点差错：a punctuation mark that is wrong, missing or superfluous.
    Punctuation = "标点", "punctuation";
    /// 量和单位：quantities and units.
    Unit = "量和单位", "quantities and units";
    /// 繁体字、不规范汉字：a character outside the table of standard ones.
    NonstandardCharacter = "不规范汉字", "nonstandard characters";
    /// 外文，按词：foreign words, by the word.
    ForeignWord = "外文", "foreign words";
    /// 版面格式：another line, an empty line, headings of a level.
    Layout = "格式", "layout";
    /// 不计入差错率：not counted, such as the house's own wording.
    Uncounted = "不计", "not counted";
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
