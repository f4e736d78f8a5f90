from __future__ import annotations

import platform
from typing import Any

import pytest

from clientplan.plan.plan import Plan
from clientplan.render.glyphs import missing, sentences

INSTALL = "To install a font that has it: apt-get install"
REMEDY = "write it in Latin letters"
LINE = '.notdef glyph rendered for Unicode string unsupported by fonts: "{}" (U+{:04X})'


@pytest.fixture(autouse=True)
def _no_fonts(folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")


def test_characters_are_taken_out_of_the_log() -> None:
    lines = [LINE.format(sign, ord(sign)) for sign in "中🎉中"]
    assert missing([*lines, "Ignored `colour: red`"]) == ({"中", "🎉"}, ["Ignored `colour: red`"])


def test_each_field_is_named_with_its_characters(full: Plan) -> None:
    objectives = tuple(one.replace(words="中文") if one.id == "o2" else one for one in full.objectives)
    plan = full.replace(objectives=objectives, people=(full.people[0].replace(note="🎉"),))
    words, note = sentences(plan, {"中", "文", "🎉"})
    assert words == (
        "objectives[o2].words: the page's fonts have no “中” (U+4E2D), “文” (U+6587). "
        f"{INSTALL} fonts-noto-cjk. Or {REMEDY}"
    )
    assert note == (
        "people[1].note: the page's fonts have no “🎉” (U+1F389). "
        f"{INSTALL} fonts-noto-color-emoji. Or leave it out, or say it in words"
    )


def test_a_character_that_is_not_the_plans_is_the_packs(full: Plan) -> None:
    assert sentences(full, {"中"}) == [
        f"the brand or the template: the page's fonts have no “中” (U+4E2D). {INSTALL} fonts-noto-cjk. Or {REMEDY}"
    ]


def test_what_no_font_would_have_is_left_out(full: Plan) -> None:
    (sentence,) = sentences(full.replace(phase_reason="\ue000"), {"\ue000"})
    assert sentence == "phase_reason: the page's fonts have no “\ue000” (U+E000). Leave it out, or say it in words"


def test_two_kinds_of_characters_have_two_packages(full: Plan) -> None:
    (sentence,) = sentences(full.replace(phase_reason="中🎉ש"), set("中🎉ש"))
    assert f"{INSTALL} fonts-noto-core, apt-get install fonts-noto-cjk, apt-get install fonts-noto-color-em" in sentence


def test_a_name_has_a_way_out(full: Plan) -> None:
    plan = full.replace(client=full.client.replace(name="王氏"))
    (sentence,) = sentences(plan, {"王", "氏"})
    assert sentence.startswith("client.name: the page's fonts have no “氏” (U+6C0F), “王” (U+738B). ")
    assert sentence.endswith(f"{REMEDY}, for instance the name the client uses in English")


def test_a_field_in_another_alphabet_is_one_sentence(full: Plan) -> None:
    (sentence,) = sentences(full.replace(phase_reason="漢字仮名交じり文"), set("漢字仮名交じり文"))
    assert sentence.count("U+") == 5
    assert "and 3 more" in sentence
