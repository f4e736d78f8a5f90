"""An address that a page asks for stops the print, and the refusal says where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from clientplan.errors import RenderRefused
from clientplan.render import addresses
from clientplan.render.composing import Job, compose_here
from clientplan.render.pack import Pack
from clientplan.render.view.page import Page

Board = Callable[..., Pack]
Jobs = Callable[..., Job]
AWAY = "http://example.com/x.png"


def named(job: Job, client: str) -> Job:
    shown: Page = replace(job.shown, head=replace(job.shown.head, client=client))
    return replace(job, shown=shown)


@pytest.mark.parametrize(
    "markup",
    [
        f'<img alt="x" src="{AWAY}">',
        f'<p style="background: url({AWAY})">y</p>',
        f'<svg viewBox="0 0 9 9"><title>t</title><image href="{AWAY}" width="9" height="9"/></svg>',
        f'<link rel="attachment" href="{AWAY}">',
    ],
)
def test_a_template_is_named_with_its_line(board: Board, job: Jobs, markup: str) -> None:
    with pytest.raises(RenderRefused) as refused:
        compose_here(job(board(f"\n\n{markup}")))
    assert str(refused.value).startswith(
        f"The page asks for “{AWAY}” (board/plan.html.j2, line 3), and nothing is fetched while printing. Take it out, "
    )


def test_a_style_is_named_with_its_line(board: Board, job: Jobs) -> None:
    with pytest.raises(RenderRefused, match=rf"The page asks for “{AWAY}” \(board/style\.css, line 2\)"):
        compose_here(job(board(style=f"\nh1 {{ background: url({AWAY}) }}")))


@pytest.mark.parametrize("client", [AWAY, "file:///etc/passwd", "http://exämple.com/two words"])
def test_a_field_is_named_that_a_template_takes_for_an_address(board: Board, job: Jobs, client: str) -> None:
    with pytest.raises(RenderRefused, match=r"The page asks for “\S+” \(head\.client\)"):
        compose_here(named(job(board('<img alt="x" src="{{ page.head.client }}">')), client))


def test_one_that_is_put_together_has_no_place(board: Board, job: Jobs) -> None:
    with pytest.raises(RenderRefused, match=r"asks for “http://example\.com/abc\.png”, and nothing"):
        compose_here(job(board("""<img alt="x" src="{{ 'http://example.com/' ~ 'abc.png' }}">""")))


def test_each_address_is_told_once(board: Board, job: Jobs) -> None:
    with pytest.raises(RenderRefused) as refused:
        compose_here(job(board(f'<img alt="x" src="{AWAY}"><img alt="y" src="{AWAY}"><img alt="z" src="file:///z">')))
    assert str(refused.value).count(AWAY) == 1
    assert "“file:///z” (board/plan.html.j2, line 1)" in str(refused.value)


def test_a_name_without_an_address_is_told_with_the_way_to_write_it(board: Board, job: Jobs) -> None:
    pack = board('<img alt="x" src="map.png">')
    assert compose_here(job(pack)).logged == (
        "“map.png” leads nowhere. A picture of the pack is called pack:board/picture.png",
    )
    assert addresses.told("Something else", pack) == "Something else"


def test_a_page_that_asks_for_nothing(board: Board, job: Jobs) -> None:
    addresses.refuse([], job(board()).shown, board())
