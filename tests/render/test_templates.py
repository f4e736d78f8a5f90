"""What every template and style that comes with us keeps to: no value goes around the escaping and the filters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clientplan import paths
from clientplan.render import environment

TEMPLATES = sorted(paths.templates().rglob("*.j2"))
STYLES = sorted(paths.templates().rglob("*.css"))
RENDER = sorted(Path(environment.__file__).parent.rglob("*.py"))
REVIEWED = {"filters.py"}  # makes markup out of an address, with everything in it escaped

_AROUND = re.compile(
    r"\|\s*(?:safe|forceescape|tojson|xmlattr|attr)\b|\bautoescape\b|\bMarkup\b|<\s*(?:style|script|base|object|embed|iframe)\b"
)
_HANDLER = re.compile(r"""\son[a-z]+\s*=\s*["']""")
_ATTRIBUTE = re.compile(r"""\b(style|href|src|xlink:href|fill|stroke|stop-color|color)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_VALUE = re.compile(r"{{(.*?)}}", re.DOTALL)
_FILTERED = re.compile(r"\|\s*css_(?:colour|length)(?:\([^)]*\))?\s*$")


def complaints(text: str) -> Iterator[str]:
    for found in _AROUND.finditer(text):
        yield f"{found[0]} goes around the escaping"
    for found in _HANDLER.finditer(text):
        yield f"{found[0].strip()} is a script"
    for name, one, other in _ATTRIBUTE.findall(text):
        for value in _VALUE.findall(one or other):
            if not _may_stand(name, value, one or other):
                yield f"{name}={one or other}: pass the value through css_colour, css_length or url"


def _may_stand(name: str, value: str, whole: str) -> bool:
    if name in {"href", "src", "xlink:href"}:
        return whole.startswith("#")  # a place on the same page
    return value.strip() == "accent" or _FILTERED.search(value) is not None  # the accent comes from the brand as hex


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_value_goes_around_the_filters(path: Path) -> None:
    assert list(complaints(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_style_sheet_is_no_template_and_loads_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"{{|{%|@import|url\(|expression\(", text)


@pytest.mark.parametrize("path", RENDER, ids=lambda path: path.name)
def test_no_markup_is_made_in_python(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.name in REVIEWED or not re.search(r"\bMarkup\(|<style|\bstyle=|autoescape\"?\s*[:=]\s*False", text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ text|safe }}",
        "{{ text | safe }}",
        "{% autoescape false %}",
        '<p style="color: {{ colour }}">',
        '<p style="color: {{ colour|upper }}">',
        '<p style="width: {{ width }}mm; color: {{ colour|css_colour }}">',
        "<p style='color: {{ colour }}'>",
        "<style>p { color: {{ colour }} }</style>",
        '<a href="{{ address }}">',
        '<img src="{{ address }}">',
        '<rect fill="{{ colour }}"/>',
        '<p onclick="x">',
        "<script>",
    ],
)
def test_the_rules_can_fail(text: str) -> None:
    assert list(complaints(text))


@pytest.mark.parametrize(
    "text",
    [
        "{{ text }}",
        "<p style=\"width: {{ width|css_length('mm') }}; color: {{ colour | css_colour }}\">",
        "{{ address|url }}",
        '<a href="#{{ id }}">',
        '<img src="clientplan:logo" alt="{{ name }}">',
        '<rect fill="{{ accent }}" width="{{ part }}"/>',
    ],
)
def test_the_rules_allow_what_is_safe(text: str) -> None:
    assert list(complaints(text)) == []


def test_there_is_something_to_look_at() -> None:
    assert len(TEMPLATES) > 10
    assert STYLES
    assert len(RENDER) > 30
    assert any(path.name in REVIEWED for path in RENDER)
