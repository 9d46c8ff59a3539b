"""The parser: the words of the command line, and every mistake in them told in one line."""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import sys
from collections.abc import Sequence

from kitchen.terminal import one_line

TYPE_CHECKING = False  # as `typing` has it, which takes its time
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, NoReturn, Protocol

    class _Writable(Protocol):
        def write(self, text: str, /) -> object: ...


SHIFT_HELP = "a shift's name, daily, daily:DATE or a .toml file; @SEED behind it if you like"
MODE_HELP = "blocking, concurrent, parallel or hybrid (default: the shift's, else concurrent)"
SEED_HELP = "for arrivals by chance (default: the shift's, else 0)"
REPLAY_HELP = "a replay that the game kept, or anything exported, which has one in it"
LESSONS_HELP = "a folder of lessons of your own: one more chapter of the book"
POLICY_HELP = "who gets a chef next (default: the shift's, else fifo)"

COMMANDS = {
    "play": "play in a window",
    "run": "run a shift headless",
    "compare": "run a shift in all four kitchens, headless",
    "race": "race two to four kitchens in a window",
    "replay": "watch a kept game in a window, or cook it again headless",
    "list": "show shifts, dishes, modes and policies",
    "lesson": "play, list, check or write lessons, also for paper",
}
"""What there is to do."""


class _Formatter(argparse.HelpFormatter):
    """As wide as the terminal. argparse asks `shutil` for that, at each option that is added."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    with contextlib.suppress(KeyError, ValueError):
        if (said := int(os.environ["COLUMNS"])) > 0:
            return said
    with contextlib.suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    return 80


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one line; status 2."""

    def __init__(self, **settings: Any) -> None:
        self.options: list[str] = []
        super().__init__(formatter_class=_Formatter, **settings)
        self.color = False  # from 3.14 on there would be; now it is the same on every Python

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:
        """As argparse's own, and remembers which options there are."""
        self.options += [name for name in names if name.startswith("-")]
        return super().add_argument(*names, **settings)

    def _print_message(self, message: str, file: _Writable | None = None) -> None:
        """As argparse's own, but that what cannot be written is not lost without a word."""
        (sys.stderr if file is None else file).write(message)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {one_line(message)} (see {self.prog} --help)\n")


def _path(text: str) -> Path:
    from pathlib import Path

    return Path(text)


def _whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(f"a whole number of at most 18 digits, not {text!r}")
    return int(text)


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command and its options; by default those that the program was called with. Without a
    command they are those of ``play``. Exits with status 2 for a mistake."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser, commands = _parsers()
    own = bool(words) and words[0] in ("-h", "--help", "--version")
    unsaid = not words or (words[0].startswith("-") and not own)
    if unsaid:
        words.insert(0, "play")
    elif not own and words[0] not in COMMANDS:
        from kitchen.cli.hints import command_meant

        parser.error(command_meant(words[0], COMMANDS))
    command = words[0]
    strangers = [] if own else _strangers(words[1:], commands[command])
    late = next((word for word in words[1:] if word in COMMANDS), None) if unsaid else None
    if strangers and not late:
        from kitchen.cli.hints import option_meant

        known = {"": parser.options, **{name: each.options for name, each in commands.items()}}
        commands[command].error(option_meant(strangers[0], command, known))
    options, rest = (None, strangers) if late and strangers else parser.parse_known_args(words)
    if options is None or (late and (rest or options.shift)):
        parser.error(f"the command comes first, its options behind it: kitchen {late} ...")
    if rest and command == "lesson" and not rest[0].startswith("-"):
        options.named += rest  # names may stand behind options, too
    elif rest:
        commands[command].error(f"unrecognized arguments: {' '.join(rest)}")
    return options


def _strangers(words: Sequence[str], command: _Parser) -> list[str]:
    """Options that the command does not have. To be told first: what follows one may be its value,
    and would be taken for something else."""
    given = [word.partition("=")[0] for word in words if word.startswith("--") and len(word) > 2]
    return [name for name in given if not any(own.startswith(name) for own in command.options)]


def _parsers() -> tuple[_Parser, dict[str, _Parser]]:
    """The parser, and that of each command."""
    parser = _Parser(
        prog="kitchen",
        description="A Watched Pot: a restaurant kitchen whose dishes are real asyncio coroutines. "
        "Without a command it opens the game; the options are those of play.",
    )
    parser.add_argument("--version", action="version", version=f"a-watched-pot {_version()}")
    added = parser.add_subparsers(
        title="commands",
        dest="command",
        metavar="COMMAND",
        required=True,
        parser_class=_Parser,
        prog="kitchen",  # argparse would make the whole usage to find it
    )
    commands: dict[str, _Parser] = {}
    add_options = (_add_play, _add_run, _add_compare, _add_race, _add_replay, _add_nothing,
                   _add_lesson)  # fmt: skip
    for (name, what), add in zip(COMMANDS.items(), add_options, strict=True):
        told = f"{what[0].upper()}{what[1:]}."
        commands[name] = added.add_parser(name, help=what, description=told)
        add(commands[name])
    return parser, commands


def _version() -> str:
    from kitchen import __version__

    return __version__


def _add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=_whole, metavar="N", help=SEED_HELP)


def _add_shift(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shift", metavar="SHIFT", help=SHIFT_HELP)
    _add_seed(parser)
    parser.add_argument("--menu", type=_path, metavar="FILE.py", help="recipes of your own")
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
    _add_why(parser)
    parser.add_argument(
        "--lines", nargs="?", const="", metavar="DISH", help="what each line of a recipe cost"
    )
    _add_facts(parser)
    _add_exports(parser)


def _add_why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--why", action="store_true", help="where the time went, and what would have helped"
    )


def _add_exports(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--html", type=_path, metavar="FILE.html", help="a page for any browser")
    parser.add_argument("--trace", type=_path, metavar="FILE.json", help="a trace for Perfetto")
    parser.add_argument("--svg", type=_path, metavar="FILE.svg", help="draw the timeline there")
    parser.add_argument("--png", type=_path, metavar="FILE.png", help="the same in pixels")


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--facts", type=_path, metavar="FILE.jsonl", help="write every fact there")


def _add_compare(parser: argparse.ArgumentParser) -> None:
    _add_shift(parser)
    _add_policy(parser)
    _add_why(parser)
    _add_exports(parser)


def _add_race(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="SHIFT|REPLAY", nargs="+",
                        help="a shift, replays of one, or both")  # fmt: skip
    parser.add_argument("--modes", metavar="A,B,...", help="two to four kitchens; hybrid:POLICY "
                        "gives one a policy of its own (default: all four)")  # fmt: skip
    _add_seed(parser)
    _add_policy(parser)
    parser.add_argument("--menu", type=_path, metavar="FILE.py", help="recipes of your own")
    _add_window(parser)
    parser.add_argument(
        "--at", type=float, metavar="SECONDS", help="kitchen time of the picture (default: 0)"
    )


def _add_replay(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("replay", metavar="FILE", type=_path, help=REPLAY_HELP)
    parser.add_argument("--menu", type=_path, metavar="FILE.py", help="its recipes of your own")
    parser.add_argument("--policy", metavar="FILE.py:FUNCTION", help="its policy of your own")
    parser.add_argument("--headless", action="store_true", help="cook it again without a window")
    parser.add_argument("--json", action="store_true", help="print one JSON document: headless")
    _add_facts(parser)
    _add_exports(parser)
    _add_window(parser)
    _add_film(parser)
    parser.add_argument("--at", type=float, metavar="SECONDS", help="kitchen time to begin at")


def _add_nothing(parser: argparse.ArgumentParser) -> None:
    """For a command that takes nothing."""


def _add_lesson(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", metavar="ACTION", help="list; play N; check [N ...], all without "
                        "a name; new NAME; handout N, for paper; sheet, for a class")  # fmt: skip
    parser.add_argument("named", metavar="LESSON", nargs="*", help="its number, name or folder")
    _add_lessons(parser)
    parser.add_argument("--solution", type=_path, metavar="FILE.py",
                        help="check these answers instead of its own")  # fmt: skip
    parser.add_argument("--html", type=_path, metavar="FILE.html", help="a page to be printed")
    _add_window(parser)


def _add_lessons(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lessons", type=_path, metavar="DIR", help=LESSONS_HELP)


def _add_window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--speed", type=float, default=1.0, metavar="X", help="1 is normal")
    parser.add_argument("--size", metavar="WxH", help="of the window (default: as last time)")
    parser.add_argument("--frames", type=_whole, metavar="N", help="end after N frames")
    parser.add_argument("--screenshot", type=_path, metavar="FILE", help="write a picture and end")


def _add_film(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--gif", type=_path, metavar="FILE", help="write ten seconds and end")


def _add_play(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shift", metavar="SHIFT", nargs="?", help=SHIFT_HELP)
    parser.add_argument("--mode", help=MODE_HELP)
    _add_seed(parser)
    parser.add_argument("--autopilot", action="store_true", help="let the policy decide")
    _add_policy(parser)
    parser.add_argument("--menu", type=_path, metavar="FILE.py", help="recipes of your own")
    _add_lessons(parser)
    _add_window(parser)
    _add_film(parser)
    parser.add_argument(
        "--at", type=float, metavar="SECONDS", help="kitchen time of either (default: 0)"
    )
