//! Addresses of files, as clients write them, and paths.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use tower_lsp::gen_lsp_types as lsp;

/// What stands in the path of an address as something else.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a file on this machine; `None` for any other address.
pub fn path(uri: &lsp::Uri) -> Option<PathBuf> {
    let rest = uri.0.strip_prefix("file://")?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = percent_decode_str(rest).decode_utf8().ok()?;
    if !path.starts_with('/') {
        return None;
    }
    // file:///c:/drafts has the drive behind a slash.
    let has_drive = cfg!(windows) && path[1..].get(1..2) == Some(":");
    Some(PathBuf::from(if has_drive { &path[1..] } else { &*path }))
}

/// The address of an absolute path; `None` if it is not Unicode.
pub fn of(path: &Path) -> Option<lsp::Uri> {
    let path = path.to_str()?;
    let path = if cfg!(windows) { format!("/{}", path.replace('\\', "/")) } else { path.to_owned() };
    Some(format!("file://{}", utf8_percent_encode(&path, ESCAPED)).into())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_any_characters_is_the_same_there_and_back() {
        for written in ["/drafts/简报 第9期.txt", "/a%20b/#1?.bulletin", "/"] {
            let uri = of(Path::new(written)).expect("it is Unicode");
            assert!(uri.0.is_ascii() && !uri.0.contains([' ', '#', '?']), "{uri:?}");
            assert_eq!(path(&uri), Some(PathBuf::from(written)));
        }
    }

    #[test]
    fn clients_escape_as_they_like_and_name_other_things_than_files() {
        let plain = lsp::Uri::from("file:///drafts/%E7%AE%80报.txt");
        assert_eq!(path(&plain), Some(PathBuf::from("/drafts/简报.txt")));
        assert_eq!(path(&"file://localhost/a".into()), Some(PathBuf::from("/a")));
        for other in ["untitled:Untitled-1", "file://server/share/a.txt", "file:///%ff", "https://a/b"] {
            assert_eq!(path(&other.into()), None, "{other}");
        }
    }
}
