"""What is done before a command is even known: only what shortens the wait for it."""

from __future__ import annotations

import os
import sys

from clientplan.patient_collector import look_seldom

_ALONE = {"--help", "-h"}


def start() -> None:
    look_seldom()
    # A plug-in of pydantic's would be looked for in every package that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    words = sys.argv[1:]
    if "build" in words and not any(word in _ALONE or word.startswith("--jobs") for word in words):
        from clientplan.render import ahead

        ahead.begin()
        from clientplan.cli.guess import guess

        if order := guess(words):
            ahead.rehearse(order)
