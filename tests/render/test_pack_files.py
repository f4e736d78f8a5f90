"""Which files of a pack count, and how much of them is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientplan.errors import RenderRefused
from clientplan.render import pack_files
from clientplan.render.pack import load

SETTINGS = 'title = "Mine"\npages = 1\npaper = ["A4"]\nstyles = ["shared/base.css"]\nsections = ["actions"]\n'


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    write(folder, "mine/pack.toml", SETTINGS)
    return folder


def write(folder: Path, name: str, content: str | bytes = "x") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def files(folder: Path) -> set[str]:
    return set(load("mine", [folder]).files or {})


@pytest.mark.parametrize(
    ("name", "foreign"),
    [
        ("mine/plan.html.j2", True),
        ("mine/style.css", True),
        ("mine/map.png", True),
        ("mine/own.ttf", True),
        ("shared/head.html.j2", True),
        ("mine/README.md", False),
        ("mine/.hidden.css", True),
        ("two-page/style.css", False),
        ("other/plan.html.j2", False),
    ],
)
def test_a_pack_is_foreign_where_it_uses_a_file_that_is_not_ours(packs: Path, name: str, *, foreign: bool) -> None:
    assert load("mine", [packs]).foreign is False
    write(packs, name)
    assert load("mine", [packs]).foreign is foreign


def test_a_style_of_another_folder_is_used_as_well(packs: Path) -> None:
    write(packs, "mine/pack.toml", SETTINGS.replace("shared/base.css", "looks/style.css"))
    write(packs, "looks/style.css")
    assert load("mine", [packs]).foreign


def test_what_it_may_use(packs: Path) -> None:
    for name in ("mine/a.png", "mine/b.JPG", "mine/c.otf", "mine/d.svg", "mine/e.py", "mine/f.txt", "shared/g.png"):
        write(packs, name)
    for name in ("other/h.html.j2", "other/i.png", ".git/j.css", "mine/__pycache__/k.css"):
        write(packs, name)
    theirs = {name for name in files(packs) if name not in files_of_ours()}
    assert theirs == {"mine/a.png", "mine/b.JPG", "mine/c.otf", "shared/g.png", "other/h.html.j2"}
    assert "shared/document.html.j2" in files(packs)


def files_of_ours() -> set[str]:
    from clientplan import paths

    return {path.relative_to(paths.templates()).as_posix() for path in paths.templates().rglob("*") if path.is_file()}


def test_the_first_folder_wins(packs: Path, tmp_path: Path) -> None:
    write(packs, "shared/base.css", "first")
    write(tmp_path / "later", "shared/base.css", "later")
    pack = load("mine", [packs, tmp_path / "later"])
    assert pack.style("shared/base.css") == "first"


def test_no_link_leads_out(packs: Path, tmp_path: Path) -> None:
    write(tmp_path, "secret.html.j2", "a secret")
    write(tmp_path, "away/secret.css", "a secret")
    (packs / "mine" / "link.html.j2").symlink_to(tmp_path / "secret.html.j2")
    (packs / "mine" / "away").symlink_to(tmp_path / "away")
    write(packs, "mine/style.css")
    assert {name for name in files(packs) if name.startswith("mine/")} == {"mine/style.css"}


def test_a_missing_style_of_a_foreign_pack_is_named(packs: Path) -> None:
    write(packs, "mine/style.css")
    with pytest.raises(RenderRefused, match=r"The file mine/gone\.css is missing from .*mine/pack\.toml names it"):
        load("mine", [packs]).style("mine/gone.css")


def test_a_style_that_is_no_text(packs: Path) -> None:
    write(packs, "shared/base.css", b"\xff\xfe")
    with pytest.raises(RenderRefused, match=r"shared/base\.css can't be read: "):
        load("mine", [packs]).style("shared/base.css")


@pytest.mark.parametrize(("name", "limit"), [("mine/style.css", "MOST_CODE"), ("mine/map.png", "MOST_ASSET")])
def test_a_file_that_is_too_large(packs: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: str) -> None:
    write(packs, name, "x" * 60_001)
    monkeypatch.setattr(pack_files, limit, 60_000)
    with pytest.raises(
        RenderRefused, match=r"is too large: 60,001 bytes, and at most 60,000 are read\. Make it smaller"
    ):
        files(packs)


@pytest.mark.parametrize(("limit", "most"), [("MOST_FILES", 20), ("MOST_IN_ALL", 50_000)])
def test_too_much_in_all(packs: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    for number in range(21):
        write(packs, f"mine/{number}.png", "x" * 3_000)
    monkeypatch.setattr(pack_files, limit, most)
    with pytest.raises(RenderRefused, match="templates and what they use may take up to"):
        files(packs)


def test_a_digest_knows_names_and_contents() -> None:
    css = {".css"}
    one = pack_files.digest({"a.css": b"b", "c.png": b"d"}, css)
    assert one == pack_files.digest({"c.png": b"e", "a.css": b"b"}, css)
    assert one != pack_files.digest({"a.css": b"c"}, css)
    assert one != pack_files.digest({"b.css": b"b"}, css)
