from __future__ import annotations

import pytest

from clientplan.errors import DoesNotFit
from clientplan.forms.desk import Desk
from clientplan.forms.opening import NotOpened
from clientplan.forms.printing import Paper, PrintForm
from clientplan.plan.words import Edition


def listed(form: PrintForm) -> str:
    return "".join(line.value for line in form._findings.children if hasattr(line, "value"))


def printed(desk: Desk) -> list[str]:
    return sorted(path.name for path in desk.workspace.output.iterdir())


def test_it_prints_when_it_opens_and_shows_each_page(desk: Desk) -> None:
    form = PrintForm(desk)
    assert printed(desk) == ["confiserie-aubrelle-2026-04.pdf"]
    assert form.outcome == "Client edition, 1.2 of 2 pages on A4: output/confiserie-aubrelle-2026-04.pdf"
    assert form.words() == f"Findings: none\n{form.outcome}"
    assert form.pages.value.count("<img ") == 2
    assert 'alt="Page 2 of 2, client edition of the plan"' in form.pages.value
    form.edition.widget.value = Edition.INTERNAL
    form.paper.widget.value = Paper.LETTER
    form.button.click()
    assert printed(desk) == ["confiserie-aubrelle-2026-04-internal.pdf", "confiserie-aubrelle-2026-04.pdf"]
    assert form.status.words.startswith("Internal edition, 1.9 of 2 pages on Letter")


def test_while_errors_stand_only_a_draft_for_us_is_printed(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(manager=None)
    form = PrintForm(desk)
    assert printed(desk) == []
    assert form.pages.value == ""
    assert "Nothing is printed." in form.status.words
    assert "only the internal edition is printed" in form.status.words
    assert "Name the one person" not in form.status.words  # it stands in the list above
    assert "Name the one person" in listed(form)
    form.edition.widget.value = Edition.INTERNAL
    form.button.click()
    assert printed(desk) == ["confiserie-aubrelle-2026-04-internal.pdf"]
    assert "marked DRAFT" in form.status.words


def test_findings_go_when_the_plan_is_mended(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(manager=None)
    form = PrintForm(desk)
    desk.document.edit(manager="Ruth Adeyemi")
    assert "nothing to add" in listed(form)


def test_a_plan_that_does_not_fit_says_what_to_cut(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise DoesNotFit("three pages\ncut the second action")

    monkeypatch.setattr("clientplan.press.press", refuse)
    form = PrintForm(desk)
    assert form.status.words == "Nothing is printed.\nthree pages\ncut the second action"
    assert 'role="status"' in form.status.view.children[0].value
    form.button.click()
    assert 'role="alert"' in form.status.view.children[0].value


def test_without_a_plan_it_says_what_to_do_next(bare_desk: Desk) -> None:
    form = PrintForm(bare_desk)
    assert form.words() == "No client is chosen yet."
    assert not list(bare_desk.workspace.output.iterdir())


@pytest.mark.parametrize("given", [{"edition": "clients"}, {"paper": "A5"}])
def test_a_word_in_the_first_cell_that_is_none_stops_with_a_sentence(desk: Desk, given: dict[str, str]) -> None:
    with pytest.raises(NotOpened, match="isn't one of"):
        PrintForm(desk, **given)


def test_with_another_pack_the_page_of_the_plan_stays_as_it_is(desk: Desk) -> None:
    PrintForm(desk)
    page = (desk.workspace.output / "confiserie-aubrelle-2026-04.pdf").read_bytes()
    form = PrintForm(desk, pack="review")
    assert form.outcome.endswith("output/confiserie-aubrelle-2026-04-review.pdf")
    assert 'alt="Page 1 of 1, client edition of the review"' in form.pages.value
    form.edition.widget.value = Edition.INTERNAL
    form.button.click()
    assert printed(desk) == [
        "confiserie-aubrelle-2026-04-review-internal.pdf",
        "confiserie-aubrelle-2026-04-review.pdf",
        "confiserie-aubrelle-2026-04.pdf",
    ]
    assert (desk.workspace.output / "confiserie-aubrelle-2026-04.pdf").read_bytes() == page


def test_a_pack_that_is_not_there_is_said(desk: Desk) -> None:
    form = PrintForm(desk, pack="revue")
    assert "Nothing is printed." in form.status.words
    assert "revue" in form.status.words
    assert printed(desk) == []
