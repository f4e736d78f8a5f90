from __future__ import annotations

import json
from datetime import date

import pytest

from clientplan.export.exporting import Format, export
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition

TODAY = date(2026, 9, 15)


@pytest.mark.parametrize("kind", Format)
def test_a_file_is_named_for_its_edition(small_plan: Plan, kind: Format) -> None:
    assert export("p", small_plan, kind, Edition.CLIENT, TODAY).name == f"p.{kind}"
    assert export("p", small_plan, kind, Edition.INTERNAL, TODAY).name == f"p-internal.{kind}"


def test_yaml_is_a_plan_file_of_its_edition(sample_plan: Plan, edition: Edition) -> None:
    content = export("p", sample_plan, Format.YAML, edition, TODAY).content
    assert read(content) == sample_plan.edition(edition)
    assert content.startswith(b"# yaml-language-server: $schema=")
    assert (b"# INTERNAL: not for the client" in content) is (edition is Edition.INTERNAL)


def test_json_has_the_plan_and_says_which_edition_it_is(sample_plan: Plan, edition: Edition) -> None:
    found = json.loads(export("p", sample_plan, Format.JSON, edition, TODAY).content)
    assert found["edition"] == edition
    assert Plan.model_validate_json(json.dumps(found["plan"])) == sample_plan.edition(edition)
