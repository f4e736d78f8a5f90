"""What a process may still do once it is confined; each way is tried in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import ctypes, ctypes.util, json, os, pathlib, shutil, signal, socket, subprocess, sys, tempfile, urllib.request
from clientplan.render import limits

kept = pathlib.Path(tempfile.gettempdir()) / "kept"
outside = pathlib.Path(sys.argv[1])
ways = {
    "own file": lambda: kept.write_text("a") and kept.read_text(),
    "own folder": lambda: os.mkdir(kept.with_name("made")) or os.listdir(kept.parent),
    "a module": lambda: open(json.__file__).read(),
    "null": lambda: open(os.devnull).read(),
    "an open file": lambda: os.fdopen(os.dup(1), "w").flush(),
    "a secret": lambda: (outside / "secret").read_text(),
    "a secret by a link": lambda: kept.with_name("link").read_text(),
    "a link to it": lambda: os.symlink(outside / "secret", kept.with_name("another")),
    "a secret by a way around": lambda: open(f"{kept.parent}/../{outside.name}/secret").read(),
    "a secret by bytes": lambda: open(os.fsencode(outside / "secret"), "rb").read(),
    "a secret by number": lambda: os.open(outside / "secret", os.O_RDONLY),
    "passwords": lambda: open("/etc/passwd").read(),
    "writing": lambda: (outside / "new").write_text("a"),
    "adding": lambda: open(outside / "secret", "a").close(),
    "writing by number": lambda: os.open(outside / "new", os.O_WRONLY | os.O_CREAT),
    "writing to a module": lambda: open(json.__file__, "a").close(),
    "a folder": lambda: os.listdir(outside),
    "the home": lambda: list(os.scandir(pathlib.Path.home().parent)),
    "removing": lambda: os.remove(outside / "secret"),
    "removing all": lambda: shutil.rmtree(outside),
    "moving out": lambda: os.rename(kept, outside / "kept"),
    "a folder outside": lambda: os.mkdir(outside / "made"),
    "rights": lambda: os.chmod(outside / "secret", 0o777),
    "a program": lambda: subprocess.run(["true"]),
    "a shell": lambda: os.system("true"),
    "becoming a program": lambda: os.execv("/bin/true", ["true"]),
    "a fork": lambda: os.fork() or os._exit(0),
    "a signal": lambda: os.kill(os.getppid(), 0),
    "a socket": lambda: socket.socket(),
    "a connection": lambda: socket.create_connection(("127.0.0.1", 9), 1),
    "a name": lambda: socket.getaddrinfo("localhost", 80),
    "the web": lambda: urllib.request.urlopen("http://127.0.0.1:9/"),
    "a library": lambda: ctypes.CDLL("libc.so.6"),
}
limits.confine()
told = {}
for name, way in ways.items():
    try:
        way()
        told[name] = "done"
    except PermissionError as error:
        told[name] = "refused" if "to a template pack" in str(error) else str(error)
    except BaseException as error:
        told[name] = repr(error)
print(json.dumps(told))
"""
OPEN = {"own file", "own folder", "a module", "null", "an open file"}


@pytest.mark.skipif(sys.platform == "win32", reason="the ways are those of POSIX")
def test_only_python_itself_and_a_folder_of_its_own(tmp_path: Path) -> None:
    own, outside = tmp_path / "own", tmp_path / "outside"
    own.mkdir()
    outside.mkdir()
    (outside / "secret").write_text("a secret")
    (own / "link").symlink_to(outside / "secret")
    done = subprocess.run(
        [sys.executable, "-P", "-c", SCRIPT, outside],
        check=True,
        capture_output=True,
        env={"PYTHONPATH": ":".join(sys.path), "TMPDIR": str(own)},
    )
    told = json.loads(done.stdout)
    assert {name for name, how in told.items() if how == "done"} == OPEN
    assert {how for name, how in told.items() if name not in OPEN} == {"refused"}, told
    assert [path.name for path in outside.iterdir()] == ["secret"]
    assert (outside / "secret").read_text() == "a secret"


HUNGRY = """
from clientplan.render import limits
limits.limit_memory(400_000_000)
try:
    bytearray(500_000_000)
except MemoryError:
    print("no more")
"""
BUSY = """
from clientplan.render import limits
limits.limit_time(1)
while True: pass
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere our own process looks at memory and clock")
def test_the_system_holds_memory_and_time() -> None:
    hungry = subprocess.run([sys.executable, "-c", HUNGRY], check=True, capture_output=True)
    assert hungry.stdout == b"no more\n"
    busy = subprocess.run([sys.executable, "-c", BUSY], check=False, capture_output=True)
    assert busy.returncode == -24
