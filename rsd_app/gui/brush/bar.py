"""The tools of the brush, at the picture's upper edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSlider, QToolButton, QWidget

from rsd_app.gui.brush.layer import COLORS, FIRST_PX, LARGEST_PX, SMALLEST_PX
from rsd_app.gui.brush.strokes import Tool
from rsd_app.gui.look import theme
from rsd_app.gui.look.icons import icon
from rsd_app.gui.settings.fields import quiet_button

TOOLS: tuple[Tool, ...] = ("faithful", "realistic", "variant", "erase")


class BrushBar(QFrame):
    """Floats over a widget, in its middle.

    Signals:
        tool_chosen: a Tool.
        radius_chosen: of the brush, in pixels of the screen.
        clear_asked: the user wants all paint removed.
        left: the user is done.
    """

    tool_chosen = Signal(str)
    radius_chosen = Signal(int)
    clear_asked = Signal()
    left = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("brush")
        # Its ground is the panel's, whatever photo lies below.
        self.setAutoFillBackground(True)
        words = {
            "faithful": (self.tr("Faithful"), self.tr("Only what is certain: for faces and text")),
            "realistic": (self.tr("Realistic"), self.tr("With invented detail: for leaves, fur and fabric")),
            "variant": (self.tr("Variant"), self.tr("Another variant, as chosen with V")),
            "erase": (self.tr("Erase"), self.tr("Removes the strokes it touches")),
        }
        self.group = QButtonGroup(self)
        self.tools: dict[Tool, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID_PX, theme.GRID_PX // 2, theme.GRID_PX, theme.GRID_PX // 2)
        for tool in TOOLS:
            button = self.tools[tool] = QToolButton()
            button.setText(words[tool][0])
            button.setToolTip(words[tool][1])
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(_swatch(COLORS[tool]))
            button.toggled.connect(lambda on, tool=tool: self.tool_chosen.emit(tool) if on else None)
            self.group.addButton(button)
            row.addWidget(button)
        self.tools["faithful"].setChecked(True)
        self.tools["variant"].hide()
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(SMALLEST_PX, LARGEST_PX)
        self.size_slider.setValue(FIRST_PX)
        self.size_slider.setFixedWidth(9 * theme.GRID_PX)
        self.size_slider.setAccessibleName(self.tr("Size of the brush"))
        self.size_slider.setToolTip(self.tr("Size of the brush ([ and ])"))
        self.size_slider.valueChanged.connect(self.radius_chosen)
        row.addWidget(self.size_slider)
        self.clear_button = quiet_button(self.tr("Remove all"), self.tr("Remove all strokes"))
        self.clear_button.clicked.connect(self.clear_asked)
        self.done_button = QPushButton(self.tr("Done"))
        self.done_button.setToolTip(self.tr("Back to the picture (Esc)"))
        self.done_button.clicked.connect(self.left)
        row.addWidget(self.clear_button)
        row.addWidget(self.done_button)
        over.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Show the bar above everything else."""
        self.clear_button.setIcon(icon("trash"))
        self.show()
        self.raise_()
        self.place()

    def place(self) -> None:
        """At the upper edge, in the middle; without room for all, the slider goes: brackets do the same."""
        self.size_slider.show()
        if self.sizeHint().width() > self._over.width():
            self.size_slider.hide()
        self.adjustSize()
        self.move(max(0, (self._over.width() - self.width()) // 2), theme.GRID_PX)

    def offer(self, *, realism: bool, variant: int | None) -> None:
        """Which tools make sense.

        Args:
            realism: the model knows it.
            variant: the number of the one that can be painted; None: none was chosen.
        """
        why = self.tr("This model always draws a full sample; this needs another model or a variant.")
        for tool in ("faithful", "realistic"):
            button = self.tools[tool]
            if not button.property("said"):
                button.setProperty("said", button.toolTip())
            button.setEnabled(realism)
            button.setToolTip(button.property("said") if realism else why)
        self.tools["variant"].setVisible(variant is not None)
        if variant is not None:
            self.tools["variant"].setText(self.tr("Variant {0}").format(variant + 1))
        self.place()

    def choose(self, tool: Tool) -> None:
        """Take a tool, as by a click."""
        self.tools[tool].setChecked(True)

    @Slot(int)
    def show_radius(self, px: int) -> None:
        """Show a new size of the brush, set elsewhere."""
        self.size_slider.setValue(px)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False


def _swatch(color: QColor) -> QPixmap:
    """A square, and room between it and the text."""
    swatch = QPixmap(theme.GRID_PX + theme.GRID_PX // 2, theme.GRID_PX)
    swatch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(swatch)
    painter.fillRect(0, 0, theme.GRID_PX, theme.GRID_PX, color)
    painter.end()
    return swatch
