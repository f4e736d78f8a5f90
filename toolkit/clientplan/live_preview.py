"""Pictures of a plan's page while it is written, made in a process of their own: typing never waits for them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from clientplan.errors import ClientPlanError
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition, Paper
from clientplan.press import brand_of
from clientplan.render import pack as packs
from clientplan.render.ahead import Ahead
from clientplan.render.composing import compose, ordered
from clientplan.render.live import Glance, Look
from clientplan.render.order import Composed
from clientplan.render.printing import job_of
from clientplan.workspace import Workspace

Show = Callable[[Look | ClientPlanError], None]


@dataclass(frozen=True)
class Kind:
    """What is shown of a plan."""

    edition: Edition = Edition.CLIENT
    pack: str | None = None  # default: the workspace's
    paper: Paper | None = None


class LivePreview:
    """Shows what has become of a page, each time that the plan is updated and no newer one waits."""

    def __init__(self, workspace: Workspace, show: Show, kind: Kind | None = None) -> None:
        """`show` is called from a thread of its own, with a look at the page or with what is wrong with it."""
        self._workspace = workspace
        self._show = show
        self._kind = kind or Kind()
        self._newest: Plan | None = None
        self._closed = False
        self._changed = threading.Condition()
        self._process = Ahead()  # it loads what it needs meanwhile
        self._thread = threading.Thread(target=self._follow, name="clientplan-preview", daemon=True)
        self._thread.start()

    def update(self, plan: Plan) -> None:
        """The plan as it is now. Returns at once; of several that wait only the newest is shown."""
        with self._changed:
            self._newest = plan
            self._changed.notify()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()
        self._process.close()

    def _follow(self) -> None:
        while (plan := self._next()) is not None:
            try:
                seen: Look | ClientPlanError = self._look(plan)
            except ClientPlanError as error:
                seen = error
            self._show(seen)

    def _next(self) -> Plan | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._newest is not None)
            plan, self._newest = self._newest, None
            return None if self._closed else plan

    def _look(self, plan: Plan) -> Look:
        settings = self._workspace.settings
        job = job_of(
            plan,
            pack=packs.load(self._kind.pack or settings.pack, [self._workspace.templates]),
            edition=self._kind.edition,
            paper=self._kind.paper or settings.paper,
            today=self._workspace.today,
            brand=brand_of(self._workspace),
            locale=plan.locale or settings.locale,
        )
        if job.pack.foreign:  # it has a process with limits, and that makes whole prints
            return _pictures(compose(job), job.pack.settings.pages)
        glance = Glance(plan.client.name, ordered(job))
        try:
            return self._process.look(glance)
        except (OSError, EOFError):  # it was ended, for want of memory perhaps: once more, with a new one
            self._process.close()
            self._process = Ahead()
            return self._process.look(glance)


def _pictures(done: Composed, budget: int) -> Look:
    from clientplan.render.preview import pages

    pictures = tuple(pages(done.pdf))
    return Look(pictures, tuple(range(len(pictures))), done.filled, budget)
