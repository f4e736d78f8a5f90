"""The kernels behind the pages of `clientplan app`. Voilà takes this class by its name, in the settings."""

from __future__ import annotations

from subprocess import DEVNULL
from typing import Any

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager


class QuietKernelManager(ServerKernelManager):
    """Says nothing in the terminal: a kernel that is ended while a page is loading does it with a traceback.

    What goes wrong in a form is said there, and written to the log.
    """

    async def _async_launch_kernel(self, kernel_cmd: list[str], **options: Any) -> None:
        await super()._async_launch_kernel(kernel_cmd, **options | {"stdout": DEVNULL, "stderr": DEVNULL})
