"""The line at the bottom: device, model, progress, remaining time, and what is seen at which size."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.look.words import dimensions, in_words
from rsd_app.gui.queue.runner import QueueRunner

FULL = 1000


class StatusLine(QStatusBar):
    """Quiet; the progress part is there only while something runs.

    Args:
        pause, stop: actions shown beside the progress.
    """

    def __init__(self, pause: QAction, stop: QAction) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.device = QLabel(self.tr("Starting the engine …"))
        self.model = QLabel()
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setMinimumWidth(1)
        self.progress_text = QLabel()
        self.progress = QProgressBar()
        self.progress.setRange(0, FULL)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(18 * theme.GRID_PX)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.view = QLabel()
        self.view.setAccessibleName(self.tr("Size and zoom"))
        self._running = QWidget()
        row = QHBoxLayout(self._running)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.progress_text)
        row.addWidget(self.progress)
        for action in (pause, stop):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setIconSize(QSize(2 * theme.GRID_PX, 2 * theme.GRID_PX))
            button.setAutoRaise(True)
            row.addWidget(button)
        gap = theme.GRID_PX
        self.setContentsMargins(gap, 0, gap, 0)
        self.setMinimumHeight(4 * gap)
        for label in (self.device, self.model):
            label.setContentsMargins(0, 0, gap, 0)
            self.addWidget(label)
        self.addWidget(self.message, 1)
        self.addPermanentWidget(self._running)
        self.addPermanentWidget(self.view)
        self._running.hide()

    def say(self, text: str) -> None:
        """A sentence on what happened last."""
        self.message.setText(text)
        self.message.setToolTip(text)

    def show_view(self, size: QSize, zoom: float) -> None:
        """Show size and zoom of the view."""
        text = "" if size.isEmpty() else f"{dimensions(size.width(), size.height())}   {zoom:.0%}"
        self.view.setText(text)

    def show_run(self, runner: QueueRunner) -> None:
        """Show the progress of the run."""
        self._running.setVisible(runner.running)
        if not runner.running:
            return
        self.progress.setValue(round(runner.fraction * FULL))
        ended, total = runner.count
        parts = [self.tr("{0} of {1}").format(min(ended + 1, total), total)] if total > 1 else []
        if runner.paused:
            parts.append(self.tr("paused"))
        elif runner.remaining_s is None:
            parts.append(self.tr("starting …"))
        else:
            parts.append(self.tr("{0} left").format(in_words(max(1.0, runner.remaining_s), tenths=False)))
            if runner.mp_s:
                parts.append(f"{runner.mp_s:.1f} MP/s")
        self.progress_text.setText("   ".join(parts))
