"""The command line: ``kitchen`` plays, ``kitchen run`` and ``kitchen compare`` work headless."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from kitchen.sim.policy import Policy
    from kitchen.sim.recipe import Recipe
    from kitchen.sim.shift import Shift

SHIFT_HELP = "a shift's name or a .toml file, with @SEED behind it if you like"
MODE_HELP = "blocking, concurrent, parallel or hybrid (default: concurrent)"


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one line; status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 0, 2 for a user's mistake, 130 for Ctrl-C."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    from kitchen.sim.errors import KitchenError
    from kitchen.stall import Stalled

    try:
        return command(options)
    except (KitchenError, Stalled) as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        print("\nkitchen: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output has had enough; keep the interpreter from saying so at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _complain(why: str) -> int:
    print("kitchen: " + " ".join(why.split()), file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kitchen",
        description="A Watched Pot: a restaurant kitchen whose dishes are real asyncio coroutines. "
        "Without a command it opens the game.",
    )
    parser.set_defaults(command=_play, shift=None)
    parser.add_argument("--version", action="version", version=f"a-watched-pot {_version()}")
    _add_play_options(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    play = commands.add_parser("play", help="play a shift in a window")
    play.set_defaults(command=_play)
    play.add_argument("shift", metavar="SHIFT", help=SHIFT_HELP)
    _add_play_options(play)
    _add_run(commands.add_parser("run", help="run a shift headless"))
    _add_compare(commands.add_parser("compare", help="run a shift in all four kitchens, headless"))
    listing = commands.add_parser("list", help="show shifts, dishes, modes and policies")
    listing.set_defaults(command=_list)
    return parser


def _version() -> str:
    from kitchen import __version__

    return __version__


def _add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, help="for arrivals by chance (default: 0)")


def _add_shift(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shift", metavar="SHIFT", help=SHIFT_HELP)
    _add_seed(parser)
    parser.add_argument("--menu", type=Path, metavar="FILE.py", help="recipes of your own")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--policy", default="fifo", metavar="NAME|FILE.py:FUNCTION", help="who gets a chef next"
    )


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=_run)
    _add_shift(parser)
    parser.add_argument("--mode", default="concurrent", help=MODE_HELP)
    parser.add_argument("--chefs", type=int, metavar="N", help="1 or more, instead of the mode's")
    parser.add_argument("--attention", metavar="stay|leave", help="instead of the mode's")
    _add_policy(parser)
    parser.add_argument("--facts", type=Path, metavar="FILE.jsonl", help="write every fact there")


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=_compare)
    _add_shift(parser)
    _add_policy(parser)


def _add_play_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--mode", default="concurrent", help=MODE_HELP)
    _add_seed(parser)
    parser.add_argument("--speed", type=float, default=1.0, metavar="X", help="1 is normal")
    parser.add_argument("--autopilot", action="store_true", help="let the policy decide")
    _add_policy(parser)
    parser.add_argument("--menu", type=Path, metavar="FILE.py", help="recipes of your own")
    parser.add_argument("--size", metavar="WxH", help="of the window (default: as last time)")
    parser.add_argument("--frames", type=int, metavar="N", help="end after N frames")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="write a picture and end")
    parser.add_argument(
        "--at", type=float, default=0.0, metavar="SECONDS", help="kitchen time of the screenshot"
    )


# -- the commands ------------------------------------------------------------------------------


def _run(options: argparse.Namespace) -> int:
    import json

    from kitchen.run import run

    _check_output(options.facts)
    with contextlib.redirect_stdout(sys.stderr):  # a recipe may print; our output stays our own
        (shift, seed), policy = _shift_and_seed(options), _policy(options.policy)
        result = run(shift, options.mode, seed, policy, options.chefs, options.attention)
    if options.json:
        print(json.dumps(result.as_json()))
    else:
        from kitchen.report.tables import result_table, show

        for said in result.said:
            print(f"{said.t:>10,.1f} s  {said.text}")
        show(result_table(result))
    if options.facts:
        _write(options.facts, result.lines)
    return 0


def _compare(options: argparse.Namespace) -> int:
    import json

    from kitchen.run import compare

    with contextlib.redirect_stdout(sys.stderr):
        (shift, seed), policy = _shift_and_seed(options), _policy(options.policy)
        comparison = compare(shift, seed, policy)
    if options.json:
        print(json.dumps(comparison.as_json()))
    else:
        from kitchen.report.tables import comparison_table, show
        from kitchen.report.text import finding

        show(comparison_table(comparison), "", finding(comparison))
    return 0


def _list(options: argparse.Namespace) -> int:
    from kitchen.report.tables import lists, show

    for table in lists():
        show(table, "")
    return 0


def _play(options: argparse.Namespace) -> int:
    from kitchen.sim.errors import KitchenError

    try:
        from kitchen.game.app import Options, play
    except ModuleNotFoundError as missing:
        if missing.name not in ("pygame", "fontpkg_barlow", "fontpkg_lilita_one"):
            raise
        raise KitchenError(
            f"the game needs {missing.name}, which is not installed: pip install pygame-ce "
            f"(kitchen run and kitchen compare work without it)"
        ) from missing
    _check_output(options.screenshot)
    shift, seed = _shift_and_seed(options) if options.shift else (None, options.seed or 0)
    return play(
        Options(
            shift=shift,
            mode=options.mode,
            seed=seed,
            speed=options.speed,
            autopilot=options.autopilot,
            policy=_policy(options.policy),
            size=None if options.size is None else _size(options.size),
            frames=options.frames,
            screenshot=options.screenshot,
            at=options.at,
        )
    )


# -- what the user named -----------------------------------------------------------------------


def _shift_and_seed(options: argparse.Namespace) -> tuple[Shift, int]:
    from kitchen.cookbook.load import load_shift
    from kitchen.cookbook.seedcode import read_code
    from kitchen.sim.errors import KitchenError

    name, seed = read_code(options.shift)
    if seed is not None and options.seed not in (None, seed):
        raise KitchenError(f"{options.shift} says seed {seed}, but --seed says {options.seed}")
    return load_shift(name, _recipes(options.menu)), options.seed or seed or 0


def _recipes(path: Path | None) -> dict[str, Recipe] | None:
    from kitchen.menu import recipes_from

    return recipes_from(path) if path else None


def _policy(name: str) -> str | Policy:
    """A policy by name, or a function of a user's file."""
    from kitchen.menu import import_file
    from kitchen.sim.errors import PolicyError, nearest
    from kitchen.sim.policy import POLICIES

    file, colon, function = name.rpartition(":")
    if not colon or not file.endswith(".py"):
        if name not in POLICIES:
            raise PolicyError(nearest("policy", name, POLICIES))
        return name
    module = import_file(Path(file), PolicyError)
    policy = getattr(module, function, None)
    if not callable(policy):
        known = [key for key, value in vars(module).items() if callable(value)]
        raise PolicyError(f"{file}: {nearest('function', function, known)}")
    return policy  # type: ignore[no-any-return]


def _size(text: str) -> tuple[int, int]:
    from kitchen.sim.errors import KitchenError

    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 320 and int(height) >= 180):
        raise KitchenError(f"--size is WIDTHxHEIGHT in pixels, at least 320x180, not {text!r}")
    return int(width), int(height)


def _check_output(path: Path | None) -> None:
    """Complain before any work is done, not after."""
    from kitchen.sim.errors import KitchenError

    if path is None:
        return
    if path.is_dir():
        raise KitchenError(f"{path}: cannot write there: it is a folder")
    if not path.parent.is_dir():
        raise KitchenError(f"{path}: cannot write there: there is no folder {path.parent}")
    target = path if path.exists() else path.parent
    if not os.access(target, os.W_OK):
        raise KitchenError(f"{path}: cannot write there: no permission")


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    from kitchen.sim.errors import KitchenError

    beside = path.with_name(path.name + ".new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        raise KitchenError(f"{path}: cannot write there: {error.strerror}") from error
