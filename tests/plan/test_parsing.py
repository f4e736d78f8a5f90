"""That libyaml is only asked where it reads a text as ruamel.yaml does, to the last column."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.plan.strategies import plans

from clientplan.errors import PlanUnreadable
from clientplan.plan.parsing import by_libyaml, by_ruamel, composed, read_source
from clientplan.plan.plan import Plan
from clientplan.plan.writing import write

PLANS = sorted((Path(__file__).parents[2] / "sample_data" / "plans").glob("*.yaml"))
PIECES = [
    "a", "b: c", "a:", "- ", "  ", "    ", "\n", "\n\n", "'", '"', "|", "|-", "|+", "|2", ">", ">-", "# c", " #x",
    "x #y", "{", "}", "[", "]", ", ", ",", ": ", ":", "?", "? ", "!", "!x ", "&a ", "*a", "%", "@", "`", "\\n",
    "\\", "\\/", "\\x41", "\\\n", "---", "--- ", "...", "é", "日", "🙂", "\r\n", "\r", "\xa0", "~", "null", "1:30",
    "a:b", "''", '""', "<<", "=", "a: |\n  x\n  y\n", "b: >\n  x\n\n   y\n z", "k: 'a\n  b'", 'k: "a\n  b"',
    "\n  - ", "\n- ", "\n    c: d", "{a: b, c: [d, e]}", "'it''s'", "|1", "> # c\n", '"a": b', "{a:b}",
    "[a:b, c: d]", "{a}", "- - x", "-\n", "\n \n", "\n   \n    x", "- |\n", "- >+\n  ", "|-\n\n  x", "   # c\n",
    "a:\n- b\n", "x" * 1025,
]  # fmt: skip


def alike(text: str) -> None:
    quick = by_libyaml(text)
    if quick is None:
        return
    try:
        careful = by_ruamel(text)
    except PlanUnreadable as error:
        raise AssertionError(f"libyaml reads what ruamel.yaml refuses: {error}") from error
    assert quick == careful
    whole = f"{text}\n"
    if by_libyaml(whole) is not None:
        assert list(nodes(composed(whole))) == list(nodes(YAML(typ="safe", pure=True).compose(whole)))


def nodes(node: Any) -> Iterator[tuple[Any, ...]]:
    """Each node with its kind, its marks and how it is written."""
    marks = [(mark.index, mark.line, mark.column) for mark in (node.start_mark, node.end_mark)]
    yield node.id, *marks, getattr(node, "flow_style", None), node.value if node.id == "scalar" else None
    if node.id == "scalar":
        yield (node.style or None,)
        return
    for child in node.value:
        for one in child if node.id == "mapping" else (child,):
            yield from nodes(one)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_it_reads_the_sample_plans(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert by_libyaml(text) is not None
    alike(text)


def test_ruamel_is_not_loaded_for_them() -> None:
    code = """
import sys
from clientplan.plan.parsing import read_source
read_source("a: b")
print("ruamel.yaml" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(plans())
def test_what_we_write_is_read_alike(plan: Plan) -> None:
    alike(write(plan))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text_is_read_alike_or_left_to_ruamel(text: str) -> None:
    alike(text)


@given(st.sampled_from(PLANS), st.data())
def test_a_plan_with_something_typed_into_it_is_read_alike(path: Path, data: st.DataObject) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    first = data.draw(st.integers(0, len(lines) - 8))
    text = "".join(lines[first : first + 8])
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(PIECES)) + text[at + data.draw(st.integers(0, 2)) :]
    alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "a:\n\tb: c\n", "a: b\x85", "a: b\u2028c", "%YAML 1.1\n---\na: b\n", "a: b\n...\n", "a: b\ufeffc",
        "a: \n", "- \n", "a: |# x\n", "a: >-\n  \n    b: c\n", "a: > # c\n# d", "a: |\r\n  \r\n    b",
        "a: &x b\n", "a: 1\na: 2\n", "a: [b\n",
    ],
)  # fmt: skip
def test_what_the_parsers_differ_in_is_left_to_ruamel(text: str) -> None:
    assert by_libyaml(text) is None


def test_without_libyaml_everything_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    assert by_libyaml("a: b") is None
    assert read_source("a: b").root == {"a": "b"}
