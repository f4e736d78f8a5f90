"""Every text that a PDF carries, wherever it is hidden."""

from __future__ import annotations

import pytest
import weasyprint

from clientplan.render.carried import Carried, carried

CANARY = "Kanarienvögel (drei) singen"


def found(html: str, **options: object) -> set[tuple[str, str]]:
    pdf = weasyprint.HTML(string=f"<html lang=en>{html}").write_pdf(**options)
    return {(place.where, place.which) for place in carried(pdf) if CANARY in " ".join(place.text.split())}


@pytest.mark.parametrize("squeezed", [True, False])
@pytest.mark.parametrize(
    ("html", "where"),
    [
        (f"<p>{CANARY}", ("page", "1")),
        (f"<p style='color: white'>{CANARY}", ("page", "1")),
        (f"<p style='position: absolute; left: 400mm; white-space: nowrap'>{CANARY}", ("page", "1")),
        (f"<p>one<p style='break-before: page'>{CANARY}", ("page", "2")),
        (f"<title>{CANARY}</title>", ("title", "")),
        (f"<meta name=author content='{CANARY}'>", ("author", "")),
        (f"<meta name=description content='{CANARY}'>", ("subject", "")),
        (f"<meta name=keywords content='{CANARY}'>", ("keywords", "")),
        (f"<meta name=generator content='{CANARY}'>", ("creator", "")),
        (f"<p style='bookmark-level: 1; bookmark-label: \"{CANARY}\"'>one", ("outline", "")),
        (f"<p><a href='https://example.com/?q={CANARY}'>one</a>", ("inside", "")),
        (f"<meta name=reason content='{CANARY}'>", ("inside", "")),
        (
            f"<img alt='{CANARY}' src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>'>",
            ("inside", ""),
        ),
    ],
)
def test_text_is_found_where_a_reader_meets_it(html: str, where: tuple[str, str], *, squeezed: bool) -> None:
    options = {"pdf_variant": "pdf/ua-1", "custom_metadata": True, "uncompressed_pdf": not squeezed}
    assert where in found(html, **options)


@pytest.mark.parametrize("content", [CANARY, f"<p>{CANARY}</p>"])
def test_attachments_are_opened(content: str) -> None:
    attached = weasyprint.Attachment(string=content, name="plan.yaml")
    assert ("attachment", "plan.yaml") in found("<p>one", attachments=[attached])


def test_an_empty_attachment_has_a_name() -> None:
    attached = weasyprint.Attachment(string="", name=f"{CANARY}.txt")
    assert ("attachment", f"{CANARY}.txt") in found("<p>one", attachments=[attached])


def test_what_never_reaches_the_file_is_not_found() -> None:
    assert found(f"<!-- {CANARY} --><p style='display: none'>{CANARY}") == set()


def test_bytes_that_are_no_text_do_no_harm() -> None:
    pdf = weasyprint.HTML(string="<p>one").write_pdf()
    broken = pdf + rb"(\8\9 \777 \\ (a \) b) <ABC" + b"stream\n\xff\xfe no end"
    assert Carried in {type(place) for place in carried(broken)}
