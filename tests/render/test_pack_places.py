"""Packs of other packages: found by their entry point, and never run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clientplan.errors import RenderRefused
from clientplan.render import pack_places
from clientplan.render.pack import load, names

SETTINGS = 'title = "Theirs"\npages = 1\npaper = ["A4"]\nstyles = ["shared/base.css"]\nsections = ["actions"]\n'
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a package with packs among those that are installed, as an installer would."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)

    def put(package: str, *packs: str, says: str | None = None) -> None:
        folder = site.joinpath(*package.split("."))
        for name in packs:
            (folder / name).mkdir(parents=True)
            (folder / name / "pack.toml").write_text(SETTINGS, encoding="utf-8")
            (folder / name / "plan.html.j2").write_text("<p>theirs</p>", encoding="utf-8")
        top = site / package.partition(".")[0]
        top.mkdir(exist_ok=True)
        (top / "__init__.py").write_text("raise RuntimeError('it was run')", encoding="utf-8")
        information = site / f"{package.partition('.')[0]}-1.0.dist-info"
        information.mkdir()
        (information / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {package.partition('.')[0]}\nVersion: 1.0\n"
        )
        (information / "entry_points.txt").write_text(f"[clientplan.packs]\npacks = {says or package}\n")

    pack_places.others.cache_clear()
    yield put
    pack_places.others.cache_clear()
    assert not {"theirs", "others"} & set(sys.modules)


@pytest.mark.parametrize("package", ["theirs", "theirs.inner.packs"])
def test_a_pack_of_another_package(install: Install, package: str) -> None:
    install(package, "board", "letter")
    assert {"board", "letter", "two-page"} <= set(names())
    pack = load("board")
    assert pack.settings.title == "Theirs"
    assert pack.foreign
    assert (pack.files or {})["board/plan.html.j2"] == b"<p>theirs</p>"


def test_the_users_own_comes_first(install: Install, tmp_path: Path) -> None:
    install("theirs", "board")
    mine = tmp_path / "mine" / "board"
    mine.mkdir(parents=True)
    (mine / "pack.toml").write_text(SETTINGS.replace("Theirs", "Mine"), encoding="utf-8")
    assert load("board", [mine.parent]).settings.title == "Mine"


def test_a_name_of_ours_is_not_given_away(install: Install) -> None:
    install("theirs", "two-page", "board")
    assert not load("two-page").foreign
    assert load("two-page").settings.title != "Theirs"
    assert pack_places.others()[1] == (
        "The pack two-page of theirs 1.0 isn't used: Client Plan itself has one of that name",
    )


def test_of_two_packages_the_first_by_name_has_it(install: Install) -> None:
    install("theirs", "board")
    install("others", "board")
    assert pack_places.others()[0]["board"].owner == "others 1.0"
    assert pack_places.others()[1] == ("The pack board of theirs 1.0 isn't used: others 1.0 has one of that name",)


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ("gone", "there is no package gone with a folder of its own"),
        ("theirs.gone", "there is no package theirs.gone with a folder of its own"),
        ("theirs:packs", "the entry point theirs:packs names more than a package"),
        ("theirs.empty", "there is no package theirs.empty with a folder of its own"),
        ("json", "holds no folder with a pack.toml"),
    ],
)
def test_a_package_that_says_something_else_is_told_and_breaks_nothing(install: Install, says: str, why: str) -> None:
    install("theirs", "board", says=says)
    (sentence,) = pack_places.others()[1]
    assert sentence.startswith("The packs of theirs 1.0 can't be used: ")
    assert why in sentence
    assert names() == pack_places.shipped()


def test_a_refusal_says_why_the_pack_is_not_there(install: Install) -> None:
    install("theirs", "board", says="gone.board")
    with pytest.raises(
        RenderRefused, match=r"There is no template pack “board”\. (?s:.*)The packs of theirs 1\.0 can't"
    ):
        load("board")


@pytest.mark.parametrize("name", ["a", "two-page", "A_1", "x" * 40])
def test_a_name(name: str) -> None:
    assert pack_places.is_name(name)


@pytest.mark.parametrize("name", ["", "-a", "../a", "a/b", "a.b", "a b", "x" * 41, "ä", "a\n"])
def test_what_is_no_name(name: str) -> None:
    assert not pack_places.is_name(name)
