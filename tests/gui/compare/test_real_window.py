"""A real window on a virtual screen: the divider by mouse and by keys, flip, zoom; what is seen is photographed."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.gui.look import theme

TOOLS = ("Xvfb", "xdotool", "import")
SIZE = (1280, 800)
RED, BLUE = (200, 30, 30), (30, 30, 200)
PATIENCE_S = 60.0

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.xdist_group("screen"),
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}"),
]


class Desktop:
    """A screen with the window on it.

    Args:
        display: of the virtual screen.
        folder: for screenshots.
    """

    def __init__(self, display: str, folder: Path) -> None:
        self._folder = folder
        self.env = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def do(self, *words: object) -> str:
        command = ["xdotool", *map(str, words)]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, check=False).stdout.strip()

    def look(self) -> NDArray[np.uint8]:
        shot = self._folder / "screen.png"
        subprocess.run(["import", "-window", "root", str(shot)], env=self.env, check=True, capture_output=True)
        with Image.open(shot) as image:
            screen = np.array(image.convert("RGB"))
        screen[:, : theme.STRIP_PX + 8] = 0  # the filmstrip, where the photo is too
        return screen


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual screen; its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        name = f":{pipe.readline().strip()}"
    yield name
    server.terminate()
    server.wait(30)


@contextmanager
def opened(screen: str, folder: Path, *arguments: object) -> Iterator[Desktop]:
    """A window that has the focus, as `rsd gui` opens it."""
    made = Desktop(screen, folder)
    homes = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    window = subprocess.Popen(
        [sys.executable, "-m", "rsd_app", "gui", *map(str, arguments)],
        env=made.env | homes,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        found = made.do("search", "--sync", "--onlyvisible", "--name", "RSD Studio").splitlines()[0]
        made.do("windowmove", found, 0, 0, "windowsize", found, *SIZE, "windowfocus", found)
        yield made
    finally:
        window.terminate()
        window.wait(30)


@pytest.fixture
def desktop(screen: str, tmp_path: Path) -> Iterator[Desktop]:
    """With a photo, red, and its result, blue."""
    Image.fromarray(np.full((300, 400, 3), RED, np.uint8)).save(tmp_path / "photo.png")
    Image.fromarray(np.full((1200, 1600, 3), BLUE, np.uint8)).save(tmp_path / "result.png")
    with opened(screen, tmp_path, tmp_path / "photo.png", "--result", tmp_path / "result.png") as made:
        assert comes(lambda: both_are_seen(made.look()))
        time.sleep(1.5)  # until the names have faded
        yield made


def comes(condition: Callable[[], bool]) -> bool:
    """Whether it holds before patience ends."""
    deadline = time.monotonic() + PATIENCE_S
    while not (holds := bool(condition())) and time.monotonic() < deadline:
        time.sleep(0.1)
    return holds


def of_color(screen: NDArray[np.uint8], color: tuple[int, int, int]) -> NDArray[np.bool_]:
    return np.abs(screen.astype(int) - color).max(axis=2) <= 2


def both_are_seen(screen: NDArray[np.uint8]) -> bool:
    return all(of_color(screen, color).sum() > 20_000 for color in (RED, BLUE))


def divider(screen: NDArray[np.uint8]) -> tuple[int, int]:
    """Where the divider is: right of the last red column; and a row in the upper part of the picture."""
    red = of_color(screen, RED)
    row = int(np.flatnonzero(red.sum(axis=1) > 20)[40])
    return int(np.flatnonzero(red[row])[-1]) + 2, row


def test_that_the_divider_obeys_mouse_and_keys(desktop: Desktop) -> None:
    x, y = divider(desktop.look())
    desktop.do("mousemove", x, y)
    desktop.do("sleep", 0.2, "mousedown", 1, "sleep", 0.2)
    desktop.do("mousemove", x + 60, y, "sleep", 0.1, "mousemove", x + 150, y, "sleep", 0.2, "mouseup", 1)
    assert comes(lambda: abs(divider(desktop.look())[0] - (x + 150)) <= 2)
    moved = divider(desktop.look())[0]
    desktop.do("key", "--repeat", 5, "--delay", 30, "Left")
    assert comes(lambda: divider(desktop.look())[0] < moved - 20)
    by_keys = divider(desktop.look())[0]
    desktop.do("key", "shift+Left")
    assert comes(lambda: divider(desktop.look())[0] < by_keys - 50)
    desktop.do("key", "End")
    assert comes(lambda: not of_color(desktop.look(), BLUE).any())
    desktop.do("key", "Home")
    assert comes(lambda: not of_color(desktop.look(), RED).any())


def test_that_flip_and_zoom_obey_keys_and_wheel(desktop: Desktop) -> None:
    x, y = divider(desktop.look())
    left = (y, x - 60)
    desktop.do("mousemove", x - 60, y, "keydown", "backslash")
    assert comes(lambda: of_color(desktop.look(), BLUE)[left])
    desktop.do("keyup", "backslash")
    assert comes(lambda: of_color(desktop.look(), RED)[left])
    shown = int((of_color(desktop.look(), RED) | of_color(desktop.look(), BLUE)).sum())
    desktop.do("click", "--repeat", 4, "--delay", 30, 5)  # the wheel, away from the picture
    assert comes(lambda: (of_color(desktop.look(), RED) | of_color(desktop.look(), BLUE)).sum() < 0.8 * shown)
    desktop.do("key", "1")  # 100 %, which is larger than the view
    assert comes(lambda: (of_color(desktop.look(), RED) | of_color(desktop.look(), BLUE)).sum() > 0.9 * shown)


def test_that_the_preview_is_what_the_run_gives(screen: str, tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(60, 200, (12, 16, 3), dtype=np.uint8).repeat(8, 0).repeat(8, 1)
    Image.fromarray(noise).save(tmp_path / "photo.png")
    expected = tmp_path / "expected.png"
    assert main(["upscale", str(tmp_path / "photo.png"), "-o", str(expected)]) == 0
    with Image.open(expected) as image:
        result = np.asarray(image.convert("RGB"))

    def is_right() -> bool:
        """The inner part of the result's side, which is 512×384 at 100 % in the middle."""
        return is_part_of(desktop.look()[300:500, 600:800], result)

    with opened(screen, tmp_path, tmp_path / "photo.png") as desktop:
        assert comes(is_right)  # by the preview: there is no file yet
        assert not (tmp_path / "photo_x4.png").exists()
        desktop.do("key", "F5")
        assert comes(lambda: (tmp_path / "photo_x4.png").exists())
        assert is_right()
    with Image.open(tmp_path / "photo_x4.png") as image:
        assert np.array_equal(np.asarray(image.convert("RGB")), result)


def is_part_of(part: NDArray[np.uint8], whole: NDArray[np.uint8]) -> bool:
    """Whether the pixels of `part` are found in `whole`, one to one."""
    window = np.lib.stride_tricks.sliding_window_view(whole[..., 0], (1, part.shape[1]))[:, :, 0]
    for y, x in np.argwhere((window == part[0, :, 0]).all(axis=2)):
        if np.array_equal(whole[y : y + len(part), x : x + part.shape[1]], part):
            return True
    return False
