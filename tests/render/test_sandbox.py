"""Templates of others: what they can say, and what they can't reach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clientplan.errors import RenderRefused
from clientplan.render import sandbox
from clientplan.render.environment import render
from clientplan.render.pack import Pack, load


def foreign(template: str, **others: str) -> Pack:
    files = {"mine/plan.html.j2": template, **{name.replace("__", "/"): text for name, text in others.items()}}
    content = {name: text.encode() for name, text in files.items()}
    return Pack("mine", load("two-page").settings, (), content)


def shown(template: str, **context: Any) -> str:
    return render(foreign(template), context)


@pytest.mark.parametrize(
    "way",
    [
        "''.__class__", "''['__class__']", "''|attr('__class__')", "'{0.__class__}'.format('')", "page.__init__",
        "page|attr('__class__')", "cycler.__init__.__globals__", "joiner.__init__", "namespace.__init__",
        "call.__code__", "call.__globals__", "call.__closure__", "self.__init__", "self._TemplateReference__context",
        "range.__self__",
        "caller.__class__", "page.update({'a': 1})", "page.pop('a')", "words.append(1)", "(1).__class__.__mro__",
        "dict.__subclasses__()", "(page.items)()|list", "url_for", "lipsum()", "request", "config",
        "get_flashed_messages", "''.__mro__", "'%s'|format(call)|attr('__globals__')", "{}.__class__.__base__",
        "range(999999)|list",
    ],
)  # fmt: skip
def test_no_way_leads_out(way: str) -> None:
    with pytest.raises(RenderRefused, match=r"^template mine/plan\.html\.j2, line 1: "):
        shown(f"{{{{ {way} }}}}", page={"a": 1, "items": 3}, words=[], call=shown)


@pytest.mark.parametrize(
    "statement", ["{% import 'os' as os %}", "{% extends 'gone' %}", "{% include '/etc/passwd' %}"]
)
def test_no_other_file_is_there(statement: str) -> None:
    with pytest.raises(RenderRefused, match=r"^The template \S+ is missing$"):
        shown(statement)


@pytest.mark.parametrize("statement", ["{% do page.pop() %}", "{% debug %}", "{% trans %}a{% endtrans %}"])
def test_no_extension_is_on(statement: str) -> None:
    with pytest.raises(RenderRefused, match=r"^template mine/plan\.html\.j2, line 1: Encountered unknown tag"):
        shown(statement, page=[])


def test_a_name_of_the_page_comes_before_what_a_dictionary_can_do() -> None:
    assert shown("{{ page.items }}{{ page.keys }}", page={"items": "a", "keys": "b"}) == "ab"


def test_text_is_escaped_and_never_a_template() -> None:
    assert shown("{{ text }}", text="<script>{{ 7 * 7 }}") == "&lt;script&gt;{{ 7 * 7 }}"


def test_the_filters_are_there() -> None:
    assert (
        shown("{{ 'teal'|css_colour }} {{ 3|css_length('mm') }} {{ 'javascript:x'|url }}") == "#008080 3mm javascript:x"
    )


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not() -> None:
    one, other = foreign("a"), foreign("b")
    assert sandbox.sandbox(one) is sandbox.sandbox(foreign("a"))
    assert sandbox.sandbox(one) is not sandbox.sandbox(other)
    assert render(one, {}) + render(other, {}) == "ab"


def test_a_file_that_is_no_text() -> None:
    with pytest.raises(RenderRefused, match=r"template mine/plan\.html\.j2 can't be read: "):
        render(Pack("mine", load("two-page").settings, (), {"mine/plan.html.j2": b"\xff\xfe"}), {})


def test_markup_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_MARKUP", 10)
    assert shown("{% for a in range(10) %}{{ 1 }}{% endfor %}") == "1" * 10
    with pytest.raises(RenderRefused, match=r"^mine/plan\.html\.j2: it makes more than 10 characters"):
        shown("{% for a in range(11) %}{{ 1 }}{% endfor %}")


def test_the_line_of_a_part_is_told() -> None:
    with pytest.raises(RenderRefused, match=r"^template mine/part\.html\.j2, line 2: 'gone' is undefined"):
        render(foreign("{% include 'mine/part.html.j2' %}", **{"mine__part.html.j2": "\n{{ gone }}"}), {})


def test_nothing_is_read_from_the_disk(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "part.html.j2").write_text("there")
    pack = Pack(
        "mine", load("two-page").settings, (tmp_path,), {"mine/plan.html.j2": b"{% include 'mine/part.html.j2' %}"}
    )
    with pytest.raises(RenderRefused, match="is missing"):
        render(pack, {})
