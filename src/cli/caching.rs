//! Whether and where results of earlier checks are kept.

use std::{path::PathBuf, sync::Arc};

use clap::Args;

use super::output::Style;
use crate::{rules::Words, workspace::Cache};

/// Whether and where results are kept.
#[derive(Clone, Debug, Args)]
pub struct Caching {
    /// 不用缓存：没有改动的稿件也重新检查 · Use no cache: check drafts that did not change, too
    #[arg(long)]
    no_cache: bool,

    /// 缓存目录；默认在系统的缓存目录下 · Where results are kept; the default is the cache folder of the system
    ///
    /// 检查多份稿件时，文字、配置、认可的问题和程序都没有改变的，不再重查。缓存可以随时删除。
    ///
    /// When several drafts are checked, those of which text, configuration, accepted findings and program are the same
    /// as before are not checked again. The folder may be deleted at any time.
    #[arg(long, value_name = "FOLDER", env = "KANWU_CACHE_DIR")]
    cache_dir: Option<PathBuf>,
}

impl Caching {
    /// The cache, unless none is wanted or none can be had.
    pub fn open(&self, style: Style) -> Option<Arc<Cache>> {
        let folder = if self.no_cache { None } else { self.cache_dir.clone().or_else(Cache::usual_folder) }?;
        match Cache::open(folder.clone()) {
            Ok(cache) => Some(Arc::new(cache)),
            // Where nobody asked for it, it is no loss.
            Err(_) if self.cache_dir.is_none() => None,
            Err(error) => {
                let words = Words::new(
                    format!("缓存无法使用，照常检查：{error}"),
                    format!("the cache cannot be used, going on without it: {error}"),
                );
                style.complain(&folder.display().to_string(), &words);
                None
            }
        }
    }
}
