"""The stems start together, to the sample, and a game without them goes on."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import numpy as np
import pygame
import pytest

from kitchen.assets import find_assets
from kitchen.game.sound.quartet import Quartet
from kitchen.game.sound.speakers import BUFFER
from kitchen.game.sound.stems import STEMS
from kitchen.game.sound.synth import RATE

RAMP = np.arange(1, 30_001, dtype=np.int16)
"""Each sample says which one it is."""


def ramps(path: Path) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(buffer=np.repeat(RAMP, 2).tobytes())


def test_all_stems_start_with_the_same_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the mixer puts out is their sum: four times a ramp, if they are together."""
    out = tmp_path / "heard.raw"
    monkeypatch.setattr("kitchen.game.sound.quartet.stem", ramps)
    for name, value in (("AUDIODRIVER", "disk"), ("DISKAUDIOFILE", out), ("DISKAUDIODELAY", "1")):
        monkeypatch.setenv(f"SDL_{name}", str(value))
    pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    quartet = Quartet(tmp_path, 0, len(STEMS))
    for name in STEMS:
        quartet.level(name, 0.25)
    quartet.close()  # by then they play
    size, end = out.stat().st_size + 80_000, monotonic() + 10.0
    while out.stat().st_size < size:
        assert monotonic() < end
    pygame.mixer.quit()
    heard = np.fromfile(out, np.int16).reshape(-1, 2)[:, 0].astype(int)
    start = int(np.argmax(heard > 0))
    first = heard[start : start + 8000]
    together = np.arange(len(first)) + first[0]
    assert first[0] <= 8 and np.abs(first - together).max() <= 8


def test_without_its_files_the_quartet_is_silent(tmp_path: Path) -> None:
    pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    quartet = Quartet(tmp_path, 0, len(STEMS))
    quartet.level("bed", 0.5)
    quartet.close()
    assert not pygame.mixer.get_busy()
    pygame.mixer.quit()


@pytest.mark.parametrize("kept", [0, 100, 20_000, 200_000])
def test_with_a_file_cut_off_the_quartet_is_silent(tmp_path: Path, kept: int) -> None:
    """What a thread raises would be printed: here it is an error."""
    for name in STEMS:
        (tmp_path / f"{name}.ogg").write_bytes(
            (find_assets() / "music" / f"{name}.ogg").read_bytes()[:kept]
        )
    pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    quartet = Quartet(tmp_path, 0, len(STEMS))
    quartet.level("bed", 0.5)
    quartet.close()
    assert not pygame.mixer.get_busy()
    pygame.mixer.quit()


def test_who_quits_while_it_loads_waits_for_one_stem_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Path] = []

    def slowly(path: Path) -> pygame.mixer.Sound:
        loaded.append(path)
        assert quartet.closing.wait(10.0)
        return ramps(path)

    monkeypatch.setattr("kitchen.game.sound.quartet.stem", slowly)
    pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    quartet = Quartet(tmp_path, 0, len(STEMS))
    quartet.level("bed", 0.5)
    quartet.close()
    assert len(loaded) <= 1 and not pygame.mixer.get_busy()
    pygame.mixer.quit()


def test_nothing_is_loaded_before_it_is_to_be_heard() -> None:
    pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    quartet = Quartet(find_assets() / "music", 0, len(STEMS))
    for name in STEMS:
        quartet.level(name, 0.0)
    assert not pygame.mixer.get_busy()
    quartet.close()
    pygame.mixer.quit()
