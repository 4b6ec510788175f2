"""A watched folder: files are taken when they are whole, once, and moved where that was asked for."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.errors import ConfigError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.search import FolderRules
from rsd_app.engine.batch.watched_folder import watch
from rsd_app.engine.events import Done, Event, Failed, Started
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.toy_models import write_toy_model

SETTLE_S = 0.4


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


def photo(path: Path, seed: int = 1) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.random.default_rng(seed).integers(0, 256, (40, 50, 3), dtype=np.uint8)).save(path)
    return path.read_bytes()


@contextmanager
def watching(folder: Path, out: Path, model: str, **options: object) -> Iterator[list[Event]]:
    events: list[Event] = []
    cancel = CancelToken()
    config = UpscaleConfig(model=model, device="cpu", precision="fp32")
    settings = {"emit": events.append, "cancel": cancel, "settle_s": SETTLE_S, "every_s": 0.05}
    thread = threading.Thread(target=watch, args=(folder, out, config), kwargs=settings | options)
    thread.start()
    try:
        yield events
    finally:
        cancel.cancel()
        thread.join(30)


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "nothing came"
        time.sleep(0.02)


def test_that_photos_are_taken_when_they_are_whole(tmp_path: Path, model: str) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    photo(folder / "first.png")
    data = photo(tmp_path / "whole.png", seed=2)
    with watching(folder, out, model, rules=FolderRules(recursive=True)) as events:
        wait_for((out / "first_x4.png").is_file)
        growing = folder / "day 2" / "slow.png"
        growing.parent.mkdir()
        with growing.open("wb") as file:
            for part in range(8):  # a camera that sends slowly
                file.write(data[part * len(data) // 8 : (part + 1) * len(data) // 8])
                file.flush()
                time.sleep(SETTLE_S / 4)
                assert not [event for event in events if isinstance(event, Started) and event.source == growing]
        wait_for((out / "day 2" / "slow_x4.png").is_file)
        wait_for(lambda: len([event for event in events if isinstance(event, Done)]) == 2)
        time.sleep(3 * SETTLE_S)
    assert not [event for event in events if isinstance(event, Failed)]
    assert len([event for event in events if isinstance(event, Started)]) == 2  # each once


def test_that_sources_are_moved_and_failures_stay_until_they_change(tmp_path: Path, model: str) -> None:
    folder, out, done = tmp_path / "in", tmp_path / "out", tmp_path / "done"
    data = photo(folder / "a.png")
    (folder / "bad.png").write_bytes(data[: len(data) // 2])
    done.mkdir()
    (done / "a.png").write_bytes(b"of yesterday")
    with watching(folder, out, model, move_to=done) as events:
        wait_for((done / "a-2.png").is_file)
        wait_for(lambda: [event for event in events if isinstance(event, Failed)])
        time.sleep(2 * SETTLE_S)
        assert len([event for event in events if isinstance(event, Failed)]) == 1
        (folder / "bad.png").write_bytes(data)
        os.utime(folder / "bad.png", (1, 1))
        wait_for((done / "bad.png").is_file)
    assert (done / "a.png").read_bytes() == b"of yesterday"
    assert (done / "a-2.png").read_bytes() == data
    assert sorted(path.name for path in out.iterdir()) == ["a_x4.png", "bad_x4.png"]
    assert list(folder.iterdir()) == []


def test_that_it_does_not_watch_its_own_results(tmp_path: Path, model: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    config = UpscaleConfig(model=model, device="cpu", precision="fp32")
    nothing = {"emit": lambda event: None, "cancel": CancelToken()}
    with pytest.raises(ConfigError, match="is what is watched"):
        watch(folder, folder, config, **nothing)  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="is what is watched"):
        watch(folder, tmp_path, config, move_to=folder / "done", rules=FolderRules(recursive=True), **nothing)  # type: ignore[arg-type]
    link = tmp_path / "link"
    link.symlink_to(folder)
    for way in (link, folder / ".." / "in", link / ".." / "in"):
        with pytest.raises(ConfigError, match="is what is watched"):
            watch(folder, way, config, **nothing)  # type: ignore[arg-type]
        with pytest.raises(ConfigError, match="is what is watched"):
            watch(way, folder, config, **nothing)  # type: ignore[arg-type]
        with pytest.raises(ConfigError, match="is what is watched"):
            watch(folder, tmp_path, config, move_to=way, **nothing)  # type: ignore[arg-type]
        with pytest.raises(ConfigError, match="is what is watched"):
            watch(folder, tmp_path, config, move_to=way / "x", rules=FolderRules(recursive=True), **nothing)  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="is not a folder"):
        watch(tmp_path / "none", tmp_path, config, **nothing)  # type: ignore[arg-type]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
@pytest.mark.parametrize("way", ["a link to the results", "a link to a folder of them", "a link to each", "above"])
def test_that_a_result_that_comes_back_is_not_enlarged(tmp_path: Path, model: str, way: str) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    photo(folder / "sub" / "a.png")
    (out / "sub").mkdir(parents=True)
    if way == "a link to the results":
        (folder / "back").symlink_to(out)
    elif way == "a link to a folder of them":
        (folder / "back").symlink_to(out / "sub")
    elif way == "a link to each":
        (folder / "a.png").symlink_to(out / "sub" / "a_x4.png")
    else:
        (folder / "sub" / "sub").mkdir()
        (folder / "sub" / "a.png").rename(folder / "sub" / "sub" / "a.png")
        folder, out = folder / "sub", folder
    with watching(folder, out, model, rules=FolderRules(recursive=True)) as events:
        wait_for((out / "sub" / "a_x4.png").is_file)
        time.sleep(3 * SETTLE_S)
    assert len([event for event in events if isinstance(event, Started)]) == 1
    assert not list(tmp_path.rglob("*_x4_x4*"))
