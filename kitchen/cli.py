"""The command line: ``kitchen`` plays, ``kitchen run`` and ``kitchen compare`` work headless."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from kitchen.arguments import inputs, policy_named, recipes, shift_and_seed, size
from kitchen.outputs import check_output, write

if TYPE_CHECKING:
    from kitchen.run import Result

SHIFT_HELP = "a shift's name, daily, daily:DATE or a .toml file; @SEED behind it if you like"
MODE_HELP = "blocking, concurrent, parallel or hybrid (default: the shift's, else concurrent)"
SEED_HELP = "for arrivals by chance (default: the shift's, else 0)"
POLICY_HELP = "who gets a chef next (default: the shift's, else fifo)"


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one line; status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 0, 1 for a replay that came out differently, 2 for
    a user's mistake, 130 for Ctrl-C."""
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


def _complain(why: str, status: int = 2) -> int:
    print("kitchen: " + " ".join(why.split()), file=sys.stderr)
    return status


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
    _add_replay(commands.add_parser("replay", help="cook a kept game again, headless"))
    listing = commands.add_parser("list", help="show shifts, dishes, modes and policies")
    listing.set_defaults(command=_list)
    return parser


def _version() -> str:
    from kitchen import __version__

    return __version__


def _add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, metavar="N", help=SEED_HELP)


def _add_shift(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shift", metavar="SHIFT", help=SHIFT_HELP)
    _add_seed(parser)
    parser.add_argument("--menu", type=Path, metavar="FILE.py", help="recipes of your own")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--policy", metavar="NAME|FILE.py:FUNCTION", help=POLICY_HELP)


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=_run)
    _add_shift(parser)
    parser.add_argument("--mode", help=MODE_HELP)
    parser.add_argument("--chefs", type=int, metavar="N", help="1 or more, instead of the mode's")
    parser.add_argument("--attention", metavar="stay|leave", help="instead of the mode's")
    _add_policy(parser)
    _add_facts(parser)


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--facts", type=Path, metavar="FILE.jsonl", help="write every fact there")


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=_compare)
    _add_shift(parser)
    _add_policy(parser)


def _add_replay(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=_replay)
    parser.add_argument("replay", metavar="FILE", type=Path, help="a replay that the game kept")
    parser.add_argument("--menu", type=Path, metavar="FILE.py", help="its recipes of your own")
    parser.add_argument("--policy", metavar="FILE.py:FUNCTION", help="its policy of your own")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    _add_facts(parser)


def _add_play_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--mode", help=MODE_HELP)
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
    from kitchen.run import run

    check_output(options.facts, inputs(options))
    with contextlib.redirect_stdout(sys.stderr):  # a recipe may print; our output stays our own
        (shift, seed), policy = shift_and_seed(options), policy_named(options.policy)
        result = run(shift, options.mode, seed, policy, options.chefs, options.attention)
    _show_result(result, result.as_json() if options.json else None)
    if options.facts:
        write(options.facts, result.lines)
    return 0


def _show_result(result: Result, document: dict[str, Any] | None) -> None:
    """As a table, or as that JSON document."""
    if document is not None:
        print(json.dumps(document))
        return
    from kitchen.report.tables import result_table, show

    for said in result.said:
        print(f"{said.t:>10,.1f} s  {said.text}")
    show(result_table(result))


def _replay(options: argparse.Namespace) -> int:
    from kitchen.replay import Changed, load_replay
    from kitchen.sim.errors import KitchenError

    check_output(options.facts, inputs(options))
    replay = load_replay(options.replay)
    with contextlib.redirect_stdout(sys.stderr):
        own = recipes(options.menu)
        policy = policy_named(options.policy)
        try:
            result = replay.again(own, policy)
        except Changed as changed:
            return _complain(f"{options.replay}: {changed}", 1)
        except KitchenError as error:
            raise KitchenError(f"{options.replay}: {error}") from error
    same = replay.same(result)
    document = result.as_json() | {"recorded": replay.digest, "same": same}
    _show_result(result, document if options.json else None)
    if options.facts:
        write(options.facts, result.lines)
    if not same:
        was = f"not what was recorded (facts with sha256 {replay.digest[:12]})"
        return _complain(f"{options.replay}: {was}: a recipe, a policy or a rule has changed", 1)
    if not options.json:
        print("The facts are those that were recorded, to the byte.")
    return 0


def _compare(options: argparse.Namespace) -> int:
    from kitchen.run import compare

    with contextlib.redirect_stdout(sys.stderr):
        (shift, seed), policy = shift_and_seed(options), policy_named(options.policy)
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
    check_output(options.screenshot, inputs(options))
    shift, seed = shift_and_seed(options) if options.shift else (None, options.seed)
    return play(
        Options(
            shift=shift,
            mode=options.mode,
            seed=seed,
            speed=options.speed,
            autopilot=options.autopilot,
            policy=policy_named(options.policy),
            size=None if options.size is None else size(options.size),
            frames=options.frames,
            screenshot=options.screenshot,
            at=options.at,
        )
    )
