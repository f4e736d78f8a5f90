"""Packs that aren't ours: what they may take, what they may do, and what is said when they want more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clientplan.errors import DoesNotFit, RenderRefused
from clientplan.render import apart, limits
from clientplan.render.apart import compose_apart
from clientplan.render.composing import Job, compose, compose_here
from clientplan.render.pack import Pack, load

Board = Callable[..., Pack]
Jobs = Callable[..., Job]


@pytest.fixture(autouse=True, scope="module")
def _none_stays_behind() -> Iterator[None]:
    yield
    for key in list(apart._processes):
        apart._forget(key)
    assert not apart._processes


def processes() -> list[int]:
    return [one._process.pid for one in apart._processes.values()]


def test_it_is_the_same_page_as_in_our_own_process(same_board: Board, job: Jobs) -> None:
    asked = job(same_board("<p>For the board</p>"))
    assert asked.pack.foreign
    assert compose_apart(asked) == compose_here(asked)


def test_our_own_packs_stay_in_our_process(job: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "compose_apart", lambda _: pytest.fail("it went apart"))
    assert compose(job(load("two-page"))).pages == 1


def test_a_pack_that_is_not_ours_never_stays(same_board: Board, job: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clientplan.render.composing.compose_here", lambda _: pytest.fail("it stayed"))
    assert compose(job(same_board())).pages == 1


def test_one_process_for_all_plans_of_a_pack_and_no_other_pack_ever(same_board: Board, board: Board, job: Jobs) -> None:
    compose_apart(job(same_board()))
    kept = processes()[-1]
    compose_apart(job(same_board("<p>changed</p>"), "full"))
    assert processes()[-1] == kept
    compose_apart(job(board()))  # of the same name, in another folder
    assert processes()[-1] != kept
    assert kept in processes()


def test_another_font_is_another_process(same_board: Board, job: Jobs) -> None:
    compose_apart(job(same_board()))
    before = processes()[-1]
    compose_apart(job(same_board(files={"own.ttf": b"never loaded"})))
    assert processes()[-1] != before
    assert len(processes()) == 2  # no more are kept


def test_one_that_has_gone_idle_is_started_anew(same_board: Board, job: Jobs) -> None:
    compose_apart(job(same_board()))
    (idle,) = [one for one in apart._processes.values() if one._process.pid == processes()[-1]]
    assert idle._process.stdin is not None
    idle._process.stdin.write(bytes(8))  # no job: what it takes the end of its time for
    idle._process.stdin.flush()
    assert idle._process.wait() == 0
    assert compose_apart(job(same_board())).pages == 1


def test_a_plan_that_is_too_long_is_refused_with_the_same_facts(same_board: Board, job: Jobs) -> None:
    asked = job(same_board("<p>line</p>" * 200))
    with pytest.raises(DoesNotFit) as here:
        compose_here(asked)
    with pytest.raises(DoesNotFit) as over_there:
        compose_apart(asked)
    assert str(over_there.value) == str(here.value)
    assert vars(over_there.value) == vars(here.value)
    assert over_there.value.over > 0


def nested(letter: str) -> str:
    """A picture of a hundred million rectangles."""
    uses = "".join(f'<g id="{letter}{n + 1}">' + f'<use href="#{letter}{n}"/>' * 10 + "</g>" for n in range(8))
    one = f'<g id="{letter}0"><rect width="1" height="1"/></g>'
    inner = f'<title>t</title><defs>{one}{uses}</defs><use href="#{letter}8"/>'
    return f'<svg width="9" height="9" viewBox="0 0 9 9">{inner}</svg>'


FLEX = '<div style="display: flex">' * 10 + "x" + "</div>" * 10
LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% set c = a %}{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    ("markup", "where"),
    [
        (f"\n{LOOP}", r", in template board/plan\.html\.j2, line 2: look for an endless loop there"),
        (FLEX, " while its page was laid out: look in "),
        (
            '<table style="border-collapse: collapse"><tr><td colspan="100000">x</td></tr></table>',
            " while its page was laid out: look in ",
        ),
        (nested("a"), " while its page was laid out: look in "),
        (nested("a") + nested("b"), ""),
    ],
    ids=["an endless loop", "ten flex boxes", "a cell over 100,000 columns", "a nested picture", "two of them"],
)
def test_time_is_limited(
    same_board: Board, job: Jobs, monkeypatch: pytest.MonkeyPatch, markup: str, where: str
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1)
    with pytest.raises(RenderRefused, match=rf"^The pack board ran longer than 1 s{where}"):
        compose_apart(job(same_board(markup)))


@pytest.mark.parametrize(
    "markup", ["{{ 'x' * 3000000000 }}", "{{ '%3000000000d' % 1 }}", "{{ 'x'.ljust(3000000000) }}"]
)
def test_memory_is_limited(same_board: Board, job: Jobs, markup: str) -> None:
    with pytest.raises(
        RenderRefused, match=r"^The pack board needs more than 2 GB of memory: look in board/plan\.html"
    ):
        compose_apart(job(same_board(markup)))


def test_memory_that_grows_bit_by_bit(board: Board, job: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMORY", 700_000_000)
    twice = "{% for a in range(99) %}{% set all.text = all.text ~ all.text %}{% endfor %}"
    grow = "{% set all = namespace(text='x' * 1000000) %}" + twice
    with pytest.raises(RenderRefused, match=r"^The pack board needs more than 0\.7 GB of memory"):
        compose_apart(job(board(grow)))


def test_markup_is_limited(same_board: Board, job: Jobs) -> None:
    many = "{% for a in range(99999) %}" + "<p>a line of the page that goes on for a little while</p>" + "{% endfor %}"
    with pytest.raises(
        RenderRefused, match=r"^board/plan\.html\.j2: it makes more than 5,000,000 characters of markup"
    ):
        compose_apart(job(same_board(many)))


def test_what_breaks_the_typesetter_is_a_sentence_and_keeps_its_trace(same_board: Board, job: Jobs) -> None:
    with pytest.raises(
        RenderRefused, match=r"^The page of the pack board can't be laid out \(RecursionError"
    ) as refused:
        compose_apart(job(same_board("<div>" * 3000)))
    assert "weasyprint" in str(refused.value.__cause__)


@pytest.mark.parametrize("way", ["open('/etc/passwd')", "page.__class__", "words.__globals__", "[].append(1)"])
def test_no_template_gets_at_python(same_board: Board, job: Jobs, way: str) -> None:
    with pytest.raises(RenderRefused, match=r"^template board/plan\.html\.j2, line 1: "):
        compose_apart(job(same_board(f"{{{{ {way} }}}}")))


@pytest.mark.parametrize("name", ["/etc/passwd", "../../secret.html", "board/../../secret.html"])
def test_no_template_reads_a_file(same_board: Board, job: Jobs, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.html").write_text("a secret")
    with pytest.raises(RenderRefused, match=r"is missing$"):
        compose_apart(job(same_board(f"{{% include '{name}' %}}")))


def test_a_process_that_is_brought_down(same_board: Board, job: Jobs) -> None:
    compose_apart(job(same_board()))
    for one in apart._processes.values():
        one._process.kill()
        one._process.wait()
    with pytest.raises(RenderRefused, match=r"^The pack board brought down the process that prints it \(signal 9\)"):
        compose_apart(job(same_board()))
    assert compose_apart(job(same_board())).pages == 1
