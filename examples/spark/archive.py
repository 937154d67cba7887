"""Check and annotate an archive of bulletins with kanwu on Spark, into Parquet.

usage: spark-submit archive.py INPUT OUTPUT [--kanwu PATH] [--malformed FILE]

INPUT holds JSON Lines, one {"id": ..., "text": ...} a line. OUTPUT gets a row for every line of it:

    file         where the line came from
    id           its id, as JSON
    findings     what `kanwu check` found, as JSON
    articles     its articles, as JSON, from `kanwu annotate`
    annotations  its places, organizations, people, figures and dates, as JSON
    error        why the line could not be read; then the columns above are null, and
    record       is the line itself

Each batch of lines goes through one process of kanwu, which answers one line for each, in order; so no line can be
lost unseen. At the end a summary is printed as JSON. The exit code is 1 if lines were lost or processes failed; lines
that are malformed are told of, in the summary and one a line in the file of --malformed, and are no failure.

kanwu must be installed on every machine, or be shipped with `spark-submit --files kanwu` and `--kanwu ./kanwu`.
"""

import argparse
import json
import os
import subprocess
import sys

import pandas
from pyspark.sql import SparkSession, functions

SCHEMA = "file string, id string, findings string, articles string, annotations string, error string, record string"

# Lines a batch: enough that starting a process costs little, few enough that a batch fits into memory many times over.
BATCH = 500


def answers(kanwu, command, lines):
    """What a subcommand of kanwu answers, one value a line."""
    arguments = [kanwu, command, "--input-format", "jsonl", "--output-format", "jsonl", "--exit-zero", "--lang", "en"]
    run = subprocess.run(arguments, input="\n".join(lines).encode(), capture_output=True)
    # 2 is for lines that could not be read, each of which is answered with an error.
    if run.returncode not in (0, 2):
        raise RuntimeError(f"kanwu {command} failed: {run.stderr.decode(errors='replace')}")
    answered = [json.loads(line) for line in run.stdout.decode().split("\n") if line]
    if len(answered) != len(lines):
        raise RuntimeError(f"kanwu {command} answered {len(answered)} of {len(lines)} lines")
    return answered


def rows(file, line, findings, annotated):
    """The row of a line."""

    def written(value):
        return json.dumps(value, ensure_ascii=False)

    error = findings.get("error") or annotated.get("error")
    if error:
        return (file, None, None, None, None, error, line)
    parts = (findings["id"], findings["findings"], annotated["articles"], annotated["annotations"])
    return (file, *map(written, parts), None, None)


def worker(kanwu):
    """What Spark runs on each batch of a partition."""

    def work(batches):
        for batch in batches:
            lines = list(batch["value"])
            checked = answers(kanwu, "check", lines)
            annotated = answers(kanwu, "annotate", lines)
            table = map(rows, batch["file"], lines, checked, annotated)
            yield pandas.DataFrame(table, columns=[field.split()[0] for field in SCHEMA.split(", ")])

    return work


def main():
    """Run the job; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--kanwu", default="kanwu", help="the program, as every machine finds it")
    parser.add_argument("--malformed", help="a file for the lines that could not be read, as JSON Lines")
    options = parser.parse_args()

    # In local mode the workers are this Python, whatever PATH has.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("kanwu").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", BATCH)
    lines = spark.read.text(options.input).select("value", functions.input_file_name().alias("file"))
    # Empty lines are no records; kanwu passes them over.
    lines = lines.where(functions.trim("value") != "")
    lines.mapInPandas(worker(options.kanwu), SCHEMA).write.mode("overwrite").parquet(options.output)

    read = lines.count()
    written = spark.read.parquet(options.output)
    malformed = written.where("error is not null").select("file", "error", "record").collect()
    found = written.select(functions.sum(functions.expr("json_array_length(findings)"))).first()[0]
    count = written.count()
    if options.malformed:
        with open(options.malformed, "w", encoding="utf-8") as file:
            for row in malformed:
                print(json.dumps(row.asDict(), ensure_ascii=False), file=file)
    summary = {"read": read, "written": count, "lost": read - count, "malformed": len(malformed), "findings": found or 0}
    print(json.dumps(summary))
    spark.stop()
    return 0 if summary["lost"] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
