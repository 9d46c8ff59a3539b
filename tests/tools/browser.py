"""A headless browser for tests: Debian's `chromium`, told what to do over a pair of pipes.

Spoken to in the DevTools protocol itself, a JSON message between two zero bytes: that takes a
page of the standard library. Selenium and Playwright would want a driver or a browser of their own.
"""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

CHROMIUM = shutil.which("chromium")

NEEDS_CHROMIUM = pytest.mark.skipif(
    CHROMIUM is None,
    reason="NOT TESTED: there is no browser here (Debian: apt-get install chromium)",
)

PATIENCE = 300.0
"""Seconds of wall time after which the browser is killed, whatever a test waits for."""

FLAGS = (
    "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    "--disable-extensions", "--mute-audio", "--hide-scrollbars", "--force-color-profile=srgb",
)  # fmt: skip


ON_3_AND_4 = [
    sys.executable,
    "-c",
    "import fcntl, os, sys\n"
    "far = [fcntl.fcntl(int(fd), fcntl.F_DUPFD, 10) for fd in sys.argv[1:3]]\n"
    "os.dup2(far[0], 3), os.dup2(far[1], 4)\n"
    "os.execv(sys.argv[3], sys.argv[3:])",
]
"""Before two pipes and a command: the browser listens on 3 and answers on 4."""


class Browser:
    """One page. Whatever it asks of the network and says on its console is kept."""

    def __init__(self, heard: IO[bytes], told: IO[bytes]) -> None:
        self._in, self._out = heard, told
        self._numbers = itertools.count(1)
        self._session: str | None = None
        self.asked_for: list[str] = []
        """Addresses that were asked for, but for data that stands in the page itself."""
        self.said: list[str] = []
        """Errors and warnings of the console, and exceptions."""
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._send("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._send(f"{domain}.enable")

    def open(self, address: str) -> None:
        """Go there, and wait until it has loaded."""
        self.asked_for.clear()
        self.said.clear()
        self._send("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def ask(self, expression: str) -> Any:
        """The value of JavaScript, promises awaited."""
        answer = self._send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def until(self, condition: str) -> None:
        """Wait, as the page's own clock goes, until JavaScript is true."""
        self.ask(
            "new Promise(done => { const look = () => { let is = false; "
            f"try {{ is = ({condition}); }} catch (_) {{ }} "
            "is ? done(true) : setTimeout(look, 20); }; look(); })"
        )

    def look(self, width: int, height: int, dark: bool = False, **media: str) -> None:
        """A window of that size, in CSS px, of somebody who likes it dark or light."""
        self._send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._send("Emulation.setEmulatedMedia", features=features, **media)

    def mouse(self, kind: str, x: float, y: float, **rest: Any) -> None:
        """``kind`` is mousePressed, mouseReleased, mouseMoved or mouseWheel."""
        self._send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **rest)

    def click(self, x: float, y: float) -> None:
        self.drag(x, y, x, y)

    def drag(self, x: float, y: float, to_x: float, to_y: float) -> None:
        held = {"button": "left", "clickCount": 1, "buttons": 1}
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y, **held)
        if (x, y) != (to_x, to_y):
            self.mouse("mouseMoved", (x + to_x) / 2, (y + to_y) / 2, **held)
            self.mouse("mouseMoved", to_x, to_y, **held)
        self.mouse("mouseReleased", to_x, to_y, **held)

    def fingers(self, kind: str, *places: tuple[float, float]) -> None:
        """``kind`` is touchStart, touchMove or touchEnd; the places of all that touch then."""
        touching = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(places)]
        self._send("Input.dispatchTouchEvent", type=kind, touchPoints=touching)

    def press(self, key: str, modifiers: int = 0) -> None:
        """A key, by the name that JavaScript has for it."""
        text = {"text": key} if len(key) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            down = text if kind == "keyDown" else {}
            self._send("Input.dispatchKeyEvent", type=kind, key=key, modifiers=modifiers, **down)

    def picture(self, whole: bool = False) -> bytes:
        """What is to be seen, or the ``whole`` page, as a PNG."""
        data = self._send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(data["data"])

    def printed(self) -> bytes:
        """What a printer would get, as a PDF."""
        data = self._send("Page.printToPDF", printBackground=True)["data"]
        return base64.b64decode(data)

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]  # type: ignore[no-any-return]
            self._heard(answer.get("method", ""), answer.get("params", {}))

    def _receive(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self._in.read(1)) != b"\0":
            if not byte:
                raise AssertionError("the browser has ended")
            data += byte
        return json.loads(data)  # type: ignore[no-any-return]

    def _heard(self, method: str, parameters: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            if not (url := parameters["request"]["url"]).startswith("data:"):
                self.asked_for.append(url)
        elif method == "Runtime.exceptionThrown":
            self.said.append(json.dumps(parameters["exceptionDetails"]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.said.append(parameters["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning"):
            self.said.append(json.dumps(parameters["args"]))


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """A browser with a profile of its own, gone at the end of the block."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        child = subprocess.Popen(
            [*ON_3_AND_4, str(theirs_in), str(theirs_out), str(CHROMIUM), *FLAGS,
             f"--user-data-dir={folder}"],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        end = threading.Timer(PATIENCE, child.kill)
        end.daemon = True
        end.start()
        try:
            with os.fdopen(ours_in, "rb") as heard, os.fdopen(ours_out, "wb", 0) as told:
                yield Browser(heard, told)
        finally:
            end.cancel()
            child.kill()
            child.wait()


def address(file: Path) -> str:
    return file.resolve().as_uri()
