"""What the command line asks of the game."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kitchen.errors import KitchenError, nearest
from kitchen.sim.policy import Policy
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift

if TYPE_CHECKING:
    from kitchen.lessons.book import Chapter
    from kitchen.lessons.lesson import Lesson
    from kitchen.runs.heat import Heat
    from kitchen.runs.replay import Replay

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".tga")
"""How the name of a screenshot may end."""


@dataclass(frozen=True, slots=True)
class Options:
    """``shift`` None: the player chooses. Raises `KitchenError` for what cannot be."""

    shift: Shift | None = None
    mode: str | None = None
    """None: as the shift has it, and so for the seed and the policy."""
    seed: int | None = None
    speed: float = 1.0
    autopilot: bool = False
    policy: str | Policy | None = None
    size: tuple[int, int] | None = None
    """Of the window, in px; None: as it was last time."""
    frames: int | None = None
    """End after so many frames."""
    screenshot: Path | None = None
    """Write a picture there and end."""
    gif: Path | None = None
    """Write ten seconds around that time there, and end."""
    heat: Heat | None = None
    """Kitchens to be raced; None: no race was asked for."""
    at: float = 0.0
    """Kitchen time of that picture, or at which a replay begins, in seconds."""
    replay: Replay | None = None
    """Of that shift, to be watched; None: it is to be played."""
    recipes: Mapping[str, Recipe] | None = None
    """Those of the replay that are not of the house."""
    lesson: Lesson | None = None
    """To be played; None: no lesson was asked for."""
    chapters: tuple[Chapter, ...] = ()
    """Of the book, behind those of the house."""

    def __post_init__(self) -> None:
        if self.mode is not None and self.mode not in MODES:
            raise KitchenError(nearest("mode", self.mode, MODES))
        if not (math.isfinite(self.speed) and 0 < self.speed <= 1000):
            raise KitchenError(f"--speed is above 0 and at most 1000, not {self.speed!r}")
        if not (math.isfinite(self.at) and self.at >= 0):
            raise KitchenError(f"--at is 0 or more seconds of kitchen time, not {self.at!r}")
        if self.frames is not None and self.frames < 1:
            raise KitchenError(f"--frames is 1 or more, not {self.frames!r}")
        if self.screenshot is not None and self.screenshot.suffix.lower() not in PICTURES:
            raise KitchenError(
                f"{self.screenshot}: --screenshot writes a file that ends in {', '.join(PICTURES)}"
            )
        if self.screenshot is not None and self.gif is not None:
            raise KitchenError("one picture or a film: --screenshot or --gif, not both")
        if self.photographs and self.frames is not None:
            name = "--gif" if self.screenshot is None else "--screenshot"
            raise KitchenError(f"{name} ends by itself, and --frames might before it: not both")

    @property
    def film(self) -> bool:
        """Whether it ends by itself: nobody reads, and nobody plays."""
        return self.frames is not None or self.photographs

    @property
    def photographs(self) -> bool:
        """Whether pictures are all that it is about: frame by frame, and nothing waits."""
        return self.screenshot is not None or self.gif is not None

    @property
    def began(self) -> bool:
        """Whether the command line said what is shown: the game did not begin with the title."""
        return any(one is not None for one in (self.shift, self.heat, self.lesson))

    @property
    def free(self) -> bool:
        """The window is the player's own: its size counts the next time."""
        return self.size is None and not self.film
