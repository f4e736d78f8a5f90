from __future__ import annotations

import platform

import pytest

from clientplan import system


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Linux", "apt-get install libpango"),
        ("Darwin", "brew install pango"),
        ("Windows", "winget install MSYS2.MSYS2"),
        ("FreeBSD", "see https://doc.courtbouillon.org/"),
    ],
)
def test_each_system_has_its_line_for_pango(monkeypatch: pytest.MonkeyPatch, name: str, line: str) -> None:
    monkeypatch.setattr(platform, "system", lambda: name)
    assert system.pango_line().startswith(line)


@pytest.mark.parametrize(("there", "program"), [(object(), "pip"), (None, "uv pip")])
def test_a_package_is_installed_with_what_the_environment_has(
    monkeypatch: pytest.MonkeyPatch, there: object, program: str
) -> None:
    monkeypatch.setattr(system, "find_spec", lambda name: there if name == "pip" else pytest.fail(name))
    assert system.install_line("font-a") == f"{program} install font-a"
    assert system.install_line("font-a", again=True) == f"{program} install --force-reinstall font-a"
