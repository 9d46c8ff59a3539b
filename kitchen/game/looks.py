"""Ten chefs to tell apart: skin, hair, moustache or bun, and the colour of the scarf."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.sprites import Swaps

SKIN, SKIN_SHADE, NOSE = "#F4C7A1", "#DF9F78", "#B8724F"
HAIR = "#5A3428"
SCARF, SCARF_SHADE = "#EF5B3C", "#C23D28"

FAIR = ("#F8D2B0", "#E4A987", "#C07E5C")
WARM = ("#F4C7A1", "#DF9F78", "#B8724F")
TAN = ("#D9A06F", "#B97C4E", "#8C5632")
BROWN = ("#A76B45", "#86502F", "#5E351E")
DEEP = ("#7C4C33", "#5E3623", "#3F2216")

RED = ("#EF5B3C", "#C23D28")
YELLOW = ("#F2B93B", "#C48A1C")
BLUE = ("#4586C8", "#2F629A")
VIOLET = ("#7F63C9", "#5B429E")
PINK = ("#DE7198", "#AE4870")


@dataclass(frozen=True, slots=True)
class Look:
    """What makes a drawing of a chef this chef."""

    swaps: Swaps
    drop: tuple[str, ...]


def _look(skin: tuple[str, str, str], hair: str, scarf: tuple[str, str], *wears: str) -> Look:
    old = (SKIN, SKIN_SHADE, NOSE, HAIR, SCARF, SCARF_SHADE)
    new = (*skin, hair, *scarf)
    drop = tuple(part for part in ("tache", "bun") if part not in wears)
    return Look(tuple(pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]), drop)


LOOKS: tuple[Look, ...] = (
    _look(WARM, "#5A3428", RED, "tache"),
    _look(DEEP, "#2E2028", YELLOW, "bun"),
    _look(FAIR, "#C4622D", BLUE),
    _look(TAN, "#33222A", RED, "tache"),
    _look(WARM, "#2E2430", VIOLET, "bun"),
    _look(DEEP, "#3A2A30", PINK),
    _look(FAIR, "#B9B4BE", BLUE, "tache"),
    _look(TAN, "#4A2C22", YELLOW),
    _look(FAIR, "#E3B457", RED, "bun"),
    _look(BROWN, "#2A1E26", VIOLET, "tache"),
)


def look(chef: int) -> Look:
    """Chefs count from 1; the eleventh looks like the first."""
    return LOOKS[(chef - 1) % len(LOOKS)]
