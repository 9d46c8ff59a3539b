"""Some thousand events of a random player; for a hundred thousand run `randomplayer` itself."""

from __future__ import annotations

import pytest
from tools.pastplayer import PastPlayer
from tools.randomplayer import RandomPlayer


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_that_a_player_does_breaks_the_game(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("KITCHEN_HOME", "")  # it is given a new one for each game
    player = RandomPlayer(monkeypatch, seed, events=1000)
    player.run()
    assert not player.left and player.compared and sum(player.posted.values()) > 800


def test_nothing_that_is_done_in_the_past_breaks_the_game(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITCHEN_HOME", "")
    player = PastPlayer(monkeypatch, 3, events=120, at_once=2)
    player.run()
    assert not player.left and player.seen["past"] > 20 and player.seen["folded"]
