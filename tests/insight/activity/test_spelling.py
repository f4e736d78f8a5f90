from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.activity.alike import BEGINS, MEANT, SAME, SLIP, WITHIN, alike
from clientplan.insight.activity.spelling import fold, one_slip_apart, stem

LETTERS = st.text("abcde", min_size=1, max_size=7)


@pytest.mark.parametrize(
    "forms",
    [
        "train trains trained training trainer",
        "deliver delivers delivery deliveries delivered",
        "price prices pricing",
        "renew renewal renewing",
        "Schulung schulen Schulungen",
        "Möhre Moehre",
        "livraison livraisons",
        "entrega entregas",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


def test_a_stem_keeps_four_letters_and_numbers_stay() -> None:
    assert stem("sales") == "sale"
    assert stem("2026") == "2026"
    assert stem("co2") == "co2"


@given(LETTERS, st.data())
def test_one_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    sign = data.draw(st.sampled_from("abcdez"))
    slips = [word[:at] + word[at + 1 :], word[:at] + sign + word[at:], word[:at] + sign + word[at + 1 :]]
    if at + 1 < len(word):
        slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    assert all(one_slip_apart(word, slip) and one_slip_apart(slip, word) for slip in slips)


@pytest.mark.parametrize(("left", "right"), [("abcd", "abxx"), ("abcd", "ab"), ("abcd", "dabc"), ("ab", "cd")])
def test_two_slips_are_too_many(left: str, right: str) -> None:
    assert not one_slip_apart(left, right)


@pytest.mark.parametrize(
    ("word", "objective", "surely"),
    [
        ("changeovers", "changeover", SAME),
        ("tariffs", "price", MEANT),
        ("schulung", "training", MEANT),
        ("reduction", "reduce", BEGINS),
        ("folienversuch", "folien", WITHIN),
        ("film", "filmtest", None),  # four letters are too few to be told from another word
        ("chnageover", "changeover", SLIP),
        ("contact", "contract", None),  # a word of its own, a letter away
        ("internal", "interest", None),
        ("the", "the", None),
    ],
)
def test_how_surely_a_word_means_another(word: str, objective: str, surely: float | None) -> None:
    found = alike([word], [stem(objective)], [(objective, 0)])
    assert found.surely.tolist() == ([] if surely is None else [surely])
