import asyncio

from kitchen import hands, timer

fillets = 1


async def sashimi(guest: str) -> None:
    global fillets
    if fillets > 0:
        print(guest, "gets the last one")
        await timer("whet the knife", 60)
        fillets -= 1
        hands("slice", 30)
    else:
        print("Sold out,", guest)


async def evening() -> None:
    await asyncio.gather(sashimi("Ada"), sashimi("Ben"))
    print("Fillets left:", fillets)


asyncio.run(evening())
