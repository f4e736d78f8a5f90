from __future__ import annotations

HEAD = "Client,Date,Amount\n"
JANUARY = f"{HEAD}A,2026-01-01,1000.50\nB,2026-01-01,7\n"


def overlaps(collect, files: dict[str, str]) -> list[str]:
    return [note for note in collect(files).report.notes if "are counted" in note]


def test_a_corrected_export_beside_the_first_is_told_with_what_to_do(collect) -> None:
    found = collect({"jan.csv": JANUARY, "jan-corrected.csv": f"{HEAD}A,2026-01-01,1100.50\nB,2026-01-01,7\n"})
    assert found.tables["revenue"]["amount"].sum() == 2108.0
    assert (
        "jan-corrected.csv and jan.csv both have revenue of 1 client on the same day, with different values: "
        "both are counted. If one replaces the other, take the older one out of data/incoming"
    ) in found.report.notes


def test_clients_and_days_are_counted_for_each_two_files(collect) -> None:
    more = f"{HEAD}A,2026-01-01,1\nA,2026-01-02,1\n"
    found = overlaps(
        collect,
        {"a.csv": f"{more}B,2026-01-01,1\n", "b.csv": more.replace(",1\n", ",2\n"), "c.csv": f"{HEAD}B,2026-01-01,3\n"},
    )
    assert [note.partition(", with")[0] for note in found] == [
        "a.csv and b.csv both have revenue of 1 client on the same 2 days",
        "a.csv and c.csv both have revenue of 1 client on the same day",
    ]


def test_the_same_clients_on_other_days_are_two_exports(collect) -> None:
    assert overlaps(collect, {"jan.csv": JANUARY, "feb.csv": JANUARY.replace("-01-01", "-02-01")}) == []


def test_equal_rows_need_no_hand_even_where_one_file_has_more(collect) -> None:
    assert overlaps(collect, {"jan.csv": JANUARY, "again.csv": f"{JANUARY}A,2026-01-01,5\n"}) == []


def test_records_with_ids_say_themselves_which_replaces_which(collect) -> None:
    head = "Activity ID,Client,Date,Minutes\n"
    files = {"a.csv": f"{head}1,A,2026-01-01,5\n", "b.csv": f"{head}2,A,2026-01-01,6\n"}
    assert overlaps(collect, files) == []
    without = {name: text.replace("1,A", ",A").replace("2,A", ",A") for name, text in files.items()}
    assert len(overlaps(collect, without)) == 1


def test_sheets_of_one_workbook_are_no_two_exports(workbook) -> None:
    from clientplan.collect.read import read

    sheets = {
        name: [["Client", "Date", "Amount"], ["A", "2026-01-01", amount]] for name, amount in (("x", 1), ("y", 2))
    }
    found = read([workbook("a.xlsx", sheets)])
    assert len(found.tables["revenue"]) == 2
    assert not any("are counted" in note for note in found.report.notes)
