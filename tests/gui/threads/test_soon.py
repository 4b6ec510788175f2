"""A call that is asked for many times."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rsd_app.gui.threads.soon import Soon


def test_that_many_requests_are_one_call_and_the_earliest_wins(qtbot: QtBot) -> None:
    calls: list[None] = []
    parent = QObject()
    soon = Soon(lambda: calls.append(None), parent)
    for _ in range(100):
        soon.within(60_000)
    qtbot.wait(20)
    assert calls == []
    soon.next()
    soon.within(60_000)
    qtbot.waitUntil(lambda: len(calls) == 1)
    qtbot.wait(20)
    assert len(calls) == 1
    soon.next()
    soon.now()
    qtbot.wait(20)
    assert len(calls) == 2
