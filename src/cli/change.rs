//! What becomes of drafts that are changed: written back where they came from, shown as a diff, or only named.

use std::{
    io::{self, Write},
    process::ExitCode,
    sync::Arc,
};

use super::{
    input::Input,
    job::{Incoming, Origin},
    output::{COULD_NOT_RUN, Style, complain_of_nothing, is_written},
};
use crate::{
    check::{Profile, edit::unified_diff},
    report::Source,
    rules::Words,
    workspace::{DraftKind, WriteError, config::Configurations, rewrite_file},
};

/// What is done with a new text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It takes the place of the old one; that of standard input goes to standard output.
    Write,
    /// The difference is shown.
    Diff,
    /// The file is named.
    Check,
}

/// What a run came to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Changes {
    /// How many drafts are changed, or would be.
    pub changed: usize,
    /// How many are as they should be.
    pub unchanged: usize,
    /// Whether something could not be read or written.
    pub failed: bool,
}

impl Changes {
    /// Puts every document through `change` and delivers what comes of it.
    pub fn of(
        input: &Input,
        style: Style,
        delivery: Delivery,
        configurations: &mut Configurations,
        change: impl Fn(&str, &Arc<Profile>) -> String,
    ) -> Self {
        let mut changes = Self::default();
        if delivery == Delivery::Write && is_refused(input, style) {
            changes.failed = true;
            return changes;
        }
        let mut out = Style::plain_output();
        let written = changes.deliver_all(input, style, delivery, configurations, change, &mut *out);
        changes.failed |= !is_written(written, style);
        changes
    }

    fn deliver_all(
        &mut self,
        input: &Input,
        style: Style,
        delivery: Delivery,
        configurations: &mut Configurations,
        change: impl Fn(&str, &Arc<Profile>) -> String,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for incoming in input.documents() {
            match incoming {
                Incoming::Document { source, kind, .. } if kind != DraftKind::Plain => {
                    self.failed = true;
                    style.complain(
                        &source.to_string(),
                        &Words::new(
                            "这里只处理纯文本，不处理 Markdown 和 Word 文稿",
                            "this is for plain text, not for Markdown or Word drafts",
                        ),
                    );
                }
                Incoming::Document { source, file, origin, text, .. } => {
                    let profile = match configurations.profile(file.as_deref()) {
                        Ok(profile) => profile,
                        Err(error) => {
                            self.failed = true;
                            style.complain(&error.location(), &error.words);
                            continue;
                        }
                    };
                    let after = change(&text, &profile);
                    let differs = after != text;
                    let mut is_done = differs;
                    match delivery {
                        Delivery::Write => {
                            let is_written = write(&source, &origin, &text, &after, style, out)?;
                            self.failed |= !is_written;
                            is_done &= is_written;
                        }
                        Delivery::Diff if differs => show_difference(&source, &text, &after, out)?,
                        Delivery::Check if differs => writeln!(out, "{source}")?,
                        Delivery::Diff | Delivery::Check => {}
                    }
                    *(if is_done { &mut self.changed } else { &mut self.unchanged }) += 1;
                }
                Incoming::Failure { path, words, .. } => {
                    self.failed = true;
                    style.complain(&path, &words);
                }
                Incoming::Nothing { path } => complain_of_nothing(&path, style),
            }
            out.flush()?;
        }
        Ok(())
    }

    /// The exit code: 2 if something failed, 1 if drafts would be changed that were not to be, else 0.
    pub fn exit_code(self, delivery: Delivery) -> ExitCode {
        if self.failed {
            return ExitCode::from(COULD_NOT_RUN);
        }
        ExitCode::from(u8::from(delivery != Delivery::Write && self.changed > 0))
    }
}

/// Whether drafts that come one a line are to be written back, which cannot be; says so.
pub fn is_refused(input: &Input, style: Style) -> bool {
    if input.is_stream() {
        style.complain(
            "--input-format jsonl",
            &Words::new(
                "逐行读入的稿件无处写回；可用 --diff",
                "drafts that come one a line cannot be written back; use --diff",
            ),
        );
    }
    input.is_stream()
}

/// Puts the new text where the old one came from; whether that could be done. Only standard output is an error.
pub fn write(
    source: &Source,
    origin: &Origin,
    before: &str,
    after: &str,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let written = match origin {
        Origin::StandardInput => {
            out.write_all(after.as_bytes())?;
            Ok(())
        }
        Origin::File(path) if before != after => rewrite_file(path, before, after),
        Origin::File(_) | Origin::Stream => Ok(()),
    };
    if let Err(error) = &written {
        let words: Words = WriteError::words(error);
        style.complain(&source.to_string(), &words);
    }
    Ok(written.is_ok())
}

fn show_difference(source: &Source, before: &str, after: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(unified_diff(&source.to_string(), before, after).as_bytes())
}
