"""What the command says: errors in one line, progress in place, models and the report."""

import io
import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import rsd_app.core.device.report
import rsd_app.engine.batch.run
import rsd_app.engine.library.installed
from rsd_app.__main__ import _Formatter, main
from rsd_app.cli import console
from rsd_app.engine.events import Failed
from tests.engine.toy_models import write_toy_model


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder with a whole model, "toy", and a damaged one, "broken"."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setenv("RSD_MODELS", str(folder))
    write_toy_model(folder / "toy.safetensors")
    (folder / "broken.safetensors").write_bytes(b"no model")
    return folder


def _fail_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def upscale_files(*args: Any, **kwargs: Any) -> None:
        raise error

    monkeypatch.setattr(rsd_app.engine.batch.run, "upscale_files", upscale_files)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ValueError("two\nlines"), "rsd: upscale: unexpected ValueError (two lines); run it again with -v"),
        (PermissionError(13, "Permission denied", "/a/b"), "rsd: /a/b: Permission denied; check"),
    ],
)
def test_that_an_unforeseen_error_is_one_line_and_with_v_a_traceback(
    error: Exception, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _fail_with(error, monkeypatch)
    assert main(["upscale", "a.png"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert captured.err.startswith(line)
    for command in (["-v", "upscale", "a.png"], ["upscale", "a.png", "--verbose"]):
        assert main(command) == 1
        assert "Traceback" in capsys.readouterr().err


def test_that_details_of_a_failed_picture_are_shown_with_v(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = Failed(source=Path("a.png"), error="a.png: is empty; get it again", details="Traceback: here\n")

    def upscale_files(*args: Any, **kwargs: Any) -> list[Failed]:
        kwargs["emit"](failed)
        return [failed]

    monkeypatch.setattr(rsd_app.engine.batch.run, "upscale_files", upscale_files)
    assert main(["upscale", "a.png"]) == 1
    assert capsys.readouterr().err == "rsd: a.png: is empty; get it again\n"
    assert main(["upscale", "a.png", "-v"]) == 1
    assert "Traceback: here" in capsys.readouterr().err


def test_that_the_log_has_tracebacks_only_with_v() -> None:
    try:
        raise ValueError("deep inside")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "%s failed", ("a.png",), sys.exc_info())
    assert _Formatter(verbose=False).format(record) == "rsd: a.png failed"
    assert "deep inside" in _Formatter(verbose=True).format(record)


@pytest.mark.parametrize("setting", ["--severity=abc", "--tile=abc", "--format=gif", "--bits=12", "--seed=x"])
def test_that_a_wrong_value_names_the_option(setting: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["upscale", "a.png", setting])
    assert end.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert setting.partition("=")[0] in captured.err.splitlines()[-1]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_that_progress_is_rewritten_on_a_terminal_and_never_wraps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    stream = Terminal()
    line = console.ProgressLine(stream)
    line.show("10%")
    line.show("x" * 50)
    line.clear()
    assert stream.getvalue() == "\r\x1b[K10%" + "\r\x1b[K" + "x" * 19 + "\r\x1b[K"


def test_that_progress_elsewhere_is_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("rsd_app.cli.console.time.monotonic", lambda: now)
    stream = io.StringIO()
    line = console.ProgressLine(stream)
    for percent in range(10):
        now = 1000.0 + percent
        line.show(f"{percent}%")
    line.clear()
    assert stream.getvalue() == "0%\n5%\n"


def test_that_models_are_listed_and_a_damaged_one_is_named(models: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list"]) == 1
    captured = capsys.readouterr()
    assert [line.split("\t")[0] for line in captured.out.splitlines()].count("toy") == 1
    assert "broken.safetensors" in captured.err
    assert len(captured.err.splitlines()) == 1


def test_that_info_is_the_header_and_unknown_or_damaged_models_end_with_1(
    models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "info", "toy"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["path"] == str(models / "toy.safetensors")
    assert facts["scale"] == 4
    assert main(["models", "info", "broken"]) == 1
    assert main(["models", "info", "toi"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    damaged, unknown = captured.err.splitlines()
    assert damaged.startswith("rsd: ")
    assert "did you mean toy?" in unknown


def test_that_the_doctor_reports_and_tells_of_a_missing_model(
    models: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rsd_app.core.device.report, "device_report", lambda: ["processor: slow"])
    monkeypatch.setattr(rsd_app.engine.library.installed, "resource_path", lambda name: models.parent / "none")
    assert main(["doctor"]) == 1
    captured = capsys.readouterr()
    assert "processor: slow\n" in captured.out
    assert "model toy (user): ok\n" in captured.out
    assert "restore-x4: is missing or damaged" in captured.err
    (models / "toy.safetensors").rename(models / "restore-x4.safetensors")
    assert main(["doctor"]) == 0


def test_that_the_window_is_the_default_and_gets_the_photo(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import rsd_app.gui.app

    calls: list[tuple[list[Path], Path | None]] = []

    def run_gui(photos: list[Path], result: Path | None) -> int:
        calls.append((photos, result))
        return 0

    monkeypatch.setattr(rsd_app.gui.app, "run_gui", run_gui)
    assert main([]) == main(["-v"]) == main(["gui", "a.png", "--result", "b.png"]) == 0
    assert calls == [([], None), ([], None), ([Path("a.png")], Path("b.png"))]
    assert main(["gui", "--result", "b.png"]) == 2
    assert "name the one that it is a result of" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["--help"], ["upscale", "--help"], ["train", "run", "--help"]])
def test_that_help_in_a_fresh_interpreter_loads_neither_torch_nor_qt(command: list[str]) -> None:
    program = (
        "import sys\n"
        "from rsd_app.__main__ import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "sys.exit(bool({'torch', 'PySide6', 'numpy', 'trainer'} & set(sys.modules)))"
    )
    job = subprocess.run([sys.executable, "-c", program, *command], check=False, capture_output=True, timeout=60)
    assert job.returncode == 0, job.stderr
    assert b"usage: rsd" in job.stdout
