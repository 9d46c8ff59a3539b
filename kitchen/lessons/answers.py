"""Answers: the questions about asyncio that recur most, and its words, each with its lesson."""

from __future__ import annotations

from functools import cache

import msgspec

from kitchen.lessons.book import SHELF


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``answer`` is one sentence, ``lesson`` the name of the one that shows it. Code stands between
    backticks."""

    asks: str
    answer: str
    lesson: str

    @property
    def words(self) -> str:
        """What is looked through when somebody searches."""
        return f"{self.asks} {self.answer}".replace("`", "")


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word, and what it ``means`` in one sentence. ``also`` are other names for it."""

    term: str
    means: str
    lesson: str
    also: list[str] = []

    @property
    def words(self) -> str:
        """What is looked through when somebody searches."""
        return " ".join([self.term, *self.also, self.means]).replace("`", "")


class _Questions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    questions: list[Asked]


class _Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    terms: list[Term]


@cache
def questions() -> tuple[Asked, ...]:
    """The 25, as one meets them when one learns."""
    text = (SHELF / "questions.toml").read_bytes()
    return tuple(msgspec.toml.decode(text, type=_Questions).questions)


@cache
def glossary() -> tuple[Term, ...]:
    """By the alphabet."""
    text = (SHELF / "glossary.toml").read_bytes()
    terms = msgspec.toml.decode(text, type=_Glossary).terms
    return tuple(sorted(terms, key=lambda one: one.term.strip("`").casefold()))


def search(typed: str) -> tuple[list[Asked], list[Term]]:
    """Those in which everything that was typed stands, word by word; all of them for nothing."""
    words = typed.casefold().split()

    def fits(text: str) -> bool:
        return all(word in text.casefold() for word in words)

    return (
        [one for one in questions() if fits(one.words)],
        [one for one in glossary() if fits(one.words)],
    )
