"""The program in a real window on a virtual screen, driven by mouse, keys and drops from outside."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.gui.pictures import BLUE, RED, filled

NEEDED = ("Xvfb", "xdotool", "import")
pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.xdist_group("screen"),
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]
SIZE = (1024, 640)
SOURCE_PX = 120  # of the window that files are dragged from, at the right of the program's
PATIENCE_S = 60.0
# A file manager as far as a drag goes: a press and a move in its window drag the files named.
FILE_MANAGER = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget

class Files(QWidget):
    def mouseMoveEvent(self, event):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[4:]])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication([])
files = Files()
files.setWindowTitle("Files")
files.setGeometry(*map(int, sys.argv[1:3]), int(sys.argv[3]), int(sys.argv[3]))
files.show()
app.exec()
"""

# A program that takes what is dropped on it, and writes the names into a file.
RECEIVER = """
import sys
from PySide6.QtWidgets import QApplication, QWidget

class Mail(QWidget):
    def dragEnterEvent(self, event):
        event.acceptProposedAction()

    def dropEvent(self, event):
        with open(sys.argv[4], "w") as file:
            file.write(" ".join(url.fileName() for url in event.mimeData().urls()))
        event.acceptProposedAction()

app = QApplication([])
mail = Mail()
mail.setAcceptDrops(True)
mail.setWindowTitle("Mail")
mail.setGeometry(*map(int, sys.argv[1:3]), int(sys.argv[3]), int(sys.argv[3]))
mail.show()
app.exec()
"""


class RealWindow:
    """The program, started by its command, with folders of its own."""

    def __init__(self, display: str, home: Path) -> None:
        own = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
        inherited = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        self._environment = {**inherited, **own, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        self._home = home
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *files: Path, result: Path | None = None) -> None:
        known = [] if result is None else ["--result", str(result)]
        command = [sys.executable, "-m", "rsd_app", "gui", *map(str, files), *known]
        self.process = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)
        wait(lambda: bool(self._tool("search", "--onlyvisible", "--name", "RSD Studio").stdout))
        self._tool(
            "search", "--onlyvisible", "--name", "RSD Studio", "windowsize", *map(str, SIZE), "windowmove", "0", "0"
        )
        self._tool("search", "--onlyvisible", "--name", "RSD Studio", "windowfocus")

    def key(self, *keys: str) -> None:
        self._tool("key", *keys)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._tool("mousemove", *map(str, start))
        self._tool("mousedown", "1")
        for place in (middle, end):
            self._tool("mousemove", *map(str, place))
            time.sleep(0.1)
        self._tool("mouseup", "1")

    def drop(self, *paths: Path) -> None:
        """Drag files from the window of another program onto this one, by the protocol of the desktop (XDND)."""
        with self._beside(FILE_MANAGER, "Files", *map(str, paths)) as (x, y):
            self._drag_slowly((x, y), (x - 550, y + 170))
        self._tool("search", "--onlyvisible", "--name", "RSD Studio", "windowfocus")

    def drag_out(self, start: tuple[int, int], told: Path) -> None:
        """Drag what is there onto the window of another program, which writes what it gets."""
        with self._beside(RECEIVER, "Mail", str(told)) as place:
            self._drag_slowly(start, place)
            wait(told.exists)

    @contextmanager
    def _beside(self, program: str, name: str, *arguments: str) -> Iterator[tuple[int, int]]:
        """Another program's window at the right; the middle of it."""
        x, y = SIZE[0] + 10, 10
        command = [sys.executable, "-c", program, str(x), str(y), str(SOURCE_PX), *arguments]
        process = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)
        try:
            wait(lambda: self._tool("search", "--onlyvisible", "--name", name).stdout)
            time.sleep(0.3)  # without a window manager nothing says when it takes the mouse
            yield x + SOURCE_PX // 2, y + SOURCE_PX // 2
        finally:
            process.kill()
            process.wait()

    def _drag_slowly(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        steps = 12
        self._tool("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, steps + 1):
            at = (round(a + (b - a) * step / steps) for a, b in zip(start, end, strict=True))
            self._tool("mousemove", *map(str, at))
            time.sleep(0.05)
        time.sleep(0.3)
        self._tool("mouseup", "1")
        time.sleep(0.5)

    def session(self) -> list[str]:
        """The names of the photos, as they are kept for the next start."""
        file = self._home / "state" / "rsd-studio" / "session.json"
        if not file.is_file():
            return []
        return [Path(photo["path"]).name for photo in json.loads(file.read_text())["photos"]]

    def title(self) -> str:
        found = self._tool("search", "--onlyvisible", "--name", "RSD Studio", "getwindowname")
        return found.stdout.decode()

    def screen(self) -> QImage:
        file = self._home / "screen.png"
        subprocess.run(["import", "-window", "root", str(file)], env=self._environment, check=True)
        return QImage(str(file))

    def quit(self) -> int:
        assert self.process is not None
        self.key("ctrl+q")
        return self.process.wait(PATIENCE_S)

    def _tool(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["xdotool", *arguments], env=self._environment, capture_output=True, check=False)


def wait(until: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not until():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    reading, writing = os.pipe()
    screen = f"{SIZE[0] + SOURCE_PX + 20}x{SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[RealWindow]:
    made = RealWindow(display, tmp_path / "home")
    (tmp_path / "home").mkdir()
    yield made
    if made.process is not None and made.process.poll() is None:
        made.process.kill()
        made.process.wait()


def divider(screen: QImage) -> int:
    """The column of the light line over a dark picture; -1 if there is none."""
    light = QColor(200, 200, 200).lightness()
    rows = (150, 200, 400, 450)  # above the bar that names the broken file
    columns = range(150, SIZE[0] - 300)
    return next((x for x in columns if all(screen.pixelColor(x, y).lightness() > light for y in rows)), -1)


def test_that_a_photographer_compares_enlarges_and_comes_back(window: RealWindow, tmp_path: Path) -> None:
    for name, color in (("dark", QColor(20, 30, 40)), ("blue", BLUE)):
        filled(color, 48, 32).save(str(tmp_path / f"{name}.png"))
    (tmp_path / "broken.png").write_text("no picture")
    window.start(tmp_path / "dark.png", tmp_path / "blue.png", tmp_path / "broken.png")
    wait(lambda: "dark.png" in window.title())

    wait(lambda: divider(window.screen()) > 0)  # the preview is there
    middle = divider(window.screen())
    window.drag((middle, 320), (middle - 150, 320))
    wait(lambda: abs(divider(window.screen()) - (middle - 150)) < 4)
    dragged = divider(window.screen())
    window.key("Right", "Right", "Right")
    wait(lambda: divider(window.screen()) > dragged + 6)

    window.key("F5")
    wait(lambda: (tmp_path / "dark_x4.png").exists() and (tmp_path / "blue_x4.png").exists())
    window.key("Next")
    wait(lambda: "blue.png" in window.title())
    assert window.quit() == 0
    window.start()
    wait(lambda: "blue.png" in window.title())
    assert window.quit() == 0


@pytest.mark.keeps_canvas
def test_that_a_stopped_run_is_gone_on_with(window: RealWindow, tmp_path: Path) -> None:
    filled(RED, 500, 1200).save(str(tmp_path / "tall.png"))
    window.start(tmp_path / "tall.png")
    wait(lambda: "tall.png" in window.title())
    window.key("F5")
    wait(lambda: "%" in window.title() and not window.title().startswith(("0 %", "1 %", "2 %")))
    window.key("F7")
    wait(lambda: "%" not in window.title())
    (canvas,) = tmp_path.glob(".*.rsdcanvas")
    window.key("F5")
    wait(lambda: "%" in window.title())
    assert int(window.title().split(" %")[0]) >= 3
    window.key("F7")
    wait(lambda: "%" not in window.title())
    assert list(tmp_path.glob(".*.rsdcanvas")) == [canvas]
    assert window.quit() == 0


def test_that_files_and_a_folder_are_dropped_from_another_program(window: RealWindow, tmp_path: Path) -> None:
    photos, folder = tmp_path / "photos", tmp_path / "photos" / "holiday"
    folder.mkdir(parents=True)
    for place, name in ((photos, "a"), (photos, "b"), (photos, "c"), (folder, "x"), (folder, "y")):
        filled(BLUE, 24, 16).save(str(place / f"{name}.png"))
    (photos / "broken.jpg").write_text("no picture")
    window.start()
    wait(lambda: "RSD Studio" in window.title())
    window.drop(*(photos / name for name in ("a.png", "b.png", "c.png", "broken.jpg")), folder)
    wait(lambda: window.title().startswith("a.png"))
    wait(lambda: window.session() == ["a.png", "b.png", "c.png", "x.png", "y.png"])  # and the broken one is named
    window.key("Next", "Next", "Next")
    wait(lambda: window.title().startswith("x.png"))
    assert window.quit() == 0
    window.start()
    wait(lambda: window.title().startswith("x.png"))
    assert window.session() == ["a.png", "b.png", "c.png", "x.png", "y.png"]
    assert window.quit() == 0


def test_that_a_result_is_dragged_into_another_program(window: RealWindow, tmp_path: Path) -> None:
    filled(RED, 24, 16).save(str(tmp_path / "photo.png"))
    filled(BLUE, 96, 64).save(str(tmp_path / "large.png"))
    window.start(tmp_path / "photo.png", result=tmp_path / "large.png")
    wait(lambda: window.title().startswith("photo.png"))
    wait(lambda: window.screen().pixelColor(70, 115) == RED)  # its thumbnail
    window.drag_out((70, 115), tmp_path / "told")
    wait(lambda: (tmp_path / "told").read_text() == "large.png")
    assert window.quit() == 0
