"""What the last page says of a model that was to learn what auto means."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rsd_app.gui.train_wizard.command import Command
from rsd_app.gui.train_wizard.install_page import InstallPage
from rsd_app.gui.train_wizard.plan import Plan
from rsd_app.gui.train_wizard.trainings import Training
from tests.engine.toy_models import write_estimating_model, write_toy_model


@pytest.mark.parametrize(("asked", "estimates", "told"), [(True, False, True), (True, True, False), (False,) * 3])
def test_that_a_declined_estimator_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: bool, estimates: bool, told: bool
) -> None:
    written = tmp_path / "mine.safetensors"
    if estimates:
        write_estimating_model(written, 0.15)
    else:
        write_toy_model(written)
    monkeypatch.setattr(Command, "run", lambda command, arguments: command.finished.emit(f"{written}\n"))
    monkeypatch.setattr(Training, "has_photos", True)
    page = InstallPage()
    qtbot.addWidget(page)
    page.show_training(Training(folder=tmp_path, plan=Plan()))
    page.auto.setChecked(asked)
    page.name.setText("mine")

    with qtbot.waitSignal(page.installed):
        page.install()
    assert "Installed as mine." in page.said.text()
    assert ("Auto treats all photos alike" in page.said.text()) == told
