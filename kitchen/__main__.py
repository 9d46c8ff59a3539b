"""``python -m kitchen`` is the command ``kitchen``."""

from __future__ import annotations

try:  # nothing comes before this: Ctrl-C may come at any moment
    from kitchen.stopping import catch_ctrl_c

    catch_ctrl_c()
except KeyboardInterrupt:
    import os

    os.write(2, b"\nkitchen: stopped\n")
    os._exit(130)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def command() -> NoReturn:
    """Run the command and end the process with its exit status."""
    from kitchen.cli.main import main

    status = main(alone=True)
    from kitchen.cli.last_resort import leave  # by now it is there, and --help goes without it

    leave(status)


if __name__ == "__main__":
    command()
