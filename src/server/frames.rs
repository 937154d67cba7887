//! Messages out of a stream of bytes: `Content-Length: N`, a blank line, N bytes of JSON.
//!
//! Whatever comes is read: what is no message is reported once, passed over up to the next header, and the stream
//! goes on. Memory is taken for bytes that came, never for bytes that were announced.

use bytes::{Buf, BytesMut};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt};

/// The longest body that is read; a whole book is 2 MB.
const MAX_BODY: usize = 256 << 20;

/// The longest header that is read, in bytes; two short lines are usual.
const MAX_HEADER: usize = 8 << 10;

/// How many bytes are asked for at a time.
const CHUNK: usize = 64 << 10;

/// The header that says where a message begins.
const LENGTH: &[u8] = b"content-length:";

/// Why bytes are no message.
#[derive(Debug, PartialEq, Eq)]
pub struct Malformed(pub String);

/// Reads messages, one after another.
#[derive(Debug)]
pub struct FrameReader<R> {
    input: R,
    buffer: BytesMut,
    /// Whether the next header must be looked for, after a malformed message.
    lost: bool,
}

impl<R: AsyncRead + Unpin> FrameReader<R> {
    /// Reads from `input`.
    pub fn new(input: R) -> Self {
        Self { input, buffer: BytesMut::new(), lost: false }
    }

    /// The next message, or why there is none where one should be; `None` at the end of the stream.
    pub async fn next(&mut self) -> Option<Result<Value, Malformed>> {
        if self.lost && !self.find_header().await {
            return None;
        }
        match self.header().await? {
            Ok(length) => Some(self.body(length).await),
            Err(why) => {
                // The next header may stand on the very line that is wrong, but not at its first byte.
                self.buffer.advance(self.buffer.len().min(1));
                self.lost = true;
                Some(Err(why))
            }
        }
    }

    /// Reads more; `false` at the end. A stream that can be read no longer has ended.
    async fn fill(&mut self) -> bool {
        self.buffer.reserve(CHUNK);
        self.input.read_buf(&mut self.buffer).await.is_ok_and(|count| count > 0)
    }

    /// Reads a header and takes it out of the buffer if it is sound; the length it gives.
    async fn header(&mut self) -> Option<Result<usize, Malformed>> {
        loop {
            let breaks = self.buffer.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            self.buffer.advance(breaks);
            let end = header_end(&self.buffer);
            if end.map_or(self.buffer.len(), |(end, _)| end) > MAX_HEADER {
                return Some(Err(Malformed(format!("a header of more than {MAX_HEADER} bytes"))));
            }
            if let Some((end, after)) = end {
                let length = content_length(&self.buffer[..end]);
                if length.is_ok() {
                    self.buffer.advance(after);
                }
                return Some(length);
            }
            if !self.fill().await {
                let cut = !self.buffer.is_empty();
                self.buffer.clear();
                return cut.then(|| Err(Malformed("the input ended inside a header".to_owned())));
            }
        }
    }

    async fn body(&mut self, length: usize) -> Result<Value, Malformed> {
        let mut why = None;
        while self.buffer.len() < length {
            if !self.fill().await {
                why = Some(format!("the input ended after {} of {length} bytes", self.buffer.len()));
                break;
            }
        }
        let end = length.min(self.buffer.len());
        let read = match why {
            None => parse(&self.buffer[..end]),
            Some(why) => Err(Malformed(why)),
        };
        if read.is_ok() {
            self.buffer.advance(end);
        } else {
            // The length may be wrong. One that is too long takes in the next header, which JSON cannot hold; the last
            // bytes may be the beginning of it.
            let found = find(&self.buffer[..end]);
            self.buffer.advance(found.unwrap_or_else(|| (end + 1).saturating_sub(LENGTH.len())));
            self.lost = true;
        }
        read
    }

    /// Passes over everything up to the next header; `false` if there is none.
    async fn find_header(&mut self) -> bool {
        loop {
            if let Some(at) = find(&self.buffer) {
                self.buffer.advance(at);
                self.lost = false;
                return true;
            }
            self.buffer.advance((self.buffer.len() + 1).saturating_sub(LENGTH.len()));
            if !self.fill().await {
                return false;
            }
        }
    }
}

/// Where the next header begins.
fn find(bytes: &[u8]) -> Option<usize> {
    bytes.windows(LENGTH.len()).position(|window| window.eq_ignore_ascii_case(LENGTH))
}

/// Where the lines of a header end, and where the body begins.
fn header_end(bytes: &[u8]) -> Option<(usize, usize)> {
    let breaks = bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').map(|(at, _)| at);
    breaks.into_iter().find_map(|at| match &bytes[at + 1..] {
        [b'\n', ..] => Some((at, at + 2)),
        [b'\r', b'\n', ..] => Some((at, at + 3)),
        _ => None,
    })
}

/// The length a header gives.
fn content_length(header: &[u8]) -> Result<usize, Malformed> {
    let mut found = None;
    for line in header.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii) {
        let colon = line.iter().position(|&byte| byte == b':').unwrap_or(0);
        let name = &line[..colon];
        if name.is_empty() || !name.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(Malformed("a line that is no header".to_owned()));
        }
        if !name.eq_ignore_ascii_case(b"content-length") {
            continue;
        }
        let digits = str::from_utf8(line[colon + 1..].trim_ascii()).unwrap_or_default();
        let length =
            if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None };
        match length {
            None => return Err(Malformed("a Content-Length that is no number".to_owned())),
            Some(length) if length > MAX_BODY => {
                return Err(Malformed(format!(
                    "a Content-Length of {length} bytes; {MAX_BODY} is the limit"
                )));
            }
            Some(length) if found.is_some_and(|found| found != length) => {
                return Err(Malformed("two values of Content-Length".to_owned()));
            }
            length => found = length,
        }
    }
    found.ok_or_else(|| Malformed("no Content-Length".to_owned()))
}

fn parse(body: &[u8]) -> Result<Value, Malformed> {
    let text = str::from_utf8(body).map_err(|error| Malformed(error.to_string()))?;
    serde_json::from_str(text).map_err(|error| Malformed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a stream gives that comes in pieces of `size` bytes: the messages, and `null` for what is malformed.
    fn read_in_pieces(stream: &[u8], size: usize) -> Vec<Value> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let (mut far, near) = tokio::io::duplex(size);
            let write = async move {
                tokio::io::AsyncWriteExt::write_all(&mut far, stream).await.unwrap();
            };
            let read = async {
                let (mut frames, mut found) = (FrameReader::new(near), Vec::new());
                while let Some(message) = frames.next().await {
                    found.push(message.unwrap_or(Value::Null));
                }
                found
            };
            tokio::join!(write, read).1
        })
    }

    /// The same however the stream is cut.
    fn read(stream: &[u8]) -> Vec<Value> {
        let found = read_in_pieces(stream, 1 << 20);
        for size in [1, 2, 7, 40] {
            assert_eq!(read_in_pieces(stream, size), found, "in pieces of {size}");
        }
        found
    }

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn messages_are_read_whatever_the_case_and_order_of_their_headers() {
        let stream = [
            &frame("1"),
            "content-length:2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n22",
            "X-Other: a:b\nCONTENT-LENGTH: 5\n\n\"李\"",
        ]
        .concat();
        assert_eq!(read(stream.as_bytes()), [Value::from(1), Value::from(22), Value::from("李")]);
    }

    #[test]
    fn each_malformed_message_is_reported_once_and_the_next_is_read() {
        for bad in [
            "Content-Length: abc\r\n\r\n{}",
            "Content-Length: -5\r\n\r\n{}",
            "Content-Length: +2\r\n\r\n{}",
            "Content-Length:\r\n\r\n{}",
            "Content-Length: 99999999999999999999999999\r\n\r\n{}",
            "Content-Length: 268435457\r\n\r\n{}",
            "Content-Type: x\r\n\r\n{}",
            "no header at all\r\n\r\n",
            "junk",
            "Content-Length: 4\r\n\r\n{]{]",
            "Content-Length: 0\r\n\r\n",
            // Too long: it takes in the header of the next message, in whole or in part.
            "Content-Length: 30\r\n\r\n{]",
            "Content-Length: 7\r\n\r\n{]",
        ] {
            let stream = [frame("1"), bad.to_owned(), frame("2")].concat();
            assert_eq!(read(stream.as_bytes()), [Value::from(1), Value::Null, Value::from(2)], "{bad:?}");
        }
        let not_utf8 =
            [frame("1").as_bytes(), b"Content-Length: 3\r\n\r\n\"\xff\"", frame("2").as_bytes()].concat();
        assert_eq!(read(&not_utf8), [Value::from(1), Value::Null, Value::from(2)]);
    }

    #[test]
    fn what_stands_behind_a_length_too_short_is_passed_over() {
        let stream = ["Content-Length: 5\r\n\r\n{\"a\":\"b\"}", &frame("2")].concat();
        assert_eq!(read(stream.as_bytes()), [Value::Null, Value::from(2)]);
    }

    #[test]
    fn an_end_inside_a_message_is_reported() {
        assert_eq!(read(b""), Vec::<Value>::new());
        assert_eq!(read(b"\r\n"), Vec::<Value>::new());
        for cut in [
            "Content-Len",
            "Content-Length: 9\r\n",
            "Content-Length: 9\r\n\r\n",
            "Content-Length: 9\r\n\r\n{}",
        ] {
            assert_eq!(read(cut.as_bytes()), [Value::Null], "{cut:?}");
        }
    }

    #[test]
    fn a_header_that_never_ends_is_given_up() {
        let stream = [&"x".repeat(100_000), "\r\n", &frame("2")].concat();
        assert_eq!(read_in_pieces(stream.as_bytes(), 1 << 20), [Value::Null, Value::from(2)]);
    }

    #[test]
    fn json_nested_without_end_is_malformed() {
        let stream = [frame(&"[".repeat(100_000)), frame("2")].concat();
        assert_eq!(read_in_pieces(stream.as_bytes(), 1 << 16), [Value::Null, Value::from(2)]);
    }
}
