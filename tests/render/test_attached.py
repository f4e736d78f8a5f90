"""The plan comes out of a PDF as it went in, and nothing else in the file is believed."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from clientplan.errors import SourceUnreadable
from clientplan.plan import writing
from clientplan.plan.parsing import MAX_BYTES
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import attached, attached_child, limits
from clientplan.render.attached import taken
from clientplan.render.printing import Printed
from clientplan.render.standard import FILE

Prints = Callable[..., Printed]


def pdf(*files: tuple[str, bytes], **options: object) -> bytes:
    """An empty page that carries these files."""
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        for name, content in files:
            document.attachments[name] = pikepdf.AttachedFileSpec(document, content, filename=name)
        document.save(out, **options)
    return out.getvalue()


def bomb(size: int) -> bytes:
    """A plan of a few kilobytes that unfolds to so many bytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(10**6)) for _ in range(size // 10**6)) + packer.flush()
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments[FILE] = pikepdf.AttachedFileSpec(document, b"x", filename=FILE)
        file = document.attachments[FILE].get_file().obj
        file.write(packed, filter=pikepdf.Name.FlateDecode)
        document.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


@pytest.mark.parametrize("edition", Edition)
def test_it_is_the_plan_of_the_edition_byte_for_byte(full: Plan, printed: Prints, edition: Edition) -> None:
    assert taken(printed("full", edition).pdf, "x.pdf") == writing.write(full.edition(edition)).encode()


def test_only_the_plan_is_taken() -> None:
    assert taken(pdf(("other.yaml", b"other"), (FILE, b"the plan")), "x.pdf") == b"the plan"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pdf(), "x.pdf carries no plan. A page that another program saved again may have lost it: ask for the plan's"),
        (pdf(("other.yaml", b"a")), "x.pdf carries no plan"),
        (b"", "x.pdf isn't a PDF, or is damaged. Get it again from where it came"),
        (b"%PDF-1.7\n%%EOF", "x.pdf isn't a PDF"),
        (b"PK\x03\x04", "x.pdf isn't a PDF"),
        (pdf((FILE, bytes(MAX_BYTES + 1))), "x.pdf carries a plan of more than 2 MB, which no plan has"),
        (bomb(100_000_000), "x.pdf carries a plan of more than 2 MB"),
        (pdf(*((f"{n}", b"a") for n in range(101))), "x.pdf carries more than a hundred files"),
        (
            pdf((FILE, b"a"), encryption=pikepdf.Encryption(owner="o", user="u")),
            "x.pdf has a password. Open it in a PDF reader, save a copy without, and try that",
        ),
    ],
    ids=["none", "another", "empty", "a head", "a zip", "too large", "a bomb", "too many", "a password"],
)
def test_what_carries_none(content: bytes, why: str) -> None:
    with pytest.raises(SourceUnreadable) as refused:
        taken(content, "x.pdf")
    assert str(refused.value).startswith(why)


def test_a_bomb_that_unfolds_to_more_than_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMORY", 400_000_000)
    with pytest.raises(SourceUnreadable, match=r"x\.pdf unfolds to more than this machine has room for"):
        taken(bomb(500_000_000), "x.pdf")


def test_a_pdf_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "LARGEST", 500)
    with pytest.raises(SourceUnreadable, match=r"x\.pdf is larger than 0 MB, and a printed plan never is"):
        taken(pdf(), "x.pdf")


def test_every_outcome_has_its_sentence() -> None:
    words = {getattr(attached_child, name) for name in ("NONE", "MANY", "LARGE", "PASSWORD", "DAMAGED")}
    assert words < set(attached._WHY)
