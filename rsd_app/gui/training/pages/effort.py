"""Third page: how long, from what, and how much of the computer; each effort with its time on this machine."""

from __future__ import annotations

import dataclasses
import os
import shlex
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLineEdit, QPushButton, QWidget

from rsd_app.core.errors import ConfigError
from rsd_app.engine.settings.config import DEFAULT_MODEL
from rsd_app.gui.look.words import in_words, megabytes
from rsd_app.gui.settings.fields import ChoiceBox
from rsd_app.gui.training.process.assistant import Assistant
from rsd_app.gui.training.process.idle import unused_s
from rsd_app.gui.training.process.plan import EFFORTS, Effort, Plan
from rsd_app.gui.training.widgets.page import Page, quiet, row
from rsd_app.gui.widgets.error_bar import ErrorBar
from trainer.config import Recipe, override

PROBED_PHOTOS = 8
SETTLE_MS = 300


class EffortPage(Page):
    """Three choices, measured by a probe of seconds."""

    def __init__(self, assistant: Assistant) -> None:
        super().__init__()
        self._assistant, self._asked, self._probed = assistant, 0, ""
        self._photos: list[str] = []
        self._plan = Plan()
        self._seconds: dict[Effort, float] = {}
        self.introduce(self.tr("How much time should it take? More is better, up to a point; you can stop early."))
        self._group = QButtonGroup(self)
        self.cards: dict[Effort, QPushButton] = {}
        for index, effort in enumerate(EFFORTS):
            card = self.cards[effort] = QPushButton()
            card.setCheckable(True)
            card.setMinimumHeight(72)
            card.setMinimumWidth(180)
            card.setAutoDefault(False)
            self._group.addButton(card, index)
        self.cards["good"].setChecked(True)
        self._group.idToggled.connect(lambda index, on: self.changed.emit())
        names = self.tr("Start from"), self.tr("Device"), self.tr("Use of the computer"), self.tr("Begin")
        self.start, self.device, self.cores, self.when = (ChoiceBox(name) for name in names)
        self.expert = QLineEdit()
        self.expert.setPlaceholderText("distill.lr=1e-5 data.crop=32")
        self.needs, self.error = quiet(), ErrorBar()
        self.needs.setMinimumHeight(2 * self.needs.fontMetrics().lineSpacing())
        self.column.addLayout(row(*self.cards.values()))
        self.column.addWidget(self.needs)
        form = QFormLayout()
        form.addRow(self.tr("Start from"), self.start)
        form.addRow(self.tr("Device"), self.device)
        form.addRow(self.tr("Use of the computer"), self.cores)
        form.addRow(self.tr("Begin"), self.when)
        form.addRow(self.tr("For experts"), self.expert)
        form.setRowVisible(self.device, False)  # until there is a choice
        self._form = form
        holder = QWidget()
        holder.setLayout(form)
        holder.setMaximumWidth(620)
        self.column.addWidget(holder)
        self.column.addWidget(self.error)
        self.column.addStretch()
        self._fill()
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self._probe)
        for box in (self.start, self.device, self.cores):
            box.currentIndexChanged.connect(lambda _: self._timer.start())
        self.expert.editingFinished.connect(self._timer.start)
        self.expert.textChanged.connect(lambda _: self.changed.emit())
        self._show()

    @property
    def ready(self) -> bool:
        return not self.trouble()

    def trouble(self) -> str:
        """What is wrong with the settings for experts; empty if nothing."""
        try:
            override(Recipe(name="any"), self._own_settings())
        except (ConfigError, ValueError) as error:
            return str(error)
        return ""

    def set_models(self, names: Sequence[str]) -> None:
        """The user's own models that a training can begin from."""
        for name in names:
            if self.start.findData(name) < 0:
                self.start.insertItem(self.start.count() - 1, name, name)

    def set_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Those beside the processor: value and text."""
        for value, text in devices:
            if self.device.findData(value) < 0:
                self.device.insertItem(self.device.count() - 1, text, value)
        self._form.setRowVisible(self.device, bool(devices))

    def show_plan(self, plan: Plan, photos: Sequence[str]) -> None:
        """What was decided before; the probe begins."""
        self._plan, self._photos = plan, list(photos)
        self._timer.start()

    def plan(self, plan: Plan) -> Plan:
        """The plan with what is chosen here."""
        effort = EFFORTS[max(0, self._group.checkedId())]
        return dataclasses.replace(
            plan,
            effort=effort,
            start=self.start.currentData() or None,
            device=self.device.currentData(),
            cores=self.cores.currentData(),
            when=self.when.currentData(),
            expert=() if self.trouble() else tuple(self._own_settings()),
            forecast_s=self._seconds.get(effort),
        )

    def _own_settings(self) -> list[str]:
        return shlex.split(self.expert.text())

    def _fill(self) -> None:
        self.start.addItem(self.tr("The bundled model (recommended)"), DEFAULT_MODEL)
        self.start.addItem(self.tr("Nothing: takes days, and thousands of photos"), "")
        self.cores.addItem(self.tr("What other programs leave idle"), "idle")
        self.cores.addItem(self.tr("Half of the processor"), "half")
        self.cores.addItem(self.tr("All of it"), "all")
        self.when.addItem(self.tr("Now"), "now")
        self.when.addItem(self.tr("At night, from 22 to 7 o'clock"), "night")
        self.when.addItem(self.tr("While on mains power"), "mains")
        if unused_s() is not None:
            self.when.addItem(self.tr("While nobody is using it, from 5 minutes after the last key"), "unused")
        self.device.addItem(self.tr("The fastest"), "auto")
        self.device.addItem("CPU", "cpu")

    @Slot()
    def _probe(self) -> None:
        """Ask how long; not twice for the same."""
        plan = self.plan(self._plan)
        efforts = [plan.effort_settings(effort) for effort in EFFORTS]
        question = f"{plan.start} {plan.device} {plan.cores} {efforts} {self._photos}"
        if question == self._probed or not self._photos:
            return
        self._assistant.forget(self._asked)
        self._seconds, self._probed = {}, question
        self.error.hide()
        self.needs.setText(self.tr("Measuring how fast this computer is …"))
        self._show()
        self._asked = self._assistant.ask(
            "probe",
            self._on_probe,
            self._on_failed,
            recipe=plan.recipe,
            settings=[*plan.damage, *plan.expert],
            photos=self._photos[:PROBED_PHOTOS],
            count=len(self._photos),
            start=plan.start,
            device=plan.device,
            cores=plan.cores,
            efforts=efforts,
        )

    def _on_probe(self, found: dict[str, Any]) -> None:
        self._seconds = dict(zip(EFFORTS, found["seconds"], strict=True))
        needs = self.tr("Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.")
        sizes = megabytes(found["memory_mb"] * 2**20), megabytes(found["disk_mb"] * 2**20)
        self.needs.setText(needs.format(os.cpu_count() or 1, *sizes))
        self._show()

    def _on_failed(self, text: str) -> None:
        self._probed = ""
        self.needs.setText("")
        self.error.show_error(text)

    def _show(self) -> None:
        names: dict[Effort, tuple[str, str]] = {
            "quick": (self.tr("Quick try"), self.tr("shows where it is heading")),
            "good": (self.tr("Good"), self.tr("for most purposes")),
            "best": (self.tr("Best"), self.tr("the last bit of quality")),
        }
        for effort, (name, what) in names.items():
            seconds = self._seconds.get(effort)
            time = self.tr("about {0}").format(in_words(seconds, tenths=False)) if seconds else "…"
            self.cards[effort].setText(f"{name}\n{time}\n{what}")
            self.cards[effort].setAccessibleName(f"{name}, {time}, {what}")
        self.changed.emit()
