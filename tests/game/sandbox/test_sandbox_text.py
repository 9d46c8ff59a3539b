"""Text of the sandbox: whatever is set, every word outside the small kitchens can be read."""

from __future__ import annotations

import pytest
from tools.textaudit import Word, covered, cut, overlapping, straddling, texts
from tools.textscreens import Look, lay_out, playing, seen

from kitchen.game.draw.cache import SURFACES
from kitchen.game.sandbox import layout
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.shell.options import Options
from kitchen.lab.sandbox import Sandbox

LOOKS = [
    Look(),
    Look("largest"),
    Look("largest", "hyperlegible"),
    Look("largest", "hyperlegible", (1024, 768)),
    Look("normal", "standard", (640, 360)),
]
RULES = [
    Sandbox(10, "stay", 10, 6, 20.0, 0.95, "burning-first", 999, patient=False),
    Sandbox(chefs=2, every=45.0),
]


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Plates that were made before, without the audit, cannot take notes."""
    SURFACES.clear()


def outside(words: list[Word], look: Look) -> list[Word]:
    """Those that are not in a scene: there the words are as in the service, only small."""
    k = min(look.size[0] / 1280, look.size[1] / 720)
    top = (look.size[1] - 720 * k) / 2
    low = top + (56 + layout.HEAD_H) * k - 2
    high = low + layout.SCENE_SHOWN_H * k + 4
    left = (look.size[0] - 1280 * k) / 2 + layout.RIGHT_X * k - 2
    return [w for w in words if w.ink.left < left or w.ink.bottom < low or w.ink.top > high]


@pytest.mark.parametrize("rules", RULES, ids=["all", "some"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_word_can_be_read(
    monkeypatch: pytest.MonkeyPatch, look: Look, rules: Sandbox
) -> None:
    with playing(monkeypatch, look, Options()) as game:
        screen = SandboxScreen(game)
        screen.wanted = rules
        screen.clock.set_now(3000.0)
        lay_out(screen)
        words = outside(seen(game), look)
    assert len(texts(words)) > 40
    assert cut(words) + covered(words) + overlapping(words) + straddling(words) == []
    assert [word.text for word in texts(words) if word.text.endswith("…")] == []
