"""Pictures of the window in its main states, made from the bundled sample alone.

    python packaging/screenshots.py OUT            # all states, one PNG each
    python packaging/screenshots.py OUT error ja   # some
    python packaging/screenshots.py docs/images window trust variants queue brush --jpeg  # for the documentation

Each state is a process of its own, with settings of its own: scale and language hold for a whole process. Needs a
display; `xvfb-run` gives one, QT_QPA_PLATFORM=offscreen does without.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from rsd_app.gui.main_window import MainWindow

PATIENCE_S = 300.0
JPEG_QUALITY = 88
SAMPLE = "samples/budgie.jpg"
# Parts of the sample, as (x, y, width, height), so that a queue looks like one.
PARTS = {
    "head": (170, 40, 150, 140),
    "feet": (120, 180, 200, 120),
    "branch": (250, 20, 200, 280),
    "tail": (20, 90, 160, 200),
}


@dataclass(frozen=True)
class Shot:
    """A state of the window.

    Args:
        steps: bring the window there.
        size: of the window, in device-independent pixels.
    """

    steps: Callable[[Stage], None]
    size: tuple[int, int] = (1280, 800)
    scheme: str = "dark"
    language: str = "en"
    scale: float = 1.0


class Stage:
    """A window, photos, and ways to wait."""

    def __init__(self, app: QApplication, window: MainWindow, folder: Path) -> None:
        self.app, self.window, self.folder = app, window, folder
        self.shown: QWidget = window  # what the picture is of
        self.measured: list[float] = []  # seconds of each preview of the photos opened last
        window.pane.measured.connect(self.measured.append)

    def photos(self) -> list[Path]:
        """The sample and parts of it, as files."""
        from PySide6.QtGui import QImage

        from rsd_app.core.resources import resource_path

        whole = QImage(str(resource_path(SAMPLE)))
        paths = [self.folder / "budgie.jpg"]
        whole.save(str(paths[0]), quality=92)
        for name, part in PARTS.items():
            paths.append(self.folder / f"{name}.jpg")
            whole.copy(*part).save(str(paths[-1]), quality=92)
        return paths

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        end = time.monotonic() + PATIENCE_S
        while not until():
            if time.monotonic() > end:
                raise TimeoutError("the window does not come to this state")
            self.app.processEvents()
            time.sleep(0.01)

    def rest(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def open(self, *paths: Path) -> None:
        """Have photos in the queue, and the first of them looked at."""
        self.measured.clear()
        self.window.add_paths(paths)
        queue = self.window.document.queue
        self.wait(lambda: queue.rowCount() > 0 and not self.window.intake.busy)
        self.window.strip.show_photo(queue.at(0))

    def previewed(self) -> None:
        """Have the part that is seen computed."""
        self.wait(lambda: bool(self.measured) and not self.window.pane.previewing)
        self.rest(1.5)


def empty(stage: Stage) -> None:
    """As at the first start."""
    stage.rest(0.5)


def window(stage: Stage) -> None:
    """A photo just opened."""
    stage.open(*stage.photos())
    stage.previewed()


def compare(stage: Stage) -> None:
    """A result, at 100 %."""
    stage.open(*stage.photos())
    stage.window.start_all()
    stage.wait(lambda: not stage.window.runner.running)
    stage.window.pane.view.zoom_to(1.0)
    stage.rest(2.0)


def queue(stage: Stage) -> None:
    """In the middle of a run."""
    stage.open(*stage.photos())
    stage.window.start_all()
    stage.wait(lambda: stage.window.runner.count[0] >= 2 and stage.window.runner.remaining_s is not None)
    stage.rest(0.3)


def variants(stage: Stage) -> None:
    """Variants of a part, and where they differ."""
    stage.open(*stage.photos()[:1])
    stage.previewed()
    stage.window.pane.view.zoom_to(1.0)
    stage.rest(1.0)
    stage.window.variants.show()
    if dialog := stage.window.variants.dialog:
        dialog.shows.setChecked(True)
        stage.wait(lambda: dialog.difference is not None)
        stage.rest(0.3)
        stage.shown = dialog


def trust(stage: Stage) -> None:
    """What is invented, over the result in the picture, and the pointer on a place."""
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QMouseEvent

    stage.open(*stage.photos()[:1])
    stage.previewed()
    window, view = stage.window, stage.window.pane.view
    window.pane.view.zoom_to(1.0)
    view.move_divider(0.3)
    window.actions_["differences"].trigger()
    stage.wait(lambda: window.trust.live.fits)
    at = QPointF(0.92 * view.width(), 0.3 * view.height())
    none = Qt.MouseButton.NoButton
    there = view.mapToGlobal(at)
    stage.app.sendEvent(
        view, QMouseEvent(QMouseEvent.Type.MouseMove, at, there, none, none, Qt.KeyboardModifier.NoModifier)
    )
    stage.rest(1.5)


def brush(stage: Stage) -> None:
    """A part painted faithful."""
    from rsd_app.engine.settings.regions import Region

    stage.open(*stage.photos()[:1])
    stage.previewed()
    stage.window.actions_["brush"].setChecked(True)
    line = Region(points=((4700, 2500), (5200, 3000), (5000, 3700)), radius=800, realism=0.0)
    stage.window.document.paint(stage.window.document.queue.at(0), (line,))
    stage.rest(2.0)


def twice(stage: Stage) -> None:
    """A size that another model draws with less work."""
    stage.window.document.change([], size=2.0)
    stage.open(*stage.photos()[:1])
    stage.previewed()


def error(stage: Stage) -> None:
    """A file that is no photo, and a result that cannot be written."""
    photos = stage.photos()
    torn = stage.folder / "torn.jpg"
    torn.write_bytes(photos[0].read_bytes()[:3])
    stage.open(*photos[:3], torn)
    stage.previewed()
    stage.window.document.change([], folder=str(stage.folder / "a disk that was unplugged"))
    stage.window.runner.start([stage.window.document.queue.at(0)])
    stage.wait(lambda: not stage.window.runner.running)
    stage.rest(0.5)


SHOTS = {
    "empty": Shot(empty),
    "window": Shot(window),
    "compare": Shot(compare),
    "queue": Shot(queue, size=(1024, 640)),
    "variants": Shot(variants),
    "trust": Shot(trust),
    "brush": Shot(brush),
    "twice": Shot(twice),
    "error": Shot(error, size=(1024, 640)),
    "light": Shot(window, scheme="light"),
    "scaled": Shot(window, scale=2.0),
    "ja": Shot(window, size=(1024, 640), language="ja"),
}


def take(name: str, out: Path, suffix: str) -> None:
    """One picture; in a process that was started for it."""
    from PySide6.QtWidgets import QApplication

    from rsd_app.gui.app import Studio
    from rsd_app.gui.state.preferences import Preferences

    shot = SHOTS[name]
    Preferences(scheme=shot.scheme, language=shot.language).save()  # type: ignore[arg-type]
    app = QApplication([])
    app.setStyle("Fusion")
    studio = Studio(app)
    main_window = studio.window
    main_window.resize(*shot.size)
    studio.show()
    stage = Stage(app, main_window, Path(os.environ["RSD_SHOT_FOLDER"]))
    stage.wait(lambda: bool(main_window.panel.model.line.text()))
    shot.steps(stage)
    stage.shown.grab().save(str(out / f"{name}{suffix}"), quality=JPEG_QUALITY if suffix == ".jpg" else -1)
    main_window.runner.stop()
    main_window.hide()
    main_window.close()


def take_apart(name: str, out: Path, suffix: str) -> int:
    """One picture, in a process with folders of its own."""
    with tempfile.TemporaryDirectory(prefix="rsd-shots-") as temporary:
        folder = Path(temporary) / "photos"
        folder.mkdir()
        own = {f"XDG_{kind}_HOME": f"{temporary}/{kind.lower()}" for kind in ("CONFIG", "STATE", "DATA")}
        environment = {**os.environ, **own, "RSD_SHOT_FOLDER": str(folder), "QT_SCALE_FACTOR": f"{SHOTS[name].scale}"}
        return subprocess.run(
            [sys.executable, __file__, str(out), name, "--here", *["--jpeg"] * (suffix == ".jpg")],
            env=environment,
            check=False,
        ).returncode


def main() -> int:
    """Take the pictures; 1 if one could not be taken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("states", nargs="*", choices=[*SHOTS, []], default=[])
    parser.add_argument("--jpeg", action="store_true", help="smaller files, for the documentation")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    suffix = ".jpg" if args.jpeg else ".png"
    if args.here:
        take(args.states[0], args.out, suffix)
        return 0
    return max(take_apart(name, args.out, suffix) for name in args.states or SHOTS)


if __name__ == "__main__":
    sys.exit(main())
