"""The brush: strokes become regions of the photo, the preview follows, undo and the next start know them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rsd_app.engine.settings.regions import MAX_POINTS, OWN_POINTS, UNIT, Region
from rsd_app.gui.brush.bar import BrushBar
from rsd_app.gui.brush.layer import FIRST_PX
from rsd_app.gui.brush.strokes import MOST_POINTS, is_hit, region_of
from rsd_app.gui.document.photo import State
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.state.session import Session
from tests.engine.toy_models import write_toy_model
from tests.gui.conftest import MakeWindow, opened

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
PICTURE = QSize(400, 200)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RSD_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    write_toy_model(tmp_path / "models" / "toy.safetensors", 2)
    return tmp_path / "models"


@pytest.fixture
def window(library: Path, photo: Path, make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    made = make_window()
    made.warm_up()
    made.document.change([], model="toy", seed=5)
    opened(made, qtbot, photo)
    qtbot.waitUntil(lambda: made.panel.model.box.chosen is not None and made.pane.view.scene is not None)
    made.actions_["brush"].setChecked(True)
    return made


def drag(window: MainWindow, qtbot: QtBot, *at: QPoint) -> None:
    layer = window.brush.layer
    qtbot.mousePress(layer, LEFT, pos=at[0])
    for place in at[1:]:
        qtbot.mouseMove(layer, place)
    qtbot.mouseRelease(layer, LEFT, pos=at[-1])


def middle_of(window: MainWindow) -> QPoint:
    return window.brush.layer.rect().center()


def test_that_a_stroke_becomes_a_region_that_the_run_gets(window: MainWindow, qtbot: QtBot) -> None:
    photo = window.strip.current()
    assert photo is not None
    start = middle_of(window)
    drag(window, qtbot, start, start + QPoint(20, 0), start + QPoint(50, 0))
    (region,) = photo.regions
    assert region.realism == 0
    view = window.pane.view
    seen = view.to_picture(QPointF(start))
    size = window.pane.picture_size
    assert region.points[0] == (round(UNIT * seen.x() / size.width()), round(UNIT * seen.y() / size.height()))
    assert region.radius == round(UNIT * FIRST_PX / view.zoom / max(size.width(), size.height()))
    assert window.document.config_of(photo).regions == photo.regions
    assert not window.document.shared.regions  # of this photo alone
    qtbot.waitUntil(lambda: not window.pane.previewing)


def test_that_the_stroke_is_seen_where_it_was_painted(window: MainWindow, qtbot: QtBot) -> None:
    start = middle_of(window)
    before = window.brush.layer.grab().toImage().pixelColor(start)
    drag(window, qtbot, start, start + QPoint(4, 0))
    qtbot.mouseMove(window.brush.layer, QPoint(5, 5))
    image = window.brush.layer.grab().toImage()
    assert image.pixelColor(start).red() < before.red() - 50  # the colour is a blue
    assert image.pixelColor(start + QPoint(0, FIRST_PX + 3)) == before


def test_that_a_stroke_can_be_undone_erased_and_all_be_removed(window: MainWindow, qtbot: QtBot) -> None:
    photo, start = window.strip.current(), middle_of(window)
    assert photo is not None
    drag(window, qtbot, start, start + QPoint(10, 0))
    window.brush.bar.tools["realistic"].click()
    drag(window, qtbot, start - QPoint(0, 100), start + QPoint(10, -100))
    assert [region.realism for region in photo.regions] == [0, 1]
    window.document.undo.undo()
    assert [region.realism for region in photo.regions] == [0]
    window.document.undo.redo()
    window.brush.bar.tools["erase"].click()
    drag(window, qtbot, start)
    assert [region.realism for region in photo.regions] == [1]
    window.brush.bar.clear_button.click()
    assert not photo.regions
    assert not window.brush.bar.clear_button.isEnabled()


def test_that_a_result_is_outdated_by_a_stroke(window: MainWindow, qtbot: QtBot) -> None:
    photo = window.strip.current()
    assert photo is not None
    window.start_all()
    qtbot.waitUntil(lambda: photo.state is State.DONE)
    assert not window.queue.startable()
    drag(window, qtbot, middle_of(window))
    assert window.queue.startable() == [photo]


def test_that_a_variant_is_painted_with(window: MainWindow, qtbot: QtBot) -> None:
    photo = window.strip.current()
    assert photo is not None
    window.actions_["brush"].setChecked(False)
    window.variants.show()
    dialog = window.variants.dialog
    assert dialog is not None
    dialog.step(2)
    dialog.paint.click()
    assert window.brush.layer.isVisibleTo(window)
    drag(window, qtbot, middle_of(window))
    assert [(region.variant, region.realism) for region in photo.regions] == [(2, None)]
    assert window.brush.bar.tools["variant"].text() == "Variant 3"


def test_that_keys_size_the_brush_and_end_it_and_the_picture_can_be_moved(window: MainWindow, qtbot: QtBot) -> None:
    layer = window.brush.layer
    qtbot.keyClicks(layer, "]]")
    assert layer.radius_px > FIRST_PX
    assert window.brush.bar.size_slider.value() == layer.radius_px
    window.pane.view.zoom_to(8.0)
    before = window.pane.view.seen
    qtbot.mousePress(layer, MIDDLE, pos=middle_of(window))
    qtbot.mouseMove(layer, middle_of(window) - QPoint(40, 0))
    qtbot.mouseRelease(layer, MIDDLE, pos=middle_of(window) - QPoint(40, 0))
    assert window.pane.view.seen.x() > before.x()
    qtbot.keyClick(layer, Qt.Key.Key_Escape)
    assert not layer.isVisibleTo(window)
    assert not window.actions_["brush"].isChecked()


def test_that_the_bar_stays_within_a_small_view(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    bar = BrushBar(view)
    bar.begin()
    for width, whole in ((900, True), (bar.sizeHint().width() - 10, False), (900, True)):
        view.resize(width, 500)
        QApplication.sendEvent(view, QResizeEvent(view.size(), view.size()))
        assert bar.size_slider.isVisibleTo(bar) == whole
        assert 0 <= bar.x() <= bar.geometry().right() <= width


def test_that_a_model_without_realism_offers_variants_only(
    library: Path, photo: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    write_toy_model(library / "plain.safetensors", 1)
    window = make_window()
    window.warm_up()
    window.document.change([], model="plain")
    opened(window, qtbot, photo)
    qtbot.waitUntil(lambda: window.panel.model.box.chosen is not None)
    window.actions_["brush"].setChecked(True)
    assert not window.brush.bar.tools["faithful"].isEnabled()
    assert "another model" in window.brush.bar.tools["faithful"].toolTip()
    window.brush.paint_variant(1)
    assert window.brush.layer.tool == "variant"


def test_that_the_next_start_knows_what_was_painted(
    library: Path, photo: Path, make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rsd_app.gui.state.session.session_file", lambda: tmp_path / "session.json")
    monkeypatch.setattr("rsd_app.gui.session_keeper.session_file", lambda: tmp_path / "session.json")
    monkeypatch.setattr("rsd_app.gui.session_keeper.settings_file", lambda: tmp_path / "settings.json")
    window = make_window(restore=True)
    opened(window, qtbot, photo)
    there = window.strip.current()
    assert there is not None
    window.document.paint(there, (Region(points=((1, 2), (3, 4)), radius=5, realism=0.25),))
    window.save()
    (found,) = Session.load().photos
    assert found.regions == there.regions


def test_that_more_strokes_than_a_record_holds_are_refused(window: MainWindow, qtbot: QtBot) -> None:
    photo, said = window.strip.current(), []
    assert photo is not None
    window.settings.said.connect(said.append)
    full = (Region(points=((0, 0),) * (MAX_POINTS - OWN_POINTS), radius=5, realism=0.0),)
    window.document.paint(photo, full)
    drag(window, qtbot, middle_of(window))
    assert photo.regions == full
    assert "Erase some strokes first" in said[-1]


def test_that_a_long_stroke_is_thinned_and_keeps_its_ends() -> None:
    path = [QPointF(x / 10, 50 + (x % 7)) for x in range(4000)]
    region = region_of(path, 2.0, PICTURE, "faithful", 1)
    assert len(region.points) <= MOST_POINTS
    assert region.points[0] == (0, 2500)
    assert region.points[-1] == (round(UNIT * 399.9 / 400), round(UNIT * (50 + 3999 % 7) / 200))


def test_that_what_lies_under_a_point_is_hit_and_nothing_else() -> None:
    line = Region(points=((2500, 5000), (7500, 5000)), radius=250, realism=0.0)  # 10 pixels of 400
    assert is_hit(line, QPointF(200, 109), PICTURE)
    assert not is_hit(line, QPointF(200, 111), PICTURE)
    assert not is_hit(line, QPointF(85, 100), PICTURE)
    area = Region(points=((2500, 2500), (7500, 2500), (7500, 7500), (2500, 7500)), radius=0, area=True, realism=0.0)
    assert is_hit(area, QPointF(200, 100), PICTURE)
    assert not is_hit(area, QPointF(200, 30), PICTURE)
