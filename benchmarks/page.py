"""Prints the sample's plans with ours and with plain WeasyPrint on the same HTML, in turn, in one process.

Plain: fonts configured and style sheets parsed for each document, as the tutorial does it, and laid out once, while
ours may try a second density and proves afterwards that no text was lost. The ratio is ours to plain: below 1 is
faster.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.render import fonts
from clientplan.render.brand import Brand
from clientplan.render.fetcher import MemoryFetcher
from clientplan.render.pack import load
from clientplan.render.printing import print_plan
from clientplan.settings import FILE, read_settings

ROUNDS = 7
SETTINGS = read_settings(paths.sample_data() / FILE)
PACK = load("two-page")


def ours(plan: Plan, edition: Edition) -> str:
    return print_plan(plan, pack=PACK, edition=edition, today=SETTINGS.today).html


def plain(html: str) -> bytes:
    configured = FontConfiguration()
    fetcher = MemoryFetcher(fonts.files())
    sheets = [fonts.stylesheet(), *(PACK.style(name) for name in PACK.settings.styles), "@page { size: A4 }"]
    sheets.append(Brand().stylesheet())
    styles = [CSS(string=sheet, font_config=configured, url_fetcher=fetcher) for sheet in sheets]
    pdf: bytes = HTML(string=html).write_pdf(stylesheets=styles, font_config=configured)
    return pdf


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    print(f"{'plan':32} {'edition':9} {'ours':>8} {'plain':>8} {'ratio':>6}   medians of {ROUNDS} rounds, warm")
    for path in sorted((paths.sample_data() / "plans").glob("*.yaml")):
        plan = read(path.read_bytes())
        for edition in Edition:
            html = ours(plan, edition)
            plain(html)
            pairs = [
                (seconds(lambda: ours(plan, edition)), seconds(lambda: plain(html)))  # noqa: B023  # called at once
                for _ in range(ROUNDS)
            ]
            ratio = median(mine / theirs for mine, theirs in pairs)
            mine, theirs = (median(column) for column in zip(*pairs, strict=True))
            print(f"{path.stem:32} {edition:9} {mine:7.3f}s {theirs:7.3f}s {ratio:6.2f}")


if __name__ == "__main__":
    main()
