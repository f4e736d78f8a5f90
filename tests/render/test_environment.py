from __future__ import annotations

from pathlib import Path

import pytest

from clientplan import paths
from clientplan.errors import RenderRefused
from clientplan.render.environment import environment, render
from clientplan.render.pack import Pack, load


def pack_with(folder: Path, template: str) -> Pack:
    (folder / "mine").mkdir(exist_ok=True)
    (folder / "mine" / "plan.html.j2").write_text(template, encoding="utf-8")
    return Pack("mine", load("two-page").settings, (folder, paths.templates()))


def test_text_is_escaped_in_a_template_that_ends_in_j2(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, "<p title=\"{{ text }}\">{{ text }}</p>{{ '<i>' }}")
    shown = render(pack, {"text": "\"><script>'&"})
    assert shown == '<p title="&#34;&gt;&lt;script&gt;&#39;&amp;">&#34;&gt;&lt;script&gt;&#39;&amp;</p>&lt;i&gt;'


def test_text_is_never_a_template(tmp_path: Path) -> None:
    assert render(pack_with(tmp_path, "{{ text }}"), {"text": "{{ 7 * 7 }}"}) == "{{ 7 * 7 }}"


def test_an_unknown_name_is_refused_with_template_and_line(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, "<p>\n</p>\n{{ pages.head }}")
    with pytest.raises(RenderRefused, match=r"^template mine/plan\.html\.j2, line 3: 'pages' is undefined"):
        render(pack, {})


def test_the_line_is_that_of_the_part_it_stands_in(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, '{% include "mine/part.html.j2" %}')
    (tmp_path / "mine" / "part.html.j2").write_text("\n{% for one in 5 %}{% endfor %}", encoding="utf-8")
    with pytest.raises(RenderRefused, match=r"^template mine/part\.html\.j2, line 2: 'int' object is not iterable"):
        render(pack, {})


@pytest.mark.parametrize(
    "way",
    [
        "{{ call.__globals__['__builtins__']['open']('made', 'w') }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ call.__code__.co_filename }}",
        "{{ page.append('x') }}",
    ],
)
def test_no_template_reaches_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.chdir(tmp_path)
    pack = pack_with(tmp_path, f"<p>\n{way}")
    with pytest.raises(RenderRefused, match=r"^template mine/plan\.html\.j2, line 2: .*(unsafe|not safely callable)"):
        render(pack, {"call": pack_with, "page": []})
    assert not (tmp_path / "made").exists()


def test_a_field_that_is_open_is_never_printed_as_none(tmp_path: Path) -> None:
    with pytest.raises(RenderRefused, match=r"line 1: it prints a field that is open"):
        render(pack_with(tmp_path, "{{ due }}"), {"due": None})


def test_a_slip_of_syntax_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RenderRefused, match=r"template mine/plan\.html\.j2, line 2: "):
        render(pack_with(tmp_path, "<p>\n{% if %}"), {})


def test_a_part_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderRefused, match=r"The template mine/gone\.html\.j2 is missing"):
        render(pack_with(tmp_path, '{% include "mine/gone.html.j2" %}'), {})


def test_an_error_of_our_own_keeps_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = pack_with(tmp_path, "a")
    monkeypatch.setattr(environment(pack.folders), "get_template", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        render(pack, {})


def test_signs_that_not_every_face_has_are_written_alike(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, "{{ text }}{{ '\u2010' }}")
    assert render(pack, {"text": "a\u2011b\u2009c\u202fd\u2003e"}) == "a-b\u00a0c\u00a0d e-"
