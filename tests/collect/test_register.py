from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.collect.register import Reference, Register, composed, normal
from clientplan.collect.shapes import Shape


@given(st.text(max_size=20))
@settings(deadline=None)
def test_spelling_apart_a_name_is_itself(name: str) -> None:
    assert normal(f"  {unicodedata.normalize('NFD', name)}\u00a0 ") == normal(composed(name))


def test_case_spaces_and_how_accents_are_stored() -> None:
    assert normal("MÜLLER  Gmbh ") == normal("Mu\u0308ller GmbH")
    assert normal("Muller GmbH") != normal("Müller GmbH")


def test_a_name_that_two_clients_share_finds_both() -> None:
    register = Register()
    for identifier in ("1", "2"):
        reference = Reference(Shape.LIST, identifier, "Acme")
        register.learn(register.add(reference, "f:1"), reference, from_list=True)
    assert [client.id for client in register.find(Reference(Shape.LIST, None, "ACME"), alone=True)] == ["1", "2"]
    assert register.find(Reference(Shape.LIST, "3", "Acme"), alone=True) == []


def test_a_second_id_of_one_system_is_a_second_client() -> None:
    register = Register()
    first = Reference(Shape.LIST, "1", "Acme")
    register.learn(register.add(first, "f:1"), first, from_list=True)
    assert register.find(Reference(Shape.LIST, "2", "Acme"), alone=True) == []
    assert register.find(Reference(Shape.HUBSPOT, "2", "Acme"), alone=True) == register.clients
    assert register.find(Reference(Shape.HUBSPOT, "2", "Acme"), alone=False) == []


def test_the_same_number_in_two_systems_is_two_clients() -> None:
    register = Register()
    for space, name in ((Shape.LIST, "Acme"), (Shape.HUBSPOT, "Beta")):
        reference = Reference(space, "101", name)
        assert register.find(reference, alone=True) == []
        register.learn(register.add(reference, "f:1"), reference, from_list=True)
    assert [client.id for client in register.clients] == ["101", "hubspot-101"]


def test_a_client_known_by_name_takes_the_id_that_comes_later() -> None:
    register = Register()
    named = Reference(Shape.LIST, None, "Acme")
    client = register.add(named, "f:1")
    register.learn(client, named, from_list=True)
    with_id = Reference(Shape.LIST, "K-7", "ACME")
    assert register.find(with_id, alone=True) == [client]
    register.learn(client, with_id, from_list=False)
    assert (client.id, client.name) == ("K-7", "Acme")
