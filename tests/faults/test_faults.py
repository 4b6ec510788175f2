"""Calls of the system that fail, anywhere: what is said to be done is whole, what is not is resumed."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.scene import Scene

STEPS = int(os.environ.get("RSD_TEST_FAULTS", "1"))  # faults of each call; 0: one at each of its places
PHOTOS = 3
# No rename: without --overwrite results are placed by link, which never replaces.
CALLS = ("write", "fsync", "truncate", "open", "link", "unlink")
ERRORS = {"full": errno.ENOSPC, "broken": errno.EIO}

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux" or shutil.which("gcc") is None, reason="needs LD_PRELOAD and gcc"),
    pytest.mark.keeps_canvas,
]


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    source = Path(__file__).with_name("shim.c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"], check=True)
    return library


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.make(tmp_path_factory.mktemp("scene"), PHOTOS)


@pytest.fixture(scope="module")
def counts(scene: Scene, shim: Path) -> dict[str, int]:
    """How many of each call there are in a run that nothing disturbs."""
    count = shim.with_name("count")
    scene.clean()
    scene.run(LD_PRELOAD=str(shim), FAULT_FOLDER=str(scene.out), FAULT_COUNT=str(count))
    found = (line.split() for line in count.read_text().splitlines())
    return {call: int(number) for call, number in found}


@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
def test_that_a_call_that_fails_loses_nothing(scene: Scene, shim: Path, call: str, counts: dict[str, int]) -> None:
    injected = {"LD_PRELOAD": str(shim), "FAULT_CALL": call, "FAULT_FOLDER": str(scene.out)}
    places = counts[call]
    assert places, f"no {call} was seen"
    chosen = range(1, places + 1) if STEPS == 0 else [1 + places * step // (STEPS + 1) for step in range(1, STEPS + 1)]
    for number, at in enumerate(chosen):
        (name, error), times = list(ERRORS.items())[number % 2], number % 3 % 2
        scene.clean()
        facts = {"FAULT_AT": str(at), "FAULT_TIMES": str(times), "FAULT_ERRNO": str(error)}
        status, told, errors = scene.run(**injected, **facts)
        what = f"{call} {at} of {places} {name}, {times or 'all'}: {told} {errors}"
        _check(scene, status, told, what)


def _check(scene: Scene, status: int, told: dict[str, list[str]], what: str) -> None:
    try:
        scene.check_own()
        found = scene.files()
        for photo, (kind, error) in told.items():
            result = f"{Path(photo).stem}_x4.png"
            assert "Traceback" not in error
            if kind == "Done":
                assert found[result] == scene.calm[result], result
            elif kind == "Failed" and photo != "01.png":
                assert status == 1
                assert result not in found or found[result] == scene.calm[result]
        again, _, errors = scene.run("--resume")
        assert again == 1, errors  # for 01, whose place is taken, alone
        scene.check_own()
        whole = scene.files()
        for name, data in scene.calm.items():  # results are whole; a sidecar or map of a failed one may be missing
            assert name.endswith(("_trust.png", ".rsd.json")) or whole[name] == data, name
        assert not [name for name in whole if name.startswith(".rsd") or "rsdcanvas" in name or "rsdlock" in name]
    except (AssertionError, KeyError) as error:
        raise AssertionError(f"{what}: {error}") from error
