"""The text of a plan file to its nodes: YAML 1.2, read strictly.

libyaml reads it in a thirtieth of the time that Python takes, but is of YAML 1.1 and has words of its own for what is
wrong. So it reads what both read alike, and ruamel.yaml whatever else there is, and all that is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from clientplan.errors import PlanUnreadable, Problem
from clientplan.plan.nodes import Nodes
from clientplan.plan.source import Source

MAX_BYTES = 2_000_000
_ADVICE = "Check the indentation, and put a text in quotes that begins with a sign (? % @ -) or has “: ” in it"
# What the parsers differ in, or may: tabs, further ends of lines, what isn't printable, directives, a document's end,
# and blocks whose first line is empty or that have a `#` at once.
_APART = re.compile(
    r"[^\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    r"|^%|^[.]{3}|[|>][-+0-9]*(?:#| *(?: #.*)?[\r\n]+ *(?:\r|$))",
    re.MULTILINE,
)
_QUOTES = ("'", '"')


def read_source(text: str | bytes) -> Source:
    """The nodes of a plan file.

    Raises:
        PlanUnreadable: with every repeated key, or with the first thing that stops the reading.
    """
    text = decoded(text)
    return by_libyaml(text) or by_ruamel(text)


def decoded(text: str | bytes) -> str:
    """The text of a file in UTF-8, without its mark.

    Raises:
        PlanUnreadable: it is too long, or isn't UTF-8.
    """
    size = len(text) if isinstance(text, bytes) else len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise PlanUnreadable([Problem(0, 0, "", f"the file has {size:,} bytes. A plan has at most {MAX_BYTES:,}")])
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start + 1} isn't UTF-8. Save the file as UTF-8"
        raise PlanUnreadable([Problem(line, 1, "", message)]) from None


def by_libyaml(text: str) -> Source | None:
    """The nodes of what both parsers read alike; None where anything is wrong with it, or libyaml isn't there."""
    if _APART.search(text):
        return None
    try:
        from yaml import YAMLError, events
        from yaml.cyaml import CParser
    except ImportError:  # PyYAML was built without it
        return None
    nodes = Nodes(_alike(CParser(text)), events)
    try:
        nodes.document()
    except (YAMLError, PlanUnreadable, RecursionError):
        return None
    return None if nodes.problems else nodes.source


def _alike(parser: Any) -> Iterator[Any]:
    """Its events; an error at an empty value without quotes, since the parsers don't agree on where such a one is."""
    from yaml import ScalarEvent, YAMLError

    while parser.check_event():
        event = parser.get_event()
        if isinstance(event, ScalarEvent) and not event.value and event.style not in _QUOTES:
            raise YAMLError("left empty")
        yield event


def composed(text: str) -> Any:
    """The nodes of a text, with their marks, for an edit of it; None where there are none.

    Args:
        text: was read before, and ends with a line end.
    """
    if by_libyaml(text) is not None:
        return _composed_by_libyaml(text)
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).compose(text)


def _composed_by_libyaml(text: str) -> Any:
    from yaml.cyaml import CParser
    from yaml.resolver import BaseResolver

    class Composer(CParser, BaseResolver):  # type: ignore[misc]  # without types
        """Every scalar is text: nobody asks for its type here."""

        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            BaseResolver.__init__(self)

    return Composer(text).get_single_node()


def by_ruamel(text: str) -> Source:
    """As `read_source`, of what is text already."""
    from ruamel.yaml import YAML, events
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    nodes = Nodes(YAML(typ="safe", pure=True).parse(text), events)
    try:
        nodes.document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise PlanUnreadable([Problem(line, column, "", f"this isn't YAML ({what}). {_ADVICE}")]) from None
    except (YAMLError, RecursionError) as error:
        raise PlanUnreadable([Problem(0, 0, "", f"this isn't YAML ({error})")]) from None
    if nodes.problems:
        raise PlanUnreadable(nodes.problems)
    return nodes.source
