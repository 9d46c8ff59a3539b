"""Render every sound into files: ``python -m kitchen.game.sound.render [FOLDER]``."""

from __future__ import annotations

import sys
import wave
from array import array
from pathlib import Path

from kitchen.assets import find_assets
from kitchen.game.sound.catalogue import SOUNDS, SoundRecipe
from kitchen.game.sound.synth import RATE, Samples, scaled, trimmed

FULL = 32_767


def whole_numbers(samples: Samples) -> array[int]:
    """As 16-bit numbers."""
    return array("h", [round(x * FULL) for x in samples])


def render(recipe: SoundRecipe) -> array[int]:
    """What the file of a sound holds."""
    samples = recipe.make() if recipe.loop else trimmed(recipe.make())
    return whole_numbers(scaled(samples, recipe.peak))


def write(path: Path, samples: array[int]) -> None:
    """A WAV file: one channel, 16 bits, `RATE` samples a second."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def read(path: Path) -> array[int]:
    """The samples of a file that `write` has written."""
    with wave.open(str(path), "rb") as file:
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else find_assets() / "sound"
    folder.mkdir(parents=True, exist_ok=True)
    for name, recipe in SOUNDS.items():
        write(folder / f"{name}.wav", render(recipe))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
