from __future__ import annotations


def test_first_and_last_name_make_one(collect) -> None:
    head = "Client,First name,Last name,Full name,Email\n"
    text = f"{head}A,Ann,Lee,,a@x.example\nA,,Moe,,m@x.example\nA,,,Bo Z,b@x.example\nA,,,,c@x.example\n"
    people = collect({"a.csv": text}).tables["people"]
    assert people["name"].fillna("").tolist() == ["Ann Lee", "Moe", "Bo Z", ""]


def test_a_record_of_several_companies_counts_for_the_first(collect) -> None:
    companies = "Record ID,Company name\n7,A\n8,B\n"
    calls = (
        'Record ID,Activity Type,Activity Date,Associated Company IDs\n1,Call,2026-01-01,"8;7"\n2,Call,2026-01-02,7\n'
    )
    found = collect({"companies.csv": companies, "calls.csv": calls})
    assert found.tables["activities"]["client_id"].tolist() == ["8", "7"]
    assert "1 row of several companies: each counts for the first one named" in found.report.files[1].notes


def test_minutes_from_whichever_unit_is_there(collect, plain) -> None:
    text = "Client,Date,Subject,Minutes,Hours\nA,2026-01-01,x,,2\nA,2026-01-01,y,15,\nA,2026-01-01,z,,\n"
    assert plain(collect({"a.csv": text}).tables["activities"]["minutes"]) == [120, 15, None]
