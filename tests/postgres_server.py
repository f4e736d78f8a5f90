"""A PostgreSQL of the tests' own: in a folder and on a port of its own, gone at the end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60  # s, on a busy machine
USER = "tester"


class Unavailable(Exception):
    """Why there can be no server here."""


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty database, for as long as the `with` lasts.

    Raises:
        Unavailable: PostgreSQL isn't installed, or can't be run here.
    """
    programs = _programs()
    # Not in pytest's folder, which nobody but its owner may enter; and short, as a socket's path has to be.
    folder = Path(tempfile.mkdtemp(prefix="clientplan-pg-"))
    try:
        who = _servant(folder)
        _made(programs / "initdb", folder, who)
        server, port = _started(programs / "postgres", folder, who)
        try:
            yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"
        finally:
            _ended(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder with postgres and initdb, which lies beside it though it may not be on PATH."""
    found = shutil.which("postgres")
    if found is None:
        raise Unavailable("postgres isn't on PATH")
    folder = Path(found).resolve().parent
    if not (folder / "initdb").exists():
        raise Unavailable(f"no initdb beside {found}")
    return folder


def _servant(folder: Path) -> dict[str, Any]:
    """Whom to run it as: PostgreSQL refuses root, who takes somebody without rights for it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd

    for name in ("nobody", "postgres", "daemon"):
        try:
            user = pwd.getpwnam(name)
            os.chown(folder, user.pw_uid, user.pw_gid)
            subprocess.run(["true"], user=user.pw_uid, group=user.pw_gid, extra_groups=[], check=True)
        except (KeyError, OSError, subprocess.SubprocessError):
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise Unavailable("PostgreSQL refuses to run as root, and root can't become anybody else here")


def _made(initdb: Path, folder: Path, who: dict[str, Any]) -> None:
    line = [initdb, "-D", folder / "data", "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE, **who)
    if done.returncode:
        raise Unavailable(f"initdb failed: {done.stderr.strip()[-300:]}")


def _started(postgres: Path, folder: Path, who: dict[str, Any]) -> tuple[subprocess.Popen[bytes], int]:
    """Another run may take the free port first: then on another one."""
    log = folder / "log"
    for _ in range(5):
        port = _free_port()
        line = [
            postgres,
            "-D",
            folder / "data",
            "-p",
            str(port),
            "-k",
            folder,
            "-F",
            "-c",
            "listen_addresses=127.0.0.1",
        ]
        with log.open("wb") as said:
            server = subprocess.Popen(line, cwd=folder, stdout=said, stderr=subprocess.STDOUT, **who)
        if _listens(server, port):
            return server, port
        _ended(server)
    raise Unavailable(f"postgres didn't start: {log.read_text(errors='replace')[-300:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(server: subprocess.Popen[bytes], port: int) -> bool:
    import psycopg

    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user=USER, dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return server.poll() is None
    return False


def _ended(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
