"""Dishes of ordinary functions: told apart as those of coroutines are, and never left."""

from kitchen.lessons.program import Program
from kitchen.lessons.run import run
from kitchen.sim import facts as f

SOURCE = """
import time

def soup():
    print("Soup is on.")
    time.sleep(300)

def salad(seconds):
    time.sleep(seconds)
    return "Salad!"

soup()
print(salad(20))
"""


def test_an_ordinary_function_cooks_a_dish_at_a_table_of_its_own() -> None:
    dishes = {"soup": "Soup", "salad": "Salad in {seconds} s"}
    found = run(Program(SOURCE, dishes=dishes), ["Salad in 20 s", "Soup"])
    served = [(fact.t, found.titles[fact.order]) for fact in found.facts
              if isinstance(fact, f.Served)]  # fmt: skip
    assert served == [(300.0, "Soup"), (320.0, "Salad in 20 s")]
    assert found.prints == ["Soup is on.", "Salad!"]


def test_one_that_raises_is_dropped() -> None:
    source = "def soup():\n    raise ValueError\ntry:\n    soup()\nexcept ValueError:\n    pass"
    found = run(Program(source, dishes={"soup": "Soup"}))
    assert found.trouble is None
    assert dict(found.ended) == {1: "dropped"}


def test_on_a_thread_it_is_what_it_was() -> None:
    source = (
        "import asyncio\ndef soup():\n    return 7\n"
        "async def main():\n    print(await asyncio.to_thread(soup))\nasyncio.run(main())"
    )
    found = run(Program(source, dishes={"soup": "Soup"}), ["Soup"])
    assert found.prints == ["7"]
    assert found.unserved == ["Soup"]
