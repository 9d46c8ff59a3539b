"""The opening: what a player is shown, asked and offered before a shift begins."""

from __future__ import annotations

from kitchen.game.service.hud.goals import GoalsCard
from kitchen.game.service.session import Session
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.bet import Bet, bet_on
from kitchen.sim.shift.shift import Shift

OFFERED = "assists"
"""The hint that was given, in the progress."""
HELP = "Too much at once? The settings can give you more time."


def show_goals(screen: Screen, session: Session) -> None:
    """On a card over ``screen``: kitchen time begins when it has been read. Nobody reads it in a
    film."""
    if screen.options.film or screen.options.autopilot:
        return
    session.hold(True)
    bet = _bet_to_be_made(screen.game, session.shift)
    screen.open(GoalsCard(screen, session.shift, lambda: session.hold(False), bet))


def _bet_to_be_made(game: Game, shift: Shift) -> Bet | None:
    """Once in a sitting for each shift; None: it stands, or is not wanted."""
    if not game.settings.bets or shift.name in game.bets:
        return None
    return game.bets.setdefault(shift.name, bet_on(shift))


def offered_help(game: Game) -> str:
    """What to say to who lost the last shift badly, once ever; empty: nothing."""
    offered = game.struggles and OFFERED not in game.keep.progress.seen
    game.struggles = False
    if not offered:
        return ""
    game.keep.change_progress(lambda progress: progress.with_seen(OFFERED))
    return HELP
