"""The viewfinder: what the screen is to draw in a frame, be it the present or the past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from kitchen.game.draw.box import Pos
from kitchen.game.service.session import Session
from kitchen.game.signs.evening import evening_of
from kitchen.game.signs.marginnote import MarginNote
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.yours import yours_of
from kitchen.lab.lookahead import Foresight
from kitchen.loop.frames import Frame
from kitchen.runs.hindsight import Hindsight
from kitchen.runs.service import Service
from kitchen.sim.facts import Fact


def moment_of(
    session: Session,
    frame: Frame,
    new: Mapping[str, Sequence[Fact]],
    *,
    hover: Pos | None,
    calm: bool,
    foresight: Foresight | None,
    blind: bool,
    note: MarginNote | None,
    whole: bool,
    scrubs: bool,
    settled: bool,
    ring_key: str,
) -> Moment:
    """``new``: facts since the last frame, by kitchen; ``hover``: the pointer, in logical px;
    ``ring_key``: what the key to the next ring is called. The others are as in `Moment`, as far as
    the screen knows them."""
    service, mode = session.service, session.service.mode
    shift, back, sight = session.shift, session.lookback, session.lookback.sight
    past, seen = sight is not None, sight or service
    now = back.now if past else frame.time
    return Moment(
        view=seen.views[mode],
        now=now,
        wall=frame.wall,
        facts=new.get(mode, ()),
        mode=mode,
        attention=service.kitchen.mode.attention,
        title=shift.title or shift.name,
        seed=service.seed if shift.arrivals is not None else None,
        speed=session.speed,
        paused=session.paused and not back.plays,
        autopilot=seen.autopilot or mode != seen.home,
        tempo=shift.tempo,
        sources=session.sources,
        stars=_stars(service, now, sight),
        targets=service.stars(mode, now, sight),
        slow=session.slow,
        rail=shift.rail,
        yours=yours_of(service, session.resting, new.get(seen.home, ()), sight),
        hover=hover,
        calm=calm,
        still=session.still,
        evening=evening_of(service.kitchen, new.get(mode, ()), now, shift.tempo),
        ringing=session.ringing(frame.time, ring_key),
        foresight=foresight,
        blind=blind and not past,
        note=note if mode == service.home and not past else None,
        pressed=pygame.mouse.get_pressed()[0],
        beat=frame.number,
        whole=whole,
        scrubs=scrubs,
        settled=settled or (past and session.still),
        present=frame.time if past else None,
        later=service.view if past else None,
        chosen=back.chosen,
        bookmarks=back.bookmarks,
        recorded=session.replay is not None,
        ended=session.ended,
    )


def _stars(service: Service, now: float, sight: Hindsight | None) -> float:
    """Those that count."""
    mode = service.mode
    return 0.0 if service.watched(mode, sight) else service.stars_earned(mode, now, sight)
