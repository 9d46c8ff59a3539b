import asyncio
import pickle


def send(thing: object):
    """What a process gets: packed here, unpacked there."""
    return pickle.loads(pickle.dumps(thing))


async def cook_there(pantry: dict[str, int]) -> dict[str, int]:
    pantry["eggs"] -= 6
    await asyncio.sleep(60)
    print(f"Kitchen two has {pantry['eggs']} eggs")
    return pantry


async def main() -> None:
    pantry = {"eggs": 12}
    await cook_there(send(pantry))
    print(f"Kitchen one has {pantry['eggs']} eggs")


asyncio.run(main())
