"""A panel in Chromium without JupyterLab: what goes between the two is handed over by the test, when it wants."""

from __future__ import annotations

import json
from typing import Any

from clientplan.forms.desk import Desk
from clientplan.forms.page import Page
from clientplan.plan.plan import Plan

ADDRESS = "http://forms.test/"  # answered by the test itself; an address of its own gives the page a storage
GAIN = "How do they gain?"  # a box of the form of the value proposition
QUIET = 400  # milliseconds, after which what was typed counts
_HTML = """<!doctype html><html lang="en"><title>Forms</title><style>%s</style><main id="here"></main>
<script type="module">
import forms from "/page.js";
const heard = {};
let end = () => {};
window.sent = [];
window.tell = (message) => (heard["msg:custom"] ?? []).forEach((hear) => hear(message, []));
window.show = (tree) => {
  const model = {
    get: () => tree,
    on: (name, hear) => (heard[name] ??= []).push(hear),
    off: (name, hear) => { heard[name] = heard[name].filter((one) => one !== hear); },
    send: (message) => window.sent.push(JSON.parse(JSON.stringify(message))),
  };
  end = forms.render({ model, el: document.getElementById("here") });
};
window.leave = () => { end(); document.getElementById("here").replaceChildren(); };
window.ready = true;
</script>"""


class Kernel:
    """A panel that tells all its views, as a kernel does."""

    def __init__(self, panel: Page) -> None:
        self.panel = panel
        self.told: list[dict[str, Any]] = []
        panel.send = lambda message, *_buffers: self.told.append(json.loads(json.dumps(message)))

    def hears(self, message: dict[str, Any]) -> None:
        self.panel._handle_custom_msg(message, [])


class Stage:
    """One window with a view of a panel. Its clock stands still: `wait` moves it."""

    def __init__(self, context: Any) -> None:
        self.tab = context.new_page()
        self.tab.clock.install(time=0)
        self.tab.route(f"{ADDRESS}**", self._answer)
        self.tab.goto(ADDRESS)
        self.tab.wait_for_function("window.ready")
        self.tab.clock.pause_at(1000)
        self.kernel: Kernel | None = None
        self._heard = 0

    def show(self, kernel: Kernel, *, answered: bool = True) -> None:
        """Draws the tree that the panel had at first, as after opening or reloading the page."""
        self.kernel = kernel
        self._heard = len(kernel.told)
        self.tab.evaluate("tree => window.show(tree)", json.loads(json.dumps(kernel.panel.tree)))
        if answered:
            self.pump()

    def reload(self) -> None:
        self.tab.reload()
        self.tab.wait_for_function("window.ready")

    def wait(self, milliseconds: int = QUIET) -> None:
        self.tab.clock.run_for(milliseconds)

    def pump(self) -> None:
        """Hands over what both sides have sent, until neither has more to say."""
        while self.reach_kernel() + self.reach_page():
            pass

    def reach_kernel(self) -> int:
        """What the page has sent reaches the kernel; the answers are on their way."""
        assert self.kernel is not None
        sent = self.tab.evaluate("window.sent.splice(0)")
        for message in sent:
            self.kernel.hears(message)
        return len(sent)

    def reach_page(self) -> int:
        """What the kernel has told since reaches the page."""
        assert self.kernel is not None
        told = self.kernel.told[self._heard :]
        self._heard += len(told)
        for message in told:
            self.tab.evaluate("message => window.tell(message)", message)
        return len(told)

    def drafts(self) -> dict[str, Any]:
        """What the browser keeps, by the place in the plan."""
        kept = self.tab.evaluate("Object.entries(localStorage)")
        return {key.split(":")[-1]: json.loads(value)["value"] for key, value in kept}

    def box(self, label: str, at: int = 0) -> Any:
        return self.tab.get_by_label(label, exact=True).nth(at)

    def _answer(self, route: Any) -> None:
        if route.request.url.endswith(".js"):
            route.fulfill(body=Page._esm, content_type="text/javascript")
        else:
            route.fulfill(body=_HTML % Page._css, content_type="text/html; charset=utf-8")


def saved(desk: Desk) -> Plan:
    assert desk.document is not None
    return desk.workspace.store.load(desk.document.name).plan


def type_in(stage: Stage, label: str, words: str, at: int = 0) -> None:
    """Without leaving the box, and before it counts."""
    box = stage.box(label, at)
    box.focus()
    stage.tab.keyboard.press("Control+A")
    stage.tab.keyboard.insert_text(words)
