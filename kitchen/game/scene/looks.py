"""Ten chefs to tell apart: skin, hair, beards, glasses, hats, height, the colour of the scarf."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.scene.sprites import Swaps

SKIN, SKIN_SHADE, NOSE = "#F4C7A1", "#DF9F78", "#B8724F"
HAIR = "#5A3428"
SCARF, SCARF_SHADE = "#EF5B3C", "#C23D28"

FAIR = ("#F8D2B0", "#E4A987", "#C07E5C")
WARM = ("#F4C7A1", "#DF9F78", "#B8724F")
LIGHT = ("#F6D8B4", "#DDAE84", "#B07A52")
TAN = ("#D9A06F", "#B97C4E", "#8C5632")
BROWN = ("#A76B45", "#86502F", "#5E351E")
DEEP = ("#7C4C33", "#5E3623", "#3F2216")

RED = ("#EF5B3C", "#C23D28")
YELLOW = ("#F2B93B", "#C48A1C")
BLUE = ("#4586C8", "#2F629A")
VIOLET = ("#7F63C9", "#5B429E")
PINK = ("#DE7198", "#AE4870")
GREEN = ("#7DA04A", "#5B7A32")
NAVY = ("#3C4F86", "#2A3862")
ORANGE = ("#E88A3A", "#B8641F")
TEAL = ("#3F9396", "#2C6D70")
WHITE = ("#F3EDE4", "#CFC3B6")


@dataclass(frozen=True, slots=True)
class Look:
    """What makes a drawing of a chef this chef."""

    swaps: Swaps
    drop: tuple[str, ...]
    """Groups of the drawing that this chef does without."""
    wears: tuple[str, ...]
    """Parts from the wardrobe."""
    stature: float
    """Height; 1 is as drawn."""


def _look(
    skin: tuple[str, str, str],
    hair: str,
    scarf: tuple[str, str],
    *wears: str,
    stature: float = 1.0,
) -> Look:
    old = (SKIN, SKIN_SHADE, NOSE, HAIR, SCARF, SCARF_SHADE)
    new = (*skin, hair, *scarf)
    drop = tuple(part for part in ("tache", "bun") if part not in wears)
    return Look(
        tuple(pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]),
        drop,
        tuple(part for part in wears if part not in ("tache", "bun")),
        stature,
    )


LOOKS: tuple[Look, ...] = (
    _look(WARM, "#5A3428", RED, "tache"),
    _look(DEEP, "#2E2028", YELLOW, "back_curls", "over_earring", "hat_low", stature=0.96),
    _look(FAIR, "#C4622D", BLUE, "under_beard", stature=1.05),
    _look(TAN, "#2C1E26", GREEN, "face_goatee", "hat_bandana"),
    _look(LIGHT, "#2E2430", VIOLET, "back_bob", "under_fringe", "face_glasses", stature=0.95),
    _look(BROWN, "#2A1E26", PINK, "under_wrap", "hat_low", stature=0.98),
    _look(FAIR, "#D8D3DC", NAVY, "face_walrus", "face_glasses", "hat_tall"),
    _look(TAN, "#6B3F2A", ORANGE, "back_long", "over_earring", "hat_soft", stature=0.97),
    _look(FAIR, "#E3B457", TEAL, "over_braid", "face_freckles", stature=0.94),
    _look(BROWN, "#241A22", WHITE, "under_beard", "tache", "hat_tall"),
)


def look(chef: int) -> Look:
    """Chefs count from 1; the eleventh looks like the first."""
    return LOOKS[(chef - 1) % len(LOOKS)]
