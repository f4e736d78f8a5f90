"""What may be loaded when: `import clientplan` stays light, and printing needs neither pandas nor Jupyter."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"pandas", "numpy", "weasyprint", "jinja2", "IPython", "ipywidgets", "jupyterlab", "pydantic", "typer"}


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after the code."""
    script = f"{code}\nimport sys; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = loaded_by("import clientplan")
    assert "clientplan" in loaded
    assert not loaded & HEAVY


def test_the_plan_needs_only_its_model_and_yaml() -> None:
    reading = "from clientplan.plan.parsing import read_source; read_source('a: b')"
    loaded = loaded_by(f"import clientplan.plan.reading, clientplan.store.folder\n{reading}")
    assert {"pydantic", "yaml"} <= loaded
    assert not loaded & {"ruamel", "pandas", "numpy", "weasyprint", "jinja2", "IPython", "ipywidgets"}


@pytest.mark.parametrize("module", ["clientplan.press", "clientplan.intake", "clientplan.batch", "clientplan.cli.app"])
def test_printing_loads_neither_pandas_nor_jupyter(module: str) -> None:
    assert not loaded_by(f"import {module}") & {"pandas", "IPython", "ipywidgets", "jupyterlab"}


def test_a_process_that_helps_to_print_loads_no_command() -> None:
    """It imports the program that started it, and what it works with, before it has work."""
    assert not loaded_by("import clientplan.cli, clientplan.workers") & (HEAVY | {"rich", "ruamel"})


def test_collecting_is_what_loads_pandas() -> None:
    assert "pandas" in loaded_by("import clientplan.collect.read")
