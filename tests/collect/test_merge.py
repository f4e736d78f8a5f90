from __future__ import annotations

HEAD = "Client,Date,Amount\n"
DEALS = "Opportunity ID,Account,Deal,Stage,Amount\n"


def test_of_a_record_in_two_files_the_later_counts(collect) -> None:
    found = collect({"jan.csv": f"{DEALS}7,A,X,Open,1\n8,A,Y,Open,2\n", "year.csv": f"{DEALS}7,A,X,Won,3\n"})
    deals = found.tables["opportunities"]
    assert deals[["opportunity_id", "stage", "source"]].to_numpy().tolist() == [
        ["8", "Open", "jan.csv:3"],
        ["7", "Won", "year.csv:2"],
    ]
    assert "1 row of opportunities came again in a later file: the later one counts" in found.report.notes


def test_an_id_twice_in_one_file_is_told_apart_from_that(collect) -> None:
    found = collect({"a.csv": f"{DEALS}7,A,X,Open,1\n7,A,X,Won,3\n"})
    assert found.tables["opportunities"]["source"].tolist() == ["a.csv:3"]
    assert any("in the same file with the same id" in note for note in found.report.notes)


def test_equal_rows_of_one_file_are_different_facts(collect) -> None:
    found = collect({"a.csv": f"{HEAD}A,2026-01-01,5\nA,2026-01-01,5\n"})
    assert len(found.tables["revenue"]) == 2


def test_equal_rows_of_two_files_are_one_fact_each(collect) -> None:
    first = f"{HEAD}A,2026-01-01,5\nA,2026-01-01,5\nB,2026-01-01,5\n"
    second = f"{HEAD}A,2026-01-01,5\nA,2026-01-01,5\nA,2026-01-01,5\nA,2026-01-01,6\n"
    found = collect({"a.csv": first, "b.csv": second})
    assert found.tables["revenue"]["source"].tolist() == ["a.csv:2", "a.csv:3", "a.csv:4", "b.csv:4", "b.csv:5"]
    assert "2 rows of revenue came in two files, equal in every value: counted once" in found.report.notes


def test_the_same_number_from_two_systems_is_two_records(collect) -> None:
    hubspot = "Record ID,Deal Name,Deal Stage,Amount,Associated Company\n7,X,Open,1,A\n"
    found = collect({"a.csv": hubspot, "b.csv": f"{DEALS}7,A,X,Open,1\n"})
    assert len(found.tables["opportunities"]) == 2


def test_records_with_ids_beside_records_without(collect) -> None:
    found = collect({"a.csv": f"{DEALS}7,A,X,Open,1\n,A,Y,Open,1\n", "b.csv": f"{DEALS},A,Y,Open,1\n,A,Z,Open,1\n"})
    assert found.tables["opportunities"]["name"].tolist() == ["X", "Y", "Z"]
