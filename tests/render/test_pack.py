from __future__ import annotations

from pathlib import Path

import pytest

from clientplan import paths
from clientplan.errors import RenderRefused
from clientplan.render.pack import load, names
from clientplan.render.pack_settings import sections
from clientplan.render.view.kinds import Kind

SETTINGS = 'title = "Mine"\npages = 1\npaper = ["A4"]\nstyles = ["two-page/style.css"]\nsections = ["actions"]\n'


def write(folder: Path, name: str, settings: str) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "pack.toml").write_text(settings, encoding="utf-8")


SHIPPED = {"build": 2, "one-page": 1, "recovery": 2, "review": 2, "two-page": 2}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_pack(name: str) -> None:
    settings = load(name).settings
    assert settings.pages == SHIPPED[name]
    assert settings.paper == ("A4", "Letter")
    assert settings.of is Kind.PLAN
    assert settings.purposes
    assert set(settings.optional) < set(settings.sections)
    assert all(load(name).style(style) for style in settings.styles)


def test_each_section_is_printed_by_a_shipped_pack_and_can_be_by_any() -> None:
    plans = [load(name).settings for name in SHIPPED]
    assert {section for settings in plans for section in settings.sections} == set(sections(Kind.PLAN))
    assert {file.name for file in (paths.templates() / "shared" / "sections").iterdir()} == {
        f"{section}.html.j2" for section in sections(Kind.PLAN)
    }


def test_the_packs_for_a_phase_say_so() -> None:
    phases = {name: load(name).settings.phases for name in names()}
    assert {name: found for name, found in phases.items() if found} == {"build": ("build",), "recovery": ("erosion",)}


@pytest.mark.parametrize(("name", "kind", "pages"), [("workshop", Kind.SHEET, 1), ("portfolio", Kind.PORTFOLIO, 2)])
def test_the_shipped_packs_of_other_kinds(name: str, kind: Kind, pages: int) -> None:
    settings = load(name).settings
    assert (settings.of, settings.pages, settings.paper) == (kind, pages, ("A4", "Letter"))
    assert settings.sections == sections(kind)


@pytest.mark.parametrize(("kind", "first"), [("sheet", "intents"), ("portfolio", "aside")])
def test_each_kind_has_sections_of_its_own(tmp_path: Path, kind: str, first: str) -> None:
    write(tmp_path, "mine", SETTINGS + f'of = "{kind}"\n')
    with pytest.raises(RenderRefused, match=f"there is no section actions. Choose from {first}, "):
        load("mine", [tmp_path])


def test_an_unknown_pack_is_refused_with_those_there_are(tmp_path: Path) -> None:
    write(tmp_path, "mine", SETTINGS)
    with pytest.raises(RenderRefused, match=r"There is no template pack “one-pge”\. Choose one of: build, mine, "):
        load("one-pge", [tmp_path])


@pytest.mark.parametrize("name", ["../two-page", "/etc", "", "shared", "two-page/"])
def test_a_name_is_never_a_path(name: str) -> None:
    with pytest.raises(RenderRefused, match="There is no template pack"):
        load(name)


def test_a_pack_of_the_users_own(tmp_path: Path) -> None:
    write(tmp_path, "mine", SETTINGS)
    assert load("mine", [tmp_path]).settings.title == "Mine"
    assert set(names([tmp_path])) == {*names(), "mine"}


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
