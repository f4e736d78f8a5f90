"""A pack that gives everything away is caught by the gate: by every way, and before anything is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clientplan.checks.figures import Leak
from clientplan.errors import RenderRefused
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition, Phase
from clientplan.press import examine, press
from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"
LEAKY = Path(__file__).parent / "packs" / "leaky"

# Where the pack puts it, and where a reader of the PDF meets it; a way of its own for each, so that none hides another.
SECRETS = {
    "Believes every word that we tell him": ("page", "1"),
    "Nobody there has read the contract": ("page", "1"),
    "Leaves in the spring for a competitor": ("page", "1"),
    "Wrote down what the buyer earns": ("page", "1"),
    "Their director is looking for a way out": ("keywords", ""),
    "We would go down to nine per cent": ("subject", ""),
    "The yard in Bergen has our price list": ("inside", ""),
    "Erosion has begun in the north": ("outline", ""),
    "Pays late when pressed by his bank": ("inside", ""),
    "Will sign anything before Christmas": ("inside", ""),
    "Has no budget beyond the summer": ("inside", ""),
}


@pytest.fixture
def leaky(sample_workspace: Workspace) -> Workspace:
    shutil.copytree(LEAKY, sample_workspace.templates / "leaky")
    settings = sample_workspace.folder / "clientplan.toml"
    settings.write_text('pack = "leaky"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    return Workspace.open(sample_workspace.folder)


@pytest.fixture
def plan(leaky: Workspace) -> Plan:
    """Every secret in a risk of its own."""
    return leaky.store.load(NAME).plan.replace(risks=[{"what": secret} for secret in SECRETS])


def test_the_file_is_not_written(leaky: Workspace, plan: Plan) -> None:
    with pytest.raises(RenderRefused) as refused:
        press(leaky, NAME, plan)
    assert list(leaky.output.iterdir()) == []
    assert str(refused.value).count("CP901") >= len(SECRETS)
    for secret in SECRETS:
        assert secret not in str(refused.value)


def test_an_older_file_stays(leaky: Workspace, plan: Plan) -> None:
    older = leaky.output / f"{NAME}.pdf"
    older.write_bytes(b"older")
    with pytest.raises(RenderRefused, match=r"is an older print$"):
        press(leaky, NAME, plan)
    assert older.read_bytes() == b"older"


def test_each_way_is_found(leaky: Workspace, plan: Plan) -> None:
    found = set(examine(leaky, NAME, plan).leaks)
    assert found == {Leak(("risks", at, "what"), *place) for at, place in enumerate(SECRETS.values())}


def test_the_name_of_the_file_is_one_of_them(leaky: Workspace, plan: Plan) -> None:
    found = examine(leaky, "harrow-erosion", plan.replace(phase=Phase.EROSION, risks=())).leaks
    assert found == (Leak(("phase",), "file"),)


def test_the_gate_says_nothing_of_a_plan_without_these_secrets(leaky: Workspace) -> None:
    plan = leaky.store.load(NAME).plan
    assert examine(leaky, NAME, plan).leaks == ()


def test_the_internal_edition_may_say_it(leaky: Workspace, plan: Plan) -> None:
    assert press(leaky, NAME, plan.replace(risks=plan.risks[:3]), edition=Edition.INTERNAL).path.is_file()
