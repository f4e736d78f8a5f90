"""Does Jupyter see what we bring, and is it switched on? JupyterLab's own code answers."""

from __future__ import annotations

from clientplan.jupyter.places import CONFIG, MODULE, NAME, SHARE


def everywhere() -> bool:
    """By every JupyterLab of this environment, and not only by the one that `clientplan lab` starts."""
    from jupyter_core.paths import jupyter_path
    from jupyterlab_server.config import get_federated_extensions

    return NAME in get_federated_extensions(jupyter_path("labextensions"))


def switched_off() -> list[str]:
    """What somebody has switched off, as the lines that switch it on again."""
    from jupyter_core.paths import jupyter_config_path, jupyter_path
    from jupyter_server.extension.config import ExtensionConfigManager
    from jupyterlab_server.config import get_page_config

    page = get_page_config([str(SHARE / "labextensions"), *jupyter_path("labextensions")])
    settings = ExtensionConfigManager(read_config_path=[*jupyter_config_path(), str(CONFIG)])
    servers = settings.get_jpserver_extensions()  # type: ignore[no-untyped-call]
    lines = [f"jupyter labextension enable {NAME}"] if NAME in page["disabledExtensions"] else []
    return lines + ([] if servers.get(MODULE) else [f"jupyter server extension enable {MODULE}"])
