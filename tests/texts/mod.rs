//! The texts that properties are tested on: the samples, what else lies beside the project, and texts made up.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex},
    thread,
};

use kanwu::check::Analysis;
use proptest::prelude::*;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// Texts beside the project that not everybody has.
const ELSEWHERE: [&str; 2] = ["../shared/bulletins", "../shared/news"];

/// A text, what it is called, and what is read in it: reading takes longest, and every property begins with it.
pub struct Read {
    name: String,
    pub text: String,
    pub analysis: Analysis,
}

/// The samples, and the texts elsewhere that are there.
pub static AT_HAND: LazyLock<Vec<Read>> = LazyLock::new(|| read(at_hand()));

/// The texts at hand as a careless hand would type them: some marks in half width, some lines broken or padded. A text
/// whose marks are wrong in itself is left out: half width would hide its faults, and mending bring them back.
pub static ROUGHENED: LazyLock<Vec<Read>> = LazyLock::new(|| {
    let sound = AT_HAND.iter().step_by(4).filter(|read| has_sound_marks(&read.analysis));
    read(sound.map(|read| (format!("{}, made rough", read.name), roughen(&read.text))).collect())
});

/// Reads texts, each with its name.
fn read(texts: Vec<(String, String)>) -> Vec<Read> {
    in_parallel(texts, |(name, text)| Some(Read { analysis: Analysis::of(&text), name, text }))
}

fn at_hand() -> Vec<(String, String)> {
    let mut paths = text_files(&Path::new(HERE).join("seeds"));
    assert!(!paths.is_empty(), "the samples are there");
    for folder in ELSEWHERE {
        let folder = Path::new(HERE).join(folder);
        if folder.exists() {
            paths.extend(text_files(&folder));
        } else {
            eprintln!("{} is not there: its texts are left out", folder.display());
        }
    }
    paths.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).expect("UTF-8"))).collect()
}

fn text_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("it can be listed")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(text_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(path);
        }
    }
    found
}

fn has_sound_marks(analysis: &Analysis) -> bool {
    analysis.findings.iter().all(|finding| !finding.rule.starts_with("punctuation/"))
}

fn roughen(text: &str) -> String {
    let mut rough = String::new();
    for (count, c) in text.chars().enumerate() {
        // Which of them is as good as chance, but the same every time.
        let draw = count * 7919 % 97;
        match c {
            '，' if draw < 12 => rough.push(','),
            '：' if draw < 12 => rough.push(':'),
            '；' if draw < 24 => rough.push_str("; "),
            '？' if draw < 24 => rough.push('?'),
            '\n' if draw < 8 => rough.push_str(" \n"),
            '\n' if draw < 16 => rough.push_str("\r\n"),
            '的' if draw < 2 => rough.push_str("的\n"),
            '的' if draw < 3 => rough.push_str("的\n\n　　"),
            _ => rough.push(c),
        }
    }
    rough
}

/// Lines of the kinds that a draft is made of, with faults of form in many.
const LINES: &[&str] = &[
    "",
    "",
    "同心桥上看同心",
    "甲县:整装待春来",
    "某县某镇 传递正能量 织密服务网",
    "——一年收集建议172件的背后",
    "一、搭好议事的台",
    "(二)架好致富的桥  ",
    "本报讯(记者 邓砚秋 通讯员 蒲春燕)近日,全县举办培训班,48名学员参加学习。",
    "本报讯（记者 郑浩然）3月16日8:30，青禾镇(又称River Town, East)清理沟渠1,258米，完成82.5%。",
    "面对复杂的形势，全县干部闻令而动，迅速集结，全力以赴打好主动仗，为76所学校、16家企业及54处核\n\n酸检测点进行消杀。",
    "面对复杂的形势，全县干部闻令而动，迅速集结，全力以赴打好主动仗\n  ，取得了明显成效。",
    "迅速动员部署。街道干部全员下沉，取得了明显成效。 王玉",
    "项目分两期实施,一期投资500万元,二期投资300万元，共计900万元。",
    "他说:\"清理沟渠\"要'快'!\"怎么样?",
    "县委(民宗局部署，全镇动员;网址http://www.example.com/a?b=c,请登录查看。",
    "谌小溪 瞿一帆",
    "李　明 王小玉",
    "（责任编辑：张三）",
];

/// A line of fewer characters is not indented.
const PARAGRAPH: usize = 25;

/// Drafts put together of such lines. A draft indents its paragraphs or it does not: where it does so by halves, what is
/// a head and what is text hangs on every single line.
pub fn drafts() -> impl Strategy<Value = String> {
    (prop::collection::vec(0..LINES.len(), 0..20), any::<bool>()).prop_map(|(lines, indented)| {
        let set = |&line: &usize| {
            let line = LINES[line];
            let is_indented = indented && line.chars().count() >= PARAGRAPH;
            format!("{}{line}", if is_indented { "　　" } else { "" })
        };
        lines.iter().map(set).collect::<Vec<_>>().join("\n")
    })
}

/// Characters and marks in no order at all.
pub fn anything() -> impl Strategy<Value = String> {
    "[\\p{Han}]{0,12}[\\n\\r　 ]{0,3}([甲乙丙丁镇村人的0-9a-z，。,;:!?()（）\"“” 　\\n]{0,30}[\\r\\n]{0,3}){0,4}"
}

/// Looks into all texts, and fails with what is wrong with any.
pub fn complain_of(texts: &[Read], complaint: impl Fn(&Read) -> Option<String> + Sync) {
    let complaints =
        in_parallel(texts.iter().collect(), |read| Some(format!("{}: {}", read.name, complaint(read)?)));
    assert!(complaints.is_empty(), "{} of {}:\n{}", complaints.len(), texts.len(), complaints.join("\n"));
}

/// What `work` makes of each, in their order.
fn in_parallel<T: Send, R: Send>(todo: Vec<T>, work: impl Fn(T) -> Option<R> + Sync) -> Vec<R> {
    let (todo, done) = (Mutex::new(todo.into_iter().enumerate()), Mutex::new(Vec::new()));
    let worker = || {
        loop {
            let next = todo.lock().expect("nobody panicked").next();
            let Some((at, next)) = next else { return };
            if let Some(result) = work(next) {
                done.lock().expect("nobody panicked").push((at, result));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, Into::into) {
            scope.spawn(worker);
        }
    });
    let mut done = done.into_inner().expect("nobody panicked");
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
