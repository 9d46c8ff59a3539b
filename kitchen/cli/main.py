"""The command line: ``kitchen`` plays, ``kitchen run`` and ``kitchen compare`` work headless.

What a mere ``--help`` does not need is imported later.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence

from kitchen.cli.parser import parse
from kitchen.stopping import SAID, STOPPED
from kitchen.terminal import Door, complain, doors


def main(arguments: Sequence[str] | None = None, alone: bool = False) -> int:
    """Run the command; return its exit status: 0, 1 for a replay that came out differently, 2 for
    a user's mistake or output that cannot be written, 130 for Ctrl-C.

    ``alone``: the process has nothing else to do, and may be ended when nothing else helps.
    """
    with doors():
        try:
            with _flushed():
                options = parse(arguments)
                if alone:
                    from kitchen.cli.last_resort import stand_by

                    stand_by()
                from kitchen.cli.commands import obey

                return obey(options)
        except KeyboardInterrupt as stop:
            from kitchen.cli.commands import let_go_of_frames

            print(SAID, end="", file=sys.stderr)
            let_go_of_frames(stop)
            return STOPPED
        except BrokenPipeError:  # whoever read our output has had enough, and nothing went wrong
            _let_go_of_output()
            return 0
        except OSError as error:
            if error.filename is not None:
                raise
            _let_go_of_output()
            complain(f"the output cannot be written: {error.strerror or error}")
            return 2


@contextlib.contextmanager
def _flushed() -> Iterator[None]:
    """What cannot be written is known before the end."""
    try:
        yield
    finally:
        sys.stdout.flush()


def _let_go_of_output() -> None:
    if isinstance(sys.stdout, Door):
        sys.stdout.let_go()
