"""Threads beside the window's own have the lower priority."""

import os
import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from rsd_app.gui.threads.background import Background
from rsd_app.gui.threads.priority import READING, come_first, stand_back

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a niceness of threads")


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def test_that_a_thread_stands_back_and_what_it_makes_too_but_not_the_window() -> None:
    seen: list[int] = []

    def work() -> None:
        stand_back(7)
        stand_back(9)  # said once
        seen.append(niceness())
        inner = threading.Thread(target=lambda: seen.append(niceness()))
        inner.start()
        inner.join()

    before = niceness()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [7, 7]
    assert niceness() == before


def test_that_calls_beside_the_window_stand_back(qtbot: QtBot) -> None:
    background, answers = Background(), list[object]()
    background.call(niceness, answers.append, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    background.close()
    assert answers == [READING]


def test_that_the_window_comes_first_keeps_its_niceness_and_hands_nothing_on() -> None:
    """What the system does with it is shown by `rsd bench gui`; older ones take the call and change nothing."""
    seen: list[tuple[bool, int, int]] = []

    def work() -> None:
        stand_back(3)
        first = come_first()
        inner = threading.Thread(target=lambda: seen.append((first, niceness(), os.sched_getscheduler(0))))
        before = niceness()
        inner.start()
        inner.join()
        assert niceness() == before == 3

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [(True, 3, os.SCHED_OTHER)]
