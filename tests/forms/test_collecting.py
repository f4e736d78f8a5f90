from __future__ import annotations

import re

import pytest

from clientplan.forms.collecting import LARGEST, NOTHING, CollectForm
from clientplan.forms.desk import Desk
from clientplan.forms.files import Uploaded
from clientplan.forms.reported import MOST_ROWS

ORDERS = b"Client ID,Client,Date,Amount,Currency\n1,Harrow <b>,2026-08-01,100,EUR\n1,Harrow <b>,2026-08-32,5,EUR\n"


@pytest.fixture
def form(bare_desk: Desk) -> CollectForm:
    return CollectForm(bare_desk)


def report(form: CollectForm) -> str:
    return str(form._report.value)


def row(form: CollectForm, first: str) -> list[str]:
    """The other cells of the table's row that begins so."""
    (found,) = re.findall(rf'<tr><th scope="row">{re.escape(first)}</th>(.*?)</tr>', report(form))
    return re.findall(r"<td[^>]*>(.*?)</td>", found)


def test_with_nothing_there_it_says_what_to_do(form: CollectForm) -> None:
    assert form.words() == NOTHING
    assert str(form.desk.workspace.incoming) in form.children[0].value


def test_an_upload_is_kept_read_and_reported_with_what_was_set_aside(form: CollectForm) -> None:
    form.upload.take([Uploaded("orders.csv", ORDERS)])
    assert (form.desk.workspace.incoming / "orders.csv").read_bytes() == ORDERS
    assert (form.desk.workspace.data / "revenue.csv").is_file()
    assert form.status.words == "Taken in: orders.csv"
    assert "1 revenue row" in form.words()
    assert row(form, "orders.csv") == [
        "3",
        "Date",
        "2026-08-32",
        "isn&#x27;t a date",
        "Write a day that exists, as the other rows have it",
    ]
    assert form.upload.files == ()


def test_a_browsers_path_is_only_a_name(form: CollectForm) -> None:
    form.upload.take([Uploaded("C:\\exports\\..\\orders.csv", ORDERS), Uploaded("../../more.csv", ORDERS)])
    assert {path.name for path in form.desk.workspace.incoming.iterdir()} == {"orders.csv", "more.csv"}


@pytest.mark.parametrize("name", ["", ".", "..", "C:\\exports\\..", "a/.."])
def test_what_is_no_name_is_refused_in_words(form: CollectForm, name: str) -> None:
    form.upload.take([Uploaded(name, ORDERS)])
    assert form.status.words.startswith(f"“{name}” isn't the name of a file.")
    assert not list(form.desk.workspace.incoming.iterdir())


def test_the_status_says_what_gave_nothing(form: CollectForm) -> None:
    form.upload.take([Uploaded("orders.csv", ORDERS), Uploaded("letter.csv", b"Dear Ida,\nthank you.\n")])
    assert form.status.words == "Taken in: orders.csv\nNothing to take in: letter.csv. The report says why"
    assert "letter.csv" in report(form)
    form.upload.take([Uploaded("letter.csv", b"")])
    assert form.status.words == "Nothing to take in: letter.csv. The report says why"


def test_another_export_of_the_same_name_is_taken_in_too(form: CollectForm) -> None:
    for content in (ORDERS, ORDERS.replace(b"100", b"200"), ORDERS):
        form.upload.take([Uploaded("orders.csv", content)])
        assert form.status.words == "Taken in: orders.csv"
    assert len(list(form.desk.workspace.incoming.iterdir())) == 2


def test_a_file_that_is_too_large_is_refused_in_the_browser_with_the_way_that_works(form: CollectForm) -> None:
    assert form.upload.get("largest") == LARGEST < 10_000_000
    assert str(form.desk.workspace.incoming) in form.upload.get("instead")


def test_what_came_in_part_is_not_taken_for_the_file(form: CollectForm) -> None:
    form.upload.happen("file", name="orders.csv", size=len(ORDERS), last=True, buffers=[ORDERS[:-9]])
    assert not list(form.desk.workspace.incoming.iterdir())


def test_a_file_that_is_no_export_is_a_sentence(form: CollectForm) -> None:
    form.upload.take([Uploaded("empty.csv", b"")])
    assert "empty.csv" in form.words()
    assert form.status.words == "Nothing to take in: empty.csv. The report says why"
    assert "Traceback" not in report(form)
    assert "went wrong" not in form.status.words


def test_read_again_sees_what_was_copied_into_the_folder(form: CollectForm) -> None:
    (form.desk.workspace.incoming / "orders.csv").write_bytes(ORDERS)
    form.again.click()
    assert "1 revenue row" in form.words()


def test_the_sample_is_read_with_what_needs_a_hand_on_top(desk: Desk) -> None:
    form = CollectForm(desk)
    assert form.words().splitlines()[-1].startswith("Tables now: 12 clients")
    head, details = report(form).split("<details>")
    assert "Set aside, to mend" in head
    assert "KW 23" in head
    assert "decimal comma" in details


def test_names_in_exports_are_escaped(form: CollectForm) -> None:
    form.upload.take([Uploaded("<b>.csv", ORDERS)])
    assert "<b>" not in report(form)
    assert "&lt;b&gt;.csv" in report(form)


def test_an_upload_shows_which_column_was_taken_as_what(form: CollectForm) -> None:
    form.upload.take([Uploaded("orders.csv", ORDERS.replace(b"Currency", b"Currency,Mood"))])
    new, *others = report(form).split("<details>")
    assert not others
    assert "How what you uploaded was read" in new
    assert "<caption>orders.csv</caption>" in new
    assert row(form, "Client ID") == ["the client’s id"]
    assert row(form, "Amount") == ["amount"]
    assert row(form, "Mood") == ["not used"]


def test_what_was_there_before_is_folded_away(form: CollectForm) -> None:
    form.upload.take([Uploaded("orders.csv", ORDERS)])
    form.upload.take([Uploaded("more.csv", ORDERS.replace(b"2026", b"2025"))])
    new, others = report(form).split("<details>")
    assert "<caption>more.csv</caption>" in new
    assert others.startswith("<summary>How 1 other file or sheet was read</summary>")
    assert "<caption>orders.csv</caption>" in others
    form.again.click()
    assert "<summary>How 2 files and sheets were read</summary>" in report(form)
    assert "uploaded" not in report(form)


def test_an_upload_kept_under_a_number_is_the_one_that_is_shown(form: CollectForm) -> None:
    form.upload.take([Uploaded("orders.csv", ORDERS)])
    form.upload.take([Uploaded("orders.csv", ORDERS.replace(b"100", b"200"))])
    assert "<caption>orders-2.csv</caption>" in report(form).split("<details>")[0]


def test_of_many_rows_set_aside_the_first_are_shown_and_the_file_with_all_is_named(form: CollectForm) -> None:
    bad = b"".join(b"1,Harrow,2026-08-32,5,EUR\n" for _ in range(MOST_ROWS + 7))
    form.upload.take([Uploaded("orders.csv", ORDERS + bad)])
    assert report(form).count("2026-08-32") == MOST_ROWS
    assert "And 8 more: data/set_aside.csv has them all." in report(form)
    lines = (form.desk.workspace.data / "set_aside.csv").read_text().splitlines()
    assert len(lines) == 1 + MOST_ROWS + 8
