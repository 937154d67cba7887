//! Reads one bulletin, but never more of it than will fit.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use super::docx::DocxError;
use crate::{
    rules::Words,
    text::{DecodeError, decode},
};

/// No bulletin is larger than this; a whole book is 2 MB.
pub const MAX_DOCUMENT_BYTES: u64 = 64 * MEBIBYTE;

const MEBIBYTE: u64 = 1 << 20;

/// Why a bulletin could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// The system would not give it out.
    Io(io::Error),
    /// It is larger than [`MAX_DOCUMENT_BYTES`].
    TooLarge {
        /// How large, in bytes, if that is known without reading it.
        size: Option<u64>,
    },
    /// It is no text.
    Decode(DecodeError),
    /// It is called a Word draft, and is none that can be read.
    Docx(DocxError),
}

impl ReadError {
    /// What went wrong, for the user.
    pub fn words(&self) -> Words {
        match self {
            Self::Io(error) | Self::Docx(DocxError::Io(error)) => io_words(error),
            Self::TooLarge { size } => {
                let limit = MAX_DOCUMENT_BYTES / MEBIBYTE;
                match size {
                    Some(size) => {
                        let size = size.div_ceil(MEBIBYTE);
                        Words::new(
                            format!("文件太大：{size} MB，上限 {limit} MB"),
                            format!("too large: {size} MB, the limit is {limit} MB"),
                        )
                    }
                    None => Words::new(
                        format!("内容太大：超过上限 {limit} MB"),
                        format!("too large: more than the limit of {limit} MB"),
                    ),
                }
            }
            Self::Decode(error) => decode_words(error),
            Self::Docx(error) => error.words(),
        }
    }
}

fn io_words(error: &io::Error) -> Words {
    let zh = match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或目录",
        io::ErrorKind::PermissionDenied => "没有读取权限",
        io::ErrorKind::IsADirectory => "这是目录，不是文件",
        io::ErrorKind::NotADirectory => "路径中有一段不是目录",
        _ => return Words::new(format!("无法读取：{error}"), format!("cannot be read: {error}")),
    };
    Words::new(zh, error.to_string())
}

fn decode_words(error: &DecodeError) -> Words {
    let zh = match error {
        DecodeError::Binary { looks_like: Some(kind), .. } => {
            format!("不是纯文本：看起来是 {kind} 文件；请另存为纯文本再检查")
        }
        DecodeError::Binary { looks_like: None, offset } => {
            format!("不是纯文本：偏移 {offset} 字节处有空字符（NUL）")
        }
        DecodeError::Malformed { encoding, offset, line } => {
            format!("{encoding} 编码损坏：偏移 {offset} 字节处（第 {line} 行）")
        }
        DecodeError::Unsupported { encoding, offset, line } => format!(
            "编码看起来是 {encoding}，不是 UTF-8、UTF-16 或 GB18030：自偏移 {offset} 字节处（第 {line} 行）起"
        ),
    };
    Words::new(zh, error.to_string())
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Reads a file as text.
pub fn read_file(path: &Path) -> Result<String, ReadError> {
    let size = fs::metadata(path)?.len();
    if size > MAX_DOCUMENT_BYTES {
        return Err(ReadError::TooLarge { size: Some(size) });
    }
    read_from(File::open(path)?)
}

/// Reads all there is as text.
pub fn read_from(reader: impl Read) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    reader.take(MAX_DOCUMENT_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_DOCUMENT_BYTES {
        return Err(ReadError::TooLarge { size: None });
    }
    decode(bytes).map_err(ReadError::Decode)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_ends_is_given_up_at_the_limit() {
        assert!(matches!(read_from(io::repeat(b'a')), Err(ReadError::TooLarge { size: None })));
    }

    #[test]
    fn a_file_too_large_is_refused_unread_with_size_and_limit() {
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().set_len(200 * MEBIBYTE).unwrap();
        let error = read_file(file.path()).unwrap_err();
        assert!(matches!(error, ReadError::TooLarge { size: Some(size) } if size == 200 * MEBIBYTE));
        assert_eq!(error.words().zh, "文件太大：200 MB，上限 64 MB");
    }
}
