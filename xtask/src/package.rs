//! Fetches a release of an npm package.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

/// An unpacked release; deleted when dropped.
pub struct Package {
    folder: TempDir,
}

impl Package {
    /// Fetches and unpacks `name@version`.
    pub fn fetch(name: &str, version: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        run(Command::new("npm").args(["pack", "--silent"]).arg(format!("{name}@{version}")), &folder)?;
        run(Command::new("tar").args(["-xzf"]).arg(format!("{name}-{version}.tgz")), &folder)?;
        Ok(Self { folder })
    }

    /// A file of the package.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join("package").join(inside)
    }
}

fn run(command: &mut Command, folder: &TempDir) -> Result<()> {
    let status = command
        .current_dir(folder.path())
        .status()
        .with_context(|| format!("{} could not be started", command.get_program().display()))?;
    ensure!(status.success(), "{} failed: {status}", command.get_program().display());
    Ok(())
}
