"""The commands by name, each loaded only when it is asked for: `clientplan build` waits for nothing but itself."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

# In the order of `clientplan --help`: the module in this folder, and what it calls the command.
COMMANDS = {
    "new": "new:new",
    "lab": "lab:lab",
    "app": "voila_app:app",
    "collect": "collect:collect",
    "check": "check:check",
    "explain": "explain:explain",
    "build": "build:build",
    "portfolio": "portfolio:portfolio",
    "export": "export:export",
    "history": "history:history",
    "restore": "restore:restore",
    "open": "open:open_",
    "templates": "templates:templates",
    "doctor": "doctor:doctor",
}


class Commands(TyperGroup):
    """Looks a command up in the table above."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # typer calls it so
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # as above
        """The command of this name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(f"clientplan.cli.{module}"), name)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False)
            alone.command(cmd_name)(found)
            found = alone
        return typer.main.get_command(found)
