"""The ways of our own, held against WeasyPrint's."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pydyf
import pypdfium2
import pytest
import weasyprint
from hypothesis import given
from hypothesis import strategies as st
from weasyprint.layout import block, percent

from clientplan.plan.words import Edition
from clientplan.render import short_cuts, typesetter
from clientplan.render.printing import Printed
from clientplan.render.short_cuts import borders, lines, streams, used_values
from clientplan.render.standard import Finish
from clientplan.render.typesetter import write

PAGE = """<html lang="en"><title>t</title><style>
@page {{ size: 60mm 90mm; margin: 5mm }}
body {{ font: 9pt Plan Sans }}
{style}
</style><body>{body}</body></html>"""
TEXT = "Some words that run on over a line or two, and then end here."
BODIES = {
    "of the width": ("div { width: 50%; padding: 5% 2mm; min-height: 20%; margin: auto }", f"<div>{TEXT}</div>"),
    "calculated": ("div { width: calc(20mm + 10%); height: calc(3 * 8mm) }", f"<div>{TEXT}</div>"),
    "least and most": ("div { min-width: 30mm; max-width: 20mm; max-height: 30mm }", f"<div>{TEXT}</div>"),
    "boxes": (
        "div { box-sizing: border-box; width: 30mm; padding: 2mm; border: 1mm solid } p { box-sizing: padding-box }",
        f"<div>{TEXT}</div><p>{TEXT}",
    ),
    "least by themselves": ("div { min-height: auto; min-width: auto; height: 0 }", f"<div></div><p>{TEXT}"),
    "collapsed": (
        "table { border-collapse: collapse; width: 100% } td { border: 1pt solid }",
        f"<table><tr><td>{TEXT}</td><td>b</td></tr></table>",
    ),
    "separate": (
        "table { table-layout: fixed; border-spacing: 0 } td { border-top: .5pt solid #ccc; padding: 1mm }",
        f"<table><tr><td>{TEXT}</td><td>b</td></tr></table>",
    ),
    "justified": ("p { text-align: justify; word-spacing: 1pt; letter-spacing: .1pt }", f"<p>{TEXT} {TEXT}"),
    "broken anywhere": ("p { overflow-wrap: anywhere; width: 10mm; hyphens: auto }", "<p>incomprehensibilities"),
    "kept lines": (
        "p { white-space: pre } b { white-space: pre-wrap; text-decoration: underline }",
        "<p>a\n b<b>\tc\n",
    ),
    "cut off": ("p { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 20mm }", f"<p>{TEXT}"),
    "out of the flow": ("i { position: absolute; top: 10%; left: 5mm } b { float: right }", "<i>a</i><b>b</b>c"),
}


def pdf(style: str, body: str) -> bytes:
    document, said = typesetter.typesetter().lay_out(PAGE.format(style=style, body=body), {})
    assert not said
    return write(document, Finish())[0]


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has no other short cuts than these in force."""

    def chosen(*parts: Any) -> None:
        cuts = tuple(short_cuts.Cut(*cut) for part in parts for cut in part.cuts())
        monkeypatch.setattr(short_cuts, "_cuts", lambda: cuts)

    return chosen


@pytest.mark.parametrize("name", BODIES)
def test_lengths_lines_and_numbers_are_the_same_to_the_last_byte(only: Callable[..., None], name: str) -> None:
    only()
    theirs = pdf(*BODIES[name])
    only(used_values, lines)
    assert pdf(*BODIES[name]) == theirs


def test_so_are_those_of_a_whole_plan(only: Callable[..., None], printed: Callable[..., Printed]) -> None:
    only(streams)  # with which a page is packed
    theirs = printed("full", Edition.INTERNAL).pdf
    only(streams, used_values, lines)
    assert printed("full", Edition.INTERNAL).pdf == theirs


BORDERS = [
    "border-top: 1mm solid",
    "border-bottom: .5mm solid #c00",
    "border-bottom: 1mm solid rgb(0 0 0 / 50%)",
    "border-bottom: 1mm solid transparent",
    "border-top: 1mm dashed",
    "border-bottom: 1mm solid; border-radius: 2mm",
    "border-left: 1mm solid",
    "border-top: 1mm solid; border-bottom: 1mm solid",
    "border: 1mm double",
    "border-top: 1mm solid; visibility: hidden",
    "border-bottom: 1mm solid; columns: 2; column-rule: 1mm solid #0c0",
    "columns: 2; column-rule: 1mm solid",
    "border-top: 3mm solid; border-image: linear-gradient(red, blue) 1",
]


@pytest.mark.parametrize("border", BORDERS)
def test_borders_look_the_same(only: Callable[..., None], border: str) -> None:
    """Half a pixel may be lost at each edge, where a rule that is cut off and one that is filled are smoothed."""
    body = f"<div>{TEXT}</div>"
    only()
    theirs = picture(pdf(f"div {{ {border}; height: 20mm }}", body))
    only(borders)
    ours = picture(pdf(f"div {{ {border}; height: 20mm }}", body))
    rows, columns = theirs.shape[0] * 20 // 90, theirs.shape[1] * 50 // 60  # of the box
    assert (np.abs(ours - theirs).max(axis=2) > 3).sum() <= 2 * (rows + columns)
    assert ours.sum() == pytest.approx(theirs.sum(), rel=0.001)


def picture(pdf: bytes) -> Any:
    with pypdfium2.PdfDocument(pdf) as document:
        return np.asarray(document[0].render(scale=8).to_numpy(), dtype=np.int32)


NUMBERS = st.integers() | st.floats() | st.booleans()
ITEMS = NUMBERS | st.binary() | st.text(st.characters(max_codepoint=127)) | st.builds(pydyf.String, st.text())


@given(ITEMS | st.lists(ITEMS).map(pydyf.Array) | st.dictionaries(st.just("a"), ITEMS).map(pydyf.Dictionary))
def test_each_item_has_the_same_bytes(item: Any) -> None:
    assert streams.to_bytes(item) == streams._as_pydyf(item)


def test_a_stream_holds_the_same_and_says_how_long_it_is(only: Callable[..., None]) -> None:
    only(streams)
    stream = pydyf.Stream([b"0 0 m", 1.5, "x"], {"A": 1}, compress=True)
    with short_cuts.short_cuts():
        head, _, rest = stream.data.partition(b"\nstream\n")
    packed = rest.removesuffix(b"\nendstream")
    assert zlib.decompress(packed) == b"0 0 m\n1.5\nx"
    assert head == b"<</A 1/Filter /FlateDecode/Length %d>>" % len(packed)


def in_force() -> list[bool]:
    """Whether each of the places has our way of doing it."""
    return [
        block.resolve_percentages is not percent.resolve_percentages
        or percent.resolve_percentages is used_values.resolve_percentages,
        weasyprint.text.line_break.Layout.deactivate is lines.keep,
        weasyprint.draw.draw_border is borders.draw_border,
        pydyf._to_bytes is streams.to_bytes,
    ]


def test_others_find_weasyprint_as_its_makers_made_it() -> None:
    assert in_force() == [False] * 4
    with short_cuts.short_cuts(), pytest.raises(ZeroDivisionError), short_cuts.short_cuts():
        raise ZeroDivisionError
    with short_cuts.short_cuts(), short_cuts.short_cuts():
        assert in_force() == [True] * 4
    assert in_force() == [False] * 4


def test_they_hold_until_the_last_thread_is_through() -> None:
    begun, end = threading.Event(), threading.Event()

    def at_it() -> None:
        with short_cuts.short_cuts():
            begun.set()
            end.wait()

    thread = threading.Thread(target=at_it)
    with short_cuts.short_cuts():
        thread.start()
        begun.wait()
    try:
        assert in_force() == [True] * 4
    finally:
        end.set()
        thread.join()
    assert in_force() == [False] * 4


@pytest.mark.parametrize(("module", "name"), [(weasyprint, "__version__"), (pydyf, "VERSION")])
def test_with_another_version_everything_is_done_its_own_way(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    monkeypatch.setattr(module, name, "71.0")
    monkeypatch.setattr(short_cuts, "_cuts", short_cuts._cuts.__wrapped__)
    with short_cuts.short_cuts():
        assert in_force() == [False] * 4


def test_a_line_that_was_dropped_is_made_again(only: Callable[..., None]) -> None:
    """It was laid out by somebody else, and is drawn by us."""
    only()
    document, _ = typesetter.typesetter().lay_out(PAGE.format(style="", body=TEXT), {})
    theirs, _ = write(typesetter.typesetter().lay_out(PAGE.format(style="", body=TEXT), {})[0], Finish())
    only(lines)
    assert write(document, Finish())[0] == theirs
