"""Outputs: what cannot be written is refused before any work; nothing of a user's is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tools.commandline import KITCHEN, forbid, refused

from kitchen.cli.main import main

POSIX = pytest.mark.skipif(os.name == "nt", reason="of devices and long names as POSIX has them")
SHIFT = 'name = "x"\nstations = {hob = 1}\n[[orders]]\nat = 0\ndish = "egg"\n'


@pytest.mark.parametrize("option", ["--facts", "--screenshot"])
def test_where_one_may_not_look_nothing_can_be_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    option: str,
) -> None:
    forbid(monkeypatch, tmp_path / "theirs")
    (tmp_path / "theirs").mkdir()
    command = "run" if option == "--facts" else "play"
    line = refused(capsys, command, "egg-and-chicken", option, str(tmp_path / "theirs" / "x.png"))
    assert "x.png: cannot write there: Permission denied" in line


@POSIX
def test_a_name_that_is_too_long_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = refused(capsys, "run", "egg-and-chicken", "--facts", str(tmp_path / ("x" * 300)))
    assert "cannot write there: File name too long" in line


def test_a_folder_is_no_file_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "it is a folder" in refused(capsys, "run", "egg-and-chicken", "--facts", str(tmp_path))
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "x"
    assert "there is no folder" in refused(capsys, "run", "egg-and-chicken", "--facts", str(path))


@POSIX
def test_a_link_to_nowhere_is_refused_with_the_folder_that_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere" / "x")
    line = refused(capsys, "run", "egg-and-chicken", "--facts", str(link))
    assert f"there is no folder {tmp_path / 'nowhere'}" in line


def test_a_file_or_folder_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, folder = tmp_path / "file", tmp_path
    file.touch()
    for closed in (file, folder):
        monkeypatch.setattr("os.access", lambda path, mode, closed=closed: Path(path) != closed)
        line = refused(capsys, "run", "egg-and-chicken", "--facts", str(file))
        assert "no permission" in line


def test_what_is_read_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shift, menu, policy = tmp_path / "x.toml", tmp_path / "menu.py", tmp_path / "policy.py"
    shift.write_text(SHIFT)
    menu.write_text("from kitchen import recipe\n@recipe()\nasync def f(cook): ...\n")
    policy.write_text("def first(ready, now):\n    return ready[0]\n")
    run = ["run", f"{shift}@7", "--menu", str(menu), "--policy", f"{policy}:first"]
    for file in (shift, menu, policy):
        before = file.read_text()
        assert "one of the files to be read" in refused(capsys, *run, "--facts", str(file))
        assert file.read_text() == before
    assert main([*run, "--facts", str(tmp_path / "facts.jsonl")]) == 0


def test_a_replay_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "replay.json"
    file.write_text("{}")
    assert "one of the files to be read" in refused(
        capsys, "replay", str(file), "--facts", str(file)
    )
    assert file.read_text() == "{}"


@POSIX
def test_a_device_is_written_into(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "egg-and-chicken", "--facts", os.devnull]) == 0
    assert Path(os.devnull).is_char_device()


@POSIX
def test_a_pipe_that_nobody_reads_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    monkeypatch.setattr("kitchen.files.PIPE_PATIENCE", 0.05)
    assert main(["run", "egg-and-chicken", "--facts", str(pipe)]) == 2
    told = f"kitchen: {pipe}: cannot write there: nobody has read from this pipe for 0.05 s\n"
    assert capsys.readouterr().err == told


@POSIX
def test_a_pipe_with_a_reader_gets_every_fact(tmp_path: Path) -> None:
    pipe, file = tmp_path / "pipe", tmp_path / "facts.jsonl"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert main(["run", "lunch-rush", "--facts", str(pipe)]) == 0
        read = reader.communicate(timeout=60)[0]
    assert main(["run", "lunch-rush", "--facts", str(file)]) == 0
    assert read == file.read_bytes()


@POSIX
@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="has no /dev/stdout")
def test_facts_may_follow_the_table_on_standard_output(tmp_path: Path) -> None:
    file = tmp_path / "all.txt"
    command = [*KITCHEN, "run", "egg-and-chicken", "--json", "--facts", "/dev/stdout"]
    with file.open("wb") as out:
        subprocess.run(command, stdout=out, check=True, timeout=60)
    piped = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    assert file.read_bytes() == piped
    documents = [json.loads(line) for line in piped.splitlines()]
    assert documents[0]["facts"] == len(documents) - 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no /dev/full")
def test_a_full_disk_is_told_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kitchen", "run", "egg-and-chicken", "--facts", "/dev/full"],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "kitchen: /dev/full: cannot write there: No space left on device\n"


@POSIX
def test_facts_on_a_terminal_are_the_same_json_without_what_it_obeys(tmp_path: Path) -> None:
    import pty

    file, title = tmp_path / "x.toml", "\\u009b31m\\u007f\\u202e\\U000e0001é"
    file.write_text(SHIFT.replace('"x"', f'"x"\nid = "{title}"'))
    facts = tmp_path / "facts.jsonl"
    command = [*KITCHEN, "run", str(file), "--json", "--facts"]
    subprocess.run([*command, str(facts)], stdout=subprocess.DEVNULL, check=True, timeout=60)
    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"this machine has no terminals: {error}")
    with os.fdopen(ours, "rb") as terminal:
        done = subprocess.Popen([*command, os.ttyname(theirs)], stdout=subprocess.DEVNULL)
        shown = b""
        while shown.count(b"\n") < facts.read_bytes().count(b"\n"):
            shown += os.read(terminal.fileno(), 65536)
        assert done.wait(timeout=60) == 0
        os.close(theirs)
    lines = shown.decode().replace("\r\n", "\n").splitlines()
    assert all(line.isprintable() for line in lines)
    assert [json.loads(line) for line in lines] == [
        json.loads(line) for line in facts.read_text("utf-8").split("\n") if line
    ]
    assert json.loads(lines[0])["shift"] == "\x9b31m\x7f\u202e\U000e0001é"
