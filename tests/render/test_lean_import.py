"""What is left out while WeasyPrint is imported, and that nobody else misses it."""

from __future__ import annotations

import subprocess
import sys

import pytest

LEAN = "from clientplan.render.lean_import import weasyprint; module = weasyprint()\n"


def said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", LEAN + code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_it_loads_less_and_starts_no_program() -> None:
    code = """
import sys
print("fontTools.subset" in sys.modules, "fontTools.ttLib.tables.otTables" in sys.modules, "tinyhtml5" in sys.modules)
"""
    assert said(code) == "False False False"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries aren't loaded by their plain name")
def test_it_starts_no_program() -> None:
    code = """
import sys
started = []
sys.addaudithook(lambda event, _: started.append(event) if event in ("subprocess.Popen", "os.posix_spawn") else None)
from clientplan.render.lean_import import weasyprint
weasyprint()
print(started)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_page_of_anybodys_still_has_the_style_sheet_of_html_5() -> None:
    code = """
document = module.HTML(string="<center><h6>a</h6></center><ol style='list-style: armenian'><li>b</ol>").render()
box = next(box for box in document.pages[0]._page_box.descendants() if box.element_tag == "h6")
print(box.style["display"], round(box.style["font_size"], 2), box.style["text_align_all"], box.style["bookmark_level"])
"""
    assert said(code) == "('block', 'flow') 10.72 center 6"


def test_what_stood_in_is_gone_afterwards() -> None:
    code = """
import ctypes.util, tinycss2, tinyhtml5, fontTools.subset
from fontTools.varLib.instancer import instantiateVariableFont
print(len(tinycss2.parse_stylesheet("a {}")), tinyhtml5.parse("<p>").tag, fontTools.subset.Options().hinting)
print(ctypes.util.find_library.__name__, instantiateVariableFont.__name__, module.pdf.fonts.subset.Options().hinting)
"""
    assert said(code).splitlines() == [
        "1 {http://www.w3.org/1999/xhtml}html True",
        "find_library instantiateVariableFont True",
    ]


def test_a_font_is_still_cut_down_where_harfbuzz_cannot() -> None:
    """By fontTools, which then is loaded after all."""
    code = """
import sys
from clientplan.render.standard import Finish
from clientplan.render.typesetter import typesetter, write
module.pdf.fonts.harfbuzz_subset = None
setter = typesetter()
pdf, _ = write(setter.lay_out("<html lang=en><title>t</title><p style='font-family: Plan Sans'>abc", {})[0], Finish())
print(len(pdf) < 60_000, "fontTools.subset" in sys.modules)
"""
    assert said(code) == "True True"
