"""Where the shipped notebooks, templates and sample data are, in a checkout and installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

WORKSPACE_FILE = "clientplan.toml"  # a folder that holds one is a workspace


@cache
def home() -> Path:
    """The folder that holds `templates/`: the package's own when installed, two above it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package, package.parents[1]):
        if (folder / "templates").is_dir():
            return folder
    raise FileNotFoundError(f"templates/ is neither in {package} nor in {package.parents[1]}: reinstall clientplan")


def templates() -> Path:
    return home() / "templates"


def notebooks() -> Path:
    return home() / "notebooks"


def sample_data() -> Path:
    return home() / "sample_data"
