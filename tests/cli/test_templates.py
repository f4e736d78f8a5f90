from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from clientplan import paths
from clientplan.render.pack_places import shipped
from clientplan.workspace import Workspace

PLAN = "confiserie-aubrelle-2026-04"


@pytest.fixture
def inside(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(sample_workspace.folder)
    return sample_workspace


class TestList:
    def test_outside_a_workspace_our_packs_are_there(self, clientplan, tmp_path: Path, monkeypatch) -> None:
        monkeypatch.chdir(tmp_path)
        done = clientplan("templates", "list", "--json")
        packs = {pack["name"]: pack for pack in json.loads(done.out)["packs"]}
        assert (done.status, set(packs)) == (0, set(shipped()))
        two_page = packs["two-page"]
        assert (two_page["pages"], two_page["paper"], two_page["from"]) == (2, ["A4", "Letter"], "clientplan")
        assert Path(two_page["sample"]) == paths.templates() / "two-page" / "sample.png"

    def test_what_is_the_users_is_told(self, clientplan, inside: Workspace) -> None:
        assert clientplan("templates", "copy", "two-page", "board").status == 0
        assert clientplan("templates", "copy", "two-page", "--file", "style.css").status == 0
        packs = {pack["name"]: pack for pack in json.loads(clientplan("templates", "list", "--json").out)["packs"]}
        assert (packs["board"]["from"], packs["board"]["replaced"], packs["board"]["sample"]) == ("workspace", [], None)
        assert packs["two-page"]["replaced"] == ["two-page/style.css"]
        told = clientplan("templates", "list").out
        assert re.match(
            r"board +Plan on one or two pages: up to 2 pages, A4 or Letter, for all phases\n"
            r"( +- .*\n)* +from this workspace\n",
            told,
        )
        assert "  from Client Plan, with your two-page/style.css\n" in told

    def test_a_broken_pack_is_a_sentence_and_hides_no_other(self, clientplan, inside: Workspace) -> None:
        for name in ("bad", "my pack"):
            (inside.templates / name).mkdir()
            (inside.templates / name / "pack.toml").write_text("title = ")
        done = clientplan("templates", "list")
        assert done.status == 1
        assert "two-page" in done.out
        assert "The pack bad can't be used: bad/pack.toml: this isn't TOML" in done.err
        assert "my pack can't be used: the name of a pack has" in done.err


class TestCopy:
    def test_what_to_do_next_is_said(self, clientplan, inside: Workspace) -> None:
        done = clientplan("templates", "copy", "two-page", "--file", "style.css")
        assert done.status == 0
        assert str(inside.templates / "two-page" / "style.css") in done.out
        assert done.out.endswith("clientplan templates preview two-page\n")

    @pytest.mark.parametrize("option", [("--file", "style.css"), ("board",)])
    def test_nothing_is_overwritten(self, clientplan, inside: Workspace, option: tuple[str, ...]) -> None:
        assert clientplan("templates", "copy", "two-page", *option).status == 0
        mine = next(inside.templates.rglob("style.css"))
        mine.write_text("mine")
        done = clientplan("templates", "copy", "two-page", *option)
        assert done.status == 1
        assert "already" in done.err
        assert mine.read_text() == "mine"

    def test_files_of_a_folder_that_is_no_pack_yet_stay(self, clientplan, inside: Workspace) -> None:
        (inside.templates / "board").mkdir()
        (inside.templates / "board" / "style.css").write_text("mine")
        done = clientplan("templates", "copy", "two-page", "board")
        assert done.status == 1
        assert "nothing is overwritten" in done.err
        assert [path.name for path in (inside.templates / "board").iterdir()] == ["style.css"]

    @pytest.mark.parametrize("option", [(), ("board", "--file", "style.css")])
    def test_called_wrongly(self, clientplan, inside: Workspace, option: tuple[str, ...]) -> None:
        assert clientplan("templates", "copy", "two-page", *option).status == 2

    def test_outside_a_workspace(self, clientplan, tmp_path: Path, monkeypatch) -> None:
        monkeypatch.chdir(tmp_path)
        done = clientplan("templates", "copy", "two-page", "board")
        assert done.status == 1
        assert "isn't inside a workspace" in done.err


class TestPreview:
    @pytest.mark.parametrize(("edition", "ending"), [("client", ""), ("internal", "-internal")])
    def test_an_invented_plan_as_pdf_and_pictures(
        self, clientplan, inside: Workspace, edition: str, ending: str
    ) -> None:
        folder = inside.output / "preview"
        folder.mkdir()
        (folder / f"two-page{ending}-7.png").write_text("of an earlier, longer print")
        (folder / "mine-7.png").write_text("mine")
        done = clientplan("templates", "preview", "two-page", "--edition", edition)
        assert done.status == 0, done.err
        told = [Path(line) for line in done.out.splitlines()]
        assert [path.name for path in told] == [f"two-page{ending}{end}" for end in (".pdf", "-1.png", "-2.png")]
        assert told[0].read_bytes().startswith(b"%PDF-")
        assert all(path.read_bytes().startswith(b"\x89PNG") for path in told[1:])
        assert set(folder.iterdir()) == {*told, folder / "mine-7.png"}

    def test_a_plan_of_the_workspace_goes_the_way_of_each_print(self, clientplan, inside: Workspace) -> None:
        done = clientplan("templates", "preview", "two-page", "--plan", PLAN)
        assert done.status == 0, done.err
        assert (inside.output / "preview" / f"{PLAN}.pdf").is_file()
        path = inside.store.path(PLAN)
        text = path.read_text(encoding="utf-8").replace("next_review: 2026-10-06", "next_review: 2026-09-06")
        path.write_text(text, encoding="utf-8")
        done = clientplan("templates", "preview", "two-page", "--plan", PLAN, "--out", inside.folder / "x.pdf")
        assert done.status == 1
        assert "CP202" in done.err
        assert not (inside.folder / "x.pdf").exists()

    def test_outside_a_workspace_a_place_is_named(self, clientplan, tmp_path: Path, monkeypatch) -> None:
        monkeypatch.chdir(tmp_path)
        done = clientplan("templates", "preview", "two-page")
        assert done.status == 1
        assert "--out FILE.pdf" in done.err
        done = clientplan("templates", "preview", "two-page", "--paper", "Letter", "--out", tmp_path / "a" / "x.pdf")
        assert done.status == 0
        assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["x-1.png", "x-2.png", "x.pdf"]
        assert clientplan("templates", "preview", "two-page", "--out", "x.png").status == 2

    def test_a_pack_with_a_mistake_is_a_sentence(self, clientplan, inside: Workspace) -> None:
        assert clientplan("templates", "copy", "two-page", "--file", "actions.html.j2").status == 0
        (inside.templates / "two-page" / "actions.html.j2").write_text("{{ nothing }}")
        done = clientplan("templates", "preview", "two-page")
        assert done.status == 1
        assert "template two-page/actions.html.j2, line 1" in done.err
