"""What a person waits for, by the browser's own clock. Each returns milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from guided.lab import Lab
from guided.sides import BOXES, TYPED_IN, Side

Taken = dict[str, list[float]]
KEYS = 5  # typed in a row, before it rests
KEY_PAUSE = 80  # ms between two

_WATCH = """() => {
    window.typing = {last: 0, saved: 0}
    const saved = () => SAVED
    document.addEventListener('input', () => { typing.last = performance.now(); typing.saved = 0 }, true)
    new MutationObserver(() => {
        if (typing.last && !typing.saved && saved()) typing.saved = performance.now()
    }).observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true})
}"""
_OPEN = """async ([boxes, wanted]) => {
    for (const box of document.querySelectorAll(boxes)) box.setAttribute('data-before', '')
    const there = () => [...document.querySelectorAll(boxes)].filter(box => !box.hasAttribute('data-before')).length
    const began = performance.now()
    const done = new Promise(resolve => {
        const look = () => { if (there() >= wanted) { watch.disconnect(); resolve(performance.now()) } }
        const watch = new MutationObserver(look)
        watch.observe(document.body, {subtree: true, childList: true})
    })
    window.jupyterapp.commands.execute('notebook:run-cell')
    return (await done) - began
}"""
_LAST_CELL = """() => {
    const notebook = window.jupyterapp.shell.currentWidget.content
    notebook.activeCellIndex = notebook.widgets.length - 1
}"""


def typing(lab: Lab, sides: list[Side], rounds: int) -> Taken:
    """From the last of a few keys to the page's word that the plan is on the disk, in the first action of thirty."""
    with ExitStack() as stack:
        tabs = {side: _with_form(stack, lab, side, side.actions) for side in sides}
        for side, tab in tabs.items():
            tab.get_by_label(TYPED_IN, exact=True).first.click()
            tab.evaluate(_WATCH.replace("SAVED", side.saved))
        return _in_turn({side.name: lambda side=side: _typed(tabs[side]) - side.quiet for side in sides}, rounds)


def _typed(tab: Any) -> float:
    tab.bring_to_front()
    tab.keyboard.type("".join("abcdefgh"[at] for at in range(KEYS)), delay=KEY_PAUSE)
    tab.wait_for_function("() => typing.saved > 0")
    return float(tab.evaluate("() => typing.saved - typing.last"))


def opening(lab: Lab, sides: list[Side], rounds: int) -> Taken:
    """From running the cell to the last of its boxes on the page; what it imports was imported before."""
    with ExitStack() as stack:
        tabs = {side: _with_form(stack, lab, side, side.both) for side in sides}
        for tab in tabs.values():
            tab.evaluate(_LAST_CELL)
        return _in_turn({side.name: lambda side=side: _opened(tabs[side], side) for side in sides}, rounds)


def _opened(tab: Any, side: Side) -> float:
    tab.bring_to_front()
    return float(tab.evaluate(_OPEN, [side.boxes, BOXES]))


def _with_form(stack: ExitStack, lab: Lab, side: Side, cell: str) -> Any:
    tab = stack.enter_context(lab.notebook(lab.write(f"{side.name.replace(' ', '-')}.ipynb", side.begin, cell)))
    lab.run(tab)
    tab.locator(side.boxes).first.wait_for()
    return tab


def notebooks(lab: Lab, ready: Mapping[str, tuple[str, str]], rounds: int) -> Taken:
    """From the address to what `ready` waits for, by name: a notebook and an expression. A kernel starts each time."""
    return _in_turn({name: lambda one=one: _ready(lab, *one) for name, one in ready.items()}, rounds)


def _ready(lab: Lab, notebook: str, expression: str) -> float:
    with lab.notebook(notebook) as tab:
        lab.run(tab)
        return float(tab.wait_for_function(f"() => ({expression}) && performance.now()").json_value())


def _in_turn(ways: Mapping[str, Callable[[], float]], rounds: int) -> Taken:
    """Round after round, so that whatever else the machine does falls on all alike; the first isn't counted."""
    taken: Taken = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            spent = way()
            if number:
                taken[name].append(spent)
    return taken
