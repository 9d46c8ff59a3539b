"""The parser: the words of the command line, and every mistake in them told in one line."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

SHIFT_HELP = "a shift's name, daily, daily:DATE or a .toml file; @SEED behind it if you like"
MODE_HELP = "blocking, concurrent, parallel or hybrid (default: the shift's, else concurrent)"
SEED_HELP = "for arrivals by chance (default: the shift's, else 0)"
POLICY_HELP = "who gets a chef next (default: the shift's, else fifo)"

COMMANDS = ("play", "run", "compare", "replay", "list")

LONGEST = 600
"""Characters that a complaint may have; of a longer one the middle is left out."""


def one_line(text: str) -> str:
    """Whatever a user's own code or file had to say, fit for a terminal: in one line, and without
    what a terminal obeys."""
    line = printable(" ".join(text.split()))
    half = LONGEST // 2
    return line if len(line) <= LONGEST else f"{line[:half]} ... {line[-half:]}"


def printable(text: str) -> str:
    """With escapes for the characters that cannot be seen."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one line; status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {one_line(message)} (see {self.prog} --help)\n")


def _whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(f"a whole number of at most 18 digits, not {text!r}")
    return int(text)


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command and its options; by default those that the program was called with. Without a
    command they are those of ``play``. Exits with status 2 for a mistake."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    unsaid = not words or (
        words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")
    )
    parser = _parser()
    options, rest = parser.parse_known_args(["play", *words] if unsaid else words)
    command = next((word for word in words if word in COMMANDS), None)
    if unsaid and command and (rest or options.shift):
        parser.error(f"the command comes first, its options behind it: kitchen {command} ...")
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kitchen",
        description="A Watched Pot: a restaurant kitchen whose dishes are real asyncio coroutines. "
        "Without a command it opens the game; the options are those of play.",
    )
    parser.add_argument("--version", action="version", version=f"a-watched-pot {_version()}")
    commands = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND", required=True, parser_class=_Parser
    )
    _add_play(commands.add_parser("play", help="play in a window"))
    _add_run(commands.add_parser("run", help="run a shift headless"))
    _add_compare(commands.add_parser("compare", help="run a shift in all four kitchens, headless"))
    _add_replay(commands.add_parser("replay", help="cook a kept game again, headless"))
    commands.add_parser("list", help="show shifts, dishes, modes and policies")
    return parser


def _version() -> str:
    from kitchen import __version__

    return __version__


def _add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=_whole, metavar="N", help=SEED_HELP)


def _add_shift(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shift", metavar="SHIFT", help=SHIFT_HELP)
    _add_seed(parser)
    parser.add_argument("--menu", type=Path, metavar="FILE.py", help="recipes of your own")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--policy", metavar="NAME|FILE.py:FUNCTION", help=POLICY_HELP)


def _add_run(parser: argparse.ArgumentParser) -> None:
    _add_shift(parser)
    parser.add_argument("--mode", help=MODE_HELP)
    parser.add_argument(
        "--chefs", type=_whole, metavar="N", help="1 or more, instead of the mode's"
    )
    parser.add_argument("--attention", metavar="stay|leave", help="instead of the mode's")
    _add_policy(parser)
    _add_facts(parser)


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--facts", type=Path, metavar="FILE.jsonl", help="write every fact there")


def _add_compare(parser: argparse.ArgumentParser) -> None:
    _add_shift(parser)
    _add_policy(parser)


def _add_replay(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("replay", metavar="FILE", type=Path, help="a replay that the game kept")
    parser.add_argument("--menu", type=Path, metavar="FILE.py", help="its recipes of your own")
    parser.add_argument("--policy", metavar="FILE.py:FUNCTION", help="its policy of your own")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    _add_facts(parser)


def _add_play(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shift", metavar="SHIFT", nargs="?", help=SHIFT_HELP)
    parser.add_argument("--mode", help=MODE_HELP)
    _add_seed(parser)
    parser.add_argument("--speed", type=float, default=1.0, metavar="X", help="1 is normal")
    parser.add_argument("--autopilot", action="store_true", help="let the policy decide")
    _add_policy(parser)
    parser.add_argument("--menu", type=Path, metavar="FILE.py", help="recipes of your own")
    parser.add_argument("--size", metavar="WxH", help="of the window (default: as last time)")
    parser.add_argument("--frames", type=_whole, metavar="N", help="end after N frames")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="write a picture and end")
    parser.add_argument(
        "--at", type=float, metavar="SECONDS", help="kitchen time of the screenshot (default: 0)"
    )
