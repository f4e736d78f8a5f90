"""The PDF by facts: pages, fonts, sizes, margins, text, marks, metadata, and the same bytes each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from clientplan.errors import DoesNotFit, Missing, RenderRefused
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import fonts, typesetter
from clientplan.render.completeness import read
from clientplan.render.pack import load
from clientplan.render.printing import Printed, print_plan

MM = 72 / 25.4

ALL = ["full", "sparse", "bare", "hard"]
PAPERS = {"A4": (210, 297), "Letter": (215.9, 279.4)}
Prints = Callable[..., Printed]


def samples() -> list[str]:
    from clientplan import paths

    return sorted(path.stem for path in (paths.sample_data() / "plans").glob("*.yaml"))


def characters(pdf: bytes) -> Iterator[tuple[tuple[float, float], float, tuple[float, float, float, float]]]:
    """The size of the page of each printed character, its own in points, and its box (left, bottom, right, top)."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            box = text.get_charbox(index)
            matrix = pypdfium2.raw.FS_MATRIX()
            pypdfium2.raw.FPDFText_GetMatrix(text, index, matrix)
            if box[2] > box[0]:  # spaces and line ends have no box
                yield page.get_size(), pypdfium2.raw.FPDFText_GetFontSize(text, index) * matrix.d, box
    document.close()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("name", [*ALL, *samples()])
def test_every_plan_prints_within_its_budget(printed: Prints, name: str, edition: Edition, paper: str) -> None:
    done = printed(name, edition, paper)
    reader = PdfReader(BytesIO(done.pdf))
    assert done.pages == len(reader.pages) <= 2
    for page in reader.pages:
        assert float(page.mediabox.width) / MM == pytest.approx(PAPERS[paper][0], abs=0.1)
        assert float(page.mediabox.height) / MM == pytest.approx(PAPERS[paper][1], abs=0.1)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", [*ALL, *samples()])
def test_type_and_margins_are_never_too_small(printed: Prints, name: str, paper: str) -> None:
    found = list(characters(printed(name, paper=paper).pdf))
    assert found
    assert min(size for _, size, _ in found) >= 8.49
    for (width, height), _, (left, bottom, right, top) in found:
        assert min(left, bottom, width - right, height - top) >= 10 * MM
        assert min(left, width - right) >= 14.9 * MM


@pytest.mark.parametrize("name", ALL)
def test_only_our_fonts_and_all_of_them_inside(printed: Prints, name: str) -> None:
    faces = [
        font.get_object()
        for page in PdfReader(BytesIO(printed(name).pdf)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]  # a dictionary of fonts
    ]
    assert faces
    for face in faces:
        assert re.fullmatch(r"/[A-Z]{6}\+Plan-(Sans|Serif)(-.*)?", face["/BaseFont"])
        assert "/FontFile2" in face["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def test_the_document_says_what_it_is(printed: Prints) -> None:
    reader = PdfReader(BytesIO(printed("full", Edition.CLIENT).pdf))
    assert reader.metadata is not None
    assert reader.metadata.title is not None
    assert reader.metadata.title.startswith("Client plan: Nordhaven Shipyards, ")
    assert reader.metadata.author == "Ines Caldeira"
    assert {reader.metadata.creation_date_raw, reader.metadata.modification_date_raw} == {"D:20260915"}
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "en-GB"  # type: ignore[index]  # a dictionary
    assert "/StructTreeRoot" in catalogue  # type: ignore[operator]  # as above
    assert list(reader.attachments) == ["plan.yaml"]


def test_pictures_have_their_words(printed: Prints) -> None:
    reader = PdfReader(BytesIO(printed("full").pdf))
    words = {str(item["/Alt"]) for item in map(reader.get_object, range(1, reader.trailer["/Size"])) if _has_alt(item)}
    assert "60% of the way" in words
    assert any(text.startswith("Revenue: €871,400 of €925,000") for text in words)


def _has_alt(item: Any) -> bool:
    return hasattr(item, "keys") and "/Alt" in item


@pytest.mark.parametrize(
    ("edition", "draft"), [(Edition.INTERNAL, True), (Edition.INTERNAL, False), (Edition.CLIENT, True)]
)
def test_the_marks_stand_on_each_page(full: Plan, prints: dict[str, Any], edition: Edition, *, draft: bool) -> None:
    pages = read(print_plan(full, edition=edition, draft=draft, **prints).pdf)
    assert len(pages) == 2
    for number, text in enumerate(pages, 1):
        assert ("Internal \u2013 not for the client" in text) is (edition is Edition.INTERNAL)
        assert ("Draft \u2013 this plan still has errors" in text) is draft
        assert f"Page {number} of 2" in text
        assert "Revision 5" in text


def test_nothing_internal_is_in_the_client_edition(full: Plan, prints: dict[str, Any]) -> None:
    canary = "Kanarienvogel"
    people = tuple(one.replace(note=canary) for one in full.people)
    risks = tuple(one.replace(response=canary) for one in full.risks)
    plan = full.replace(people=people, risks=risks, phase_reason=canary, notes=canary, stops=())
    client, internal = (print_plan(plan, edition=edition, **prints) for edition in Edition)
    assert canary in " ".join(read(internal.pdf))
    assert canary not in client.html
    assert canary not in " ".join(read(client.pdf))
    assert canary not in str(PdfReader(BytesIO(client.pdf)).metadata)


def test_line_breaks_are_kept_and_markup_is_text(printed: Prints) -> None:
    (page,) = read(printed("hard").pdf)
    assert re.search(r"First line\.\s*\n\s*Second line", page)
    assert '<script>alert("Ω")</script> & Söhne <b>GmbH</b>' in " ".join(page.split())
    assert "{{ 7 * 7 }} {% raw %}" in page


SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.printing import print_plan
plan = read(Path(sys.argv[1]).read_bytes())
brand = Brand("Meridian Packaging Systems")
sys.stdout.buffer.write(print_plan(plan, edition=Edition.INTERNAL, today=date(2026, 9, 15), brand=brand).pdf)
"""


def test_the_same_plan_on_the_same_day_is_the_same_file_in_every_process(printed: Prints) -> None:
    plan = Path(__file__).parent / "plans" / "full.yaml"
    files = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, plan],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert files[0] == files[1] == printed("full").pdf


def test_another_day_is_another_file(full: Plan, printed: Prints, prints: dict[str, Any]) -> None:
    later = print_plan(full, edition=Edition.INTERNAL, **{**prints, "today": date(2026, 9, 16)})
    assert later.pdf != printed("full").pdf


def test_a_plan_that_needs_three_pages_is_refused_with_what_to_cut(full: Plan, prints: dict[str, Any]) -> None:
    many = tuple(full.actions[4].replace(id=f"a{number}", status="open") for number in range(40))
    with pytest.raises(DoesNotFit) as refused:
        print_plan(full.replace(actions=many), edition=Edition.INTERNAL, **prints)
    lines = str(refused.value).splitlines()
    assert re.match(r"Nordhaven Shipyards needs \d pages, and the page budget is 2: about \d+ lines", lines[0])
    assert re.fullmatch(r"  actions: \d+ lines(, \d+ over)?, most of them in a\d+, a\d+, a\d+", lines[1])
    assert len(lines) > 5


def test_what_the_refusal_says_is_enough(full: Plan, prints: dict[str, Any]) -> None:
    """Cutting as many lines as it asks for makes the plan fit."""
    note = full.people[0].replace(note="word " * 700)
    with pytest.raises(DoesNotFit) as refused:
        print_plan(full.replace(people=(note, *full.people[1:])), edition=Edition.INTERNAL, **prints)
    match = re.search(r"about (\d+) lines", str(refused.value))
    section = re.search(r"people: (\d+) lines", str(refused.value))
    assert match
    assert section
    left = 700 * (1 - int(match[1]) / int(section[1]))
    short = full.people[0].replace(note="word " * int(left * 0.9))
    assert print_plan(full.replace(people=(short, *full.people[1:])), edition=Edition.INTERNAL, **prints).pages == 2


def test_a_character_without_a_glyph_is_refused_with_its_field(
    full: Plan, prints: dict[str, Any], folder: Path
) -> None:
    plan = full.replace(phase_reason="Grand 🎉 opening", next_review=None)
    with pytest.raises(RenderRefused, match=r"phase_reason: the page's fonts have no “🎉” \(U\+1F389\)"):
        print_plan(plan, edition=Edition.INTERNAL, **prints)
    assert print_plan(plan, edition=Edition.CLIENT, **prints).pages == 2


@pytest.mark.parametrize("text", ["中文", "שלום", "नमस्ते"])
def test_scripts_without_a_font_are_refused_and_never_printed_as_boxes(
    full: Plan, prints: dict[str, Any], folder: Path, text: str
) -> None:
    with pytest.raises(RenderRefused, match=r"client.name: .*U\+.* To install a font that has it: .* fonts-noto-c"):
        print_plan(full.replace(client=full.client.replace(name=text)), **prints)


def test_a_missing_font_is_refused_with_the_line_to_run(
    full: Plan, prints: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> dict[str, bytes]:
        raise Missing("Run: pip install font-source-sans-pro")

    monkeypatch.setattr(fonts, "files", gone)
    monkeypatch.setattr(typesetter, "_threads", type("Threads", (), {})())
    with pytest.raises(Missing, match="Run: pip install"):
        print_plan(full, **prints)


def test_pango_that_cannot_be_loaded_is_said_with_the_line_to_run(
    full: Plan, prints: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def find_spec(self, name: str, *_: Any) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    monkeypatch.setattr(typesetter, "_threads", type("Threads", (), {})())
    with pytest.raises(Missing, match=r"WeasyPrint can't load Pango.* To install it: (apt-get|brew|winget|see) "):
        print_plan(full, **prints)


def test_a_paper_that_the_pack_is_not_made_for(full: Plan, prints: dict[str, Any]) -> None:
    with pytest.raises(
        RenderRefused, match=r"paper: the pack two-page isn't made for “A5”\. Choose one of: A4, Letter"
    ):
        print_plan(full, paper="A5", **prints)


def override(folder: Path, name: str, text: str) -> dict[str, Any]:
    file = folder / "two-page" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return {"pack": load("two-page", [folder])}


def test_a_users_section_stands_in_for_ours(full: Plan, prints: dict[str, Any], tmp_path: Path) -> None:
    steps = "<p>Next: {{ section.what }}, {{ section.who }}, {{ section.by }}</p>"
    done = print_plan(full, **override(tmp_path, "next_step.html.j2", steps), **prints)
    assert "<p>Next: Agree the winter slots, Ines Caldeira, was due" in done.html


def test_a_section_that_loses_text_is_refused(full: Plan, prints: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(RenderRefused, match=r"lost text .*: “Ines Caldeira” \(5 of 6 times\), next_step.by$"):
        print_plan(full, **override(tmp_path, "next_step.html.j2", "<p>{{ section.what }}</p>"), **prints)


STYLE = load("two-page").style("two-page/style.css")


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ("html, body { height: 100%; overflow: hidden }", "overflow crops text"),
        ("table { height: 2mm; overflow: hidden } section { height: 3mm; overflow: hidden }", "overflow crops text"),
        ("h1 { display: none }", "lost text of the plan on its way to the page: “Nordhaven Shipyards” (3 of 4 times)"),
        ("section { position: absolute; left: 400mm }", "lost text"),
        (".foot { display: none }", "running.foot"),
        ("h1 { colour: red }", "unknown property"),
        ("h1 { background: url(http://example.com/x.png) }", "http://example.com/x.png"),
    ],
)
def test_a_style_that_crops_hides_or_fetches_is_refused(
    full: Plan, prints: dict[str, Any], tmp_path: Path, rule: str, complaint: str
) -> None:
    with pytest.raises(RenderRefused) as refused:
        print_plan(full, **override(tmp_path, "style.css", STYLE + rule), **prints)
    assert complaint in str(refused.value)


def test_a_page_without_a_mark_where_one_belongs_is_refused(full: Plan, prints: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(RenderRefused, match=r"running.marks\[1\]"):
        print_plan(
            full,
            edition=Edition.INTERNAL,
            **override(tmp_path, "style.css", STYLE + ".marks { display: none }"),
            **prints,
        )


def test_today_has_a_default(full: Plan) -> None:
    assert str(date.today().year) in " ".join(read(print_plan(full).pdf))
