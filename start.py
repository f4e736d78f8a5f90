"""Sets up what Client Plan needs, then does what you ask, as in `python3 start.py demo`.

The first run needs a network, later ones don't. All of it stays in this folder, except for the system's packages:
those are installed as root or with --yes; otherwise the line that installs them is printed.
"""
# Standard library only, and written for Python 3.9: an older Python than the toolkit's may run this to get a newer one.

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

if sys.version_info < (3, 9):  # noqa: UP036 - this is for those who have an older one
    sys.exit("Client Plan needs Python 3.11, 3.12, 3.13 or 3.14. Install one of them, then run this with it.")

from machine import ROOT, attempt, chromium, install, prepare, run


def demo() -> int:
    """From the sample's CRM exports, through the notebooks, to plans; the last line is the path of a PDF."""
    folder = ROOT / "build" / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    run("clientplan", "new", folder, "--sample")
    run("clientplan", "collect", *files(folder / "data" / "incoming", "*"), within=folder)
    execute(folder / "notebooks", within=folder)
    run("clientplan", "check", within=folder)
    run("clientplan", "build", within=folder)
    print(folder / "output" / f"{files(folder / 'plans', '*.yaml')[0].stem}.pdf")
    return 0


def lab(*options: str) -> int:
    """Open the guided notebooks in JupyterLab; options go to clientplan lab."""
    return attempt("clientplan", "lab", *options)


def test(*options: str) -> int:
    """Run the tests, and with them the notebooks, which must show what is stored; options go to pytest."""
    marks = "not wheel" if chromium() else "not wheel and not browser"
    # Three on two cores, in the order in which they are collected: those in the browser mostly wait, and lie spread.
    shared = ("-n3", "--dist=loadfile", "--no-loadscope-reorder")
    return attempt("pytest", *shared, "-m", marks, *options, CLIENTPLAN_WORKSPACE="")


def check() -> int:
    """Lint, format, types, and which room imports which."""
    tools = ("ruff check", "ruff format --check", "mypy", "lint-imports")
    return max([attempt(*tool.split()) for tool in tools])


def notebooks() -> int:
    """Run the notebooks on the sample, and store what they show."""
    with tempfile.TemporaryDirectory() as folder:
        run("clientplan", "new", folder, "--sample")
        execute(ROOT / "notebooks", CLIENTPLAN_WORKSPACE=folder)
    for path in files(ROOT / "notebooks", "*.ipynb"):
        notebook = cleaned(json.loads(path.read_text(encoding="utf-8")))
        text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        path.write_bytes(text.encode())
    return 0


def execute(folder: Path, within: Path = ROOT, **environment: str) -> None:
    """Runs a folder's notebooks in their order and in place; the kernels' own warnings aren't for the reader."""
    options = ("--to=notebook", "--execute", "--inplace", "--ExecutePreprocessor.extra_arguments=--log-level=ERROR")
    run("jupyter-nbconvert", *options, *files(folder, "*.ipynb"), within=within, **environment)


def cleaned(notebook: dict[str, Any]) -> dict[str, Any]:
    """Without what one machine leaves behind: widget state, times, its Python's version, gaps in the counts."""
    python = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook["metadata"] = {"kernelspec": python, "language_info": {"name": "python"}}
    for count, cell in enumerate((cell for cell in notebook["cells"] if cell["cell_type"] == "code"), start=1):
        cell["metadata"].pop("execution", None)
        cell["execution_count"] = count
        for output in cell["outputs"]:
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
            if "execution_count" in output:
                output["execution_count"] = count
    return notebook


def bench() -> int:
    """Run each benchmark."""
    scripts = files(ROOT / "benchmarks", "*.py")
    if not scripts:
        print("There are no benchmarks yet.")
    return max([attempt("python", script) for script in scripts], default=0)


def docs() -> int:
    """Make the generated pages and pictures of docs/ anew."""
    modules = ("clientplan.plan.schema", "clientplan.checks.documentation")
    scripts = files(ROOT / "docs", "*.py")
    return max(
        attempt("python", *what) for what in [*(("-m", name) for name in modules), *((path,) for path in scripts)]
    )


def files(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


def main() -> int:
    verbs = {verb.__name__: verb for verb in (demo, lab, test, check, notebooks, bench, docs)}
    told = "\n".join(f"  {name:10} {verb.__doc__}" for name, verb in verbs.items())
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=told, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("verb", choices=verbs, metavar="VERB", help="one of those below")
    parser.add_argument("--yes", action="store_true", help="install the system's packages too, with sudo")
    arguments, options = parser.parse_known_args()
    if options and arguments.verb not in ("lab", "test"):
        parser.error(f"{arguments.verb} takes no {' '.join(options)}")
    prepare(yes=arguments.yes)
    if arguments.verb == "test" and files(ROOT / "tests" / "browser", "test_*.py") and not chromium():
        install("Chromium", yes=arguments.yes)
    return verbs[arguments.verb](*options)


if __name__ == "__main__":
    sys.exit(main())
