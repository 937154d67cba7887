//! Checks again whenever a draft or a configuration changes, until it is stopped.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::mpsc::channel,
    time::Duration,
};

use notify_debouncer_mini::{DebouncedEvent, new_debouncer, notify};

use super::{
    job::STANDARD_INPUT,
    output::{COULD_NOT_RUN, Style},
};
use crate::{
    rules::Words,
    workspace::{
        DraftKind,
        config::{ACCEPTED_FILE, CONFIG_FILE},
        is_bulletin,
    },
};

/// An editor that saves writes several times; all that comes within this is one change.
const TOGETHER: Duration = Duration::from_millis(200);

/// Runs `check` now and after every change of the drafts under `roots`, or of what is said of them.
pub fn watch(roots: &[PathBuf], style: Style, mut check: impl FnMut()) -> ExitCode {
    if roots.iter().any(|root| root.as_os_str() == STANDARD_INPUT) {
        let words = Words::new("标准输入无法监视", "standard input cannot be watched");
        style.complain("--watch", &words);
        return ExitCode::from(COULD_NOT_RUN);
    }
    let (events, changes) = channel();
    let watched = new_debouncer(TOGETHER, events).and_then(|mut debouncer| {
        for (folder, mode) in folders(roots) {
            debouncer.watcher().watch(&folder, mode)?;
        }
        Ok(debouncer)
    });
    // What is watched is watched as long as this lives.
    let _watching = match watched {
        Ok(debouncer) => debouncer,
        Err(error) => {
            let words =
                Words::new(format!("无法监视文件：{error}"), format!("files cannot be watched: {error}"));
            style.complain("--watch", &words);
            return ExitCode::from(COULD_NOT_RUN);
        }
    };
    let files: Vec<PathBuf> = roots.iter().filter(|root| root.is_file()).map(|root| whole(root)).collect();
    loop {
        check();
        if !style.quiet {
            let words = Words::new("等待改动（按 Ctrl-C 结束）", "waiting for changes (stop with Ctrl-C)");
            style.complain("--watch", &words);
        }
        loop {
            match changes.recv() {
                Ok(Ok(events)) if events.iter().any(|event| matters(event, &files)) => break,
                Ok(Ok(_)) => {}
                // Something was missed: better to check once too often.
                Ok(Err(_)) => break,
                Err(_) => return ExitCode::SUCCESS,
            }
        }
    }
}

/// What is watched: the folders themselves, those of files, and those above, where configurations are.
fn folders(roots: &[PathBuf]) -> Vec<(PathBuf, notify::RecursiveMode)> {
    let roots: Vec<PathBuf> = roots.iter().map(|root| whole(root)).collect();
    let (deep, files): (Vec<_>, Vec<_>) = roots.iter().partition(|root| root.is_dir());
    let mut flat: BTreeSet<PathBuf> =
        files.iter().filter_map(|file| file.parent()).map(Path::to_owned).collect();
    for root in &roots {
        let holds =
            |folder: &&Path| [CONFIG_FILE, ACCEPTED_FILE].iter().any(|name| folder.join(name).is_file());
        flat.extend(root.ancestors().skip(1).filter(holds).map(Path::to_owned));
    }
    let deep = deep.into_iter().map(|root| (root.clone(), notify::RecursiveMode::Recursive));
    flat.into_iter().map(|folder| (folder, notify::RecursiveMode::NonRecursive)).chain(deep).collect()
}

/// Whether a change is one of a draft, or of what decides how drafts are checked.
fn matters(event: &DebouncedEvent, files: &[PathBuf]) -> bool {
    let name = event.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    [CONFIG_FILE, ACCEPTED_FILE, ".gitignore", ".ignore", ".kanwuignore"].contains(&name)
        || is_bulletin(&event.path)
        || DraftKind::of(&event.path) != DraftKind::Plain
        || files.contains(&event.path)
}

fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
