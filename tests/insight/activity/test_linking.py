from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from clientplan.insight.activity import inputs, judge
from clientplan.insight.activity.evidence import gather

Made = Callable[..., pd.DataFrame]


def one(frame: pd.DataFrame) -> tuple[str | None, str, str]:
    row = frame.iloc[0]
    return row["objective_id"], row["link"], row["reason"]


def test_the_log_names_it(log: Made, judged: Made) -> None:
    objective, link, reason = one(judged(log({"date": "2026-03-01", "objective_id": "o2", "subject": "Lunch"})))
    assert (objective, link) == ("o2", "explicit")
    assert reason.startswith("Serves o2 (said in the log)")


@pytest.mark.parametrize("subject", ["Lunch [o2]", "o2: lunch", "Lunch #O2", "Lunch (o2)"])
def test_the_subject_names_it(log: Made, judged: Made, subject: str) -> None:
    assert one(judged(log(("2026-03-01", subject))))[:2] == ("o2", "explicit")


def test_the_notes_name_it(log: Made, judged: Made) -> None:
    assert one(judged(log({"date": "2026-03-01", "notes": "Twelve of them. [o3]"})))[0] == "o3"


def test_the_text_names_two(log: Made, judged: Made) -> None:
    assert one(judged(log(("2026-03-01", "[o2] and [o3]")))) == (
        None,
        "none",
        "No objective: the text names several, so say which.",
    )


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-01-18", "No objective: the log names o2, which began 14 days later."),
        ("2026-07-03", "No objective: the log names o2, which had ended 3 days before."),
    ],
)
def test_what_the_log_names_was_not_open(log: Made, judged: Made, day: str, told: str) -> None:
    """Even where another one fits: the log was explicit."""
    row = {"date": day, "objective_id": "o2", "subject": "Setters on the new routine", "who": "Dean Hartley"}
    assert one(judged(log(row))) == (None, "none", told)


@pytest.mark.parametrize("day", ["2026-02-01", "2026-06-30", "2026-06-30 23:30"])
def test_first_and_last_day_belong_to_an_objective(log: Made, judged: Made, day: str) -> None:
    assert one(judged(log({"date": day, "objective_id": "o2"})))[1] == "explicit"


@pytest.mark.parametrize("named", ["o9", "o3 ", "O3"])
def test_a_name_that_is_no_objective_is_left_aside(log: Made, judged: Made, named: str) -> None:
    row = {"date": "2026-03-01", "objective_id": named, "subject": "Changeover", "who": "Paul Sefton"}
    objective, link, reason = one(judged(log(row)))
    if named == "o9":
        assert (objective, link) == ("o2", "rule")
        assert reason.startswith("The log names o9, which this client doesn’t have. Serves o2 (“changeover”")
    else:
        assert (objective, link) == ("o3", "explicit")


def test_an_objective_of_another_client_is_none(log: Made, judged: Made) -> None:
    found = judged(log({"date": "2026-03-01", "client_id": "D", "objective_id": "o3"}))
    assert one(found) == (
        None,
        "none",
        "The log names o3, which this client doesn’t have. No objective: nothing in it speaks for one that was open.",
    )


def test_the_same_id_at_another_client_is_that_client_s(log: Made, judged: Made) -> None:
    found = judged(log({"date": "2026-03-01", "client_id": "D", "subject": "Recycled film trays"}))
    assert one(found)[:2] == ("o1", "rule")


@pytest.mark.parametrize(
    ("subject", "who", "objective"),
    [
        ("Changeovers filmed", "Paul Sefton", "o2"),
        ("Changeover", "", "o2"),
        ("Umrüstung der Maschine", "", "o2"),  # another language, by meaning
        ("Changoever on the machine", "P. Sefton", "o2"),  # a slip
        ("Setter’s routine", "Ruth Adeyemi", "o3"),
        ("Routine at night", "dean.hartley@harrow.example", "o3"),
    ],
)
def test_words_and_people_link(log: Made, judged: Made, subject: str, who: str, objective: str) -> None:
    assert one(judged(log({"date": "2026-03-01", "subject": subject, "who": who})))[:2] == (objective, "rule")


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("Lunch", "Dean Hartley"),  # company alone
        ("Call", "Dean Hartley"),
        ("", "Dean Hartley"),
        ("Invoice reminder", ""),
        ("Plan for the year", ""),  # words of every plan
        ("Birthday lunch with the setter", "Somebody Else"),  # in passing
        ("15 minutes", ""),
    ],
)
def test_the_same_client_is_no_link(log: Made, judged: Made, subject: str, who: str) -> None:
    assert one(judged(log({"date": "2026-03-01", "subject": subject, "who": who})))[:2] == (None, "none")


def test_what_fits_two_alike_is_asked(log: Made, judged: Made) -> None:
    found = judged(log(("2026-03-01", "Changeover by setters")))
    assert one(found) == (None, "none", "No objective: it fits o2 and o3 alike, so say which.")
    assert found["fits"].iloc[0] == ("o2", "o3")


def test_a_person_decides_between_two(log: Made, judged: Made) -> None:
    row = {"date": "2026-03-01", "subject": "Changeover by setters", "who": "Hartley"}
    assert one(judged(log(row)))[0] == "o3"


def test_what_half_fits_is_asked(log: Made, judged: Made) -> None:
    found = judged(log({"date": "2026-03-01", "subject": "Canteen", "notes": "a word on setters"}))
    assert one(found) == (None, "none", "No objective: only “setters” for o3, so say whether it serves that.")
    assert found["fits"].iloc[0] == ("o3",)


def test_an_objective_that_was_not_open_is_told(log: Made, judged: Made) -> None:
    found = judged(log(("2026-01-30", "Changeovers filmed")))
    assert one(found) == (None, "none", "No objective: it fits o2, which began 2 days later.")


def test_reasons_without_an_objective(log: Made, judged: Made) -> None:
    rows = [{"date": "2026-03-01", "client_id": "E"}, {"date": None, "objective_id": "o2"}, {"date": "2026-09-16"}]
    assert judged(log(*rows))["reason"].tolist() == [
        "No objective: this client has none.",
        "No objective: without a date none can have been open.",
        "Dated after 2026-09-15: it doesn’t count yet.",
    ]


def test_the_client_s_own_name_tells_nothing(moves: Made) -> None:
    plan = pd.DataFrame(
        [
            ("o1", "Harrow & Finch", None, None, "Harrow trusts us with the smokehouse"),
            ("o2", "Harrow & Finch", None, None, "Tray"),
        ],
        columns=["objective_id", "client_id", "start", "end", "words"],
    )
    log = pd.DataFrame(
        [
            (1, "Harrow & Finch", "2026-03-01", "Visit to Harrow"),
            (2, "Harrow & Finch", "2026-03-01", "Smokehouse visit"),
        ],
        columns=["activity_id", "client_id", "date", "subject"],
    )
    assert judge(log, plan, moves(), "2026-09-15")["objective_id"].tolist() == [None, "o1"]


def test_bare_calls_follow_their_company_where_the_log_bears_it_out(log: Made, judged: Made) -> None:
    """Twenty calls that the log names, ten that it doesn't: the same subjects, and the same people."""
    people = {"o1": "Anita Rao", "o3": "Dean Hartley"}
    rows = [
        {"date": f"2026-03-{day:02}", "subject": subject, "who": who, "objective_id": objective if day <= 20 else None}
        for day in range(1, 31)
        for objective, who in people.items()
        for subject in ("Call", "Update")
    ]
    found = judged(log(*rows))
    assert found["link"].value_counts().to_dict() == {"explicit": 80, "rule": 40}
    assert found["objective_id"].tolist() == ["o1", "o1", "o3", "o3"] * 30
    assert found["reason"].iloc[-1].startswith("Serves o3 (Dean Hartley)")
    strangers = [{**row, "who": "Paul Sefton" if at % 2 else row["who"]} for at, row in enumerate(rows)]
    misled = judged(log(*[{**row, "who": "Dean Hartley"} for row in rows]))
    assert misled["link"].value_counts().to_dict() == {"explicit": 80, "none": 40}
    assert (judged(log(*strangers)).iloc[1::2]["link"] != "rule").all()


def test_a_word_no_sure_link_has_speaks_against_one(log: Made, judged: Made) -> None:
    rows = [
        {"date": f"2026-03-{day:02}", "subject": subject, "who": "Paul Sefton"}
        for day in range(1, 29)
        for subject in ("Workshop: machine changeover", "Changeover on the machine, next steps")
    ]
    odd = {"date": "2026-04-01", "who": "", "subject": "Terrace changeover"}
    plain = {"date": "2026-04-01", "who": "", "subject": "Workshop changeover"}
    assert judged(log(odd, plain))["link"].tolist() == ["rule", "rule"]
    assert judged(log(*rows, odd, plain))["link"].tolist()[-2:] == ["none", "rule"]
    noise = [{"date": f"2026-03-{day:02}", "subject": "Terrace"} for day in range(1, 29)]
    assert judged(log(*rows, *noise, odd, plain))["link"].tolist()[-2:] == ["none", "rule"]


def test_who_of_us_it_was_is_no_stranger(log: Made, judged: Made) -> None:
    """Where sure links never have an objective's people in the column, it doesn't say whom it was with."""
    trees = ("ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan", "willow")
    ours = [
        {"date": f"2026-03-{day:02}", "subject": f"Changeover on the machine, {tree}", "who": "Ruth Adeyemi"}
        for day, tree in enumerate(trees, 1)
    ]
    passing = {"date": "2026-04-01", "who": "Ruth Adeyemi", "subject": "Canteen terrace changeover visit outside"}
    assert judged(log(passing))["link"].tolist() == ["none"]
    assert judged(log(*ours, passing))["link"].tolist()[-1] == "rule"
    theirs = [{**row, "who": "Paul Sefton"} for row in ours]
    assert judged(log(*theirs, passing))["link"].tolist()[-1] == "none"


def test_a_word_counts_once_for_an_objective_and_less_where_several_have_it(moves: Made) -> None:
    plan = pd.DataFrame(
        [
            ("o1", "C", None, None, "Carbon footprint of the plant"),
            ("o2", "C", None, None, "Tray and film"),
            ("o3", "C", None, None, "Film at the seal"),
        ],
        columns=["objective_id", "client_id", "start", "end", "words"],
    )
    log = pd.DataFrame(
        [(1, "C", "2026-03-01", "", "a word on carbon"), (2, "C", "2026-03-01", "Film", "")],
        columns=["activity_id", "client_id", "date", "subject", "notes"],
    )
    found = judge(log, plan, moves(), "2026-09-15")
    assert found["fits"].tolist() == [("o1",), ("o2", "o3")]
    goals = inputs.read_objectives(plan)
    evidence = gather(inputs.read_activities(log, goals, inputs.day_of("2026-09-15")), goals)[0]
    assert evidence.words.tolist() == pytest.approx([0.7, 0.5**0.5, 0.5**0.5])
