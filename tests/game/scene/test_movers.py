"""Who moves is where it is in every frame; what it looks like may be two frames late, no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering

from kitchen.game.draw.kit import Kit
from kitchen.game.scene.figure import ChefFigures
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.signs.moment import TURNS
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

FRAMES = 24

Drawn = tuple[Any, tuple[Any, ...]]
"""Where a chef's waist is, and all else that it is drawn by."""


@contextmanager
def noted(patch: pytest.MonkeyPatch) -> Iterator[dict[int, Drawn]]:
    """By chef: how its body was drawn last."""
    drawn: dict[int, Drawn] = {}
    draw = ChefFigures.draw

    def note(
        figures: ChefFigures,
        surface: Any,
        number: int,
        name: str,
        waist: Any,
        *args: Any,
        **kw: Any,
    ) -> None:
        if "pivot" not in kw:
            drawn[number] = waist, (name, *args, kw["mien"])
        draw(figures, surface, number, name, waist, *args, **kw)

    with patch.context() as inner:
        inner.setattr(ChefFigures, "draw", note)
        yield drawn


def _walk(
    kit: Kit, canvas: pygame.Surface, look: Look, patch: pytest.MonkeyPatch, *, whole: bool
) -> list[dict[int, Drawn]]:
    """Four chefs run to what they were just called to; how each frame shows them."""
    scene, view = KitchenScene(kit), kitchen(start=opened("parallel", 4, "leave"))
    scene.draw(canvas, look(view, 0.0, wall=1.0))
    for number in range(1, 5):
        view.fold([*ordered(number), *chopping(number, chef=number)])
    rows = []
    with noted(patch) as drawn:
        for beat in range(FRAMES):
            moment = look(view, 0.0, wall=4.0 + beat / 60, beat=beat)
            scene.draw(canvas, replace(moment, whole=whole))
            rows.append(dict(drawn))
    return rows


def test_who_runs_is_where_it_is_in_every_frame_in_a_shape_of_two_frames_ago_at_most(
    toolkit: Kit, canvas: pygame.Surface, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = _walk(toolkit, canvas, look, monkeypatch, whole=True)
    turns = _walk(toolkit, canvas, look, monkeypatch, whole=False)
    late = 0
    for beat, row in enumerate(turns):
        assert {n: where for n, (where, _) in row.items()} == {
            n: where for n, (where, _) in exact[beat].items()
        }
        for number, (_, shape) in row.items():
            recent = exact[max(0, beat - TURNS + 1) : beat + 1]
            assert shape in [one[number][1] for one in recent] or beat < TURNS
            late += shape != exact[beat][number][1]
    assert late and turns[-1] == exact[-1], "they have arrived"
    assert len({row[1][0] for row in exact}) > TURNS, "they did run"


def _rung() -> KitchenView:
    """Soup that is done waits for hands; it spoils after a minute, and burns after another."""
    facts = [*ordered(1), *chopping(1), f.StationTaken(30.0, 1, 0, "hob", 0), *simmering(1, 30.0)]
    return kitchen(*facts, f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0))


def _call(scene: KitchenScene, canvas: pygame.Surface, look: Look, *frames: tuple[float, int, bool]
          ) -> bytes:  # fmt: skip
    """The picture of a call-out, after frames of these times and beats, whole or not."""
    view = _rung()
    for now, beat, whole in frames:
        moment = look(view, now, wall=9.0, beat=beat, calm=True)
        scene.draw(canvas, replace(moment, whole=whole))
    return pygame.image.tobytes(canvas, "RGB")


def test_a_fuse_is_as_long_as_it_was_two_frames_ago_at_most(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    first = (331.0, 0, True)
    exact = _call(KitchenScene(toolkit), canvas, look, first, (370.0, 3, True))
    turns = [(370.0, beat, False) for beat in range(1, 1 + TURNS)]
    assert _call(KitchenScene(toolkit), canvas, look, first, *turns) == exact
    assert _call(KitchenScene(toolkit), canvas, look, first, turns[0]) != exact


def test_what_happens_to_a_call_is_seen_at_once(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    pictures = []
    for whole in (True, False):
        scene, view = KitchenScene(toolkit), _rung()
        scene.draw(canvas, look(view, 390.0, wall=8.0, calm=True))
        before = pygame.image.tobytes(canvas, "RGB")
        new = view.fold([f.FoodBurnt(450.0, 1, 0, 1)])
        moment = look(view, 450.0, wall=8.5, beat=1, calm=True, facts=new)
        scene.draw(canvas, replace(moment, whole=whole))
        pictures.append(pygame.image.tobytes(canvas, "RGB"))
    assert pictures[0] == pictures[1] != before
