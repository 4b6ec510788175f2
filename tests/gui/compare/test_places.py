"""Places of the source in the result and back: what is touched is never left out."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from rsd_app.gui.compare.places import in_result, in_source


def test_that_a_box_is_found_at_four_times_its_size() -> None:
    assert in_result((1, 2, 3, 5), (10, 10), QSize(40, 40)) == QRect(4, 8, 8, 12)
    assert in_source(QRect(4, 8, 8, 12), (10, 10), QSize(40, 40)) == (1, 2, 3, 5)


def test_that_a_place_between_pixels_takes_both() -> None:
    assert in_result((1, 0, 2, 1), (10, 10), QSize(15, 15)) == QRect(1, 0, 2, 2)
    assert in_source(QRect(1, 0, 1, 1), (10, 10), QSize(15, 15)) == (0, 0, 2, 1)


@given(st.integers(1, 300), st.integers(1, 300), st.floats(0.3, 16), st.data())
def test_that_there_and_back_holds_what_was_seen(width: int, height: int, factor: float, data: st.DataObject) -> None:
    result = QSize(max(1, round(width * factor)), max(1, round(height * factor)))
    left = data.draw(st.integers(0, result.width() - 1))
    top = data.draw(st.integers(0, result.height() - 1))
    seen = QRect(
        left,
        top,
        data.draw(st.integers(1, result.width() - left)),
        data.draw(st.integers(1, result.height() - top)),
    )
    x0, y0, x1, y1 = in_source(seen, (width, height), result)
    assert 0 <= x0 < x1 <= width
    assert 0 <= y0 < y1 <= height
    assert in_result((x0, y0, x1, y1), (width, height), result).contains(seen)
