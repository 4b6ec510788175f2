"""Night, mains power, and a system that does not tell."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rsd_app.gui.training.process.schedule import may_work, on_mains


@pytest.mark.parametrize(("hour", "night"), [(21, False), (22, True), (0, True), (6, True), (7, False), (12, False)])
def test_that_the_night_goes_over_midnight(hour: int, night: bool) -> None:
    now = datetime(2026, 11, 24, hour, 30, tzinfo=UTC)
    assert may_work("night", now, on_mains=False) is night
    assert may_work("now", now, on_mains=False)
    assert not may_work("mains", now, on_mains=False)
    assert may_work("mains", now, on_mains=True)


def test_that_supplies_are_read(tmp_path: Path) -> None:
    assert on_mains(tmp_path)  # none: a desktop
    for name, kind, online in (("AC", "Mains", "0"), ("BAT0", "Battery", "1")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "type").write_text(f"{kind}\n")
        (tmp_path / name / "online").write_text(f"{online}\n")
    assert not on_mains(tmp_path)
    (tmp_path / "AC" / "online").write_text("1\n")
    assert on_mains(tmp_path)


@pytest.mark.parametrize(("unused_s", "may"), [(0.0, False), (299.0, False), (300.0, True), (None, True)])
def test_that_a_training_rests_while_somebody_uses_the_computer(unused_s: float | None, may: bool) -> None:
    now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    assert may_work("unused", now, on_mains=False, unused_s=unused_s) is may
