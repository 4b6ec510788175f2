"""Pairs without names, and what ten answers are worth."""

import math
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rsd_app.gui.training.widgets.blind_comparison import PAIRS, BlindTest, wilson_interval
from tests.gui.pictures import BLUE, RED, filled


@pytest.mark.parametrize(("wins", "count"), [(0, 10), (5, 10), (8, 10), (10, 10), (1, 1)])
def test_that_the_interval_holds_the_shares_that_the_answers_allow(wins: int, count: int) -> None:
    low, high = wilson_interval(wins, count)
    for bound in (low, high):
        if 0 < bound < 1:  # where the score test of that share gives exactly 1.96
            z = abs(wins / count - bound) / math.sqrt(bound * (1 - bound) / count)
            assert z == pytest.approx(1.96, abs=1e-6)
    assert 0 <= low <= wins / count <= high <= 1


def test_that_answers_are_counted_for_the_model_and_not_for_the_side(tmp_path: Path, qtbot: QtBot) -> None:
    filled(RED, 8, 8).save(str(tmp_path / "own.png"))
    filled(BLUE, 8, 8).save(str(tmp_path / "other.png"))
    pictures = [{"own": str(tmp_path / "own.png"), "other": str(tmp_path / "other.png")}] * 3
    test = BlindTest(pictures, None, seed=3)
    qtbot.addWidget(test)
    sides = set()
    for number in range(PAIRS):
        assert len(test.answers) == number
        (_, first), _ = test.row._pictures
        own_is_left = first.toImage().pixelColor(1, 1) == RED
        sides.add(own_is_left)
        qtbot.keyClick(test, Qt.Key.Key_1 if own_is_left else Qt.Key.Key_2)
    assert sides == {True, False}
    assert test.answers == ["own"] * PAIRS
    assert "10 of 10" in test.outcome.text()
    assert "chance" not in test.outcome.text()
    qtbot.keyClick(test, Qt.Key.Key_1)  # over
    assert len(test.answers) == PAIRS


def test_that_few_answers_are_called_chance(qtbot: QtBot) -> None:
    test = BlindTest([{"own": "", "other": ""}] * PAIRS, None, seed=1)
    qtbot.addWidget(test)
    test.answers = ["own", "own", "other", "same", "other", "own"]
    assert "3 of 5" in test.result_text()
    assert "chance" in test.result_text()
    test.answers = ["same"]
    assert test.result_text() == "You saw no difference."
