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
print(*(name in sys.modules for name in ("fontTools.subset", "fontTools.ttLib.woff2", "tinyhtml5", "ssl")))
"""
    assert said(code) == "False False False False"


def test_what_is_fetched_over_https_is_fetched_as_ever() -> None:
    """With the system's certificates, by what is loaded only then."""
    code = """
import http.client, ssl, urllib.request
connection = http.client.HTTPSConnection("localhost")
print(isinstance(connection._context, ssl.SSLContext), connection._context.verify_mode.name)
handler = urllib.request.HTTPSHandler()
print(module.HTML(string="<p>a").render().pages[0].width > 0)
"""
    assert said(code).splitlines() == ["True CERT_REQUIRED", "True"]


def test_a_packed_font_is_still_unpacked() -> None:
    code = """
import io, sys
from fontTools.ttLib import TTFont
from clientplan.render import fonts
font = TTFont(fonts.path(fonts.FACES[0]))
font.flavor = "woff2"
try:
    font.save(packed := io.BytesIO())
except ImportError:  # no Brotli to pack it with
    print(str(module.text.fonts.woff2.decompress) != "")
else:
    module.text.fonts.woff2.decompress(io.BytesIO(packed.getvalue()), out := io.BytesIO())
    print(len(TTFont(out).getGlyphOrder()) == len(font.getGlyphOrder()))
"""
    assert said(code) == "True"


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
