import asyncio

from kitchen import Cook, recipe


@recipe(price=22, patience=180)
async def risotto(cook: Cook) -> None:
    """Risotto."""
    cook.hands("rice in the pan", 30)
    try:
        await cook.timer("simmer", 90)
        cook.hands("dish up", 20)
    except asyncio.CancelledError:
        cook.say("Nobody eats it.")
        raise
    finally:
        cook.hands("gas off", 5)


@recipe(price=8)
async def dough(cook: Cook) -> None:
    """Bread."""
    cook.hands("knead", 100)
    await cook.timer("bake", 120)
    cook.hands("slice", 10)
