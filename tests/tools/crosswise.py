"""A kitchen that comes to stand: two dishes that take a lock and a station crosswise."""

from __future__ import annotations

from pathlib import Path

from kitchen import Shift
from kitchen.cli.arguments import recipes
from kitchen.lab.named import shift_named

MENU = """
import asyncio
from kitchen import recipe

tongs = asyncio.Lock()

@recipe()
async def eggs(cook):
    async with tongs:
        cook.hands("wash", 5)
        await cook.timer("boil", 10)
        async with cook.station("board"):
            cook.hands("finish", 5)

@recipe()
async def steak(cook):
    async with cook.station("board"):
        await cook.timer("rest", 10)
        async with tongs:
            cook.hands("finish", 5)

@recipe()
async def soup(cook):
    cook.hands("cut", 10)
    await cook.timer("simmer", 300)
"""

SHIFT = """
name = "Crosswise"
stations = {board = 1}
orders = [{at = 0, dish = "eggs"}, {at = 1, dish = "steak"}MORE]
"""


def crosswise(folder: Path, soup: bool = False) -> Shift:
    """Eggs take the tongs and then want the board; steak the other way round. Both stand still from
    15 s on; with a soup, the kitchen does so from 325 s on. From a file, so that each kitchen has
    tongs of its own."""
    menu, shift = folder / "crosswise.py", folder / "crosswise.toml"
    menu.write_text(MENU, "utf-8")
    more = ', {at = 2, dish = "soup"}' if soup else ""
    shift.write_text(SHIFT.replace("MORE", more), "utf-8")
    found, _ = shift_named(str(shift), recipes(menu), None)
    return found
