//! How many files a second are checked, against one processor alone, against a second run with the cache, and against
//! autocorrect, all in one run: `cargo bench --bench files`.
//!
//! `KANWU_BENCH_FILES` says how many files of 20 KB there are (2,000 unless it does), and `KANWU_AUTOCORRECT` where the
//! `cli.js` of the npm package autocorrect-node is; without it there is no such comparison. Compare ratios of one run,
//! never seconds of two.

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const BYTES: usize = 20_000;

fn main() {
    let count = env::var("KANWU_BENCH_FILES").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000);
    let folder = tempfile::tempdir().expect("a folder can be made");
    let drafts = folder.path().join("drafts");
    write(&drafts, count);
    println!("{count} files of {} KB", BYTES / 1000);
    let cache = folder.path().join("cache");
    let kanwu = |options: &[&str], threads: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kanwu"));
        command
            .args(["check", "--exit-zero", "--no-config", "--output-format=concise"])
            .args(options)
            .arg(&drafts);
        if let Some(threads) = threads {
            command.env("RAYON_NUM_THREADS", threads);
        }
        measured(&mut command)
    };
    let cached = format!("--cache-dir={}", cache.display());
    let all = kanwu(&["--no-cache"], None);
    say("all processors", count, &all, &all);
    say("one processor", count, &kanwu(&["--no-cache"], Some("1")), &all);
    say("filling the cache", count, &kanwu(&[&cached], None), &all);
    say("from the cache", count, &kanwu(&[&cached], None), &all);
    if let Some(script) = env::var_os("KANWU_AUTOCORRECT") {
        say(
            "autocorrect --lint",
            count,
            &measured(Command::new("node").arg(script).arg("--lint").arg(&drafts)),
            &all,
        );
    }
}

/// What a run took.
struct Run {
    time: Duration,
    /// The most memory it held, in MB, where the system says.
    memory: Option<u64>,
}

fn measured(command: &mut Command) -> Run {
    let begin = Instant::now();
    let mut child =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program can be started");
    let mut memory = None;
    while child.try_wait().expect("it can be waited for").is_none() {
        memory = memory.max(peak(child.id()));
        thread::sleep(Duration::from_millis(5));
    }
    Run { time: begin.elapsed(), memory }
}

fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

fn say(name: &str, count: usize, run: &Run, all: &Run) {
    let seconds = run.time.as_secs_f64();
    let memory = run.memory.map_or(String::new(), |memory| format!("{memory:>6} MB"));
    println!(
        "{name:<20} {:>9.2?} {:>8.0} files/s {:>6.2} × all processors {memory}",
        run.time,
        count as f64 / seconds,
        seconds / all.time.as_secs_f64()
    );
}

/// Files made of the samples, no two alike.
fn write(folder: &Path, count: usize) {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(seeds).expect("the samples are there").flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let samples: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(path).expect("a sample is text")).collect();
    fs::create_dir_all(folder).expect("a folder can be made");
    for file in 0..count {
        let mut text = String::new();
        for at in file.. {
            text.push_str(&samples[at % samples.len()].replace('1', &(file % 10).to_string()));
            let _ = writeln!(text, "\n　　第{file}期。");
            if text.len() >= BYTES {
                break;
            }
        }
        fs::write(folder.join(format!("{file:06}.txt")), text).expect("a file can be written");
    }
}
