"""The eight kinds of steps that a lesson is made of, as data: see ``lesson.toml`` of any lesson.

Texts that a player reads stand in these fields and nowhere else. Times are seconds of kitchen time.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from kitchen.lessons.goal import Goal

KINDS = ("cook", "predict", "change", "arrange", "break", "write", "step", "why")


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Mistake(_Fields, frozen=True, kw_only=True):
    """What is said of a run that is like this. Of several the first that fits counts."""

    when: Goal
    says: str


class WalkStop(_Fields, frozen=True, kw_only=True):
    """Where a walk stops: at the first moment, not before the stop before, at which all that is
    given holds."""

    says: str
    at: float | None = None
    """That moment, or later; alone: its end, when all of it has happened."""
    prints: str | None = None
    """The program prints this line."""
    line: str | None = None
    """A task comes to a line with this text in it; if it waits there, it does so by then."""
    task: str | None = None
    """That task, by the name of its coroutine or its dish; ``program`` is the program itself."""
    served: str | None = None
    """This dish is served."""


class Token(_Fields, frozen=True, kw_only=True):
    """One token of the program, and what it is changed to."""

    old: str
    """Stands in the program exactly once; it may go over several lines."""
    new: str


class Proof(_Fields, frozen=True, kw_only=True):
    """What in the strips proves an answer: a lane (the title of a dish, or ``Chef``) between two
    moments."""

    lane: str
    since: float
    until: float


Until = Literal["", "ordered", "picked", "worked", "left", "rang", "served", "looked", "closed"]
Points = Literal["", "cell", "code", "waiting", "switch"]

STATES = ("hands", "cooks", "raised", "picked", "burns", "gone", "busy", "free")
"""What a dish, or the chefs, may be like while a coach says something."""

NAMES = ("dish", "what", "help", "back", "on")
"""What may stand in braces in the words of a coach: what the dish is called, what the hands do at
it, and the keys that explain what is seen, and step back and on through what has been."""


class Coach(_Fields, frozen=True, kw_only=True):
    """A card while one cooks: said until something has happened. ``dish`` is the number of an
    order, 0: any; empty ``until``: until it was read, or something later has happened."""

    says: str
    until: Until
    dish: int = 0
    mode: str = ""
    """The kitchen that is to be looked into (``looked``), or in which it is said."""
    during: list[str] = []
    """Said only while all of this is so: each one of `STATES`, perhaps with the number of a dish
    (``cooks 1``)."""
    points: Points = ""
    """What it points at; ``cell`` is the place of the dish."""
    stopped: bool = True
    """The clock waits where the player is asked for something."""

    def __post_init__(self) -> None:
        for state in self.during:
            name, _, number = state.partition(" ")
            if name not in STATES or (number and not number.isdecimal()):
                raise ValueError(f"during: one of {', '.join(STATES)}, not {state!r}")
        if self.until == "looked" and not self.mode:
            raise ValueError("mode: the kitchen that is to be looked into")
        try:
            self.says.format_map(dict.fromkeys(NAMES, ""))
        except (KeyError, ValueError, IndexError) as error:
            raise ValueError(f"says: braces hold one of {', '.join(NAMES)}") from error


class LessonStep(_Fields, frozen=True, kw_only=True):
    """One step. ``hints`` are two, in the order in which they help more; the third is made of the
    solution. ``works`` is what has to come of it, ``par`` what comes of it when it is done well."""

    id: str = ""
    """Its name in ``solution.py``; its kind, if it has none."""
    title: str
    says: str
    hints: list[str] = []
    works: Goal = msgspec.field(default_factory=Goal)
    par: Goal | None = None
    mistakes: list[Mistake] = []
    done: str = ""
    """Said when it has worked."""


class _Programmed(LessonStep, tag=False, frozen=True, kw_only=True):
    """A step with a program. ``program`` is its file in the folder of the lesson; ``shows`` is the
    function of it that is shown and worked on, empty: all of it."""

    program: str = "recipes.py"
    shows: str = ""
    orders: list[str] | None = None
    """The dishes that somebody waits for; None: those of the lesson."""
    attention: Literal["leave", "stay"] = "leave"
    chefs: Annotated[int, msgspec.Meta(ge=1, le=10)] = 1
    """Who take its tasks' steps: with several, as threads or processes would."""


class _Cooked(LessonStep, tag=False, frozen=True, kw_only=True):
    """A step that is cooked by hand. ``shift`` is written as a shift file is, or names one of the
    cookbook; its dishes are those of the house and the recipes of ``recipes.py``."""

    shift: dict[str, Any] | str
    modes: bool = False
    """The player may look into the other kitchens."""
    coach: list[Coach] = []


class CookStep(_Cooked, tag="cook", tag_field="kind", frozen=True, kw_only=True):
    """The player gives the hands. The answer: orders in the order in which they are to get hands,
    or pairs of a time and an order."""


class BreakStep(_Cooked, tag="break", tag_field="kind", frozen=True, kw_only=True):
    """The player finds the picks with which it goes wrong as ``works`` says. The answer: as for
    `CookStep`."""


class PredictStep(_Programmed, tag="predict", tag_field="kind", frozen=True, kw_only=True):
    """The player orders cards before the run shows them. The answer: the cards, first one first."""

    cards: Literal["prints", "plates"] = "prints"
    """The lines that it prints, or the dishes as they are served."""
    extra: list[str] = []
    """Cards that do not belong."""


class ChangeStep(_Programmed, tag="change", tag_field="kind", frozen=True, kw_only=True):
    """The player changes tokens and sees before and after. The answer: the numbers of the tokens
    that are changed, from 0."""

    tokens: list[Token]


class ArrangeStep(_Programmed, tag="arrange", tag_field="kind", frozen=True, kw_only=True):
    """The player puts lines in order, with their indentation. The answer: the lines as one text.
    The pieces are those of the solution and ``extra``; ``given`` of its first lines stand already.
    """

    extra: list[str] = []
    given: int = 1


class WriteStep(_Programmed, tag="write", tag_field="kind", frozen=True, kw_only=True):
    """The player edits the program in an editor. The answer: the whole file as one text."""


class WalkStep(_Programmed, tag="step", tag_field="kind", frozen=True, kw_only=True):
    """The player walks with the time handle. The answer: how many stops were come to."""

    stops: list[WalkStop]


class WhyStep(_Programmed, tag="why", tag_field="kind", frozen=True, kw_only=True):
    """One question, three answers. The answer: the number of one, from 0."""

    question: str
    answers: list[str]
    right: int
    proof: Proof | None = None


AnyStep = (
    CookStep | PredictStep | ChangeStep | ArrangeStep | BreakStep | WriteStep | WalkStep | WhyStep
)

Answer = list[int] | list[str] | list[tuple[float, int]] | str | int | None
"""What a player has done in a step; None: nothing."""


def kind_of(step: LessonStep) -> str:
    """One of `KINDS`."""
    return str(type(step).__struct_config__.tag)
