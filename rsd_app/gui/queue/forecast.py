"""How long a start would take: said before it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from rsd_app.gui.look.words import in_words
from rsd_app.gui.queue.controller import QueueController
from rsd_app.gui.queue.runner import QueueRunner


class Forecast(QObject):
    """Photos that a start would take, and about how long.

    Args:
        show_text: where it is said.
    """

    def __init__(self, queue: QueueController, runner: QueueRunner, show_text: Callable[[str], None]) -> None:
        super().__init__(runner)
        self._queue, self._runner, self._show_text = queue, runner, show_text

    def show(self) -> None:
        """Say it anew, for the queue as it is now."""
        startable = self._queue.startable()
        text = self.tr("%n photo(s)", "", len(startable)) if startable else ""
        seconds = self._runner.forecast_s(startable) if startable else None
        if seconds:
            text = self.tr("{0}: about {1}").format(text, in_words(max(1.0, seconds), tenths=False))
        self._show_text(text)

    @Slot(float)
    def take_measure(self, seconds_per_mp: float) -> None:
        """Learn from a preview how fast this machine is; a run itself knows better."""
        if not self._runner.running and seconds_per_mp > 0:
            self._runner.mp_s = 1 / seconds_per_mp
            self.show()
