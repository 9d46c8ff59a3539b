"""The lead, for when it is busy: the tune, on a vibraphone, and by a muted horn in the bridge."""

from __future__ import annotations

from collections.abc import Iterable

from kitchen.game.music import instruments
from kitchen.game.music.playing import CLEAR_OF_CALLS, HIGH, chord_at, perform
from kitchen.game.music.studio import Tape, Wave, band
from kitchen.game.music.timing import Player
from kitchen.game.music.tune import BARS, BEATS, BRIDGE_BARS, Note, melody


def sung(bars: Iterable[int]) -> list[Note]:
    """The melody, with its off-beats leaned on."""
    notes = [note for bar in bars for note in melody(range(bar, bar + 1))]
    return [
        Note(note.start, note.pitch, note.length, 0.62 + (0.12 if note.length > 0.9 else 0.0))
        for note in notes
    ]


def lead() -> Tape:
    bars, reed = Tape(), Tape()
    outside = [bar for bar in range(BARS) if bar not in BRIDGE_BARS]
    perform(bars, sung(outside), Player(71, 0.01, 0.009), instruments.vibraphone, 0.42, -0.15, 0.28)
    perform(reed, sung(BRIDGE_BARS), Player(72, 0.016, 0.009), _horn, 0.52, 0.15, 0.08)
    under = [
        Note(BEATS * bar, HIGH[chord_at(BEATS * bar)][voice], 3.5, 0.34)
        for bar in BRIDGE_BARS for voice in (0, 2)
    ]  # fmt: skip
    perform(bars, under, Player(73, 0.01, 0.012), instruments.vibraphone, 0.2, -0.3, 0.5)
    reed.finished(0.4, band(180.0, 3600.0, 1), CLEAR_OF_CALLS, CLEAR_OF_CALLS)
    return bars.finished(0.32, band(150.0, 4600.0, 1), CLEAR_OF_CALLS).add(reed)


def _horn(pitch: int, layer: int) -> Wave:
    return instruments.horn(pitch, layer, 6)
