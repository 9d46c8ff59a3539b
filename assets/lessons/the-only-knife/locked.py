import asyncio

from kitchen import hands, timer

knife = asyncio.Lock()
fillets = 1


async def sashimi(guest: str) -> None:
    global fillets
    async with knife:
        if fillets > 0:
            await timer("whet the knife", 60)
            fillets -= 1
            hands("slice", 30)
            print(guest, "is served")
        else:
            print("Sold out,", guest)


async def soup() -> None:
    hands("chop the leek", 60)
    await timer("simmer", 240)
    hands("ladle", 30)


async def evening() -> None:
    await asyncio.gather(sashimi("Ada"), sashimi("Ben"), soup())
    print("Fillets left:", fillets)


asyncio.run(evening())
