//! Which configuration counts, and what the command line says over it.

use std::path::PathBuf;

use clap::Args;

use crate::{
    check::RulePattern,
    rules::Words,
    workspace::config::{Configurations, Overrides},
};

/// Which configuration counts.
#[derive(Clone, Debug, Default, Args)]
pub struct Configuration {
    /// 用这份配置，不再逐级向上找 kanwu.toml · Use this configuration rather than the nearest kanwu.toml up the tree
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,

    /// 不用任何配置 · Use no configuration
    #[arg(long)]
    no_config: bool,
}

/// Which rules are run, whatever the configuration says.
#[derive(Clone, Debug, Default, Args)]
pub struct Rules {
    /// 只查这些规则，不论配置如何：“组/名”“组/*”或“*”，可用逗号分隔 · Run these rules only, whatever the
    /// configuration says: `group/name`, `group/*` or `*`, separated by commas
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = pattern)]
    select: Option<Vec<RulePattern>>,

    /// 不查这些规则 · Do not run these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = pattern)]
    ignore: Vec<RulePattern>,
}

fn pattern(name: &str) -> Result<RulePattern, String> {
    name.parse().map_err(|words: Words| format!("{} · {}", words.zh, words.en))
}

impl Configuration {
    /// The configurations of all drafts.
    pub fn configurations(&self, rules: Rules) -> Configurations {
        let found = match &self.config {
            Some(path) => Configurations::from_file(path.clone()),
            None if self.no_config => Configurations::none(),
            None => Configurations::default(),
        };
        found.with(Overrides { select: rules.select, ignore: rules.ignore })
    }
}
