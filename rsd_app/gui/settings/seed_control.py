"""The seed, and a die for another one."""

from __future__ import annotations

import random

from PySide6.QtCore import Slot

from rsd_app.gui.look.icons import icon
from rsd_app.gui.settings.controls import NumberControl
from rsd_app.gui.settings.fields import quiet_button

TOP_SEED = 99_999  # of a die: short enough to be read out; larger ones can be typed


class SeedControl(NumberControl):
    """The number, and the die."""

    def __init__(self) -> None:
        super().__init__("seed")
        tip = self.tr("Look again: different fine detail, from another seed (R)")
        self.dice_button = quiet_button(self.tr("Look again"), tip)
        self.dice_button.clicked.connect(self.look_again)
        self.show_in(self.box, self.dice_button)

    @Slot()
    def look_again(self) -> None:
        """Choose another seed."""
        self.edit(seed=random.randrange(TOP_SEED))

    def restyle(self) -> None:
        """Take icons in the colours of the scheme that is on."""
        self.dice_button.setIcon(icon("dice-five"))
