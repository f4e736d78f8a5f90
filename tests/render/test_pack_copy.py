"""A copy of a pack prints as the pack does, and a copy of a file goes where it stands in for ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientplan.errors import RenderRefused
from clientplan.render.pack import load
from clientplan.render.pack_copy import Copied, one_file, whole
from clientplan.render.pack_places import shipped
from clientplan.specimen import print_specimen


def put(folder: Path, *files: Copied) -> None:
    for one in files:
        (folder / one.name).parent.mkdir(parents=True, exist_ok=True)
        (folder / one.name).write_bytes(one.content)


@pytest.mark.parametrize("name", shipped())
def test_a_copy_under_a_new_name_prints_the_same(name: str, tmp_path: Path) -> None:
    put(tmp_path, *whole(name, "mine", tmp_path))
    copied = load("mine", [tmp_path])
    assert not [style for style in copied.settings.styles if style.startswith(f"{name}/")]
    assert copied.files is not None
    assert [file for file in copied.files if file.startswith("mine/")] != []
    ours, theirs = print_specimen(load(name)), print_specimen(copied)
    assert theirs.html == ours.html
    assert theirs.pdf == ours.pdf


def test_a_copy_of_a_restyled_pack_is_restyled(tmp_path: Path) -> None:
    put(tmp_path, Copied("two-page/style.css", b"h1 { color: #123456 }"))
    files = {one.name: one.content for one in whole("two-page", "mine", tmp_path)}
    assert files["mine/style.css"] == b"h1 { color: #123456 }"
    assert list(files)[-1] == "mine/pack.toml"
    assert "mine/sample.png" not in files


def test_what_a_pack_calls_by_its_own_name_is_called_by_the_new_one(tmp_path: Path) -> None:
    put(
        tmp_path,
        Copied("board/pack.toml", b'title="B"\npages=1\npaper=["A4"]\nstyles=["board/s.css"]\nsections=["actions"]\n'),
        Copied("board/s.css", b"p { color: #000 }"),
        Copied("board/plan.html.j2", b"{% include 'board/a.html.j2' %} dashboard/a {% include 'a/board/b' %}"),
        Copied("board/a.html.j2", b""),
    )
    files = {one.name: one.content for one in whole("board", "mine", tmp_path)}
    assert files["mine/plan.html.j2"] == b"{% include 'mine/a.html.j2' %} dashboard/a {% include 'a/board/b' %}"
    assert b'styles=["mine/s.css"]' in files["mine/pack.toml"]


@pytest.mark.parametrize(
    ("asked", "goes_to", "comes_from"),
    [
        ("style.css", "two-page/style.css", "two-page/style.css"),
        ("two-page/style.css", "two-page/style.css", "two-page/style.css"),
        ("pack.toml", "two-page/pack.toml", "two-page/pack.toml"),
        ("actions.html.j2", "two-page/actions.html.j2", "shared/sections/actions.html.j2"),
        ("shared/sections/actions.html.j2", "two-page/actions.html.j2", "shared/sections/actions.html.j2"),
        ("base.css", "shared/base.css", "shared/base.css"),
        ("shared/head.html.j2", "shared/head.html.j2", "shared/head.html.j2"),
    ],
)
def test_one_file_goes_where_it_stands_in(asked: str, goes_to: str, comes_from: str, tmp_path: Path) -> None:
    from clientplan import paths

    copied = one_file("two-page", asked, tmp_path)
    assert copied == Copied(goes_to, (paths.templates() / comes_from).read_bytes())
    put(tmp_path, copied)
    assert print_specimen(load("two-page", [tmp_path])).pdf == print_specimen(load("two-page")).pdf


@pytest.mark.parametrize("file", ["gone.css", "../clientplan.toml", "../../pyproject.toml", "sample.png", ""])
def test_a_file_that_the_pack_does_not_use(file: str, tmp_path: Path) -> None:
    with pytest.raises(RenderRefused, match=r"Choose one of: pack\.toml, .*style\.css"):
        one_file("two-page", file, tmp_path)


@pytest.mark.parametrize("name", ["two-page", "shared", "my pack", "../out", ""])
def test_a_name_that_is_taken_or_none(name: str, tmp_path: Path) -> None:
    with pytest.raises(RenderRefused, match=r"can't be the name of a pack|There is a pack two-page already"):
        whole("two-page", name, tmp_path)
