//! The package of parts that a Word draft is.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs,
    io::{self, Cursor, Read, Write},
    path::Path,
};

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use tempfile::NamedTempFile;
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::DocxError;
use crate::workspace::MAX_DOCUMENT_BYTES;

/// No part that is read is larger than this when it is unpacked; of a book it is a few megabytes.
pub const MOST_BYTES: u64 = MAX_DOCUMENT_BYTES;

/// The relationship of a package to its main part, in the usual and in the strict form of the standard.
const MAIN: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
];

/// How encrypted drafts and those of old begin.
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// A package of parts, in memory as it is stored.
#[derive(Debug)]
pub struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
}

/// A relationship between two parts.
#[derive(Debug)]
pub struct Relationship {
    /// What it is called.
    pub id: String,
    /// Of what kind it is.
    pub kind: String,
    /// The part, as it is seen from the first.
    pub target: String,
}

impl Package {
    /// Reads a package; its parts stay packed.
    pub fn open(path: &Path) -> Result<Self, DocxError> {
        let size = fs::metadata(path)?.len();
        if size > MAX_DOCUMENT_BYTES {
            return Err(DocxError::TooLarge(path.display().to_string()));
        }
        let bytes = fs::read(path)?;
        if bytes.starts_with(COMPOUND_FILE) {
            return Err(DocxError::Closed);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| no_package(&error))?;
        Ok(Self { archive })
    }

    /// Whether there is such a part.
    pub fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// Unpacks a part as text.
    pub fn part(&mut self, name: &str) -> Result<String, DocxError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Err(DocxError::Missing(name.to_owned())),
            Err(error) => return Err(no_package(&error)),
        };
        let mut bytes = Vec::new();
        // What a part says of its size need not be true.
        let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes);
        read.map_err(|error| DocxError::NoPackage(format!("{name}: {error}")))?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(DocxError::TooLarge(name.to_owned()));
        }
        String::from_utf8(bytes).map_err(|error| DocxError::Malformed {
            part: name.to_owned(),
            offset: error.utf8_error().valid_up_to() as u64,
            reason: "not UTF-8".to_owned(),
        })
    }

    /// The part that holds the text.
    pub fn main_part(&mut self) -> Result<String, DocxError> {
        const PACKAGE: &str = "_rels/.rels";
        let relationships = relationships(PACKAGE, &self.part(PACKAGE)?)?;
        let main = relationships.into_iter().find(|one| MAIN.contains(&one.kind.as_str()));
        let main = main.ok_or_else(|| DocxError::Missing("officeDocument".to_owned()))?;
        Ok(main.target.trim_start_matches('/').to_owned())
    }

    /// Writes the package to a file, in one step, with these parts new or in place of what they were.
    pub fn write_with(&mut self, changed: &BTreeMap<String, String>, path: &Path) -> Result<(), DocxError> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let write = |writer: &mut ZipWriter<_>, name: &str, text: &str| {
            writer.start_file(name, options).map_err(|error| no_package(&error))?;
            writer.write_all(text.as_bytes()).map_err(DocxError::Io)
        };
        let mut new = changed.clone();
        for at in 0..self.archive.len() {
            let part = self.archive.by_index_raw(at).map_err(|error| no_package(&error))?;
            let name = part.name().map(Cow::into_owned).unwrap_or_default();
            match new.remove(&name) {
                Some(text) => write(&mut writer, &name, &text)?,
                None => writer.raw_copy_file(part).map_err(|error| no_package(&error))?,
            }
        }
        for (name, text) in &new {
            write(&mut writer, name, text)?;
        }
        let bytes = writer.finish().map_err(|error| no_package(&error))?.into_inner();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = new_file(folder)?;
        file.write_all(&bytes)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// A temporary file is for its owner alone, but this one is to be passed on; the system takes off what it does.
#[cfg(unix)]
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    tempfile::Builder::new().permissions(fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}

fn no_package(error: &ZipError) -> DocxError {
    DocxError::NoPackage(error.to_string())
}

/// The part that tells of the relationships of a part.
pub fn relationships_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") }
}

/// The relationships that a part tells of.
pub fn relationships(part: &str, xml: &str) -> Result<Vec<Relationship>, DocxError> {
    let mut found = Vec::new();
    events(part, xml, |event, _| {
        if let Event::Start(element) | Event::Empty(element) = event
            && element.local_name().as_ref() == "Relationship"
        {
            let value = |name| attribute(element, name).unwrap_or_default();
            found.push(Relationship { id: value("Id"), kind: value("Type"), target: value("Target") });
        }
        Ok(())
    })?;
    Ok(found)
}

/// The value of an attribute, whatever its prefix.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().filter_map(Result::ok);
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

/// Goes through a part: each event, and the bytes it was made of. What is not well-formed, and what declares a document
/// type, which no Word draft does, is an error.
pub fn events(
    part: &str,
    xml: &str,
    mut each: impl FnMut(&Event<'_>, std::ops::Range<usize>) -> Result<(), DocxError>,
) -> Result<(), DocxError> {
    let malformed =
        |offset: u64, reason: String| DocxError::Malformed { part: part.to_owned(), offset, reason };
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let start = reader.buffer_position();
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => return Err(malformed(reader.error_position(), error.to_string())),
        };
        let end = reader.buffer_position();
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) => return Err(malformed(start, "DOCTYPE".to_owned())),
            Event::Eof if depth > 0 => return Err(malformed(start, "an element is not closed".to_owned())),
            Event::Eof => return Ok(()),
            _ => {}
        }
        each(&event, usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0))?;
    }
}
