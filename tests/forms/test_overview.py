from __future__ import annotations

import pytest

from clientplan.forms.closer import ClientPanel
from clientplan.forms.collected import NOTHING
from clientplan.forms.desk import Desk
from clientplan.forms.overview import OverviewPanel
from clientplan.forms.text import NONE
from clientplan.workspace import Workspace

SALES = """\
Client ID,Client,Date,Amount,Currency
1,<b>Harrow</b>,2024-09-01,1000,EUR
1,<b>Harrow</b>,2025-08-01,300.4,EUR
2,Quiet,2023-01-01,50,GBP
"""


@pytest.fixture
def collected(bare_desk: Desk) -> Desk:
    """A workspace whose exports end long before today, and that nobody has read yet."""
    settings = bare_desk.workspace.folder / "clientplan.toml"
    settings.write_text("today = 2025-12-10\n", encoding="utf-8")
    (bare_desk.workspace.incoming / "sales.csv").write_text(SALES, encoding="utf-8")
    return Desk(Workspace.open(bare_desk.workspace.folder))


def test_one_line_a_client_as_plain_text(collected: Desk) -> None:
    span, stale, _, first, second = OverviewPanel(collected).words().splitlines()
    assert span == "12 months: December 2024 to November 2025. Days are counted up to 10 December 2025."
    assert stale.startswith("The newest revenue row is of 1 August 2025.")
    assert first.split() == ["<b>Harrow</b>", "300", "EUR", "1,000", "EUR", "1", "131", "0", "0.0", NONE]
    assert second.split() == ["Quiet", "0", "GBP", "0", "GBP", "0", "1074", "0", "0.0", NONE]


def test_names_in_exports_are_escaped(collected: Desk) -> None:
    shown = OverviewPanel(collected).children[0].value
    assert "&lt;b&gt;Harrow&lt;/b&gt;" in shown
    assert "<b>" not in shown


def test_without_data_the_way_on_is_named(bare_desk: Desk) -> None:
    assert OverviewPanel(bare_desk).words() == NOTHING
    assert ClientPanel(bare_desk).words() == NOTHING


def test_a_fresh_export_is_not_called_old(desk: Desk) -> None:
    assert "newest" not in OverviewPanel(desk).words()


def test_the_analysis_never_touches_the_plan(desk: Desk) -> None:
    assert desk.document is not None
    path = desk.workspace.store.path(desk.document.name)
    before = path.read_bytes()
    OverviewPanel(desk)
    ClientPanel(desk).client.widget.value = None
    assert path.read_bytes() == before
