"""Racing: what ``kitchen race`` does, from the words of the command line to the window."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from kitchen.cli.arguments import (
    blamed,
    inputs,
    policy_named,
    recipes,
    replay_file,
    shift_and_seed,
    size,
)
from kitchen.cli.outputs import check_output
from kitchen.cli.replaying import readable
from kitchen.cli.requirements import check_requirements
from kitchen.errors import KitchenError

if TYPE_CHECKING:
    from kitchen.runs.heat import Entrant, Heat
    from kitchen.runs.replay import Replay
    from kitchen.sim.policy import Policy

FEW_MODES = "--modes names kitchens that race, with commas between them: blocking,hybrid"


def race(options: argparse.Namespace) -> int:
    """Cook the kitchens, then show them. What goes wrong with one goes wrong before the window
    opens."""
    check_requirements()
    if options.at is not None and options.screenshot is None:
        raise KitchenError("--at is the time of a picture: say --screenshot FILE as well")
    heat = heat_of(options)
    from kitchen.game.app import Options, play

    return play(
        Options(
            heat=heat,
            speed=options.speed,
            size=None if options.size is None else size(options.size),
            frames=options.frames,
            screenshot=options.screenshot,
            at=options.at or 0.0,
        )
    )


def heat_of(options: argparse.Namespace) -> Heat:
    """What is to be raced. Raises `KitchenError`, and what one of the kitchens raises."""
    shifts = [word for word in options.what if not _is_replay(word)]
    replays = [Path(word) for word in options.what if _is_replay(word)]
    if len(shifts) > 1:
        raise KitchenError(f"one shift is raced, not {len(shifts)}: {', '.join(shifts)}")
    options.shift = shifts[0] if shifts else None
    check_output(options.screenshot, [*inputs(options), *replays])
    with blamed(options):
        return _heat(options, replays)


def _is_replay(word: str) -> bool:
    """Whether it names a file that may hold a replay; what is no file is the name of a shift."""
    from kitchen.runs.replayfile import EXPORTED

    return Path(word).suffix.lower() in (".json", *EXPORTED)


def _heat(options: argparse.Namespace, files: list[Path]) -> Heat:
    from kitchen.runs.heat import Heat, the_four

    own, policy = recipes(options.menu), policy_named(options.policy)
    played = _played(files, policy)
    replays = [entrant.replay for entrant in played if entrant.replay is not None]
    if options.shift is not None:
        shift, seed = shift_and_seed(options)
    else:
        shift, seed = readable(files[0], replays[0], own, played[0].own_policy), options.seed
    if seed is None and replays:
        seed = replays[0].seed
    if options.modes is not None:
        entrants = [*played, *_named(options.modes, policy or shift.brigade.policy)]
    elif not played:
        entrants = the_four(shift, policy)
    elif len(played) == 1:
        entrants = [*played, *_autopilot(replays[0], policy)]
    else:
        entrants = played
    return Heat(shift, entrants, seed)


def _played(files: list[Path], policy: str | Policy | None) -> list[Entrant]:
    """What the files hold; one that was cooked with ``policy`` is so once more."""
    from kitchen.runs.heat import of_replay
    from kitchen.runs.replayfile import load_replay
    from kitchen.sim.policy import policy_name

    stems = Counter(file.stem for file in files)
    found = []
    for file in files:
        replay = load_replay(replay_file(file))
        own = policy if callable(policy) and policy_name(policy) == replay.policy else None
        name = file.stem if stems[file.stem] == 1 else str(file)
        found.append(of_replay(replay, name, own))
    return found


def _autopilot(replay: Replay, policy: str | Policy | None) -> list[Entrant]:
    """Whom one replay races, if nobody is named: the same kitchen, with nobody's commands."""
    from kitchen.runs.heat import Entrant
    from kitchen.sim.policy import PLAYER

    if policy is None:
        policy = "fifo" if replay.policy == PLAYER else replay.the_policy()
    return [Entrant(replay.mode, policy)]


def _named(words: str, policy: str | Policy) -> list[Entrant]:
    """Of ``blocking,hybrid``; a policy of its own stands behind a colon: ``hybrid:deadline``."""
    from kitchen.errors import nearest
    from kitchen.runs.heat import Entrant
    from kitchen.sim.shift.modes import MODES

    found = []
    for word in words.split(","):
        mode, _, own = word.strip().partition(":")
        if not mode:
            raise KitchenError(FEW_MODES)
        if mode not in MODES:
            raise KitchenError(nearest("mode", mode, MODES))
        found.append(Entrant(mode, (policy_named(own) if own else None) or policy))
    return found
