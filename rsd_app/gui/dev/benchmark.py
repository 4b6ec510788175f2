"""How fast the window is: start, paint, the event loop beside a run, the preview. Each part in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QTimer, QUrl
from PySide6.QtWidgets import QApplication

from rsd_app.core.device.memory import peak_rss_mb
from rsd_app.core.errors import RsdError
from rsd_app.gui.app import Studio
from rsd_app.gui.main_window import MainWindow
from rsd_app.gui.threads.watchdog import Watchdog

WIDTH, HEIGHT, SCALE = 4000, 3000, 4  # 12 megapixels, and 192 of its result
PICTURE = (1200, 800)  # size of the picture part while the preview is measured
STARTS = 3
PANS = 400
FILES = 1000  # of a drop
SHOW_EVERY_MS = 40  # between two moves of the divider during a run
PATIENCE_S = 900.0
PARTS = ("start", "drop", "pan", "run", "preview")

Figures = dict[str, float]


def measure_window() -> Figures:
    """All parts, one after the other.

    Returns:
        usable_s: from the start of the process until the window is painted and answers.
        import_gap_ms: the worst of the event loop from then on, until torch is imported and the engine is ready.
        drop_gap_ms: the same from a drop of 1,000 files until all are read, chosen, removed and back.
        paint_ms_p99: of moving and painting a 192-megapixel result; paint_cpu_ms_p99 without what other programs took.
        worst_gap_ms: of the event loop while a 12-megapixel run goes on and the divider is moved.
            Of each gap, …_own_ms is without the time in which others had the processor (see Watchdog), and
            …_cpu_ms what the window's thread itself has used.
        preview_s: from a drop to the first visible result.
        preview_whole_s: from a change of the view at 100 % until all that is seen of 1200×800 is there.
        peak_rss_mb: the largest of the parts, which follow.
    Raises:
        RsdError: a part did not end well.
    """
    figures: Figures = {}
    with tempfile.TemporaryDirectory(prefix="rsd-bench-") as name:
        folder = Path(name)
        write_photo(folder / "photo.jpg", WIDTH, HEIGHT)
        write_photo(folder / "result.jpg", SCALE * WIDTH, SCALE * HEIGHT)
        starts = [_in_child("start", folder) for _ in range(STARTS)]
        peaks = {"start": max(start.pop("peak_rss_mb") for start in starts)}
        figures["usable_s"] = round(statistics.median(start.pop("usable_s") for start in starts), 2)
        figures |= {name: max(start[name] for start in starts) for name in starts[0]}
        for part in PARTS[1:]:
            found = _in_child(part, folder)
            peaks[part] = found.pop("peak_rss_mb")
            figures |= found
    return figures | {"peak_rss_mb": max(peaks.values())} | {f"peak_rss_mb_{part}": mb for part, mb in peaks.items()}


def measure_part(part: str, folder: Path, began: float) -> Figures:
    """In the child: one part.

    Args:
        began: seconds of the clock when the process was started.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    studio = Studio(app)
    window = studio.window
    window.resize(1600, 900)
    studio.show()
    measure = {"start": _start, "drop": _drop, "pan": _pan, "run": _run, "preview": _preview}[part]
    try:
        return measure(window, folder, began) | {"peak_rss_mb": round(peak_rss_mb(), 1)}
    finally:
        window.runner.stop()
        window.hide()
        window.close()


def write_photo(path: Path, width: int, height: int) -> None:
    """A JPEG with structure at every size, as it is computed: memory does not grow with it."""
    import pyvips

    small = np.random.default_rng(0).integers(0, 256, (height // 40, width // 40, 3), dtype=np.uint8)
    smooth = pyvips.Image.new_from_array(small).resize(40, vscale=40, kernel="linear")
    noisy = smooth + pyvips.Image.gaussnoise(smooth.width, smooth.height, sigma=6)
    noisy.cast("uchar").copy(interpretation="srgb").jpegsave(str(path), Q=90)


def _in_child(part: str, folder: Path) -> Figures:
    """Settings and session of the user are left alone, and none is left by another part."""
    home = tempfile.mkdtemp(prefix=f"{part}-", dir=folder)
    own = {name: str(Path(home) / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    command = [sys.executable, "-m", "rsd_app", "bench", "gui", "--part", part, "--folder", str(folder)]
    began = time.time()
    done = subprocess.run(
        [*command, "--began", repr(began)],
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RsdError(f"bench gui, {part}", done.stderr.strip()[-2000:] or "ended", "run it again with --part")
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _start(window: MainWindow, folder: Path, began: float) -> Figures:
    """Painted, and the event loop comes to a timer that was set after that; then torch comes."""
    painted = _Painted(window)
    _wait(lambda: painted.seen)
    answered: list[float] = []
    QTimer.singleShot(0, lambda: answered.append(time.time()))
    _wait(lambda: bool(answered))
    watchdog = Watchdog()
    watchdog.start()
    _engine_ready(window)
    return {"usable_s": round(answered[0] - began, 3)} | _gaps("import_gap", watchdog)


def _drop(window: MainWindow, folder: Path, began: float) -> Figures:
    """A thousand files at once, as a file manager hands them over; all are chosen, removed and brought back."""
    _engine_ready(window)
    (folder / "many").mkdir(exist_ok=True)
    paths = [folder / "many" / f"{number}.jpg" for number in range(FILES)]
    write_photo(paths[0], 480, 320)
    for path in paths[1:]:
        shutil.copyfile(paths[0], path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    watchdog = Watchdog()
    watchdog.start()
    since = time.monotonic()
    window.importer.take(data)
    _wait(lambda: window.document.queue.rowCount() == FILES and not window.intake.busy)
    seconds = time.monotonic() - since
    for name in ("select_all", "remove", "undo"):
        window.actions_[name].trigger()
        _rest(0.3)
    _wait(lambda: not window.intake.busy)
    return _gaps("drop_gap", watchdog) | {"drop_s": round(seconds, 2)}


def _pan(window: MainWindow, folder: Path, began: float) -> Figures:
    """Across the result at 100 %, and at a zoom at which every pixel has to be interpolated."""
    _engine_ready(window)
    pane = window.pane
    window.add_pair(folder / "photo.jpg", folder / "result.jpg")
    _wait(lambda: pane.picture_size.width() == SCALE * WIDTH and pane.result_is_whole)
    times, own = [], []
    for zoom in (1.0, 0.37):
        pane.view.zoom_to(zoom, QPointF(10, 10))
        _rest(0.3)
        for step in range(PANS // 2):
            began_s, began_own_s = time.perf_counter(), time.thread_time()
            pane.view.pan(0.021 if step % 100 < 50 else -0.017, 0.013)
            pane.view.repaint()
            times.append((time.perf_counter() - began_s) * 1000)
            own.append((time.thread_time() - began_own_s) * 1000)
            _rest(0.008)
    return {
        "paint_ms_p99": round(float(np.percentile(times, 99)), 1),
        "paint_ms_median": round(float(np.median(times)), 1),
        "paint_cpu_ms_p99": round(float(np.percentile(own, 99)), 1),
        "tiles_mb": round(pane.view.screen_.cache.megabytes, 1),
    }


def _run(window: MainWindow, folder: Path, began: float) -> Figures:
    """A photo of 12 megapixels, while its picture is looked at."""
    _engine_ready(window)
    window.add_paths([folder / "photo.jpg"])
    _wait(lambda: window.document.queue.rowCount() > 0 and not window.intake.busy and _is_shown(window))
    _rest(1.0)
    ended: list[object] = []
    window.runner.ended.connect(ended.append)
    watchdog = Watchdog()
    view = window.pane.view
    moves = QTimer(interval=SHOW_EVERY_MS)
    moves.timeout.connect(lambda: view.move_divider((time.monotonic() / 3) % 1.0))
    watchdog.start()
    moves.start()
    since = time.monotonic()
    window.start_all()
    _wait(lambda: bool(ended))
    seconds = time.monotonic() - since
    _wait(lambda: window.pane.result_is_whole)
    _rest(1.0)
    moves.stop()
    return _gaps("worst_gap", watchdog) | {"run_s": round(seconds, 1)}


def _preview(window: MainWindow, folder: Path, began: float) -> Figures:
    """A photo is dropped on a window whose engine has started; then another part is looked at."""
    pane = window.pane
    window.resize(window.width() + PICTURE[0] - pane.width(), window.height() + PICTURE[1] - pane.height())
    _engine_ready(window)
    since = time.perf_counter()
    window.add_paths([folder / "photo.jpg"])
    _wait(lambda: pane.view.scene is not None and pane.previewed_px > 0 and not _tiles_wanted(window))
    first_s = time.perf_counter() - since
    window.resize(window.width() + PICTURE[0] - pane.width(), window.height() + PICTURE[1] - pane.height())
    _wait(lambda: not pane.previewing)
    times = []
    for place in (QPointF(300, 200), QPointF(900, 600), QPointF(600, 400)):
        pane.view.fit()
        since = time.perf_counter()
        pane.view.zoom_to(1.0, place)
        _rest(0.2)
        _wait(lambda: not pane.previewing and not _tiles_wanted(window))
        times.append(time.perf_counter() - since)
    return {"preview_s": round(first_s, 2), "preview_whole_s": round(statistics.median(times), 2)}


def _gaps(name: str, watchdog: Watchdog) -> Figures:
    watchdog.stop()
    return {
        f"{name}_ms": round(watchdog.worst_gap_ms, 1),
        f"{name}_own_ms": round(watchdog.worst_own_ms, 1),
        f"{name}_cpu_ms": round(watchdog.worst_work_ms, 1),
    }


class _Painted(QObject):
    """Notes the first paint of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def _engine_ready(window: MainWindow) -> None:
    """As it is some seconds after the start."""
    _wait(lambda: bool(window.panel.model.line.text()) and not window.engine.asked)


def _is_shown(window: MainWindow) -> bool:
    return window.pane.view.scene is not None


def _tiles_wanted(window: MainWindow) -> bool:
    return window.pane.view.screen_.cache.busy


def _wait(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > until:
            raise RsdError("bench gui", f"gave up after {PATIENCE_S:.0f} s", "look at the window with `rsd gui`")
        QApplication.processEvents()
        time.sleep(0.001)


def _rest(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.001)
