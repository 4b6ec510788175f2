"""Close pictures in the background: closing a large scratch file takes the system a while."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from rsd_app.gui.compare.pictures.scene import Pixels

log = logging.getLogger(__name__)


class Closer:
    """Closes one after the other on a thread, which is started when it is needed."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="rsd-close")
        self._ended = False

    def close(self, *pictures: Pixels | None) -> None:
        """Let go of the files that pictures may hold."""
        for picture in pictures:
            close = getattr(picture, "close", None)
            if close is not None:
                self.do(close)

    def do(self, work: Callable[[], None]) -> None:
        """Have something of this kind done; at once where the thread has ended."""
        if self._ended:
            work()
        else:
            self._worker.submit(_do, work)

    def end(self) -> None:
        """Wait for what is being done."""
        self._ended = True
        self._worker.shutdown()


def _do(work: Callable[[], None]) -> None:
    try:
        work()
    except Exception:  # the boundary of the thread: a file that cannot be removed goes with the next sweep
        log.warning("a scratch file of the view stays", exc_info=True)
