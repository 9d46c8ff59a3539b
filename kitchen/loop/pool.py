"""A pool of threads that no program has to wait for at its end."""

from __future__ import annotations

import concurrent.futures
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

SIZE = 32
"""Threads at most. asyncio takes fewer where there are few cores; here the number of calls that can
be under way at once must not hang on the machine."""


class Pool(concurrent.futures.Executor):
    """What `asyncio.to_thread` runs its calls in.

    Unlike those of a `concurrent.futures.ThreadPoolExecutor`, its threads are daemons: a call that
    never ends does not keep the interpreter from ending.
    """

    def __init__(self, size: int = SIZE) -> None:
        self.size = size
        self._threads: list[threading.Thread] = []
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._shut = False

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> concurrent.futures.Future[T]:
        """Have a thread call ``fn``. Raises RuntimeError after `shutdown`."""
        future: Future[T] = Future()
        with self._lock:
            if self._shut:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._calls.put(lambda: _run(future, lambda: fn(*args, **kwargs)))
            if not self._idle.acquire(blocking=False) and len(self._threads) < self.size:
                self._start_thread()
        return future

    def _start_thread(self) -> None:
        name = f"asyncio_{len(self._threads)}"
        thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            call()
            del call
            self._idle.release()
        self._calls.put(None)  # for the next of them

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls; ``wait`` until those that were taken are over."""
        with self._lock:
            if not self._shut:
                self._shut = True
                self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


def _run(future: Future[T], call: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = call()
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)
