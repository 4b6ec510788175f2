"""Pictures are closed beside the window, and at once where there is no thread any more."""

import threading
import time

import pytest

from rsd_app.gui.compare.pictures.closing import Closer


class Slow:
    """Takes a while to be closed."""

    width = height = levels = 1

    def __init__(self) -> None:
        self.closed_by = ""

    def read(self, level: int, x0: int, y0: int, x1: int, y1: int) -> None:
        return None

    def close(self) -> None:
        time.sleep(0.05)
        self.closed_by = threading.current_thread().name


def test_that_a_picture_is_closed_on_another_thread_and_waited_for_at_the_end() -> None:
    closer, picture = Closer(), Slow()
    closer.close(picture, None)
    assert not picture.closed_by
    closer.end()
    assert picture.closed_by.startswith("rsd-close")


def test_that_after_the_end_it_is_done_at_once() -> None:
    closer, picture = Closer(), Slow()
    closer.end()
    closer.close(picture)
    assert picture.closed_by == threading.current_thread().name


def test_that_a_file_that_cannot_be_removed_does_not_hold_up_the_next(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise OSError("in use")

    closer, picture = Closer(), Slow()
    closer.do(fail)
    closer.close(picture)
    closer.end()
    assert picture.closed_by
    assert "scratch file" in caplog.text
