"""Text on the title screen: whatever is set, every word can be read in full."""

from __future__ import annotations

import pytest
from tools.textaudit import covered, cut, overlapping, straddling, texts
from tools.textscreens import Look, lay_out, playing, seen

from kitchen.game.draw.cache import SURFACES
from kitchen.game.shell.options import Options
from kitchen.game.title.logo import LINES
from kitchen.game.title.screen import TitleScreen
from kitchen.keep.progress import Progress
from kitchen.lessons.book import chapters

LOOKS = [
    Look(),
    Look("largest"),
    Look("largest", "hyperlegible"),
    Look("largest", "hyperlegible", (1024, 768)),
    Look("normal", "standard", (640, 360)),
]
PLAYER = Progress(
    stars={"soup-and-eggs": 3, "early-birds": 2}, improvements=["chef", "burner"],
    tutorial_done=True,
)  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Plates that were made before, without the audit, cannot take notes."""
    SURFACES.clear()


@pytest.mark.parametrize("spread", range(len(chapters()) + 1))
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_word_can_be_read(monkeypatch: pytest.MonkeyPatch, look: Look, spread: int) -> None:
    with playing(monkeypatch, look, Options()) as game:
        game.keep.change_progress(lambda progress: PLAYER)
        game.last_page.spread = spread
        lay_out(TitleScreen(game))
        # The logo's letters lie on their own depth and shadow.
        words = [word for word in seen(game) if word.text not in LINES]
    assert len(texts(words)) > 40
    assert cut(words) + covered(words) + overlapping(words) + straddling(words) == []
    assert [word.text for word in texts(words) if word.text.endswith("…")] == []
