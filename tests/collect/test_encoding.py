from __future__ import annotations

import pytest

from clientplan.collect.encoding import decode
from clientplan.errors import SourceUnreadable

GERMAN = "Kunde;Umsatz\nMüller & Söhne GmbH \u2013 Größe;1.234,50\nKäserei;2,00\n"
FRENCH = "Client;Montant\nSociété d\u2019Épicerie du Château;12\nHôtel à Besançon;3\n"
POLISH = "Klient;Kwota\nŁódź Sp. z o.o.;1\nZażółć gęślą jaźń;2\n"


@pytest.mark.parametrize("text", [GERMAN, FRENCH, POLISH])
@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16 without a byte order mark"),
    ],
)
def test_unicode(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec), "f.csv")
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, name, True)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (GERMAN, "cp1252", "Windows-1252"),
        (FRENCH, "cp1252", "Windows-1252"),
        (POLISH, "cp1250", "Windows-1250"),
        (FRENCH, "mac_roman", "Mac Roman"),
    ],
)
def test_single_bytes_by_the_letters_that_make_sense(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec), "f.csv")
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, name, False)


def test_a_letter_cut_in_the_middle_doesnt_make_the_rest_unreadable() -> None:
    data = GERMAN.encode() * 5 + "Notiz für die Akte".encode()[:8] + b"\n"
    decoded = decode(data, "f.csv")
    assert decoded.text.startswith(GERMAN)
    assert decoded.encoding == "UTF-8 with damaged letters (1)"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x00" * 50, b"\xff\xfea", bytes(range(256))]
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(SourceUnreadable, match=r"f\.csv isn't a text file: .*Export it again as CSV or XLSX"):
        decode(data, "f.csv")
