"""Everything that can be done, in one list: its text, menu, shortcut, icon and tool tip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from rsd_app.gui.look.icons import icon

Menu = Literal["file", "edit", "view", "run", "models", "help"]
MENUS: tuple[Menu, ...] = ("file", "edit", "view", "run", "models", "help")
Keys = str | QKeySequence.StandardKey


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One action.

    Args:
        text: of menu and button.
        tip: a sentence that says what it does.
        keys: shortcuts; the first is shown.
        place: the keys work in the whole window, or while the picture has the focus: Space presses buttons
            elsewhere.
        held: it works while its key is held, and the picture itself watches for that.
    """

    menu: Menu
    text: str
    tip: str
    keys: tuple[Keys, ...]
    icon: str = ""
    place: Literal["window", "picture"] = "window"
    group: str = ""  # of actions of which one is on
    checkable: bool = False
    held: bool = False
    separator: bool = False  # before it, in the menu


class Actions(QObject):
    """The actions by name; the window connects them."""

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
            shown = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            if spec.held:
                action.setText(f"{spec.text}\t{shown}")  # a menu shows what follows as the key
            else:
                action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
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
        return "  ".join(QKeySequence(keys).toString(native) for keys in self.specs[name].keys)

    def _file_specs(self) -> dict[str, Spec]:
        standard = QKeySequence.StandardKey
        return {
            "open": Spec(
                menu="file", text=self.tr("Open …"), tip=self.tr("Add photos"), keys=(standard.Open,),
                icon="folder-open",
            ),
            "open_folder": Spec(
                menu="file", text=self.tr("Open a folder …"), tip=self.tr("Add all photos of a folder"),
                keys=("Ctrl+Shift+O",),
            ),
            "watch": Spec(
                menu="file", text=self.tr("Watch a folder …"),
                tip=self.tr("Enlarge every photo that arrives in a folder"), keys=("Ctrl+Shift+W",), checkable=True,
            ),
            "paste": Spec(
                menu="file", text=self.tr("Paste"), tip=self.tr("Add a copied picture, or copied files"),
                keys=(standard.Paste,), icon="clipboard",
            ),
            "save_as": Spec(
                menu="file", text=self.tr("Save the result as …"), tip=self.tr("Copy the result to another place"),
                keys=(standard.Save,), separator=True,
            ),
            "copy": Spec(
                menu="file", text=self.tr("Copy the result"), tip=self.tr("Put the result on the clipboard"),
                keys=(standard.Copy,),
            ),
            "reveal": Spec(
                menu="file", text=self.tr("Show in folder"), tip=self.tr("Show the result in its folder"),
                keys=("Ctrl+E",),
            ),
            "quit": Spec(
                menu="file", text=self.tr("Quit"), tip=self.tr("Close the window"), keys=("Ctrl+Q",), separator=True
            ),
        }  # fmt: skip

    def _edit_specs(self) -> dict[str, Spec]:
        standard = QKeySequence.StandardKey
        return {
            "undo": Spec(
                menu="edit", text=self.tr("Undo"), tip=self.tr("Undo the last change"), keys=(standard.Undo,),
                icon="arrow-u-up-left",
            ),
            "redo": Spec(
                menu="edit", text=self.tr("Redo"), tip=self.tr("Redo the change"),
                keys=(standard.Redo, "Ctrl+Shift+Z"), icon="arrow-u-up-right",
            ),
            "select_all": Spec(
                menu="edit", text=self.tr("Select all photos"), tip=self.tr("Select all photos"),
                keys=("Ctrl+A",), separator=True,
            ),
            "remove": Spec(
                menu="edit", text=self.tr("Remove from the queue"),
                tip=self.tr("Take the selected photos out of the queue; no file is deleted"),
                keys=("Del",),
            ),
            "clear": Spec(
                menu="edit", text=self.tr("Remove all"),
                tip=self.tr("Empty the queue; no file is deleted"), keys=("Ctrl+Shift+Del",),
            ),
            "move_up": Spec(
                menu="edit", text=self.tr("Move up"), tip=self.tr("Enlarge the selected photos earlier"),
                keys=("Ctrl+Up",), separator=True,
            ),
            "move_down": Spec(
                menu="edit", text=self.tr("Move down"), tip=self.tr("Enlarge the selected photos later"),
                keys=("Ctrl+Down",),
            ),
            "everywhere": Spec(
                menu="edit", text=self.tr("Apply settings to all"),
                tip=self.tr("Apply these settings to all photos"), keys=("Ctrl+Shift+A",), separator=True,
            ),
            "brush": Spec(
                menu="edit", text=self.tr("Paint"),
                tip=self.tr("Paint what should be more faithful, or more realistic, than the rest"), keys=("B",),
                icon="paint-brush", checkable=True, separator=True,
            ),
        }  # fmt: skip

    def _view_specs(self) -> dict[str, Spec]:
        return {
            "fit": Spec(
                menu="view", text=self.tr("Fit"), tip=self.tr("Show the whole picture"), keys=("F",),
                icon="frame-corners",
            ),
            "toggle_fit": Spec(
                menu="view", text=self.tr("Fit or 100 %"), tip=self.tr("Between the whole picture and 100 %"),
                keys=("Space",), place="picture",
            ),
            "zoom_1": Spec(
                menu="view", text="100 %", tip=self.tr("One pixel of the result per screen pixel"), keys=("1",)
            ),
            "zoom_2": Spec(
                menu="view", text="200 %", tip=self.tr("Every pixel of the result at twice its size"), keys=("2",)
            ),
            "zoom_4": Spec(
                menu="view", text="400 %", tip=self.tr("Every pixel of the result at four times its size"), keys=("3",)
            ),
            "zoom_in": Spec(
                menu="view", text=self.tr("Zoom in"), tip=self.tr("Show less, larger"), keys=("+", "=", "Ctrl++"),
                icon="magnifying-glass-plus",
            ),
            "zoom_out": Spec(
                menu="view", text=self.tr("Zoom out"), tip=self.tr("Show more, smaller"), keys=("-", "Ctrl+-"),
                icon="magnifying-glass-minus",
            ),
            "split": Spec(
                menu="view", text=self.tr("Split"), tip=self.tr("Before and after, with a divider between them"),
                keys=("S",), icon="square-half", group="mode", separator=True,
            ),
            "side": Spec(
                menu="view", text=self.tr("Side by side"), tip=self.tr("Before and after beside each other"),
                keys=("Y",), icon="columns", group="mode",
            ),
            "difference": Spec(
                menu="view", text=self.tr("Difference"), tip=self.tr("What the program has changed"), keys=("D",),
                icon="circle-half", group="mode",
            ),
            "flip": Spec(
                menu="view", text=self.tr("Flip while held"),
                tip=self.tr("Show the other picture in place, while held"), keys=("\\",), icon="swap", held=True,
            ),
            "loupe": Spec(
                menu="view", text=self.tr("Loupe"), tip=self.tr("A magnifier at the pointer"), keys=("L",),
                icon="magnifying-glass", checkable=True,
            ),
            "previous": Spec(
                menu="view", text=self.tr("Previous photo"), tip=self.tr("Show the previous photo"),
                keys=("PgUp",), separator=True,
            ),
            "next": Spec(menu="view", text=self.tr("Next photo"), tip=self.tr("Show the next photo"), keys=("PgDown",)),
            "panels": Spec(
                menu="view", text=self.tr("Strip and settings"),
                tip=self.tr("Show or hide the panels beside the picture"), keys=("F9",), checkable=True, separator=True,
            ),
            "full_screen": Spec(
                menu="view", text=self.tr("Full screen"), tip=self.tr("Use the whole screen"), keys=("F11",),
                checkable=True,
            ),
        }  # fmt: skip

    def _run_specs(self) -> dict[str, Spec]:
        return {
            "start": Spec(
                menu="run", text=self.tr("Start"), tip=self.tr("Enlarge all waiting photos"), keys=("F5",),
                icon="play",
            ),
            "start_selected": Spec(
                menu="run", text=self.tr("Start the selected photos"), tip=self.tr("Enlarge the selected photos only"),
                keys=("Shift+F5",),
            ),
            "pause": Spec(
                menu="run", text=self.tr("Pause"), tip=self.tr("Pause the work, or continue it"), keys=("F6",),
                icon="pause", checkable=True,
            ),
            "stop": Spec(
                menu="run", text=self.tr("Stop"), tip=self.tr("Stop; what is done is kept and can be continued"),
                keys=("F7",), icon="stop",
            ),
            "look_again": Spec(
                menu="run", text=self.tr("Look again"),
                tip=self.tr("Different fine detail, from another seed"), keys=("R",), icon="dice-five", separator=True,
            ),
            "variants": Spec(
                menu="run", text=self.tr("Variants …"),
                tip=self.tr("Other pictures that fit the photo, to choose from"), keys=("V",), icon="squares-four",
            ),
            "differences": Spec(
                menu="run", text=self.tr("What is invented"),
                tip=self.tr("Colours the result where other seeds draw different details; Esc hides it"),
                keys=("T",), icon="circle-wavy-question", checkable=True,
            ),
        }  # fmt: skip

    def _model_specs(self) -> dict[str, Spec]:
        return {
            "models": Spec(
                menu="models", text=self.tr("Models …"), tip=self.tr("See, import and remove models"), keys=("Ctrl+M",),
                icon="cube",
            ),
            "train": Spec(
                menu="models", text=self.tr("Train a model of your own …"),
                tip=self.tr("Make a model for your kind of photos"), keys=("Ctrl+T",),
            ),
        }  # fmt: skip

    def _help_specs(self) -> dict[str, Spec]:
        return {
            "shortcuts": Spec(
                menu="help", text=self.tr("Keyboard shortcuts"), tip=self.tr("All shortcuts on one sheet"),
                keys=("F1", "?"), icon="keyboard",
            ),
            "logs": Spec(
                menu="help", text=self.tr("Open the log folder"), tip=self.tr("Where the program keeps its log"),
                keys=("Ctrl+Shift+L",),
            ),
            "about": Spec(
                menu="help", text=self.tr("About RSD Studio"), tip=self.tr("Versions, licences, this machine"),
                keys=("Ctrl+F1",), icon="info",
            ),
        }  # fmt: skip
