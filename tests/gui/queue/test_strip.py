"""The strip: what is dragged out of it, and how its cells are drawn in every state."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from rsd_app.gui.document.choices import Choices
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.document.queue_model import NO_PARENT, Index, QueueModel
from rsd_app.gui.queue.filmstrip import Filmstrip
from tests.gui.pictures import RED, filled


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    made = Document(Choices())
    made.add([Photo(Path(f"/p/{name}.jpg"), State.WAITING, thumbnail=filled(RED, 40, 30)) for name in "abcd"])
    return made


@pytest.fixture
def strip(document: Document, qtbot: QtBot) -> Filmstrip:
    made = Filmstrip(document.queue)
    qtbot.addWidget(made)
    made.resize(144, 600)
    return made


def test_that_results_can_be_dragged_out(document: Document) -> None:
    photos = document.queue.photos()
    photos[1].result = Path("/p/b_x4.jpg")
    data = document.queue.mimeData([document.queue.index(row) for row in (2, 1)])
    assert [url.toLocalFile() for url in data.urls()] == ["/p/b_x4.jpg"]


def test_that_a_drag_within_the_strip_reorders_and_can_be_undone(document: Document) -> None:
    queue = document.queue
    data = queue.mimeData([queue.index(0), queue.index(1)])
    queue.dropMimeData(data, Qt.DropAction.MoveAction, 4, 0, QModelIndex())
    assert [photo.path.stem for photo in queue.photos()] == ["c", "d", "a", "b"]
    document.undo.undo()
    assert [photo.path.stem for photo in queue.photos()] == ["a", "b", "c", "d"]


def test_that_every_state_looks_different(document: Document, strip: Filmstrip) -> None:
    photo = document.queue.at(0)
    strip.show()
    looks = set()
    for state in State:
        photo.progress = 0.4
        document.queue.set_state(photo, state)
        looks.add(strip.grab().toImage().copy(0, 0, 144, 112).bits().tobytes())
    assert len(looks) == len(State)
    photo.own = Choices(seed=1)
    document.queue.changed(photo)
    assert strip.grab().toImage().copy(0, 0, 144, 112).bits().tobytes() not in looks


def test_that_the_current_photo_is_told_and_steps_end_at_the_ends(document: Document, strip: Filmstrip) -> None:
    seen: list[str] = []
    strip.current_changed.connect(lambda photo: seen.append(photo.path.stem))
    strip.show_photo(document.queue.at(2))
    for _ in range(4):
        strip.step(1)
    strip.step(-1)
    assert seen == ["c", "d", "c"]


def test_that_a_cell_says_its_state_to_screen_readers(document: Document) -> None:
    document.queue.set_state(document.queue.at(0), State.DONE)
    text = document.queue.data(document.queue.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert text == "a.jpg, done"


def test_that_photos_that_come_back_are_looked_at(document: Document, strip: Filmstrip) -> None:
    strip.show_photo(document.queue.at(0))
    document.remove(document.queue.photos())
    assert strip.current() is None
    document.undo.undo()
    assert strip.current() is document.queue.at(0)


class AskedModel(QueueModel):
    """Counts how often a view asks for the number of rows, as it does for every row that it lays out."""

    asked = 0

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        self.asked += 1
        return super().rowCount(parent)


def test_that_a_change_of_a_photo_does_not_lay_out_all_anew(qtbot: QtBot) -> None:
    queue = AskedModel()
    strip = Filmstrip(queue)
    qtbot.addWidget(strip)
    strip.resize(144, 600)
    queue.insert(0, [Photo(Path(f"/p/{number}.jpg"), State.WAITING) for number in range(500)])
    strip.show()
    strip.grab()
    before = queue.asked
    assert before >= 500
    for photo in queue.photos()[:10]:
        queue.set_state(photo, State.DONE)
        strip.grab()
    assert queue.asked - before < 500
