"""Packs of other packages: the recipe of docs/templates.md, installed, and packages that are broken or greedy."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from uv import find_uv_bin

from clientplan import paths

DOCS = Path(__file__).parents[2] / "docs"
SETTINGS = """
title = "Plan for the board"
pages = 2
paper = ["A4"]
styles = ["shared/base.css", "two-page/style.css"]
sections = ["purpose", "objectives", "actions", "next_step"]
phases = ["erosion"]
purposes = ["the board"]
"""
CODE = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\nraise SystemExit('the code of a pack ran')\n"
PROGRAM = """
import json, os, sys
from clientplan.errors import ClientPlanError
from clientplan.render import composing
from clientplan.render.pack import load
from clientplan.render.pack_catalogue import catalogue
from clientplan.render.pack_places import others

found = catalogue([])
answer = {
    "packs": {entry.name: [entry.package, entry.own, list(entry.settings.phases)] for entry in found.entries},
    "refused": found.refused,
    "loaded": sorted(name for name in sys.modules if name.partition(".")[0].startswith("acme")),
}
if len(sys.argv) > 1:
    def here(job):
        raise AssertionError("composed in our own process")

    from clientplan.specimen import print_specimen
    composing.compose_here = here
    try:
        pack = load(sys.argv[1])
        printed = print_specimen(pack)
        answer.update(foreign=pack.foreign, pages=printed.pages, pdf=printed.pdf[:5].decode())
    except ClientPlanError as error:
        answer.update(error=str(error))
print(json.dumps(answer))
"""


def installed(
    folder: Path, name: str, packs: dict[str, str], *, value: str | None = None, metadata: bool = True
) -> None:
    """A package as an installer leaves it: `acme`, say, with its packs in a folder each."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    if metadata:
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[clientplan.packs]\nours = {value or name}\n")
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text(CODE)
    for pack, settings in packs.items():
        write(folder / name / pack, settings)


def write(folder: Path, settings: str) -> None:
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(settings)
    (folder / "plan.html.j2").write_text('{% extends "shared/document.html.j2" %}')


def answer(folder: Path, *pack: str) -> dict[str, Any]:
    """What a fresh interpreter says, with what is installed in `folder`."""
    search = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *pack],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": search},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    said: dict[str, Any] = json.loads(run.stdout)
    return said


def nothing_ran(folder: Path, said: dict[str, Any]) -> bool:
    return said["loaded"] == [] and not list(folder.rglob("ran"))


def test_it_is_listed_with_its_owner_and_printed_apart_and_its_code_never_runs(tmp_path: Path) -> None:
    installed(tmp_path, "acme", {"board": SETTINGS})
    said = answer(tmp_path, "board")
    assert said["packs"]["board"] == ["acme 1.0", False, ["erosion"]]
    assert said["packs"]["two-page"][0] is None
    assert said["refused"] == []
    assert (said.get("error"), said["foreign"], said["pdf"]) == (None, True, "%PDF-")
    assert said["pages"] in {1, 2}
    assert nothing_ran(tmp_path, said)


def test_packs_may_lie_in_a_package_inside_a_package(tmp_path: Path) -> None:
    installed(tmp_path, "acme", {}, value="acme.pages")
    (tmp_path / "acme" / "pages").mkdir()
    (tmp_path / "acme" / "pages" / "__init__.py").write_text(CODE)
    write(tmp_path / "acme" / "pages" / "board", SETTINGS)
    said = answer(tmp_path)
    assert said["packs"]["board"][0] == "acme 1.0"
    assert nothing_ran(tmp_path, said)


def test_a_name_of_ours_is_not_given_away_nor_that_of_an_earlier_package(tmp_path: Path) -> None:
    installed(tmp_path, "acme", {"two-page": SETTINGS, "board": SETTINGS})
    installed(tmp_path, "acme2", {"board": SETTINGS, "other": SETTINGS})
    said = answer(tmp_path)
    assert said["packs"]["two-page"] == [None, False, []]
    assert (said["packs"]["board"][0], said["packs"]["other"][0]) == ("acme 1.0", "acme2 1.0")
    assert said["refused"] == [
        "The pack two-page of acme 1.0 isn't used: Client Plan itself has one of that name",
        "The pack board of acme2 1.0 isn't used: acme 1.0 has one of that name",
    ]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("acme_gone", "there is no package acme_gone with a folder of its own"),
        ("acme.gone", "there is no package acme.gone with a folder of its own"),
        ("acme:packs", "the entry point acme:packs names more than a package"),
        ("../../etc", "the entry point ../../etc isn't the name of a package"),
        ("..", "there is no package .. with a folder of its own"),
        ("json", "holds no folder with a pack.toml"),
        ("acme", "holds no folder with a pack.toml"),
    ],
)
def test_a_package_that_names_no_packs_is_refused_and_harms_no_other(tmp_path: Path, value: str, why: str) -> None:
    installed(tmp_path, "acme", {}, value=value)
    installed(tmp_path, "acme_good", {"board": SETTINGS})
    said = answer(tmp_path)
    assert {"board", "two-page"} <= set(said["packs"])
    (sentence,) = said["refused"]
    assert sentence.startswith("The packs of acme 1.0 can't be used: ")
    assert sentence.endswith(f"{why}. Update it, or uninstall it")
    assert nothing_ran(tmp_path, said)


def test_a_pack_that_is_broken_is_refused_and_its_package_s_other_packs_are_used(tmp_path: Path) -> None:
    installed(tmp_path, "acme", {"bad": "title = ", "board": SETTINGS})
    said = answer(tmp_path, "bad")
    assert "board" in said["packs"]
    assert "bad" not in said["packs"]
    (sentence,) = said["refused"]
    assert sentence.startswith("The pack bad of acme 1.0 can't be used: bad/pack.toml: this isn't TOML")
    assert said["error"].startswith("bad/pack.toml: this isn't TOML")


def test_who_asks_for_a_pack_that_is_refused_hears_why(tmp_path: Path) -> None:
    installed(tmp_path, "acme", {}, value="acme.gone")
    said = answer(tmp_path, "acme")
    assert said["error"].startswith("There is no template pack “acme”. Choose one of: ")
    assert "The packs of acme 1.0 can't be used" in said["error"]


def test_an_installation_that_was_left_half_done_is_named_by_what_there_is(tmp_path: Path) -> None:
    installed(tmp_path, "acme", {"board": SETTINGS}, metadata=False)
    assert answer(tmp_path)["packs"]["board"][0] == "acme"


def test_a_template_of_a_package_can_not_reach_the_machine(tmp_path: Path) -> None:
    installed(tmp_path, "acme", {"board": SETTINGS})
    template = tmp_path / "acme" / "board" / "plan.html.j2"
    template.write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    assert "template board/plan.html.j2, line 1" in answer(tmp_path, "board")["error"]
    template.write_text('{% include "../__init__.py" %}')
    assert "The template ../__init__.py is missing" in answer(tmp_path, "board")["error"]


def test_a_picture_of_it_may_come_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, "acme", {"board": SETTINGS})
    sample = tmp_path / "acme" / "board" / "sample.png"
    sample.write_bytes((paths.templates() / "two-page" / "sample.png").read_bytes())
    search = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-c", "from clientplan.cli import main; main()", "templates", "list", "--json"]
    env = {**os.environ, "PYTHONPATH": search}
    run = subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp_path, check=True)
    (board,) = [pack for pack in json.loads(run.stdout)["packs"] if pack["name"] == "board"]
    assert (board["from"], board["package"], board["sample"]) == ("package", "acme 1.0", str(sample))


def test_the_recipe_works_when_it_is_really_installed(tmp_path: Path) -> None:
    text = (DOCS / "templates.md").read_text(encoding="utf-8")
    (project,) = re.findall(r"```toml\n(\[build-system\].*?)```", text, flags=re.DOTALL)
    source, target = tmp_path / "source", tmp_path / "target"
    (source / "acme_pages").mkdir(parents=True)
    (source / "pyproject.toml").write_text(project)
    (source / "acme_pages" / "__init__.py").write_text(CODE)
    write(source / "acme_pages" / "board", SETTINGS)
    options = ("--offline", "--no-cache", "--no-deps", "--no-build-isolation", "--python", sys.executable)
    command = [find_uv_bin(), "pip", "install", *options, "--target", str(target), str(source)]
    subprocess.run(command, capture_output=True, text=True, check=True)
    said = answer(target, "board")
    assert said["packs"]["board"][0] == "acme-pages 1.0"
    assert (said["foreign"], said["pdf"]) == (True, "%PDF-")
    assert nothing_ran(target, said)
