from __future__ import annotations

from clientplan.plan.plan import Plan
from clientplan.render.glyphs import missing, sentences

REMEDY = "They cover Latin, Greek and Cyrillic: write it in Latin letters"
LINE = '.notdef glyph rendered for Unicode string unsupported by fonts: "{}" (U+{:04X})'


def test_characters_are_taken_out_of_the_log() -> None:
    lines = [LINE.format(sign, ord(sign)) for sign in "中🎉中"]
    assert missing([*lines, "Ignored `colour: red`"]) == ({"中", "🎉"}, ["Ignored `colour: red`"])


def test_each_field_is_named_with_its_characters(full: Plan) -> None:
    objectives = tuple(one.replace(words="中文") if one.id == "o2" else one for one in full.objectives)
    plan = full.replace(objectives=objectives, people=(full.people[0].replace(note="🎉"),))
    assert sentences(plan, {"中", "文", "🎉"}) == [
        f"objectives[o2].words: the page's fonts have no “中” (U+4E2D), “文” (U+6587). {REMEDY}",
        "people[1].note: the page's fonts have no “🎉” (U+1F389). Leave it out, or say it in words",
    ]


def test_a_character_that_is_not_the_plans_is_the_packs(full: Plan) -> None:
    assert sentences(full, {"中"}) == [f"the brand or the template: the page's fonts have no “中” (U+4E2D). {REMEDY}"]


def test_a_name_has_a_way_out(full: Plan) -> None:
    plan = full.replace(client=full.client.replace(name="王氏"))
    (sentence,) = sentences(plan, {"王", "氏"})
    assert sentence.startswith("client.name: the page's fonts have no “氏” (U+6C0F), “王” (U+738B). ")
    assert sentence.endswith(f"{REMEDY}, for instance the name the client uses in English")


def test_a_field_in_another_alphabet_is_one_sentence(full: Plan) -> None:
    (sentence,) = sentences(full.replace(phase_reason="漢字仮名交じり文"), set("漢字仮名交じり文"))
    assert sentence.count("U+") == 5
    assert "and 3 more" in sentence
