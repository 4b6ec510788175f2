"""How far a run is, outside the window: in the title, and for the desktop over D-Bus."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, opened, until_cancelled

TOOLS = ("dbus-run-session", "dbus-monitor")
RUN = """
import subprocess, sys, time
from PySide6.QtWidgets import QApplication, QWidget
from rsd_app.gui.window.dock import Dock
from rsd_app.gui.document.document import Document
from rsd_app.gui.threads.engine_thread import EngineThread
from rsd_app.gui.document.photo import Photo, State
from rsd_app.gui.queue.runner import QueueRunner
from rsd_app.gui.document.choices import Choices
from rsd_app.engine.events import Advanced, Done
from pathlib import Path

app = QApplication([])
app.setDesktopFileName("rsd-studio")
watch = ["dbus-monitor", "--session", "interface=com.canonical.Unity.LauncherEntry"]
monitor = subprocess.Popen(watch, stdout=open(sys.argv[1], "w"))
while not Path(sys.argv[1]).stat().st_size:
    time.sleep(0.02)

def enlarge(job, models, emit):
    emit(Advanced(source=job.photo, fraction=0.5, remaining_s=1.0, mp_s=1.0))
    return Done(source=job.photo, destination=job.photo, seconds=0.1, megapixels=0.02)

document, engine = Document(Choices()), EngineThread(enlarge)
photo = Photo(Path("a.png"), State.WAITING, width=10, height=10)
document.queue.insert(0, [photo])
runner, window = QueueRunner(document, engine), QWidget()
dock, ended = Dock(runner, window), []
runner.ended.connect(ended.append)
runner.start([photo])
while not ended:
    app.processEvents()
time.sleep(0.3)
engine.close()
monitor.terminate()
monitor.wait()
"""


def test_that_the_title_has_photo_and_percent(photo: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window(until_cancelled), qtbot, photo)
    qtbot.waitUntil(lambda: window.windowTitle() == "photo.png – RSD Studio")
    window.start_all()
    qtbot.waitUntil(lambda: window.windowTitle() == "50 % – photo.png – RSD Studio")
    window.runner.stop()
    qtbot.waitUntil(lambda: window.windowTitle() == "photo.png – RSD Studio")


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}")
def test_that_the_desktop_is_told_on_its_bus(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    command = ["dbus-run-session", "--", sys.executable, "-c", RUN, str(seen)]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    text = " ".join(seen.read_text().split())
    assert 'string "application://rsd-studio.desktop"' in text
    shown = text.index('string "progress" variant double 0.5')
    assert text.rindex('string "progress-visible" variant boolean false') > shown
