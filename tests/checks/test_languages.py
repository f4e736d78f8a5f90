"""What the checks say in other languages: the catalogues are whole, and nothing is said around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.pofile import read_po

from clientplan import checks
from clientplan.checks import said
from clientplan.checks.catalogue import messages, updated
from clientplan.checks.said import CATALOGUES, Said, languages
from clientplan.plan.parsing import read_source
from clientplan.plan.plan import Plan
from clientplan.settings import Language

TRIPS = sorted((Path(__file__).with_name("fixtures") / "trips").glob("*.yaml"))
OTHERS = languages()[1:]


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def ending(sentence: str) -> bool:
    """Whether it ends as a sentence does."""
    return sentence[-1] in ".?!"


def catalogue(language: str):
    return read_po((CATALOGUES / f"{language}.po").read_bytes().splitlines(keepends=True), locale=language)


def test_the_languages_are_those_of_the_settings() -> None:
    assert sorted(languages()) == sorted(Language.__args__)
    assert languages()[0] == "en"


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_what_the_code_says_and_no_more(language: str) -> None:
    there = {message.id for message in catalogue(language) if message.id}
    assert there == {message.id for message in messages()}, "run python -m clientplan.checks.catalogue, then translate"


@pytest.mark.parametrize("language", OTHERS)
def test_everything_is_translated_with_its_values(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        given = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        assert len(strings) == len(given)
        assert not message.fuzzy
        for string in strings:
            assert string.strip(), message.id
            assert places(string) in {frozenset(places(one)) for one in given}, message.id
            assert ending(string) == ending(given[0]), message.id
            assert (string[0] == " ") == (given[0][0] == " "), message.id


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_translated_differs(language: str) -> None:
    same = [message.id for message in catalogue(language) if message.id and message.string == message.id]
    assert [text for text in same if re.search(r"[a-z]{3}", re.sub(r"{\w+}", "", text))] == []


@pytest.mark.parametrize("path", TRIPS, ids=lambda path: path.stem)
def test_nothing_is_said_that_is_not_in_the_catalogues(
    path: Path,
    plan_with: Callable[[Any], Plan],
    figures_with: Callable[[Any], checks.Figures],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every template that is spoken is one that the extraction has found in the code."""
    known = {message.one for message in messages()}

    class Strict:
        def gettext(self, template: str) -> str:
            assert template in known, template
            return f"«{template}»"

        def ngettext(self, template: str, several: str, count: int) -> str:
            return self.gettext(template) if count == 1 else self.gettext(template).replace(template, several)

    monkeypatch.setattr(said, "_catalogue", lambda _: Strict())
    fixture = read_source(path.read_bytes()).root
    found = checks.run(
        plan_with(fixture.get("plan") or {}),
        today=date.fromisoformat(fixture.get("today", "2026-09-15")),
        figures=figures_with(fixture.get("figures") or {}),
    )
    assert found
    assert all(finding.message.startswith("«") and finding.message.endswith("»") for finding in found)
    assert all(finding.fix.what.startswith("«") for finding in found if finding.fix)


def test_a_finding_speaks_german_with_its_values_and_parts(plan_with: Callable[[Any], Plan]) -> None:
    plan = plan_with("objectives:\n  - id: o2\n    serves: O1\n")
    (finding,) = checks.run(plan, today=date(2026, 9, 15), language="de")
    assert "o2" in finding.message
    assert "O1" in finding.message
    assert finding.message != checks.run(plan, today=date(2026, 9, 15))[0].message


def test_one_and_several() -> None:
    assert str(Said("{count} day", several="{count} days", count=1)) == "1 day"
    assert str(Said("{count} day", several="{count} days", count=0)) == "0 days"


def test_a_language_without_a_catalogue_is_told_in_english() -> None:
    assert Said("no due date. Add one as YYYY-MM-DD.").within("xx") == "no due date. Add one as YYYY-MM-DD."


def test_an_update_keeps_translations_and_drops_what_is_gone() -> None:
    pairs = {"": "", "no due date. Add one as YYYY-MM-DD.": "Kein Termin.", "x": "y"}
    text = "\n".join(f'msgid "{one}"\nmsgstr "{other}"\n' for one, other in pairs.items())
    new = updated(text, "de")
    assert new.get("no due date. Add one as YYYY-MM-DD.").string == "Kein Termin."
    assert new.get("x") is None
    assert new.get("no owner. Name the one person who answers for it.").string == ""
