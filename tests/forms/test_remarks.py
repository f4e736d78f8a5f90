from __future__ import annotations

import pytest

from clientplan.checks import Edit, Fix
from clientplan.forms.field import TextField
from clientplan.forms.markup import Markup, tag
from clientplan.forms.nodes import Group
from clientplan.forms.remarks import Remark, Remarks

WRITE = Fix("write o1", (Edit(("actions", 0, "objective"), "o1"),))


@pytest.fixture
def remarks() -> Remarks:
    return Remarks(Group([TextField("line", "For objective")]))


def said(words: str, fix: Fix | None = None) -> Remark:
    return Remark(tag("div", words), fix)


def test_the_models_sentence_and_the_findings_stand_side_by_side_and_go_alone(remarks: Remarks) -> None:
    remarks.tell([said("too late")], print)
    remarks.complain(Markup("<p>has a comma</p>"))
    assert remarks.words == ('<div class="cp-remarks"><p>has a comma</p><div>too late</div></div>')
    remarks.tell([], print)
    assert "has a comma" in remarks.words
    assert "too late" not in remarks.words
    remarks.complain(Markup(""))
    assert (remarks.words, len(remarks.view.children)) == ("", 1)


def test_a_fix_is_a_button_that_goes_with_its_finding(remarks: Remarks) -> None:
    clicked: list[Fix] = []
    remarks.tell([said("one"), said("no such", WRITE)], clicked.append)
    (button,) = remarks.buttons
    assert button.description == "Mend: write o1"
    assert remarks.view.children[-1] is button
    button.click()
    assert clicked == [WRITE]
    remarks.tell([said("one")], clicked.append)
    assert len(remarks.view.children) == 2


def test_a_fix_that_looks_the_same_and_is_another_is_the_one_that_is_applied(remarks: Remarks) -> None:
    clicked: list[Fix] = []
    moved = Fix("write o1", (Edit(("actions", 1, "objective"), "o1"),))
    remarks.tell([said("no such", WRITE)], clicked.append)
    remarks.tell([said("no such", moved)], clicked.append)
    remarks.buttons[0].click()
    assert clicked == [moved]


def test_the_same_again_touches_nothing(remarks: Remarks) -> None:
    remarks.tell([said("one", WRITE)], print)
    before = remarks.view.children
    changes: list[object] = []
    remarks.view.listener = lambda node, _names: changes.append(node)
    remarks.tell([said("one", WRITE)], print)
    remarks.complain(Markup(""))
    assert remarks.view.children == before
    assert changes == []
