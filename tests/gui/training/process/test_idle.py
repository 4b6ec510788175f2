"""Since when nobody uses the computer, asked of a real X server."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest

from rsd_app.gui.training.process.idle import unused_s

NEEDED = ("Xvfb", "xdotool")


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", name)
    yield name
    server.terminate()
    server.wait()


@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}")
def test_that_input_of_any_program_counts(display: str) -> None:
    if unused_s() is None:
        pytest.skip("the X server or its library does not tell")
    time.sleep(1.2)
    before = unused_s()
    assert before is not None
    assert before > 1
    subprocess.run(["xdotool", "key", "a"], env=os.environ | {"DISPLAY": display}, check=True)
    after = unused_s()
    assert after is not None
    assert after < before


def test_that_nothing_is_told_where_x_sees_only_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert unused_s() is None
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.delenv("DISPLAY")
    assert unused_s() is None
