"""What the last page says of a model that was to learn what auto means."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rsd_app.cli.train.estimator import DECLINED
from rsd_app.gui.training.pages.install import InstallPage
from rsd_app.gui.training.process.command import Command
from rsd_app.gui.training.process.plan import Plan
from rsd_app.gui.training.process.trainings import Training


@pytest.mark.parametrize("declined", [True, False])
def test_that_a_declined_estimator_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, declined: bool
) -> None:
    said = ["learning what auto means: 100%", f"rsd: {DECLINED}" if declined else "rsd: told nothing: 0.3"]

    def run(command: Command, arguments: Sequence[str]) -> None:
        assert "--learn-auto" in arguments
        for line in said:
            command.progressed.emit(line)
        command.finished.emit(str(tmp_path / "mine.safetensors"))

    monkeypatch.setattr(Command, "run", run)
    monkeypatch.setattr(Training, "has_photos", True)
    page = InstallPage()
    qtbot.addWidget(page)
    page.show_training(Training(folder=tmp_path, plan=Plan()))
    page.auto.setChecked(True)
    page.name.setText("mine")

    for _ in range(2):  # the second time, what the first said is forgotten
        with qtbot.waitSignal(page.installed):
            page.install()
        assert "Installed as mine." in page.said.text()
        assert ("Auto treats all photos alike" in page.said.text()) == declined
        said.pop(), said.append("done")
        declined = False
