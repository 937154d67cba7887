//! How a text is stored: its encoding, its byte order mark, and the way back from text to bytes.

use encoding_rs::{BIG5, GB18030};

/// The encodings a bulletin may be stored in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// GB18030, with GBK and GB2312 inside it.
    Gb18030,
    /// Big5.
    Big5,
}

/// The form a text is stored in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The encoding.
    pub charset: Charset,
    /// Whether a byte order mark stands before it.
    pub marked: bool,
}

impl Form {
    /// The bytes of a text in this form; `None` if it has characters that the encoding lacks.
    pub fn encode(self, text: &str) -> Option<Vec<u8>> {
        let mark = if self.marked { "\u{feff}" } else { "" };
        let utf16 = |bytes_of: fn(u16) -> [u8; 2]| {
            Some(mark.encode_utf16().chain(text.encode_utf16()).flat_map(bytes_of).collect())
        };
        let old = |encoding: &'static encoding_rs::Encoding| {
            let (bytes, _, lacks) = encoding.encode(text);
            (!lacks).then(|| bytes.into_owned())
        };
        match self.charset {
            Charset::Utf8 => Some([mark, text].concat().into_bytes()),
            Charset::Utf16Le => utf16(u16::to_le_bytes),
            Charset::Utf16Be => utf16(u16::to_be_bytes),
            Charset::Gb18030 => old(GB18030),
            Charset::Big5 => old(BIG5),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::decode_with_form;

    const TEXT: &str = "支塘镇开展志愿服务\r\n　　3月13日，支塘镇新联会组织志愿者12名。\r\n";

    #[test]
    fn every_form_is_told_and_comes_back_byte_for_byte() {
        for (charset, marked) in [
            (Charset::Utf8, false),
            (Charset::Utf8, true),
            (Charset::Utf16Le, false),
            (Charset::Utf16Le, true),
            (Charset::Utf16Be, false),
            (Charset::Utf16Be, true),
            (Charset::Gb18030, false),
        ] {
            let form = Form { charset, marked };
            let bytes = form.encode(TEXT).expect("every encoding has these characters");
            assert_eq!(decode_with_form(bytes), Ok((TEXT.to_owned(), form)));
        }
    }

    #[test]
    fn what_an_encoding_lacks_is_not_encoded() {
        let form = Form { charset: Charset::Big5, marked: false };
        assert_eq!(form.encode("简报"), None);
        assert!(form.encode("臺北").is_some());
    }
}
