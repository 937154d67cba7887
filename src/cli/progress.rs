//! How far a long run has come, drawn on a terminal.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output::Style;
use crate::rules::Language;

/// A run that is over sooner shows nothing.
const LONG: Duration = Duration::from_secs(1);

/// The bar of a run.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    begin: Instant,
    /// Whether there is a terminal to draw on, and nobody has asked for quiet.
    wanted: bool,
}

impl Progress {
    /// A bar for so many documents, or for nobody knows how many.
    pub fn new(total: Option<usize>, style: Style) -> Self {
        let wanted = !style.quiet && io::stderr().is_terminal();
        let bar =
            ProgressBar::with_draw_target(total.map(|total| total as u64), ProgressDrawTarget::hidden());
        let unit = match style.language() {
            Language::Chinese => "份",
            Language::English => "bulletins",
        };
        let template = match total {
            Some(_) => format!("{{wide_bar}} {{pos}}/{{len}} {unit} {{per_sec:.0}} {{eta}}"),
            None => format!("{{spinner}} {{pos}} {unit} {{per_sec:.0}}"),
        };
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        Self { bar, begin: Instant::now(), wanted }
    }

    /// Does something that may write to the terminal, with the bar out of the way, and counts a document.
    pub fn step<T>(&mut self, write: impl FnOnce() -> T) -> T {
        if self.wanted && self.begin.elapsed() > LONG {
            self.wanted = false;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        let written = self.bar.suspend(write);
        self.bar.inc(1);
        written
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
