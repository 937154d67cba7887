//! Reading and checking one document: what is done on whatever processor is free.

use std::{
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    sync::Arc,
};

use super::job::{Incoming, Job, Origin};
use crate::{
    check::{Analysis, Profile},
    report::Source,
    rules::Words,
    workspace::{
        Cache, DraftKind,
        config::{ConfigError, Configurations, House},
        markdown::Prose,
    },
};

/// What counts for a document.
type Counts = Result<(Arc<Profile>, Arc<House>), ConfigError>;

/// A document to be checked, read or not.
#[derive(Debug)]
pub enum Task {
    /// It is still to be read.
    Read(Job, Counts),
    /// It has come.
    Check(Incoming, Counts),
}

/// A document that was read.
#[derive(Debug)]
pub struct Document {
    /// What it is called.
    pub source: Source,
    /// The file it is, or would be.
    pub file: Option<PathBuf>,
    /// Where it came from.
    pub origin: Origin,
    /// What it is written in.
    pub kind: DraftKind,
    /// Its text.
    pub text: String,
}

/// What came of a document.
#[derive(Debug)]
pub enum Done {
    /// It was checked.
    Checked {
        /// The document.
        document: Document,
        /// What was read and found in it.
        analysis: Analysis,
        /// What counts in its folder.
        house: Arc<House>,
    },
    /// Its configuration is wrong.
    Misconfigured(Source, ConfigError),
    /// It could not be read.
    Failure {
        /// What an answer would call it.
        source: Source,
        /// Where it would have come from.
        path: String,
        /// What went wrong.
        words: Words,
    },
    /// It is a directory without bulletins.
    Nothing(String),
}

/// Hands out what is to be done. Documents of a stream are read here, as they come; files are read on their processor.
pub fn feed(jobs: Vec<Job>, configurations: &mut Configurations, push: &mut dyn FnMut(Task) -> bool) {
    let mut counts = |file: Option<&PathBuf>| {
        let file = file.map(PathBuf::as_path);
        Ok((configurations.profile(file)?, configurations.house(file)?))
    };
    for job in jobs {
        let is_stream = matches!(job, Job::Stream(..));
        if is_stream {
            for incoming in job.documents() {
                if !push(Task::Check(incoming, counts(None))) {
                    return;
                }
            }
            continue;
        }
        let counts = match &job {
            Job::File(path) => counts(Some(path)),
            Job::StandardInput(path) => counts(path.as_ref()),
            _ => counts(None),
        };
        if !push(Task::Read(job, counts)) {
            return;
        }
    }
}

impl Task {
    /// Reads and checks the document, or takes its result from the cache. Of Markdown the prose is checked, unless
    /// `as_plain` text is wanted.
    pub fn run(self, cache: Option<&Cache>, as_plain: bool) -> Done {
        let (incoming, counts) = match self {
            Self::Check(incoming, counts) => (Some(incoming), counts),
            Self::Read(job, counts) => (job.documents().next(), counts),
        };
        match incoming {
            Some(Incoming::Document { source, file, origin, kind, text }) => match counts {
                Ok((profile, house)) => {
                    let document = Document { source, file, origin, kind, text };
                    // A fault of ours is no reason to leave the rest of an archive unchecked.
                    let checked = panic::catch_unwind(AssertUnwindSafe(|| {
                        if document.kind == DraftKind::Markdown && !as_plain {
                            let prose = Prose::of(&document.text);
                            prose.place(check(&prose.text, &profile, cache))
                        } else {
                            check(&document.text, &profile, cache)
                        }
                    }));
                    match checked {
                        Ok(analysis) => Done::Checked { document, analysis, house },
                        Err(_) => Done::Failure {
                            path: document.source.to_string(),
                            source: document.source,
                            words: Words::new(
                                "检查时程序内部出错，这份稿件没有查完；请报告此问题",
                                "an internal error: this draft was not checked; please report it",
                            ),
                        },
                    }
                }
                Err(error) => Done::Misconfigured(source, error),
            },
            Some(Incoming::Failure { source, path, words }) => Done::Failure { source, path, words },
            Some(Incoming::Nothing { path }) => Done::Nothing(path),
            None => Done::Nothing(String::new()),
        }
    }
}

fn check(text: &str, profile: &Arc<Profile>, cache: Option<&Cache>) -> Analysis {
    let Some(cache) = cache else { return Analysis::under(text, profile) };
    let key = cache.key(text, profile);
    cache.get(key, text, profile).unwrap_or_else(|| {
        let analysis = Analysis::under(text, profile);
        cache.put(key, &analysis);
        analysis
    })
}
