"""The dialog: six steps from photos to a model of your own; it can be closed while the training continues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rsd_app.gui.look import theme
from rsd_app.gui.models.shelf import Shelf
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.training.pages.compare import ComparePage
from rsd_app.gui.training.pages.damage import DamagePage
from rsd_app.gui.training.pages.effort import EffortPage
from rsd_app.gui.training.pages.install import InstallPage
from rsd_app.gui.training.pages.photos import PhotosPage
from rsd_app.gui.training.pages.start import StartPage
from rsd_app.gui.training.pages.train import TrainPage
from rsd_app.gui.training.process.assistant import Assistant
from rsd_app.gui.training.process.idle import unused_s
from rsd_app.gui.training.process.plan import Plan
from rsd_app.gui.training.process.schedule import may_work, on_mains
from rsd_app.gui.training.process.trainings import Training, new_training
from rsd_app.gui.training.widgets.page import Page, button

SCHEDULE_MS = 5_000  # so soon after the first key the computer is the user's again
PREPARING = ("photos", "damage", "effort")  # steps that decide; once it is begun they are over


class TrainWizard(QDialog):
    """Not modal: photos can be enlarged meanwhile.

    Args:
        engine: of the window; the canvas of the comparison wants it.

    Signals:
        installed: the name of a model that is in the library now.
    """

    installed = Signal(str)

    def __init__(self, engine: EngineThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setObjectName("wizard")
        self.resize(120 * theme.GRID_PX, 90 * theme.GRID_PX)
        self.assistant = Assistant(self)
        self._waits = False  # for its time
        self.start_page = StartPage()
        self.photos, self.effort = PhotosPage(self.assistant), EffortPage(self.assistant)
        self.damage, self.compare = DamagePage(self.assistant), ComparePage(engine)
        self.train, self.install = TrainPage(), InstallPage()
        self.steps: dict[str, tuple[str, Page]] = {
            "photos": (self.tr("Photos"), self.photos),
            "damage": (self.tr("Damage"), self.damage),
            "effort": (self.tr("Effort"), self.effort),
            "train": (self.tr("Train"), self.train),
            "compare": (self.tr("Compare"), self.compare),
            "install": (self.tr("Install"), self.install),
        }
        self.pages = QStackedWidget()
        for page in (self.start_page, *(page for _, page in self.steps.values())):
            self.pages.addWidget(page)
            page.changed.connect(self._show)
        self._compose()
        self.start_page.opened.connect(self.open_training)
        self.start_page.new_asked.connect(lambda: self.go_to("photos"))
        self.install.installed.connect(self.installed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.go_next)
        self._scheduling = QTimer(self, interval=SCHEDULE_MS)
        self._scheduling.timeout.connect(self.keep_schedule)
        self._scheduling.start()
        self.open_what_there_is()

    def _compose(self) -> None:
        steps = QWidget()
        steps.setObjectName("steps")
        head = QHBoxLayout(steps)
        head.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        self.step_buttons: dict[str, QToolButton] = {}
        for number, (key, (name, _)) in enumerate(self.steps.items(), 1):
            step = self.step_buttons[key] = QToolButton()
            step.setText(f"{number}  {name}")
            step.setCheckable(True)
            step.clicked.connect(lambda _=False, key=key: self.go_to(key))
            head.addWidget(step)
        head.addStretch()
        self.list_button = QToolButton()
        self.list_button.setText(self.tr("All trainings"))
        self.list_button.clicked.connect(self.show_list)
        head.addWidget(self.list_button)
        self.hint = QLabel()
        self.hint.setProperty("quiet", True)
        self.back_button, self.next_button = button(self.tr("Back")), button("", "Ctrl+Enter")
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_next)
        self.next_button.setProperty("primary", True)
        foot = QHBoxLayout()
        foot.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(steps)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)

    @property
    def step(self) -> str:
        """The step that is shown; empty: the list of trainings."""
        current = self.pages.currentWidget()
        return next((key for key, (_, page) in self.steps.items() if page is current), "")

    @property
    def training(self) -> Training | None:
        """The one that is shown, once it is begun."""
        return self.train.training

    def open_what_there_is(self) -> None:
        """Show the current training, else the list, else the first step."""
        self.start_page.look()
        running = next((training for training in self.start_page.trainings if training.at_work), None)
        if running is not None:
            self.open_training(running)
        elif self.start_page.trainings:
            self.show_list()
        else:
            self.go_to("photos")

    @Slot(object)
    def open_training(self, training: Training) -> None:
        """Attach to a training, at work or not."""
        self._waits = False
        self.train.follow(training)
        self.keep_schedule()
        self.go_to("train")

    @Slot(object)
    def take_shelf(self, shelf: Shelf) -> None:
        """The library of models: what a training can begin from, and which names are taken."""
        self.effort.set_models([one.name for one in shelf.models if one.place != "bundled" and one.can_learn])
        self.install.taken = frozenset(one.name for one in shelf.models)

    def start_from(self, model: str) -> None:
        """A new training that begins from a model of the library."""
        self.effort.set_models([model])
        self.effort.start.choose(model)
        self.go_to("photos")

    def add_photos(self, paths: Sequence[Path]) -> None:
        """Add folders of photos to learn from."""
        self.photos.add(paths)

    @Slot()
    def show_list(self) -> None:
        """Show all trainings."""
        self.start_page.look()
        self._turn_to(self.start_page)

    def go_to(self, key: str) -> None:
        """Show a step; from the first ones a new training begins."""
        page = self.steps[key][1]
        if key in PREPARING and self.step not in PREPARING:
            self.photos.look()
        if key == "effort":
            self.effort.show_plan(self._plan(), self.photos.shown_photos)
        if key == "compare" and self.training is not None:
            self.compare.show_training(self.training)
        if key == "install" and self.training is not None:
            self.install.show_training(self.training)
        self._turn_to(page)
        if key == "damage":  # once it is seen: it draws only then
            self.damage.show_photos(self.photos.shown_photos)

    @Slot()
    def go_next(self) -> None:
        """To the next step; from the last of those that decide, the training begins."""
        if not self.next_button.isEnabled():
            return
        keys = list(self.steps)
        if self.step == "effort":
            self.begin()
        elif self.step == keys[-1]:
            self.close()
        elif self.step in keys:
            self.go_to(keys[keys.index(self.step) + 1])

    @Slot()
    def go_back(self) -> None:
        """To the step before; from a training to the list."""
        keys = list(self.steps)
        if self.step == "train":
            self.show_list()
        elif self.step in keys[1:]:
            self.go_to(keys[keys.index(self.step) - 1])

    def begin(self) -> None:
        """Make the training and start its process."""
        training = new_training(self.effort.plan(self._plan()))
        self.train.follow(training)
        self._turn_to(self.train)
        training.folder.mkdir(parents=True, exist_ok=True)
        training.save_plan()
        self.keep_schedule()
        if not self._waits:
            self.train.go_on()

    @Slot()
    def keep_schedule(self) -> None:
        """Start, pause or continue as the plan says; what the user has stopped or paused stays so."""
        training = self.training
        if training is None:
            return
        may = may_work(training.plan.when, datetime.now().astimezone(), on_mains=on_mains(), unused_s=unused_s())
        waits = training.plan.when != "now" and not may
        if waits and not self._waits:
            self.train.pause()
        elif self._waits and not waits:
            self.train.go_on_if_paused()
            if not training.begun and not training.at_work:
                self.train.go_on()
        self._waits = waits
        texts = {
            "night": self.tr("Waiting for the night."),
            "mains": self.tr("Waiting for mains power."),
            "unused": self.tr("Waiting until nobody is using the computer."),
        }
        self.train.show_waiting(texts[training.plan.when] if waits else "")

    def _plan(self) -> Plan:
        return Plan(folders=tuple(self.photos.folders), by_hand=dict(self.photos.by_hand), damage=self.damage.settings)

    def _turn_to(self, page: Page) -> None:
        before = self.pages.currentWidget()
        if isinstance(before, Page) and before is not page:
            before.left()
        self.pages.setCurrentWidget(page)
        page.entered()
        self._show()

    @Slot()
    def _show(self) -> None:
        """Buttons that follow from the step."""
        step, keys = self.step, list(self.steps)
        for key, one in self.step_buttons.items():
            one.setChecked(key == step)
            one.setEnabled(self._can_go_to(key))
        page = self.steps[step][1] if step else self.start_page
        name = self.steps[step][0] if step else self.tr("All trainings")
        self.setWindowTitle(" – ".join([name, self.tr("A model of your own")]))
        self.back_button.setEnabled(step in keys[1:])
        self.next_button.setVisible(bool(step))
        self.next_button.setEnabled(page.ready)
        last = self.tr("Close") if step == keys[-1] else self.tr("Next")
        if self.next_button.property("primary") != (step != keys[-1]):  # there, to install is what comes next
            self.next_button.setProperty("primary", step != keys[-1])
            self.next_button.style().polish(self.next_button)
        self.next_button.setText(self.tr("Start training") if step == "effort" else last)

    def _can_go_to(self, key: str) -> bool:
        keys = list(self.steps)
        if key in PREPARING:
            before = [self.steps[k][1] for k in keys[: keys.index(key)]]
            return self.step in PREPARING and all(page.ready for page in before)
        if self.step in PREPARING:
            return False
        return self.training is not None and (key == "train" or self.train.ready)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The training continues, and is found when the wizard is opened again."""
        event.accept()

    def close_down(self) -> None:
        """End the helper processes of this window; trainings continue."""
        self._scheduling.stop()
        self.train.close_follower()
        self.install.command.close()
        self.compare.close_threads()
        self.damage.close_down()
        self.assistant.close()
        self.photos.grid.close_threads()
        self.close()
