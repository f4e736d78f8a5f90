"""WeasyPrint, imported without what our prints don't use: in less than half the time, and as good for anybody else.

A plain import looks for each library with a dozen programs (ldconfig, gcc, ld), parses declarations in C anew, loads
fontTools' own way of cutting fonts down, though HarfBuzz does that here, OpenSSL, though we fetch nothing, and parses
the style sheet of HTML 5, though our pages have a short one. Whoever asks for one of them later gets it then.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

from clientplan.render.declarations import declared

_LATER = ("fontTools.subset", "fontTools.ttLib.woff2", "fontTools.varLib.instancer", "ssl", "tinyhtml5")


def weasyprint() -> ModuleType:
    """The module.

    Raises:
        OSError: a library that it needs isn't there.
    """
    if "weasyprint" not in sys.modules:
        try:
            with _libraries_by_name(), _stand_ins(), _without_sheets(), declared():
                import_module("weasyprint")
            _parse_when_asked()
        except (OSError, ImportError):  # a system whose libraries only those programs find; or a stand-in didn't do
            for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
                del sys.modules[name]
    return import_module("weasyprint")


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Linux loads `libpango-1.0.so.0` by that name, so nobody needs to look for where it lies."""
    found = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda _: None  # type: ignore[assignment]  # as where there is none of the name
    try:
        yield
    finally:
        ctypes.util.find_library = found


class _Later(ModuleType):
    """Stands in for a module until it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:  # `from module import name`, while WeasyPrint is being imported
            return partial(_call, self.__name__, name)
        return getattr(import_module(self.__name__), name)


def _call(module: str, name: str, *arguments: Any, **named: Any) -> Any:
    return getattr(import_module(module), name)(*arguments, **named)


@contextmanager
def _stand_ins() -> Iterator[None]:
    placed = [name for name in _LATER if name not in sys.modules]
    sys.modules.update({name: _Later(name) for name in placed})
    try:
        yield
    finally:
        for name in placed:
            del sys.modules[name]
            package, _, child = name.rpartition(".")
            with suppress(AttributeError, KeyError):
                delattr(sys.modules[package], child)


@contextmanager
def _without_sheets() -> Iterator[None]:
    import tinycss2

    parse = tinycss2.parse_stylesheet
    tinycss2.parse_stylesheet = lambda *_, **__: []
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = parse


def _parse_when_asked() -> None:
    """Puts the parsing that was left out before each of the three ways in which WeasyPrint asks for its sheets."""
    from weasyprint import HTML

    given = {name: getattr(HTML, name) for name in ("_ua_stylesheets", "_ua_counter_style", "_ph_stylesheets")}

    def asked(name: str, page: Any, *arguments: Any) -> Any:
        for other, method in given.items():
            setattr(HTML, other, method)
        _parse()
        return given[name](page, *arguments)

    for name in given:
        # A plain function, since only that becomes a method.
        setattr(HTML, name, lambda page, *arguments, _name=name: asked(_name, page, *arguments))


def _parse() -> None:
    import weasyprint
    from weasyprint import html

    counters = html.UA_COUNTER_STYLE
    made = {
        "UA_STYLESHEET": weasyprint.CSS(string=html.UA, counter_style=counters),
        "UA_FORM_STYLESHEET": weasyprint.CSS(string=html.UA_FORM, counter_style=counters),
        "PH_STYLESHEET": weasyprint.CSS(string=html.PH),
    }
    for module in (weasyprint, html):
        vars(module).update(made)
