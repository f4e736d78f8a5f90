"""`clientplan check --fix` and `--diff`: the fixes of findings, shown and written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from clientplan.atomic import write_atomically
from clientplan.briefing import Briefing
from clientplan.checks import Finding
from clientplan.checks.mending import Mended, mended
from clientplan.cli.checking import Wish, name_of, shown, unreadable_plans
from clientplan.cli.outputs.checked import Checked
from clientplan.cli.plans import content, is_ours
from clientplan.errors import PlanChanged, PlanUnreadable, StoreError
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.workspace import Workspace


@dataclass(frozen=True)
class Rewritten:
    """A file as it was and as mending makes it."""

    path: Path
    before: str
    after: Mended

    @property
    def changed(self) -> bool:
        return self.before != self.after.text

    @property
    def readable(self) -> bool:
        """Whether it is a plan now: ids are put into a file that something else may still keep from being one."""
        try:
            read(self.after.text)
        except PlanUnreadable:
            return False
        return True

    def diff(self) -> Iterator[str]:
        """In the manner of `diff -u`, for a person: without line ends, so `patch` doesn't take it for a CRLF file."""
        file = shown(self.path)
        lines = self.before.splitlines(), self.after.text.splitlines()
        return unified_diff(*lines, fromfile=file, tofile=file, lineterm="")

    def fixes(self) -> Iterator[str]:
        """What is mended, a sentence each."""
        file = shown(self.path)
        if self.after.new_ids:
            yield f"{file}: every objective and action has an id (CP001)"
        for finding in self.after.done:
            yield f"{file}: {finding.place or 'plan'}: {finding.fix.what if finding.fix else ''} ({finding.code})"


def mend_plans(
    workspace: Workspace | None, paths: Sequence[Path], wish: Wish, *, unsafe: bool = False
) -> list[Rewritten]:
    """What mending makes of the files; nothing is written. Those that can't be mended are left out."""
    if workspace and wish.today:
        workspace = workspace.on(wish.today)
    briefing = Briefing(workspace, today=wish.today)
    found = []
    for path in paths:

        def judge(plan: Plan, name: str = name_of(workspace, path)) -> list[Finding]:
            return briefing.report(name, plan, only=wish.only, language=wish.language).findings

        try:
            before = content(path).decode("utf-8")
            found.append(Rewritten(path, before, mended(before, judge, unsafe=unsafe)))
        except (PlanUnreadable, StoreError, UnicodeDecodeError):
            continue
    return found


def left_out(workspace: Workspace | None, paths: Sequence[Path], rewritten: Sequence[Rewritten]) -> list[Checked]:
    """The files that aren't plans, and that mending doesn't make plans, with what is wrong in them."""
    plans = {one.path for one in rewritten if not one.after.new_ids or one.readable}
    return unreadable_plans(workspace, [path for path in paths if path not in plans])


def write(workspace: Workspace | None, one: Rewritten) -> None:
    """Puts the mended text in the place of the file's.

    Raises:
        StoreError: it couldn't be written, or somebody else saved it in between; the file is as it was.
    """
    before, after = one.before.encode(), one.after.text.encode()
    if workspace and is_ours(workspace, one.path):
        workspace.store.rewrite(one.path.stem, before, after)
    elif content(one.path) != before:
        raise PlanChanged(f"Not saved: {one.path.name} was changed by somebody else meanwhile. Run it again")
    else:
        write_atomically(one.path.resolve(), after)  # a link stays one
