"""How each vessel stands on its burner, in logical px of its full size."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.signs.larder import Vessel


@dataclass(frozen=True, slots=True)
class Fit:
    """How a drawing stands, below the back edge of what it stands on."""

    width: float
    foot: float
    """Lower edge below the back edge."""
    rim: float
    """Its opening, below the back edge: where steam and smoke come from."""
    x: float = 0.0
    """Middle of the drawing, right of the hob's axis."""


FITS: dict[str, Fit] = {
    "pot": Fit(78.0, 31.0, -15.0),
    "pan": Fit(94.0, 33.0, 3.0, 9.5),
    "oven": Fit(97.0, 42.0, -32.0),
    "bowl": Fit(80.0, 35.0, -6.0),
    "plate": Fit(88.0, 37.0, 10.0),
    "phone": Fit(84.0, 36.0, -20.0),
    "parcel": Fit(80.0, 36.0, -10.0),
    "slip": Fit(55.0, 36.0, -10.0),
    "board": Fit(94.0, 40.0, 4.0, 1.0),
}
TOPPING_W, TOPPING_FOOT = {"plate": 47.0, "slip": 28.0}, {"plate": 29.0, "slip": 17.0}
RING_Y = 23.0  # middle of the ring, below the back edge
OVEN_GLASS_Y = 1.3  # middle of the oven's glass, below the back edge


def fit_of(thing: Vessel) -> Fit:
    return FITS.get(thing.art) or FITS["board"]
