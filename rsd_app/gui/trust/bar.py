"""What the colour over the result means, in words and numbers, at the lower edge of the picture."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.trust.spread import TrustMap
from rsd_app.gui.variants.legend import Legend
from rsd_app.gui.variants.seeds import COUNT

WIDEST_PX = 96 * theme.GRID_PX
STRENGTH = (10, 70, 100)  # of the colour, in percent: least, at first, most
WIDEST = 255.0  # of the levels, as words
SAME, OTHER = 0.25, 0.75  # of the limit: up to here seeds agree, from here on details are likely invented


class TrustBar(QFrame):
    """Lies on the picture, so that nothing moves when it comes.

    Args:
        view: the picture.

    Signals:
        strength_changed: of the colour.
        hide_asked: the colour is to go.
    """

    strength_changed = Signal()
    hide_asked = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("onpicture")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # a drag on it is none of the picture
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.seen, self.here, self.caveat = QLabel(), QLabel(), QLabel()
        self.here.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for label in (self.seen, self.here):
            label.setToolTip(self.tr("On average, in levels of 255: the standard deviation over the seeds"))
        for label in (self.seen, self.caveat):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.caveat.setProperty("quiet", True)
        self.strength = QSlider(Qt.Orientation.Horizontal)
        self.strength.setRange(STRENGTH[0], STRENGTH[2])
        self.strength.setValue(STRENGTH[1])
        self.strength.setFixedWidth(12 * theme.GRID_PX)
        self.strength.setAccessibleName(self.tr("Strength of the colour"))
        self.strength.setToolTip(self.tr("How strong the colour is"))
        self.strength.valueChanged.connect(self.strength_changed)
        self.close_button = QToolButton()
        self.close_button.setText("×")
        self.close_button.setAccessibleName(self.tr("Hide the colour"))
        self.close_button.setToolTip(self.tr("Hide the colour (T or Esc)"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.hide_asked)
        self._compose()
        self.hide()

    def _compose(self) -> None:
        legend = Legend(self.tr("From the same in all seeds to invented"))
        same = QLabel(self.tr("the same in all seeds"))
        other = QLabel(self.tr("invented here; other details fit as well"))
        other.setWordWrap(True)
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(same)
        first.addWidget(legend)
        first.addWidget(other, 1)
        first.addWidget(self.close_button)
        second.addWidget(self.seen, 1)
        second.addWidget(self.here)
        third.addWidget(self.caveat, 1)
        third.addWidget(self.strength)
        whole = self._column = QVBoxLayout(self)
        whole.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        whole.setSpacing(theme.GRID_PX // 2)
        for row in (first, second, third):
            row.setSpacing(theme.GRID_PX)
            whole.addLayout(row)

    @property
    def opacity(self) -> float:
        """Of the colour at its strongest, 0 to 1."""
        return self.strength.value() / 100

    def show_map(self, found: TrustMap, *, whole: bool) -> None:
        """The number for what is seen.

        Args:
            whole: all that is seen is compared.
        """
        if found.expected:
            words = self.tr("Error to expect in view: {0} of 255, {1} % likely invented")
        else:
            words = self.tr("In view: {0} of 255, {1} % likely invented")
        mean = QLocale().toString(found.mean, "f", 1)
        wide = [self._here(found, level) for level in (0, (SAME + OTHER) / 2 * found.limit, WIDEST)]
        self.here.setMinimumWidth(max(self.here.fontMetrics().horizontalAdvance(words) for words in wide))
        self._show(words.format(mean, round(100 * found.share)), whole=whole)

    def show_progress(self, made: int | None) -> None:
        """So many seeds are there; None: the preview comes first."""
        if made is None:
            self._show(self.tr("Waiting for the preview …"))
        else:
            self._show(self.tr("Computing other seeds: {0} of {1}").format(made, COUNT))

    def show_declined(self) -> None:
        """The part takes too long to be compared unasked."""
        self._show(self.tr("Seeds take long here, so they are compared only on request. Variants (V) compares a part."))

    def show_error(self, text: str) -> None:
        """Show why nothing can be compared."""
        self._show(text)

    def show_here(self, found: TrustMap | None, level: float | None) -> None:
        """The number of the place under the mouse; None: there is none."""
        if found is None or level is None:
            self.here.clear()
            return
        self.here.setText(self._here(found, level))

    def _here(self, found: TrustMap, level: float) -> str:
        if level <= SAME * found.limit:
            kind = self.tr("seeds agree")
        elif level < OTHER * found.limit:
            kind = self.tr("details differ")
        else:
            kind = self.tr("likely invented")
        words = self.tr("Here: error of about {0} of 255, {1}") if found.expected else self.tr("Here: {0} of 255, {1}")
        return words.format(round(level), kind)

    def _show(self, text: str, *, whole: bool = True) -> None:
        caveat = self.tr("Agreement between seeds proves nothing: all of them may be wrong.")
        if not whole:
            caveat += " " + self.tr("Only what is outlined is compared; zoom in for the rest.")
        self.seen.setText(text)
        self.caveat.setText(caveat)
        self.place()

    def place(self) -> None:
        """At the lower edge, as high as the words need."""
        view = self.parentWidget()
        if view is None:
            return
        self._column.activate()  # else it measures the words before
        width = min(WIDEST_PX, view.width() - 2 * theme.GRID_PX)
        height = self._column.totalHeightForWidth(width)
        self.setGeometry(QRect((view.width() - width) // 2, view.height() - height - theme.GRID_PX, width, height))
