from __future__ import annotations

from clientplan.render.custom_properties import resolved


def one(text: str, density: str = "normal", **others: str) -> str:
    return resolved({"mine": text, **others}, density)["mine"]


def test_values_are_put_in() -> None:
    assert one(":root { --gap: 4mm }\np { margin: var(--gap) 0 }") == "\np { margin: 4mm 0 }"


def test_those_of_the_density_come_before_the_others_wherever_they_stand() -> None:
    sheets = ":root.tight { --gap: 2mm }:root { --gap: 4mm; --row: 1mm }p { margin: var(--gap) var(--row) }"
    assert one(sheets, "tight") == "p { margin: 2mm 1mm }"
    assert one(sheets, "snug") == "p { margin: 4mm 1mm }"


def test_a_later_sheet_changes_what_an_earlier_one_says() -> None:
    found = resolved({"ours": ":root { --gap: 4mm }p { margin: var(--gap) }", "mine": ":root { --gap: 3mm }"}, "normal")
    assert found == {"ours": "p { margin: 3mm }", "mine": ""}


def test_a_property_may_name_another() -> None:
    assert one(":root { --a: var(--b); --b: 1pt }p { top: var(--a) }") == "p { top: 1pt }"


def test_a_circle_ends() -> None:
    assert "var(--" in one(":root { --a: var(--b); --b: var(--a) }p { top: var(--a) }")


def test_what_another_rule_sets_too_is_left_to_the_style_engine() -> None:
    text = ":root { --ink: #111; --gap: 4mm }h1 { --ink: #222 }p { color: var(--ink); margin: var(--gap) }"
    assert one(text) == ":root {--ink: #111;}h1 { --ink: #222 }p { color: var(--ink); margin: 4mm }".replace(
        ":root {--ink: #111;}", ":root { --ink: #111; }"
    )


def test_an_unknown_one_is_left_with_its_way_out() -> None:
    assert one("p { color: var(--gone, #333) }") == "p { color: var(--gone, #333) }"


def test_comments_and_texts_are_not_taken_for_rules() -> None:
    text = '/* :root { --gap: 9mm } */:root { --gap: 4mm }p::after { content: "/* var */"; margin: var(--gap) }'
    assert one(text) == 'p::after { content: "/* var */"; margin: 4mm }'


def test_lines_stay_where_they_are() -> None:
    text = "/* one\ntwo */\n:root {\n  --gap: 4mm;\n}\np { margin: var(--gap) }"
    assert one(text).splitlines().index("p { margin: 4mm }") == text.splitlines().index("p { margin: var(--gap) }")
