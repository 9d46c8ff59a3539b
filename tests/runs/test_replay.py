"""Replays: a game that was kept is cooked again to the byte, whatever became of the cookbook."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.scenario import FOUR, busy, pot, shift_of

from kitchen import KitchenError, KitchenLoop, PolicyError, Raised, Shift, ShiftError
from kitchen.cli.main import main
from kitchen.cookbook.improvements import IMPROVEMENTS, improved
from kitchen.cookbook.load import load_shift
from kitchen.keep.headline import headline_of
from kitchen.keep.keep import MOST_RECENT, Keep, is_recent
from kitchen.loop.pacing import Steps
from kitchen.runs.recording import replay_of
from kitchen.runs.replay import Changed, Replay
from kitchen.runs.replayfile import load_replay
from kitchen.runs.service import Service
from kitchen.sim.commands import PickAt, SetPolicy
from kitchen.sim.policy import Policy
from kitchen.sim.shift.shift import Roster

Deeds = Mapping[float, Callable[[Service], object]]


def play(
    shift: Shift,
    deeds: Deeds | None = None,
    mode: str = "concurrent",
    policy: str | Policy | None = None,
    seed: int | None = None,
    until: float = 10_000,
    autopilot: bool = False,
) -> Service:
    """Play until all kitchens have closed, or until then, doing each deed at its time."""
    loop = KitchenLoop(Steps(1.0))
    service = Service(loop, shift, seed, mode, policy, autopilot)

    async def watch() -> None:
        async with contextlib.aclosing(loop.frames()) as frames:
            async for frame in frames:
                service.advance(frame.time)
                if deed := (deeds or {}).get(frame.time):
                    deed(service)
                if frame.time >= until or all(k.done.done() for k in service.kitchens.values()):
                    return

    loop.run_until_complete(watch())
    service.sweep()
    loop.close()
    return service


BUSY: Deeds = {
    40: lambda service: service.pick(2),
    45: lambda service: service.pick_at(1, 1),
    60: lambda service: service.look_into("hybrid"),
    90: lambda service: service.pick(3),
    300: lambda service: service.look_into("concurrent"),
    310: lambda service: service.set_autopilot(True),
}


@pytest.fixture(scope="module")
def played() -> Service:
    return play(load_shift("lunch-rush"), BUSY, seed=7)


@pytest.fixture
def file(played: Service, tmp_path: Path) -> Path:
    path = tmp_path / "game.json"
    replay_of(played).save(path)
    return path


# -- cooked again ------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", FOUR)
def test_each_kitchen_of_a_game_comes_out_to_the_byte(
    played: Service, mode: str, tmp_path: Path
) -> None:
    replay = replay_of(played, mode)
    replay.save(tmp_path / "game.json")
    loaded = load_replay(tmp_path / "game.json")
    assert loaded == replay
    result = loaded.again()
    assert loaded.same(result)
    assert result.lines == played.again(mode).lines


def test_it_names_what_was_played(played: Service) -> None:
    replay = replay_of(played)
    assert (replay.code, replay.mode, replay.policy, replay.played) == (
        "lunch-rush@7", "concurrent", "fifo", True
    )  # fmt: skip
    assert (45.0, PickAt(1, 1)) in replay.commands
    assert not replay_of(played, "hybrid").played


def test_a_policy_that_plans_ahead_may_be_chosen_by_a_command() -> None:
    service = play(load_shift("lunch-rush"), policy="shortest", deeds={
        5: lambda service: service.set_autopilot(True)})  # fmt: skip
    replay = replay_of(service)
    assert replay.commands == [(5.0, SetPolicy("shortest"))]
    assert replay.same(replay.again())


def test_a_shift_that_stands_in_no_cookbook_is_in_the_replay(tmp_path: Path) -> None:
    shift = replace(load_shift("lunch-rush"), stations={"hob": 7, "oven": 1}, chefs=3, wage=0.05)
    shift = replace(shift, name="sandbox")
    service = play(shift, autopilot=True)
    replay_of(service, "hybrid").save(tmp_path / "game.json")
    result = load_replay(tmp_path / "game.json").again()
    assert (result.shift, result.chefs) == ("sandbox", 3)
    assert result.lines == service.again("hybrid").lines


@pytest.mark.parametrize("mode", FOUR)
def test_improvements_of_a_career_are_in_the_replay(mode: str) -> None:
    shift = improved(load_shift("full-house"), [*IMPROVEMENTS])
    shift = replace(shift, brigade=Roster(policy="deadline"), seed=5)
    deeds: Deeds = {
        30: lambda service: service.pick(2),
        90: lambda service: service.look_into("hybrid"),
        200: lambda service: service.set_autopilot(True),
    }
    service = play(shift, deeds)
    replay = replay_of(service, mode)
    assert (replay.seed, replay.policy) == (5, "deadline")
    assert replay.same(replay.again())
    assert replay.again().chefs == service.kitchens[mode].mode.chefs


def test_dishes_of_a_users_own_are_given_with_it() -> None:
    dish = pot(10, 60, 5)
    replay = replay_of(play(shift_of(dish, dish), autopilot=True))
    with pytest.raises(ShiftError, match="its pot is not of the house: give the recipes with --m"):
        replay.again()
    broken = msgspec.structs.replace(replay, shift=replay.shift.replace("orders", "disorders"))
    with pytest.raises(ShiftError, match="disorders"):
        broken.the_shift({"pot": dish})
    assert replay.same(replay.again({"pot": dish}))
    assert not replay.same(replay.again({"pot": pot(10, 61, 5)}))


def last(ready: list[Raised], now: float) -> Raised:
    return ready[-1]


def first(ready: list[Raised], now: float) -> Raised:
    return ready[0]


def test_a_policy_of_a_users_own_is_given_with_it() -> None:
    deeds: Deeds = {20: lambda service: service.set_autopilot(True)}
    replay = replay_of(play(load_shift("lunch-rush"), deeds, policy=last))  # type: ignore[arg-type]
    assert replay.policy == "last"
    with pytest.raises(PolicyError, match="'last' that is not of the house: give it with --policy"):
        replay.again()
    with pytest.raises(PolicyError, match="with the policy 'last', not with 'first'"):
        replay.again(policy=first)  # type: ignore[arg-type]
    assert replay.same(replay.again(policy=last))  # type: ignore[arg-type]


def test_what_waits_for_a_player_who_never_spoke_is_told_as_changed() -> None:
    dish = busy(5)
    replay = replay_of(play(shift_of(dish, dish), {1: lambda s: s.pick(1), 8: lambda s: s.pick(2)}))
    assert replay.same(replay.again({"busy": dish}))
    longer = busy(9)
    assert not replay.same(replay.again({"busy": longer}))
    with pytest.raises(Changed, match="waits for what the player never said"):
        Replay(**{name: getattr(replay, name) for name in replay.__struct_fields__}
               | {"commands": replay.commands[:1]}).again({"busy": dish})  # fmt: skip


def test_a_kitchen_that_is_still_open_has_no_replay_yet() -> None:
    service = play(shift_of(busy(5)), until=2, autopilot=True)
    with pytest.raises(KitchenError, match="the concurrent kitchen has not closed yet"):
        replay_of(service)


# -- damaged files -----------------------------------------------------------------------------

GOOD: dict[str, Any] = {
    "version": 1, "shift_name": "mine", "shift": "", "seed": 1, "mode": "hybrid", "digest": "0" * 64
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seed": "x"}, "seed: Expected `int`, got `str`"),
        ({"mode": "hybird"}, "mode: unknown mode 'hybird': did you mean 'hybrid'?"),
        ({"digest": "0"}, "digest: 64 hexadecimal digits, not '0'"),
        ({"commands": [[1, {"command": "pikc"}]]}, "commands[0][1].command: Invalid value 'pikc'"),
        (
            {"commands": [[1, {"command": "pick"}]]},
            "commands[0][1]: Object missing required field `order`",
        ),
        (
            {"commands": [[5, {"command": "pick", "order": 1}]] * 2 + [[4, {"command": "setpolicy",
             "policy": "fifo"}]]},
            "commands[2]: 4 s comes after 5 s",
        ),
        (
            {"commands": [[1, {"command": "assist", "hold": 0}]]},
            "commands[0][1].hold: Expected `float` >= 1.0",
        ),
        (
            {"commands": [[1, {"command": "assist", "patience": 1e300}]]},
            "commands[0][1].patience: Expected `float` <= 100.0",
        ),
        ({"version": 3}, "version: 3 is of a newer version of the game"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_and_place(
    tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    path = tmp_path / "game.json"
    path.write_text(json.dumps(GOOD | changes))
    with pytest.raises(KitchenError) as caught:
        load_replay(path)
    assert str(caught.value) == f"{path}: {said}"


@given(st.binary(max_size=40) | st.just(b"[" * 99_999) | st.just(b'{"version": 1}'))
def test_any_bytes_are_told_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_bytes(data)
    with pytest.raises(KitchenError) as caught:
        load_replay(path)
    assert str(caught.value).startswith(f"{path}: ") and "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(KitchenError, match="No such file"):
        load_replay(tmp_path / "game.json")
    with pytest.raises(KitchenError, match="cannot write there"):
        Replay(**GOOD).save(tmp_path / "no" / "game.json")


# -- on the command line -----------------------------------------------------------------------


def test_the_command_cooks_it_again(
    file: Path, played: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.jsonl"
    assert main(["replay", "--headless", str(file), "--facts", str(facts)]) == 0
    out = capsys.readouterr().out
    assert "lunch-rush, concurrent" in out
    assert out.endswith("The facts are those that were recorded, to the byte.\n")
    assert facts.read_bytes() == played.again("concurrent").lines
    assert main(["replay", "--headless", str(file), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["same"] is True and document["digest"] == document["recorded"]


def test_what_came_out_differently_has_status_one(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(file.read_text().replace("[45.0", "[46.0").replace("45.0,", "46.0,"))
    for arguments in ([str(file)], [str(file), "--json"]):
        assert main(["replay", "--headless", *arguments]) == 1
        captured = capsys.readouterr()
        assert captured.out and captured.err.count("\n") == 1
        assert f"{file}: not what was recorded" in captured.err
    assert json.loads(captured.out)["same"] is False


def test_a_mistake_in_it_has_status_two(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(file.read_text().replace("steak", "stake"))
    assert main(["replay", "--headless", str(file)]) == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1 and captured.out == ""
    assert "its stake is not of the house: give the recipes with --menu FILE.py" in captured.err


# -- kept --------------------------------------------------------------------------------------


def test_the_keep_keeps_each_game_once(played: Service, tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    one, other = replay_of(played), replay_of(played, "hybrid")
    path = keep.save_replay(one)
    assert path is not None and path == keep.save_replay(one)
    assert path.parent == tmp_path / "replays"
    assert path.name == f"lunch-rush-7-concurrent-{one.digest[:12]}.json"
    keep.save_replay(other)
    kept = [load_replay(path) for path in (tmp_path / "replays").iterdir()]
    assert sorted(replay.mode for replay in kept) == ["concurrent", "hybrid"]
    assert load_replay(path) == one and keep.take_messages() == []


def test_a_keep_that_cannot_write_says_so_and_keeps_nothing(
    played: Service, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file in the place of the folder")
    keep = Keep(tmp_path / "home")
    assert keep.save_replay(replay_of(played)) is None
    assert any("nothing can be kept" in message for message in keep.take_messages())
    assert Keep.nowhere().save_replay(replay_of(played)) is None


def test_a_shift_with_an_odd_name_has_a_file_all_the_same(played: Service, tmp_path: Path) -> None:
    replay = Replay(**GOOD | {"shift_name": "../a b:c/é"})
    path = Keep(tmp_path).save_replay(replay)
    assert path is not None and path.parent == tmp_path / "replays"
    assert load_replay(path) == replay


def test_the_last_games_are_kept_and_the_oldest_goes(played: Service, tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    games = [Replay(**GOOD | {"digest": f"{n:012}" + "0" * 52}) for n in range(MOST_RECENT + 3)]
    paths = [keep.save_recent(game) for game in games]
    for age, path in enumerate(reversed([path for path in paths if path is not None])):
        if path.exists():
            os.utime(path, (1e9 - age, 1e9 - age))
    assert keep.save_recent(replay_of(played)) is not None
    left = sorted((tmp_path / "recent").iterdir())
    assert len(left) == MOST_RECENT and paths[0] not in left and paths[-1] in left


def test_a_game_that_was_saved_stands_in_the_list_once(played: Service, tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    replay = replay_of(played)
    recent, saved = keep.save_recent(replay), keep.save_replay(replay)
    assert keep.saved() == [saved]
    assert recent is not None and is_recent(recent) and saved is not None and not is_recent(saved)


@pytest.mark.parametrize("words", ["../../etc/passwd", "a/b\\c:d", "\x1b[31m", "con\n.", "é ☃ ok"])
def test_any_name_is_one_of_a_file(played: Service, tmp_path: Path, words: str) -> None:
    keep = Keep(tmp_path)
    path = keep.save_recent(replay_of(played))
    assert path is not None
    named = keep.call(path, words)
    assert named.parent == tmp_path / "replays" and named.exists() and not path.exists()
    assert keep.call(named, words) == named
    keep.delete(named)
    assert keep.saved() == []


def test_a_name_that_is_none_or_taken_is_refused(played: Service, tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    one = keep.save_replay(replay_of(played))
    other = keep.save_replay(replay_of(played, "hybrid"))
    assert one is not None and other is not None
    with pytest.raises(KitchenError, match="a name has letters"):
        keep.call(one, " .. ")
    named = keep.call(one, "mine")
    with pytest.raises(KitchenError, match="already that is called mine"):
        keep.call(other, "mine")
    assert named.exists() and other.exists()
    with pytest.raises(KitchenError, match="it cannot be called that"):
        keep.call(tmp_path / "replays" / "gone.json", "other")


def test_a_heading_is_read_without_the_rest(played: Service, tmp_path: Path) -> None:
    replay = replay_of(played)
    path = Keep(tmp_path).save_replay(replay)
    assert path is not None
    headline = headline_of(path)
    assert headline is not None
    assert (headline.title, headline.mode) == ("Lunch rush", "concurrent")
    assert headline.upshot == replay.upshot and replay.upshot is not None
    assert headline_of(tmp_path) is None and headline_of(tmp_path / "none.json") is None
    path.write_text("[" * 99_999)
    assert headline_of(path) is None
