"""Nothing internal in what goes to the client: prints that leak on purpose, each by another way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition, Phase
from clientplan.render.leaks import Leaked, leaks
from clientplan.render.pack import load
from clientplan.render.printing import Printed, print_plan

NOTES = "Don't mention the tender. They know nothing of the Bergen yard's offer; keep it so."
SENTENCE = "They know nothing of the Bergen yard's offer"
SAMPLES = sorted(path.stem for path in (paths.sample_data() / "plans").glob("*.yaml"))
Leaky = Callable[..., list[Leaked]]


@pytest.fixture
def leaky(full: Plan, prints: dict[str, Any], tmp_path: Path) -> Leaky:
    """What leaks out of a client edition that is printed with a template or style of the workspace."""

    def find(name: str, text: str, **changes: Any) -> list[Leaked]:
        (tmp_path / "two-page").mkdir()
        (tmp_path / "two-page" / name).write_text(text, encoding="utf-8")
        plan = full.replace(notes=NOTES, **changes)
        done = print_plan(plan, pack=load("two-page", [tmp_path]), **prints)
        return leaks(plan, done.pdf, "nordhaven-2026.pdf", done.shown)

    return find


@pytest.mark.parametrize("name", ["full", "sparse", "bare", "hard", *SAMPLES])
def test_our_own_pack_leaks_nothing(printed: Callable[..., Printed], plans: Callable[[str], Plan], name: str) -> None:
    done = printed(name, Edition.CLIENT)
    assert leaks(plans(name), done.pdf, f"{name}.pdf", done.shown) == []


def test_an_internal_edition_would_be_told(full: Plan, printed: Callable[..., Printed]) -> None:
    """The gate isn't silent because it is blind."""
    client = printed("full", Edition.CLIENT)
    found = leaks(full, printed("full").pdf, "x.pdf", client.shown)
    assert {("phase_reason",), ("risks", 0, "what"), ("stops", 0, "why"), ("people", 2, "note")} <= {
        leak.path for leak in found
    }
    assert ("objectives", 3, "words") in {leak.path for leak in found}
    assert {leak.where for leak in found} == {"page", "attachment"}


FRAME = '{{% extends "shared/document.html.j2" %}}{{% block head %}}{}{{{{ super() }}}}{{% endblock %}}'


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"<p>{NOTES}</p>", ("page", "1")),
        (f"<p>And: {SENTENCE.upper()}</p>", ("page", "1")),
        (f"<p style='color: #fff; font-size: 1pt'>{NOTES}</p>", ("page", "1")),
        (f"<p style='position: absolute; left: 400mm; white-space: nowrap'>{NOTES}</p>", ("page", "1")),
        (f'<meta name="keywords" content="{NOTES}">', ("keywords", "")),
        (f'<meta name="description" content="{NOTES}">', ("subject", "")),
        (f'<p style="bookmark-level: 1; bookmark-label: attr(title)" title="{NOTES}"></p>', ("outline", "")),
        (f'<p><a href="https://example.com/?q={NOTES}">.</a></p>', ("inside", "")),
        (f'<svg width="1" height="1"><title>.</title><text>{SENTENCE}</text></svg>', ("page", "1")),
    ],
)
def test_a_template_that_leaks_is_caught(leaky: Leaky, text: str, where: tuple[str, str]) -> None:
    assert Leaked(("notes",), *where) in leaky("plan.html.j2", FRAME.format(text))


@pytest.mark.parametrize("locale", ["ar-EG", "en-GB"])
def test_an_arabic_text_that_leaks_is_caught_however_it_is_turned(leaky: Leaky, locale: str) -> None:
    told = "لا يعلمون شيئًا عن الأسعار الجديدة للشركة المنافسة في الميناء"
    row = f"<table><tr><td>Berth 12</td><td style='width: 30mm'>{told}</td><td>Berth 34</td></tr></table>"
    found = leaky("plan.html.j2", FRAME.format(row), phase_reason=told, locale=locale)
    assert Leaked(("phase_reason",), "page", "1") in found


def test_our_own_pack_leaks_nothing_in_arabic(printed: Callable[..., Printed], full: Plan) -> None:
    done = printed("full", Edition.CLIENT, locale="ar-EG")
    assert leaks(full, done.pdf, "nordhaven-2026.pdf", done.shown) == []


def test_a_style_that_leaks_is_caught(leaky: Leaky) -> None:
    style = load("two-page").style("two-page/style.css")
    assert leaky("style.css", f'{style} h1::after {{ content: " {SENTENCE}" }}') == [Leaked(("notes",), "page", "1")]


def test_what_the_page_shows_rightly_is_no_leak(leaky: Leaky, full: Plan) -> None:
    """An internal field may say what a shared one says, or what the template says by itself."""
    assert full.value_proposition.goal is not None
    risks = ({"what": full.value_proposition.goal}, {"what": "Why it is worth both parties' time"})
    assert leaky("next_step.html.j2", load_section("next_step"), risks=risks) == []


def load_section(name: str) -> str:
    return (paths.templates() / "shared" / "sections" / f"{name}.html.j2").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "phase", "client", "leaked"),
    [
        ("nordhaven-erosion-2026.pdf", Phase.EROSION, "Nordhaven", True),
        ("Nordhaven_EROSION.pdf", Phase.EROSION, "Nordhaven", True),
        ("nordhaven-abbau-2026.pdf", Phase.EROSION, "Nordhaven", False),
        ("nordhaven-erosion-2026.pdf", Phase.MAINTENANCE, "Nordhaven", False),
        ("nordhaven-erosions-2026.pdf", Phase.EROSION, "Nordhaven", False),
        ("wind-erosion-labs-2026.pdf", Phase.EROSION, "Wind Erosion Labs", False),
        ("nordhaven-2026.pdf", None, "Nordhaven", False),
    ],
)
def test_the_name_of_the_file_may_give_the_phase_away(
    full: Plan, printed: Callable[..., Printed], *, name: str, phase: Phase | None, client: str, leaked: bool
) -> None:
    done = printed("full", Edition.CLIENT)
    plan = full.replace(phase=phase, client=full.client.replace(name=client))
    assert leaks(plan, done.pdf, name, done.shown) == ([Leaked(("phase",), "file")] if leaked else [])


def test_the_phase_in_the_plans_own_language(full: Plan, printed: Callable[..., Printed]) -> None:
    done = printed("full", Edition.CLIENT)
    plan = full.replace(phase=Phase.MAINTENANCE, locale="fr-CH")
    assert leaks(plan, done.pdf, "nordhaven-entretien-2026.pdf", done.shown) == [Leaked(("phase",), "file")]
    assert leaks(plan.replace(locale=None), done.pdf, "nordhaven-entretien-2026.pdf", done.shown) == []


def test_an_internal_text_as_the_name_of_the_file(full: Plan, printed: Callable[..., Printed]) -> None:
    done = printed("full", Edition.CLIENT)
    plan = full.replace(notes="Last try before legal")
    assert leaks(plan, done.pdf, "last-try-before-legal.pdf", done.shown) == [Leaked(("notes",), "file")]
