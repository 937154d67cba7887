//! The example for Spark, in local mode: nothing is lost, and what is malformed is told of.

use std::{collections::BTreeSet, env, fmt::Write, fs, path::Path, process::Command};

use serde_json::{Value, json};

const FILES: usize = 4;
const DOCUMENTS: usize = 500;

/// Lines that are no documents, and the file each is put into, somewhere in the middle.
const MALFORMED: [(usize, &str); 5] = [
    (0, "{\"id\": 1, \"text\": \"没有写完"),
    (0, "[\"id\", \"text\"]"),
    (1, "{\"id\": \"没有正文\"}"),
    (3, "简报"),
    (3, "{\"id\": 2, \"text\": 30}"),
];

#[test]
#[ignore = "needs a Python with PySpark (KANWU_PYTHON; .ci/pyspark.sh gets one)"]
fn an_archive_is_checked_and_annotated_and_the_malformed_lines_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("in");
    fs::create_dir(&input).unwrap();
    for file in 0..FILES {
        let mut lines = String::new();
        for at in 0..DOCUMENTS {
            let text =
                format!("支塘镇开展志愿服务\n　　2月30日，支塘镇第{at}次组织志愿者为居民服务。 张三\n");
            writeln!(lines, "{}", json!({"id": format!("{file}-{at}"), "text": text})).unwrap();
            if at == DOCUMENTS / 2 {
                MALFORMED.iter().filter(|(of, _)| *of == file).for_each(|(_, line)| {
                    writeln!(lines, "{line}\n").unwrap();
                });
            }
        }
        fs::write(input.join(format!("{file}.jsonl")), lines).unwrap();
    }
    let python = env::var_os("KANWU_PYTHON").expect("KANWU_PYTHON names a Python with PySpark");
    let malformed = folder.path().join("malformed.jsonl");
    let output = Command::new(&python)
        .current_dir(folder.path())
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/spark/archive.py"))
        .args([input.as_os_str(), folder.path().join("out").as_os_str()])
        .arg("--kanwu")
        .arg(env!("CARGO_BIN_EXE_kanwu"))
        .arg("--malformed")
        .arg(&malformed)
        .env("PYSPARK_PYTHON", &python)
        .env("PYSPARK_DRIVER_PYTHON", &python)
        .output()
        .expect("Python can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let stdout = String::from_utf8_lossy(&output.stdout);
    let summary: Value = serde_json::from_str(stdout.lines().last().unwrap()).unwrap();
    let total = FILES * DOCUMENTS + MALFORMED.len();
    assert_eq!(
        (&summary["read"], &summary["written"], &summary["lost"], &summary["malformed"]),
        (&json!(total), &json!(total), &json!(0), &json!(MALFORMED.len()))
    );
    assert!(summary["findings"].as_u64().unwrap() >= (FILES * DOCUMENTS) as u64, "{summary}");
    let told: BTreeSet<(usize, String)> = fs::read_to_string(&malformed)
        .unwrap()
        .lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line).unwrap();
            let file = row["file"].as_str().unwrap().rsplit('/').next().unwrap();
            assert!(!row["error"].as_str().unwrap().is_empty());
            (file.trim_end_matches(".jsonl").parse().unwrap(), row["record"].as_str().unwrap().to_owned())
        })
        .collect();
    let expected = MALFORMED.map(|(file, line)| (file, line.to_owned())).into_iter().collect();
    assert_eq!(told, expected);
}
