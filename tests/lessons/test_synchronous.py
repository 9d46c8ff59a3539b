"""Dishes of ordinary functions: told apart as those of coroutines are, and never left."""

from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import Run, run
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


def test_time_sleep_is_seen_as_a_pot_and_a_chef_who_stares_at_it() -> None:
    found = run(Program(SOURCE, dishes={"soup": "Soup"}), ["Soup"])
    assert _chefs(found, 150.0) == ["staring"]
    seen = found.past.at(found.past.stop_at(150.0))
    assert seen.orders[1].timers[0].seconds == 300.0
    assert not any(isinstance(fact, f.Hands) and fact.order == 1 for fact in found.facts)


THREADS = """
import asyncio, time

def soup(seconds):
    time.sleep(seconds)
    print("Soup!")
    if seconds == 50:
        raise ValueError

async def main():
    await asyncio.gather(
        asyncio.to_thread(soup, 300), asyncio.to_thread(soup, 50), return_exceptions=True
    )

asyncio.run(main())
"""


def _chefs(found: Run, now: float) -> list[str]:
    return [chef.state for chef in found.past.at(found.past.stop_at(now)).chefs]


def test_a_thread_is_a_chef_more_who_stands_at_its_dish() -> None:
    found = run(Program(THREADS, dishes={"soup": "Soup for {seconds} s"}), ["Soup for 300 s"])
    assert _chefs(found, 20.0) == [
        "free",
        "staring",
        "staring",
    ]
    assert _chefs(found, 100.0) == [
        "free",
        "staring",
        "free",
    ]
    assert {found.titles[n]: how for n, how in found.ended.items()} == {
        "Soup for 300 s": "served",
        "Soup for 50 s": "dropped",
    }
    assert found.makespan == 300.0


def test_who_is_ready_when_the_program_ends_has_one_more_turn() -> None:
    """As with asyncio itself, where the loop stops behind all that is in line already."""
    source = (
        "import asyncio\nasync def egg():\n    print('on')\n    await asyncio.sleep(9)\n"
        "    print('done')\nasync def main():\n    asyncio.create_task(egg())\n    print('end')\n"
        "asyncio.run(main())"
    )
    found = run(Program(source, dishes={"egg": "Egg"}))
    assert found.prints == ["end", "on"]
    assert dict(found.ended) == {1: "dropped"} and found.makespan == 0.0
