"""The sign that says why the clock stands: it covers nothing but the panel's head."""

from __future__ import annotations

from typing import get_args

import pygame
import pytest
from tools.game_scenario import Look, kitchen

from kitchen.game.draw.kit import Kit
from kitchen.game.service.loop.looppanel import LoopPanel
from kitchen.game.service.loop.runningsection import RUNNING_Y
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.ringing import Ringing
from kitchen.runs.nextring import Reason


@pytest.mark.parametrize("turn", get_args(Reason))
def test_only_the_head_changes(
    toolkit: Kit, canvas: pygame.Surface, look: Look, turn: Reason
) -> None:
    panel, changed = LoopPanel(toolkit), []
    x, y, w, _ = layout_of(toolkit.stage).panel
    head = toolkit.stage.rect(x, y, w, RUNNING_Y - 12.0 - y)
    for wall in (0.0, 0.05, 0.15, 1.0):
        panel.draw(canvas, look(kitchen(), wall=wall))
        before = canvas.copy()
        panel.draw(canvas, look(kitchen(), wall=wall, ringing=Ringing(turn=turn)))
        changed.append(pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(canvas, "RGB"))
        for picture in (before, canvas):
            picture.fill((0, 0, 0), head)
        assert pygame.image.tobytes(before, "RGB") == pygame.image.tobytes(canvas, "RGB")
    assert all(changed)
