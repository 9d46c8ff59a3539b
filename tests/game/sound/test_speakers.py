"""The speakers open where there is a device, and stay silent where there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from kitchen.assets import find_assets
from kitchen.game.sound.catalogue import LOOPS
from kitchen.game.sound.speakers import OWN, VOICES, Speakers, open_speakers

FOLDER = find_assets() / "sound"


@pytest.fixture
def speakers() -> Iterator[Speakers]:
    opened = Speakers.open(FOLDER)
    assert opened is not None
    yield opened
    opened.close()


def test_a_sound_starts_as_loud_and_as_far_left_as_asked(speakers: Speakers) -> None:
    speakers.play("fanfare_3", 0.5, 0.25)
    channel = pygame.mixer.Channel(OWN)
    sound = channel.get_sound()
    assert sound is not None and channel.get_busy()
    assert sound.get_volume() == pytest.approx(0.5, abs=0.01)


def test_more_sounds_than_voices_are_left_out_and_loops_go_on(speakers: Speakers) -> None:
    for name in LOOPS:
        speakers.level(name, 0.3)
    for _ in range(VOICES + 5):
        speakers.play("fanfare_3", 0.2, 0.2)
    hum = pygame.mixer.Channel(0).get_sound()
    assert hum is not None and hum.get_length() == pytest.approx(4.0, abs=0.01)
    busy = [pygame.mixer.Channel(i).get_busy() for i in range(OWN + VOICES)]
    assert busy == [i < len(LOOPS) or i >= OWN for i in range(OWN + VOICES)]  # no music yet


def test_a_loop_begins_once_it_is_to_be_heard_and_again_after_a_hush(speakers: Speakers) -> None:
    speakers.level("hum", 0.0)
    assert not pygame.mixer.get_busy()
    speakers.level("hum", 0.4)
    assert pygame.mixer.Channel(0).get_busy()
    speakers.hush()
    speakers.level("hum", 0.2)
    sound = pygame.mixer.Channel(0).get_sound()
    assert sound is not None and sound.get_volume() == pytest.approx(0.2, abs=0.01)


def test_a_closed_device_is_given_back() -> None:
    opened = Speakers.open(FOLDER)
    assert opened is not None
    opened.close()
    assert pygame.mixer.get_init() is None


def test_without_a_device_there_is_silence_and_no_word_about_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for driver in ("alsa", "no-such-driver"):
        if driver == "alsa" and Path("/dev/snd").exists():
            continue  # this machine has one
        monkeypatch.setenv("SDL_AUDIODRIVER", driver)
        assert open_speakers(FOLDER) is None
    assert capfd.readouterr() == ("", "")
    assert pygame.mixer.get_init() is None


def test_standard_error_works_after_a_device_was_looked_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    assert open_speakers(FOLDER) is None
    os.write(2, b"here")
    assert capfd.readouterr().err == "here"


def test_nobody_opens_a_device_that_nobody_hears() -> None:
    assert os.environ["SDL_AUDIODRIVER"] == "dummy"
    assert open_speakers(FOLDER) is None
    assert pygame.mixer.get_init() is None


def test_without_its_files_the_game_is_silent(tmp_path: Path) -> None:
    assert Speakers.open(tmp_path) is None
    assert pygame.mixer.get_init() is None
