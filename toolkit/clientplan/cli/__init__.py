"""The command `clientplan`; one file a command."""

from clientplan.cli.app import main

__all__ = ["main"]
