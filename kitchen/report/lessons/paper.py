"""Paper: a page for a printer, black on white, that asks for nothing from outside."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

import kitchen
from kitchen.report.page.page import faces
from kitchen.terminal import printable

POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


def paper(title: str, body: str) -> bytes:
    """The whole file. ``body`` is HTML."""
    style = faces() + (files("kitchen.report.lessons") / "paper.css").read_text("utf-8")
    foot = f"Made with A Watched Pot {kitchen.__version__}"
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n{style}</style>\n"
        f'{body}\n<p class="quiet">{foot}</p>\n</html>\n'
    ).encode()


def text(words: str) -> str:
    """One line of it, as it stands."""
    return escape(printable(words))


def prose(words: str) -> str:
    """The same, with what stands between backticks as code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", text(" ".join(words.split())))


def lines(code: str) -> str:
    """Lines of code, each as it stands."""
    return "\n".join(map(text, code.rstrip().splitlines()))


def kind_word(kind: str) -> str:
    return f'<span class="kind">{text(kind.capitalize())}</span>'
