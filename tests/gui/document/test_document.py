"""Every change of the queue and of the settings can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rsd_app.gui.document.choices import Choices
from rsd_app.gui.document.document import Document
from rsd_app.gui.document.photo import Photo, State


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    made = Document(Choices())
    made.add([Photo(Path(name), State.WAITING, width=40, height=30) for name in "abcde"])
    made.undo.clear()
    return made


def names(document: Document) -> str:
    return "".join(str(photo.path) for photo in document.queue.photos())


def of(document: Document, letters: str) -> list[Photo]:
    return [photo for photo in document.queue.photos() if str(photo.path) in letters]


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (lambda d: d.remove(of(d, "bd")), "ace"),
        (lambda d: d.remove(of(d, "abcde")), ""),
        (lambda d: d.add([Photo(Path("f"), State.WAITING)]), "abcdef"),
        (lambda d: d.move_to([p.key for p in of(d, "ad")], 5), "bcead"),
        (lambda d: d.move_to([p.key for p in of(d, "de")], 1), "adebc"),
    ],
)
def test_that_a_change_of_the_queue_is_taken_back(
    document: Document, change: Callable[[Document], None], after: str
) -> None:
    change(document)
    assert names(document) == after
    document.undo.undo()
    assert names(document) == "abcde"
    document.undo.redo()
    assert names(document) == after


def test_that_a_move_to_the_same_place_is_no_change(document: Document) -> None:
    document.move_to([p.key for p in of(document, "bc")], 1)
    assert not document.undo.canUndo()


def test_that_rows_find_their_photos_after_every_change(document: Document) -> None:
    document.remove(of(document, "ac"))
    document.undo.undo()
    document.move_to([of(document, "e")[0].key], 0)
    for row, photo in enumerate(document.queue.photos()):
        assert document.queue.row_of(photo.key) == row
        assert document.queue.find(photo.key) is photo


def test_that_settings_of_all_and_of_one_are_apart(document: Document) -> None:
    (b,) = of(document, "b")
    document.separate([b], True)
    document.change([b], seed=5)
    document.change([], severity=0.3)
    assert document.choices_of(b) == Choices(seed=5)
    assert document.choices_of(of(document, "a")[0]) == Choices(severity=0.3)
    document.apply_to_all(document.choices_of(b))
    assert {document.choices_of(photo).seed for photo in document.queue.photos()} == {5}
    assert all(photo.own is None for photo in document.queue.photos())
    document.undo.undo()
    assert b.own == Choices(seed=5)
    assert document.shared == Choices(severity=0.3)


def test_that_a_dragged_slider_is_one_step_back(document: Document) -> None:
    for value in (0.1, 0.2, 0.3):
        document.change([], severity=value)
    document.change([], seed=1)
    assert document.undo.count() == 2
    document.undo.undo()
    document.undo.undo()
    assert document.shared == Choices()


def test_that_the_size_of_a_result_follows_the_settings(document: Document) -> None:
    (a,) = of(document, "a")
    document.change([], size_by="width", size=80.0)
    assert document.result_mp(a) == pytest.approx(80 * 60 / 1e6)
    assert document.config_of(a).scale == 2.0


def test_that_the_results_of_many_photos_are_as_large_as_each_of_them(document: Document) -> None:
    document.add([Photo(Path("f"), State.WAITING, width=300, height=200), Photo(Path("g"))])  # g is not read yet
    document.change(of(document, "bf"), size=2.0)
    photos = document.queue.photos()
    assert document.results_mp(photos) == pytest.approx(sum(document.result_mp(photo) for photo in photos))
    assert document.results_mp(photos) > 0
