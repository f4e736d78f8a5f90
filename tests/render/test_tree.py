from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import fromstring, tostring

import pytest

from clientplan.plan.words import Edition
from clientplan.render.printing import Printed
from clientplan.render.tree import marked, read

PAGE = """<!DOCTYPE html>
<html lang="en" class="wide-ids"><body>
<section data-section="risks"><table><tr data-section="risks" data-item="1"><td>a</td></tr></table></section>
<section data-section="people">b</section>
</body></html>"""


def test_the_density_is_a_class_beside_others() -> None:
    assert marked(read(PAGE, ours=True), "snug").get("class") == "wide-ids snug"
    assert marked(read("<html/>", ours=True), "snug").get("class") == "snug"


def test_a_section_is_taken_away_with_all_that_is_in_it() -> None:
    text = tostring(marked(read(PAGE, ours=True), "snug", {"risks"}), "unicode")
    assert "risks" not in text
    assert ">b<" in text


@pytest.mark.parametrize("ours", [True, False])
def test_both_readers_find_the_same(ours: bool) -> None:
    root = read(PAGE, ours=ours)
    assert [element.get("data-section") for element in root.iter("section")] == ["risks", "people"]


def test_a_character_that_xml_forbids_is_read_all_the_same() -> None:
    assert "a\ufffeb" in "".join(read("<html><body><p>a\ufffeb</p></body></html>", ours=True).itertext())


@pytest.mark.parametrize("name", ["full", "hard", "sparse"])
def test_our_own_templates_write_markup_that_is_well_formed(printed: Callable[..., Printed], name: str) -> None:
    """Else each page would be read ten times slower, and nobody would notice."""
    for edition in Edition:
        fromstring(printed(name, edition).html)  # noqa: S314  # made by our own templates
