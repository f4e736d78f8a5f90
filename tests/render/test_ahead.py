"""The process that typesets ahead: the same page, the same refusals, and a print all the same where it has ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from clientplan.errors import DoesNotFit, RenderRefused
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import ahead, typesetting
from clientplan.render.composing import ordered
from clientplan.render.live import Glance
from clientplan.render.pack import load
from clientplan.render.printing import job_of, print_plan


@pytest.fixture
def begun() -> Iterator[ahead.Ahead]:
    ahead.begin()
    yield ahead._begun[0]
    ahead.end()


def order(plan: Plan, prints: dict[str, Any], **changes: Any) -> typesetting.Order:
    job = job_of(plan, pack=load("two-page"), edition=Edition.INTERNAL, paper="A4", locale="en-GB", **prints)
    return replace(ordered(job), **changes)


def test_it_makes_the_same_file(begun: ahead.Ahead, full: Plan, prints: dict[str, Any]) -> None:
    ahead.rehearse(order(full, prints))
    there = print_plan(full, **prints)
    assert ahead.begun()
    ahead.end()
    assert print_plan(full, **prints) == there


def test_what_was_asked_for_before_is_waited_for_and_not_done_again(
    begun: ahead.Ahead, full: Plan, prints: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead.ask(order(full, prints))
    monkeypatch.setattr(ahead.Ahead, "_send", lambda *_: pytest.fail("asked again"))
    assert begun.typeset(order(full, prints)).pages == 2


def test_an_answer_that_nobody_wants_any_more_is_passed_over(
    begun: ahead.Ahead, full: Plan, prints: dict[str, Any]
) -> None:
    """However long it is: a pipe that is full on both sides would stop both for good."""
    long = order(full, prints)
    ahead.ask(replace(long, markup=long.markup.replace("</body>", f"<!-- {'x' * 200_000} --></body>")))
    ahead.ask(replace(long, markup=long.markup.replace("</body>", f"<!-- {'y' * 200_000} --></body>")))
    assert begun.typeset(long).html == long.markup
    assert begun.typeset(long).html == long.markup


@pytest.mark.parametrize(("free_after", "steps"), [(0, []), (1, ["laid out"]), (9, ["laid out", "written"])])
def test_a_rehearsal_ends_when_something_is_wanted_in_earnest(
    monkeypatch: pytest.MonkeyPatch, full: Plan, prints: dict[str, Any], free_after: int, steps: list[str]
) -> None:
    done: list[str] = []
    laid_out, write = typesetting.laid_out, typesetting.write
    monkeypatch.setattr(typesetting, "laid_out", lambda order: [done.append("laid out"), laid_out(order)][1])
    monkeypatch.setattr(typesetting, "write", lambda *of: [done.append("written"), write(*of)][1])
    asked = iter(range(10))
    typesetting.rehearse(order(full, prints), lambda: next(asked) >= free_after)
    assert done == steps


def test_a_rehearsal_that_goes_wrong_stops_nothing(begun: ahead.Ahead, full: Plan, prints: dict[str, Any]) -> None:
    ahead.rehearse(order(full, prints, sheets={"mine.css": "p { colour: red }"}))
    ahead.rehearse(order(full, prints, pages="two"))
    assert begun.typeset(order(full, prints)).pages == 2


def test_a_refusal_comes_back_with_its_facts(begun: ahead.Ahead, full: Plan, prints: dict[str, Any]) -> None:
    asked = order(full, prints, pages=1, optional=())
    with pytest.raises(DoesNotFit) as there:
        begun.typeset(asked)
    with pytest.raises(DoesNotFit) as here:
        typesetting.typeset(asked)
    assert str(there.value) == str(here.value)
    assert vars(there.value) == vars(here.value)
    with pytest.raises(RenderRefused, match="mend this style sheet"):
        begun.typeset(order(full, prints, sheets={"mine.css": "p { colour: red }"}))
    assert begun.typeset(order(full, prints)).pages == 2


def test_a_bug_keeps_its_place(begun: ahead.Ahead, full: Plan, prints: dict[str, Any]) -> None:
    with pytest.raises(RuntimeError, match=r"typesetting failed:[\s\S]*Traceback"):
        begun.typeset(order(full, prints, pages="two"))


def test_where_it_has_ended_the_print_is_made_here(begun: ahead.Ahead, full: Plan, prints: dict[str, Any]) -> None:
    os.kill(begun._process.pid, signal.SIGKILL)
    begun._process.wait()
    assert print_plan(full, **prints).pages == 2
    assert not ahead.begun()


def test_a_page_is_looked_at_again_and_again(begun: ahead.Ahead, full: Plan, prints: dict[str, Any]) -> None:
    first = begun.look(Glance("one", order(full, prints)))
    assert first.changed == (0, 1)
    assert begun.look(Glance("one", order(full, prints))).changed == ()
    assert begun.look(Glance("another", order(full, prints))).changed == (0, 1)


def test_it_loads_only_what_typesetting_takes() -> None:
    """That is what it is for: it is ready before our process knows what to print."""
    code = (
        "import clientplan.render.ahead_child, clientplan.render.typesetting, clientplan.render.typesetter as t, sys\n"
    )
    code += "t.typesetter(); import clientplan.render.source\n"
    code += "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "jinja2", "babel", "typer", "rich", "pypdfium2", "ruamel"} & set(done.stdout.split())


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["build"], True),
        (["build", "x"], True),
        (["build", "--jobs", "2"], False),
        (["check"], False),
        (["build", "-h"], False),
    ],
)
def test_only_the_command_that_prints_begins_it(
    monkeypatch: pytest.MonkeyPatch, words: list[str], *, begins: bool
) -> None:
    from clientplan.cli import early

    seen: list[bool] = []
    monkeypatch.setattr(ahead, "begin", lambda: seen.append(True))
    monkeypatch.setattr(ahead, "rehearse", lambda _: None)
    monkeypatch.setattr(sys, "argv", ["clientplan", *words])
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    early.start()
    assert bool(seen) is begins
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"
