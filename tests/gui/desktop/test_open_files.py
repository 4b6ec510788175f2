"""Show in folder: the file manager is asked over D-Bus, and the folder is opened where none answers."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ("dbus-run-session", "dbus-monitor")
SHOW = """
import subprocess, sys, time
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from rsd_app.gui.desktop import open_files as results

app = QApplication([])
asked, opened = Path(sys.argv[1]), []
results.QDesktopServices.openUrl = opened.append
watch = ["dbus-monitor", "--session", "interface=org.freedesktop.FileManager1"]
monitor = subprocess.Popen(watch, stdout=asked.open("w"))
while not asked.stat().st_size:
    time.sleep(0.02)
results.show_in_folder(Path("/photos/a photo.jpg"))
end = time.monotonic() + 30
while not opened and time.monotonic() < end:
    app.processEvents()
    time.sleep(0.01)
time.sleep(0.3)
monitor.terminate()
monitor.wait()
print(opened[0].toLocalFile())
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, TOOLS)), reason=f"needs Linux and {', '.join(TOOLS)}"
)
def test_that_a_result_is_shown_by_the_file_manager_or_its_folder_opened(tmp_path: Path) -> None:
    command = ["dbus-run-session", "--", sys.executable, "-c", SHOW, str(tmp_path / "asked")]
    done = subprocess.run(command, check=True, timeout=120, capture_output=True, text=True)
    asked = (tmp_path / "asked").read_text()
    assert "member=ShowItems" in asked
    assert 'string "file:///photos/a photo.jpg"' in asked
    assert done.stdout.strip() == "/photos"
