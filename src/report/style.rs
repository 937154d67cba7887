//! Colours, and the words that go with severities.

use anstyle::{AnsiColor, Style};

use crate::rules::{Language, Severity};

/// Line numbers, and places that belong to a finding.
pub const GUTTER: Style = AnsiColor::Blue.on_default().bold();
/// What is read first.
pub const STRONG: Style = Style::new().bold();
/// What is read last.
pub const FAINT: Style = Style::new().dimmed();
/// What can be done.
pub const HELP: Style = AnsiColor::Green.on_default();
/// The names of parts.
pub const LABEL: Style = AnsiColor::Cyan.on_default();

/// What agrees.
pub const HOLDS: Style = AnsiColor::Green.on_default();
/// What does not.
pub const FAILS: Style = AnsiColor::Red.on_default().bold();
/// What was not judged.
pub const UNCHECKED: Style = AnsiColor::Yellow.on_default();

/// The colour of a severity.
pub const fn severity_style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Info => AnsiColor::Cyan.on_default().bold(),
    }
}

/// The word for a severity.
pub const fn severity_word(severity: Severity, language: Language) -> &'static str {
    match (language, severity) {
        (Language::English, _) => severity.name(),
        (Language::Chinese, Severity::Error) => "错误",
        (Language::Chinese, Severity::Warning) => "警告",
        (Language::Chinese, Severity::Info) => "提示",
    }
}
