//! `kanwu init`: a configuration to begin with.

use std::{fs::File, io::Write, path::PathBuf, process::ExitCode};

use clap::Args;

use super::output::{COULD_NOT_RUN, Style};
use crate::{
    rules::Words,
    workspace::config::{CONFIG_FILE, TEMPLATE},
};

/// 写一份带注释的 kanwu.toml，已有的不动 · Write a kanwu.toml with comments; one that is there is left alone
#[derive(Debug, Args)]
pub struct Arguments {
    /// 写到哪个目录；默认为当前目录 · The folder; the default is the current one
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,

    #[command(flatten)]
    style: Style,
}

impl Arguments {
    /// Runs the subcommand.
    pub fn run(self) -> ExitCode {
        let path = self.folder.join(CONFIG_FILE);
        let shown = path.display().to_string();
        let written = File::create_new(&path).and_then(|mut file| file.write_all(TEMPLATE.as_bytes()));
        let words = match written {
            Ok(()) => {
                self.style.say(&Words::new(format!("写好了 {shown}"), format!("wrote {shown}")));
                return ExitCode::SUCCESS;
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Words::new("已经有了，没有改动", "is there already and was left alone")
            }
            Err(error) => Words::new(format!("写不进去：{error}"), format!("cannot be written: {error}")),
        };
        self.style.complain(&shown, &words);
        ExitCode::from(COULD_NOT_RUN)
    }
}
