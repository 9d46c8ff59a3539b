"""``python -m kitchen`` is the command ``kitchen``."""

from __future__ import annotations

import os
import sys
import threading
from typing import NoReturn

from kitchen.cli import STOPPED, main


def command() -> NoReturn:
    """Run the command and end the process with its exit status."""
    status = main()
    if status == STOPPED and _somebody_works_on():
        sys.stderr.flush()
        os._exit(status)
    raise SystemExit(status)


def _somebody_works_on() -> bool:
    """Python waits for every thread at its end. One in which a recipe's function never ends, as
    with `asyncio.to_thread`, would outlive Ctrl-C."""
    here = threading.current_thread()
    return any(thread is not here and not thread.daemon for thread in threading.enumerate())


if __name__ == "__main__":
    command()
