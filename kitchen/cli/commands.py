"""The commands: what ``kitchen play``, ``run``, ``compare``, ``race``, ``replay`` and ``list`` do.

Loaded when a command has been understood; what goes wrong in it is told here.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import sys
import traceback
import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kitchen.cli.arguments import (
    blamed,
    headless,
    inputs,
    policy_named,
    recipes,
    replay_file,
    shift_and_seed,
    size,
)
from kitchen.cli.outputs import check_output, facts_output
from kitchen.cli.requirements import check_requirements
from kitchen.errors import KitchenError
from kitchen.loop.stall import Stalled
from kitchen.terminal import aside, complain, draws_boxes, printable
from kitchen.usercode.tampering import no_tampering

if TYPE_CHECKING:
    from kitchen.cli.annotating import Annotating
    from kitchen.cli.whys import Whys
    from kitchen.lab.why.diagnosis import Diagnosis
    from kitchen.lessons.book import Chapter
    from kitchen.report.timeline.lanes import Charting
    from kitchen.runs.linetally import RecipeLines
    from kitchen.runs.replay import Replay
    from kitchen.runs.result import Comparison, Result


def obey(options: argparse.Namespace) -> int:
    """Do what has been understood; the exit status."""
    command = {
        "play": _play,
        "run": _run,
        "compare": _compare,
        "race": _race,
        "replay": _replay,
        "list": _list,
        "lesson": _lesson,
    }
    try:
        with no_tampering():  # while a user's file is imported, too, and in the game
            return command[options.command](options)
    except (KitchenError, Stalled) as error:
        status = _complain(str(error))
        if isinstance(error, Stalled) and error.cycle:
            _draw_circle(error)
        let_go_of_frames(error)
        return status
    except OSError:
        raise
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        status = _complain(_unforeseen(error))
        let_go_of_frames(error)
        return status


def _unforeseen(error: Exception) -> str:
    """For what should not be: a mistake of ours, or a recipe that has broken what we stand on."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({frames[-1].filename}:{frames[-1].lineno})" if frames else ""
    how = "python -X dev -m kitchen ... shows how it came about"
    return f"nobody foresaw this: {type(error).__name__}: {error}{where}; {how}"


def let_go_of_frames(error: BaseException | None) -> None:
    """Coroutines that were never awaited because of the error need no warning: it has been told."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        while error is not None:
            traceback.clear_frames(error.__traceback__)
            error = error.__cause__ or error.__context__


def _complain(why: str, status: int = 2) -> int:
    complain(why)
    return status


def _draw_circle(stalled: Stalled) -> None:
    """Under the line that says it: who waits for whom."""
    plain = not draws_boxes(sys.stderr)
    print("\n" + stalled.graph.drawing(ascii=plain, only_circles=True), file=sys.stderr)


def _run(options: argparse.Namespace) -> int:
    from kitchen.cli.exports import exporting
    from kitchen.runs.headless import run_shift
    from kitchen.sim.shift.too_large import check_count

    check_output(options.facts, inputs(options))
    whys = _whys() if options.why else None
    lines = _lines(options.lines) if options.lines is not None else None
    with (
        exporting(options, inputs(options), not options.json) as exports,
        facts_output(options.facts) as tell,
    ):
        with aside():
            shift, seed, policy = headless(options)
            check_count("--chefs", options.chefs or 1)
            if lines is not None:
                lines.check(shift)
            with blamed(options):
                result = run_shift(
                    shift, options.mode, seed, policy, options.chefs, options.attention,
                    tell=exports.telling(tell, whys),
                    watch=exports.watch if lines is None else lines.watching(exports.watch),
                )  # fmt: skip
            mode = shift.mode(options.mode, options.chefs, options.attention)
            found = [] if whys is None else whys.answers(shift, [mode], policy, [result])
        exports.write(shift, [result])
        document = result.as_json()
        if found:
            document["why"] = found[0].as_json()
        costs = () if lines is None else lines.found(shift)
        if lines is not None:
            document["lines"] = [of.as_json() for of in costs]
        _show_result(result, document if options.json else None, exports.charting)
        if costs and not options.json:
            _show_lines(costs)
        if found and not options.json:
            _show_whys(found)
    return 0


def _lines(dish: str) -> Annotating:
    from kitchen.cli.annotating import Annotating

    return Annotating(dish)


def _show_lines(costs: Sequence[RecipeLines]) -> None:
    from kitchen.cli.annotating import show_lines

    show_lines(costs)


def _whys() -> Whys:
    from kitchen.cli.whys import Whys

    return Whys()


def _show_whys(found: list[Diagnosis]) -> None:
    from kitchen.cli.whys import show_whys

    show_whys(found)


def _show_result(
    result: Result, document: dict[str, Any] | None, charting: Charting | None
) -> None:
    """As a table and a chart, or as that JSON document."""
    if document is not None:
        print(json.dumps(document))
        return
    from kitchen.report.tables import result_table, show, show_charts

    for said in result.said:
        print(f"{said.t:>10,.1f} s  {printable(said.text)}")
    show(result_table(result))
    if charting is not None:
        show_charts(charting.charts)


def _replay(options: argparse.Namespace) -> int:
    from kitchen.cli.exports import wanted
    from kitchen.runs.replayfile import load_replay

    check_output(options.facts, inputs(options))
    check_output(options.screenshot, inputs(options))
    check_output(options.gif, inputs(options))
    replay = load_replay(replay_file(options.replay))
    if not (options.headless or options.json or options.facts or wanted(options)):
        return _watch(options, replay)
    _no_window(options)
    return _replay_headless(options, replay)


def _no_window(options: argparse.Namespace) -> None:
    """Raises `KitchenError` for what would be asked of a window in vain."""
    asked = {"--speed": options.speed != 1.0, "--size": options.size, "--frames": options.frames,
             "--screenshot": options.screenshot, "--gif": options.gif,
             "--at": options.at is not None}  # fmt: skip
    if vain := [name for name, said in asked.items() if said]:
        raise KitchenError(
            f"{vain[0]} is for the window, and none opens with --headless, --json, --facts or an "
            "export: leave one of them out"
        )


def _replay_headless(options: argparse.Namespace, replay: Replay) -> int:
    from kitchen.cli.exports import exporting
    from kitchen.cli.replaying import cook_again
    from kitchen.runs.replay import Changed

    try:
        with (
            exporting(options, inputs(options), not options.json) as exports,
            facts_output(options.facts) as tell,
        ):
            with aside():
                again = cook_again(options, replay, exports.telling(tell), exports.watch)
            exports.write(again.shift, [again.result], replay)
            document = again.as_json() if options.json else None
            _show_result(again.result, document, exports.charting)
    except Changed as changed:
        return _complain(str(changed), 1)
    if not options.json:
        print(*again.lines(), sep="\n")
    return 0 if again.same else _complain(f"{options.replay}: {again.complaint()}", 1)


def _watch(options: argparse.Namespace, replay: Replay) -> int:
    check_requirements()
    from kitchen.cli.replaying import readable

    own, policy = recipes(options.menu), policy_named(options.policy)
    shift = readable(options.replay, replay, own, policy)
    with _nothing_collected():
        from kitchen.game.app import Options, play

    return play(
        Options(
            shift=shift,
            replay=replay,
            recipes=own,
            policy=policy,
            speed=options.speed,
            size=None if options.size is None else size(options.size),
            frames=options.frames,
            screenshot=options.screenshot,
            gif=options.gif,
            at=options.at or 0.0,
        )
    )


def _compare(options: argparse.Namespace) -> int:
    from kitchen.cli.exports import exporting
    from kitchen.runs.headless import compare_shift
    from kitchen.runs.stream import nobody

    whys = _whys() if options.why else None
    with exporting(options, inputs(options), not options.json) as exports:
        with aside():
            shift, seed, policy = headless(options)
            with blamed(options):
                comparison = compare_shift(
                    shift, seed, policy, tell=exports.telling(nobody, whys), watch=exports.watch
                )
            kitchens, modes = comparison.kitchens, shift.four.values()
            found = [] if whys is None else whys.answers(shift, modes, policy, kitchens)
        exports.write(shift, kitchens)
        _show_comparison(comparison, None if options.json else exports.charting, found)
    return 0


def _show_comparison(
    comparison: Comparison, charting: Charting | None, found: list[Diagnosis]
) -> None:
    """As a table and charts, or as a JSON document."""
    if charting is None:
        document = comparison.as_json()
        for kitchen, one in zip(document["kitchens"], found, strict=False):
            kitchen["why"] = one.as_json()
        print(json.dumps(document))
        return
    from kitchen.report.tables import comparison_table, show, show_charts
    from kitchen.report.verdict import finding

    show(comparison_table(comparison), "", finding(comparison))
    show_charts(charting.charts)
    if found:
        _show_whys(found)


def _race(options: argparse.Namespace) -> int:
    from kitchen.cli.racing import race

    return race(options)


def _list(options: argparse.Namespace) -> int:
    from kitchen.report.tables import lists, show

    for table in lists():
        show(table, "")
    return 0


def _lesson(options: argparse.Namespace) -> int:
    from kitchen.cli.lessoning import lesson

    return lesson(options)


def _play(options: argparse.Namespace) -> int:
    check_requirements()
    with _nothing_collected():
        from kitchen.game.app import Options, play

    if options.at is not None and options.screenshot is None and options.gif is None:
        raise KitchenError("--at is the time of a picture: say --screenshot or --gif FILE as well")
    if options.gif is not None and options.shift is None:
        raise KitchenError("--gif is a film of a shift: say which SHIFT as well")
    if options.menu is not None and options.shift is None:
        raise KitchenError("--menu holds the recipes of a shift: say which SHIFT as well")
    check_output(options.screenshot, inputs(options))
    check_output(options.gif, inputs(options))
    own: tuple[Chapter, ...] = ()
    if options.lessons is not None:
        from kitchen.cli.lessoning import own_chapters

        own = own_chapters(options.lessons)
    named = options.shift is not None
    shift, seed = shift_and_seed(options) if named else (None, options.seed)
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
            gif=options.gif,
            at=options.at or 0.0,
            chapters=own,
        )
    )


@contextlib.contextmanager
def _nothing_collected() -> Iterator[None]:
    """While modules are loaded: all of it stays, and the collector would look through it a hundred
    times."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
