import asyncio


async def download_page(address):
    print("Starting", address)
    await asyncio.sleep(0.2)
    print("Finished", address)


async def main():
    first = asyncio.create_task(download_page("lol.com"))
    second = asyncio.create_task(download_page("sike.org"))
    await first
    await second


asyncio.run(main())
