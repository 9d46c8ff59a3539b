"""The music's files: as loud as stated, clean, without a seam, and what the score says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pygame
import pytest
from tools.ear import MUSIC_PEAK

from kitchen.assets import find_assets
from kitchen.game.music.lufs import loudness
from kitchen.game.music.playing import CHORDS, chord_at
from kitchen.game.music.render import LOUDNESS, stem
from kitchen.game.music.studio import Wave
from kitchen.game.music.timing import swung
from kitchen.game.music.tune import BARS, melody
from kitchen.game.music.voicing import voiced
from kitchen.game.sound import quartet
from kitchen.game.sound.sounds import MUSIC_HEADROOM
from kitchen.game.sound.speakers import BUFFER
from kitchen.game.sound.stems import BEAT, LENGTH, PAD, STEMS
from kitchen.game.sound.synth import RATE

FOLDER = find_assets() / "music"
Stems = dict[str, Wave]


def samples(sound: pygame.mixer.Sound) -> Wave:
    return np.frombuffer(sound.get_raw(), np.int16).reshape(-1, 2).T / 32768.0


@pytest.fixture(scope="module")
def stems() -> Iterator[Stems]:
    """As the game plays them: decoded, and cut out of what is around them."""
    pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    yield {name: samples(quartet.stem(FOLDER / f"{name}.ogg")) for name in STEMS}
    pygame.mixer.quit()


# -- the measure -----------------------------------------------------------------------------------


def sine(hz: float, rate: int, seconds: float = 3.0) -> Wave:
    return np.asarray(np.sin(math.tau * hz * np.arange(round(seconds * rate)) / rate))


@pytest.mark.parametrize("rate", [RATE, 48_000])
def test_the_measure_reads_what_the_standard_says(rate: int) -> None:
    """BS.1770-4: a full sine of 997 Hz in one channel is -3.01; and low notes count less."""
    one, none = sine(997.0, rate), np.zeros(3 * rate)
    assert loudness(np.array([one, none]), rate) == pytest.approx(-3.01, abs=0.01)
    assert loudness(np.array([one, one]), rate) == pytest.approx(0.0, abs=0.01)
    assert loudness(0.1 * one, rate) == pytest.approx(-23.01, abs=0.01)
    assert loudness(sine(40.0, rate), rate) < -8.0
    assert loudness(none, rate) == -math.inf


def test_the_measures_gates_leave_out_pauses() -> None:
    tone = sine(997.0, RATE, 10.0)
    quiet = np.concatenate([tone, 0.001 * tone, tone])
    assert loudness(quiet, RATE) == pytest.approx(-3.01, abs=0.2)


# -- loudness and tone -----------------------------------------------------------------------------


def test_each_stem_is_as_loud_as_stated_and_all_together_at_20(stems: Stems) -> None:
    heard = {name: loudness(sides, RATE) for name, sides in stems.items()}
    assert heard == pytest.approx(LOUDNESS, abs=0.3)
    assert loudness(sum(stems.values(), np.zeros((2, LENGTH))), RATE) == pytest.approx(-20, abs=0.5)


def test_all_stems_at_once_stay_far_from_clipping(stems: Stems) -> None:
    assert all(np.abs(sides).max() < 0.25 for sides in stems.values())
    together = np.abs(sum(stems.values(), np.zeros((2, LENGTH)))).max()
    assert 0.2 < MUSIC_HEADROOM * together < MUSIC_PEAK


def share(sides: Wave, low: float, high: float) -> float:
    """Of its power, what lies between two frequencies."""
    power = np.abs(np.fft.rfft(sides.mean(axis=0))) ** 2
    hz = np.fft.rfftfreq(sides.shape[1], 1.0 / RATE)
    return float(power[(hz >= low) & (hz < high)].sum() / power.sum())


def test_nothing_is_harsh_or_muddy_and_the_bell_has_room(stems: Stems) -> None:
    assert all(share(sides, 6000.0, RATE) < 0.005 for sides in stems.values())
    bed = stems["bed"] + stems["groove"]
    assert 0.1 < share(bed, 200.0, 400.0) < 0.25
    assert share(bed, 20.0, 60.0) < 0.2
    assert share(stems["lead"], 1000.0, 1350.0) < 0.02


# -- clean -----------------------------------------------------------------------------------------


def clicks(sides: Wave) -> int:
    """Places where a wave breaks: it bends far more sharply there than just before and after."""
    bends, n = np.abs(np.diff(sides, n=4, axis=1)), 64
    cells = bends[:, : bends.shape[1] // n * n].reshape(2, -1, n)
    usual = np.sqrt((cells**2).mean(axis=2))
    around = np.roll(usual, 1, axis=1) + np.roll(usual, -1, axis=1) + 1e-3
    return int((cells.max(axis=2) > 6.5 * around).sum())


def test_there_are_no_clicks(stems: Stems) -> None:
    turned = {name: np.roll(sides, LENGTH // 3, axis=1) for name, sides in stems.items()}
    assert {name: clicks(sides) for name, sides in turned.items()} == dict.fromkeys(STEMS, 0)
    for name in ("bed", "lead", "heat"):
        broken = stems[name][:, :500_000].copy()
        broken[:, 400_000:] += 0.03
        assert clicks(broken) > 0, name


def test_a_stem_begins_again_without_a_seam(stems: Stems) -> None:
    """It is as smooth there as around it, and what is before its start in the file is its end."""
    for name, sides in stems.items():
        near = np.concatenate([sides[:, -2000:], sides[:, :2000]], axis=1)
        bends = np.abs(np.diff(near, n=2, axis=1)).max(axis=0)
        assert bends[1996:2000].max() <= np.delete(bends, slice(1996, 2000)).max(), name
        raw = samples(pygame.mixer.Sound(str(FOLDER / f"{name}.ogg")))
        assert raw.shape[1] == LENGTH + 2 * PAD
        assert np.array_equal(raw[:, PAD - 1], sides[:, -1])
        before, end = raw[:, PAD // 4 : PAD // 2], sides[:, -3 * PAD // 4 : -PAD // 2]
        assert np.abs(before - end).max() < 0.05, name  # a beginning has no more than a coder's own


def test_the_files_are_small_and_no_others() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(f"{n}.ogg" for n in STEMS)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 3_000_000


# -- what the score says ---------------------------------------------------------------------------


def test_the_tune_of_the_file_is_what_the_code_renders(stems: Stems) -> None:
    new, kept = stem("lead"), stems["lead"]
    assert np.mean((new - kept) ** 2) < 0.01 * np.mean(new**2), (
        "run python -m kitchen.game.music.render"
    )


def test_the_lead_sings_the_tune(stems: Stems) -> None:
    """Of the pitches around each note, the note itself is the strongest while it sounds."""
    notes, sung = melody(range(BARS)), stems["lead"].mean(axis=0)
    right = 0
    for note in notes:
        start = round(swung(note.start) * BEAT) + RATE // 20
        part = sung[start : start + round(min(0.3, note.length * 0.4) * RATE)]
        part = part * np.hanning(len(part))
        near = np.arange(note.pitch - 6, note.pitch + 7)
        waves = np.exp(
            -1j
            * math.tau
            * np.outer(440.0 * 2.0 ** ((near - 69) / 12), np.arange(len(part)) / RATE)
        )
        right += int(near[np.abs(waves @ part).argmax()] == note.pitch)
    assert right > 0.95 * len(notes)


def test_each_long_note_of_the_tune_belongs_to_its_chord() -> None:
    notes = [note for note in melody(range(BARS)) if note.length >= 1.0]
    assert len(notes) > 40
    for note in notes:
        chord = CHORDS[chord_at(note.start)]
        tones = {*chord.upper, chord.root, (chord.root + chord.fifth) % 12}
        assert note.pitch % 12 in tones, note


def test_voices_go_to_the_nearest_note() -> None:
    lies = voiced(CHORDS, 53, 71)
    moves = [abs(a - b) for one, two in pairwise(lies) for a, b in zip(one, two, strict=True)]
    assert max(moves) <= 5
    assert sum(moves) / len(moves) < 2.0


def test_each_chord_is_heard_where_it_stands(stems: Stems) -> None:
    both = (stems["bed"] + stems["groove"]).mean(axis=0)
    ends = [*(chord.start for chord in CHORDS[1:]), float(LENGTH // BEAT)]
    for chord, end in zip(CHORDS, ends, strict=True):
        heard = both[round(chord.start * BEAT) : round(end * BEAT)]
        power = np.abs(np.fft.rfft(heard * np.hanning(len(heard)))) ** 2
        hz = np.fft.rfftfreq(len(heard), 1.0 / RATE)
        middle = (hz > 100.0) & (hz < 700.0)
        pitch = np.round(12 * np.log2(hz[middle] / 440.0) + 69).astype(int) % 12
        classes = np.bincount(pitch, power[middle], 12)
        tones = {*chord.upper, chord.root, (chord.root + chord.fifth) % 12}
        assert classes[list(tones)].sum() > 0.75 * classes.sum(), chord
