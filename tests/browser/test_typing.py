"""How an entry counts while it is typed, and who hears of it."""

from __future__ import annotations

from tests.browser.stage import ADDRESS, GAIN, Kernel, Stage, saved, type_in

from clientplan.forms.actions import ActionsForm
from clientplan.forms.desk import Desk
from clientplan.forms.frame import FrameForm
from clientplan.forms.proposition import PropositionForm


def test_a_choice_by_arrow_keys_is_saved_once(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(ActionsForm(desk)))
    stage.box("Status").focus()
    for _ in range(3):
        stage.tab.keyboard.press("ArrowDown")
    assert stage.reach_kernel() == 0
    stage.wait()
    assert stage.reach_kernel() == 1


def test_a_day_typed_figure_by_figure_is_saved_whole(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(ActionsForm(desk)))
    stage.box("Due").focus()
    for figure in "11302027":  # month, day and year: the order of this browser's language
        stage.tab.keyboard.press(figure)
        stage.wait()
        stage.pump()
        day = saved(desk).actions[0].due
        assert day is not None
        assert day.year > 2000
    now = saved(desk).actions[0].due
    assert now is not None
    assert now.isoformat() == "2027-11-30"


def test_half_a_day_changes_nothing_and_says_what_is_missing(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(ActionsForm(desk)))
    due = saved(desk).actions[0].due
    stage.box("Due").focus()
    stage.tab.keyboard.press("Delete")
    stage.tab.get_by_role("button", name="Add action").focus()
    stage.pump()
    assert saved(desk).actions[0].due == due
    assert stage.tab.get_by_text("needs day, month and year").is_visible()


def test_what_is_typed_is_sent_when_the_page_is_left(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(FrameForm(desk)))
    type_in(stage, "Relationship manager", "Ines Falk")
    stage.tab.evaluate("window.leave()")
    stage.reach_kernel()
    assert saved(desk).manager == "Ines Falk"


def test_who_listens_hears_that_it_is_not_saved_and_not_each_pause(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(PropositionForm(desk)))
    local = stage.tab.locator(".cp-local")
    type_in(stage, GAIN, "No second December")
    assert local.inner_text() == "Saving…"
    assert local.get_attribute("aria-hidden") == "true"
    stage.wait(4000)
    assert "Not saved" in local.inner_text()
    assert local.get_attribute("aria-hidden") is None
    assert local.get_attribute("aria-live") == "polite"


def test_the_page_asks_nothing_of_the_outside(stage: Stage, desk: Desk) -> None:
    asked: list[str] = []
    stage.tab.on("request", lambda request: asked.append(request.url))
    stage.show(Kernel(PropositionForm(desk)))
    assert [address for address in asked if not address.startswith((ADDRESS, "data:"))] == []


def test_an_area_grows_with_its_text_so_that_none_is_hidden(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(PropositionForm(desk)))
    hidden = "area => area.scrollHeight - area.clientHeight"
    type_in(stage, GAIN, "One sentence")
    assert stage.box(GAIN).evaluate(hidden) <= 0
    low = stage.box(GAIN).bounding_box()["height"]
    type_in(stage, GAIN, "\n".join(f"{number} of eight lines" for number in range(1, 9)))
    assert stage.box(GAIN).evaluate(hidden) <= 0
    assert stage.box(GAIN).bounding_box()["height"] > 2 * low
