"""A sentence of the analysis that is taken into the plan in one notebook, and what another one makes of it."""

from __future__ import annotations

import re
from typing import Any

from tests.browser.lab import SHOWN, eventually, open_notebook

from clientplan.intake import take_in
from clientplan.plan.plan import Plan
from clientplan.workspace import Workspace

EVIDENCE = re.compile("^Use this: the evidence")


def test_it_is_taken_undone_made_again_and_left_for_an_earlier_version(page: Any, workspace: Workspace) -> None:
    take_in(workspace)
    name = workspace.store.names()[0]

    def plan() -> Plan:
        return workspace.store.load(name).plan

    before = plan()
    open_notebook(page, "02_understand")
    page.locator(SHOWN).get_by_role("button", name=EVIDENCE).first.click()
    page.locator(SHOWN).get_by_text("Taken into the plan: the evidence").wait_for()
    *old, new = plan().value_proposition.evidence
    assert tuple(old) == before.value_proposition.evidence
    assert new.source

    page.locator(f"{SHOWN} .jp-RenderedMarkdown a", has_text="6 Plan").first.click()
    undo, redo = (page.locator(SHOWN).get_by_role("button", name=name, exact=True) for name in ("Undo", "Redo"))
    page.locator(SHOWN).get_by_text("Undo takes back:").wait_for()
    undo.first.click()
    eventually(page, lambda: plan() == before)
    redo.first.click()
    eventually(page, lambda: plan().value_proposition.evidence == (*old, new))

    page.locator(SHOWN).get_by_role("button", name="Go back to this version").click()
    page.locator(SHOWN).get_by_text("The later versions are kept too.").wait_for()
    assert plan() == before
