"""A whole plan in a workspace that was empty: by keyboard alone, from the first step to the PDF, no code in sight."""

from __future__ import annotations

import time
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.browser.lab import PATIENCE, SHOWN, TOKEN, Lab, all_stand, eventually

from clientplan.workspace import Workspace

MOST_TABS = 400
FOCUSED = """() => {
    const el = document.activeElement
    return el.labels?.[0]?.innerText ?? el.getAttribute('aria-label') ?? el.innerText ?? ''
}"""


class Person:
    """Somebody at a keyboard, who never touches the mouse: the focus goes where Tab, Enter and arrows take it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.keys = 0
        self.begun = time.monotonic()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def go_to(self, label: str, *, back: bool = False) -> None:
        """Presses Tab until the element of that label has the focus."""
        for _ in range(MOST_TABS):
            if self.page.evaluate(FOCUSED).strip().removesuffix(" (ours alone)") == label:
                return
            self.press("Shift+Tab" if back else "Tab")
        pytest.fail(f"No way to “{label}” by Tab; the focus is on {self.page.evaluate(FOCUSED)!r}")

    def write(self, label: str, text: str) -> None:
        self.go_to(label)
        self.page.keyboard.type(text)
        self.keys += len(text)

    def pick(self, label: str, beginning: str) -> None:
        """Chooses by typing how it begins, as everybody does in a list."""
        self.write(label, beginning)

    def day(self, label: str, american: str) -> None:
        """In the order in which this browser asks for month, day and year."""
        self.write(label, american)

    def button(self, label: str) -> None:
        self.go_to(label)
        self.press("Enter")

    def next_step(self, name: str, notebook: str) -> None:
        """By the stepper at the top of the page."""
        self.go_to(name, back=True)
        self.press("Enter")
        self.page.locator(f".lm-TabBar-tab.lm-mod-current[title*='{notebook}']").wait_for()
        all_stand(self.page)

    def clicks(self) -> int:
        return int(self.page.evaluate("window.pointed"))

    def saved(self) -> None:
        self.page.wait_for_function(
            f"""() => [...document.querySelectorAll('{SHOWN} .cp-view')].every(view => !view.dataset.state)"""
        )


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    running = Lab(Workspace.create(tmp_path / "mine"), tmp_path / "jupyter")
    running.folder.mkdir()
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture
def person(lab: Lab, browser: Any) -> Iterator[Person]:
    tab = browser.new_page(viewport={"width": 1280, "height": 1000}, base_url=lab.address, accept_downloads=True)
    tab.set_default_timeout(PATIENCE)
    tab.add_init_script("window.pointed = 0; addEventListener('pointerdown', () => { window.pointed += 1 }, true)")
    tab.goto(f"/?token={TOKEN}")
    tab.locator(SHOWN).wait_for()
    all_stand(tab)
    yield Person(tab)
    tab.close()


def start(person: Person, lab: Lab) -> None:
    page = person.page
    person.write("Begin a plan for", "Harrow & Finch")
    person.button("Begin the plan")
    eventually(page, lambda: len(lab.workspace.store.names()) == 1)
    page.get_by_label("Industry").wait_for()
    person.write("Industry", "Bakery")
    person.write("Relationship manager", "Ruth Adeyemi")
    person.day("Next review", "10062026")
    person.saved()


def purpose(person: Person) -> None:
    person.pick("Phase", "Bui")
    person.write("Why, and what would end it", "New since May; over when the second line runs with us")
    person.write("What the client wants", "No late film in December")
    person.pick("Stated or inferred", "Sta")
    person.write("Who said it", "Ines Falk, Operations")
    person.write("What we want", "To be the first call for film")
    for question, answer in {
        "What do they want to reach?": "Shelves full before Christmas",
        "What do we bring to that?": "Film cut the night before",
        "How do they gain?": "31 hours of stops less in a year",
        "How do we gain?": "Two years of orders, agreed",
    }.items():
        person.write(question, answer)
    person.saved()


def objectives(person: Person) -> None:
    person.button("Add objective")
    person.write("Objective", "Line 5 stops one hour a month, not ten")
    person.pick("Level", "Out")
    person.pick("Area", "Cli")
    person.write("Measured by", "Stops a month")
    person.write("Unit", "h")
    person.write("From", "10.4")
    person.write("To", "1")
    person.day("By", "12312026")
    person.button("Add a process goal under o1")
    person.write("Objective", "Each preventive job is done on its day")
    person.saved()


def actions(person: Person) -> None:
    page = person.page
    person.button("Add action")
    page.get_by_label("Action", exact=True).wait_for()
    person.write("Action", "Walk line 5 with the fitters")
    person.pick("For objective", "o2")
    person.write("Owner", "Ruth Adeyemi")
    person.day("Due", "10012026")
    person.write("Done when", "The list has their names under it")
    person.button("Add stop")
    page.get_by_label("We stop").wait_for()
    person.write("We stop", "The weekly report")
    person.write("Frees hours a month", "4")
    person.saved()


def looked_at(person: Person) -> None:
    """Two steps that a workspace without exports has nothing for yet, and says so."""
    person.next_step("Collect", "01_collect")
    person.page.locator(SHOWN).get_by_text("No exports yet").first.wait_for()
    person.next_step("Understand", "02_understand")
    person.page.locator(SHOWN).get_by_text("Nothing was collected yet").first.wait_for()


def review(person: Person) -> None:
    person.write("Value of o1", "8.5")
    person.write("Note", "Read off line 5 together")
    person.button("Begin a review today")
    person.saved()


def downloaded(person: Person) -> bytes:
    page = person.page
    person.pick("Edition", "Int")
    person.saved()
    with page.expect_download() as waiting:
        person.button("Download the PDF")
    assert waiting.value.suggested_filename.endswith("-internal.pdf")
    return Path(waiting.value.path()).read_bytes()


def test_a_whole_plan_by_keyboard(person: Person, lab: Lab) -> None:
    start(person, lab)
    looked_at(person)
    person.next_step("Purpose", "03_purpose")
    purpose(person)
    person.next_step("Objectives", "04_objectives")
    objectives(person)
    actions(person)
    person.next_step("Review", "06_review")
    review(person)
    store = lab.workspace.store
    eventually(person.page, lambda: store.load(store.names()[0]).plan.last_review is not None)
    plan = store.load(store.names()[0]).plan
    assert (plan.client.name, plan.objectives[1].serves, plan.actions[0].objective) == ("Harrow & Finch", "o1", "o2")
    assert plan.objectives[0].measure is not None
    assert [reading.value for reading in plan.objectives[0].measure.readings] == [Decimal("8.5")]

    person.next_step("Plan", "05_plan")
    content = downloaded(person)
    assert content.startswith(b"%PDF-")
    text = " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    typed = (
        "Harrow & Finch",
        "31 hours of stops less in a year",
        "Walk line 5 with the fitters",
        "weekly report",
        "8.5",
    )
    assert [words for words in typed if words not in text] == []
    code = person.page.locator(f"{SHOWN} .jp-CodeCell .jp-InputArea-editor:visible")
    assert code.count() == 0
    assert person.clicks() == 0
    taken = f"{person.keys} keys, {person.clicks()} clicks, {time.monotonic() - person.begun:.0f} s"
    print(taken)
