from __future__ import annotations

from dataclasses import replace

from clientplan.forms.desk import Desk
from clientplan.forms.header import SAMPLE, Header
from clientplan.plan.plan import Client


def shown(header: Header) -> str:
    return str(header.children[0].value)


def test_it_names_the_client_and_leads_to_every_step(desk: Desk) -> None:
    header = Header(desk)
    assert "Confiserie Aubrelle, 1 April 2026 to 31 March 2027" in shown(header)
    assert '<a href="03_purpose.ipynb">Purpose</a>' in shown(header)
    assert SAMPLE not in shown(header)


def test_a_throw_away_copy_says_so_and_its_words_are_the_same(desk: Desk) -> None:
    words = Header(desk).words()
    thrown = Desk(replace(desk.workspace, throw_away=True))
    assert SAMPLE in shown(Header(thrown))
    assert Header(thrown).words() == words


def test_it_follows_the_plan_and_the_choice(desk: Desk) -> None:
    header = Header(desk)
    assert desk.document is not None
    desk.document.edit(client=Client(name="Aubrelle <script>"))
    assert "Aubrelle &lt;script&gt;" in shown(header)
    desk.choose("harrow-and-finch-2026-04")
    assert "Harrow &amp; Finch" in shown(header)
    desk.document.edit(client=Client(name="Harrow"))
    assert "Harrow," in shown(header)


def test_without_a_plan_it_says_what_to_do(bare_desk: Desk) -> None:
    assert "No client is chosen yet." in shown(Header(bare_desk))
