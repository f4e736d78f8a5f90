"""Plans with a canary in every internal field: none sings in any export of the client edition."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from types import ModuleType

from hypothesis import HealthCheck, Phase, given, settings

from clientplan.export.exporting import Format, export
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition

FEW = settings(
    max_examples=150,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


# A calendar has only what is open and has a day, which few of the plans hold.
IN_THE_CALENDAR = Action(id="a99", what="steel", due=date(2026, 10, 2), note="Kanarienvogel 99")


def everything(content: bytes) -> str:
    """All text of a file, and of the files packed into it; long lines of a calendar are put together again."""
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return " ".join([*packed.namelist(), *(packed.read(name).decode() for name in packed.namelist())])
    return re.sub(r"\r\n ", "", content.decode())


def test_no_canary_sings_in_the_client_edition(canaries: ModuleType) -> None:
    heard = dict.fromkeys(Format, 0)
    tried = 0

    @FEW
    @given(canaries.planted)
    def none_sings(plan: Plan) -> None:
        nonlocal tried
        tried += 1
        plan = plan.replace(actions=(*plan.actions, IN_THE_CALENDAR))
        for kind in Format:
            ours = export("nordhaven-2026", plan, kind, Edition.INTERNAL, canaries.TODAY)
            theirs = export("nordhaven-2026", plan, kind, Edition.CLIENT, canaries.TODAY)
            heard[kind] += canaries.sings(everything(ours.content))
            assert not canaries.sings(everything(theirs.content))
            assert not canaries.sings(" ".join(theirs.left_out))
            assert "internal" not in everything(theirs.content).lower()

    none_sings()
    assert tried >= 150
    assert heard == dict.fromkeys(Format, tried)  # in ours they sing
