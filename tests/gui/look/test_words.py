"""Numbers as people read them."""

import pytest

from rsd_app.gui.look.words import in_words, megabytes


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.42, "0.4 s"), (12.3, "12 s"), (99.4, "99 s"), (240, "4 min"), (7800, "2 h 10 min")]
)
def test_that_durations_are_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


@pytest.mark.parametrize(("size", "words"), [(8.4e5, "0.8 MB"), (2.36e7, "24 MB"), (1.44e9, "1.4 GB")])
def test_that_sizes_are_in_words(size: float, words: str) -> None:
    assert megabytes(size) == words
