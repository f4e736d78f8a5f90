"""What WeasyPrint declares is parsed once; whatever may be wrong with what was kept costs only the gain."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CODE = """
import sys
from clientplan.render.lean_import import weasyprint
module = weasyprint()
parsed = "pycparser" in sys.modules
from weasyprint.text.ffi import ffi, pango
import cffi
document = module.HTML(string="<p>a").render()
print(parsed, pango.pango_units_from_double(1), isinstance(ffi, cffi.FFI), len(document.pages), cffi.FFI.__module__)
"""
PARSED, KEPT = "True 1024 True 1 cffi.api", "False 1024 False 1 cffi.api"


def said(home: Path, code: str = CODE) -> str:
    environment = os.environ | dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "USERPROFILE"), str(home))
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()


def kept(home: Path) -> list[Path]:
    return sorted(home.rglob("*.cffi"))


def test_the_first_print_keeps_them_and_the_second_parses_nothing(tmp_path: Path) -> None:
    assert said(tmp_path) == PARSED
    assert len(kept(tmp_path)) == 1
    assert said(tmp_path) == KEPT
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[:-7],
        lambda whole: whole[:31],
        lambda whole: b"x" * len(whole),
        lambda whole: whole.replace(b"pango_layout_new", b"pango_layout_nev"),  # reads well, and is another function
    ],
)
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    said(tmp_path)
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    assert damage(whole) != whole
    file.write_bytes(damage(whole))
    assert said(tmp_path) == PARSED
    assert file.read_bytes() == whole


def test_of_another_version_they_are_parsed(tmp_path: Path) -> None:
    said(tmp_path)
    other = "import sys; sys.version += ' of another day'\n"
    assert said(tmp_path, other + CODE) == PARSED
    assert len(kept(tmp_path)) == 2


def test_another_library_that_declares_something_meanwhile_gets_its_own(tmp_path: Path) -> None:
    said(tmp_path)
    other = """
import sys, types
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "pydyf":
            sys.meta_path.remove(self)
            import cffi
            other = cffi.FFI()
            other.cdef("int puts(const char *);")
            print(other.dlopen(None).puts is not None, end=" ")
sys.meta_path.insert(0, Finder())
"""
    assert said(tmp_path, other + CODE).endswith("1024 True 1 cffi.api")


def test_without_a_home_to_write_in_they_are_parsed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert said(tmp_path / "file") == PARSED
