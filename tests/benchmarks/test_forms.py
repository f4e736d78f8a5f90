"""Who is compared with our forms has the same fields, and saves the same plan."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from clientplan.forms import ActionsForm, ObjectivesForm, open_desk
from clientplan.forms.field import Field
from clientplan.workspace import Workspace

KINDS = {"line": "Text", "figure": "Text", "area": "Textarea", "choice": "Dropdown", "day": "DatePicker"}
KINDS |= {"flag": "Checkbox"}


@pytest.fixture
def known(empty_workspace: Workspace) -> list[Any]:
    return import_module("guided.sides").sides(empty_workspace)


@pytest.fixture
def stock(empty_workspace: Workspace, known: list[Any]) -> Any:
    plans = empty_workspace.folder / "plans"
    name = next(name for name in empty_workspace.store.names() if "bakery" in name)
    return import_module("guided.stock").StockForm(plans, name)


def widgets_in(widget: Any) -> list[Any]:
    return [widget, *(one for child in getattr(widget, "children", ()) for one in widgets_in(child))]


@pytest.mark.parametrize("part", ["objectives", "actions"])
def test_the_peer_has_our_fields_by_number_kind_and_label(empty_workspace: Workspace, stock: Any, part: str) -> None:
    panel = {"objectives": ObjectivesForm, "actions": ActionsForm}[part](open_desk(empty_workspace.folder))
    ours = sorted((KINDS[one.get("sort")], one.label) for one in panel.root.within() if isinstance(one, Field))
    fields = [one for one in widgets_in(getattr(stock, part)()) if type(one).__name__ in KINDS.values()]
    assert sorted((type(one).__name__, one.description) for one in fields) == ours
    assert len(ours) == {"objectives": 66, "actions": 330}[part]


def test_the_peer_saves_to_the_same_store(empty_workspace: Workspace, stock: Any) -> None:
    first = next(one for one in widgets_in(stock.actions()) if getattr(one, "description", "") == "Action")
    first.value = "Ask the shift leaders"
    assert empty_workspace.store.load(stock.stored.name).plan.actions[0].what == "Ask the shift leaders"
    assert stock.said.value == "Saved Ask the shift leaders"
    unit = next(one for one in widgets_in(stock.objectives()) if getattr(one, "description", "") == "Unit")
    unit.value = "days"
    assert empty_workspace.store.load(stock.stored.name).plan.objectives[0].measure.unit == "days"


def test_what_was_taken_is_told_by_its_middle_and_its_worst() -> None:
    told = import_module("forms")._middle_and_worst([float(one) for one in range(1, 102)])
    assert told == (51.0, 96.0)
