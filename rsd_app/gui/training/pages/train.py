"""Fourth page: a training in its own process, in plain words, pictures and curves."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QProgressBar

from rsd_app.core.errors import RsdError
from rsd_app.gui.look import theme
from rsd_app.gui.look.words import in_words
from rsd_app.gui.training.process.follower import Follower
from rsd_app.gui.training.process.notice_words import notice_words
from rsd_app.gui.training.process.progress import Progress
from rsd_app.gui.training.process.trainings import Training
from rsd_app.gui.training.widgets.chart import Chart
from rsd_app.gui.training.widgets.page import Page, button, quiet, row
from rsd_app.gui.training.widgets.timeline import Timeline
from rsd_app.gui.widgets.error_bar import ErrorBar

FULL = 1000  # of the bar
NOTICES = 2  # shown; the tool tip has them all


class TrainPage(Page):
    """Follows one training, whoever started it.

    Signals:
        usable: there is something to compare and install now.
    """

    usable = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.follower: Follower | None = None
        self._stopping = False
        self._waits = ""
        self.introduce(self.tr("It continues when this window is closed. Reopen the window to follow it again."))
        self.phase, self.state = QLabel(), quiet()
        self.phase.setAccessibleName(self.tr("Current activity"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximum(FULL)
        self.timeline = Timeline()
        self.lpips = Chart(self.tr("Perceptual difference (LPIPS) ↓"))
        self.psnr = Chart(self.tr("Fidelity (PSNR, dB) ↑"))
        self.loss = Chart(self.tr("Loss ↓"), smooth=True)
        self.notices = quiet()
        self.error = ErrorBar()
        self.error.retry_asked.connect(self.go_on)
        self.pause_button = button(self.tr("Pause"), self.tr("Save and wait; nothing is lost (Ctrl+P)"))
        self.save_button = button(self.tr("Save now"), self.tr("Write a checkpoint and new samples now"))
        self.stop_button = button(self.tr("Stop"), self.tr("Stop and use what there is; you can continue later"))
        self.pause_button.clicked.connect(self._on_pause)
        QShortcut(QKeySequence("Ctrl+P"), self, self.pause_button.click)
        self.save_button.clicked.connect(lambda: self._tell("save"))
        self.stop_button.clicked.connect(self.stop)
        for widget in (self.phase, self.bar, self.state):
            self.column.addWidget(widget)
        self.column.addWidget(self.timeline, 1)
        charts = row(self.lpips, self.psnr, self.loss)
        charts.setSpacing(2 * theme.GRID_PX)
        for index in range(3):
            charts.setStretch(index, 1)
        self.column.addLayout(charts)
        self.column.addWidget(self.notices)
        self.column.addWidget(self.error)
        self.column.addLayout(row(self.pause_button, self.save_button, self.stop_button))

    @property
    def ready(self) -> bool:
        """Whether there is a student that can be compared and installed."""
        return self.follower is not None and bool(self.follower.progress.held_out.get("distill"))

    @property
    def training(self) -> Training | None:
        """The training that is followed."""
        return None if self.follower is None else self.follower.training

    def follow(self, training: Training) -> None:
        """Show a training from now on."""
        if self.follower is not None:
            self.follower.stop()
            self.follower.deleteLater()
        self._stopping = False
        self.error.hide()
        self.follower = Follower(training, self)
        self.follower.changed.connect(self._show)
        self.follower.start()
        self._show()

    def close_follower(self) -> None:
        """Stop looking; the training continues."""
        if self.follower is not None:
            self.follower.stop()

    def show_waiting(self, text: str) -> None:
        """Why it does not train yet, or rests; empty: no such reason."""
        if text != self._waits:
            self._waits = text
            self._show()

    @Slot()
    def go_on(self) -> None:
        """Begin, or begin again where it was."""
        if self.follower is None:
            return
        self._stopping = False
        self.error.hide()
        try:
            self.follower.training.launch()
        except (RsdError, OSError) as error:
            self.error.show_error(str(error), can_retry=True)
        self.follower.look()
        self._show()

    @Slot()
    def stop(self) -> None:
        """Save the training and end it."""
        self._stopping = True
        self._tell("stop")

    def pause(self) -> None:
        """Save the training and pause it."""
        if self.follower is not None and self.follower.at_work and not self.follower.progress.paused:
            self._tell("pause")

    def go_on_if_paused(self) -> None:
        """Continue the training if it is paused."""
        if self.follower is not None and self.follower.at_work and self.follower.progress.paused:
            self._tell("continue")

    @Slot()
    def _on_pause(self) -> None:
        if self.follower is None:
            return
        if not self.follower.at_work:
            self.go_on()
        else:
            self._tell("continue" if self.follower.progress.paused else "pause")

    def _tell(self, word: str) -> None:
        if self.follower is None:
            return
        try:
            self.follower.training.tell(word)
        except RsdError as error:
            self.error.show_error(str(error))
        self._show()

    @Slot()
    def _show(self) -> None:
        if self.follower is None:
            return
        follower, progress = self.follower, self.follower.progress
        training, at_work = follower.training, follower.at_work
        finished = progress.ended is not None and progress.ended.finished
        self.phase.setText(self._phase(progress, at_work))
        self.state.setText(self._state(progress, at_work))
        share = progress.share
        if progress.inspected is not None and not progress.stage:
            share = progress.inspected[0] / max(1, progress.inspected[1])
        working_blindly = at_work and share is None
        self.bar.setRange(0, 0 if working_blindly else FULL)
        if not working_blindly:
            self.bar.setValue(round((share or 0) * FULL))
        self.pause_button.setText(self.tr("Pause") if at_work and not progress.paused else self.tr("Continue"))
        self.pause_button.setEnabled(not finished and not (at_work and not progress.stage))
        listens = at_work and not training.launched and bool(progress.stage)  # it is there, not just being started
        self.save_button.setEnabled(listens and not progress.paused)
        self.stop_button.setEnabled(listens and not self._stopping)
        notices = list(map(notice_words, progress.notices))
        self.notices.setText("\n".join(notices[-NOTICES:]))
        self.notices.setToolTip("\n".join(notices))
        self.notices.setVisible(bool(progress.notices))
        self._show_trouble(progress, at_work)
        self._show_curves(progress, training)
        self.changed.emit()
        if self.ready:
            self.usable.emit()

    def _show_trouble(self, progress: Progress, at_work: bool) -> None:
        follower = self.follower
        trouble = "" if at_work or follower is None or not follower.training.log() else follower.training.trouble
        if not trouble and progress.ended is not None and not progress.ended.finished and not self._stopping:
            trouble = "" if "stopp" in progress.ended.reason else progress.ended.reason
        if trouble:
            self.error.show_error(trouble, follower.training.log() if follower is not None else "", can_retry=True)
        elif at_work:
            self.error.hide()

    def _show_curves(self, progress: Progress, training: Training) -> None:
        stage = progress.stage or ("distill" if progress.held_out.get("distill") else "")
        held_out, against = progress.held_out.get(stage, {}), progress.against
        name = training.plan.start or ("" if progress.reference is None else progress.reference.name)
        for chart, figure in ((self.lpips, "lpips"), (self.psnr, "psnr")):
            line = (name, against[figure]) if name and stage == "distill" and figure in against else None
            chart.show_points(held_out.get(figure, []), line)
        self.loss.show_points(loss_of(progress.trained.get(stage, {})))
        self.timeline.look(training.run / "samples", stage, began_from_model=bool(training.plan.start))

    def _phase(self, progress: Progress, at_work: bool) -> str:
        if self._waits and not (at_work and not progress.paused):
            return self._waits
        if progress.ended is not None and progress.ended.finished:
            return self.tr("Finished.")
        if not at_work:
            if progress.stage or progress.ended is not None:
                return self.tr("Stopped. Nothing is lost: continue from here, or use what there is.")
            return self.tr("Not started yet.")
        if self._stopping:
            return self.tr("Stopping: saving what it has learned …")
        if progress.paused:
            return self.tr("Paused.")
        if not progress.stage:
            return self.tr("Preparing the photos …")
        if not progress.trained.get(progress.stage) and not progress.held_out.get(progress.stage):
            return self.tr("Making pairs of good and damaged pictures, and measuring where it starts …")
        phase = self.tr("Phase 1 of 2: learning the damage, and how to undo it in many steps")
        if progress.stage == "distill":
            tuned = self.follower is not None and self.follower.training.plan.start is not None
            phase = self.tr("Phase 2 of 2: learning to do it in one step")
            phase = self.tr("Learning your photos and their damage") if tuned else phase
        if progress.remaining_s is None:
            return phase
        return self.tr("{0}. {1} left").format(phase, in_words(progress.remaining_s, tenths=False))

    def _state(self, progress: Progress, at_work: bool) -> str:
        words = {
            "improving": self.tr("Still improving on photos it has never seen."),
            "level": self.tr("Levelling off: you can stop, more time brings little."),
            "worse": self.tr("Not better yet than at the start on photos it has never seen."),
            "": self.tr("Too early to say how well it goes.") if at_work else "",
        }
        return words[progress.trend]


def loss_of(curves: dict[str, list[tuple[int, float]]]) -> list[tuple[int, float]]:
    """The curve that says most about a stage's training itself."""
    return next((curves[name] for name in ("loss", "mse", "l1", "lpips") if curves.get(name)), [])
