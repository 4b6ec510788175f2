"""Everything that can be done: a row each, with its text, keys, icon, places, what it does and when it can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from rsd_app.gui.desktop.open_files import open_folder
from rsd_app.gui.look.icons import icon
from rsd_app.gui.state.logs import log_folder

if TYPE_CHECKING:
    from rsd_app.gui.compare.pane import ComparePane
    from rsd_app.gui.document.document import Document
    from rsd_app.gui.intake.importer import Importer
    from rsd_app.gui.models.controller import ModelController
    from rsd_app.gui.queue.controller import QueueController
    from rsd_app.gui.queue.filmstrip import Filmstrip
    from rsd_app.gui.queue.runner import QueueRunner
    from rsd_app.gui.result_actions import ResultActions
    from rsd_app.gui.settings.controller import SettingsController
    from rsd_app.gui.settings.panel import SettingsPanel
    from rsd_app.gui.training.controller import TrainController
    from rsd_app.gui.variants.controller import VariantController

Menu = Literal["file", "edit", "view", "run", "models", "help"]
MENUS: tuple[Menu, ...] = ("file", "edit", "view", "run", "models", "help")
Place = Literal["tools", "photo", "picture"]  # the row of tools; menus of a right click on a photo, on the picture
Keys = str | QKeySequence.StandardKey


class Window(Protocol):
    """What actions use of the main window."""

    document: Document
    importer: Importer
    models: ModelController
    panel: SettingsPanel
    pane: ComparePane
    queue: QueueController
    results: ResultActions
    runner: QueueRunner
    settings: SettingsController
    strip: Filmstrip
    training: TrainController
    variants: VariantController

    def close(self) -> bool: ...
    def showFullScreen(self) -> None: ...
    def showNormal(self) -> None: ...
    def show_about(self) -> None: ...
    def show_panels(self, shown: bool) -> None: ...
    def show_shortcuts(self) -> None: ...


def has_photos(w: Window) -> bool:
    """Whether the queue has any."""
    return w.document.queue.rowCount() > 0


def has_result(w: Window) -> bool:
    """Whether the photo that is looked at has one."""
    photo = w.strip.current()
    return photo is not None and photo.result is not None


def is_running(w: Window) -> bool:
    """Whether photos are being enlarged."""
    return w.runner.running


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One action.

    Args:
        text: of menu and button.
        tip: a sentence that says what it does.
        keys: shortcuts; the first is shown.
        does: what is done; None: whoever owns it listens to it (brush, trust, watched folder), or its key is held.
        toggles: likewise, of one that is on or off.
        when: whether it can be done.
        what: what a text is followed by: what would be undone.
        places: where else than in its menu it stands, and its position there; each ten begins another group.
        keys_in: the keys work in the whole window, or while the picture has the focus: Space presses buttons elsewhere.
        held: it works while its key is held, and the picture itself watches for that.
    """

    menu: Menu
    text: str
    tip: str
    keys: tuple[Keys, ...]
    does: Callable[[Window], object] | None = None
    toggles: Callable[[Window, bool], object] | None = None
    when: Callable[[Window], bool] | None = None
    what: Callable[[Window], str] | None = None
    places: Mapping[Place, int] = field(default_factory=dict)
    icon: str = ""
    with_text: bool = False  # also in the row of tools
    keys_in: Literal["window", "picture"] = "window"
    group: str = ""  # of actions of which one is on
    checkable: bool = False
    held: bool = False
    separator: bool = False  # before it, in the menu

    @property
    def sequences(self) -> list[QKeySequence]:
        """The keys of this system, each once: a standard key may be one that is named as well."""
        return list({QKeySequence(keys).toString(): QKeySequence(keys) for keys in self.keys}.values())


class Actions(QObject):
    """The actions by name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.specs: dict[str, Spec] = {
            **self._file_specs(),
            **self._edit_specs(),
            **self._view_specs(),
            **self._run_specs(),
            **self._model_specs(),
            **self._help_specs(),
        }
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for name, spec in self.specs.items():
            action = QAction(spec.text, self)
            action.setObjectName(name)
            action.setCheckable(spec.checkable or bool(spec.group))
            shown = spec.sequences[0].toString(QKeySequence.SequenceFormat.NativeText)
            if spec.held:
                action.setText(f"{spec.text}\t{shown}")  # a menu shows what follows as the key
            else:
                action.setShortcuts(spec.sequences)
            action.setToolTip(f"{spec.tip} ({shown})")
            action.setStatusTip("")
            if spec.group:
                action.setActionGroup(groups.setdefault(spec.group, QActionGroup(self)))
            self._actions[name] = action
        self.restyle()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def restyle(self) -> None:
        """Icons in the colours of the scheme that is on."""
        for name, spec in self.specs.items():
            if spec.icon:
                self._actions[name].setIcon(icon(spec.icon, primary=name == "start"))

    def keys_of(self, name: str) -> str:
        """All shortcuts of an action, as people read them."""
        native = QKeySequence.SequenceFormat.NativeText
        return "  ".join(sequence.toString(native) for sequence in self.specs[name].sequences)

    def at(self, place: Place) -> list[list[str]]:
        """The names that stand at a place, group by group."""
        there = sorted((spec.places[place], name) for name, spec in self.specs.items() if place in spec.places)
        return [[name for _, name in group] for _, group in groupby(there, key=lambda entry: entry[0] // 10)]

    def connect_to(self, window: Window, widgets: Mapping[Literal["window", "picture"], QWidget]) -> None:
        """Let the actions act on the window's parts, and their keys work in these widgets."""
        for name, spec in self.specs.items():
            action = self._actions[name]
            if spec.does is not None:
                action.triggered.connect(lambda _=False, does=spec.does: does(window))
            if spec.toggles is not None:
                action.triggered.connect(lambda on, toggles=spec.toggles: toggles(window, on))
            if spec.keys_in != "window":
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            widgets[spec.keys_in].addAction(action)

    def refresh(self, window: Window) -> None:
        """Let those be chosen that can be done."""
        for name, spec in self.specs.items():
            if spec.when is not None:
                self._actions[name].setEnabled(spec.when(window))
            if spec.what is not None:
                what = spec.what(window)
                self._actions[name].setText(f"{spec.text}: {what}" if what else spec.text)

    def _file_specs(self) -> dict[str, Spec]:
        standard = QKeySequence.StandardKey
        return {
            "open": Spec(
                menu="file", text=self.tr("Open …"), tip=self.tr("Add photos"), keys=(standard.Open,),
                icon="folder-open", with_text=True,
                does=lambda w: w.importer.choose(), places={"tools": 11},
            ),
            "open_folder": Spec(
                menu="file", text=self.tr("Open a folder …"), tip=self.tr("Add all photos of a folder"),
                keys=("Ctrl+Shift+O",),
                does=lambda w: w.importer.choose_folder(),
            ),
            "watch": Spec(
                menu="file", text=self.tr("Watch a folder …"),
                tip=self.tr("Enlarge every photo that arrives in a folder"), keys=("Ctrl+Shift+W",), checkable=True,
            ),
            "paste": Spec(
                menu="file", text=self.tr("Paste"), tip=self.tr("Add a copied picture, or copied files"),
                keys=(standard.Paste,), icon="clipboard", with_text=True,
                does=lambda w: w.importer.paste(), places={"tools": 12},
            ),
            "save_as": Spec(
                menu="file", text=self.tr("Save the result as …"), tip=self.tr("Copy the result to another place"),
                keys=(standard.Save,), separator=True,
                does=lambda w: w.results.save_as(w.strip.current()), when=has_result,
                places={"photo": 22, "picture": 32},
            ),
            "copy": Spec(
                menu="file", text=self.tr("Copy the result"), tip=self.tr("Put the result on the clipboard"),
                keys=(standard.Copy,),
                does=lambda w: w.results.copy(w.strip.current()), when=has_result,
                places={"photo": 23, "picture": 33},
            ),
            "reveal": Spec(
                menu="file", text=self.tr("Show in folder"), tip=self.tr("Show the result in its folder"),
                keys=("Ctrl+E",),
                does=lambda w: w.results.reveal(w.strip.current()), when=has_result,
                places={"photo": 21, "picture": 31},
            ),
            "quit": Spec(
                menu="file", text=self.tr("Quit"), tip=self.tr("Close the window"), keys=("Ctrl+Q",), separator=True,
                does=lambda w: w.close(),
            ),
        }  # fmt: skip

    def _edit_specs(self) -> dict[str, Spec]:
        standard = QKeySequence.StandardKey
        return {
            "undo": Spec(
                menu="edit", text=self.tr("Undo"), tip=self.tr("Undo the last change"), keys=(standard.Undo,),
                icon="arrow-u-up-left",
                does=lambda w: w.document.undo.undo(), when=lambda w: w.document.undo.canUndo(),
                what=lambda w: w.document.undo.undoText(),
            ),
            "redo": Spec(
                menu="edit", text=self.tr("Redo"), tip=self.tr("Redo the change"),
                keys=(standard.Redo, "Ctrl+Y", "Ctrl+Shift+Z"), icon="arrow-u-up-right",
                does=lambda w: w.document.undo.redo(), when=lambda w: w.document.undo.canRedo(),
                what=lambda w: w.document.undo.redoText(),
            ),
            "select_all": Spec(
                menu="edit", text=self.tr("Select all photos"), tip=self.tr("Select all photos"),
                keys=("Ctrl+A",), separator=True,
                does=lambda w: w.strip.selectAll(), when=has_photos,
            ),
            "remove": Spec(
                menu="edit", text=self.tr("Remove from the queue"),
                tip=self.tr("Take the selected photos out of the queue; no file is deleted"),
                keys=("Del",),
                does=lambda w: w.queue.remove_selected(), when=has_photos, places={"photo": 41},
            ),
            "clear": Spec(
                menu="edit", text=self.tr("Remove all"),
                tip=self.tr("Empty the queue; no file is deleted"), keys=("Ctrl+Shift+Del",),
                does=lambda w: w.queue.remove_all(), when=has_photos,
            ),
            "move_up": Spec(
                menu="edit", text=self.tr("Move up"), tip=self.tr("Enlarge the selected photos earlier"),
                keys=("Ctrl+Up",), separator=True,
                does=lambda w: w.queue.move(-1), when=has_photos, places={"photo": 31},
            ),
            "move_down": Spec(
                menu="edit", text=self.tr("Move down"), tip=self.tr("Enlarge the selected photos later"),
                keys=("Ctrl+Down",),
                does=lambda w: w.queue.move(1), when=has_photos, places={"photo": 32},
            ),
            "everywhere": Spec(
                menu="edit", text=self.tr("Apply settings to all"),
                tip=self.tr("Apply these settings to all photos"), keys=("Ctrl+Shift+A",), separator=True,
                does=lambda w: w.settings.apply_to_all(),
            ),
            "brush": Spec(
                menu="edit", text=self.tr("Paint"),
                tip=self.tr("Paint what should be more faithful, or more realistic, than the rest"), keys=("B",),
                icon="paint-brush", checkable=True, separator=True,
                when=has_photos, places={"tools": 42},
            ),
        }  # fmt: skip

    def _view_specs(self) -> dict[str, Spec]:
        return {
            "fit": Spec(
                menu="view", text=self.tr("Fit"), tip=self.tr("Show the whole picture"), keys=("F",),
                icon="frame-corners",
                does=lambda w: w.pane.view.fit(), when=has_photos, places={"tools": 21, "picture": 11},
            ),
            "toggle_fit": Spec(
                menu="view", text=self.tr("Fit or 100 %"), tip=self.tr("Between the whole picture and 100 %"),
                keys=("Space",), keys_in="picture",
                does=lambda w: w.pane.view.toggle_fit(), when=has_photos,
            ),
            "zoom_1": Spec(
                menu="view", text="100 %", tip=self.tr("One pixel of the result per screen pixel"), keys=("1",),
                does=lambda w: w.pane.view.zoom_to(1.0), when=has_photos, places={"tools": 22, "picture": 12},
            ),
            "zoom_2": Spec(
                menu="view", text="200 %", tip=self.tr("Every pixel of the result at twice its size"), keys=("2",),
                does=lambda w: w.pane.view.zoom_to(2.0), when=has_photos, places={"tools": 23, "picture": 13},
            ),
            "zoom_4": Spec(
                menu="view", text="400 %", tip=self.tr("Every pixel of the result at four times its size"), keys=("3",),
                does=lambda w: w.pane.view.zoom_to(4.0), when=has_photos,
            ),
            "zoom_in": Spec(
                menu="view", text=self.tr("Zoom in"), tip=self.tr("Show less, larger"), keys=("+", "=", "Ctrl++"),
                icon="magnifying-glass-plus",
                does=lambda w: w.pane.view.zoom_in(), when=has_photos,
            ),
            "zoom_out": Spec(
                menu="view", text=self.tr("Zoom out"), tip=self.tr("Show more, smaller"), keys=("-", "Ctrl+-"),
                icon="magnifying-glass-minus",
                does=lambda w: w.pane.view.zoom_out(), when=has_photos,
            ),
            "split": Spec(
                menu="view", text=self.tr("Split"), tip=self.tr("Before and after, with a divider between them"),
                keys=("S",), icon="square-half", group="mode", separator=True,
                does=lambda w: w.pane.view.set_mode("split"), when=has_photos, places={"tools": 31, "picture": 21},
            ),
            "side": Spec(
                menu="view", text=self.tr("Side by side"), tip=self.tr("Before and after beside each other"),
                keys=("Y",), icon="columns", group="mode",
                does=lambda w: w.pane.view.toggle_mode("side"), when=has_photos, places={"tools": 32, "picture": 22},
            ),
            "difference": Spec(
                menu="view", text=self.tr("Difference"), tip=self.tr("What the program has changed"), keys=("D",),
                icon="circle-half", group="mode",
                does=lambda w: w.pane.view.toggle_mode("difference"), when=has_photos,
                places={"tools": 33, "picture": 23},
            ),
            "flip": Spec(
                menu="view", text=self.tr("Flip while held"),
                tip=self.tr("Show the other picture in place, while held"), keys=("\\",), icon="swap", held=True,
                when=has_photos, places={"tools": 34},
            ),
            "loupe": Spec(
                menu="view", text=self.tr("Loupe"), tip=self.tr("A magnifier at the pointer"), keys=("L",),
                icon="magnifying-glass", checkable=True,
                toggles=lambda w, on: w.pane.view.set_loupe(on), when=has_photos,
                places={"tools": 35, "picture": 24},
            ),
            "previous": Spec(
                menu="view", text=self.tr("Previous photo"), tip=self.tr("Show the previous photo"),
                keys=("PgUp",), separator=True,
                does=lambda w: w.strip.step(-1), when=has_photos,
            ),
            "next": Spec(
                menu="view", text=self.tr("Next photo"), tip=self.tr("Show the next photo"), keys=("PgDown",),
                does=lambda w: w.strip.step(1), when=has_photos,
            ),
            "panels": Spec(
                menu="view", text=self.tr("Strip and settings"),
                tip=self.tr("Show or hide the panels beside the picture"), keys=("F9",), checkable=True, separator=True,
                toggles=lambda w, on: w.show_panels(on),
            ),
            "full_screen": Spec(
                menu="view", text=self.tr("Full screen"), tip=self.tr("Use the whole screen"), keys=("F11",),
                checkable=True,
                toggles=lambda w, on: w.showFullScreen() if on else w.showNormal(),
            ),
        }  # fmt: skip

    def _run_specs(self) -> dict[str, Spec]:
        return {
            "start": Spec(
                menu="run", text=self.tr("Start"), tip=self.tr("Enlarge all waiting photos"), keys=("F5",),
                icon="play", with_text=True,
                does=lambda w: w.queue.start_all(), when=lambda w: bool(w.queue.startable()), places={"tools": 51},
            ),
            "start_selected": Spec(
                menu="run", text=self.tr("Start the selected photos"), tip=self.tr("Enlarge the selected photos only"),
                keys=("Shift+F5",),
                does=lambda w: w.queue.start_selected(), when=has_photos, places={"photo": 11},
            ),
            "pause": Spec(
                menu="run", text=self.tr("Pause"), tip=self.tr("Pause the work, or continue it"), keys=("F6",),
                icon="pause", checkable=True,
                toggles=lambda w, on: w.runner.pause(on), when=is_running,
            ),
            "stop": Spec(
                menu="run", text=self.tr("Stop"), tip=self.tr("Stop; what is done is kept and can be continued"),
                keys=("F7",), icon="stop",
                does=lambda w: w.runner.stop(), when=is_running,
            ),
            "look_again": Spec(
                menu="run", text=self.tr("Look again"),
                tip=self.tr("Different fine detail, from another seed"), keys=("R",), icon="dice-five", separator=True,
                does=lambda w: w.panel.seed.look_again(),
            ),
            "variants": Spec(
                menu="run", text=self.tr("Variants …"),
                tip=self.tr("Other pictures that fit the photo, to choose from"), keys=("V",), icon="squares-four",
                does=lambda w: w.variants.show(), when=has_photos,
            ),
            "differences": Spec(
                menu="run", text=self.tr("What is invented"),
                tip=self.tr("Colours the result where other seeds draw different details; Esc hides it"),
                keys=("T",), icon="circle-wavy-question", checkable=True,
                when=has_photos, places={"tools": 41},
            ),
        }  # fmt: skip

    def _model_specs(self) -> dict[str, Spec]:
        return {
            "models": Spec(
                menu="models", text=self.tr("Models …"), tip=self.tr("See, import and remove models"), keys=("Ctrl+M",),
                icon="cube",
                does=lambda w: w.models.open_manager(),
            ),
            "train": Spec(
                menu="models", text=self.tr("Train a model of your own …"),
                tip=self.tr("Make a model for your kind of photos"), keys=("Ctrl+T",),
                does=lambda w: w.training.show(),
            ),
        }  # fmt: skip

    def _help_specs(self) -> dict[str, Spec]:
        return {
            "shortcuts": Spec(
                menu="help", text=self.tr("Keyboard shortcuts"), tip=self.tr("All shortcuts on one sheet"),
                keys=("F1", "?"), icon="keyboard",
                does=lambda w: w.show_shortcuts(),
            ),
            "logs": Spec(
                menu="help", text=self.tr("Open the log folder"), tip=self.tr("Where the program keeps its log"),
                keys=("Ctrl+Shift+L",),
                does=lambda w: open_folder(log_folder()),
            ),
            "about": Spec(
                menu="help", text=self.tr("About RSD Studio"), tip=self.tr("Versions, licences, this machine"),
                keys=("Ctrl+F1",), icon="info",
                does=lambda w: w.show_about(),
            ),
        }  # fmt: skip
