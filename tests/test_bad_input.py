"""Bad input is refused in words, and the file that was printed before stays as it was."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from clientplan.batch import Printer, Run
from clientplan.errors import RenderRefused
from clientplan.plan.plan import Plan
from clientplan.plan.texts import written
from clientplan.plan.words import Edition
from clientplan.press import press
from clientplan.render import apart, limits
from clientplan.render.completeness import bare, read
from clientplan.render.fetcher import MemoryFetcher
from clientplan.render.pack import load
from clientplan.render.printing import print_plan
from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"
Printing = Callable[[], object]


@pytest.fixture
def plan(sample_workspace: Workspace) -> Plan:
    return sample_workspace.store.load(NAME).plan


@pytest.fixture
def older(sample_workspace: Workspace) -> Path:
    """What was printed before, whatever it was."""
    path = sample_workspace.output / f"{NAME}.pdf"
    path.write_bytes(b"%PDF- the older one")
    return path


def refused(printing: Printing, older: Path) -> str:
    """What the refusal says; the older file is as it was, and nothing else was written."""
    with pytest.raises(RenderRefused) as refusal:
        printing()
    assert older.read_bytes() == b"%PDF- the older one"
    assert [path.name for path in older.parent.iterdir()] == [older.name]
    assert str(refusal.value).startswith(f"{NAME}: ")
    assert str(refusal.value).endswith(f"{older} is an older print")
    return str(refusal.value)


def test_a_value_proposition_of_ten_thousand_words(sample_workspace: Workspace, older: Path) -> None:
    path = sample_workspace.store.path(NAME)
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("  goal:"))
    lines[start] = f"  goal: {'word ' * 10_000}"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = Printer(Run(sample_workspace.folder))(path)
    assert done.refused
    assert f"{start + 1}:3 value_proposition.goal: has 49999 characters, and 4000 is the most" in done.refused
    assert older.read_bytes() == b"%PDF- the older one"


def test_the_longest_that_a_value_proposition_can_be(sample_workspace: Workspace, plan: Plan, older: Path) -> None:
    value = plan.value_proposition.replace(**dict.fromkeys(("goal", "value", "they_gain", "we_gain"), "word " * 799))
    said = refused(lambda: press(sample_workspace, NAME, plan.replace(value_proposition=value)), older)
    assert "CP101 Harrow & Finch needs" in said
    assert "\n  purpose: " in said


def test_three_hundred_actions(sample_workspace: Workspace, plan: Plan, older: Path) -> None:
    more = tuple(plan.actions[4].replace(id=f"more{number}") for number in range(300 - len(plan.actions)))
    many = (*plan.actions, *more)
    said = refused(lambda: press(sample_workspace, NAME, plan.replace(actions=many)), older)
    assert re.search(r"CP101 Harrow & Finch needs \d\d pages, and the page budget is 2", said)
    assert re.search(r"\n  actions: \d{3,} lines(, \d+ over)?, most of them in ", said)


def branded(workspace: Workspace, **brand: str) -> Workspace:
    settings = workspace.folder / "clientplan.toml"
    text = settings.read_text(encoding="utf-8")
    said = "".join(f"{name} = {value!r}\n" for name, value in brand.items())
    settings.write_text(text.replace("[brand]\n", f"[brand]\n{said}"), encoding="utf-8")
    return Workspace.open(workspace.folder)


def hundred_megapixels() -> bytes:
    """A PNG of some twenty kilobytes."""
    rows = zlib.compressobj()
    data = b"".join(rows.compress(bytes(1_251)) for _ in range(10_000)) + rows.flush()
    head = struct.pack(">IIBBBBB", 10_000, 10_000, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


SVG_BOMB = (
    b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'
)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("logo.png", hundred_megapixels(), "it has 89 megapixels or more, and up to 25 megapixels are read"),
        ("logo.svg", SVG_BOMB, "it isn't a PNG or JPEG picture, or is damaged. Save it as PNG again"),
        ("<script>alert(1)</script>", None, "there is no such file in"),
        ("file:///etc/passwd", None, "nothing is fetched while printing"),
        ("http://example.com/logo.png", None, "nothing is fetched while printing"),
        ("javascript:alert(1)", None, "there is no such file in"),
        ("/etc/passwd", None, "it leads out of"),
        ("../clientplan.toml", None, "it leads out of"),
    ],
)
def test_a_logo(
    sample_workspace: Workspace, plan: Plan, older: Path, name: str, content: bytes | None, why: str
) -> None:
    if content is not None:
        (sample_workspace.brand / name).write_bytes(content)
    workspace = branded(sample_workspace, logo=name)
    said = refused(lambda: press(workspace, NAME, plan), older)
    assert f"brand logo “{name}”: {why}" in said


@pytest.mark.parametrize(
    "colour", ["<script>", "file:///etc/passwd", "http://example.com/", "javascript:alert(1)", "url(#a)", "#000;}"]
)
def test_a_colour(sample_workspace: Workspace, plan: Plan, older: Path, colour: str) -> None:
    workspace = branded(sample_workspace, colour=colour)
    said = refused(lambda: press(workspace, NAME, plan), older)
    assert f"brand colour: “{colour}” isn't a colour. Write it like #1d4e5f" in said


HOSTILE = [
    "<script>alert(1)</script>",
    "file:///etc/passwd",
    "http://example.com/x.png",
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    '"><img src="http://example.com/x.png">',
    "url(http://example.com/x.png)",
    "{{ 7 * 7 }}{% include 'x' %}",
    "</style><style>* { display: none }",
    "&lt;b&gt; &amp; \\0 \\a",
]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that anything asks for while printing."""
    found: list[str] = []
    fetch = MemoryFetcher.fetch
    monkeypatch.setattr(
        MemoryFetcher, "fetch", lambda self, url, headers=None: found.append(url) or fetch(self, url, headers)
    )
    return found


def everywhere(plan: Plan, text: str) -> Plan:
    """The plan with this text in each of its texts, each told from the others by a number."""
    fields = plan.model_dump(mode="json", by_alias=True, exclude_none=True)
    for number, field in enumerate(written(plan)):
        if field.path[0] != "checks_off":
            *way, last = field.path
            part: Any = fields
            for step in way:
                part = part[step]
            part[last] = f"{text} {number}"
    return Plan.model_validate(fields)


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_plain_text_in_every_field(plan: Plan, asked: list[str], text: str) -> None:
    hostile = everywhere(plan, text)
    assert hostile.client.name.startswith(text)
    pack = load("two-page")
    roomy = replace(pack, settings=pack.settings.model_copy(update={"pages": 5}))
    done = print_plan(hostile, pack=roomy, edition=Edition.INTERNAL)
    asked_for = [address for address in asked if not address.startswith("clientplan:font/")]
    assert asked_for == []
    shown = bare(" ".join(read(done.pdf)))
    assert shown.count(bare(text)) > 30
    with pikepdf.open(BytesIO(done.pdf)) as document:
        actions = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/URI" in item]
    assert actions == []


LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% set c = a %}{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        (LOOP, "The pack two-page ran longer than 1 s, in template two-page/plan.html.j2, line 1"),
        ("<img alt='x' src='http://example.com/x.png'>", "asks for “http://example.com/x.png” (two-page/plan.html.j2,"),
        ("<img alt='x' src='{{ page.head.client }}://x'>", "leads nowhere"),
        ("{{ page.__class__ }}", "template two-page/plan.html.j2, line 1: access to attribute '__class__'"),
    ],
)
def test_a_pack(
    sample_workspace: Workspace, plan: Plan, older: Path, monkeypatch: pytest.MonkeyPatch, markup: str, why: str
) -> None:
    if markup == LOOP:
        monkeypatch.setattr(limits, "SECONDS", 1)
    block = f"{{% block head %}}{markup}{{{{ super() }}}}{{% endblock %}}"
    template = sample_workspace.templates / "two-page" / "plan.html.j2"
    template.parent.mkdir()
    template.write_text(f'{{% extends "shared/document.html.j2" %}}{block}', encoding="utf-8")
    try:
        assert why in refused(lambda: press(sample_workspace, NAME, plan), older)
    finally:
        for key in list(apart._processes):
            apart._forget(key)
