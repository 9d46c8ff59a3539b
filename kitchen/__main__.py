"""``python -m kitchen`` is the command ``kitchen``."""

from __future__ import annotations

try:  # nothing comes before this: Ctrl-C may come at any moment
    from kitchen.stopping import catch_ctrl_c, end

    catch_ctrl_c()
except KeyboardInterrupt:
    import os

    os.write(2, b"\nkitchen: stopped\n")
    os._exit(130)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def command() -> NoReturn:
    """Run the command and end the process with its exit status.

    At once: what it has is not taken down piece by piece, which would take as long as an empty
    Python, and nothing is waited for that a user's code has left."""
    from kitchen.cli.main import main

    try:
        status = main(alone=True)
    except SystemExit as told:  # --help, a mistake in the words, or a signal
        end("", int(told.code or 0))
    from kitchen.cli.last_resort import last_words

    end(last_words() if not status else "", status)


if __name__ == "__main__":
    command()
