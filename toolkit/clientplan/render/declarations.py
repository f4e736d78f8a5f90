"""WeasyPrint's declarations of Pango's functions in C, parsed once: that takes half as long as laying out a page.

cffi can write down what it parsed, for libraries that ship so. WeasyPrint doesn't, so the first print of a machine
keeps it, and the next ones load no parser.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import _cffi_backend

from clientplan.atomic import write_atomically
from clientplan.errors import StoreError
from clientplan.render.kept import folder_for

_DIGEST = hashlib.sha256().digest_size


@contextmanager
def declared() -> Iterator[None]:
    """While WeasyPrint is imported: it gets its declarations as they were kept, else they are kept afterwards."""
    source = _source()
    place = _place(source) if source else None
    found = _kept(place) if place else None
    if found is None:
        yield
        if place:
            _keep(place)
        return
    before = sys.modules.get("cffi")
    sys.modules["cffi"] = _stand_in(source, found)
    try:
        yield
    finally:
        del sys.modules["cffi"]
        if before is not None:
            sys.modules["cffi"] = before


def _source() -> str:
    """The module in which WeasyPrint declares them; empty where it can't be read."""
    spec = find_spec("weasyprint")
    for folder in (spec and spec.submodule_search_locations) or ():
        with suppress(OSError):
            return Path(folder, "text", "ffi.py").read_text(encoding="utf-8")
    return ""


def _place(source: str) -> Path | None:
    """Where they are kept: another file for every text, cffi and Python that they depend on."""
    folder = folder_for("declarations")
    made_by = f"{_cffi_backend.__version__} {sys.version} {sys.platform} {source}"
    return folder / f"{hashlib.sha256(made_by.encode()).hexdigest()[:32]}.cffi" if folder else None


def _kept(place: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = place.read_bytes()
        if hashlib.sha256(content[_DIGEST:]).digest() == content[:_DIGEST]:  # else a disk was full, or failed
            return dict(marshal.loads(content[_DIGEST:]))  # noqa: S302  # a file of this user's own, as templates are
    return None


def _stand_in(source: str, found: Mapping[str, Any]) -> ModuleType:
    """A `cffi` whose only `FFI` knows the declarations already."""

    class FFI(_cffi_backend.FFI):  # type: ignore[misc]  # has no types
        def __init__(self) -> None:
            super().__init__(**found)

        def cdef(self, text: str) -> None:
            if text not in source:
                raise ImportError("another library declares something")

    module = ModuleType("cffi")
    vars(module)["FFI"] = FFI
    return module


def _keep(place: Path) -> None:
    """Writes down what cffi parsed, in the form that its own modules have; where that fails nothing is lost."""
    from weasyprint.text.ffi import ffi

    written: dict[str, Any] = {}
    code = StringIO()
    with suppress(OSError, StoreError, AttributeError, ImportError):
        from cffi.recompiler import make_py_source

        make_py_source(ffi, "declarations", code)
        made = code.getvalue().replace("import _cffi_backend", "")
        catch = SimpleNamespace(FFI=lambda name, **rest: written.update(rest, module_name=name))
        exec(made, {"_cffi_backend": catch})  # noqa: S102  # what cffi wrote a moment ago
        content = marshal.dumps(written)
        write_atomically(place, hashlib.sha256(content).digest() + content)
