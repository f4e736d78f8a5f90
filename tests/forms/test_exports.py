"""What can be taken away from the plan step."""

from __future__ import annotations

import pytest

from clientplan.errors import ClientPlanError
from clientplan.forms.desk import Desk
from clientplan.forms.exports import LABELS, Kind, export
from clientplan.plan.reading import read
from clientplan.plan.words import Edition


@pytest.mark.parametrize(
    ("kind", "mime", "begins"),
    [
        (Kind.PDF, "application/pdf", b"%PDF-"),
        (Kind.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
        (Kind.ICS, "text/calendar", b"BEGIN:VCALENDAR"),
        (Kind.YAML, "application/yaml", b"# yaml-language-server"),
    ],
)
def test_the_open_plan_in_each_format(desk: Desk, kind: Kind, mime: str, begins: bytes) -> None:
    assert desk.document is not None
    for edition, end in ((Edition.CLIENT, ""), (Edition.INTERNAL, "-internal")):
        taken = export(desk, kind, edition)
        assert taken.name == f"{desk.document.name}{end}.{kind}"
        assert taken.mime == mime
        assert taken.content.startswith(begins)


def test_every_format_has_words_for_its_button() -> None:
    assert set(LABELS) == set(Kind)


def test_it_is_the_plan_as_of_now(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(manager="Ines Falk")
    assert read(export(desk, Kind.YAML).content).manager == "Ines Falk"


def test_our_own_file_keeps_its_comments_and_the_clients_has_none(desk: Desk) -> None:
    assert desk.document is not None
    path = desk.workspace.store.path(desk.document.name)
    assert export(desk, Kind.YAML, Edition.INTERNAL).content == path.read_bytes()
    assert b"# EROSION" in path.read_bytes()
    assert b"EROSION" not in export(desk, Kind.YAML).content


def test_what_isnt_in_it_is_said(desk: Desk) -> None:
    assert desk.document is not None
    first, *others = desk.document.plan.actions
    desk.document.edit(actions=(first.replace(due=None, status="open"), *others))
    assert f"action {first.id} has no due date" in export(desk, Kind.ICS).left_out[0]


def test_a_page_that_is_refused_says_why(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(objectives=(), actions=())
    with pytest.raises(ClientPlanError, match="only the internal edition is printed"):
        export(desk, Kind.PDF)


def test_without_a_plan_there_is_nothing_to_take(bare_desk: Desk) -> None:
    with pytest.raises(ClientPlanError, match="No client is chosen yet"):
        export(bare_desk, Kind.XLSX)
