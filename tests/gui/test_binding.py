"""The binding itself: PySide6 6.12.0 took a reference from None with each call, and Python 3.11 died of it."""

import sys

import pytest
from PySide6.QtCore import QTimer

CALLS = 200


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None lives forever there")
def test_that_calls_into_qt_do_not_use_none_up() -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        timer.setInterval(1000)
    assert sys.getrefcount(None) > before - CALLS // 2
