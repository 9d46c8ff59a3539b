import asyncio


async def download_page(address):
    print("Starting", address)
    await asyncio.sleep(0.2)
    print("Finished", address)


async def main():
    await download_page("lol.com")
    await download_page("sike.org")
    print("Both are here.")


asyncio.run(main())
