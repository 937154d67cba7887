//! Results of earlier checks, kept outside the tree, so that a draft that did not change is not checked again.
//!
//! An entry is one file. Its name is a hash of all that a result depends on: the text, the profile, and this very
//! program. So an entry is never wrong, only unused, and after a month of that it is dropped. It is moved into its place
//! whole, so that several runs may share a folder, and holds a hash of itself, so that a broken one is seen to be so.

use std::{
    env,
    ffi::OsStr,
    fs,
    fs::File,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use blake3::{Hash, Hasher};
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use crate::{
    check::{Analysis, Note, Profile},
    rules::{self, Finding, Fix, Related, Settings, Severity, Words},
    text::Span,
};

/// How long an entry that nobody asks for is kept.
const KEPT: Duration = Duration::from_hours(30 * 24);
/// How often the folder is looked through for such entries, and how exactly it is known when an entry was asked for.
const LOOKED_THROUGH: Duration = Duration::from_hours(24);
/// Its age is the time since the folder was last looked through.
const SWEPT: &str = "swept";

/// A folder of results.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    program: Hash,
}

/// A finding, its rule by name.
type Kept = (String, Severity, Words, Span, Vec<Related>, Vec<Fix>);

/// What is kept of a result.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    findings: Vec<Kept>,
    notes: Vec<(Span, Words)>,
    used: Vec<bool>,
}

/// What a result is kept under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(Hash);

impl Cache {
    /// The folder that the system has for such things.
    pub fn usual_folder() -> Option<PathBuf> {
        etcetera::choose_base_strategy().ok().map(|base| base.cache_dir().join("kanwu"))
    }

    /// Opens a folder, which is made if it is not there.
    pub fn open(folder: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&folder)?;
        // A folder that somebody has other things in is not marked as one that holds none.
        if fs::read_dir(&folder)?.next().is_none() {
            let tag =
                "Signature: 8a477f597d28d172789f06886806bc55\n# Results of kanwu. They can be deleted.\n";
            fs::write(folder.join("CACHEDIR.TAG"), tag)?;
            fs::write(folder.join(".gitignore"), "*\n")?;
        }
        let mut program = Hasher::new();
        io::copy(&mut File::open(env::current_exe()?)?, &mut program)?;
        Ok(Self { folder, program: program.finalize() })
    }

    /// What the result for a text is kept under.
    pub fn key(&self, text: &str, profile: &Profile) -> Key {
        let mut hasher = Hasher::new();
        hasher.update(self.program.as_bytes());
        hasher.update(fingerprint(profile).as_bytes());
        hasher.update(text.as_bytes());
        Key(hasher.finalize())
    }

    /// The result that is kept under `key`: findings, notes and which accepted entries were used, but neither the
    /// articles nor what they mention. An entry that is broken is none.
    pub fn get(&self, key: Key, text: &str, profile: &Arc<Profile>) -> Option<Analysis> {
        let path = self.path(key);
        let mut file = File::open(&path).ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        let (sum, content) = bytes.split_first_chunk::<32>()?;
        if blake3::hash(content) != *sum {
            return None;
        }
        let analysis = postcard::from_bytes::<Entry>(content).ok()?.analysis(profile)?;
        let last = analysis.findings.iter().map(|found| found.span.end).max();
        if last > Some(text.len()) {
            return None;
        }
        if file.metadata().and_then(|about| about.modified()).is_ok_and(|at| is_older(at, LOOKED_THROUGH))
            && let Ok(file) = File::options().append(true).open(&path)
        {
            let _ = file.set_modified(SystemTime::now());
        }
        Some(analysis)
    }

    /// Keeps a result. That it cannot be is no reason to stop.
    pub fn put(&self, key: Key, analysis: &Analysis) {
        let _ = self.try_put(key, analysis);
    }

    fn try_put(&self, key: Key, analysis: &Analysis) -> io::Result<()> {
        let content = postcard::to_stdvec(&Entry::of(analysis)).map_err(io::Error::other)?;
        let path = self.path(key);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(blake3::hash(&content).as_bytes())?;
        file.write_all(&content)?;
        file.persist(path)?;
        Ok(())
    }

    /// Drops what nobody has asked for in a long time, once a day at most.
    pub fn sweep(&self) {
        let mark = self.folder.join(SWEPT);
        let modified = |path: &Path| path.metadata().and_then(|about| about.modified());
        if modified(&mark).is_ok_and(|at| !is_older(at, LOOKED_THROUGH)) || fs::write(&mark, "").is_err() {
            return;
        }
        let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
        // Only what is named as entries are: the folder may be anybody's.
        let is_named = |path: &Path| {
            let parts = [path.parent().and_then(Path::file_name), path.file_name()];
            let name: String = parts.into_iter().flatten().filter_map(OsStr::to_str).collect();
            Hash::from_hex(name).is_ok()
        };
        for entry in entries(&self.folder).flat_map(|folder| entries(&folder.path())) {
            if is_named(&entry.path()) && modified(&entry.path()).is_ok_and(|at| is_older(at, KEPT)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn path(&self, key: Key) -> PathBuf {
        let name = key.0.to_hex();
        self.folder.join(&name[..2]).join(&name[2..])
    }
}

fn is_older(at: SystemTime, than: Duration) -> bool {
    at.elapsed().is_ok_and(|age| age > than)
}

/// All of a profile that a result depends on.
fn fingerprint(profile: &Profile) -> Hash {
    let Profile { settings, selection, accepted } = profile;
    // Taken apart, so that what is added to the settings is not forgotten here.
    let Settings { publication, style, names, glossary } = &**settings;
    let mut names: Vec<_> = names.all.iter().collect();
    names.sort_unstable();
    let terms = glossary.terms();
    let all = format!("{publication:?}{style:?}{names:?}{terms:?}{selection:?}{accepted:?}");
    blake3::hash(all.as_bytes())
}

impl Entry {
    fn of(analysis: &Analysis) -> Self {
        let finding = |found: &Finding| {
            let Finding { rule, severity, message, span, related, fixes } = found.clone();
            (rule.to_owned(), severity, message, span, related, fixes)
        };
        Self {
            findings: analysis.findings.iter().map(finding).collect(),
            notes: analysis.notes.iter().map(|note| (note.span, note.words.clone())).collect(),
            used: analysis.used.clone(),
        }
    }

    fn analysis(self, profile: &Arc<Profile>) -> Option<Analysis> {
        let finding = |(rule, severity, message, span, related, fixes): Kept| {
            let rule = rules::find(&rule)?.name;
            Some(Finding { rule, severity, message, span, related, fixes })
        };
        Some(Analysis {
            findings: self.findings.into_iter().map(finding).collect::<Option<_>>()?,
            notes: self.notes.into_iter().map(|(span, words)| Note { span, words }).collect(),
            used: self.used,
            profile: Arc::clone(profile),
            ..Analysis::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check::Accepted, workspace::config::settings_of};

    const DRAFT: &str = "青禾镇修渠引水\n\n　　镇里清理沟渠and疏通水道,公司现有员工30人，其中木工12人，客服20人。\n\n　　<!-- kanwu: ignroe -->\n";

    fn open() -> (tempfile::TempDir, Cache) {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path().join("a/b")).unwrap();
        (folder, cache)
    }

    fn files(cache: &Cache) -> Vec<PathBuf> {
        let all = ignore::WalkBuilder::new(&cache.folder).standard_filters(false).build().flatten();
        let path = |entry: ignore::DirEntry| entry.into_path();
        all.map(path)
            .filter(|path| {
                path.is_file() && path.components().count() > cache.folder.components().count() + 1
            })
            .collect()
    }

    #[test]
    fn a_result_comes_back_as_it_was() {
        let (_folder, cache) = open();
        let profile = Arc::default();
        let analysis = Analysis::under(DRAFT, &profile);
        assert!(analysis.findings.iter().any(|found| !found.related.is_empty() && !found.fixes.is_empty()));
        let key = cache.key(DRAFT, &profile);
        assert!(cache.get(key, DRAFT, &profile).is_none());
        cache.put(key, &analysis);
        let kept = cache.get(key, DRAFT, &profile).unwrap();
        assert_eq!(
            (kept.findings, kept.notes, kept.used),
            (analysis.findings, analysis.notes, analysis.used)
        );
    }

    #[test]
    fn whatever_a_result_depends_on_is_in_its_key() {
        let (_folder, cache) = open();
        let with = |change: &dyn Fn(&mut Profile)| {
            let mut profile = Profile::default();
            change(&mut profile);
            cache.key(DRAFT, &profile)
        };
        let toml = |text: &'static str| {
            with(&move |profile| profile.settings = Arc::new(settings_of(text).unwrap()))
        };
        let accepted = || Accepted { text: "甲".to_owned(), ..Accepted::default() };
        let keys = [
            cache.key("", &Profile::default()),
            with(&|_| ()),
            with(&|profile| profile.selection.ignore(&["figures/*".parse().unwrap()])),
            with(&|profile| profile.accepted = [accepted()].into()),
            toml("[publication]\nissue-date = 2026-03-13"),
            toml("[publication]\nkind = \"newspaper\""),
            toml("[style]\nhalfwidth = \"()\""),
            toml("[names]\npeople = [\"向婉晴\"]"),
            toml("[[glossary]]\nterm = \"外来务工人员\"\npreferred = \"新市民\""),
            toml("[[glossary]]\nterm = \"外来务工人员\"\nforbidden = true"),
        ];
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{at}");
        }
        assert_eq!(with(&|_| ()), with(&|_| ()));
    }

    #[test]
    fn an_entry_that_is_broken_is_none_and_is_written_anew() {
        let (_folder, cache) = open();
        let profile = Arc::default();
        let analysis = Analysis::under(DRAFT, &profile);
        let key = cache.key(DRAFT, &profile);
        cache.put(key, &analysis);
        let [path] = &files(&cache)[..] else { panic!("one entry") };
        let whole = fs::read(path).unwrap();
        let mut flipped = whole.clone();
        flipped[40] ^= 1;
        for broken in [&whole[..0], &whole[..20], &whole[..whole.len() - 1], &flipped[..]] {
            fs::write(path, broken).unwrap();
            assert!(cache.get(key, DRAFT, &profile).is_none());
            cache.put(key, &analysis);
            assert!(cache.get(key, DRAFT, &profile).is_some());
        }
    }

    #[test]
    fn what_nobody_asks_for_is_dropped_and_nothing_else() {
        let (_folder, cache) = open();
        let profile = Arc::default();
        let analysis = Analysis::under("", &profile);
        let (old, new) = (cache.key("旧", &profile), cache.key("新", &profile));
        cache.put(old, &analysis);
        cache.put(new, &analysis);
        let long_ago = SystemTime::now() - 2 * KEPT;
        // Drafts of others, one of them in a folder that is called as ours are.
        let foreign = [cache.folder.join("稿件.txt"), cache.folder.join("ab").join("稿件.txt")];
        for path in &foreign {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, DRAFT).unwrap();
        }
        for path in foreign.iter().chain([&cache.path(old)]) {
            File::options().append(true).open(path).unwrap().set_modified(long_ago).unwrap();
        }
        cache.sweep();
        assert!(cache.get(old, DRAFT, &profile).is_none());
        assert!(cache.get(new, DRAFT, &profile).is_some());
        assert!(foreign.iter().all(|path| path.exists()));
    }

    #[test]
    fn a_folder_with_other_things_in_it_is_not_marked_as_ours() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("稿件.txt"), DRAFT).unwrap();
        Cache::open(folder.path().to_owned()).unwrap();
        assert!(!folder.path().join(".gitignore").exists());
        let (_folder, own) = open();
        assert!(own.folder.join(".gitignore").exists() && own.folder.join("CACHEDIR.TAG").exists());
    }
}
