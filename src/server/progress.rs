//! `$/progress`: how far the reading of the workspace has come.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::mpsc::UnboundedReceiver;
use tower_lsp::{Client, gen_lsp_types as lsp};

use crate::rules::{Language, Words};

/// From how many files on a client is told that did not ask to be told.
const WORTH_TELLING: usize = 10;

/// So many files of so many have been read.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// How many.
    pub done: usize,
    /// Of how many.
    pub total: usize,
}

/// Who is told of the progress.
#[derive(Debug)]
pub enum Whom {
    /// A client that asked to be told of its request.
    Asked(lsp::ProgressToken),
    /// A client that shows progress of the server's own.
    Shows,
    /// Nobody.
    Nobody,
}

/// Tells the client of each step until there are no more.
pub async fn tell(client: Client, whom: Whom, mut steps: UnboundedReceiver<Step>, language: Language) {
    let Some(first) = steps.recv().await else { return };
    let token = match whom {
        Whom::Asked(token) => token,
        Whom::Shows if first.total >= WORTH_TELLING => {
            static COUNT: AtomicU64 = AtomicU64::new(0);
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let token = lsp::ProgressToken::String(format!("kanwu/reading/{number}"));
            if client.create_work_done_progress(token.clone()).await.is_err() {
                return;
            }
            token
        }
        Whom::Shows | Whom::Nobody => return,
    };
    let title = Words::new("读取稿件", "Reading drafts");
    let ongoing = client.progress(token, title.get(language)).with_percentage(0).begin().await;
    let mut told = 0;
    let mut next = Some(first);
    while let Some(step) = next {
        let percentage = (step.done * 100 / step.total.max(1)) as u32;
        // A client that is told of every file of a thousand has nothing else to do.
        if percentage > told {
            told = percentage;
            ongoing.report_with_message(format!("{}/{}", step.done, step.total), percentage).await;
        }
        next = steps.recv().await;
    }
    ongoing.finish().await;
}
