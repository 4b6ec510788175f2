"""The command as it is typed: exit status, what goes where."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.__main__ import main
from rsd_app.cli import console
from tests.engine.toy_models import write_toy_model


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.fromarray(np.full((12, 16, 3), 90, dtype=np.uint8)).save(tmp_path / "photo.jpg")
    return tmp_path / "photo.jpg"


def test_that_results_go_to_stdout_and_the_rest_to_stderr(
    photo: Path, model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["upscale", str(photo), "--model", model, "-o", f"{photo.parent / 'out'}/"]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{photo.parent / 'out' / 'photo_x4.jpg'}\n"
    assert "16×12 → 64×48" in captured.err


def test_that_events_are_one_json_object_a_line(photo: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upscale", str(photo), "--model", model, "--events"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[0]["event"] == "started"
    assert events[-1]["event"] == "done"
    assert Path(events[-1]["destination"]).is_file()


def test_that_a_failed_input_is_named_and_the_others_are_done(
    photo: Path, model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = photo.with_name("text.png")
    text.write_text("not a picture")
    assert main(["upscale", str(text), str(photo), "--model", model, "-o", f"{photo.parent / 'out'}/"]) == 1
    captured = capsys.readouterr()
    assert "text.png" in captured.err
    assert captured.out.endswith("photo_x4.jpg\n")
    assert [p.name for p in (photo.parent / "out").iterdir()] == ["photo_x4.jpg"]


def test_that_an_existing_result_is_kept(photo: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = photo.with_name("photo_x4.jpg")
    result.write_bytes(b"precious")
    assert main(["upscale", str(photo), "--model", model]) == 1
    assert "--overwrite" in capsys.readouterr().err
    assert result.read_bytes() == b"precious"


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--model", "nonesuch"], 1, "rsd models list"),
        (["--severity", "3"], 2, "0 to 1"),
        (["--scale", "17", "--model", "{model}"], 2, "0.05 to 16"),
        (["--device", "cuda:7"], 1, "cuda:7"),
    ],
)
def test_that_wrong_settings_are_one_clear_line(
    photo: Path,
    model: str,
    arguments: list[str],
    status: int,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    filled = [a.replace("{model}", model) for a in arguments]
    assert main(["upscale", str(photo), *filled]) == status
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert message in lines[0]


@pytest.mark.parametrize("arguments", [["upscale"], ["upscale", "a.png", "--nonesuch"], ["train", "run"]])
def test_that_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


def test_that_quality_without_pairs_says_what_to_give(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "quality"]) == 2
    assert main(["bench", "quality", "--set", str(tmp_path)]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert "--set" in first
    assert "no folder lq/" in second


def test_that_quality_is_one_json_object(tmp_path: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    rng = np.random.default_rng(0)
    for part, side in (("lq", 16), ("hq", 64)):
        (tmp_path / part).mkdir()
        picture = rng.integers(0, 256, (side, side, 3), dtype=np.uint8)
        Image.fromarray(picture).save(tmp_path / part / "a.png")
    assert main(["bench", "quality", "--set", str(tmp_path), "--model", model, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["n"] == 1
    assert {"psnr", "ssim", "lpips_alex", "lpips_vgg", "dists"} <= figures.keys()
    assert 5 < figures["psnr"] < 15


def test_that_help_does_not_load_torch() -> None:
    program = "import sys, rsd_app.__main__ as m; m.build_parser().format_help(); sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


@pytest.mark.slow
@pytest.mark.keeps_canvas
def test_that_ctrl_c_ends_with_130_and_can_be_resumed(tmp_path: Path, model: str) -> None:
    tall = tmp_path / "tall.png"
    Image.fromarray(np.zeros((6000, 64, 3), dtype=np.uint8)).save(tall)
    command = [
        sys.executable,
        "-m",
        "rsd_app",
        "upscale",
        str(tall),
        "--model",
        model,
        "--tile",
        "16",
        "--events",
    ]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as job:
        assert job.stdout is not None
        while "advanced" not in job.stdout.readline():
            assert job.poll() is None
        time.sleep(0.1)
        job.send_signal(signal.SIGINT)
        rest, _ = job.communicate(timeout=60)
    assert job.returncode == 130
    assert json.loads(rest.splitlines()[-1])["event"] == "stopped"
    assert not (tmp_path / "tall_x4.png").exists()


@pytest.mark.parametrize(("text", "seconds"), [("2h", 7200), ("90m", 5400), ("45s", 45), ("1h30m", 5400), ("60", 60)])
def test_that_durations_read_as_people_write_them(text: str, seconds: float) -> None:
    assert console.duration(text) == seconds


@pytest.mark.skipif(
    not Path("/proc/self/autogroup").exists(), reason="only Linux weighs sessions, where it is built in"
)
def test_that_a_session_of_its_own_stands_back_as_a_whole() -> None:
    """As the window starts a training; a terminal's session, with the shell in it, stays as it is."""
    script = "from pathlib import Path\nfrom rsd_app.cli.console import lower_priority\nlower_priority()\n"
    script += "print(Path('/proc/self/autogroup').read_text())"
    alone, in_a_shell = [sys.executable, "-c", script], ["sh", "-c", '"$0" "$@"; exit $?', sys.executable, "-c", script]
    for command, ending in ((alone, f"nice {console.NICENESS}"), (in_a_shell, "nice 0")):
        found = subprocess.run(command, capture_output=True, text=True, check=True, start_new_session=True)
        assert found.stdout.strip().endswith(ending)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_that_a_reader_that_has_enough_is_no_error() -> None:
    script = '"$0" -m rsd_app models info restore-x4 | head -c 20; exit ${PIPESTATUS[0]}'
    found = subprocess.run(["bash", "-c", script, sys.executable], capture_output=True, text=True, check=False)
    assert found.stderr == ""
    assert len(found.stdout) == 20
