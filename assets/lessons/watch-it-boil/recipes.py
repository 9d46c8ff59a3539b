import time


def soup():
    print("Soup is on.")
    time.sleep(300)
    print("Soup!")


def egg():
    print("Egg is on.")
    time.sleep(420)
    print("Egg!")


soup()
egg()
