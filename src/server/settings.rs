//! What the client's user has set, in the section `kanwu` of the editor's settings.

use std::{
    path::PathBuf,
    sync::{Arc, PoisonError},
};

use serde::{
    Deserialize, Deserializer,
    de::{Error, IntoDeserializer},
};
use serde_json::Value;
use tower_lsp::gen_lsp_types as lsp;

use super::router::Router;
use crate::{
    check::RulePattern,
    rules::{Language, Words},
    workspace::config::Overrides,
};

/// The section of the settings that is ours.
pub const SECTION: &str = "kanwu";

/// What the user has set. What is not set is as it would be without settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Settings {
    /// `zh` or `en`; the client's own language if it is not set.
    #[serde(deserialize_with = "language")]
    pub language: Option<Language>,
    /// One configuration for all drafts, in place of the nearest `kanwu.toml`; from the first folder of the workspace.
    #[serde(deserialize_with = "path")]
    pub configuration: Option<PathBuf>,
    /// These rules and no others, whatever the configuration says.
    #[serde(deserialize_with = "patterns")]
    pub select: Option<Vec<RulePattern>>,
    /// Not these rules.
    #[serde(deserialize_with = "patterns")]
    pub ignore: Option<Vec<RulePattern>>,
    /// Whether ticks and weekdays are shown.
    pub inlay_hints: Option<bool>,
    /// Whether characters and error rates are shown over articles.
    pub code_lens: Option<bool>,
}

impl Settings {
    /// Reads the section; keys that are not ours are passed over, since settings of the editor's own may stand there.
    pub fn read(section: &Value) -> Result<Self, Words> {
        if section.is_null() {
            return Ok(Self::default());
        }
        Self::deserialize(section).map_err(|error| {
            Words::new(
                format!("编辑器设置“{SECTION}”有误，未采用：{error}"),
                format!("the editor's settings “{SECTION}” are wrong and not used: {error}"),
            )
        })
    }

    /// What is laid over the configuration.
    pub fn overrides(&self) -> Overrides {
        Overrides { select: self.select.clone(), ignore: self.ignore.clone().unwrap_or_default() }
    }
}

fn language<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Language>, D::Error> {
    #[derive(Deserialize)]
    enum Tongue {
        #[serde(rename = "zh", alias = "zh-CN", alias = "zh-cn")]
        Chinese,
        #[serde(rename = "en")]
        English,
    }
    // An empty field of a form is not set.
    let Some(written) = Option::<String>::deserialize(from)?.filter(|written| !written.is_empty()) else {
        return Ok(None);
    };
    Ok(Some(match Tongue::deserialize(written.into_deserializer())? {
        Tongue::Chinese => Language::Chinese,
        Tongue::English => Language::English,
    }))
}

fn patterns<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<RulePattern>>, D::Error> {
    let Some(written) = Option::<Vec<String>>::deserialize(from)? else { return Ok(None) };
    let parsed =
        written.iter().map(|pattern| pattern.parse::<RulePattern>()).collect::<Result<Vec<_>, Words>>();
    parsed.map(Some).map_err(|words| D::Error::custom(format!("{} · {}", words.zh, words.en)))
}

fn path<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PathBuf>, D::Error> {
    Ok(Option::<PathBuf>::deserialize(from)?.filter(|path| !path.as_os_str().is_empty()))
}

impl Router {
    /// Takes in the section of the client's settings that is ours.
    pub fn set(&self, section: &Value) {
        match Settings::read(section) {
            Err(words) => {
                let (client, line) = (self.client.clone(), words.get(self.abilities().language).to_owned());
                tokio::spawn(async move { client.show_message(lsp::MessageType::Error, line).await });
            }
            Ok(settings) => {
                let settings = Arc::new(settings);
                let mut known = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
                let before = std::mem::replace(&mut *known, Arc::clone(&settings));
                drop(known);
                if before != settings {
                    self.refresh(&before, &settings);
                }
            }
        }
    }

    /// Sees to it that what is shown is as it is set now.
    fn refresh(&self, before: &Settings, now: &Settings) {
        self.reconfigure();
        let (abilities, spoken) = (self.abilities(), before.language != now.language);
        if spoken {
            self.republish();
        }
        if abilities.refreshes_hints && (spoken || before.inlay_hints != now.inlay_hints) {
            let client = self.client.clone();
            tokio::spawn(async move { client.inlay_hint_refresh().await });
        }
        if abilities.refreshes_lenses && (spoken || before.code_lens != now.code_lens) {
            let client = self.client.clone();
            tokio::spawn(async move { client.code_lens_refresh().await });
        }
    }

    /// Asks the client for its settings.
    pub async fn fetch_settings(&self) {
        let item = lsp::ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
        let mut is_mute = self.shared.is_mute.subscribe();
        tokio::select! {
            sections = self.client.configuration(vec![item]) => {
                if let Ok(sections) = sections {
                    self.set(sections.first().unwrap_or(&Value::Null));
                }
            }
            // Whoever has hung up answers no more, and the server is to end.
            _ = is_mute.wait_for(|&is_mute| is_mute) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_are_read_and_what_is_not_set_is_left_alone() {
        for nothing in [json!(null), json!({}), json!({ "language": "", "configuration": "", "trace": 3 })] {
            assert_eq!(Settings::read(&nothing), Ok(Settings::default()), "{nothing}");
        }
        let read = Settings::read(&json!({ "language": "en", "codeLens": false, "ignore": ["wording/*"] }));
        let read = read.expect("they are sound");
        assert_eq!((read.language, read.code_lens), (Some(Language::English), Some(false)));
        assert_eq!(read.overrides().ignore, ["wording/*".parse::<RulePattern>().expect("a pattern")]);
    }

    #[test]
    fn what_is_wrong_with_them_is_told() {
        for wrong in [json!({ "language": "fr" }), json!({ "ignore": ["no/such-rule"] }), json!([1])] {
            let words = Settings::read(&wrong).expect_err("they are wrong");
            assert!(words.zh.starts_with("编辑器设置“kanwu”有误"), "{words:?}");
        }
    }
}
