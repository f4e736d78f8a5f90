"""A folder of plan files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from clientplan.atomic import sweep, write_atomically
from clientplan.errors import ClientPlanError, PlanChanged, StoreError
from clientplan.plan.plan import Client, Plan
from clientplan.plan.reading import read
from clientplan.plan.schema import SCHEMA_FILE, schema_text
from clientplan.plan.writing import write
from clientplan.store.history import History
from clientplan.store.names import plan_name

SUFFIX = ".yaml"
_PATIENCE = 10.0  # seconds to wait for another process that is saving


@dataclass(frozen=True)
class Stored:
    """A plan as it was read: its name, and the mark of the file's bytes that a later save compares."""

    name: str
    plan: Plan
    mark: str
    data: bytes = field(repr=False)  # of the file


class FolderStore:
    """Plans as `<name>.yaml` in one folder, safe against crashes and against two editors at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.history = History(folder)

    def prepare(self) -> None:
        """The folder, with the schema that the plans' first line names."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            schema = self.folder / SCHEMA_FILE
            schema.parent.mkdir(exist_ok=True)
            if not schema.exists() or schema.read_text(encoding="utf-8") != schema_text():
                write_atomically(schema, schema_text().encode())
        except OSError as error:
            raise StoreError(f"The folder for plans can't be made: {error.strerror} ({self.folder})") from error

    def names(self) -> list[str]:
        return sorted(path.stem for path in self.folder.glob(f"*{SUFFIX}") if not path.name.startswith("."))

    def path(self, name: str) -> Path:
        """The file of a plan; `name` may carry the ending. Never outside the folder."""
        stem = name.removesuffix(SUFFIX)
        if not stem or stem != Path(stem).name or stem.startswith("."):
            raise StoreError(f"“{name}” can't be the name of a plan. Use letters, digits and -")
        return self.folder / f"{stem}{SUFFIX}"

    def load(self, name: str) -> Stored:
        """The plan of this name.

        Raises:
            StoreError: there is none.
            PlanUnreadable: its file isn't a plan.
        """
        path = self.path(name)
        data = self._bytes(path)
        return Stored(path.stem, read(data, path.name), _mark(data), data)

    def all(self) -> Iterator[Stored | ClientPlanError]:
        """Each plan, or why it can't be read: one bad file doesn't hide the others."""
        for name in self.names():
            try:
                yield self.load(name)
            except ClientPlanError as error:
                yield error

    def create(self, plan: Plan) -> Stored:
        """Saves a new plan under the name of its client and period.

        Raises:
            StoreError: a plan of that name is there already.
        """
        self.prepare()
        data = write(plan).encode()
        with self._locked():
            name = self._free_name(plan)
            write_atomically(self.path(name), data)
            self.history.keep(self.path(name), None, data)
        return Stored(name, plan, _mark(data), data)

    def save(self, stored: Stored, plan: Plan) -> Stored:
        """Saves an edited plan over the file it was read from, keeping the file's comments and order.

        Raises:
            PlanChanged: the file isn't as it was when `stored` was read: somebody else saved it.
            StoreError: it couldn't be written; the file is as it was.
        """
        from clientplan.plan.editing import update  # loads a parser, which whoever only reads or prints does without

        path = self.path(stored.name)
        with self._locked():
            text = self._unchanged(path, stored.mark)
            data = update(text.decode("utf-8-sig"), plan).encode()
            if data != text:
                self._replace(path, text, data)
        return Stored(stored.name, plan, _mark(data), data)

    def put_back(self, stored: Stored, data: bytes) -> Stored:
        """Puts an earlier state in the place of the file that `stored` was read from, to the byte.

        Raises:
            PlanChanged, StoreError: as `save`.
            PlanUnreadable: that state isn't a plan.
        """
        path = self.path(stored.name)
        plan = read(data, path.name)
        with self._locked():
            text = self._unchanged(path, stored.mark)
            if data != text:
                self._replace(path, text, data)
        return Stored(stored.name, plan, _mark(data), data)

    def rewrite(self, name: str, before: bytes, after: bytes) -> None:
        """Puts other bytes in the place of a file's bytes, which need not have been a plan.

        Raises:
            PlanChanged: the file isn't `before` any more: somebody else saved it.
            StoreError: it couldn't be written; the file is as it was.
        """
        path = self.path(name)
        with self._locked():
            self._unchanged(path, _mark(before))
            self._replace(path, before, after)

    def _replace(self, path: Path, before: bytes, after: bytes) -> None:
        edited = path.stat().st_mtime
        write_atomically(path, after)
        self.history.keep(path, before, after, edited)

    def _unchanged(self, path: Path, mark: str) -> bytes:
        data = self._bytes(path)
        if _mark(data) != mark:
            raise PlanChanged(
                f"Not saved: {path.name} was changed by somebody else since you opened it. "
                "Open it again to see their version; what you typed last is not in it"
            )
        return data

    def _free_name(self, plan: Plan) -> str:
        """Of the client and period; with a number where another client's name is spelt alike (Müller, Muller)."""
        first = plan_name(plan.client, plan.period)
        for number in count(1):
            name = first if number == 1 else f"{first}-{number}"
            if not self.path(name).exists():
                return name
            if self._is_about(name, plan.client):
                raise StoreError(f"{name}{SUFFIX} is there already. Open it, or choose another period")
        raise AssertionError("there is always a next number")

    def _is_about(self, name: str, client: Client) -> bool:
        try:
            other = self.load(name).plan.client
        except ClientPlanError:
            return False
        return (other.name.casefold(), other.id) == (client.name.casefold(), client.id)

    def _bytes(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            known = ", ".join(self.names()) or "none yet"
            raise StoreError(f"There is no plan {path.stem} in {self.folder}. Plans there: {known}") from None
        except OSError as error:
            raise StoreError(f"{path} can't be read: {error.strerror}") from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One writer at a time: a comparison without a lock still loses edits between looking and replacing."""
        from filelock import FileLock, Timeout  # loads asyncio: only who saves waits for it

        lock = FileLock(self.folder / ".lock", timeout=_PATIENCE)
        try:
            with lock:
                sweep(self.folder)
                yield
        except Timeout:
            raise StoreError(f"Not saved: another program holds {lock.lock_file}. Close it and try again") from None
        except OSError as error:
            raise StoreError(f"Not saved: {error.strerror} ({self.folder})") from error


def _mark(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
