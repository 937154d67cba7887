"""Compares scores with the lowest values CI accepts.

usage: check_floors.py FLOORS SCORES

FLOORS maps a score's name to {"field": F, "min": X} or {"field": F, "max": X}; SCORES is what the scorer wrote.
"""
import json
import sys


def failures(floors, scores):
    """Yields a line for every floor that is missed, and prints all of them."""
    for name, floor in floors.items():
        value = scores.get(name, {}).get(floor["field"])
        low, high = floor.get("min", float("-inf")), floor.get("max", float("inf"))
        held = value is not None and low <= value <= high
        bound = f">= {low}" if "min" in floor else f"<= {high}"
        print(f"{'ok  ' if held else 'FAIL'} {name}: {floor['field']} {value} {bound}")
        if not held:
            yield name


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as floors, open(sys.argv[2], encoding="utf-8") as scores:
        missed = list(failures(json.load(floors), json.load(scores)))
    if missed:
        sys.exit(f"{len(missed)} below the floor: {', '.join(missed)}")
