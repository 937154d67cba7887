//! `kanwu.toml` as it is written. `schemas/kanwu.schema.json` is made of these types, and their comments are its
//! descriptions.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::value::{Date, OneOrMany, Word};
use crate::{
    check::RulePattern,
    rules::{
        Severity,
        settings::{BylineStyle, PublicationKind},
    },
};

/// 勘误的配置 · The configuration of kanwu.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct ConfigFile {
    /// 先读另一份配置，本文件再作增改；路径相对于本文件 · Another configuration that this one adds to, from here.
    #[schemars(with = "Option<String>")]
    pub extend: Option<Spanned<String>>,
    /// 查哪些规则 · Which rules are run.
    pub check: CheckTable,
    /// 何时、以什么形式出版 · When and as what it appears.
    pub publication: PublicationTable,
    /// 本单位的体例 · House style.
    pub style: StyleTable,
    /// 本单位认可的名称，names/* 不再指为有误 · Names that are right as they stand: names/* finds no fault with them.
    pub names: NamesTable,
    /// 用语表，供 terms/* 使用 · The house's own words, for terms/*.
    #[schemars(with = "Vec<GlossaryEntry>")]
    pub glossary: Vec<Spanned<GlossaryEntry>>,
}

/// 查哪些规则；规则可写成“组/名”“组/*”或“*” · Which rules are run; a rule is `group/name`, `group/*` or `*`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct CheckTable {
    /// 只查这些；不写则全查 · Only these; all of them if left out.
    pub select: Option<Vec<RulePattern>>,
    /// 不查这些 · Not these.
    pub ignore: Vec<RulePattern>,
    /// 改变级别 · How bad findings are taken to be.
    pub severity: BTreeMap<RulePattern, Severity>,
    /// 某些稿件不查某些规则；稿件的写法同 .gitignore · Rules not run for some drafts, written as in .gitignore.
    pub per_file_ignores: BTreeMap<String, Vec<RulePattern>>,
}

/// 何时、以什么形式出版 · When and as what it appears.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct PublicationTable {
    /// 本期日期，如 2026-03-13 · The day of the issue.
    pub issue_date: Option<Date>,
    /// newspaper 报纸、periodical 期刊、internal 内部资料；决定差错率的合格线 · Decides from what error rate on it fails.
    pub kind: Option<PublicationKind>,
}

/// 本单位的体例 · House style.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct StyleTable {
    /// 汉字旁可以用半角的标点，如 "()" · Marks that may be half-width beside Chinese characters, such as "()".
    pub halfwidth: Option<String>,
    /// 署名：majority 多数文章署名时才要求；always 每篇都要；never 不要求 · When an article has to be signed.
    pub bylines: Option<BylineStyle>,
}

/// 本单位认可的名称 · Names that are right as they stand.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct NamesTable {
    /// 人名 · Of people.
    pub people: Vec<Word>,
    /// 机构名 · Of organizations.
    pub organizations: Vec<Word>,
    /// 地名 · Of places.
    pub places: Vec<Word>,
}

/// 用语表的一条 · A word of the house.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GlossaryEntry {
    /// 要找的词，一个或几个 · The word to look for, or several.
    pub term: OneOrMany,
    /// 应改成什么 · What is to be written instead.
    pub preferred: Option<Word>,
    /// 是否禁用：true 报 terms/forbidden-term，否则报 terms/preferred-term · Whether it must not be printed.
    #[serde(default)]
    pub forbidden: bool,
    /// 为什么，附在说明之后 · Why, to follow the message.
    pub reason: Option<Word>,
    /// 含有该词而不算错的词语 · Longer words that hold it and are right.
    #[serde(default)]
    pub exceptions: Vec<Word>,
}

/// `kanwu.accepted.toml`：已认可的问题 · Findings that were accepted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AcceptedFile {
    /// 已认可的问题 · The findings.
    pub accepted: Vec<crate::check::Accepted>,
}
