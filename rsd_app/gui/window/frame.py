"""The window's frame: menu bar and the one row of tools from the list of actions, and the place for drops."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QActionGroup,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from rsd_app.gui.desktop.dropped import holds_something
from rsd_app.gui.document.queue_model import KEYS_TYPE
from rsd_app.gui.look import theme
from rsd_app.gui.look.translation import LANGUAGES
from rsd_app.gui.state.preferences import Preferences
from rsd_app.gui.window.actions import MENUS, Actions, Menu, Place
from rsd_app.gui.window.drop_overlay import DropOverlay


class Frame(QMainWindow):
    """Menus and tools of the main window.

    Signals:
        scheme_chosen, language_chosen: in the menu.
        recent_chosen: the path of a photo that was opened lately.
        flip_held: the flip button is held down, or was let go.
    """

    scheme_chosen = Signal(str)
    language_chosen = Signal(str)
    recent_chosen = Signal(object)
    flip_held = Signal(bool)

    def accept_drops_over(self, middle: QWidget, take: Callable[[QMimeData], bool]) -> None:
        """Take files and pictures anywhere, and show over `middle` that they are welcome."""
        self.overlay, self._take = DropOverlay(middle), take
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """What comes from the strip itself is the strip's."""
        data = event.mimeData()
        if not data.hasFormat(KEYS_TYPE) and holds_something(data):
            self.overlay.show_count(max(1, sum(url.isLocalFile() for url in data.urls())))
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.overlay.isVisible():
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.overlay.isVisible():
            self.overlay.cover()

    def menu_titles(self) -> dict[Menu, str]:
        """Of the menus, in their order."""
        return {
            "file": self.tr("File"),
            "edit": self.tr("Edit"),
            "view": self.tr("View"),
            "run": self.tr("Enlarge"),
            "models": self.tr("Models"),
            "help": self.tr("Help"),
        }

    def make_menus(self, actions: Actions, preferences: Preferences) -> None:
        """The menu bar: every action, and what is chosen once."""
        titles = self.menu_titles()
        menus: dict[Menu, QMenu] = {name: self.menuBar().addMenu(titles[name]) for name in MENUS}
        self._recent = QMenu(self.tr("Open recent"), self)
        for name, spec in actions.specs.items():
            menu = menus[spec.menu]
            if spec.separator:
                menu.addSeparator()
            menu.addAction(actions[name])
            if name == "open_folder":
                menu.addMenu(self._recent)
        menus["view"].addSeparator()
        schemes = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self._add_choice(menus["view"], self.tr("Colours"), schemes, preferences.scheme, self.scheme_chosen)
        languages = {"": self.tr("As the system"), **LANGUAGES}
        self._add_choice(menus["view"], self.tr("Language"), languages, preferences.language, self.language_chosen)
        actions["panels"].setChecked(True)
        actions["split"].setChecked(True)
        self.fill_recent(preferences.recent)

    def _add_choice(self, menu: QMenu, title: str, values: dict[str, str], on: str, chosen: object) -> None:
        """A submenu of which one entry is on."""
        submenu, group = menu.addMenu(title), QActionGroup(self)
        for value, text in values.items():
            action = submenu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == on)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, value=value: chosen.emit(value))  # type: ignore[attr-defined]

    def offer_context_menus(self, actions: Actions, menus: Mapping[Place, QWidget]) -> None:
        """Menus of some actions where the user may ask for them."""
        for place, widget in menus.items():
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(partial(self.show_context_menu, actions, place, widget))

    def show_context_menu(self, actions: Actions, place: Place, widget: QWidget, at: QPoint) -> None:
        """Show the menu of a place where the user has asked for it."""
        menu = QMenu(widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, group in enumerate(actions.at(place)):
            if number:
                menu.addSeparator()
            menu.addActions([actions[name] for name in group])
        menu.popup(widget.mapToGlobal(at))

    def fill_recent(self, paths: Sequence[str]) -> None:
        """The submenu of photos that were opened lately."""
        self._recent.clear()
        self._recent.setEnabled(bool(paths))
        for path in paths:
            action = self._recent.addAction(Path(path).name.replace("&", "&&") or path)
            action.setToolTip(path)
            action.triggered.connect(lambda _=False, path=path: self.recent_chosen.emit(Path(path)))

    def make_tools(self, actions: Actions) -> None:
        """One row: what comes in, what is seen, and at the end the one thing to do next."""
        bar = QToolBar(self.tr("Tools"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # it would offer to hide the tools
        bar.setIconSize(QSize(18, 18))
        self.addToolBar(bar)
        *groups, last = actions.at("tools")
        for number, group in enumerate(groups):
            if number:
                bar.addSeparator()
            for name in group:
                self._add_tool(bar, actions, name)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        for name in last:
            self._add_tool(bar, actions, name).setProperty("primary", True)

    def _add_tool(self, bar: QToolBar, actions: Actions, name: str) -> QToolButton:
        bar.addAction(actions[name])
        button = bar.widgetForAction(actions[name])
        if not isinstance(button, QToolButton):
            raise TypeError(f"{name} is no button")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(actions.specs[name].text)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if actions.specs[name].with_text else style.ToolButtonIconOnly
        )
        button.setMinimumHeight(4 * theme.GRID_PX - 2)
        if actions.specs[name].held:
            button.pressed.connect(lambda: self.flip_held.emit(True))
            button.released.connect(lambda: self.flip_held.emit(False))
        return button
