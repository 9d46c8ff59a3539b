"""A small lesson with a question of each kind, for tests: it does not change with the book."""

from __future__ import annotations

from pathlib import Path

from kitchen.lessons.lesson import Lesson, read_lesson

PROGRAM = """import asyncio

from kitchen import hands, timer


async def egg() -> None:
    hands("put it in", 20)
    await timer("boil", 400)
    print("Egg!")


async def dinner() -> None:
    print("Begin")
    task = asyncio.create_task(egg())
    print("Wait")
    await task
    print("Dinner!")


asyncio.run(dinner())
"""

LESSON = """title = "Three questions"
concept = "await"
minutes = 1
says = "An egg boils."
orders = ["Egg"]
[dishes]
egg = "Egg"
[debrief]
name = "Questions"
says = "A task begins when somebody `await`s."
link = "https://docs.python.org/3/library/asyncio.html"
[[steps]]
kind = "predict"
title = "What will it print?"
says = "Order the cards."
program = "page.py"
hints = ["First hint.", "Second hint."]
extra = ["Never!"]
done = "Right."
[[steps]]
kind = "step"
title = "Walk"
says = "Look."
program = "page.py"
shows = "dinner"
hints = ["First hint.", "Second hint."]
par = { makespan = 500 }
stops = [
    { says = "It begins.", prints = "Begin" },
    { says = "It waits.", line = "await task" },
    { says = "The egg boils.", line = "boil" },
]
[[steps]]
kind = "why"
title = "Why?"
says = "Look at the strips."
program = "page.py"
hints = ["First hint.", "Second hint."]
question = "What did the chef do meanwhile?"
answers = ["Wait", "Nothing", "Boil"]
right = 1
proof = { lane = "Egg", since = 20, until = 420 }
"""

RIGHT = ["Begin", "Wait", "Egg!", "Dinner!"]
"""What it prints."""


def quiz_lesson(folder: Path) -> Lesson:
    """Written there."""
    folder.mkdir(exist_ok=True)
    (folder / "page.py").write_text(PROGRAM, "utf-8")
    (folder / "lesson.toml").write_text(LESSON, "utf-8")
    (folder / "solution.py").write_text("", "utf-8")
    return read_lesson(folder, 3, "One chef")
