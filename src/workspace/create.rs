//! Writes a new file bit by bit, and puts it into its place when it is whole.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

/// A file that is being written. Until it is [finished](Self::finish) its place keeps what it had.
#[derive(Debug)]
pub struct NewFile {
    form: Form,
}

#[derive(Debug)]
enum Form {
    /// Beside its place.
    Beside(BufWriter<NamedTempFile>, PathBuf),
    /// A device or a pipe, which cannot be replaced.
    Stream(BufWriter<File>),
}

impl NewFile {
    /// Begins a file that is to stand at `path`.
    pub fn new(path: &Path) -> io::Result<Self> {
        // Behind a link it is the file itself that is replaced.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let permissions = match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => {
                let file = File::options().write(true).open(&path)?;
                return Ok(Self { form: Form::Stream(BufWriter::new(file)) });
            }
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            Ok(metadata) => Some(metadata.permissions()),
            Err(_) => None,
        };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        // Temporary files are for their owner alone; a new file is for all, less what the user's mask takes away.
        #[cfg(unix)]
        let permissions = permissions.or_else(|| Some(std::os::unix::fs::PermissionsExt::from_mode(0o666)));
        if let Some(permissions) = permissions {
            builder.permissions(permissions);
        }
        let file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
        Ok(Self { form: Form::Beside(BufWriter::new(file), path) })
    }

    /// Puts the whole file into its place.
    pub fn finish(self) -> io::Result<()> {
        match self.form {
            Form::Beside(file, path) => {
                let file = file.into_inner()?;
                file.as_file().sync_all()?;
                file.persist(path)?;
                Ok(())
            }
            Form::Stream(mut file) => file.flush(),
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.form {
            Form::Beside(file, _) => file.write(bytes),
            Form::Stream(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.form {
            Form::Beside(file, _) => file.flush(),
            Form::Stream(file) => file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_in_its_place_when_it_is_whole_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("报告.json");
        fs::write(&path, "old").unwrap();
        let mut file = NewFile::new(&path).unwrap();
        file.write_all(b"half").unwrap();
        file.flush().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        drop(file);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");

        let mut file = NewFile::new(&path).unwrap();
        file.write_all(b"whole").unwrap();
        file.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"whole");
    }

    #[test]
    fn what_cannot_be_a_file_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(NewFile::new(folder.path()).unwrap_err().kind(), io::ErrorKind::IsADirectory);
        let missing = folder.path().join("none/report.json");
        assert_eq!(NewFile::new(&missing).unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_is_for_those_whom_the_mask_leaves_and_a_device_stays_one() {
        use std::os::unix::fs::{FileTypeExt, PermissionsExt};
        let folder = tempfile::tempdir().unwrap();
        let ordinary = folder.path().join("ordinary");
        fs::write(&ordinary, "").unwrap();
        let path = folder.path().join("new");
        NewFile::new(&path).unwrap().finish().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&path), mode(&ordinary));

        let mut null = NewFile::new(Path::new("/dev/null")).unwrap();
        null.write_all(b"gone").unwrap();
        null.finish().unwrap();
        assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    }
}
