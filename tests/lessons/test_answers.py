"""The questions and the words: each has an answer of one sentence, and a lesson of the book."""

from __future__ import annotations

import re

import msgspec
import pytest

from kitchen.lessons.answers import Asked, Term, glossary, questions, search
from kitchen.lessons.book import SHELF, every_lesson

ENTRIES: list[Asked | Term] = [*questions(), *glossary()]


def in_the_book() -> set[str]:
    """The names of all lessons that the book has, or is to have."""
    book = msgspec.toml.decode((SHELF / "book.toml").read_bytes())
    return {name for chapter in book["chapters"] for name in chapter["lessons"]}


def said(entry: Asked | Term) -> str:
    return entry.answer if isinstance(entry, Asked) else entry.means


def test_there_are_25_questions_each_asked_once() -> None:
    assert len({one.asks for one in questions()}) == len(questions()) == 25
    assert all(one.asks.endswith("?") for one in questions())


@pytest.mark.parametrize(
    "entry", ENTRIES, ids=lambda entry: getattr(entry, "asks", "") or entry.term
)
def test_each_answer_is_one_sentence_and_names_a_lesson_of_the_book(
    entry: Asked | Term,
) -> None:
    prose = re.sub("`[^`]*`", "code", said(entry))
    assert prose.count("`") == 0 and len(prose.split()) <= 40
    assert re.fullmatch(r"[A-Z][^.!?]*\.|code [^.!?]*\.", prose)
    assert entry.lesson in in_the_book()


def test_words_are_explained_once_and_stand_by_the_alphabet() -> None:
    names = [one.term.strip("`").casefold() for one in glossary()]
    assert names == sorted(set(names))


def test_every_idea_of_a_lesson_is_in_the_glossary() -> None:
    known = {
        name.strip("` ").casefold()
        for one in glossary()
        for name in [*one.term.split(","), *one.also]
    }
    ideas = {
        (lesson.name, idea.strip())
        for lesson in every_lesson()
        for idea in lesson.fields.concept.split(",")
    }
    assert {(name, idea) for name, idea in ideas if idea.casefold() not in known} == set()


def test_every_lesson_explains_a_word() -> None:
    assert in_the_book() - {one.lesson for one in glossary()} == set()


@pytest.mark.parametrize(
    ("typed", "asks", "term"),
    [
        ("", "How does asyncio work?", "Amdahl's law"),
        ("  NEVER  awaited ", 'What does "was never awaited" mean?', ""),
        ("await boil", "", ""),
        ("backpressure", "", "backpressure"),
        ("maxsize", "", "backpressure"),
        ("`lock`", "", ""),
    ],
)
def test_all_words_that_are_typed_have_to_stand_there(typed: str, asks: str, term: str) -> None:
    found, terms = search(typed)
    assert (found[0].asks if found else "") == asks
    assert (terms[0].term if terms else "") == term
