from __future__ import annotations

import pytest
from pypdf import PdfReader

from clientplan.errors import RenderRefused
from clientplan.forms.desk import Desk
from clientplan.forms.handout import HandoutForm
from clientplan.forms.opening import NotOpened
from clientplan.plan.words import Paper


def test_it_makes_and_shows_the_sheet_without_any_plan(bare_desk: Desk) -> None:
    form = HandoutForm(bare_desk)
    pdf = bare_desk.workspace.output / "handout.pdf"
    assert form.words() == form.status.words == "The handout, 1 page on A4: output/handout.pdf"
    assert float(PdfReader(pdf).pages[0].mediabox.width) == pytest.approx(595, abs=1)
    assert 'alt="Page 1 of 1, handout"' in form.pages.value
    form.paper.widget.value = Paper.LETTER
    form.button.click()
    assert form.words() == "The handout, 1 page on Letter: output/handout.pdf"
    assert float(PdfReader(pdf).pages[0].mediabox.width) == pytest.approx(612, abs=1)


def test_a_sheet_that_can_not_be_printed_says_why(bare_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise RenderRefused("the logo can't be used")

    monkeypatch.setattr("clientplan.press_handout.press_handout", refuse)
    form = HandoutForm(bare_desk)
    assert form.words() == "Nothing is printed.\nthe logo can't be used"
    assert form.pages.value == ""
    form.button.click()
    assert 'role="alert"' in form.status.view.children[0].value


def test_a_paper_that_is_none_stops_with_a_sentence(bare_desk: Desk) -> None:
    with pytest.raises(NotOpened, match="isn't one of"):
        HandoutForm(bare_desk, "A5")
