"""The bars under the picture: why the photo failed, what could not be added, which run can be gone on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.widgets.error_bar import ErrorBar
from rsd_app.gui.widgets.offer_bar import OfferBar


class NoticeBars(QWidget):
    """Three bars, each there only while it has something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.error, self.refused, self.offer = ErrorBar(), ErrorBar(), OfferBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.error, self.refused, self.offer):
            column.addWidget(bar)

    def show_photo(self, photo: Photo | None) -> None:
        """Show why the photo that is looked at failed, if it did."""
        if photo is not None and photo.state is State.FAILED:
            self.error.show_error(photo.error, photo.details, can_retry=True)
        else:
            self.error.hide()

    def notice(self, reasons: Sequence[str]) -> None:
        """Say something that concerns no photo that is there."""
        if len(reasons) == 1:
            self.refused.show_error(reasons[0])
        else:
            self.refused.show_several(self.tr("%n file(s) could not be added:", "", len(reasons)), list(reasons))

    def offer_to_go_on(self, photos: Sequence[Photo], start: Callable[[], None]) -> None:
        """Offer to go on with a run in whose middle the program was ended, or ended by itself."""
        if photos:
            text = self.tr("%n photo(s) were still to be enlarged when the program ended.", "", len(photos))
            self.offer.offer(text, start)
