"""Render the music into files: ``python -m kitchen.game.music.render [FOLDER]``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from kitchen.assets import find_assets
from kitchen.game.music.bed import bed
from kitchen.game.music.groove import groove
from kitchen.game.music.heat import heat
from kitchen.game.music.lead import lead
from kitchen.game.music.lufs import loudness
from kitchen.game.music.studio import Tape, Wave
from kitchen.game.sound.stems import LENGTH, PAD, STEMS
from kitchen.game.sound.synth import RATE

MAKERS: dict[str, Callable[[], Tape]] = {
    "bed": bed, "groove": groove, "lead": lead, "heat": heat,
}  # fmt: skip
LOUDNESS = {"bed": -25.0, "groove": -26.5, "lead": -24.8, "heat": -27.0}
"""LUFS of each stem: how they stand to each other; all together are at about -20."""
QUALITY = 0.55
"""Of the coding, from 0, which is best, to 1."""
TAPE = 0.2
"""Of 1: peaks are rounded off towards it, as on a tape that is nearly full."""


def stem(name: str) -> Wave:
    """Two channels of `LENGTH` samples, which go round."""
    sides = levelled(MAKERS[name]().sides, LOUDNESS[name])
    return levelled(TAPE * np.tanh(sides / TAPE), LOUDNESS[name])


def levelled(sides: Wave, lufs: float) -> Wave:
    return np.asarray(sides * 10.0 ** ((lufs - loudness(sides, RATE)) / 20.0))


def write(path: Path, sides: Wave) -> None:
    """An Ogg Vorbis file, with `PAD` samples of the ring on either side."""
    around = np.arange(-PAD, LENGTH + PAD) % LENGTH
    frames = np.ascontiguousarray(sides[:, around].T.astype(np.float32))
    with soundfile.SoundFile(
        path, "w", RATE, 2, format="OGG", subtype="VORBIS", compression_level=QUALITY
    ) as file:
        for first in range(0, len(frames), RATE):  # all at once is more than its stack can bear
            file.write(frames[first : first + RATE])


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else find_assets() / "music"
    folder.mkdir(parents=True, exist_ok=True)
    for name in STEMS:
        write(folder / f"{name}.ogg", stem(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
