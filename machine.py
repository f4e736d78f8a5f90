"""What this machine must have, and how start.py gets it: uv, the locked environment in .venv, Pango, Chromium.

Standard library only, and written for Python 3.9: an older Python than the toolkit's may run this to get a newer one.
"""
# ruff: noqa: S603 - it runs programs: that is its job

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements" / "dev.txt"
UV = ROOT / ".uv"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "stamp"

MOST = 12  # words of a command that are shown

# How a system installs packages, and what it calls those that we need (Playwright's Node needs libatomic).
SYSTEMS = {
    "apt-get": {
        "install": "apt-get update && apt-get install --yes --no-install-recommends {}",
        "pip": "python3-pip",
        "Pango": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "Chromium": "chromium libatomic1",
    },
    "dnf": {
        "install": "dnf install --assumeyes {}",
        "pip": "python3-pip",
        "Pango": "pango harfbuzz fontconfig",
        "Chromium": "chromium libatomic",
    },
    "apk": {
        "install": "apk add {}",
        "pip": "py3-pip",
        "Pango": "so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0 font-dejavu",
        "Chromium": "chromium",
    },
    "brew": {"install": "brew install {}", "Pango": "pango"},
    "winget": {
        "install": "winget install --exact --id MSYS2.MSYS2 && C:/msys64/usr/bin/bash -lc 'pacman -S --noconfirm {}'",
        "Pango": "mingw-w64-ucrt-x86_64-pango",
    },
}
WITHOUT_ROOT = ("brew", "winget")

# What WeasyPrint loads, and where it must look beyond the usual places.
LIBRARIES = ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig")
FOLDERS = {
    "darwin": ("DYLD_FALLBACK_LIBRARY_PATH", "/opt/homebrew/lib:/usr/local/lib:/usr/lib"),
    "win32": ("WEASYPRINT_DLL_DIRECTORIES", r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin"),
}
PROBE = """
import ctypes, os, sys
if os.name == "nt":
    for folder in filter(os.path.isdir, os.environ["WEASYPRINT_DLL_DIRECTORIES"].split(";")):
        os.add_dll_directory(folder)
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def prepare(*, yes: bool) -> None:
    """The locked environment, first on the path, and Pango; at once when nothing has changed."""
    if sys.platform in FOLDERS:
        os.environ.setdefault(*FOLDERS[sys.platform])
    mark = fingerprint()
    if not (PYTHON.exists() and STAMP.is_file() and STAMP.read_text() == mark):
        make_environment(yes=yes)
        STAMP.write_text(mark)
    os.environ["PATH"] = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
    if unloadable() and not install("Pango", yes=yes):
        sys.exit(2)
    if missing := unloadable():
        stop(f"Pango is installed, and yet {', '.join(missing)} can't be loaded.")


def fingerprint() -> str:
    """Changes with what is locked, with how the package is installed, and with our place (scripts know theirs)."""
    parts = (str(ROOT).encode(), LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment(*, yes: bool) -> None:
    uv = find_uv() or fetch_uv(yes=yes)
    shutil.rmtree(VENV, ignore_errors=True)
    fits = (3, 11) <= sys.version_info < (3, 15)
    wanted = os.path.realpath(sys.executable) if fits else ">=3.11,<3.15"  # then uv looks for one, or downloads it
    if attempt(uv, "venv", "--quiet", "--python", wanted, VENV):
        stop("Client Plan needs Python 3.11, 3.12, 3.13 or 3.14. Install one of them, then run this again.")
    # compiled at once by all cores: else the first start of each command does it, several at a time the same files
    run(uv, "pip", "sync", "--quiet", "--compile-bytecode", "--python", PYTHON, "--require-hashes", LOCK)
    run(uv, "pip", "install", "--quiet", "--python", PYTHON, "--no-deps", "--no-build-isolation", "--editable", ROOT)


def find_uv() -> str | None:
    """On the path or in .uv/, not in .venv, which it is to make; one that doesn't run (a shim of pyenv's) is none."""
    folders = [folder for folder in os.get_exec_path() if Path(folder) != BIN]
    found = (shutil.which("uv", path=folder) for folder in (*folders, str(UV / "bin")))
    return next((uv for uv in found if uv and succeeds(uv, "--version")), None)


def fetch_uv(*, yes: bool) -> str:
    """Through pip into .uv/, held to the hashes in the lock; pip, where it lacks, through the system's packages."""
    pip = (sys.executable, "-m", "pip")
    if not succeeds(*pip, "--version"):
        needs = ["pip", "Pango"] if unloadable() else ["pip"]  # both at once: who must ask somebody else asks once
        if not install(*needs, yes=yes):
            sys.exit(2)
    UV.mkdir(exist_ok=True)
    asked = UV / "uv.txt"
    asked.write_text(locked("uv", LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    run(*pip, "install", "--quiet", "--upgrade", "--target", UV, "--requirement", asked, PIP_ROOT_USER_ACTION="ignore")
    return find_uv() or stop(f"pip has put uv into {UV}, and yet it doesn't run.")


def locked(name: str, lock: str) -> str:
    """The lines of a lock file for one package: its version and its hashes."""
    found = re.search(rf"^{name}==(?:.*\\\n)*.*\n", lock, re.MULTILINE)
    return found.group() if found else stop(f"{name} isn't in {LOCK}.")


def unloadable() -> list[str]:
    """Those of WeasyPrint's libraries that don't load; tried in a child, since a broken one takes its process along."""
    form = {"darwin": "lib{}.{}.dylib", "win32": "lib{}-{}.dll"}.get(sys.platform, "lib{}.so.{}")
    files = [form.format(name, 1 if name == "fontconfig" else 0) for name in LIBRARIES]
    command = [str(PYTHON if PYTHON.exists() else sys.executable), "-c", PROBE, *files]
    child = subprocess.run(command, capture_output=True, text=True, check=False)
    return child.stdout.split() if child.returncode == 0 else files


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def install(*needs: str, yes: bool) -> bool:
    """With the system's packages, where we may; else says how."""
    system = next(filter(shutil.which, SYSTEMS), "")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = [] if root or system in WITHOUT_ROOT else ["sudo"]
    commands = [sudo + command for command in installers(system, needs)]
    if commands and (root or yes):
        for command in commands:
            run(*command, DEBIAN_FRONTEND="noninteractive")
        return True
    how = f"This line installs what is missing, and so does --yes:\n  {one_line(commands)}"
    say(f"Missing: {' and '.join(needs)}. {how if commands else 'Install it with your system, then run this again.'}")
    return False


def installers(system: str, needs: tuple[str, ...]) -> list[list[str]]:
    """The commands that install these; none where the system doesn't have them all."""
    names = SYSTEMS.get(system, {})
    if not all(need in names for need in needs):
        return []
    packages = " ".join(names[need] for need in needs)
    return [shlex.split(command) for command in names["install"].format(packages).split(" && ")]


def one_line(commands: list[list[str]]) -> str:
    """To copy into a terminal (PowerShell on Windows)."""
    if os.name == "nt":
        return " ; ".join(map(subprocess.list2cmdline, commands))
    whole = " && ".join(map(shlex.join, commands))
    return whole if shutil.which("sudo") else f"su -c {shlex.quote(whole.replace('sudo ', ''))}"


def run(*command: object, within: Path = ROOT, **environment: str) -> None:
    """Runs a program that must succeed."""
    if code := attempt(*command, within=within, **environment):
        sys.exit(code)


def attempt(*command: object, within: Path = ROOT, **environment: str) -> int:
    """Runs a program, and gives its exit status; a failure becomes a sentence."""
    words = [shortened(word, within) for word in command]
    told = shlex.join(words[:MOST]) + " …" * (len(words) > MOST)
    say(f"$ {told}")
    program = shutil.which(words[0]) or words[0]
    try:
        child = subprocess.Popen([program, *words[1:]], cwd=within, env=os.environ | environment)
    except OSError as error:
        stop(f"`{program}` can't be run: {error.strerror}.", 127)
    code = interrupted = None
    while code is None:
        try:
            code = child.wait()
        except KeyboardInterrupt:  # the child has heard it too, and decides
            interrupted = True
    if code and not interrupted:
        say(f"`{told}` ended with exit status {code}.")
    return code if code >= 0 else 128 - code


def shortened(word: object, folder: Path) -> str:
    """Paths as they are seen from the folder in which the program runs."""
    return str(word.relative_to(folder) if isinstance(word, Path) and word.is_relative_to(folder) else word)


def succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def stop(sentence: str, code: int = 1) -> NoReturn:
    say(sentence)
    sys.exit(code)
