from __future__ import annotations

CLIENTS = "Client ID,Client,Industry,Country\n1,Acme,Food,UK\n2,Beta,Steel,\n"


def by_id(collected) -> dict[str, str]:
    clients = collected.tables["clients"]
    return dict(zip(clients["client_id"], clients["name"], strict=True))


def test_rows_are_matched_by_id_then_by_name(collect) -> None:
    orders = "Client ID,Client,Date,Amount\n1,Anything,2026-01-01,5\n,ACME ,2026-01-02,6\n,Beta,2026-01-03,7\n"
    found = collect({"clients.csv": CLIENTS, "orders.csv": orders})
    assert found.tables["revenue"]["client_id"].tolist() == ["1", "1", "2"]
    assert by_id(found) == {"1": "Acme", "2": "Beta"}
    assert any(note.startswith("Client 1 has several names (Anything, Acme)") for note in found.report.notes)


def test_a_client_that_only_orders_name_is_added_and_told(collect) -> None:
    found = collect({"clients.csv": CLIENTS, "orders.csv": "Client,Date,Amount\nGamma,2026-01-01,5\n"})
    assert by_id(found) == {"1": "Acme", "2": "Beta", "Gamma": "Gamma"}
    assert "1 client in no list of clients, added: Gamma" in found.report.notes
    assert found.tables["clients"]["source"].tolist()[-1] == "orders.csv:2"


def test_without_a_list_the_clients_come_from_the_other_tables(collect) -> None:
    text = (
        "Customer,Industry,Country,Account Manager,Date,Amount\nAcme,Food,UK,Ruth,2026-01-01,5\nAcme,,,,2026-01-02,6\n"
    )
    found = collect({"orders.csv": text}, currency="GBP")
    assert found.tables["clients"].drop(columns="source").to_dict("records") == [
        {"client_id": "Acme", "name": "Acme", "industry": "Food", "country": "UK", "manager": "Ruth", "currency": "GBP"}
    ]
    assert "No list of clients among the files: 1 client found in the other tables" in found.report.notes


def test_two_ids_of_one_name_stay_two_and_a_bare_name_is_set_aside(collect) -> None:
    orders = "Client ID,Client,Date,Amount\n2,Acme,2026-01-01,5\n,acme,2026-01-02,6\n"
    found = collect({"clients.csv": "Client ID,Client\n1,Acme\n2,Acme\n", "orders.csv": orders})
    assert by_id(found) == {"1": "Acme", "2": "Acme"}
    assert found.tables["revenue"]["client_id"].tolist() == ["2"]
    assert "“Acme” is the name of 2 clients (1, 2): kept apart" in found.report.notes
    assert [(one.line, one.reason) for one in found.report.set_aside] == [
        (3, "is the name of several clients: add the client's id")
    ]


def test_two_ids_of_one_name_stay_two_without_a_list(collect) -> None:
    found = collect({"orders.csv": "Client ID,Client,Date,Amount\n1,Acme,2026-01-01,5\n2,Acme,2026-01-02,6\n"})
    assert by_id(found) == {"1": "Acme", "2": "Acme"}


def test_one_name_in_two_systems_is_one_client(collect) -> None:
    hubspot = "Record ID,Company name,Industry\n101,ACME,Food\n"
    orders = "Kundennummer;Kunde;Datum;Betrag\nK-7;Acme;01.02.2026;5\n"
    found = collect({"companies.csv": hubspot, "umsatz.csv": orders})
    assert by_id(found) == {"101": "ACME"}
    assert found.tables["revenue"]["client_id"].tolist() == ["101"]
    assert "1 client with ids of several systems, matched by name: ACME" in found.report.notes


def test_two_ids_of_another_system_for_one_name_stay_apart(collect) -> None:
    orders = "Kundennummer;Kunde;Datum;Betrag\nK-7;Acme;01.02.2026;5\nK-8;Acme;01.02.2026;5\n"
    found = collect({"companies.csv": "Record ID,Company name\n101,Acme\n", "umsatz.csv": orders})
    assert found.tables["revenue"]["client_id"].tolist() == ["K-7", "K-8"]


def test_a_bare_list_may_use_a_crms_ids(collect) -> None:
    accounts = "Account ID,Account Name,Account Owner\n001D000000IRFma,Acme,Ruth\n"
    orders = "client_id,date,amount\n001D000000IRFmaIAH,2026-01-01,5\n"
    found = collect({"accounts.csv": accounts, "orders.csv": orders})
    assert found.tables["revenue"]["client_id"].tolist() == ["001D000000IRFma"]
    companies = "Record ID,Company name\n101,Acme\n"
    found = collect({"companies.csv": companies, "orders.csv": "client_id,date,amount\n101,2026-01-01,5\n"})
    assert by_id(found) == {"101": "Acme"}


def test_the_later_list_has_the_word_and_gaps_are_filled_from_the_earlier(collect) -> None:
    later = "Client ID,Client,Industry,Country\n2,Beta AG,,CH\n1,Acme,Retail,\n"
    found = collect({"a.csv": CLIENTS, "b.csv": later})
    clients = found.tables["clients"]
    assert "2 clients in several lists: the later one has the word" in found.report.notes
    assert clients[["name", "industry", "country"]].to_numpy().tolist() == [
        ["Acme", "Retail", "UK"],
        ["Beta AG", "Steel", "CH"],
    ]


def test_the_order_of_the_files_doesnt_decide_who_is_who(collect) -> None:
    orders = "Client,Date,Amount\nAcme,2026-01-01,5\n"
    for files in ({"o.csv": orders, "c.csv": CLIENTS}, {"c.csv": CLIENTS, "o.csv": orders}):
        assert collect(files).tables["revenue"]["client_id"].tolist() == ["1"]


def test_of_many_sentences_of_one_kind_a_few_are_told(collect) -> None:
    rows = "".join(f"{number},Acme {number // 2}\n" for number in range(20))
    notes = collect({"clients.csv": f"Client ID,Client\n{rows}"}).report.notes
    assert len(notes) == 6
    assert notes[-1] == "… and 5 more of this kind"
