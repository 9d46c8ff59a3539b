"""An answer to each step that asks for one, under its id (else its kind); plain values only.

The steps predict, why and step need none: their answers follow from lesson.toml and the program.
"""

change = [0]  # the numbers of the tokens that are changed, from 0

# -- answers to the examples in lesson.toml; what no step asks for does no harm ------------------

# arrange, write: the text
arrange = """
async def breakfast() -> None:
    cup = asyncio.create_task(tea())
    bread = asyncio.create_task(toast())
    await cup
    await bread
    print("Breakfast!")
"""

write = """
import asyncio

from kitchen import hands, timer


async def tea() -> None:
    hands("fill the kettle", 20)
    await timer("boil", 180)
    hands("pour", 10)


async def toast() -> None:
    hands("slice the bread", 30)
    await timer("toast", 120)
    hands("butter it", 20)


async def breakfast() -> None:
    await asyncio.gather(tea(), toast())


asyncio.run(breakfast())
"""

# cook, break: the numbers of orders as they get hands, or (time, number) pairs
cook = [2, 1, 1, 2]
lose = [1, 1]
