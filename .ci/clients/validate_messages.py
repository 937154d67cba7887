"""Checks every message of recorded sessions against the official definition of the protocol.

`lsprotocol` is Microsoft's own rendering of the meta model in Python. It is read here strictly: a property that the
definition does not have, one that is missing, a value of another type, a method that the server may not send, or a
result of a request that was never asked is an error.

    validate_messages.py FOLDER    # of *.jsonl: {"from": "client"|"server", "message": …}
"""

import collections.abc
import enum
import json
import pathlib
import sys
import typing

import attrs
from lsprotocol import types


class Wrong(Exception):
    """Where a value is not as the definition has it, and why."""


def camel(name):
    head, *rest = name.rstrip("_").split("_")
    return head + "".join(part.capitalize() for part in rest)


def fields(cls):
    attrs.resolve_types(cls)
    return {camel(field.name): field for field in attrs.fields(cls)}


def check(value, kind, at):
    """Raises `Wrong` if `value` is not of the type `kind`."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in (typing.Any, object):
        return
    if origin is typing.Union:
        failed = []
        for one in arguments:
            try:
                return check(value, one, at)
            except Wrong as wrong:
                failed.append(str(wrong))
        # Of several the one that went furthest says most.
        raise Wrong(max(failed, key=len))
    if origin is typing.Literal:
        if value not in arguments:
            raise Wrong(f"{at}: {value!r} is not one of {arguments}")
    elif origin in (collections.abc.Sequence, list):
        expect(isinstance(value, list), at, value, "a list")
        for number, one in enumerate(value):
            check(one, arguments[0], f"{at}[{number}]")
    elif origin in (collections.abc.Mapping, dict):
        expect(isinstance(value, dict), at, value, "an object")
        for key, one in value.items():
            check(one, arguments[1], f"{at}.{key}")
    elif origin is tuple:
        expect(isinstance(value, list) and len(value) == len(arguments), at, value, kind)
        for number, (one, its_kind) in enumerate(zip(value, arguments)):
            check(one, its_kind, f"{at}[{number}]")
    elif kind is type(None):
        expect(value is None, at, value, "null")
    elif kind in (int, bool, str):
        expect(type(value) is kind, at, value, kind.__name__)
    elif kind is float:
        expect(type(value) in (int, float), at, value, "a number")
    elif isinstance(kind, type) and issubclass(kind, enum.Enum):
        expect(any(value == one.value and type(value) is type(one.value) for one in kind), at, value, kind.__name__)
    elif attrs.has(kind):
        structure(value, kind, at)
    else:
        raise Wrong(f"{at}: this checker does not know {kind!r}")


def expect(holds, at, value, what):
    if not holds:
        raise Wrong(f"{at}: {json.dumps(value, ensure_ascii=False)[:80]} is not {what}")


def structure(value, cls, at):
    expect(isinstance(value, dict), at, value, cls.__name__)
    known = fields(cls)
    for key in value:
        if key not in known:
            raise Wrong(f"{at}: {cls.__name__} has no {key!r}")
    for key, field in known.items():
        if key in value:
            # A property that may be left out may not be null for that, where the definition does not say so.
            if value[key] is None and not may_be_null(cls, field):
                raise Wrong(f"{at}.{key}: null")
            check(value[key], field.type, f"{at}.{key}")
            if type(value[key]) in (int, str) and field.validator is not None:
                try:
                    field.validator(None, field, value[key])
                except (TypeError, ValueError) as error:
                    if type(value[key]) is int:
                        raise Wrong(f"{at}.{key}: {error}") from error
        elif field.default is attrs.NOTHING:
            raise Wrong(f"{at}: {cls.__name__} without {key!r}")


def may_be_null(cls, field):
    return types.is_special_property(cls, field.name) or field.type in (typing.Any, object, typing.Optional[typing.Any])


def result_type(response):
    return fields(response)["result"].type


class Session:
    """What one client and one server said to one another."""

    def __init__(self):
        self.asked = {"client": {}, "server": {}}
        self.checked = 0

    def read(self, side, message):
        other = "server" if side == "client" else "client"
        method = message.get("method")
        if side == "client":
            # What the tests say is theirs, some of it wrong on purpose.
            if method is not None and "id" in message:
                self.asked[side][json.dumps(message["id"])] = method
            return
        self.checked += 1
        expect(message.get("jsonrpc") == "2.0", "message", message, "JSON-RPC 2.0")
        if method is None:
            self.answer(message, self.asked[other])
            return
        if method.startswith("$/") and method not in types.METHOD_TO_TYPES:
            raise Wrong(f"{method} is not in the definition")
        if method not in types.METHOD_TO_TYPES:
            raise Wrong(f"{method} is not in the definition")
        if types.message_direction(method) == "clientToServer":
            raise Wrong(f"{method} is for clients to send")
        whole, response, parameters, _ = types.METHOD_TO_TYPES[method]
        expect((response is not None) == ("id" in message), method, message, "what it is: request or notification")
        if response is not None:
            self.asked[side][json.dumps(message["id"])] = method
        unknown = set(message) - {"jsonrpc", "id", "method", "params"}
        expect(not unknown, method, sorted(unknown), "part of a message")
        if parameters is None:
            expect(message.get("params") is None, method, message.get("params"), "nothing")
        else:
            check(message.get("params"), parameters, method)

    def answer(self, message, asked):
        unknown = set(message) - {"jsonrpc", "id", "result", "error"}
        expect(not unknown, "answer", sorted(unknown), "part of an answer")
        expect(("result" in message) != ("error" in message), "answer", message, "one of result and error")
        if "error" in message:
            error = message["error"]
            expect(type(error.get("code")) is int, "error.code", error.get("code"), "an integer")
            expect(type(error.get("message")) is str, "error.message", error.get("message"), "text")
            expect(not set(error) - {"code", "message", "data"}, "error", error, "an error")
            return
        method = asked.get(json.dumps(message["id"]))
        expect(method is not None, "answer", message["id"], "the id of a request")
        response = types.METHOD_TO_TYPES[method][1]
        check(message["result"], result_type(response), f"{method} →")


def main(folder):
    wrong, checked, files = [], 0, sorted(pathlib.Path(folder).glob("*.jsonl"))
    methods = set()
    for path in files:
        session = Session()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            said = json.loads(line)
            try:
                session.read(said["from"], said["message"])
            except Wrong as error:
                wrong.append(f"{path.name}:{number}: {error}")
        methods |= set(session.asked["client"].values())
        checked += session.checked
    for line in wrong:
        print(line)
    print(f"{len(files)} sessions, {len(methods)} methods asked, {checked} messages of the server, {len(wrong)} wrong")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
