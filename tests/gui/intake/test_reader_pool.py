"""What comes in is looked at beside the window, and told in small helpings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from rsd_app.gui.document.photo import Photo
from rsd_app.gui.intake import reader_pool as intake_module
from rsd_app.gui.intake.reader_pool import Intake, Listed, Read
from tests.gui.pictures import RED, filled

SIDE = 32


@pytest.fixture
def intake(qtbot: QtBot) -> Iterator[Intake]:
    made = Intake(SIDE)
    yield made
    made.close()


def test_that_a_photo_has_its_size_and_a_small_copy(intake: Intake, tmp_path: Path, qtbot: QtBot) -> None:
    filled(RED, 640, 480).save(str(tmp_path / "a.jpg"))
    photo = Photo(tmp_path / "a.jpg")
    with qtbot.waitSignal(intake.read) as told:
        intake.look_at([photo])
    answer: Read = told.args[0]
    assert (answer.key, answer.width, answer.height, answer.same_as, answer.error) == (photo.key, 640, 480, "jpg", "")
    assert answer.thumbnail is not None
    assert (answer.thumbnail.width(), answer.thumbnail.height()) == (SIDE, 24)
    seen = answer.thumbnail.pixelColor(10, 10)
    assert abs(seen.red() - RED.red()) < 4
    assert QColor(seen).alpha() == 255
    assert answer.kind == "colour"


def test_that_a_photo_in_black_and_white_is_known(intake: Intake, tmp_path: Path, qtbot: QtBot) -> None:
    filled(QColor(80, 80, 80), 64, 48).save(str(tmp_path / "a.jpg"))
    with qtbot.waitSignal(intake.read) as told:
        intake.look_at([Photo(tmp_path / "a.jpg")])
    assert told.args[0].kind == "gray"


def test_that_a_folder_gives_its_photos_and_an_empty_one_a_reason(intake: Intake, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "full" / "deep").mkdir()
    filled(RED, 8, 8).save(str(tmp_path / "full" / "a.png"))
    filled(RED, 8, 8).save(str(tmp_path / "full" / "deep" / "b.png"))
    with qtbot.waitSignal(intake.listed) as told:
        intake.take([tmp_path / "full", tmp_path / "empty", tmp_path / "missing.jpg"])
    listed: Listed = told.args[0]
    assert listed.files == (
        tmp_path / "full" / "a.png",
        tmp_path / "full" / "deep" / "b.png",
        tmp_path / "missing.jpg",
    )
    assert len(listed.refused) == 1
    assert "empty" in listed.refused[0]


def test_that_a_missing_file_has_a_reason(intake: Intake, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(intake.read) as told:
        intake.look_at([Photo(tmp_path / "gone.jpg")])
    assert "gone.jpg" in told.args[0].error


def test_that_many_answers_come_in_helpings(
    intake: Intake, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "HELPING_S", 0.0)
    filled(RED, 8, 8).save(str(tmp_path / "a.png"))
    told: list[Read] = []
    intake.read.connect(told.append)
    intake.look_at([Photo(tmp_path / "a.png") for _ in range(3)])
    intake._pool.waitForDone()
    intake._tell()
    assert len(told) == 1
    with qtbot.waitSignal(intake.idle):
        pass
    assert len(told) == 3
    assert not intake.busy


def test_that_results_beside_their_photos_are_no_photos(tmp_path: Path) -> None:
    names = ["a.jpg", "a_x4.jpg", "a_x2.5-3.png", "b_x4.jpg", "x4.jpg", "c_x4.png", "c.tif"]
    found = intake_module.without_results([tmp_path / name for name in names])
    assert [path.name for path in found] == ["a.jpg", "b_x4.jpg", "x4.jpg", "c.tif"]
