from __future__ import annotations

from clientplan.collect.crm_id import space_of, standard
from clientplan.collect.shapes import Shape


def test_a_salesforce_id_is_known_in_any_file() -> None:
    assert space_of("0015J00000QmHfA", Shape.LIST) is Shape.SALESFORCE
    assert space_of("1042", Shape.LIST) is Shape.LIST
    assert space_of("1042", Shape.HUBSPOT) is Shape.HUBSPOT


def test_the_long_form_is_the_short_one_with_a_check() -> None:
    assert standard("001D000000IRFmaIAH") == "001D000000IRFma"
    assert standard("0015000000Gv7qJAAR") == "0015000000Gv7qJ"


def test_what_only_looks_like_the_long_form_stays() -> None:
    assert standard("001D000000IRFmaIAX") == "001D000000IRFmaIAX"
    assert standard("01234") == "01234"
