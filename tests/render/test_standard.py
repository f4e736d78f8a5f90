"""The PDF as a document: an archive that a screen reader can read, and that carries its plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf
import pytest

from clientplan.plan import writing
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.pack import load
from clientplan.render.pack_places import shipped
from clientplan.render.printing import print_plan
from clientplan.render.standard import FILE, Standard
from clientplan.render.view.kinds import Kind

NAMES = ["full", "sparse", "bare", "hard"]
_printed: dict[tuple[str, Standard, str], bytes] = {}

Documents = Callable[..., pikepdf.Pdf]


@pytest.fixture
def document(
    plans: Callable[[str], Plan], prints: dict[str, Any], picture: Callable[..., bytes]
) -> Iterator[Documents]:
    """The internal edition of a plan, with a logo and links, opened; each is printed once."""
    opened: list[pikepdf.Pdf] = []

    def get(name: str = "full", standard: Standard = Standard.A, pack: str = "two-page") -> pikepdf.Pdf:
        key = (name, standard, pack)
        if key not in _printed:
            plan = plans(name)
            evidence = tuple(one.replace(source="https://example.com/") for one in plan.value_proposition.evidence)
            plan = plan.replace(value_proposition=plan.value_proposition.replace(evidence=evidence))
            look = {**prints, "brand": Brand("Meridian", logo=picture(400, 100))}
            _printed[key] = print_plan(plan, pack=load(pack), edition=Edition.INTERNAL, standard=standard, **look).pdf
        opened.append(pikepdf.open(BytesIO(_printed[key])))
        return opened[-1]

    yield get
    for one in opened:
        one.close()


class Element(NamedTuple):
    kind: str
    item: Any
    parent: str


def elements(document: pikepdf.Pdf) -> list[Element]:
    """The structure that a screen reader reads, in its order."""
    return list(_elements(document.Root.StructTreeRoot.K, ""))


def _elements(item: Any, parent: str) -> Iterator[Element]:
    if isinstance(item, pikepdf.Array):
        for inner in item:
            yield from _elements(inner, parent)
    elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
        kind = str(item.S)[1:]
        yield Element(kind, item, parent)
        yield from _elements(item.get("/K"), kind)


every = pytest.mark.parametrize(
    ("name", "standard", "pack"),
    [
        *((name, standard, "two-page") for name in NAMES for standard in Standard),
        *(
            ("sparse", Standard.A, pack)
            for pack in shipped()
            if load(pack).settings.of is Kind.PLAN and pack != "two-page"
        ),
    ],
)


@every
def test_qpdf_finds_nothing_wrong(document: Documents, name: str, standard: Standard, pack: str) -> None:
    assert document(name, standard, pack).check_pdf_syntax() == []


def test_it_says_which_standard_it_keeps_to(document: Documents) -> None:
    with document().open_metadata() as told:
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "A")
    with document(standard=Standard.UA).open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert "pdfaid:part" not in told


@every
def test_title_language_and_marks(document: Documents, name: str, standard: Standard, pack: str) -> None:
    root = document(name, standard, pack).Root
    assert re.fullmatch(r"en|en-GB|de-DE|fr-CH", str(root.Lang))
    assert root.MarkInfo.Marked is True
    assert root.ViewerPreferences.DisplayDocTitle is True
    with document(name, standard, pack).open_metadata() as told:
        assert told["dc:title"]
        assert told["xmp:CreatorTool"] == "Client Plan"
        assert told["xmp:CreateDate"] == told["xmp:ModifyDate"] == "2026-09-15"
    assert str(document(name, standard, pack).docinfo.Title) == told["dc:title"]


@every
def test_headings_leave_no_step_out(document: Documents, name: str, standard: Standard, pack: str) -> None:
    levels = [int(one.kind[1]) for one in elements(document(name, standard, pack)) if re.fullmatch("H[1-6]", one.kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@every
def test_each_header_of_a_table_says_what_it_heads(
    document: Documents, name: str, standard: Standard, pack: str
) -> None:
    found = elements(document(name, standard, pack))
    scopes = [str(one.item.A.get("/Scope")) for one in found if one.kind == "TH"]
    assert set(scopes) <= {"/Row", "/Column"}
    assert {"/Row", "/Column"} <= set(scopes) or name in {"bare", "hard"} or pack != "two-page"
    assert {one.parent for one in found if one.kind in {"TH", "TD"}} <= {"TR"}
    assert {one.parent for one in found if one.kind == "TR"} <= {"Table", "THead", "TBody"}


@every
def test_a_list_holds_its_items_and_nothing_else(document: Documents, name: str, standard: Standard, pack: str) -> None:
    found = elements(document(name, standard, pack))
    assert {one.parent for one in found if one.kind == "LI"} == {"L"}
    assert {one.kind for one in found if one.parent == "L"} == {"LI"}
    assert {one.parent for one in found if one.kind == "LBody"} == {"LI"}


@every
def test_each_picture_has_its_words(document: Documents, name: str, standard: Standard, pack: str) -> None:
    figures = [one for one in elements(document(name, standard, pack)) if one.kind == "Figure"]
    assert all(str(one.item.Alt).strip() for one in figures)
    assert figures or name != "full"


@every
def test_pictures_are_drawn_as_they_are(document: Documents, name: str, standard: Standard, pack: str) -> None:
    streams = [item for item in document(name, standard, pack).objects if isinstance(item, pikepdf.Stream)]
    pictures = [one for one in streams if one.get("/Subtype") == "/Image"]
    assert pictures  # the logo
    assert {bool(one.get("/Interpolate", False)) for one in pictures} == {False}
    assert {str(one.ColorSpace) for one in pictures} <= {"/DeviceRGB", "/DeviceGray"}


def test_an_archive_says_what_its_colours_mean(document: Documents) -> None:
    (intent,) = document().Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert len(intent.DestOutputProfile.read_bytes()) > 1_000


def test_each_link_is_one_for_a_screen_reader_too(document: Documents) -> None:
    opened = document()
    links = [one for page in opened.pages for one in page.get("/Annots", ()) if one.Subtype == "/Link"]
    assert links
    assert all(str(one.Contents) == "https://example.com/" and one.F & 4 for one in links)
    assert len([one for one in elements(opened) if one.kind == "Link"]) == len(links)


@pytest.mark.parametrize("standard", Standard)
@pytest.mark.parametrize("edition", Edition)
def test_the_plan_is_attached(full: Plan, prints: dict[str, Any], edition: Edition, standard: Standard) -> None:
    with pikepdf.open(BytesIO(print_plan(full, edition=edition, standard=standard, **prints).pdf)) as opened:
        assert list(opened.attachments) == [FILE]
        specification = opened.attachments[FILE]
        content = specification.get_file()
        assert content.read_bytes() == writing.write(full.edition(edition)).encode()
        assert content.mime_type == "application/yaml"
        assert str(specification.obj.UF) == FILE
        assert specification.description.startswith("Client plan: Nordhaven Shipyards")
        assert str(content.obj.Params.CreationDate) == str(content.obj.Params.ModDate) == "D:20260915000000Z"
        if standard is Standard.A:  # the other knows no relationship
            assert specification.obj.AFRelationship == "/Source"
            assert [one.objgen for one in opened.Root.AF] == [specification.obj.objgen]
