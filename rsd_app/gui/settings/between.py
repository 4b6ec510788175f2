"""A slider between two words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from rsd_app.gui.look import theme
from rsd_app.gui.settings.fields import SteadySlider


class Between(QWidget):
    """The slider, 0 to 100, and what either end means.

    Args:
        low, high: the words at its ends.
        name: of the slider, for those who do not see it.
    """

    def __init__(self, low: str, high: str, name: str, tip: str) -> None:
        super().__init__()
        self.slider = SteadySlider(name)
        self.slider.setToolTip(tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        ends = [QLabel(text) for text in (low, high)]
        for end in ends:
            end.setProperty("quiet", True)
        row.addWidget(ends[0])
        row.addWidget(self.slider, 1)
        row.addWidget(ends[1])
