from __future__ import annotations

from collections.abc import Callable

import pytest

from clientplan.insight.hours import Book, advise, fit, ranges, sentences

Made = Callable[..., Book]


@pytest.mark.parametrize(
    ("amount", "words"),
    [(4183.2, "4,200"), (0.0431, "0.043"), (0, "0"), (99.6, "100"), (1.26, "1.3"), (-560_123, "-560,000"), (12, "12")],
)
def test_amounts_have_two_digits(amount: float, words: str) -> None:
    assert sentences.about(amount) == words


def test_hours_and_percent_as_they_are_read() -> None:
    assert [sentences.hours(amount) for amount in (1, 1.5, 3, 0.25)] == ["1 hour", "1.5 hours", "3 hours", "0.2 hours"]
    assert [sentences.percent(share) for share in (0.0852, 0.004, 0)] == ["9 %", "0.4 %", "0 %"]


def test_one_move(book: Made) -> None:
    advice = advise(book())
    assert sentences.advised(advice, unit="EUR") == [
        "Move 3 hours a month from Harrow to Aubrelle: worth about EUR 5,100 a year, 9 % more.",
        "The rest is within what judgments can tell apart.",
    ]
    # 5,100 and 9 % from the curves alone
    gain = sum(book().worth([3, 7, 2])) - sum(book().worth([6, 4, 2]))
    assert round(gain, -2) == 5_100
    assert round(100 * gain / 60_000) == 9


def test_several_moves_are_summed_up(book: Made) -> None:
    assert sentences.advised(advise(book(), tolerance=0), per="a week", over="a quarter") == [
        "Move 3 hours a week from Harrow to Aubrelle.",
        "Move 1 hour a week from Aubrelle to Mohrlin.",
        "Together that is worth about 5,400 a quarter, 9 % more.",
    ]


def test_nothing_to_move_says_why(book: Made) -> None:
    assert sentences.advised(advise(book(), tolerance=0.1)) == [
        (
            "Leave the hours as they are: the best use of 12 hours a month would bring 9 % more, and under 10 % "
            "judgments can't tell one from another."
        ),
    ]
    at_best = advise(book(now=(3, 6, 3), judged_at=(6, 4, 2)))
    assert sentences.advised(at_best) == [
        (
            "Leave the hours as they are: no use of 12 hours a month is judged to bring more, and under 5 % judgments "
            "can't tell one from another."
        ),
    ]


def test_hours_to_give_and_hours_to_take(book: Made) -> None:
    assert sentences.advised(advise(book(), budget=16))[0] == (
        "Give Aubrelle 4 hours a month more: worth about 12,000 a year, 21 % more."
    )
    assert sentences.advised(advise(book(), budget=10), unit="EUR") == [
        "There are 10 hours a month, and the clients have 12 hours today.",
        "Move 3 hours a month from Harrow to Aubrelle.",
        "Move 1 hour a month from Harrow to Mohrlin.",
        "Take 2 hours a month from Harrow.",
        "That is about EUR 160 a year less than today, 0.3 % less.",
    ]


def test_floors_are_given_as_the_reason(book: Made) -> None:
    said = sentences.advised(advise(book(floor=(0, 0, 3))))
    assert said[0].startswith("Today's hours can't stay as they are")


def test_how_sure_it_is(book: Made) -> None:
    found = ranges(book(), 12)
    said = [
        sentences.range_of(*row, found.off)
        for row in zip(("Harrow", "Aubrelle"), (6, 4), found.low, found.high, strict=False)
    ]
    assert said == [
        "Harrow has 6 hours a month. The best use gives it 2 to 4 hours if any one judgment is 5 % off.",
        "Aubrelle has 4 hours a month. The best use gives it 6 to 7 hours if any one judgment is 5 % off.",
    ]
    assert sentences.range_of("Ines", 4, 6, 6, 0.05) == (
        "Ines has 4 hours a month. The best use gives it 6 hours, even if any one judgment is 5 % off."
    )


def test_where_the_curve_misses_what_was_said() -> None:
    assert sentences.missed("North", fit(0.2, 0.62, 1.30, 1.50)) == [
        "North, with half the hours: you said 0.62 of today's result, and the curve through all your answers says 0.47."
    ]
    assert sentences.missed("South", fit(0.3, 0.70, 1.15, 1.40), near=0.5) == []
