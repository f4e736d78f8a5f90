"""Kernels end, and servers too: a guided notebook comes back, and what was typed is in the plan."""

from __future__ import annotations

from typing import Any

from tests.browser.lab import SHOWN, Lab, all_stand, choose, eventually, mark, open_notebook

from clientplan.workspace import Workspace

BOX = "How do they gain?"
QUIET = 2000  # milliseconds in which a second run would have begun
ONCE = [*range(1, 9)]  # the cells of the notebook, each run once


def type_and_see(page: Any, workspace: Workspace, words: str) -> None:
    """A form that is alive brings what is typed to the disk."""
    name = workspace.store.names()[0]
    page.get_by_label(BOX).fill(words)
    page.keyboard.press("Tab")
    eventually(page, lambda: workspace.store.load(name).plan.value_proposition.they_gain == words)


def restart(page: Any, item: str = "Restart Kernel…") -> None:
    mark(page)
    choose(page, "Kernel", item)
    page.locator(".jp-Dialog .jp-mod-accept").click()


def counts(page: Any) -> list[int]:
    texts = page.locator(f"{SHOWN} .jp-CodeCell .jp-InputPrompt").all_text_contents()
    return [int(text.strip("[]:")) for text in texts]


def test_restarted_from_the_menu_its_forms_are_alive(page: Any, workspace: Workspace) -> None:
    open_notebook(page, "03_purpose")
    restart(page)
    all_stand(page)
    type_and_see(page, workspace, "After the restart")


def test_restarted_and_run_by_lab_it_runs_once(page: Any) -> None:
    open_notebook(page, "03_purpose")
    restart(page, "Restart Kernel and Run All Cells…")
    all_stand(page)
    page.wait_for_timeout(QUIET)
    assert counts(page) == ONCE


def test_restarted_while_it_runs_it_runs_once_more(page: Any, workspace: Workspace) -> None:
    open_notebook(page, "03_purpose")
    restart(page)
    page.locator(f"{SHOWN} .cp-panel:not([data-old])").first.wait_for()
    restart(page)
    all_stand(page)
    page.wait_for_timeout(QUIET)
    assert counts(page) == ONCE
    type_and_see(page, workspace, "After both")


def test_killed_it_runs_again_by_itself(page: Any, workspace: Workspace, lab: Lab) -> None:
    open_notebook(page, "03_purpose")
    mark(page)
    lab.kill_kernel("03_purpose")
    all_stand(page)
    assert page.locator(".jp-Dialog").count() == 0
    type_and_see(page, workspace, "After the kill")


def test_after_a_new_start_of_the_server_a_reload_brings_it_back(page: Any, workspace: Workspace, lab: Lab) -> None:
    open_notebook(page, "03_purpose")
    lab.stop()
    lab.start()
    page.reload()
    all_stand(page)
    type_and_see(page, workspace, "After the reload")


def test_after_a_new_start_of_the_server_it_comes_back_without_a_reload(
    page: Any, workspace: Workspace, lab: Lab
) -> None:
    open_notebook(page, "03_purpose")
    mark(page)
    lab.stop()
    lab.start()
    all_stand(page)
    type_and_see(page, workspace, "Without a reload")
