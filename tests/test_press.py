"""What is printed and what is refused, and what a print is said to be like."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from clientplan import checks
from clientplan.briefing import Briefing
from clientplan.checks.figures import Leak, Long, Print
from clientplan.errors import DoesNotFit, ErrorsStand, RenderRefused, TextLost
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.press import examine, press
from clientplan.render import ahead
from clientplan.render.pack import load
from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"
STYLE = load("two-page").style("two-page/style.css")
SMALL = "html, .compact, .roomy { font-size: 7pt } .small, .note, td { font-size: 7pt !important }"
INTERNAL = "Believes what he has timed"  # the plan's note on Paul Sefton


@pytest.fixture
def plan(sample_workspace: Workspace) -> Plan:
    return sample_workspace.store.load(NAME).plan


def override(workspace: Workspace, name: str, text: str) -> None:
    path = workspace.templates / "two-page" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def leak(workspace: Workspace, markup: str) -> None:
    block = f"{{% block head %}}{markup}{{{{ super() }}}}{{% endblock %}}"
    override(workspace, "plan.html.j2", f'{{% extends "shared/document.html.j2" %}}{block}')


def too_long(plan: Plan) -> Plan:
    return plan.replace(actions=tuple(one.replace(done_when="in writing " * 150) for one in plan.actions))


def findings(workspace: Workspace, plan: Plan, edition: Edition) -> list[str]:
    prints = [examine(workspace, NAME, plan, edition)]
    return [str(found) for found in Briefing(workspace).report(NAME, plan, prints=prints).findings]


@pytest.mark.parametrize("edition", Edition)
def test_a_finished_plan_is_printed_and_nothing_is_found(
    sample_workspace: Workspace, plan: Plan, edition: Edition
) -> None:
    done = press(sample_workspace, NAME, plan, edition=edition)
    assert (done.findings, done.draft) == ((), False)
    assert done.path.read_bytes() == done.pdf


@pytest.mark.parametrize("edition", Edition)
def test_a_print_is_examined_and_nothing_is_written(sample_workspace: Workspace, plan: Plan, edition: Edition) -> None:
    found = examine(sample_workspace, NAME, plan, edition)
    assert (found.edition, found.budget, found.over, found.lost, found.leaks) == (edition, 2, 0, (), ())
    assert found.pages <= 2
    assert found.type_size is not None
    assert found.margin is not None
    assert list(sample_workspace.output.iterdir()) == []
    assert findings(sample_workspace, plan, edition) == []


@pytest.mark.parametrize(
    ("markup", "where"),
    [
        (f"<p style='color: white'>{INTERNAL}</p>", "page 1"),
        (f"<meta name='keywords' content='{INTERNAL}'>", "the document's keywords"),
        (f"<p><a href='https://example.com/?q={INTERNAL}'>.</a></p>", "inside the file"),
    ],
)
def test_a_pack_that_leaks_is_refused_for_the_client(
    sample_workspace: Workspace, plan: Plan, markup: str, where: str
) -> None:
    leak(sample_workspace, markup)
    with pytest.raises(RenderRefused) as refused:
        press(sample_workspace, NAME, plan)
    assert "CP901 Paul Sefton, note: is ours alone, and stands in the client edition: " + where in str(refused.value)
    assert "Believes" not in str(refused.value)
    assert list(sample_workspace.output.iterdir()) == []
    assert not press(sample_workspace, NAME, plan, edition=Edition.INTERNAL).draft
    assert [leak.path for leak in examine(sample_workspace, NAME, plan).leaks] == [("people", 1, "note")]


def test_a_leak_that_was_agreed_to_is_printed(sample_workspace: Workspace, plan: Plan) -> None:
    leak(sample_workspace, f"<p>{INTERNAL}</p>")
    plan = plan.replace(checks_off={"CP901": "he has read it, and laughed"})
    assert press(sample_workspace, NAME, plan).path.is_file()


def test_the_phase_in_the_name_of_the_file(sample_workspace: Workspace, plan: Plan) -> None:
    found = examine(sample_workspace, "harrow-build-2026", plan)
    assert found.leaks == (Leak(("phase",), "file"),)
    with pytest.raises(RenderRefused, match="CP901 phase: is ours alone, and the name of the client's file gives it"):
        press(sample_workspace, "harrow-build-2026", plan)


def test_a_page_that_was_shrunk_is_refused_and_its_draft_marked(sample_workspace: Workspace, plan: Plan) -> None:
    override(sample_workspace, "style.css", STYLE + SMALL)
    with pytest.raises(RenderRefused, match="CP104 the client edition is set in 7 pt"):
        press(sample_workspace, NAME, plan)
    done = press(sample_workspace, NAME, plan, edition=Edition.INTERNAL)
    assert done.draft
    assert [finding.code for finding in done.findings] == ["CP104"]
    assert "Draft" in _text(done.pdf)


def _text(pdf: bytes) -> str:
    from clientplan.render.completeness import read

    return " ".join(read(pdf))


@pytest.mark.parametrize("edition", Edition)
def test_a_plan_that_is_too_long_is_refused_by_its_code_with_what_to_cut(
    sample_workspace: Workspace, plan: Plan, edition: Edition
) -> None:
    with pytest.raises(DoesNotFit) as refused:
        press(sample_workspace, NAME, too_long(plan), edition=edition)
    head, first, *_ = str(refused.value).splitlines()
    pages = refused.value.pages
    assert pages > 2
    start = f"{NAME}: CP101 Harrow & Finch needs {pages} pages, and the page budget is 2: about "
    assert head.startswith(start)
    assert first.startswith("  actions: ")
    found = examine(sample_workspace, NAME, too_long(plan), edition)
    assert (found.pages, found.budget, found.type_size) == (pages, 2, None)
    assert found.over == refused.value.over > 0
    assert found.longest[0] == Long("actions", *refused.value.longest[0][1:])
    (only,) = [line for line in findings(sample_workspace, too_long(plan), edition) if line.startswith("CP101")]
    assert f"the {edition} edition needs {pages} pages" in only
    assert "Longest, in lines: actions " in only


def test_lost_text_is_refused_by_its_code_and_examined_as_a_fact(sample_workspace: Workspace, plan: Plan) -> None:
    override(sample_workspace, "style.css", STYLE + ".people { display: none }")
    with pytest.raises(TextLost, match=f"{NAME}: CP102 The pack two-page lost text of the plan"):
        press(sample_workspace, NAME, plan)
    found = examine(sample_workspace, NAME, plan)
    assert found == Print(Edition.CLIENT, found.pages, 2, lost=found.lost)
    assert "people[4].role" in found.lost
    (only,) = findings(sample_workspace, plan, Edition.CLIENT)
    assert only.startswith("CP102 error the client edition loses text on its way to the page: “Ruth Adeyemi” (")


def test_a_template_with_a_mistake_is_still_refused(sample_workspace: Workspace, plan: Plan) -> None:
    override(sample_workspace, "plan.html.j2", "{{ nothing }}")
    with pytest.raises(RenderRefused, match="Mend the template"):
        examine(sample_workspace, NAME, plan)


def test_an_internal_text_in_a_shared_field_is_refused_before_anything_is_printed(
    sample_workspace: Workspace, plan: Plan
) -> None:
    action = plan.actions[4].replace(what="Train him: believes what he has timed")
    leaky = plan.replace(actions=(*plan.actions[:4], action, *plan.actions[5:]))
    with pytest.raises(
        RenderRefused, match=r"CP901 action a5: the client can read here what is internal in people\[2\]\.note: “Bel"
    ):
        press(sample_workspace, NAME, leaky)


def test_the_checks_are_asked_about_the_print_as_well(
    sample_workspace: Workspace, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Print, ...]] = []
    report = checks.report

    def ask(*given: object, **named: object) -> object:
        asked.append(named["figures"].prints)  # type: ignore[attr-defined]  # Figures
        return report(*given, **named)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(checks, "report", ask)
    press(sample_workspace, NAME, plan)
    assert [len(prints) for prints in asked] == [0, 1]


def test_the_logo_of_the_settings_stands_in_the_head(sample_workspace: Workspace, plan: Plan) -> None:
    plain = press(sample_workspace, NAME, plan)
    done = press(branded(sample_workspace, png()), NAME, plan)
    assert len(done.pdf) > len(plain.pdf)
    (running,) = re.findall(rb"/Width (\d+)", done.pdf)
    assert running == b"300"
    assert re.findall(rb"/Width (\d+)", plain.pdf) == []


@pytest.mark.parametrize("content", [None, b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_logo_that_cannot_be_printed_leaves_the_older_print(
    sample_workspace: Workspace, plan: Plan, content: bytes | None
) -> None:
    before = press(sample_workspace, NAME, plan)
    with pytest.raises(RenderRefused, match=rf"{NAME}: brand logo “logo\.png”: (?s:.*)is an older print$"):
        press(branded(sample_workspace, content), NAME, plan)
    assert before.path.read_bytes() == before.pdf


def branded(workspace: Workspace, logo: bytes | None) -> Workspace:
    settings = workspace.folder / "clientplan.toml"
    text = settings.read_text(encoding="utf-8")
    assert "[brand]\n" in text
    settings.write_text(text.replace("[brand]\n", '[brand]\nlogo = "logo.png"\n'), encoding="utf-8")
    if logo is not None:
        (workspace.brand / "logo.png").write_bytes(logo)
    return Workspace.open(workspace.folder)


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 100), "#804020").save(out, "PNG")
    return out.getvalue()


def test_an_older_print_is_told(sample_workspace: Workspace, plan: Plan, tmp_path: Path) -> None:
    press(sample_workspace, NAME, plan, out=tmp_path)
    with pytest.raises(DoesNotFit, match=r"\.pdf is an older print$"):
        press(sample_workspace, NAME, too_long(plan), out=tmp_path)


def test_a_process_that_waits_begins_before_the_checks(
    sample_workspace: Workspace, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    ask, typeset, report = ahead.Ahead.ask, ahead.Ahead.typeset, Briefing.report
    monkeypatch.setattr(ahead.Ahead, "ask", lambda *of: [seen.append("begun"), ask(*of)][1])
    monkeypatch.setattr(ahead.Ahead, "typeset", lambda *of: [seen.append("wanted"), typeset(*of)][1])
    monkeypatch.setattr(Briefing, "report", lambda *of, **named: [seen.append("checked"), report(*of, **named)][1])
    ahead.begin()
    there = press(sample_workspace, NAME, plan).pdf
    assert seen == ["begun", "checked", "wanted", "checked"]
    ahead.end()
    assert press(sample_workspace, NAME, plan).pdf == there
    assert seen[4:] == ["checked", "checked"]


def test_it_refuses_what_is_wrong_with_the_plan_before_what_is_wrong_with_the_page(
    sample_workspace: Workspace, plan: Plan
) -> None:
    ahead.begin()
    wrong = plan.replace(actions=(plan.actions[0].replace(objective="o99"), *plan.actions[1:]))
    with pytest.raises(ErrorsStand):
        press(sample_workspace, NAME, wrong, pack="no-such-pack")
    with pytest.raises(RenderRefused, match="no-such-pack"):
        press(sample_workspace, NAME, plan, pack="no-such-pack")
