"""The notebooks as they are shipped. nbval compares what they show; a notebook that shows nothing would pass there."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path
from typing import Any

import pytest

from clientplan import paths

FOLDER = paths.notebooks()
NAMES = [
    *("00_start", "01_collect", "02_understand", "03_purpose", "04_objectives"),
    *("05_plan", "06_review", "07_portfolio", "08_workshop"),
]
MOST_CELLS = 14
MOST_LINES = 3


@pytest.fixture(params=NAMES)
def path(request: pytest.FixtureRequest) -> Path:
    return FOLDER / f"{request.param}.ipynb"


@pytest.fixture
def notebook(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def code(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def prose(notebook: dict[str, Any]) -> list[str]:
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"]


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", text)


def test_these_are_all() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == NAMES


def test_it_says_nothing_about_the_machine_it_ran_on(notebook: dict[str, Any], path: Path) -> None:
    assert notebook["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.])/(home|root|tmp|Users|work|var|private)/|[A-Z]:\\\\|\d\d:\d\d", text)
    assert socket.gethostname() not in text
    assert not [cell["metadata"] for cell in notebook["cells"] if "execution" in cell["metadata"]]


def test_it_is_stored_executed_from_top_to_bottom(notebook: dict[str, Any]) -> None:
    assert [cell["execution_count"] for cell in code(notebook)] == list(range(1, len(code(notebook)) + 1))


def test_each_form_shows_words_that_can_be_compared_and_no_widget_that_is_dead(notebook: dict[str, Any]) -> None:
    parameters, *forms = code(notebook)
    assert parameters["outputs"] == []
    for cell in forms:
        (output,) = cell["outputs"]
        assert output["output_type"] == "execute_result"
        assert list(output["data"]) == ["text/plain"]
        assert len("".join(output["data"]["text/plain"])) > 20
        assert "went wrong" not in "".join(output["data"]["text/plain"])


def test_it_is_thin(notebook: dict[str, Any]) -> None:
    assert len(notebook["cells"]) <= MOST_CELLS
    for cell in code(notebook):
        lines = [line for line in "".join(cell["source"]).splitlines() if line.strip()]
        assert 1 <= len(lines) <= MOST_LINES
        assert not re.match(r"\s*(def|class|for|while|if|try|with|%|!)\b", "\n".join(lines))
    assert [line for cell in code(notebook) for line in cell["source"] if "import" in line] == [
        "from clientplan import forms\n"
    ]


def test_its_inputs_stand_in_the_first_cell_of_code(notebook: dict[str, Any]) -> None:
    tagged = [cell for cell in notebook["cells"] if "parameters" in cell["metadata"].get("tags", [])]
    assert tagged == code(notebook)[:1]
    assert all(re.match(r"\w+ = ", line) for line in tagged[0]["source"])


def test_the_steps_stand_on_top_and_the_way_on_at_the_bottom(notebook: dict[str, Any], path: Path) -> None:
    first, last = prose(notebook)[0], prose(notebook)[-1]
    steps = first.splitlines()[0]
    assert links(steps) == [f"{name}.ipynb" for name in NAMES if name != path.stem]
    assert len(re.findall(r"\*\*\d \w+\*\*", steps)) == 1
    assert re.search(r"^# \w", first, re.MULTILINE)
    assert '<span class="cp-fallback">*No forms below?*' in first
    following = NAMES[NAMES.index(path.stem) + 1 :][:1] or ["00_start"]
    assert links(last)[0] == f"{following[0]}.ipynb"


def test_links_are_relative_and_lead_somewhere(notebook: dict[str, Any]) -> None:
    found = [link for text in prose(notebook) for link in links(text)]
    assert found
    assert not [link for link in found if not (FOLDER / link).is_file()]


def test_it_shows_what_is_weak_and_what_is_better(notebook: dict[str, Any]) -> None:
    text = "\n".join(prose(notebook))
    assert text.count("**Weak:**") == text.count("**Better:**") >= 1
