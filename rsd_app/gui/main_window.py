"""The window: composition only. Parts are made, laid out and connected here; what they do is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rsd_app.core.errors import ConfigError
from rsd_app.engine.events import Done, Event, Outcome, Started
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.gui.brush.controller import BrushController
from rsd_app.gui.brush.guard_controller import GuardController
from rsd_app.gui.compare.pane import ComparePane
from rsd_app.gui.desktop.notify import Notifier
from rsd_app.gui.dialogs.about import AboutDialog
from rsd_app.gui.dialogs.machine_report import MachineReport, learn_machine
from rsd_app.gui.dialogs.shortcut_sheet import ShortcutSheet
from rsd_app.gui.dialogs.stop_question import StopQuestion
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.intake.importer import Importer
from rsd_app.gui.intake.reader_pool import Intake
from rsd_app.gui.look import theme
from rsd_app.gui.look.words import in_words
from rsd_app.gui.models.controller import ModelController
from rsd_app.gui.queue.controller import QueueController
from rsd_app.gui.queue.filmstrip import Filmstrip
from rsd_app.gui.queue.forecast import Forecast
from rsd_app.gui.queue.runner import QueueRunner, Summary
from rsd_app.gui.queue.watch_controller import WatchController
from rsd_app.gui.result_actions import ResultActions
from rsd_app.gui.session_keeper import SessionKeeper
from rsd_app.gui.settings.controller import SettingsController
from rsd_app.gui.settings.panel import SettingsPanel
from rsd_app.gui.state.preferences import Preferences
from rsd_app.gui.threads.background import Background
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.threads.jobs import Enlarge, Request, enlarge_with_engine
from rsd_app.gui.threads.soon import Soon
from rsd_app.gui.training.controller import TrainController
from rsd_app.gui.trust.controller import TrustController
from rsd_app.gui.variants.controller import VariantController
from rsd_app.gui.window.actions import Actions
from rsd_app.gui.window.dock import Dock
from rsd_app.gui.window.empty_page import EmptyPage
from rsd_app.gui.window.frame import Frame
from rsd_app.gui.window.notice_bars import NoticeBars
from rsd_app.gui.window.status import StatusLine

READING_MS = 100  # between two looks at the queue while photos are read


class MainWindow(Frame):
    """Photos at the left, the picture in the middle, settings at the right.

    Args:
        enlarge: what does a full run; the engine by default.
        preferences: loaded from the user's file by default.
        restore: bring the last session back, and keep this one.

    Signals:
        reopen_asked: the window must be rebuilt after a change of language.
    """

    reopen_asked = Signal()

    def __init__(
        self,
        enlarge: Enlarge = enlarge_with_engine,
        preferences: Preferences | None = None,
        *,
        restore: bool = True,
    ) -> None:
        super().__init__()
        self.preferences = preferences or Preferences.load()
        self._closing = False
        self.engine = EngineThread(enlarge, self)
        self.document = Document(self.preferences.choices, self.preferences.kind_models)
        self.intake = Intake(round(theme.THUMBNAIL_PX * self.devicePixelRatioF()), self)
        self._background = Background(self)
        self.pane = ComparePane(self.engine)
        self.runner = QueueRunner(self.document, self.engine, self.pane.tiles)
        self.actions_ = Actions(self)
        self.importer = Importer(self.document, self.intake, self._background, self.preferences, self)
        self.results = ResultActions(self._background, self)
        self.notifier = Notifier(self)
        self._refreshing = Soon(self._refresh, self)
        self._compose()
        self.watch = WatchController(self.document, self.queue, self.actions_["watch"], self)
        self.dock = Dock(self.runner, self)
        parts = self.preferences, self.document, self.strip, self.queue, self.pane, self.actions_["panels"]
        self.keeper = SessionKeeper(self, *parts, keeps=restore)
        self._connect()
        self.make_menus(self.actions_, self.preferences)
        self.make_tools(self.actions_)
        self.resize(1280, 800)
        if restore:
            photos, left_out = self.keeper.restore()
            self.bars.offer_to_go_on(photos, lambda: self.queue.start(photos))
            if told := [*self.preferences.left_out, *left_out]:
                self.bars.refused.show_error(told[0], "\n".join(told))
        self._refresh()

    def warm_up(self) -> None:
        """Start the engine in the background, once the window is shown."""
        request = Request(learn_machine, self)
        request.finished.connect(self._on_machine)
        request.failed.connect(lambda error: self.bars.notice([str(error)]))
        self.engine.ask(request)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Files and folders, as from the command line."""
        self.importer.add(paths)

    def add_pair(self, photo: Path, result: Path) -> None:
        """A photo and a result of it that exists."""
        added = Photo(photo, then=State.DONE, result=result)
        self.document.add([added])
        self.strip.show_photo(added)

    def _compose(self) -> None:
        self.strip = Filmstrip(self.document.queue)
        self.strip.setFixedWidth(theme.STRIP_PX)
        self.queue = QueueController(self.document, self.strip, self.runner)
        self.panel = SettingsPanel()
        self.settings = SettingsController(self.document, self.panel, self.strip, self.preferences)
        self.models = ModelController(self.document, self.panel, self.settings, self.pane, self.engine, self)
        self.training = TrainController(self, self.engine, self.settings, self.models)
        self.variants = VariantController(self.pane, self.engine, self.settings, self)
        self.brush = BrushController(
            self.pane, self.document, self.strip, self.panel, self.variants, self.actions_["brush"]
        )
        self.guard = GuardController(self.document, self.strip, self.panel, self.settings, self._background)
        self.brush.said.connect(self.settings.said)
        self.trust = TrustController(self.pane, self.engine, self.actions_["differences"], self)
        self.empty_page = EmptyPage()
        self.bars = NoticeBars()
        self.forecast = Forecast(self.queue, self.runner, self.panel.forecast.show_text)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty_page)
        self.pages.addWidget(self.pane)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.bars)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addLayout(middle, 1)
        row.addWidget(self.panel)
        self.setCentralWidget(whole)
        self.accept_drops_over(whole, self.importer.take)
        self.status = StatusLine(self.actions_["pause"], self.actions_["stop"])
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.actions_.connect_to(self, {"window": self, "picture": self.pane})
        self.offer_context_menus(self.actions_, {"photo": self.strip, "picture": self.pane.view})
        self.empty_page.open_asked.connect(self.importer.choose)
        self.empty_page.sample_asked.connect(self.importer.add_sample)
        self.empty_page.train_asked.connect(self.training.show)
        self.importer.added.connect(self._on_added)
        self.importer.known.connect(self._on_known)
        self.importer.results_left_out.connect(self._on_results_left_out)
        self.importer.read.connect(self._on_read)
        self.importer.start_asked.connect(lambda photo: self.queue.start([photo]))
        self.importer.read.connect(self.queue.on_read)
        self.importer.refused.connect(self.bars.notice)
        self.importer.models_given.connect(self.models.import_files)
        self.panel.model.models_asked.connect(self.models.open_manager)
        self.strip.current_changed.connect(self._on_current)
        self.document.choices_changed.connect(self._on_choices)
        self.document.queue.counted.connect(self._refresh_soon)
        self.document.undo.indexChanged.connect(self._refreshing.next)
        self.settings.model_shown.connect(self.status.model.setText)
        self.settings.changed.connect(self.keeper.keep)
        for said in (self.settings.said, self.watch.said, self.results.said):
            said.connect(self.status.say)
        self.pane.changed.connect(self._on_view)
        self.pane.failed.connect(self._on_pane_failed)
        self.pane.measured.connect(self.forecast.take_measure)
        self.pane.estimated.connect(self.panel.condition.show_estimate)
        self.runner.changed.connect(self._show_run)
        self.runner.happened.connect(self._on_event)
        self.runner.photo_ended.connect(self._on_photo_ended)
        self.runner.ended.connect(self._on_run_ended)
        self.bars.error.retry_asked.connect(self.queue.start_selected)
        self.results.failed.connect(lambda text: self.bars.notice([text]))
        self.scheme_chosen.connect(self._on_scheme)
        self.language_chosen.connect(self._on_language)
        self.recent_chosen.connect(lambda path: self.add_paths([path]))
        self.flip_held.connect(self.pane.view.set_flipped)
        self.pane.listen_to(self.strip)

    # Photos

    def start_all(self) -> None:
        """Enlarge all waiting photos."""
        self.queue.start_all()

    @Slot(object)
    def _on_added(self, photos: list[Photo]) -> None:
        self.bars.refused.hide()
        self.strip.show_photo(photos[0])
        self._refreshing.now()  # whoever presses Start with the drop means them
        self.fill_recent(self.preferences.recent)

    @Slot(object, int)
    def _on_known(self, photos: list[Photo], count: int) -> None:
        """Nothing is enlarged twice because it was dropped twice."""
        if photos:
            self.strip.show_photo(photos[0])
        self.status.say(self.tr("%n file(s) are in the queue already", "", count))

    @Slot(int)
    def _on_results_left_out(self, count: int) -> None:
        self.status.say(self.tr("%n result(s) of earlier runs were left out; drop one by itself to add it", "", count))

    @Slot(object)
    def _on_read(self, photo: Photo) -> None:
        if photo is self.strip.current():
            self.settings.show()
            self.forecast.show()
            self._preview(photo)

    @Slot(object)
    def _on_current(self, photo: Photo | None) -> None:
        if photo is None:
            self.pane.close_photo()
        else:
            self._preview(photo)
            self.pane.open(photo.path, photo.result)
        self.bars.show_photo(photo)
        self.settings.show()
        self._refreshing.next()

    def _preview(self, photo: Photo) -> None:
        """Let the part that is seen be computed, once it is known that the photo can be."""
        if not photo.width:
            self.pane.set_config(None)
            return
        try:
            self.pane.set_config(self.document.config_of(photo))
        except ConfigError as error:
            self.bars.error.show_error(str(error))

    @Slot()
    def _on_choices(self) -> None:
        photo = self.strip.current()
        if photo is not None:
            self._preview(photo)
        self._refresh()

    # The run

    @Slot(object)
    def _on_event(self, event: Event) -> None:
        self.pane.on_event(event)
        if isinstance(event, Started):
            self.status.device.setText(event.device)

    @Slot()
    def _show_run(self) -> None:
        if self._closing:  # runner and undo stack tell of their end
            return
        self.status.show_run(self.runner)
        self.actions_["pause"].setChecked(self.runner.paused)
        self.actions_.refresh(self)

    @Slot(object, object)
    def _on_photo_ended(self, photo: Photo, outcome: Outcome) -> None:
        if isinstance(outcome, Done):
            text = self.tr("{0} in {1}").format(outcome.destination.name, in_words(outcome.seconds))
            self.status.say(" – ".join([text, *outcome.notices]))
        if photo is self.strip.current():
            self.bars.show_photo(photo)
        self.keeper.keep()

    @Slot(object)
    def _on_run_ended(self, summary: Summary) -> None:
        if summary.failed and isinstance(self.strip.current(), Photo):
            first = next((p for p in self.document.queue.photos() if p.state is State.FAILED), None)
            if first is not None and self.strip.current().state is not State.FAILED:  # type: ignore[union-attr]
                self.bars.notice([self.tr("%n photo(s) failed", "", summary.failed), first.error])
        if summary.stopped:
            self.status.say(self.tr("Stopped. Start continues from there."))
        elif not self._closing:
            self.notifier.run_ended(summary)
        self._refresh()

    # What is shown

    @Slot()
    def _refresh_soon(self) -> None:
        """Photos are read by the dozen: one look at the whole queue for all of them."""
        self._refreshing.within(READING_MS if self.intake.busy else 0)

    @Slot()
    def _refresh(self) -> None:
        """Pages, actions and texts that follow from the queue."""
        if self._closing:  # an undo stack signals while it is destroyed
            return
        photo = self.strip.current()
        self.dock.show_name("" if photo is None else photo.path.name)
        there = self.document.queue.rowCount() > 0
        self.pages.setCurrentWidget(self.pane if there else self.empty_page)
        self.strip.setVisible(there and self.actions_["panels"].isChecked())
        self._show_run()
        self.forecast.show()
        self.keeper.keep()

    @Slot()
    def _on_view(self) -> None:
        self.status.show_view(self.pane.picture_size, self.pane.view.zoom)
        if self.pane.view.mode in ("split", "side", "difference"):
            self.actions_[self.pane.view.mode].setChecked(True)
        self.keeper.keep()

    @Slot(object, str)
    def _on_pane_failed(self, path: Path, text: str) -> None:
        photo = self.strip.current()
        if photo is not None and path in (photo.path, photo.result) and photo.state is not State.READING:
            self.bars.error.show_error(text)

    @Slot(object)
    def _on_machine(self, machine: MachineReport) -> None:
        self.status.device.setText(machine.device)
        self.models.offer(machine.models)
        self.panel.set_devices(machine.devices)
        self.training.set_devices(machine.devices)
        self.settings.show()
        choices = self.document.choices_of(self.strip.current())
        self.pane.warm_up(UpscaleConfig(model=choices.model, device=choices.device, precision=choices.precision))

    def show_shortcuts(self) -> None:
        """Show all keys on one sheet."""
        ShortcutSheet(self.actions_, self.menu_titles(), self).exec()

    def show_about(self) -> None:
        """Show versions, licences and a report on this machine."""
        AboutDialog(self.engine, self).exec()

    def show_panels(self, shown: bool) -> None:
        """Show or hide what is beside the picture."""
        self.panel.setVisible(shown)
        self.strip.setVisible(shown and self.document.queue.rowCount() > 0)

    def _on_scheme(self, scheme: theme.Scheme) -> None:
        self.preferences.scheme = scheme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.choose(app, scheme)
        self.restyle()
        self.keeper.keep()

    def restyle(self) -> None:
        """Icons and drawn parts in the colours of the scheme that is on."""
        self.actions_.restyle()
        self.panel.restyle()
        self.strip.viewport().update()

    def _on_language(self, language: str) -> None:
        self.preferences.language = language
        self.save()
        if self.runner.running:
            self.status.say(self.tr("The language changes at the next start."))
        else:
            self.reopen_asked.emit()

    # Session

    def save(self) -> None:
        """Preferences and session to their files."""
        self.keeper.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while it works; what is computed stays on the disk and is continued at the next start."""
        if self.runner.running and not self._closing and self.isVisible() and not StopQuestion(self).agreed():
            event.ignore()
            return
        self.keeper.end()
        self._closing = True
        self.hide()  # the strip at work may take a second yet
        for part in (self.training, self.watch, self.intake, self._background, self.models):
            part.close()
        self.pane.close_threads()
        self.engine.close()
        event.accept()
