//! Writes a bulletin back, in the form it was stored in, whole or not at all.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use crate::{rules::Words, text::decode_with_form};

/// Why a bulletin was left as it was.
#[derive(Debug)]
pub enum WriteError {
    /// The system would not take it.
    Io(io::Error),
    /// The file is no longer what was read.
    Changed,
    /// In its encoding the text cannot be written, or not without changing bytes that nobody meant to change.
    Encoding,
}

impl WriteError {
    /// What went wrong, for the user.
    pub fn words(&self) -> Words {
        match self {
            Self::Io(error) => {
                Words::new(format!("无法写入：{error}"), format!("cannot be written: {error}"))
            }
            Self::Changed => Words::new(
                "读取之后文件又有改动，未写入",
                "left as it is: the file was changed since it was read",
            ),
            Self::Encoding => Words::new(
                "改后的文字无法按原来的编码存回，未写入；请另存为 UTF-8 再改",
                "left as it is: the text cannot be stored in its encoding; save it as UTF-8 first",
            ),
        }
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Replaces the text of a file: encoding, byte order mark, line ends and permissions stay as they are. `before` is the
/// text that was read of it.
pub fn rewrite_file(path: &Path, before: &str, after: &str) -> Result<(), WriteError> {
    // Behind a link it is the file itself that is replaced.
    let path = path.canonicalize()?;
    let bytes = fs::read(&path)?;
    let (text, form) = decode_with_form(bytes.clone()).map_err(|_| WriteError::Changed)?;
    if text != before {
        return Err(WriteError::Changed);
    }
    if form.encode(before).as_deref() != Some(&bytes) {
        return Err(WriteError::Encoding);
    }
    let bytes = form.encode(after).ok_or(WriteError::Encoding)?;
    // What is read next time must be what was meant: a short text may look like another encoding.
    if decode_with_form(bytes.clone()).as_ref().map(|(text, _)| text.as_str()) != Ok(after) {
        return Err(WriteError::Encoding);
    }
    Ok(replace_file(&path, &bytes)?)
}

/// Writes beside the file and moves what was written into its place, so that nobody ever sees half of it.
fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let metadata = fs::metadata(path)?;
    if metadata.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().set_permissions(metadata.permissions())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Charset, Form};

    const BEFORE: &str = "支塘镇开展志愿服务\r\n支塘镇,为居民服务。\r\n";
    const AFTER: &str = "支塘镇开展志愿服务\r\n支塘镇，为居民服务。\r\n";

    fn rewritten(bytes: &[u8], after: &str) -> (Result<(), WriteError>, Vec<u8>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("简报.txt");
        fs::write(&path, bytes).unwrap();
        let done = rewrite_file(&path, BEFORE, after);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        (done, fs::read(path).unwrap())
    }

    #[test]
    fn encoding_mark_and_line_ends_stay() {
        for charset in [Charset::Utf8, Charset::Utf16Le, Charset::Utf16Be, Charset::Gb18030] {
            for marked in [false, true] {
                if charset == Charset::Gb18030 && marked {
                    continue;
                }
                let form = Form { charset, marked };
                let (done, bytes) = rewritten(&form.encode(BEFORE).unwrap(), AFTER);
                assert!(done.is_ok(), "{done:?}");
                assert_eq!(bytes, form.encode(AFTER).unwrap());
            }
        }
    }

    #[test]
    fn what_changed_since_or_cannot_be_stored_is_left_alone() {
        let changed = BEFORE.replace("居民", "村民");
        let (done, bytes) = rewritten(changed.as_bytes(), AFTER);
        assert!(matches!(done, Err(WriteError::Changed)), "{done:?}");
        assert_eq!(bytes, changed.as_bytes());
    }

    #[test]
    fn characters_that_big5_lacks_leave_the_file_as_it_was() {
        let before = "臺北市政府舉辦志願服務活動,共有三十名志願者參加。\n";
        let stored = Form { charset: Charset::Big5, marked: false }.encode(before).unwrap();
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), &stored).unwrap();
        let done = rewrite_file(file.path(), before, "简体");
        assert!(matches!(done, Err(WriteError::Encoding)), "{done:?}");
        assert_eq!(fs::read(file.path()).unwrap(), stored);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
        fs::write(&path, BEFORE).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        rewrite_file(&link, BEFORE, AFTER).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), AFTER);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
