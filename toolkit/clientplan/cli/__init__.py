"""The command `clientplan`; one file a command."""

__all__ = ["main"]


def main() -> None:
    """Run the command."""
    from clientplan.cli.app import main  # here: a process that helps to print imports this file, and needs no command

    main()
