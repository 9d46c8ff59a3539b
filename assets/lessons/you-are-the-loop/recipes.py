import asyncio

from kitchen import hands


async def soup():
    print("Soup: chop")
    await asyncio.sleep(60)
    print("Soup: stir")


async def egg():
    print("Egg: boil")
    await asyncio.sleep(30)
    print("Egg: peel")


async def bread():
    print("Bread: knead")
    hands("knead", 90)
    print("Bread: done")


async def main():
    one = asyncio.create_task(soup())
    two = asyncio.create_task(egg())
    three = asyncio.create_task(bread())
    await one
    await two
    await three


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
