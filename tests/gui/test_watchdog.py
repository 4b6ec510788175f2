"""The window's thread is never away for long: not while a thousand files come in, not while torch does."""

import sys
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from rsd_app.gui.watchdog import Watchdog
from tests.gui.conftest import MakeWindow, drop, files
from tests.gui.pictures import RED, filled

LONGEST_MS = 50.0  # of work in one piece; a gap may be longer where other programs have the processor


def test_that_a_gap_and_work_are_told_apart(qtbot: QtBot) -> None:
    watchdog = Watchdog()
    watchdog.start()
    qtbot.wait(30)
    time.sleep(0.08)
    qtbot.wait(30)
    assert watchdog.worst_gap_ms > 70
    assert watchdog.worst_work_ms < 40
    end = time.thread_time() + 0.06
    while time.thread_time() < end:
        pass
    watchdog.stop()
    assert watchdog.worst_work_ms >= 60


def test_that_a_drop_of_a_thousand_files_does_not_hold_the_window_up(
    tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    filled(RED, 48, 32).save(str(tmp_path / "0.png"))
    content = (tmp_path / "0.png").read_bytes()
    for number in range(1, 1000):
        (tmp_path / f"{number}.png").write_bytes(content)
    window = make_window()
    window.show()
    qtbot.wait(50)
    data, watchdog = files(*sorted(tmp_path.iterdir())), Watchdog()
    watchdog.start()
    drop(window, data)
    qtbot.waitUntil(lambda: window.document.queue.rowCount() == 1000 and not window.intake.busy, timeout=60_000)
    for name in ("select_all", "clear", "undo"):
        window.actions_[name].trigger()
        qtbot.wait(20)
    watchdog.stop()
    sys.stdout.write(f"worst gap {watchdog.worst_gap_ms:.0f} ms, work {watchdog.worst_work_ms:.0f} ms\n")
    assert watchdog.worst_work_ms < LONGEST_MS
