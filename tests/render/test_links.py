"""Sources that are whole addresses can be followed, and their text stays as it was typed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf

from clientplan.plan.plan import Plan
from clientplan.render.completeness import bare, read
from clientplan.render.printing import print_plan


def links(pdf: bytes) -> list[tuple[str, str]]:
    with pikepdf.open(BytesIO(pdf)) as document:
        found = [one for page in document.pages for one in page.get("/Annots", ())]
        return [(str(one.A.URI), str(one.Contents)) for one in found if one.Subtype == "/Link"]


def test_a_source_and_a_place_can_be_followed(full: Plan, prints: dict[str, Any]) -> None:
    source, place = "https://www.nordhaven.example/berths?year=2025&yard=north", "mailto:yard@nordhaven.example"
    value = full.value_proposition
    evidence = (value.evidence[0].replace(source=source), value.evidence[1].replace(source=f"see {source}"))
    assert full.intent.client is not None
    intent = full.intent.replace(client=full.intent.client.replace(where=place))
    plan = full.replace(value_proposition=value.replace(evidence=evidence), intent=intent)
    done = print_plan(plan, **prints)
    assert dict(links(done.pdf)) == {source: source, place: place}
    shown = bare(" ".join(read(done.pdf)))
    assert bare(source) in shown
    assert bare(place) in shown


def test_an_address_elsewhere_is_text(full: Plan, prints: dict[str, Any]) -> None:
    address = "https://nordhaven.example"
    plan = full.replace(client=full.client.replace(name=address), manager=address)
    assert links(print_plan(plan, **prints).pdf) == []
