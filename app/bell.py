"""The bell: any thread rings it, and whoever waits in the event loop wakes up."""

import asyncio
from contextlib import suppress


class Bell:
    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: set[asyncio.Event] = set()
        self.rung = 0

    def hang(self) -> None:
        """In the loop whose waiters it wakes."""
        self._loop = asyncio.get_running_loop()

    def ring(self) -> None:
        if self._loop:
            with suppress(RuntimeError):  # the loop has ended, and its waiters with it
                self._loop.call_soon_threadsafe(self._wake)

    async def heard(self, since: int, seconds: float) -> None:
        """Returns when it has rung since it had `rung` so often, or after so long.

        The latter because another process may have changed what nobody here was told of.
        """
        if self.rung != since:
            return
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            return
        finally:
            self._waiting.discard(event)

    def _wake(self) -> None:
        self.rung += 1
        for event in self._waiting:
            event.set()
