"""Every line of every step's `EXAMPLES` is a test: the bracketed words are what the step finds, and all it finds."""

import re
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import pytest

from everyclaim.codec import report_id, sha256
from everyclaim.model import Claim, Evidence, Mention, Report, Span, Victim
from everyclaim.read.run import Ground, Options, run
from everyclaim.read.steps import STEPS

MARKED = re.compile(r"\[([^\]]*)\](?:\(([^)]*)\))?")
SETTING = re.compile(r"^\{published=(\d{4}-\d\d-\d\d)\} ?")


class Example(NamedTuple):
    step: str
    text: str
    published: date | None
    expected: tuple[tuple[int, int, dict[str, str]], ...]


def parse_example(step: str, line: str) -> Example:
    published, line = None, line.replace("\\n", "\n")
    if setting := SETTING.match(line):
        published, line = date.fromisoformat(setting[1]), line[setting.end() :]
    text, expected, last = "", [], 0
    for found in MARKED.finditer(line):
        text += line[last : found.start()]
        attributes = dict(pair.strip().split("=", 1) for pair in (found[2] or "").split(",") if "=" in pair)
        expected.append((len(text), len(text) + len(found[1]), attributes))
        text += found[1]
        last = found.end()
    return Example(step, text + line[last:], published, tuple(expected))


def examples() -> list[Example]:
    lines = []
    for step in STEPS:
        module = import_module(f"everyclaim.read.steps.{step.name}")
        lines += [parse_example(step.name, line) for line in module.EXAMPLES.split("\n") if line.strip()]
    return lines


@cache
def grounding() -> Ground:
    return import_module("everyclaim.ground").ground  # type: ignore[no-any-return]


def place(found: Any) -> Span:
    match found:
        case Mention() | Evidence():
            return found.span
        case Claim():
            return found.value.span
        case Victim():
            return found.mentions[0]
    raise TypeError(found)


def attribute(found: Any, name: str) -> str:
    value: Any = found
    for part in name.split("."):
        for holder in (value, *_inside(value)):
            if hasattr(holder, part):
                value = getattr(holder, part)
                break
        else:
            raise AttributeError(f"{found} has no {name}")
    return value.isoformat() if isinstance(value, date) else str(value)


def _inside(value: Any) -> list[Any]:
    if isinstance(value, Claim):
        return [value.value, value.value.meaning]
    inner = getattr(value, "meaning", None)
    return [inner, getattr(inner, "figure", None)]


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.step}: {e.text[:60]}")
def test_a_step_finds_what_its_example_marks(example: Example) -> None:
    report = Report(
        report_id(sha256(example.text.encode()), None, None, example.published),
        sha256(example.text.encode()),
        example.text,
        published=example.published,
    )
    draft = run(report, Options(ground=grounding(), until=example.step))
    found = sorted(draft.by_step(example.step), key=lambda each: (place(each).start, place(each).end))
    assert [place(each).quote for each in found] == [example.text[start:end] for start, end, _ in example.expected]
    for each, (start, _, attributes) in zip(found, sorted(example.expected, key=lambda e: e[:2]), strict=True):
        assert place(each).start == start
        assert {name: attribute(each, name) for name in attributes} == attributes
