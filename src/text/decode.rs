//! From the bytes of a file to its text.
//!
//! A byte order mark decides; without one strict UTF-8 is tried, then UTF-16, then the Chinese encodings of old,
//! GB18030 (with GBK and GB2312 inside it) and Big5. What is none of these is refused with the place that says so.

use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK};

use super::form::{Charset, Form};

/// What a file of bytes that is no text looks like.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, docx, xlsx, wps"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc, xls, wps"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"RIFF", "RIFF"),
    (b"\x7fELF", "ELF"),
];

/// How much of a file is looked at to tell one old encoding from another.
const DETECTION_BYTES: usize = 1 << 20;

/// Why bytes are no text. Offsets are 0-based bytes, lines 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// A file of another kind, or bytes that no text has.
    Binary {
        /// What it looks like, if it can be told: `PNG`, `ZIP, docx, xlsx, wps`.
        looks_like: Option<&'static str>,
        /// The first byte that says so.
        offset: usize,
    },
    /// Text that breaks the rules of its encoding.
    Malformed {
        /// The encoding the text began in.
        encoding: &'static str,
        /// The first byte that is wrong in it.
        offset: usize,
        /// The line of that byte.
        line: usize,
    },
    /// Text in an encoding that is not Chinese.
    Unsupported {
        /// The encoding it looks like.
        encoding: &'static str,
        /// The first byte that is not UTF-8.
        offset: usize,
        /// The line of that byte.
        line: usize,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Binary { looks_like: Some(kind), offset } => {
                write!(f, "not text: looks like {kind} (byte {offset})")
            }
            Self::Binary { looks_like: None, offset } => write!(f, "not text: NUL at byte {offset}"),
            Self::Malformed { encoding, offset, line } => {
                write!(f, "broken {encoding} at byte {offset}, line {line}")
            }
            Self::Unsupported { encoding, offset, line } => {
                write!(f, "looks like {encoding}: not UTF-8 from byte {offset}, line {line}")
            }
        }
    }
}

impl std::error::Error for DecodeError {}

/// Reads bytes as text, without the byte order mark.
pub fn decode(bytes: Vec<u8>) -> Result<String, DecodeError> {
    decode_with_form(bytes).map(|(text, _)| text)
}

/// Reads bytes as text, without the byte order mark, and says in which form it was stored.
pub fn decode_with_form(bytes: Vec<u8>) -> Result<(String, Form), DecodeError> {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(DecodeError::Binary { looks_like: Some(kind), offset: 0 });
    }
    let (text, charset) = match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, rest @ ..] => match str::from_utf8(rest) {
            Ok(text) => (text.to_owned(), Charset::Utf8),
            Err(error) => return Err(malformed("UTF-8", &bytes, 3 + error.valid_up_to())),
        },
        [0xff, 0xfe, rest @ ..] => {
            let text = utf16(rest, u16::from_le_bytes);
            (text.map_err(|offset| malformed("UTF-16LE", &bytes, 2 + offset))?, Charset::Utf16Le)
        }
        [0xfe, 0xff, rest @ ..] => {
            let text = utf16(rest, u16::from_be_bytes);
            (text.map_err(|offset| malformed("UTF-16BE", &bytes, 2 + offset))?, Charset::Utf16Be)
        }
        _ => {
            let (text, charset) = without_mark(bytes)?;
            return checked(text, Form { charset, marked: false });
        }
    };
    checked(text, Form { charset, marked: true })
}

/// The text, unless it holds what no text has.
fn checked(text: String, form: Form) -> Result<(String, Form), DecodeError> {
    match text.find('\0') {
        Some(offset) => Err(DecodeError::Binary { looks_like: None, offset }),
        None => Ok((text, form)),
    }
}

fn without_mark(bytes: Vec<u8>) -> Result<(String, Charset), DecodeError> {
    // Chinese in UTF-16 may be valid UTF-8 by chance, but never without a NUL or a control character for its
    // line breaks and Latin letters: so it is looked for where there is a NUL, or where UTF-8 fails.
    let nul = bytes.iter().position(|&byte| byte == 0);
    let bytes = match (nul, String::from_utf8(bytes)) {
        (None, Ok(text)) => return Ok((text, Charset::Utf8)),
        (Some(_), Ok(text)) => text.into_bytes(),
        (_, Err(error)) => error.into_bytes(),
    };
    if let Some(found) = unmarked_utf16(&bytes) {
        return Ok(found);
    }
    if let Some(offset) = nul {
        return Err(DecodeError::Binary { looks_like: None, offset });
    }
    let utf8_until = str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
    if mostly_utf8(&bytes) {
        return Err(malformed("UTF-8", &bytes, utf8_until));
    }
    let guess = old_encoding(&bytes);
    let chinese = if guess == GBK {
        Some((GB18030, Charset::Gb18030))
    } else {
        (guess == BIG5).then_some((BIG5, Charset::Big5))
    };
    let decoded = chinese.and_then(|(encoding, charset)| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes)?;
        Some((text.into_owned(), charset))
    });
    if let Some(found) = decoded {
        return Ok(found);
    }
    let gb_until = valid_up_to(GB18030, &bytes);
    if gb_until == bytes.len() {
        return Err(DecodeError::Unsupported {
            encoding: guess.name(),
            offset: utf8_until,
            line: line_of(&bytes, utf8_until),
        });
    }
    let (encoding, offset) =
        if gb_until > utf8_until { ("GB18030", gb_until) } else { ("UTF-8", utf8_until) };
    Err(malformed(encoding, &bytes, offset))
}

/// The best guess for bytes that are not UTF-8, by a reader of simplified Chinese.
fn old_encoding(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let sample = &bytes[..bytes.len().min(DETECTION_BYTES)];
    detector.feed(sample, sample.len() == bytes.len());
    let unbiased = detector.guess(None, Utf8Detection::Deny);
    // Short texts need the hint, but with it Big5 is hardly ever seen. Read as GBK, Big5 is full of characters that
    // nobody has assigned.
    let unassigned = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}');
    if unbiased == BIG5 && GBK.decode_without_bom_handling(sample).0.contains(unassigned) {
        return BIG5;
    }
    detector.guess(Some(b"cn"), Utf8Detection::Deny)
}

/// Whether the bytes are UTF-8 but for a few places. The pairs of GBK make a sequence of three by chance only.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| c.len_utf8() >= 3).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= bad
}

/// UTF-16 without a mark: the byte order in which nearly everything is what a Chinese text is made of.
fn unmarked_utf16(bytes: &[u8]) -> Option<(String, Charset)> {
    let plausible = |text: &String| {
        let count = text.chars().count();
        let usual = text.chars().filter(|&c| is_usual(c)).count();
        // Bytes read the wrong way round give ideographs as well, hence so high a bar.
        count > 0 && usual * 100 >= count * 95
    };
    let little = utf16(bytes, u16::from_le_bytes).ok().filter(plausible);
    let big = utf16(bytes, u16::from_be_bytes).ok().filter(plausible);
    match (little, big) {
        (Some(text), None) => Some((text, Charset::Utf16Le)),
        (None, Some(text)) => Some((text, Charset::Utf16Be)),
        _ => None,
    }
}

/// Whether a character is one of those that Chinese bulletins are written with.
const fn is_usual(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '·' | '\u{2010}'..='\u{203b}' | '\u{3000}'..='\u{303f}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ffee}')
}

/// The text of UTF-16 code units, or the offset of the first byte that is wrong.
fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<String, usize> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2 * 3);
    let mut offset = 0;
    for c in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        let c = c.map_err(|_| offset)?;
        text.push(c);
        offset += 2 * c.len_utf16();
    }
    if odd.is_empty() { Ok(text) } else { Err(offset) }
}

/// How many bytes at the start are sound in an encoding.
fn valid_up_to(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(4096);
    let mut read = 0;
    loop {
        text.clear();
        let (result, taken) = decoder.decode_to_string_without_replacement(&bytes[read..], &mut text, true);
        read += taken;
        match result {
            encoding_rs::DecoderResult::InputEmpty => return read,
            encoding_rs::DecoderResult::OutputFull => {}
            encoding_rs::DecoderResult::Malformed(length, behind) => {
                return read.saturating_sub(usize::from(length) + usize::from(behind));
            }
        }
    }
}

fn malformed(encoding: &'static str, bytes: &[u8], offset: usize) -> DecodeError {
    let line = match encoding {
        "UTF-16LE" | "UTF-16BE" => 1 + line_breaks_in_utf16(&bytes[..offset], encoding == "UTF-16LE"),
        _ => line_of(bytes, offset),
    };
    DecodeError::Malformed { encoding, offset, line }
}

fn line_breaks_in_utf16(bytes: &[u8], little: bool) -> usize {
    let line_break = if little { [b'\n', 0] } else { [0, b'\n'] };
    bytes.as_chunks::<2>().0.iter().filter(|&&pair| pair == line_break).count()
}

/// The 1-based line of a byte. None of the encodings has LF inside a character.
fn line_of(bytes: &[u8], offset: usize) -> usize {
    bytes[..offset].split(|&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "常熟市委统战部开展志愿服务\r\n　　3月13日，支塘镇新联会组织志愿者12名。\r\n";

    fn utf16_bytes(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_left_out() {
        let utf8 = ["\u{feff}", TEXT].concat().into_bytes();
        assert_eq!(decode(utf8).as_deref(), Ok(TEXT));
        for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decode(utf16_bytes(&["\u{feff}", TEXT].concat(), bytes_of)).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn utf16_is_known_without_a_mark() {
        for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decode(utf16_bytes(TEXT, bytes_of)).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn gb18030_and_its_older_parts_are_read() {
        for text in [TEXT, "浙江省衢州市柯城区", "朱镕基㐀𠮷", "简报"] {
            let (bytes, _, unmappable) = GB18030.encode(text);
            assert!(!unmappable);
            assert_eq!(decode(bytes.into_owned()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn big5_is_read_as_big5() {
        let text = "臺北市政府舉辦志願服務活動，共有三十名志願者參加。";
        assert_eq!(decode(BIG5.encode(text).0.into_owned()).as_deref(), Ok(text));
    }

    #[test]
    fn nothing_is_the_empty_text() {
        assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
        assert_eq!(decode(b"\xef\xbb\xbf".to_vec()).as_deref(), Ok(""));
        assert_eq!(decode(b"\xff\xfe".to_vec()).as_deref(), Ok(""));
    }

    #[test]
    fn files_of_another_kind_are_named() {
        let kind = |bytes: &[u8]| match decode(bytes.to_vec()) {
            Err(DecodeError::Binary { looks_like, offset }) => (looks_like, offset),
            other => panic!("{other:?}"),
        };
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), (Some("PNG"), 0));
        assert_eq!(kind(b"PK\x03\x04\x14\0\x06\0word/document.xml"), (Some("ZIP, docx, xlsx, wps"), 0));
        assert_eq!(kind(b"{\\rtf1\\ansi}"), (Some("RTF"), 0));
        assert_eq!(kind("甲\0乙".as_bytes()), (None, 3));
        assert_eq!(kind(&[1, 2, 0, 0, 0, 7, 200, 0, 0]), (None, 2));
    }

    #[test]
    fn broken_utf8_is_not_taken_for_an_old_encoding() {
        let mut bytes = TEXT.as_bytes().to_vec();
        let at = TEXT.find("支塘").unwrap();
        bytes[at] = 0xff;
        assert_eq!(decode(bytes), Err(DecodeError::Malformed { encoding: "UTF-8", offset: at, line: 2 }));
        // Cut in the middle of a character.
        let bytes = "简报".as_bytes()[..5].to_vec();
        assert_eq!(decode(bytes), Err(DecodeError::Malformed { encoding: "UTF-8", offset: 3, line: 1 }));
    }

    #[test]
    fn broken_gb18030_says_where() {
        let sound = GB18030.encode(TEXT).0.into_owned();
        let bytes = [&sound[..], b"\xff\xff", &sound].concat();
        assert_eq!(
            decode(bytes),
            Err(DecodeError::Malformed { encoding: "GB18030", offset: sound.len(), line: 3 })
        );
    }

    #[test]
    fn broken_utf16_says_where() {
        let mut bytes = utf16_bytes("\u{feff}甲\n乙", u16::to_le_bytes);
        bytes.push(b'x');
        assert_eq!(decode(bytes), Err(DecodeError::Malformed { encoding: "UTF-16LE", offset: 8, line: 2 }));
        let lone = [0xfe, 0xff, 0x4e, 0x00, 0xd8, 0x00, 0x4e, 0x00].to_vec();
        assert_eq!(decode(lone), Err(DecodeError::Malformed { encoding: "UTF-16BE", offset: 4, line: 1 }));
    }

    #[test]
    fn text_that_is_not_chinese_is_refused_by_name() {
        let (bytes, ..) =
            encoding_rs::WINDOWS_1252.encode("Le comité a décidé d’élire président René Lévêque.");
        match decode(bytes.into_owned()) {
            Err(
                DecodeError::Unsupported { encoding: "windows-1252", offset: 8, line: 1 }
                | DecodeError::Malformed { .. },
            ) => {}
            other => panic!("{other:?}"),
        }
    }
}
