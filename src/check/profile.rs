//! How one draft is checked: what the house has said, which rules are run, and which findings are accepted.

use std::sync::Arc;

use super::{accepted::Accepted, selection::Selection};
use crate::rules::Settings;

/// How one draft is checked. The default is to run every rule and to know nothing of the house.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What the house has said of its drafts.
    pub settings: Arc<Settings>,
    /// Which rules are run.
    pub selection: Selection,
    /// Findings that somebody has looked at and found to be right.
    pub accepted: Arc<[Accepted]>,
}

impl Profile {
    /// Whether what the rules found under `other` is what they would find under this: only what is accepted differs.
    pub fn finds_the_same(&self, other: &Self) -> bool {
        self.selection == other.selection
            && (Arc::ptr_eq(&self.settings, &other.settings) || self.settings == other.settings)
    }
}
