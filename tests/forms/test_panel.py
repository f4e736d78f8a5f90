from __future__ import annotations

import logging

from clientplan.forms.desk import Desk
from clientplan.forms.panel import Panel
from clientplan.forms.stops import StopsForm

VIEW = "application/vnd.jupyter.widget-view+json"


def test_a_notebook_that_is_not_running_shows_words(desk: Desk) -> None:
    bundle, _ = StopsForm(desk)._repr_mimebundle_()
    assert bundle["text/plain"].startswith("Stops: ")
    assert set(bundle) == {"text/plain", VIEW}


def test_a_panel_that_can_not_be_built_says_so_instead_of_failing(
    desk: Desk, swallowed: list[logging.LogRecord]
) -> None:
    class Broken(Panel):
        def build(self) -> list[object]:
            raise ZeroDivisionError

        def words(self) -> str:
            raise ZeroDivisionError

    panel = Broken(desk)
    assert "Something went wrong" in panel._repr_mimebundle_()[0]["text/plain"]
    assert panel.children[-1] is panel.status.view
    swallowed.clear()


def test_each_panel_brings_its_style_and_its_script(desk: Desk) -> None:
    panel = StopsForm(desk)
    assert ".cp-panel" in panel._css
    assert panel._esm.rstrip().endswith("export default { render };")
