"""What is not as the protocol defines it is found."""

import unittest

from validate_messages import Session, Wrong

RANGE = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}
FINDING = {"range": RANGE, "message": "x", "severity": 1, "code": "a/b"}


def published(finding):
    params = {"uri": "file:///a", "version": 1, "diagnostics": [finding]}
    return {"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params}


def answered(result):
    session = Session()
    session.read("client", {"jsonrpc": "2.0", "id": 1, "method": "textDocument/foldingRange", "params": {}})
    session.read("server", {"jsonrpc": "2.0", "id": 1, "result": result})


class Messages(unittest.TestCase):
    def test_what_is_right_passes(self):
        Session().read("server", published(FINDING))
        answered(None)
        answered([{"startLine": 0, "endLine": 2, "kind": "region"}])

    def test_what_is_wrong_is_found(self):
        for wrong in [
            {**FINDING, "colour": "red"},
            {**FINDING, "severity": 9},
            {**FINDING, "severity": None},
            {**FINDING, "message": 7},
            {**FINDING, "range": {"start": RANGE["start"]}},
            {**FINDING, "range": {**RANGE, "end": {"line": -1, "character": 0}}},
            {"message": "x"},
        ]:
            with self.subTest(wrong), self.assertRaises(Wrong):
                Session().read("server", published(wrong))
        for wrong in [{}, [{"startLine": "0", "endLine": 2}], [{"endLine": 2}], "none"]:
            with self.subTest(wrong), self.assertRaises(Wrong):
                answered(wrong)

    def test_what_may_not_be_sent_is_found(self):
        for wrong in [
            {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}},
            {"jsonrpc": "2.0", "method": "kanwu/own", "params": {}},
            {"jsonrpc": "2.0", "id": 9, "result": None},
            {"jsonrpc": "2.0", "id": 9, "result": None, "error": {"code": 1, "message": "x"}},
            {"method": "window/logMessage", "params": {"type": 1, "message": "x"}},
        ]:
            with self.subTest(wrong), self.assertRaises(Wrong):
                Session().read("server", wrong)


if __name__ == "__main__":
    unittest.main()
