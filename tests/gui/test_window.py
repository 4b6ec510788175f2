"""The window, offscreen: open, run, pause, stop, fail, close, come back."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from rsd_app.engine.events import Failed, Outcome
from rsd_app.engine.render.pool import ModelPool
from rsd_app.gui.desktop import dropped
from rsd_app.gui.document.photo import State
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.threads.jobs import Job
from tests.gui.conftest import Emit, MakeWindow, drop, enlarged, files, opened, until_cancelled
from tests.gui.pictures import BLUE, RED, filled


def states(window: MainWindow) -> list[State]:
    return [photo.state for photo in window.document.queue.photos()]


def names(window: MainWindow) -> list[str]:
    return [photo.path.name for photo in window.document.queue.photos()]


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.png" for name in "abc"]
    for path in paths:
        filled(RED, 40, 30).save(str(path))
    return paths


def test_that_files_and_a_folder_are_dropped_and_a_bad_one_is_named(
    three: list[Path], tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    for name in "xy":
        filled(BLUE, 20, 20).save(str(folder / f"{name}.jpg"))
    (tmp_path / "text.png").write_text("no picture")
    window = make_window()
    drop(window, files(*three, tmp_path / "text.png", folder))
    qtbot.waitUntil(lambda: len(names(window)) == 5 and not window.intake.busy)
    assert names(window) == ["a.png", "b.png", "c.png", "x.jpg", "y.jpg"]
    assert set(states(window)) == {State.WAITING}
    assert window.bars.refused.isVisibleTo(window)
    assert "text.png" in window.bars.refused.text.text()
    assert window.pages.currentWidget() is window.pane


@pytest.mark.slow
def test_that_a_folder_dropped_again_adds_neither_its_photos_nor_their_results(
    three: list[Path], tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = opened(make_window(), qtbot, tmp_path)
    window.start_all()
    qtbot.waitUntil(lambda: not window.runner.running)
    filled(BLUE, 20, 20).save(str(tmp_path / "d.png"))
    window.add_paths([tmp_path])
    qtbot.waitUntil(lambda: len(names(window)) == 4 and not window.intake.busy)
    assert names(window) == ["a.png", "b.png", "c.png", "d.png"]
    assert "6" in window.status.message.text()


def test_that_results_of_an_earlier_run_are_left_out_of_a_folder(
    three: list[Path], tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    filled(BLUE, 20, 20).save(str(tmp_path / "a_x4.png"))
    window = opened(make_window(), qtbot, tmp_path)
    assert names(window) == ["a.png", "b.png", "c.png"]
    assert "1 result" in window.status.message.text()
    window.add_paths([tmp_path / "a_x4.png"])
    qtbot.waitUntil(lambda: names(window)[3:] == ["a_x4.png"])


def test_that_a_right_click_offers_what_can_be_done(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window(), qtbot, photo)
    window.start_all()
    qtbot.waitUntil(lambda: not window.runner.running)
    for widget in (window.strip, window.pane.view):
        widget.customContextMenuRequested.emit(QPoint(20, 20))
        menu = next(menu for menu in widget.findChildren(QMenu) if menu.isVisible())
        reveal = window.actions_["reveal"]
        assert reveal in menu.actions()
        assert reveal.isEnabled()
        menu.close()


def test_that_a_start_right_after_a_drop_counts(three: list[Path], make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.add_paths(three)
    qtbot.waitUntil(lambda: window.document.queue.rowCount() == 3)
    window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: set(states(window)) == {State.DONE})


def test_that_a_drag_shows_how_many_files_are_held(three: list[Path], make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    how = Qt.DropAction.CopyAction, files(*three), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), *how))
    assert window.overlay.isVisibleTo(window)
    assert "3" in window.overlay.accessibleName()


def test_that_the_queue_runs_to_its_end_and_a_failure_does_not_stop_it(
    three: list[Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    def enlarge(job: Job, models: ModelPool, emit: Emit) -> Outcome:
        if job.photo.name == "b.png":
            return Failed(source=job.photo, error="the disk is full", details="Traceback: all of it")
        return enlarged(job, models, emit)

    window = opened(make_window(enlarge), qtbot, *three)
    window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: not window.runner.running)
    assert states(window) == [State.DONE, State.FAILED, State.DONE]
    photos = window.document.queue.photos()
    assert photos[0].result == three[0].with_name("a_x4.png")
    window.strip.show_photo(photos[1])
    assert window.bars.error.isVisibleTo(window)
    assert window.bars.error.text.text() == "the disk is full"
    window.bars.error.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Traceback: all of it"
    window.strip.show_photo(photos[0])
    assert not window.bars.error.isVisibleTo(window)
    window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: not window.runner.running)
    assert states(window) == [State.DONE, State.FAILED, State.DONE]


def test_that_a_result_comes_to_the_pane(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window(), qtbot, photo)
    qtbot.waitUntil(lambda: not window.pane.picture_size.isEmpty())
    window.start_all()
    qtbot.waitUntil(lambda: window.pane.picture_size.width() == 160)


def test_that_a_pair_is_shown_as_it_is(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    result = photo.with_name("other.png")
    filled(BLUE, 160, 120).save(str(result))
    window = make_window(until_cancelled)
    window.add_pair(photo, result)
    qtbot.waitUntil(lambda: window.pane.picture_size.width() == 160)
    assert not window.actions_["start"].isEnabled()


@pytest.mark.slow
def test_that_the_sample_is_enlarged_with_one_click(
    tmp_path: Path, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dropped.QStandardPaths, "writableLocation", lambda _: str(tmp_path / "Pictures"))
    window = make_window()
    window.empty_page.sample_button.click()
    qtbot.waitUntil(lambda: states(window) == [State.DONE])
    assert (tmp_path / "Pictures" / "RSD Studio" / "budgie.jpg").is_file()


def test_that_a_stop_ends_the_photo_at_work_and_those_that_wait(
    three: list[Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = opened(make_window(until_cancelled), qtbot, *three)
    window.start_all()
    qtbot.waitUntil(lambda: window.document.queue.at(0).progress == 0.5)
    assert window.actions_["stop"].isEnabled()
    assert "1 of 3" in window.status.progress_text.text()
    window.actions_["stop"].trigger()
    qtbot.waitUntil(lambda: not window.runner.running)
    assert set(states(window)) == {State.WAITING}
    assert window.actions_["start"].isEnabled()
    assert not window.bars.error.isVisibleTo(window)


def test_that_a_pause_holds_the_run(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    steps: list[int] = []

    def enlarge(job: Job, models: ModelPool, emit: Emit) -> Outcome:
        while True:
            job.token.raise_if_cancelled()
            steps.append(0)
            time.sleep(0.002)

    window = opened(make_window(enlarge), qtbot, photo)
    window.start_all()
    qtbot.waitUntil(lambda: bool(steps))
    window.actions_["pause"].trigger()
    qtbot.wait(20)
    held = len(steps)
    qtbot.wait(30)
    assert len(steps) == held
    assert "paused" in window.status.progress_text.text()
    window.actions_["pause"].trigger()
    qtbot.waitUntil(lambda: len(steps) > held)


def test_that_a_removed_photo_is_not_enlarged(three: list[Path], make_window: MakeWindow, qtbot: QtBot) -> None:
    ran: list[str] = []
    holding = [True]

    def enlarge(job: Job, models: ModelPool, emit: Emit) -> Outcome:
        ran.append(job.photo.name)
        while holding[0]:
            job.token.raise_if_cancelled()
            time.sleep(0.002)
        return enlarged(job, models, emit)

    window = opened(make_window(enlarge), qtbot, *three)
    window.start_all()
    qtbot.waitUntil(lambda: bool(ran))
    window.strip.show_photo(window.document.queue.at(1))
    window.actions_["remove"].trigger()
    holding[0] = False
    qtbot.waitUntil(lambda: not window.runner.running)
    assert ran == ["a.png", "c.png"]


@pytest.mark.slow
@pytest.mark.parametrize("stops", [True, False])
def test_that_closing_while_it_works_asks(
    photo: Path, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, stops: bool
) -> None:
    window = opened(make_window(until_cancelled), qtbot, photo)
    window.show()
    window.start_all()
    qtbot.waitUntil(lambda: window.document.queue.at(0).progress == 0.5)
    role = QMessageBox.ButtonRole.AcceptRole if stops else QMessageBox.ButtonRole.RejectRole
    answers: list[QMessageBox] = []

    def answer(box: QMessageBox) -> int:
        answers.append(box)
        next(button for button in box.buttons() if box.buttonRole(button) == role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert window.close() == stops
    assert len(answers) == 1
    if stops:
        qtbot.waitUntil(lambda: not window.runner.running)
    else:
        assert window.runner.running


@pytest.mark.slow
def test_that_a_restart_brings_the_session_back(three: list[Path], make_window: MakeWindow, qtbot: QtBot) -> None:
    first = opened(make_window(restore=True), qtbot, *three)
    first.strip.show_photo(first.document.queue.at(1))
    first.runner.start(first.strip.selected())
    qtbot.waitUntil(lambda: not first.runner.running)
    first.document.separate(first.strip.selected(), True)
    first.document.change(first.strip.selected(), size=2.0)
    first.document.change([], seed=7)
    first.close()
    second = make_window(restore=True)
    qtbot.waitUntil(lambda: not second.intake.busy)
    assert names(second) == ["a.png", "b.png", "c.png"]
    assert states(second) == [State.WAITING, State.DONE, State.WAITING]
    photo = second.strip.current()
    assert photo is not None
    assert photo.result == three[1].with_name("b_x4.png")
    assert photo.own is not None
    assert (photo.own.size, second.document.shared.seed) == (2.0, 7)
    second.document.remove(second.document.queue.photos())


@pytest.mark.slow
def test_that_a_run_that_the_program_left_is_offered_again(
    three: list[Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    first = opened(make_window(until_cancelled, restore=True), qtbot, *three)
    first.strip.show_photo(first.document.queue.at(2))
    first.runner.start(first.document.queue.photos()[:2])
    qtbot.waitUntil(lambda: first.document.queue.at(0).progress == 0.5)
    first.keeper.save()  # as it is when the program crashes
    second = make_window(restore=True)
    assert second.bars.offer.isVisibleTo(second)
    assert "2 photo" in second.bars.offer.text.text()
    second.bars.offer.take_button.click()
    qtbot.waitUntil(lambda: not second.intake.busy and not second.runner.running)
    assert states(second) == [State.DONE, State.DONE, State.WAITING]
    assert not second.bars.offer.isVisibleTo(second)
    second.close()
    third = make_window(restore=True)
    assert not third.bars.offer.isVisibleTo(third)
    third.document.remove(third.document.queue.photos())


@pytest.mark.slow
def test_that_a_done_photo_is_enlarged_again_only_with_other_settings(
    photo: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = opened(make_window(), qtbot, photo)
    window.start_all()
    qtbot.waitUntil(lambda: states(window) == [State.DONE] and not window.runner.running)
    assert not window.actions_["start"].isEnabled()
    window.panel.seed.look_again()
    assert window.actions_["start"].isEnabled()
    window.actions_["undo"].trigger()
    assert not window.actions_["start"].isEnabled()


def test_that_every_action_has_keys_a_menu_and_a_tip(make_window: MakeWindow) -> None:
    window = make_window()
    listed = {action for menu in window.menuBar().actions() for action in menu.menu().actions()}
    seen: dict[str, str] = {}
    for name, spec in window.actions_.specs.items():
        action = window.actions_[name]
        assert action in listed, name
        assert spec.keys, name
        assert action.toolTip(), name
        for key in action.shortcuts():
            text = key.toString()
            assert text not in seen, f"{text} is of {name} and {seen[text]}"
            seen[text] = name
    for button in window.findChildren(QToolButton):
        if button.isVisibleTo(window):
            assert button.accessibleName() or button.text(), button.objectName()


def test_that_the_result_is_kept_apart_from_an_outcome_of_another_photo(
    three: list[Path], make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = opened(make_window(), qtbot, *three)
    window.strip.show_photo(window.document.queue.at(2))
    qtbot.waitUntil(lambda: not window.pane.picture_size.isEmpty())
    window.runner.start([window.document.queue.at(0)])
    qtbot.waitUntil(lambda: not window.runner.running)
    qtbot.wait(50)
    assert window.pane.result is None
    outcome = window.document.queue.at(0)
    assert isinstance(outcome.result, Path)
