"""Whose settings are shown, and presets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.look.icons import icon
from rsd_app.gui.settings.fields import quiet_button


class ScopeBar(QWidget):
    """The row at the top of the panel.

    Signals:
        own_asked: the selected photos get settings of their own, or follow those for all again.
        everywhere_asked: the user wants these settings for every photo.
        preset_asked, preset_removed: its name.
        preset_saved: the user wants to keep these settings as a preset.
    """

    own_asked = Signal(bool)
    everywhere_asked = Signal()
    preset_asked = Signal(str)
    preset_removed = Signal(str)
    preset_saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._presets: list[str] = []
        self.all_button = QPushButton(self.tr("All photos"))
        self.this_button = QPushButton(self.tr("This photo"))
        group = QButtonGroup(self)
        for button, tip in (
            (self.all_button, self.tr("Settings apply to all photos without settings of their own")),
            (self.this_button, self.tr("The selected photos have settings of their own")),
        ):
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            group.addButton(button)
        group.idClicked.connect(lambda: self.own_asked.emit(self.this_button.isChecked()))
        self.everywhere_button = quiet_button(self.tr("Apply to all"), self.tr("Apply these settings to all photos"))
        self.everywhere_button.clicked.connect(self.everywhere_asked)
        self.preset_button = quiet_button(self.tr("Presets"), self.tr("Use or save presets"))
        self.preset_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.preset_button)
        menu.aboutToShow.connect(self._fill_presets)
        self.preset_button.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX // 2)
        row.addWidget(self.all_button, 1)
        row.addWidget(self.this_button, 1)
        row.addWidget(self.everywhere_button)
        row.addWidget(self.preset_button)

    def show_scope(self, *, own: bool, count: int) -> None:
        """Show whose settings are shown.

        Args:
            own: they are of the selected photos alone.
            count: how many photos are selected.
        """
        (self.this_button if own else self.all_button).setChecked(True)
        self.this_button.setEnabled(count > 0)
        self.this_button.setText(self.tr("This photo") if count <= 1 else self.tr("%n selected", "", count))
        self.everywhere_button.setEnabled(own)

    def set_presets(self, names: Sequence[str]) -> None:
        """What the menu of presets offers."""
        self._presets = list(names)

    def restyle(self) -> None:
        """Take icons in the colours of the scheme that is on."""
        self.everywhere_button.setIcon(icon("stack"))
        self.preset_button.setIcon(icon("bookmark-simple"))

    @Slot()
    def _fill_presets(self) -> None:
        menu = self.preset_button.menu()
        menu.clear()
        for name in self._presets:
            menu.addAction(name, partial(self.preset_asked.emit, name))
        if self._presets:
            menu.addSeparator()
        menu.addAction(self.tr("Save as a preset …"), self.preset_saved.emit)
        if self._presets:
            removing = menu.addMenu(self.tr("Remove a preset"))
            for name in self._presets:
                removing.addAction(name, partial(self.preset_removed.emit, name))
