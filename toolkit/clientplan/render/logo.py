"""The brand's logo: a picture from the workspace's brand folder, made ready to print."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from clientplan.errors import RenderRefused
from clientplan.render import limits, logo_child, program, watching

LARGEST = 20_000_000  # bytes
_WHY = {
    watching.TIME: f"it took more than {limits.SECONDS} s to read. Save it as PNG again, 1200 wide",
    watching.MEMORY: "it needs more memory than any logo should. Save it as PNG again, 1200 wide",
}


def read(folder: Path, name: str) -> bytes:
    """The picture of this name in the brand folder, as PNG or JPEG without metadata.

    Raises:
        RenderRefused: there is none, it lies elsewhere, or it can't be printed.
    """
    if "://" in name or name.startswith("data:"):
        raise _refusal(name, f"nothing is fetched while printing. Save the picture in {folder}, and name that file")
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise _refusal(name, f"it leads out of {folder}. Put the picture there, and not a link to it")
    try:
        if path.stat().st_size > LARGEST:
            raise _refusal(name, f"it is larger than {LARGEST // 10**6} MB. Save it smaller: 1200 wide is plenty")
        content = path.read_bytes()
    except OSError as error:
        raise _refusal(name, f"there is no such file in {folder} ({error.strerror}). Put the picture there") from error
    return _made(content, name)


@lru_cache(maxsize=4)
def _made(content: bytes, name: str) -> bytes:
    """Once for all plans of a batch."""
    word, made = program.ask(logo_child.__name__, content)
    if word != logo_child.MADE:
        raise _refusal(name, _WHY.get(word) or made.decode())
    return made


def _refusal(name: str, why: str) -> RenderRefused:
    return RenderRefused(f"brand logo “{name}”: {why}")
