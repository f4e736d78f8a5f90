"""The command `clientplan`; one file a command."""

__all__ = ["main"]


def main() -> None:
    """Run the command."""
    from clientplan.cli.early import start  # here: a process that helps to print imports this file, and needs neither

    start()
    from clientplan.cli.app import main

    main()
