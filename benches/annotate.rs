//! How long a check takes, as a ratio to what any reader of Chinese must do: `cargo bench`.
//!
//! The text is 2 MB of bulletins, no two articles alike. The baselines are a walk over its characters, and cutting it
//! into words with jieba's own algorithm and our dictionary. Each figure is the least of several runs, so that what
//! else the machine does counts little; compare ratios of one run, never seconds of two.

use std::{
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use kanwu::{check::Analysis, lexicon::segmenter, outline::Outline};

const RUNS: usize = 5;

const BYTES: usize = 2_000_000;

fn main() {
    let text = bulletins();
    println!("{} bytes of bulletins, least of {RUNS} runs", text.len());
    let walk = least(|| {
        black_box(text.chars().filter(|c| c.is_alphabetic()).count());
    });
    let words = least(|| {
        for line in text.lines() {
            black_box(segmenter::words(line));
        }
    });
    let outline = least(|| {
        black_box(Outline::of(&text));
    });
    let whole = least(|| {
        black_box(Analysis::of(&text));
    });
    let first = Analysis::of(&text);
    let edited = format!("{}。", &text[..text.len() - 1]);
    let edit = least(|| {
        black_box(first.update(&edited));
    });
    // A draft without line ends, and the same without stops: both must take time that grows with their length alone.
    let line: String = text.split_whitespace().collect();
    let unstopped = line.replace(['。', '！', '？', '；'], "，");
    println!("walk over the characters      {walk:>10.2?}");
    for (name, time) in [
        ("cut into words", words),
        ("outline", outline),
        ("outline, mentions and rules", whole),
        ("the same after an edit", edit),
    ] {
        println!(
            "{name:<28}  {time:>10.2?}  {:>8.1} × walk  {:>6.2} × words",
            ratio(time, walk),
            ratio(time, words)
        );
    }
    println!("all on one line               {:>6.2} × its first half", growth(&line));
    println!("one line without stops        {:>6.2} × its first half", growth(&unstopped));
}

/// How much longer a text takes than its first half: 2 is linear, 4 quadratic.
fn growth(text: &str) -> f64 {
    let half = &text[..text.floor_char_boundary(text.len() / 2)];
    let of = |text: &str| {
        least(|| {
            black_box(Analysis::of(text));
        })
    };
    ratio(of(text), of(half))
}

fn ratio(time: Duration, baseline: Duration) -> f64 {
    time.as_secs_f64() / baseline.as_secs_f64()
}

/// The least time of several runs.
fn least(mut run: impl FnMut()) -> Duration {
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

/// The samples again and again, each time with other surnames, figures and counties.
fn bulletins() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the samples are there")
        .map(|entry| entry.expect("the samples can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let samples: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(path).expect("a sample is text")).collect();
    let counties =
        ["响水县", "沭阳县", "句容市", "宜兴市", "溆浦县", "犍为县", "平江县", "三台县", "景洪市", "荣成市"];
    let surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
    let mut text = String::new();
    for round in 0.. {
        for sample in &samples {
            let county = counties[round % counties.len()];
            let surname = surnames[round / counties.len() % surnames.len()];
            let varied = sample
                .replace("德清县", county)
                .replace("睢宁县", county)
                .replace("浏阳市", county)
                .replace("孟庆川", &format!("{surname}庆川"))
                .replace('1', &(round % 10).to_string());
            text.push_str(&varied);
            text.push('\n');
            if text.len() >= BYTES {
                return text;
            }
        }
    }
    text
}
