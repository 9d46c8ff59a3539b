"""The sound files are what the code renders, clean at their ends, and balanced with each other."""

from __future__ import annotations

import math
import wave
from array import array
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from kitchen.assets import find_assets
from kitchen.game.sound.catalogue import LOOPS, SOUNDS
from kitchen.game.sound.render import FULL, main, read
from kitchen.game.sound.synth import RATE

FOLDER = find_assets() / "sound"
SHOTS = [name for name in SOUNDS if name not in LOOPS]

each_loop = pytest.mark.parametrize("name", LOOPS)


def samples(name: str) -> array[int]:
    return read(FOLDER / f"{name}.wav")


def loudest(name: str) -> float:
    """RMS of its loudest twentieth of a second, of 1."""
    values, n = samples(name), RATE // 20
    parts = [values[i : i + n] for i in range(0, max(1, len(values) - n), n // 2)]
    return max(math.sqrt(sum(x * x for x in part) / n) for part in parts) / FULL


def strength(values: Sequence[float], hz: float) -> float:
    """How much of a frequency there is."""
    turn = math.tau * hz / RATE
    re = sum(x * math.cos(turn * i) for i, x in enumerate(values))
    im = sum(x * math.sin(turn * i) for i, x in enumerate(values))
    return math.hypot(re, im) / len(values)


def pitch(values: Sequence[float], among: Sequence[float]) -> float:
    """The strongest of some frequencies."""
    return max(among, key=lambda hz: strength(values, hz))


# -- files and code --------------------------------------------------------------------------------


def are_alike(new: array[int], kept: array[int]) -> bool:
    """Within one of 65,536 steps: another machine's sine may differ in its last place."""
    return new == kept or (
        len(new) == len(kept) and max(abs(a - b) for a, b in zip(new, kept, strict=True)) <= 1
    )


def test_a_file_is_what_the_code_renders(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert main([str(folder)]) == 0
    others = [name for name in SOUNDS if not are_alike(read(folder / f"{name}.wav"), samples(name))]
    assert others == [], "run python -m kitchen.game.sound.render"


def test_every_file_is_one_of_the_games_sounds() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(SOUNDS)


def test_all_files_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 1_700_000


def test_each_file_has_one_channel_of_16_bits() -> None:
    forms = {}
    for name in SOUNDS:
        with wave.open(str(FOLDER / f"{name}.wav")) as file:
            forms[name] = (file.getnchannels(), file.getsampwidth(), file.getframerate())
    assert {name: form for name, form in forms.items() if form != (1, 2, RATE)} == {}


# -- clean -----------------------------------------------------------------------------------------


def test_nothing_clips_and_nothing_is_silent() -> None:
    peaks = {name: max(map(abs, samples(name))) / FULL for name in SOUNDS}
    assert peaks == pytest.approx({name: sound.peak for name, sound in SOUNDS.items()}, abs=1e-3)
    assert {name: peak for name, peak in peaks.items() if not 0.05 < peak <= 0.9} == {}


def is_short_and_clean(shot: Sequence[int]) -> bool:
    silent = abs(shot[0]) < 0.01 * FULL and abs(shot[-1]) < 0.005 * FULL
    return silent and len(shot) / RATE < 2.0


def test_a_shot_begins_and_ends_in_silence() -> None:
    assert [name for name in SHOTS if not is_short_and_clean(samples(name))] == []


@each_loop
def test_a_loop_has_no_seam(name: str) -> None:
    """The step from its end to its start is no larger than the steps around it."""
    values = samples(name)
    near = [*values[-600:], *values[:600]]
    steps = [b - a for a, b in pairwise(near)]
    bends = [abs(b - a) for a, b in pairwise(steps)]
    assert abs(steps[599]) <= max(map(abs, steps[:598] + steps[601:]))
    assert max(bends[597:601]) <= max(bends[:596] + bends[602:])
    assert 2.5 <= len(values) / RATE <= 8.0


@each_loop
def test_a_loop_is_as_loud_at_its_seam_as_elsewhere(name: str) -> None:
    values = samples(name)
    n, whole = RATE // 2, math.sqrt(sum(x * x for x in values) / len(values))
    seam = [*values[-n:], *values[:n]]
    assert 0.5 < math.sqrt(sum(x * x for x in seam) / len(seam)) / whole < 2.0


# -- balance ---------------------------------------------------------------------------------------


def test_what_matters_more_is_louder() -> None:
    assert loudest("burn") > loudest("ding_1") > loudest("chop_1") > loudest("stir")
    assert loudest("error") > 4 * loudest("hover")
    assert loudest("press") > 2 * loudest("hover")
    for call in ("burn", "ding_1", "walk_out"):
        assert loudest(call) > 1.3 * max(loudest(name) for name in LOOPS), call


def test_each_star_makes_the_fanfare_longer_and_louder() -> None:
    lengths = [len(samples(f"fanfare_{stars}")) for stars in range(4)]
    energies = [sum(x * x for x in samples(f"fanfare_{stars}")) for stars in range(4)]
    assert lengths == sorted(set(lengths))
    assert energies == sorted(set(energies))


def test_the_bell_rises_with_the_line() -> None:
    notes = (1046.5, 1174.7, 1318.5)
    heard = [pitch(samples(f"ding_{place}")[:6000], notes) for place in (1, 2, 3)]
    assert heard == list(notes)


def test_served_food_and_coins_rise_and_a_walk_out_falls() -> None:
    def at(name: str, seconds: float, among: Sequence[float]) -> float:
        start = round(seconds * RATE)
        return pitch(samples(name)[start : start + 2200], among)

    assert (at("serve", 0.05, (523.3, 659.3)), at("serve", 0.3, (523.3, 659.3))) == (523.3, 659.3)
    assert at("coin", 0.0, (1318.5, 1760.0)) < at("coin", 0.2, (1318.5, 1760.0))
    assert at("walk_out", 0.3, (311.1, 392.0)) > at("walk_out", 0.7, (311.1, 392.0))


def test_no_two_chops_are_the_same() -> None:
    chops = [samples(f"chop_{variant}").tobytes() for variant in (1, 2, 3)]
    assert len(set(chops)) == 3
