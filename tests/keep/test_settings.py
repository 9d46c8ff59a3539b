"""Settings: usual values, small changes, and every mistake told with its key."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from kitchen.keep.settings import VOLUMES, Settings, SettingsError


def test_a_new_player_hears_all_and_sees_it_move() -> None:
    settings = Settings()
    assert settings.volumes == VOLUMES
    assert not settings.reduced_motion and not settings.high_contrast and not settings.fullscreen
    assert (settings.text, settings.typeface) == ("normal", "standard")
    assert settings.pause_in_background


def test_one_volume_changes_and_the_others_stay() -> None:
    settings = Settings().with_volume("money", 0.25)
    assert settings.volumes == VOLUMES | {"money": 0.25}
    assert Settings().volumes == VOLUMES


def test_a_window_too_small_to_be_kept_is_kept_a_little_larger() -> None:
    assert Settings().with_size((120, 700)).size == (160, 700)
    assert Settings().with_size((99_999, 700)).size == (7680, 700)


def test_a_channel_left_out_is_as_usual() -> None:
    assert Settings(volumes={"cooking": 0.1}).volumes == VOLUMES | {"cooking": 0.1}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"volumes": {"master": 1.5}}, "volumes.master: 0 to 1, not 1.5"),
        ({"volumes": {"master": -0.1}}, "volumes.master: 0 to 1, not -0.1"),
        ({"volumes": {"master": float("nan")}}, "volumes.master: 0 to 1, not nan"),
        ({"volumes": {"mony": 1.0}}, "volumes: unknown channel 'mony': did you mean 'money'?"),
        ({"text": "larger"}, "text: unknown choice 'larger': did you mean 'large'?"),
        ({"typeface": "x"}, "typeface: unknown choice 'x': known: standard, hyperlegible"),
        ({"size": (1280, 7)}, "size: each side 160 to 7680 pixels, not 1280x7"),
        ({"keys": {"pick": ["p", ""]}}, "keys.pick: a name is empty"),
        ({"buttons": {"menu": [""]}}, "buttons.menu: a name is empty"),
    ],
)
def test_a_setting_that_cannot_be_is_told_with_its_key(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(**fields)
    assert str(caught.value) == said
    with pytest.raises(SettingsError):
        Settings().but(**fields)


def test_a_mistake_in_a_file_is_one_of_the_form() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"volumes\.master: 0 to 1, not 7\.0"):
        msgspec.json.decode(b'{"volumes": {"master": 7.0}}', type=Settings)
