"""The house itself: versions, doors between the rooms, set-up, and the guard that every test is held to."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import rsd_app
from rsd_app.core.errors import RsdError
from rsd_app.core.resources import resource_path

ROOT = Path(__file__).resolve().parent.parent

LDD = """/x/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-icccm.so.4 => not found
\tlibX11.so.6 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
/x/libqoffscreen.so:
\tlibxcb-icccm.so.4 => not found
"""


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """bootstrap.py, loaded for an empty repository."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bootstrap", module)  # dataclasses look their module up
    spec.loader.exec_module(module)
    venv = tmp_path / ".venv"
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "constraints.txt").write_text("torch==2.13.0\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "CONSTRAINTS", tmp_path / "constraints.txt")
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(module, "RSD", venv / "bin" / "rsd")
    monkeypatch.setattr(module, "STAMP", venv / "rsd-setup.json")
    monkeypatch.setattr(module, "LOG", venv / "rsd-setup.log")
    return module


@pytest.fixture
def installs(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Replace what set-up does to .venv by a note of each installation: whether with the tests' tools."""
    notes: list[bool] = []

    def install(dev: bool, cpu: bool) -> None:
        notes.append(dev)
        bootstrap.RSD.touch()

    monkeypatch.setattr(bootstrap, "make_venv", lambda: bootstrap.RSD.parent.mkdir(parents=True, exist_ok=True))
    monkeypatch.setattr(bootstrap, "install_packages", install)
    monkeypatch.setattr(bootstrap, "install_system_libraries", lambda test: True)
    return notes


def python(code: str) -> str:
    """Output of a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_that_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == rsd_app.__version__


@pytest.mark.slow
def test_that_engine_and_trainer_load_without_qt() -> None:
    code = "import sys, rsd_app.engine, trainer, pkgutil, importlib\n"
    code += "for package in (rsd_app.engine, trainer):\n"
    code += "    for m in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
    code += "        if not m.name.endswith('__main__'): importlib.import_module(m.name)\n"
    code += "print(sorted(m for m in sys.modules if m.split('.')[0] in ('PySide6', 'qtawesome', 'qtpy')))"
    assert python(code) == "[]"


def test_that_the_window_loads_without_torch_and_codecs() -> None:
    code = "import sys, rsd_app.gui.main_window\n"
    code += "print(sorted(m for m in ('torch', 'cv2', 'pyvips') if m in sys.modules))"
    assert python(code) == "[]"


def test_that_every_installed_package_is_pinned() -> None:
    pinned = re.findall(r"^([\w.-]+)==", (ROOT / "packaging/constraints.txt").read_text(), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dev"], *extras["docs"]]
    names = {re.split(r"[\[><= ]", line)[0].lower().replace("_", "-") for line in wanted}
    assert names <= {name.lower().replace("_", "-") for name in pinned}


def test_that_resources_are_found_and_missing_ones_named() -> None:
    assert resource_path("samples/budgie.jpg").is_file()
    with pytest.raises(RsdError, match=r"resources/samples/none\.jpg"):
        resource_path("samples/none.jpg")


def test_that_a_second_start_installs_nothing(bootstrap: ModuleType, installs: list[bool]) -> None:
    for _ in range(2):
        bootstrap.set_up(dev=False, qt=True, cpu=False)
    assert installs == [False]


def test_that_tests_add_their_tools_and_keep_them(bootstrap: ModuleType, installs: list[bool]) -> None:
    for dev in (False, True, False):
        bootstrap.set_up(dev=dev, qt=False, cpu=False)
    assert installs == [False, True]


@pytest.mark.parametrize("changed", ["pyproject.toml", "constraints.txt"])
def test_that_a_changed_wish_is_installed(bootstrap: ModuleType, installs: list[bool], changed: str) -> None:
    bootstrap.set_up(dev=False, qt=False, cpu=False)
    (bootstrap.ROOT / changed).write_text("torch==2.14.0\n")
    bootstrap.set_up(dev=False, qt=False, cpu=False)
    assert installs == [False, False]


def test_that_a_set_up_broken_off_is_done_again(
    bootstrap: ModuleType, installs: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(dev: bool, cpu: bool) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(bootstrap, "install_packages", break_off)
        with pytest.raises(KeyboardInterrupt):
            bootstrap.set_up(dev=False, qt=False, cpu=False)
    bootstrap.set_up(dev=False, qt=False, cpu=False)
    assert installs == [False]


def test_that_half_installed_packages_are_forgotten(bootstrap: ModuleType) -> None:
    site = bootstrap.VENV / "lib" / "python3.11" / "site-packages"
    for name in ("whole-1.dist-info", "half-1.dist-info", "~orch"):
        (site / name).mkdir(parents=True)
    (site / "whole-1.dist-info" / "INSTALLER").write_text("pip\n")
    bootstrap.remove_half_installed()
    assert [path.name for path in site.iterdir()] == ["whole-1.dist-info"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"fingerprint": "x", "unknown": 1}'])
def test_that_a_damaged_stamp_counts_as_none(bootstrap: ModuleType, text: str) -> None:
    bootstrap.VENV.mkdir()
    bootstrap.STAMP.write_text(text)
    assert bootstrap.read_stamp() == bootstrap.Stamp()


@pytest.mark.parametrize(
    ("cpu", "gpu", "reachable", "own_index"),
    [
        (False, False, True, True),
        (True, True, True, True),
        (False, True, True, False),
        (True, False, False, False),
    ],
)
def test_that_the_cpu_build_is_taken_where_it_can_be(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    cpu: bool,
    gpu: bool,
    reachable: bool,
    own_index: bool,
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "has_nvidia_gpu", lambda: gpu)
    monkeypatch.setattr(bootstrap, "answers", lambda url: reachable)
    monkeypatch.setattr(bootstrap, "pip", lambda arguments: calls.append(arguments) or 0)
    bootstrap.install_packages(dev=True, cpu=cpu)
    assert [bootstrap.CPU_TORCH_INDEX in call for call in calls] == ([True, False] if own_index else [False])
    assert calls[-1][-1].endswith("[formats,guard,dev,docs]")


def test_that_missing_libraries_are_named_by_package(bootstrap: ModuleType) -> None:
    assert bootstrap.parse_ldd(LDD) == {"libxcb-icccm.so.4", "libX11.so.6"}


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_that_debian_names_follow_from_sonames(bootstrap: ModuleType, soname: str, package: str) -> None:
    assert bootstrap.debian_package(soname) == package


def test_that_a_users_result_is_never_replaced(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, result = tmp_path / "photo.jpg", tmp_path / "photo_x4.png"
    photo.touch()
    result.write_bytes(b"precious")
    monkeypatch.setattr(bootstrap, "enlarge", lambda *_: pytest.fail("enlarged again"))
    assert bootstrap.run(photo, headless=True, cpu=False) == 0
    assert result.read_bytes() == b"precious"
    assert "exists already" in capsys.readouterr().err


def test_that_a_missing_photo_is_wrong_usage(bootstrap: ModuleType, tmp_path: Path) -> None:
    assert bootstrap.run(tmp_path / "none.jpg", headless=True, cpu=False) == 2


@pytest.mark.parametrize("fast", [False, True])
def test_that_tests_run_on_all_cores_and_the_fast_ones_alone_when_asked(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, fast: bool
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "set_up", lambda **_: None)
    monkeypatch.setattr(bootstrap.subprocess, "call", lambda command, **_: calls.append(command) or 7)
    assert bootstrap.main(["test", *["--fast"] * fast, "-x", "tests/core"]) == 7
    (command,) = calls
    assert command[command.index("-n") + 1] == "auto"
    assert ("not slow and not xvfb" in command) == fast
    assert command[-2:] == ["-x", "tests/core"]  # after ours, so that -n0 wins


OFFENDERS = {
    "threads still running: idle": """
import threading
def test_it():
    threading.Thread(target=threading.Event().wait, args=(20,), name="idle", daemon=True).start()
""",
    "temporary files left": """
import tempfile
def test_it():
    tempfile.mkdtemp()
""",
    "unfinished files left": """
def test_it(tmp_path):
    (tmp_path / "a.rsdcanvas").touch()
""",
}


def run_pytest(folder: Path, test: str) -> subprocess.CompletedProcess[str]:
    """Run one test under this repository's conftest.py, in a pytest of its own; nothing of it stays."""
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_it.py").write_text(test)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = keeps_canvas\n")
    command = [sys.executable, "-m", "pytest", "-p", "no:pytest-qt", f"--basetemp={folder / 'base'}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    shutil.rmtree(folder)
    return done


@pytest.mark.slow
@pytest.mark.parametrize("message", OFFENDERS)
def test_that_leftovers_fail_a_test(tmp_path: Path, message: str) -> None:
    done = run_pytest(tmp_path / "inner", OFFENDERS[message])
    assert done.returncode == 1
    assert message in done.stdout
    assert "1 passed, 1 error" in done.stdout


@pytest.mark.slow
def test_that_a_kept_canvas_may_be_declared(tmp_path: Path) -> None:
    offender = OFFENDERS["unfinished files left"]
    done = run_pytest(tmp_path / "inner", f"import pytest\n@pytest.mark.keeps_canvas{offender}")
    assert done.returncode == 0, done.stdout
