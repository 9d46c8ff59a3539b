"""A page of documentation, opened in the browser of the system."""

from __future__ import annotations


def browse(address: str) -> bool:
    """Ask the system's browser to show it; False: there is none. One in a terminal is none: it
    would take that, and we would wait for it."""
    import threading  # seldom asked for
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if type(browser) is webbrowser.GenericBrowser:
        return False
    threading.Thread(target=browser.open, args=(address,), daemon=True).start()
    return True
