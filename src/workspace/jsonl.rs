//! Documents that come one a line, as `{"id": …, "text": …}`.

use std::{
    borrow::Cow,
    io::{self, BufRead, Read},
};

use serde::{Deserialize, de::Error as _};
use serde_json::value::RawValue;

use super::MAX_DOCUMENT_BYTES;
use crate::rules::Words;

/// A document of a stream.
#[derive(Clone, Debug)]
pub struct JsonDocument {
    /// Its `id` as it came; `null` where there was none.
    pub id: Box<RawValue>,
    /// Its text.
    pub text: String,
}

/// Why a line of a stream is no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineError {
    /// 1-based line.
    pub line: usize,
    /// What is wrong.
    pub words: Words,
}

/// The documents of a stream, read as they come. Blank lines are passed over; an error of the reader ends it.
#[derive(Debug)]
pub struct JsonLines<R> {
    reader: R,
    line: usize,
    buffer: Vec<u8>,
}

impl<R: BufRead> JsonLines<R> {
    /// Reads documents from `reader`.
    pub const fn new(reader: R) -> Self {
        Self { reader, line: 0, buffer: Vec::new() }
    }

    /// Reads one line into the buffer; whether it is whole, or longer than may be. `None` at the end.
    fn read_line(&mut self) -> io::Result<Option<bool>> {
        self.buffer.clear();
        let count = self.reader.by_ref().take(MAX_DOCUMENT_BYTES + 1).read_until(b'\n', &mut self.buffer)?;
        if count == 0 {
            return Ok(None);
        }
        self.line += 1;
        let whole = count as u64 <= MAX_DOCUMENT_BYTES;
        if !whole && self.buffer.last() != Some(&b'\n') {
            self.reader.skip_until(b'\n')?;
        }
        Ok(Some(whole))
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = io::Result<Result<JsonDocument, LineError>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let whole = match self.read_line() {
                Ok(whole) => whole?,
                Err(error) => return Some(Err(error)),
            };
            let bytes = match self.line {
                1 => self.buffer.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.buffer),
                _ => &self.buffer,
            };
            if bytes.trim_ascii().is_empty() {
                continue;
            }
            let line = self.line;
            let document = if whole { parse(bytes, line) } else { Err(too_long(line)) };
            return Some(Ok(document));
        }
    }
}

/// A line as it is written; the `id` may be any JSON value.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

fn parse(bytes: &[u8], line: usize) -> Result<JsonDocument, LineError> {
    // Left to itself the parser would take a list of two for the fields in their order.
    let is_list = bytes.trim_ascii_start().starts_with(b"[");
    let line_of = |bytes| {
        if is_list {
            Err(serde_json::Error::custom("a list, expected an object"))
        } else {
            serde_json::from_slice(bytes)
        }
    };
    let Line { id, text } = line_of(bytes).map_err(|error| {
        // The parser knows of one line only; which one it was is known here.
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let column = error.column().max(1);
        LineError {
            line,
            words: Words::new(
                format!("第 {line} 行第 {column} 字节：不是 {{\"id\": …, \"text\": …}}（{reason}）"),
                format!("line {line}, byte {column}: not {{\"id\": …, \"text\": …}} ({reason})"),
            ),
        }
    })?;
    Ok(JsonDocument {
        id: id.map_or_else(|| RawValue::NULL.to_owned(), ToOwned::to_owned),
        text: text.into_owned(),
    })
}

fn too_long(line: usize) -> LineError {
    let limit = MAX_DOCUMENT_BYTES >> 20;
    LineError {
        line,
        words: Words::new(
            format!("第 {line} 行太长：超过上限 {limit} MB"),
            format!("line {line} is too long: more than the limit of {limit} MB"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(stream: &[u8]) -> Vec<Result<JsonDocument, LineError>> {
        JsonLines::new(stream).map(|line| line.expect("bytes in memory can be read")).collect()
    }

    #[test]
    fn an_id_of_any_kind_comes_back_as_it_was_written() {
        let stream = r#"{"id": 12345678901234567890123, "text": "甲"}
{"text": "乙\n丙", "id": {"a": [1.0, null]}}
{"text": "丁"}"#;
        let documents: Vec<_> = read(stream.as_bytes()).into_iter().map(Result::unwrap).collect();
        let ids: Vec<_> = documents.iter().map(|document| document.id.get()).collect();
        assert_eq!(ids, ["12345678901234567890123", r#"{"a": [1.0, null]}"#, "null"]);
        assert_eq!(documents[1].text, "乙\n丙");
    }

    #[test]
    fn a_malformed_line_is_named_and_the_rest_goes_on() {
        let documents =
            read(b"\xef\xbb\xbf{\"id\": 1, \"text\": \"\"}\r\n\n{\"id\": 2}\n\xff\n{\"text\": \"x\"}\n");
        let lines: Vec<_> = documents
            .iter()
            .map(|document| document.as_ref().map_or_else(|error| error.line, |_| 0))
            .collect();
        assert_eq!(lines, [0, 3, 4, 0]);
    }

    #[test]
    fn a_list_of_two_is_no_document() {
        let documents = read(b"[\"a\", \"\xe7\x94\xb2\"]\n\"x\"\n");
        let why = |at: usize| documents[at].as_ref().expect_err("no object").words.en.clone();
        assert_eq!(why(0), "line 1, byte 1: not {\"id\": …, \"text\": …} (a list, expected an object)");
        assert!(why(1).ends_with("(invalid type: string \"x\", expected an object)"), "{}", why(1));
    }

    #[test]
    fn a_line_too_long_is_passed_over() {
        let long = io::repeat(b'x').take(MAX_DOCUMENT_BYTES + 5).chain(&b"\n{\"text\": \"y\"}"[..]);
        let documents: Vec<_> = JsonLines::new(io::BufReader::new(long)).map(Result::unwrap).collect();
        assert_eq!(documents[0].as_ref().unwrap_err().line, 1);
        assert_eq!(documents[1].as_ref().unwrap().text, "y");
        assert_eq!(documents.len(), 2);
    }
}
