"""A small lesson with lines to arrange and tokens to change, for tests: it does not change with the
book."""

from __future__ import annotations

from pathlib import Path

from kitchen.lessons.lesson import Lesson, read_lesson

LATE = """async def dinner():
    hen = asyncio.create_task(chicken())
    await hen
    egg = asyncio.create_task(boil())
    await egg
    print("Dinner!")
"""
"""What a player might build first: the egg's line runs after the wait."""

PROGRAM = """import asyncio

from kitchen import hands, station, timer


async def chicken():
    hands("season the chicken", 60)
    async with station("hob"):
        print("Chicken is on.")
        await timer("roast", 900)
    hands("carve", 30)
    print("Chicken!")


async def boil():
    hands("put the egg in", 20)
    async with station("hob"):
        print("Egg is on.")
        await timer("boil", 400)
    hands("peel", 60)


async def dinner():
    await chicken()
    await boil()
    print("Dinner!")


asyncio.run(dinner())
"""

SOLUTION = '''"""Begin both, then wait for both."""

arrange = """
async def dinner():
    hen = asyncio.create_task(chicken())
    egg = asyncio.create_task(boil())
    await hen
    await egg
    print("Dinner!")
"""
change = [0, 1]
'''

STEP = """
program = "dinner.py"
shows = "dinner"
hints = ["First hint.", "Second hint."]
done = "Both are served in time."
works = { served = ["Chicken", "Egg"] }
mistakes = [{ says = "Nobody told the egg in time.", when = { longer = 1010 } }]
"""

LESSON = f"""title = "Egg and chicken"
concept = "create_task"
minutes = 1
picture = ["dish_chicken"]
orders = ["Chicken", "Egg"]
[dishes]
chicken = "Chicken"
boil = "Egg"
[stations]
hob = 4
[debrief]
name = "Concurrency"
says = "While one waits, another cooks."
link = "https://docs.python.org/3/library/asyncio.html"
[[steps]]
kind = "arrange"
title = "Put dinner in order"
says = "Serve both by 16:30. Two lines do not belong."
extra = ["await boil()", "time.sleep(900)"]
par = {{ makespan = 990 }}
{STEP}
[[steps]]
kind = "change"
title = "Change dinner"
says = "Serve both by 16:50."
par = {{ makespan = 1010 }}
tokens = [
    {{ old = "await chicken()", new = "hen = asyncio.create_task(chicken())" }},
    {{ old = "await boil()", new = "await boil()\\n    await hen" }},
]
{STEP}
"""


def dinner_lesson(folder: Path) -> Lesson:
    """Written into a folder that is there."""
    (folder / "dinner.py").write_text(PROGRAM, "utf-8")
    (folder / "solution.py").write_text(SOLUTION, "utf-8")
    (folder / "lesson.toml").write_text(LESSON, "utf-8")
    return read_lesson(folder, 3, "One chef")
