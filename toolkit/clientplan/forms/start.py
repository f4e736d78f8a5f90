"""The first step: which client it is about."""

from __future__ import annotations

from typing import Any

from clientplan.errors import ClientPlanError
from clientplan.forms import box
from clientplan.forms.collected import known_clients
from clientplan.forms.desk import Desk
from clientplan.forms.header import plan_title
from clientplan.forms.nodes import Button
from clientplan.forms.panel import Panel
from clientplan.forms.row import grid
from clientplan.forms.typed import take
from clientplan.plan.plan import Client


class StartForm(Panel):
    """Chooses a plan, or begins one."""

    def __init__(self, desk: Desk) -> None:
        self.plans = box.link("Work on the plan of")
        self.plans.observe(self._chosen)
        self.client = box.suggest("Begin a plan for", "A client's name, typed or picked from your exports")
        self.client.label = "The client's name"
        self.begin = Button("Begin the plan", "primary")
        self._plans = grid({"plans": self.plans}, {"plans": 12})
        self._client = grid({"client": self.client}, {"client": 12})
        super().__init__(desk)
        self.begin.on_click(self.guard(self._begin))

    def build(self) -> list[Any]:
        """The same widgets each time: choosing a plan must not take the focus from the picker."""
        self._known = {client.name: client for client in known_clients(self.desk.workspace)}
        self.client.widget.options = sorted(self._known)
        document = self.desk.document
        self.plans.offer([*([] if document else [box.BLANK]), *plans(self.desk)])
        self.plans.show(document.name if document else None)
        choice = [self._plans] if self.desk.workspace.store.names() else []
        return [*choice, self._client, self.begin]

    def words(self) -> str:
        known = plans(self.desk)
        return "\n".join([f"Plans: {len(known) or 'none yet'}", *(f"  {title}" for title, _ in known)])

    def _chosen(self) -> None:
        self.guard(self._choose)()

    def _choose(self) -> None:
        if self.plans.value is not None:
            self.desk.choose(self.plans.value)

    def _begin(self, _button: Any) -> None:
        typed = {"name": self.client.value}
        client, refused = take(Client, self._known.get(str(self.client.value)), typed)
        self.client.complain(refused.get("name", ""))
        if client is not None and not refused:
            stored = self.desk.workspace.new_plan(client)
            self.client.show(None)
            self.desk.choose(stored.name)
            self.status.done(f"The plan for {client.name} is begun. The way on is at the bottom of this page.")


def plans(desk: Desk) -> list[tuple[str, str]]:
    """Title and name of each plan; one that can't be read is offered too, since choosing it says why."""
    store = desk.workspace.store
    return [(_title(desk, name), name) for name in store.names()]


def _title(desk: Desk, name: str) -> str:
    try:
        return plan_title(desk.workspace.store.load(name).plan)
    except ClientPlanError:
        return f"{name} (can't be read)"
