"""Texts as PDFium gave them back, beside what was printed."""

from __future__ import annotations

import pytest

from clientplan.render.matching import Found, bare, turns


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("الأهداف خلال العام", "األهداف خالل العام"),  # lam-alef turned round
        ("(نسخة 3).", ")نسخة 3(."),
        ("נמל חיפה (לכל היותר) ל-12 ימים", "נמל חיפה )לכל היותר( ל12- ימים"),
        ("شهريًا", "ًشهريا"),  # the sign is set after its line
        ("Nordhaven (UK) Ltd.", ".Nordhaven (UK) Ltd شركة"),
    ],
)
def test_a_text_from_right_to_left_is_known_however_it_is_turned(text: str, page: str) -> None:
    found = Found(f"شركة 12 {page} 34 النخيل")
    assert found.times(text) == 1


@pytest.mark.parametrize("lost", range(4))
def test_a_lost_word_is_noticed(lost: int) -> None:
    words = ["تسعى", "شركة", "الأفق", "إلى"]
    page = " ".join(word for number, word in enumerate(words) if number != lost)
    assert not Found(f"قبل {page} بعد").holds(" ".join(words))


def test_pieces_are_counted_and_none_twice() -> None:
    assert Found("سمير و سمير").times("سمير", 2) == 2
    assert Found("سميس").times("سمي") == 1  # two pieces that share their letters


def test_order_counts_where_a_page_runs_from_left_to_right() -> None:
    assert not Found("one two").holds("two one")
    assert Found("one two \u0627").holds("two one")  # the price of a page that has both


def test_signs_of_no_meaning_between_letters_are_passed_over() -> None:
    assert Found("व;र्ष").holds("वर्ष")
    assert not Found("वxxxर्ष").holds("वर्ष")
    assert Found("ọjọ ọjọ").times("ọ̀jọ́") == 2


def test_a_long_text_of_one_letter_is_compared_in_no_time() -> None:
    assert not Found("q\u0303" * 4000).holds("q\u0303" * 3000 + "b")
    assert Found("q\u0303" * 4000 + "b").holds("q\u0303" * 3000 + "b")


def test_emoji_are_not_compared() -> None:
    assert bare("Done ✅ 👩‍💻 1️⃣ 🇩🇪") == "Done"


def test_what_turns() -> None:
    assert [turns(text) for text in ("abc", "Ω ж 中", "א", "ع", "ﻼ", "\u200f")] == [
        False,
        False,
        True,
        True,
        True,
        False,
    ]
