"""The same arithmetic on every processor, and few held-out pairs."""

from pathlib import Path

import pytest

from tests.trainer.tiny import make_photos


@pytest.fixture
def tiny_training(monkeypatch: pytest.MonkeyPatch) -> None:
    from rsd_app.core.device.choice import choose_device

    monkeypatch.setattr("trainer.run.training.choose_device", lambda device, precision: choose_device("cpu", "fp32"))
    monkeypatch.setattr("trainer.run.training.HELD_OUT_GROUPS", 1)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    return make_photos(tmp_path / "photos")
