"""Tests of check_floors.py."""

import contextlib
import io
import json
import pathlib
import tempfile
import unittest

import check_floors


class Judge(unittest.TestCase):
    def test_a_value_on_its_floor_holds(self):
        (row,) = check_floors.judge({"a": {"k": 8}}, {"a": {"field": "k", "min": 8}})
        self.assertEqual((row[5], row[6]), (0, True))

    def test_a_value_below_its_floor_fails(self):
        (row,) = check_floors.judge({"a": {"f1": 0.9}}, {"a": {"field": "f1", "min": 0.95}})
        self.assertFalse(row[6])
        self.assertAlmostEqual(row[5], -0.05)

    def test_a_value_above_its_ceiling_fails(self):
        (row,) = check_floors.judge({"a": {"k": 3}}, {"a": {"field": "k", "max": 2}})
        self.assertFalse(row[6])

    def test_a_metric_that_was_not_measured_fails(self):
        (row,) = check_floors.judge({}, {"a": {"field": "k", "min": 0}})
        self.assertFalse(row[6])

    def test_names_joined_by_a_plus_are_added_up(self):
        floors = {"a + b": {"field": "rate", "max": 1.5}}
        (row,) = check_floors.judge({"a": {"rate": 1}, "b": {"rate": 0.75}}, floors)
        self.assertEqual((row[2], row[6]), (1.75, False))
        (row,) = check_floors.judge({"a": {"rate": 1}}, floors)
        self.assertEqual((row[2], row[6]), (None, False))

    def test_a_floor_with_both_limits_is_refused(self):
        with self.assertRaises(ValueError):
            check_floors.judge({}, {"a": {"field": "k", "min": 0, "max": 1}})


class ExitCode(unittest.TestCase):
    def run_with(self, scores, floors):
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            paths = [pathlib.Path(folder, name) for name in ("scores.json", "floors.json")]
            for path, content in zip(paths, (scores, floors)):
                path.write_text(json.dumps(content), encoding="utf-8")
            return check_floors.main([str(path) for path in paths])

    def test_is_zero_when_all_hold_and_one_when_one_does_not(self):
        floors = {"a": {"field": "k", "min": 8}, "b": {"field": "k", "max": 2}}
        self.assertEqual(self.run_with({"a": {"k": 8}, "b": {"k": 2}}, floors), 0)
        self.assertEqual(self.run_with({"a": {"k": 7}, "b": {"k": 2}}, floors), 1)

    def test_is_two_for_a_file_that_is_missing(self):
        with contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(check_floors.main(["/nonexistent/a", "/nonexistent/b"]), 2)


if __name__ == "__main__":
    unittest.main()
