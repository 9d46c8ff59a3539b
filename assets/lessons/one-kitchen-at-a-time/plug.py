import asyncio


async def cook():
    print("Stove on")


async def main():
    me = asyncio.current_task()
    asyncio.get_running_loop().call_later(120, me.cancel)  # Ctrl-C does this
    await cook()


asyncio.run(main())
