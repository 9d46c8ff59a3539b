"""The player's editor: what opens a file to be written in.

``$VISUAL``, else ``$EDITOR``, else whatever the system opens a text with. Where there is none, or
it needs a terminal, that is said, and the player opens the file by its path.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path

from kitchen.errors import KitchenError
from kitchen.files import reason

NAMED = ("VISUAL", "EDITOR")
"""Variables of the environment that name an editor, the first one first."""

IN_A_TERMINAL = frozenset((
    "vi", "vim", "nvim", "view", "vile", "elvis", "nano", "pico", "micro", "hx", "helix", "kak",
    "joe", "jed", "jove", "ne", "ed", "ex", "mg", "mcedit", "tilde", "dte", "emacs-nox",
))  # fmt: skip
"""Editors that show nothing without one."""

TERMINAL_OPTIONS = frozenset(("-nw", "-t", "-tty", "--no-window-system", "--tty"))
"""With which others do so as well."""

SYSTEM = (("open", "-t"), ("xdg-open",), ("notepad",))
"""What opens a text on one system or another: the first that is there."""


class NoEditor(KitchenError):
    """Nothing opens the file from here: why, in words."""


def open_in_editor(path: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Have the editor open it, and do not wait; return what opens it, in words. Raises
    `NoEditor`."""
    for name in NAMED:
        if given := environ.get(name, "").strip():
            return _begin([*_words(given, name), str(path)], f"${name}")
    if hasattr(os, "startfile"):
        try:
            os.startfile(path, "edit")  # "open" would run it
            return "the editor of your system"
        except OSError:
            pass  # nothing edits Python: notepad does
    for command in SYSTEM:
        if shutil.which(command[0]):
            return _begin([*command, str(path)], command[0])
    raise NoEditor("no editor found: set $VISUAL to yours, or open the file by its path")


def _words(given: str, name: str) -> list[str]:
    """The command of a variable. Raises `NoEditor` for one that needs a terminal."""
    posix = os.name != "nt"
    try:
        words = [word if posix else word.strip('"') for word in shlex.split(given, posix=posix)]
    except ValueError as error:
        raise NoEditor(f"${name} is no command: {error}") from error
    short = Path(words[0]).stem.lower() if words else ""
    if short in IN_A_TERMINAL or TERMINAL_OPTIONS & set(words[1:]):
        raise NoEditor(f"{short} needs a terminal: open the file there by its path")
    return words


def _begin(command: list[str], name: str) -> str:
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise NoEditor(f"{name} cannot be opened ({command[0]}: {why})") from error
    # It is over when the player says so, which may be long after the game.
    threading.Thread(target=process.wait, name="editor", daemon=True).start()
    return Path(command[0]).name
