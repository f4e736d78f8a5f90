"""On what it is measured."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("weasyprint", "fpdf2", "reportlab", "typst", "docxtpl", "rendercv", "playwright", "pypdfium2")


def described(libraries: tuple[str, ...] = _PACKAGES) -> str:
    """One sentence each: the processor, the languages' and the libraries' versions."""
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    packages = ", ".join(f"{name} {found}" for name in libraries if (found := _version(name)))
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; load beforehand {load}. "
        f"Python {platform.python_version()}, {packages}."
    )


def _processor() -> str:
    cores = Path("/proc/cpuinfo")
    lines = cores.read_text(encoding="utf-8").splitlines() if cores.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "a processor that doesn't tell its name")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
