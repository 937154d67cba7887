#!/usr/bin/env python3
"""Compare the scores of a run with the floors that they must not fall below.

usage: check_floors.py SCORES.json FLOORS.json

A floor names a metric as the scores do, the field of it that counts, and "min" or "max":
    {"seed headlines": {"field": "k", "min": 8}}
Names joined by " + " are added up.
Exit 0 when every floor holds, 1 when one does not or its metric is missing, 2 when a file cannot be read.
"""

import json
import sys
import unicodedata


def judge(scores, floors):
    """One row a floor: (name, field, value or None, "≥" or "≤", limit, margin or None, holds)."""
    rows = []
    for name, floor in floors.items():
        field = floor["field"]
        if ("min" in floor) == ("max" in floor):
            raise ValueError(f"{name}: exactly one of min and max is needed")
        at_least = "min" in floor
        limit = floor["min"] if at_least else floor["max"]
        values = [scores.get(part, {}).get(field) for part in name.split(" + ")]
        value = None if None in values else sum(values)
        margin = None if value is None else (value - limit if at_least else limit - value)
        holds = margin is not None and margin >= 0
        rows.append((name, field, value, "≥" if at_least else "≤", limit, margin, holds))
    return rows


def width(text):
    """Columns that the text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def table(rows):
    """The rows as lines of text, the first column as wide as its widest name."""
    column = max([width(row[0]) for row in rows], default=0)
    lines = []
    for name, field, value, sign, limit, margin, holds in rows:
        value = "missing" if value is None else f"{value:g}"
        margin = "" if margin is None else f"margin {margin:+.4g}"
        padding = " " * (column - width(name))
        lines.append(f"{'ok  ' if holds else 'FAIL'} {name}{padding}  {field:5} {value:>8} {sign} {limit:<6g} {margin}")
    return lines


def main(arguments):
    """Run the comparison; returns the exit code."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        scores, floors = (json.load(open(path, encoding="utf-8")) for path in arguments)
        rows = judge(scores, floors)
    except (OSError, ValueError, KeyError) as error:
        print(f"check_floors.py: {error}", file=sys.stderr)
        return 2
    print("\n".join(table(rows)))
    failed = sum(not row[-1] for row in rows)
    print(f"{len(rows) - failed} of {len(rows)} floors hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
