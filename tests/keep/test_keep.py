"""The keep: what a player set, reached and won is there the next time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from operator import methodcaller
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.commandline import forbid

from kitchen.keep.keep import Keep, home
from kitchen.keep.lessonmarks import LessonMarks
from kitchen.keep.progress import TUTORIAL, Progress
from kitchen.keep.scores import Score
from kitchen.keep.settings import Settings


def score(profit: float, seed: int = 7) -> Score:
    return Score(profit=profit, served=3, orders=4, stars=2, mode="hybrid", seed=seed,
                 when="2026-11-22T12:00:00")  # fmt: skip


def test_everything_is_there_the_next_time(tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    keep.set_settings(keep.settings.but(text="large", keys={"pick": ["p"]}))
    keep.change_progress(lambda progress: progress.with_stars("lunch-rush", 2))
    assert keep.add_score(score(30.0), shift="lunch-rush") == 1
    again = Keep(tmp_path)
    assert again.settings == Settings(text="large", keys={"pick": ["p"]})
    assert again.progress == Progress(stars={"lunch-rush": 2})
    assert again.scores.shifts == {"lunch-rush": [score(30.0)]}
    assert keep.messages == again.messages == []


def test_only_what_a_player_set_is_set() -> None:
    keep = Keep.nowhere()
    usual = keep.settings
    assert keep.set_settings(usual) is usual


def test_two_copies_set_different_things_and_both_stay(tmp_path: Path) -> None:
    one, other = Keep(tmp_path), Keep(tmp_path)
    one.set_settings(one.settings.but(text="largest"))
    assert other.set_settings(other.settings.but(high_contrast=True)) == Settings(
        text="largest", high_contrast=True
    )


def test_a_score_tells_its_place() -> None:
    keep = Keep.nowhere()
    assert keep.add_score(score(30.0), shift="lunch-rush", day="2026-11-22") == 1
    assert keep.add_score(score(10.0), shift="lunch-rush") == 2
    assert keep.add_score(score(20.0), day="2026-11-22") == 2
    assert keep.scores.days == {"2026-11-22": [score(30.0), score(20.0)]}
    for profit in range(50, 60):
        keep.add_score(score(float(profit)), shift="lunch-rush")
    assert keep.add_score(score(1.0), shift="lunch-rush") is None


def test_each_message_comes_once(tmp_path: Path) -> None:
    tmp_path.joinpath("home").write_text("a file in the place of the folder")
    keep = Keep(tmp_path / "home")
    keep.set_settings(keep.settings.but(text="large"))
    keep.change_progress(lambda progress: progress.with_seen("burnt"))
    keep.add_score(score(1.0), day="2026-11-22")
    assert keep.settings.text == "large" and keep.progress.seen == ["burnt"]
    (message,) = keep.take_messages()
    assert message.startswith(f"nothing can be kept in {tmp_path / 'home'}: ")
    keep.change_progress(lambda progress: progress.with_seen("late"))
    assert keep.take_messages() == []


def test_one_damaged_file_does_not_touch_the_others(tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    keep.set_settings(keep.settings.but(text="large"))
    keep.change_progress(lambda progress: progress.with_seen("burnt"))
    tmp_path.joinpath("progress.json").write_text('{"version": 1, "seen": "burnt"}')
    again = Keep(tmp_path)
    assert again.settings.text == "large" and again.progress == Progress()
    assert again.take_messages() == [
        "progress.json was damaged (seen: Expected `array`, got `str`): it is called "
        "progress.damaged-1.json now, and a new one is begun"
    ]


OLD = Path(__file__).parent / "old"
"""Files that old versions of the game wrote."""


@pytest.mark.parametrize("version", ["0.2.0", "0.3.1"])
def test_what_older_versions_kept_is_still_there(version: str, tmp_path: Path) -> None:
    for name in ("progress", "scores"):
        shutil.copy(OLD / f"{name}-{version}.json", tmp_path / f"{name}.json")
    keep = Keep(tmp_path)
    assert keep.progress.stars == {
        "soup-and-eggs": 3, "early-birds": 2, "pizza-corner": 1, "fish-friday": 0, "lunch-rush": 1,
    }  # fmt: skip
    assert keep.progress.watched == [] and keep.progress.tutorial_done
    (best,) = keep.scores.days["2026-11-22"]
    assert (best.profit, best.stars, best.policy) == (61.25, 2, "")
    assert keep.scores.shifts["soup-and-eggs"][0].mode == "hybrid"  # not asked for any more
    keep.change_progress(lambda progress: progress.with_watched("fish-friday"))
    again = Keep(tmp_path)
    assert (again.progress, again.scores) == (keep.progress, keep.scores)
    assert again.progress.watched == ["fish-friday"] and again.progress.stars["soup-and-eggs"] == 3
    assert keep.messages == again.messages == []


def test_what_0_4_kept_is_still_there(tmp_path: Path) -> None:
    for name in ("progress", "scores", "settings"):
        shutil.copy(OLD / f"{name}-0.4.0.json", tmp_path / f"{name}.json")
    keep = Keep(tmp_path)
    progress = keep.progress
    assert (progress.stars["early-birds"], progress.watched) == (2, ["fish-friday"])
    assert (progress.calm, progress.helped, progress.deck) == ([], [], 7)
    by_hand, by_policy = keep.scores.days["2026-11-22"]
    assert (by_hand.profit, by_hand.helped, by_policy.policy) == (61.25, False, "fifo")
    assert (keep.settings.rest_while_away, keep.settings.calm_kitchen) == (True, False)
    keep.change_progress(lambda progress: progress.with_stars("fish-friday", 1, helped=True))
    assert Keep(tmp_path).progress.helped == ["fish-friday"]
    assert keep.messages == []


def test_what_0_7_kept_is_still_there_and_its_tutorial_counts(tmp_path: Path) -> None:
    shutil.copy(OLD / "progress-0.7.0.json", tmp_path / "progress.json")
    keep = Keep(tmp_path)
    progress = keep.progress
    assert (progress.stars, progress.calm) == (
        {"soup-and-eggs": 3, "noodle-bar": 1},
        ["early-birds"],
    )
    assert (progress.helped, progress.opened) == (["noodle-bar"], ["noodles-at-noon"])
    assert [name for name in TUTORIAL if progress.marks(name).passed] == list(TUTORIAL)
    keep.change_progress(lambda now: now.with_marks("gather", LessonMarks(stars=2, passed=True)))
    again = Keep(tmp_path).progress
    assert again.marks("gather").stars == 2 and again.stars == progress.stars
    assert keep.messages == []


NAMES = ("settings", "progress", "scores")
FIELDS = ("volumes", "text", "size", "keys", "stars", "seen", "shifts", "days", "odd")
values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.sampled_from(["", "large"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["master", "lunch-rush", "profit"]), inner, max_size=2)
    ),
    max_leaves=5,
)
documents = st.dictionaries(st.sampled_from(FIELDS), values, max_size=3).map(
    lambda fields: json.dumps({"version": 1} | fields).encode()
)


@settings(max_examples=60)
@given(st.lists(st.binary(max_size=20) | documents, min_size=3, max_size=3))
def test_whatever_is_in_the_files_the_game_starts_and_loses_none_of_it(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    folder = tmp_path_factory.mktemp("home")
    for name, data in zip(NAMES, contents, strict=True):
        (folder / f"{name}.json").write_bytes(data)
    keep = Keep(folder)
    for name, data in zip(NAMES, contents, strict=True):
        aside = folder / f"{name}.damaged-1.json"
        assert (aside if aside.exists() else folder / f"{name}.json").read_bytes() == data
    assert len(keep.take_messages()) == len(list(folder.glob("*.damaged-1.json")))
    keep.set_settings(keep.settings.but(text="largest"))
    keep.change_progress(lambda progress: progress.with_stars("lunch-rush", 3))
    keep.add_score(score(1e9), shift="lunch-rush")
    again = Keep(folder)
    assert (again.settings, again.progress, again.scores) == (
        keep.settings, keep.progress, keep.scores
    )  # fmt: skip
    assert again.settings.text == "largest" and again.progress.stars["lunch-rush"] == 3
    assert again.messages == []


def test_a_keep_nowhere_forgets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITCHEN_HOME", str(tmp_path))
    keep = Keep.nowhere()
    keep.set_settings(keep.settings.but(text="large"))
    keep.add_score(score(1.0), day="2026-11-22")
    assert keep.settings.text == "large" and keep.folder is None
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITCHEN_HOME", str(tmp_path))
    assert home() == Keep().folder == tmp_path
    monkeypatch.setenv("KITCHEN_HOME", "somewhere")
    assert home() == Path.cwd() / "somewhere"
    monkeypatch.setenv("KITCHEN_HOME", "")
    assert home().is_absolute() and "A Watched Pot" in home().parts


ADD = """
import sys
from pathlib import Path
from kitchen.keep.keep import Keep
from kitchen.keep.scores import Score

keep = Keep(Path(sys.argv[1]))
for n in range(20):
    keep.add_score(Score(profit=float(n), served=n, orders=n, stars=0, mode="hybrid",
                         seed=int(sys.argv[2]), when=""), shift=f"shift-{n}")
print(keep.messages)
"""


def test_two_games_at_once_lose_no_score(tmp_path: Path) -> None:
    games = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(tmp_path), seed], stdout=subprocess.PIPE, text=True
        )
        for seed in ("1", "2")
    ]
    assert [game.communicate(timeout=60)[0] for game in games] == ["[]\n", "[]\n"]
    boards = Keep(tmp_path).scores.shifts
    assert len(boards) == 20
    assert all(sorted(one.seed for one in board) == [1, 2] for board in boards.values())


def test_a_folder_into_which_one_may_not_look_costs_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "theirs" / "home"
    forbid(monkeypatch, tmp_path / "theirs")
    for reader in ("read_bytes", "mkdir"):
        monkeypatch.setattr(f"pathlib.Path.{reader}", denied)
    keep = Keep(home)
    assert keep.set_settings(Settings(text="large")).text == "large"
    assert keep.take_messages() == [f"nothing can be kept in {home}: Permission denied"]


def denied(path: Path, *_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied", str(path))


def test_what_was_left_of_its_files_is_removed_when_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "replays").mkdir()
    names = [".scores.json.0123456789abcdef.new", "replays/.x-7.json.0123456789abcdef.new"]
    for name in names:
        (tmp_path / name).write_bytes(b"half of i")
        os.utime(tmp_path / name, (0, 0))
    young = tmp_path / ".scores.json.fedcba9876543210.new"
    young.touch()
    keep = Keep(tmp_path)
    assert keep.take_messages() == [] and young.exists()
    assert [name for name in names if (tmp_path / name).exists()] == []


def test_however_often_it_is_written_one_lock_is_all_that_lies_beside(tmp_path: Path) -> None:
    for stars in range(3):
        keep = Keep(tmp_path)
        keep.change_progress(methodcaller("with_seen", f"hint-{stars}"))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in names if name != "keep.lock"] == ["progress.json"]
