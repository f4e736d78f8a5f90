"""The user's folder, and where things are in it."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Self

from clientplan import paths
from clientplan.errors import WorkspaceError
from clientplan.plan.plan import Client, Period, Plan
from clientplan.settings import FILE, TEMPLATE, Settings, read_settings
from clientplan.store.folder import FolderStore, Stored

ENVIRONMENT = "CLIENTPLAN_WORKSPACE"
FOLDERS = ("data", "plans", "templates", "brand", "output")


@dataclass(frozen=True)
class Workspace:
    folder: Path
    settings: Settings
    throw_away: bool = False

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The workspace in this folder.

        Raises:
            WorkspaceError: the folder isn't one, or its settings are wrong.
        """
        file = folder / FILE
        if not file.is_file():
            raise WorkspaceError(f"{folder} isn't a workspace (no {FILE}). Make one: clientplan new {folder}")
        return cls(folder.resolve(), read_settings(file), throw_away=folder.resolve() == _sample_folder())

    @classmethod
    def find(cls, start: Path | None = None) -> Self:
        """The workspace that holds `start` (default: where we are), or the one that CLIENTPLAN_WORKSPACE names."""
        found = cls.around(start)
        if found is None:
            raise WorkspaceError(
                f"{start or Path.cwd()} isn't inside a workspace. Make one: clientplan new DIR, then cd DIR"
            )
        return found

    @classmethod
    def find_or_sample(cls) -> Self:
        """The workspace that we are in, else the throw-away copy of the sample portfolio."""
        return cls.around() or cls.sample()

    @classmethod
    def around(cls, start: Path | None = None) -> Self | None:
        """As `find`; None where there is none."""
        named = os.environ.get(ENVIRONMENT)
        if start is None and named:
            return cls.open(Path(named))
        here = (start or Path.cwd()).resolve()
        return next((cls.open(folder) for folder in (here, *here.parents) if (folder / FILE).is_file()), None)

    @classmethod
    def create(cls, folder: Path, *, sample: bool = False) -> Self:
        """A new workspace; with `sample` it holds the sample portfolio.

        Raises:
            WorkspaceError: there is one already, or the folder can't be written.
        """
        if (folder / FILE).exists():
            raise WorkspaceError(f"{folder} is a workspace already: it holds {FILE}. Choose another folder")
        if there := [name for name in (*FOLDERS, "notebooks") if (folder / name).exists()]:
            raise WorkspaceError(
                f"{folder} holds {', '.join(there)} already, which a workspace needs. Choose another folder"
            )
        from clientplan.notebook_copies import copy_notebooks  # here: a print begins without it

        try:
            for name in FOLDERS:
                (folder / name).mkdir(parents=True)
            (folder / "data" / "incoming").mkdir()
            copy_notebooks(folder / "notebooks")
            if sample:
                _copy_sample(folder)
            else:
                (folder / FILE).write_text(TEMPLATE, encoding="utf-8")
        except OSError as error:
            raise WorkspaceError(
                f"The workspace can't be made: {error.strerror} ({error.filename or folder})"
            ) from error
        FolderStore(folder / "plans").prepare()
        return cls.open(folder)

    @classmethod
    def sample(cls, *, fresh: bool = False) -> Self:
        """A throw-away copy of the sample portfolio, for notebooks opened outside any workspace.

        One a user, in the system's folder for temporary files, so that the notebooks of one sitting share it.
        """
        folder = _sample_folder()
        if folder.is_symlink() or (folder.exists() and hasattr(os, "getuid") and folder.stat().st_uid != os.getuid()):
            raise WorkspaceError(f"{folder} belongs to somebody else. Make a workspace of your own: clientplan new DIR")
        from filelock import FileLock  # as in store/folder.py

        with FileLock(f"{folder}.lock"):  # two notebooks may be opened at once
            if fresh or not (folder / FILE).is_file():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir(mode=0o700, parents=True)
                cls.create(folder, sample=True)
        return cls.open(folder)

    def on(self, day: date) -> Self:
        """The same workspace on another day."""
        return replace(self, settings=self.settings.model_copy(update={"today": day}))

    @property
    def today(self) -> date:
        """The calendar day; in a sample the day on which the sample stands still."""
        return self.settings.today or date.today()

    @property
    def store(self) -> FolderStore:
        return FolderStore(self.folder / "plans")

    @property
    def data(self) -> Path:
        """The tidy tables; the originals lie untouched in `incoming` inside it."""
        return self.folder / "data"

    @property
    def incoming(self) -> Path:
        return self.data / "incoming"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def templates(self) -> Path:
        """The user's own packs, and files that replace one of a shipped pack."""
        return self.folder / "templates"

    @property
    def brand(self) -> Path:
        """Where the logo lies."""
        return self.folder / "brand"

    def new_plan(self, client: Client) -> Stored:
        """Saves an empty plan for a client, for the planning year that today is in."""
        plan = Plan(
            client=client,
            period=planning_year(self.today, self.settings.year_starts),
            manager=self.settings.manager,
            locale=self.settings.locale,
        )
        return self.store.create(plan)


def planning_year(day: date, starts: int = 1) -> Period:
    """The twelve months around a day; `starts` is the month in which the year begins (1 to 12)."""
    year = day.year if day.month >= starts else day.year - 1
    return Period(first=date(year, starts, 1), last=date(year + 1, starts, 1) - timedelta(days=1))


def _copy_sample(folder: Path) -> None:
    sample = paths.sample_data()
    for export in sorted((sample / "exports").glob("*/*.*")):
        # one flat folder, as a person would drop them: salesforce-accounts.csv, excel-Umsatz.csv …
        shutil.copyfile(export, folder / "data" / "incoming" / f"{export.parent.name}-{export.name}")
    for plan in sorted((sample / "plans").glob("*.yaml")):
        shutil.copyfile(plan, folder / "plans" / plan.name)
    shutil.copyfile(sample / FILE, folder / FILE)


def _sample_folder() -> Path:
    return Path(tempfile.gettempdir()).resolve() / f"clientplan-sample-{_user()}"


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
