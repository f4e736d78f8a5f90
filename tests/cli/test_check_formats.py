"""Each format of `clientplan check`. UPDATE_GOLDEN=1 writes the golden texts anew: read the difference."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from clientplan.checks import Severity, described
from clientplan.checks.finding import Finding, Fix
from clientplan.cli.outputs.checked import Checked, Located
from clientplan.cli.outputs.github import notices
from clientplan.cli.outputs.sarif import as_sarif
from clientplan.workspace import Workspace

GOLDEN = Path(__file__).with_name("golden")
SCHEMA = Draft4Validator(json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text(encoding="utf-8")))
CALL = ("check", "plan.yaml", "broken.yaml", "empty.yaml", "--today", "2026-09-15", "--select", "CP202,CP402,CP403")
PLAN = "confiserie-aubrelle-2026-04"

WHY = " Why they matter: clientplan explain CODE"


@pytest.fixture
def _golden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN)
    monkeypatch.delenv("FORCE_COLOR", raising=False)


@pytest.fixture
def spoilt(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a plan with an error, and with another of a check that is switched off."""
    monkeypatch.chdir(sample_workspace.folder)
    path = sample_workspace.store.path(PLAN)
    text = path.read_text(encoding="utf-8").replace("\nmanager: Ruth Adeyemi\n", "\nmanager:\n")
    text = text.replace("next_review: 2026-10-06", 'next_review: 2026-09-06\nchecks_off: {CP202: "she, too, is: away"}')
    path.write_text(text, encoding="utf-8")
    return path


def one(message: str, *, file: str = "plans/a.yaml", end: tuple[int, int] = (3, 9), reason: str = "") -> Checked:
    finding = Finding("CP402", "objective-not-measurable", Severity.ERROR, ("objectives",), "objectives", message)
    located = Located(finding, (3, 5), end, reason=reason)
    return Checked(file, "a", "", () if reason else (located,), (located,) if reason else ())


@pytest.mark.usefixtures("_golden")
@pytest.mark.parametrize("name", ["full", "lines"])
def test_for_a_person(clientplan, name: str) -> None:
    done = clientplan(*CALL, "--format", name)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(done.out, encoding="utf-8")
    assert done.out == file.read_text(encoding="utf-8")
    assert (done.status, done.err) == (1, f"10 findings in 3 plans: 10 errors.{WHY}\n")


@pytest.mark.usefixtures("_golden")
def test_colours_are_for_a_terminal(clientplan, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in clientplan(*CALL).out
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror[CP202]" in clientplan(*CALL).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in clientplan(*CALL).out


def test_in_the_language_that_was_asked_for(clientplan, spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from clientplan import checks

    asked: list[str] = []
    original = checks.report
    monkeypatch.setattr(
        checks, "report", lambda *plan, **options: (asked.append(options["language"]), original(*plan, **options))[1]
    )
    clientplan("check", PLAN, "--language", "de")
    clientplan("check", PLAN)
    assert asked == ["de", "en"]


class TestJson:
    def test_says_everything(self, clientplan, spoilt: Path) -> None:
        done = clientplan("check", "--json")
        content = json.loads(done.out)
        assert (done.status, done.err) == (1, "")
        assert (content["version"], content["today"], len(content["plans"])) == (1, "2026-09-15", 3)
        (row,) = content["findings"]
        line = spoilt.read_text(encoding="utf-8").split("\n").index("manager:") + 1
        assert {key: row[key] for key in ("code", "name", "severity", "place", "path")} == {
            "code": "CP201",
            "name": "identity-incomplete",
            "severity": "error",
            "place": "manager",
            "path": ["manager"],
        }
        assert [row[key] for key in ("line", "column", "end_line", "end_column")] == [line, 1, line, 8]
        assert row["file"] == f"plans/{PLAN}.yaml"
        (silent,) = content["silenced"]
        assert (silent["code"], silent["reason"]) == ("CP202", "she, too, is: away")

    def test_is_what_format_json_says(self, clientplan, spoilt: Path) -> None:
        assert clientplan("check", "--json").out == clientplan("check", "--format", "json").out

    @pytest.mark.usefixtures("_golden")
    def test_a_fix_and_files_that_are_no_plan(self, clientplan) -> None:
        content = json.loads(clientplan(*CALL, "--json").out)
        assert {"what": "set due to 2026-12-31", "safe": False} in [row["fix"] for row in content["findings"]]
        assert [plan["readable"] for plan in content["plans"]] == [True, False, False]
        (empty,) = (row for row in content["findings"] if row["file"] == "empty.yaml")
        assert (empty["line"], empty["end_line"], empty["fix"]) == (0, 0, None)


class TestSarif:
    @pytest.mark.usefixtures("_golden")
    def test_is_valid(self, clientplan) -> None:
        content = json.loads(clientplan(*CALL, "--format", "sarif").out)
        SCHEMA.validate(content)
        assert len(content["runs"][0]["results"]) == 10

    def test_the_schema_refuses_what_is_wrong(self) -> None:
        content = json.loads(as_sarif([one("No.")]))
        content["runs"][0]["results"][0]["level"] = "fatal"
        assert not SCHEMA.is_valid(content)

    def test_every_check_is_described(self, clientplan, spoilt: Path) -> None:
        (run,) = json.loads(clientplan("check", "--format", "sarif").out)["runs"]
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == list(described())
        assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in rules)
        assert not any("helpUri" in rule for rule in rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]

    def test_places_and_what_is_switched_off(self, clientplan, spoilt: Path) -> None:
        content = json.loads(clientplan("check", "--format", "sarif").out)
        SCHEMA.validate(content)
        results = {result["ruleId"]: result for result in content["runs"][0]["results"]}
        assert results["CP201"]["suppressions"] == []
        assert results["CP202"]["suppressions"] == [
            {"kind": "external", "status": "accepted", "justification": "she, too, is: away"}
        ]
        place = results["CP201"]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": f"plans/{PLAN}.yaml", "uriBaseId": "%SRCROOT%"}
        assert place["region"]["endColumn"] == 8

    def test_addresses(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def address(file: str) -> dict[str, Any]:
            (result,) = json.loads(as_sarif([one("No.", file=file)]))["runs"][0]["results"]
            return result["locations"][0]["physicalLocation"]["artifactLocation"]

        monkeypatch.chdir(tmp_path)
        assert address("plans/Müller & Söhne.yaml")["uri"] == "plans/M%C3%BCller%20%26%20S%C3%B6hne.yaml"
        assert address("../a.yaml") == {"uri": (tmp_path.parent / "a.yaml").as_uri()}

    @pytest.mark.skipif(os.name == "nt", reason="Windows takes no such file names")
    def test_an_address_that_is_no_text(self) -> None:
        (result,) = json.loads(as_sarif([one("No.", file=os.fsdecode(b"plans/\xff.yaml"))]))["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "plans/%FF.yaml"

    def test_a_finding_that_only_moved_is_the_same(self) -> None:
        def mark(checked: Checked) -> Any:
            return json.loads(as_sarif([checked]))["runs"][0]["results"][0]["partialFingerprints"]

        assert mark(one("No.")) == mark(one("No.", end=(4, 1)))
        assert mark(one("No.")) != mark(one("No.", file="plans/b.yaml"))
        assert mark(one("No.")) != mark(one("No, for another reason."))


class TestGithub:
    def test_an_annotation(self, clientplan, spoilt: Path) -> None:
        done = clientplan("check", "--format", "github")
        assert (done.status, done.err) == (1, "")
        (line,) = done.out.splitlines()
        head, _, message = line.removeprefix("::").partition("::")
        assert head.startswith(f"error file=plans/{PLAN}.yaml,title=CP201 identity-incomplete,line=")
        assert message.startswith("manager: ")

    def test_hostile_text_ends_no_command(self) -> None:
        message = "100 % of\r\n::error file=x::fake, or: not"
        (line,) = notices([one(message, file="plans/a,b:c%\n.yaml")])
        assert line == (
            "::error file=plans/a%2Cb%3Ac%25%0A.yaml,title=CP402 objective-not-measurable,"
            "line=3,endLine=3,col=5,endColumn=9::100 %25 of%0D%0A::error file=x::fake, or: not"
        )

    def test_columns_only_within_one_line(self) -> None:
        (line,) = notices([one("No.", end=(4, 1))])
        assert "line=3,endLine=4::" in line


def test_a_fix_is_offered() -> None:
    from clientplan.cli.outputs.text import _block

    fix = Fix("write o1", ())
    finding = Finding("CP402", "objective-not-measurable", Severity.NOTE, (), "", "No.", fix)
    lines = [text.plain for text in _block("a.yaml", ["schema: 1"], Located(finding, (1, 1), (1, 10)), 80)]
    assert lines[-1] == "  = fix: write o1"
