from __future__ import annotations

from pathlib import Path

import pytest

from clientplan.errors import RenderRefused
from clientplan.render.pack import load, names
from clientplan.render.pack_settings import SECTIONS
from clientplan.render.view.kinds import Kind

SETTINGS = 'title = "Mine"\npages = 1\npaper = ["A4"]\nstyles = ["two-page/style.css"]\nsections = ["actions"]\n'


def write(folder: Path, name: str, settings: str) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "pack.toml").write_text(settings, encoding="utf-8")


def test_the_shipped_pack() -> None:
    pack = load("two-page")
    assert pack.settings.pages == 2
    assert pack.settings.paper == ("A4", "Letter")
    assert pack.settings.of is Kind.PLAN
    assert set(pack.settings.sections) == set(SECTIONS[Kind.PLAN])
    assert all(pack.style(name) for name in pack.settings.styles)


@pytest.mark.parametrize(("name", "kind", "pages"), [("workshop", Kind.SHEET, 1), ("portfolio", Kind.PORTFOLIO, 2)])
def test_the_shipped_packs_of_other_kinds(name: str, kind: Kind, pages: int) -> None:
    settings = load(name).settings
    assert (settings.of, settings.pages, settings.paper) == (kind, pages, ("A4", "Letter"))
    assert settings.sections == SECTIONS[kind]


@pytest.mark.parametrize(("kind", "first"), [("sheet", "intents"), ("portfolio", "aside")])
def test_each_kind_has_sections_of_its_own(tmp_path: Path, kind: str, first: str) -> None:
    write(tmp_path, "mine", SETTINGS + f'of = "{kind}"\n')
    with pytest.raises(RenderRefused, match=f"there is no section actions. Choose from {first}, "):
        load("mine", [tmp_path])


def test_an_unknown_pack_is_refused_with_those_there_are(tmp_path: Path) -> None:
    write(tmp_path, "mine", SETTINGS)
    with pytest.raises(RenderRefused, match=r"There is no template pack “one-pge”\. Choose one of: mine, .*two-page"):
        load("one-pge", [tmp_path])


@pytest.mark.parametrize("name", ["../two-page", "/etc", "", "shared", "two-page/"])
def test_a_name_is_never_a_path(name: str) -> None:
    with pytest.raises(RenderRefused, match="There is no template pack"):
        load(name)


def test_a_pack_of_the_users_own(tmp_path: Path) -> None:
    write(tmp_path, "mine", SETTINGS)
    assert load("mine", [tmp_path]).settings.title == "Mine"
    assert {"mine", "two-page"} <= set(names([tmp_path]))


def test_the_users_file_stands_in_for_ours_and_the_rest_is_ours(tmp_path: Path) -> None:
    write(tmp_path, "two-page", SETTINGS)
    (tmp_path / "two-page" / "style.css").write_text("p { color: #000 }", encoding="utf-8")
    pack = load("two-page", [tmp_path])
    assert pack.settings.sections == ("actions",)
    assert pack.style("two-page/style.css") == "p { color: #000 }"
    assert "running" in pack.style("shared/base.css")


def test_everything_wrong_in_the_settings_is_said_at_once(tmp_path: Path) -> None:
    write(tmp_path, "mine", 'title = "M"\npages = 0\npaper = ["A5"]\nstyles = []\nsections = ["actons"]\nfold = true\n')
    with pytest.raises(RenderRefused, match=r"mine/pack.toml: mend these settings") as refused:
        load("mine", [tmp_path])
    for part in ("pages", "paper", "there is no section actons. Choose from purpose, ", "fold"):
        assert part in str(refused.value)


def test_settings_that_are_not_toml(tmp_path: Path) -> None:
    write(tmp_path, "mine", "title = Mine")
    with pytest.raises(RenderRefused, match=r"mine/pack.toml: this isn't TOML"):
        load("mine", [tmp_path])


@pytest.mark.parametrize("style", ["mine/gone.css", "../secret.css"])
def test_a_style_sheet_that_is_not_in_the_packs(tmp_path: Path, style: str) -> None:
    write(tmp_path / "packs", "mine", SETTINGS)
    (tmp_path / "secret.css").write_text("p { color: #000 }", encoding="utf-8")
    with pytest.raises(RenderRefused, match="is missing from the template packs"):
        load("mine", [tmp_path / "packs"]).style(style)
