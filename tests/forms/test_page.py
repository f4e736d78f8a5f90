"""What goes between a panel and the browser: changes, answers, patches, files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clientplan.forms import box
from clientplan.forms.desk import Desk
from clientplan.forms.frame import FrameForm
from clientplan.forms.intent import IntentForm
from clientplan.forms.nodes import Button, Group, Html
from clientplan.forms.objectives import ObjectivesForm
from clientplan.forms.page import Page
from clientplan.forms.stops import StopsForm
from clientplan.plan.action import Stop
from clientplan.store.folder import FolderStore


class Heard:
    """The browser's end of a page."""

    def __init__(self, page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.page = page
        self.messages: list[dict[str, Any]] = []
        monkeypatch.setattr(page, "send", lambda told, *_buffers: self.messages.append(json.loads(json.dumps(told))))

    def says(self, **content: Any) -> None:
        self.page._handle_custom_msg(content, [])

    def types(self, field: Any, value: Any, seq: int = 1) -> None:
        self.says(id=field.id, value=value, seq=seq, view="v")

    @property
    def acks(self) -> list[dict[str, Any]]:
        return [ack for message in self.messages for ack in message.get("acks", [])]

    def patches(self, node: Any) -> list[dict[str, Any]]:
        return [patch for message in self.messages for patch in message.get("patches", []) if patch["id"] == node.id]


def test_a_change_is_answered_when_it_is_on_the_disk_and_not_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = FrameForm(desk)
    browser = Heard(form, monkeypatch)
    manager = form.frame.boxes["manager"].widget
    saved: list[object] = []
    keep = FolderStore.save

    def save(*given: Any) -> Any:
        assert browser.acks == []
        saved.append(given)
        return keep(*given)

    monkeypatch.setattr(FolderStore, "save", save)
    browser.types(manager, "Ines Falk", seq=7)
    assert len(saved) == 1
    assert browser.acks == [{"id": manager.id, "seq": 7, "view": "v", "kept": True}]
    assert len(browser.messages) == 1  # one message for all that came of it
    assert all(patch["by"] == "v" for patch in browser.patches(manager) if "value" in patch)


def test_what_the_model_refuses_is_answered_as_not_kept_so_that_the_browser_keeps_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = StopsForm(desk)
    browser = Heard(form, monkeypatch)
    hours = form.stops.rows[0].part.boxes["frees"].widget
    browser.types(hours, "1,5")
    assert browser.acks[-1]["kept"] is False
    browser.types(hours, "1.5", seq=2)
    assert browser.acks[-1]["kept"] is True


def test_a_row_that_is_not_in_the_plan_yet_is_not_called_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    form = StopsForm(desk)
    browser = Heard(form, monkeypatch)
    form.stops.add()
    row = form.stops.rows[-1]
    why = row.part.boxes["why"].widget
    browser.types(why, "Nobody reads it")
    assert browser.acks[-1]["kept"] is False
    browser.types(row.part.boxes["what"].widget, "The weekly report", seq=2)
    assert browser.acks[-1]["kept"] is True
    browser.types(why, "Nobody reads it", seq=3)
    assert browser.acks[-1]["kept"] is True


def test_what_a_full_disk_refuses_is_not_kept(
    desk: Desk, full_disk: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = FrameForm(desk)
    browser = Heard(form, monkeypatch)
    browser.types(form.frame.boxes["manager"].widget, "Ines Falk")
    assert browser.acks[-1]["kept"] is False
    full_disk.undo()
    form.status.button.click()
    browser.types(form.frame.boxes["manager"].widget, "Ines Falk", seq=2)
    assert browser.acks[-1]["kept"] is True


def test_what_another_tab_changed_is_not_written_over_and_ours_is_not_called_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = IntentForm(desk), IntentForm(Desk(desk.workspace))
    theirs.ours.boxes["words"].widget.value = "Theirs"
    browser = Heard(mine, monkeypatch)
    browser.types(mine.ours.boxes["words"].widget, "Mine")
    assert browser.acks[-1]["kept"] is False


def test_a_change_of_what_is_not_there_any_more_is_answered_and_not_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Heard(FrameForm(desk), monkeypatch)
    browser.says(id="n0", value="x", seq=3, view="v")
    assert browser.acks == [{"id": "n0", "seq": 3, "view": "v", "kept": False}]


def test_fields_carry_their_place_in_the_plan_for_the_browsers_drafts(desk: Desk) -> None:
    form = StopsForm(desk)
    first = form.stops.rows[0].part.boxes["what"].widget
    assert first.get("place") == "stops/0/what"
    assert form.tree["parts"] == ["stops"]
    assert desk.document is not None
    assert form.tree["drafts"] == f"clientplan:{desk.mark}:{desk.document.name}:"
    assert str(desk.workspace.folder) not in json.dumps(form.tree)


def test_a_row_that_was_never_saved_comes_back_for_what_the_browser_has_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = StopsForm(desk)
    rows = len(form.stops.rows)
    browser = Heard(form, monkeypatch)
    places = [f"stops/{rows}/what", f"stops/{rows}/why", "actions/a9/what", "stops/../../x", f"stops/{10**12}/what"]
    browser.says(id=form.root.id, event="revive", data={"places": places}, view="v")
    assert [row.key for row in form.stops.rows] == [str(at) for at in range(rows + 1)]
    assert form.stops.rows[-1].part.boxes["what"].widget.get("place") == f"stops/{rows}/what"


def test_cells_of_a_spreadsheet_fill_boxes_and_make_rows(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    form = StopsForm(desk)
    browser = Heard(form, monkeypatch)
    row = form.stops.rows[-1]
    text = 'The weekly report\t3\tnobody reads it\r\n"Visits\nout of habit"\tfour\t\tmore\n'
    browser.says(id=row.view.id, event="paste", data={"name": "what", "text": text}, view="v")
    assert desk.document is not None
    assert desk.document.plan.stops[-2:] == (
        Stop(what="The weekly report", frees=3, why="nobody reads it"),
        Stop(what="Visits\nout of habit"),
    )
    assert "4 cells, and boxes for 3" in form.status.words
    assert "is" in form.stops.rows[-1].part.boxes["frees"].remarks.words  # what the model says of “four”


def test_cells_begin_at_the_box_that_they_are_pasted_into(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    form = StopsForm(desk)
    browser = Heard(form, monkeypatch)
    row = form.stops.rows[0]
    what = row.part.boxes["what"].value
    browser.says(id=row.view.id, event="paste", data={"name": "frees", "text": "6\tIt only repeats the log"}, view="v")
    assert desk.document is not None
    assert desk.document.plan.stops[0] == Stop(what=what, frees=6, why="It only repeats the log")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("30.9.2026", date(2026, 9, 30)), ("2026-09-30", date(2026, 9, 30)), ("2026-09-30 00:00:00", date(2026, 9, 30))],
)
def test_pasted_days(typed: str, day: date) -> None:
    one = box.day("Due").widget
    one.paste(typed)
    assert one.value == day


@pytest.mark.parametrize("typed", ["09/10/2026", "31.2.2026", "soon", "2026-13-01"])
def test_a_day_that_could_be_another_is_refused(typed: str) -> None:
    one = box.day("Due").widget
    with pytest.raises(ValueError, match=typed):
        one.paste(typed)
    assert one.value is None


def test_rows_are_moved_and_saved_in_their_new_order(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    form = StopsForm(desk)
    browser = Heard(form, monkeypatch)
    assert desk.document is not None
    first, second, *rest = desk.document.plan.stops
    browser.says(id=form.stops.rows[1].view.id, event="move", data={"by": -1}, view="v")
    assert desk.document.plan.stops == (second, first, *rest)
    browser.says(id=form.stops.rows[0].view.id, event="move", data={"by": -1}, view="v")
    assert desk.document.plan.stops == (second, first, *rest)


class Shown(Page):
    def __init__(self) -> None:
        super().__init__()
        self.line = Html("<p>a</p>")
        self.inner = Group([self.line])
        self.children = [self.inner, Button("Go")]
        self.draw()


def test_what_stays_is_named_and_what_is_new_is_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Shown()
    browser = Heard(page, monkeypatch)
    new = Html("<p>b</p>")
    page.inner.children = [page.line, new]
    (patch,) = browser.patches(page.inner)
    assert patch["children"][0] == page.line.id
    assert patch["children"][1]["value"] == "<p>b</p>"
    page.inner.children = [new]
    page.inner.children = [new, page.line]  # the browser has forgotten it: it is told again
    assert browser.patches(page.inner)[-1]["children"][1]["value"] == "<p>a</p>"


def test_what_is_the_same_again_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Shown()
    browser = Heard(page, monkeypatch)
    page.line.value = "<p>a</p>"
    page.inner.children = [page.line]
    page.inner.add_class("cp-x")
    page.inner.add_class("cp-x")
    assert len(browser.messages) == 1


def test_a_view_that_comes_late_is_told_the_whole_as_it_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Shown()
    browser = Heard(page, monkeypatch)
    browser.says(ready="early")
    assert browser.messages == [{"fresh": "early"}]
    page.line.value = "<p>c</p>"
    browser.says(ready="late")
    assert browser.messages[-1]["fresh"] == "late"
    assert browser.messages[-1]["tree"]["children"][0]["children"][0]["value"] == "<p>c</p>"


def test_what_the_browser_loads_is_one_module_without_imports(desk: Desk) -> None:
    script = FrameForm(desk)._esm
    assert "import " not in script.replace("important", "")
    assert script.count("export default") == 1
    assert {path.suffix for path in (Path(box.__file__).parent / "page").iterdir()} == {".js"}


def test_a_choice_is_known_by_its_value_since_its_place_may_have_changed_on_the_way(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = ObjectivesForm(desk)
    browser = Heard(form, monkeypatch)
    row = form.objectives.rows[1]
    serves = row.serves.widget
    above = [value for _, value in serves.options][-1]
    form.objectives.remove(form.objectives.rows[0])  # all others stand one place higher now
    browser.types(serves, above)
    assert serves.value == above
    assert browser.acks[-1]["kept"] is True


def test_what_is_not_offered_any_more_changes_nothing_and_is_kept_by_the_browser(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = ObjectivesForm(desk)
    browser = Heard(form, monkeypatch)
    serves = form.objectives.rows[1].serves.widget
    before = serves.value
    browser.types(serves, "o99")
    assert (serves.value, browser.acks[-1]["kept"]) == (before, False)
    browser.types(serves, serves.written(), seq=2)
    assert browser.acks[-1]["kept"] is True
