from __future__ import annotations

import pytest

from clientplan.render.collation import collation_key


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("en-GB", ["Äbel", "Abend", "Anders", "Ångström", "émile", "Zeta"]),
        ("de-DE", ["Mohn", "Möhrlin", "Moser", "Öztürk", "Strasse", "Straße", "Zeta"]),
        ("es-ES", ["Nube", "nunca", "Ñandú", "Oro"]),
        ("fr-FR", ["Ñandú", "Nube", "nunca", "Oro"]),
        ("sv_SE", ["Anders", "Zeta", "Åberg", "Äbel", "Öberg"]),
        ("da-DK", ["Zeta", "Ærø", "Øre", "Åberg"]),
        ("ar", ["أحمد", "بدر", "زيد"]),
    ],
)
def test_names_stand_where_readers_look_for_them(locale: str, names: list[str]) -> None:
    shuffled = [*names[2:], *names[:2]]
    assert sorted(shuffled, key=lambda name: collation_key(name, locale)) == names


def test_signs_and_capitals_decide_nothing_and_the_order_is_one_all_the_same() -> None:
    names = ["“Alpha” Ltd", "alpha, beta", "Alpha-Gamma"]
    assert sorted(names, key=lambda name: collation_key(name, "en")) == ["alpha, beta", "“Alpha” Ltd", "Alpha-Gamma"]
    for given in (["eté", "été"], ["été", "eté"]):
        assert sorted(given, key=lambda name: collation_key(name, "fr")) == ["eté", "été"]
