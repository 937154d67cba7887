//! Lists of files: one a line, or closed by NUL as `find -print0` writes them.

use std::{io::Read, path::PathBuf};

use crate::rules::Words;

/// No list is longer than this; it is enough for a million files.
const MOST_BYTES: u64 = 1 << 28;

/// The paths of a list. Empty lines are passed over.
pub fn read_list(reader: impl Read) -> Result<Vec<PathBuf>, Words> {
    let mut bytes = Vec::new();
    let read = reader.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| {
        Words::new(format!("文件清单无法读取：{error}"), format!("the list cannot be read: {error}"))
    })?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Words::new("文件清单太长", "the list is too long"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Words::new(
            format!("文件清单不是 UTF-8：偏移 {at} 字节处"),
            format!("the list is not UTF-8, from byte {at} on"),
        )
    })?;
    let end = if text.contains('\0') { '\0' } else { '\n' };
    let paths = text.strip_prefix('\u{feff}').unwrap_or(&text).split(end);
    let paths = paths.map(|path| if end == '\n' { path.trim_end_matches('\r') } else { path });
    Ok(paths.filter(|path| !path.is_empty()).map(PathBuf::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(list: &str) -> Vec<String> {
        let paths = read_list(list.as_bytes()).unwrap();
        paths.into_iter().map(|path| path.to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_path_is_a_line_or_ends_with_nul() {
        assert_eq!(read("\u{feff}甲 稿.txt\r\n\r\n乙.txt"), ["甲 稿.txt", "乙.txt"]);
        assert_eq!(read("a\nb.txt\0c.txt\0"), ["a\nb.txt", "c.txt"]);
        assert_eq!(read(""), [""; 0]);
    }

    #[test]
    fn a_list_in_another_encoding_is_refused_with_the_place() {
        let words = read_list(&b"a.txt\n\xbc\xd7.txt"[..]).unwrap_err();
        assert_eq!(words.zh, "文件清单不是 UTF-8：偏移 6 字节处");
    }
}
