"""What the process for foreign packs says of a job; test_apart.py has the process as a whole."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from typing import NoReturn

import pytest

from clientplan.errors import DoesNotFit
from clientplan.render import apart_child
from clientplan.render.apart_child import TooLong
from clientplan.render.composing import Job
from clientplan.render.density import Density
from clientplan.render.order import Composed
from clientplan.render.pack import Pack

PAGE = Composed(b"%PDF-", 1, 0.5, "<p>", Density.NORMAL, (), 9.2, 17.0, (), (), (), ())


@pytest.fixture
def asked(board: Callable[..., Pack], job: Callable[..., Job]) -> Job:
    made: Job = job(board())
    return made


def test_a_page_goes_out_as_text_and_comes_in_as_it_was(asked: Job) -> None:
    said = io.BytesIO()
    answer, last = apart_child._answer(lambda _: PAGE, asked, 5)
    apart_child._say(said, answer)
    assert not last
    length, content = said.getvalue()[: apart_child.HEAD], said.getvalue()[apart_child.HEAD :]
    assert int.from_bytes(length) == len(content)
    assert json.loads(content)["composed"]["pdf"] == {"base64": "JVBERi0="}


def test_a_refusal_leaves_nothing_half_done(asked: Job) -> None:
    def refuse(_: Job) -> NoReturn:
        raise DoesNotFit("too long", pages=3, budget=2, over=4, longest=(("actions", 9, ("a1",), 4),))

    answer, last = apart_child._answer(refuse, asked, 5)
    facts = {"pages": 3, "budget": 2, "over": 4, "longest": (("actions", 9, ("a1",), 4),), "filled": 0.0}
    assert (answer, last) == ({"refused": "DoesNotFit", "message": "too long", "facts": facts}, False)


def test_after_too_long_it_is_not_used_again(asked: Job) -> None:
    def late(_: Job) -> NoReturn:
        raise TooLong

    answer, last = apart_child._answer(late, asked, 5)
    assert last
    assert answer["message"].startswith("The pack board ran longer than 5 s while its page was laid out")


def test_a_typesetter_that_takes_the_clock_for_a_fault_of_a_picture(asked: Job) -> None:
    """WeasyPrint goes on after whatever stops the drawing of an SVG picture, and gives a page without it."""

    def goes_on(_: Job) -> Composed:
        time.sleep(0.01)
        return PAGE

    answer, last = apart_child._answer(goes_on, asked, 0)
    assert last
    assert answer["refused"] == "RenderRefused"
    assert "ran longer" in answer["message"]


def test_what_breaks_it_is_told_with_its_trace(asked: Job) -> None:
    answer, last = apart_child._answer(lambda _: PAGE._nothing, asked, 5)  # type: ignore[attr-defined]  # that is the fault
    assert last
    assert "(AttributeError: " in answer["message"]
    assert "Traceback" in answer["trace"]


def test_nothing_but_text_numbers_and_bytes_goes_out() -> None:
    with pytest.raises(TypeError, match="a set can't be sent"):
        apart_child._say(io.BytesIO(), {"a": {1}})
