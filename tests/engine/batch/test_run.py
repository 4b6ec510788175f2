"""Batches: trees kept, names planned, broken runs resumed, trouble noticed."""

from __future__ import annotations

import csv
import json
import os
import signal
import struct
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rsd_app.core.errors import ConfigError, DiskFullError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.journal import PREFIX, broken_run
from rsd_app.engine.batch.report import write_report
from rsd_app.engine.batch.run import FolderRules, upscale_files
from rsd_app.engine.batch.search import DEFAULT_RULES, Shard
from rsd_app.engine.batch.work_claims import claimed
from rsd_app.engine.events import Advanced, BatchOutcome, Done, Event, Failed, Skipped, Started, Stopped
from rsd_app.engine.picture import computed, passes
from rsd_app.engine.picture.reproduce import Reproduced, reproduce
from rsd_app.engine.settings.config import UpscaleConfig
from rsd_app.engine.settings.sizing import SizeTarget
from tests.engine.toy_models import write_toy_model


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


def photo(path: Path, width: int = 12, height: int = 10, seed: int = 1) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    values = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    Image.fromarray(values).save(path)
    return path


def run(
    inputs: list[Path],
    out: Path | None,
    model: str,
    *,
    rules: FolderRules = DEFAULT_RULES,
    emit: Callable[[Event], None] = lambda event: None,
    cancel: CancelToken | None = None,
    go_on: Callable[[str], bool] = lambda trouble: False,
    **settings: object,
) -> list[BatchOutcome]:
    config = UpscaleConfig(**({"model": model, "device": "cpu", "precision": "fp32"} | settings))  # type: ignore[arg-type]
    return upscale_files(inputs, out, config, emit=emit, cancel=cancel or CancelToken(), rules=rules, go_on=go_on)


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def kinds(outcomes: list[BatchOutcome]) -> list[str]:
    return [type(outcome).__name__ for outcome in outcomes]


def test_that_the_tree_is_kept(tmp_path: Path, model: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    for name in ("a.png", "sub/b.png", "sub/deep/写真.jpg"):
        photo(root / name)
    outcomes = run([root], out, model, rules=FolderRules(recursive=True))
    assert kinds(outcomes) == ["Done"] * 3
    assert files(out) == ["a_x4.png", "sub/b_x4.png", "sub/deep/写真_x4.jpg"]


def test_that_a_result_folder_within_the_sources_is_passed_over(tmp_path: Path, model: str) -> None:
    root = tmp_path / "in"
    photo(root / "a.png")
    photo(root / "b.png")
    for _ in range(2):
        run([root], root / "large", model, rules=FolderRules(recursive=True, exists="overwrite"))
    assert files(root) == ["a.png", "b.png", "large/a_x4.png", "large/b_x4.png"]


def test_that_templates_name_results(tmp_path: Path, model: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    photo(root / "a.png")
    photo(root / "b.png", 20, 10)
    run([root], out, model, rules=FolderRules(template="{seq:03}-{folder}-{width}x{height}-{model}"), scale=2.0)
    assert files(out) == ["001-in-24x20-toy.png", "002-in-40x20-toy.png"]


def test_that_collisions_stop_before_the_start(tmp_path: Path, model: str) -> None:
    root = tmp_path / "in"
    photo(root / "a.png")
    photo(root / "a.jpg")
    with pytest.raises(ConfigError, match=r"a\.jpg and .*a\.png would both become .*a_x4\.png; put {seq"):
        run([root], tmp_path / "out", model, format="png")
    assert files(tmp_path / "out") == []
    with pytest.raises(ConfigError, match="would take the place of"):
        run([root], None, model, rules=FolderRules(template="{stem}", exists="overwrite"))


def test_that_sizes_choose(tmp_path: Path, model: str) -> None:
    root = tmp_path / "in"
    for name, side in (("small", 8), ("middle", 20), ("large", 40)):
        photo(root / f"{name}.png", side, side)
    rules = FolderRules(min_megapixels=0.0002, max_megapixels=0.001)
    assert [outcome.source.name for outcome in run([root], tmp_path / "out", model, rules=rules)] == ["middle.png"]


@pytest.mark.parametrize("exists", ["refuse", "skip", "overwrite", "number"])
def test_that_what_exists_is_treated_as_asked(tmp_path: Path, model: str, exists: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    photo(root / "a.png")
    photo(root / "b.png")
    out.mkdir()
    (out / "a_x4.png").write_bytes(b"precious")
    outcomes = run([root], out, model, rules=FolderRules(exists=exists))  # type: ignore[arg-type]
    first = {"refuse": "Failed", "skip": "Skipped", "overwrite": "Done", "number": "Done"}[exists]
    assert kinds(outcomes) == [first, "Done"]
    assert ((out / "a_x4.png").read_bytes() == b"precious") == (exists != "overwrite")
    assert ("a_x4-2.png" in files(out)) == (exists == "number")


def test_that_long_names_are_enlarged(tmp_path: Path, model: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    photo(root / ("写" * 83 + ".png"))
    photo(root / ("x" * 251 + ".png"))
    assert kinds(run([root], out, model, scale=8.0)) == ["Done", "Done"]
    assert len(files(out)) == 2
    assert kinds(run([root / ("x" * 251 + ".png")], None, model)) == ["Done"]


def test_that_the_report_tells_all(tmp_path: Path, model: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    photo(root / "a.png")
    (root / "b.png").write_bytes(b"")
    outcomes = run([root], out, model)
    write_report(tmp_path / "r.json", outcomes)
    write_report(tmp_path / "r.csv", outcomes)
    rows = json.loads((tmp_path / "r.json").read_text())
    assert [row["state"] for row in rows] == ["done", "failed"]
    assert rows[0]["destination"] == str(out / "a_x4.png")
    assert "is empty" in rows[1]["message"]
    with (tmp_path / "r.csv").open(newline="") as table:
        assert [row["state"] for row in csv.DictReader(table)] == ["done", "failed"]


def stop_in(name: str, token: CancelToken) -> Callable[[Event], None]:
    def emit(event: Event) -> None:
        if isinstance(event, Advanced) and event.source.name == name:
            token.cancel()

    return emit


@pytest.mark.keeps_canvas
def test_that_a_stopped_batch_goes_on(tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passes, "EMIT_EVERY_S", -1.0)
    root, out, token = tmp_path / "in", tmp_path / "out", CancelToken()
    for name in "abcd":
        photo(root / f"{name}.png", 16, 120, ord(name))
    first = run([root], out, model, emit=stop_in("b.png", token), cancel=token, tile=16)
    assert kinds(first)[1:] == ["Stopped"] * 3
    assert broken_run(out) is not None
    with pytest.raises(ConfigError, match=r"other settings .*\(seed: 0, now 5\)"):
        run([root], out, model, resume=True, tile=16, seed=5)
    if (out / "a_x4.png").exists():
        photo(root / "a.png", 16, 60, seed=99)  # it has changed since
    started: list[str] = []
    second = run(
        [root], out, model, resume=True, tile=16,
        emit=lambda event: started.append(event.source.name) if isinstance(event, Started) else None,
    )  # fmt: skip
    assert kinds(second) == ["Done"] * 4
    assert started == ["a.png", "b.png", "c.png", "d.png"]
    with Image.open(out / "a_x4.png") as again:
        assert again.size == (64, 240 if first[0] != Stopped(source=root / "a.png", resumable=True) else 480)
    assert files(out) == [f"{name}_x4.png" for name in "abcd"]
    assert broken_run(out) is None


@pytest.mark.keeps_canvas
def test_that_a_resumed_batch_keeps_to_its_names(tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passes, "EMIT_EVERY_S", -1.0)
    root, out, token, rules = tmp_path / "in", tmp_path / "out", CancelToken(), FolderRules(exists="number")
    out.mkdir()
    for name in "abc":
        photo(root / f"{name}.png", 16, 120, ord(name))
    (out / "a_x4.png").write_bytes(b"precious")
    run([root], out, model, emit=stop_in("c.png", token), cancel=token, tile=16, rules=rules)
    outcomes = run([root], out, model, tile=16, rules=rules, resume=True)
    assert set(kinds(outcomes)) <= {"Done", "Skipped"}
    assert files(out) == ["a_x4-2.png", "a_x4.png", "b_x4.png", "c_x4.png"]
    assert (out / "a_x4.png").read_bytes() == b"precious"


KILLED = """
    import sys, os
    from pathlib import Path
    import rsd_app.engine.canvas.scratch_file as canvas
    canvas.SYNC_EVERY_S = 0.0
    from rsd_app.core.progress import CancelToken
    from rsd_app.engine.batch.run import upscale_files
    from rsd_app.engine.settings.config import UpscaleConfig
    config = UpscaleConfig(model=sys.argv[3], device="cpu", precision="fp32", tile=16, resume=True)
    print("ready", flush=True)
    sys.stdin.readline()
    outcomes = upscale_files([Path(sys.argv[1])], Path(sys.argv[2]), config, emit=lambda e: None, cancel=CancelToken())
    sys.exit(sum(type(o).__name__ not in ("Done", "Skipped") for o in outcomes))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_a_batch_survives_being_killed(tmp_path: Path, model: str) -> None:
    """SIGKILL at random moments, each resumed: all results equal those of an undisturbed run."""
    kills, pictures = int(os.environ.get("RSD_TEST_KILLS", "3")), 20 if "RSD_TEST_KILLS" in os.environ else 6
    root, out, calm = tmp_path / "in", tmp_path / "out", tmp_path / "calm"
    for number in range(pictures):
        photo(root / f"{number:02}.png", 24, 150 + 10 * number, number)
    began = time.monotonic()
    run([root], calm, model, tile=16)
    whole_s = time.monotonic() - began
    rng = np.random.default_rng(int(os.environ.get("RSD_TEST_SEED", "4")))
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(root), str(out), model]

    def start() -> subprocess.Popen[str]:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("\n")
        process.stdin.flush()
        return process

    killed = 0
    while killed < kills:
        with start() as process:
            try:
                process.wait(timeout=float(rng.uniform(0.05, max(0.5, whole_s / 2))))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                killed += 1
                process.wait()
                continue
            assert process.returncode == 0  # it came to its end first: begin anew
        for path in out.iterdir():
            path.unlink()
    with start() as process:
        assert process.wait(timeout=300) == 0
    assert files(out) == files(calm)
    for name in files(calm):
        assert (out / name).read_bytes() == (calm / name).read_bytes(), name


def test_that_resuming_what_is_done_does_nothing(tmp_path: Path, model: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    photo(root / "a.png")
    photo(root / "b.png")
    run([root], out, model)
    before = (out / "b_x4.png").stat().st_mtime_ns
    photo(root / "a.png", seed=5)
    assert kinds(run([root], out, model, resume=True)) == ["Failed", "Skipped"]  # the first is of another source
    assert kinds(run([root], out, model, resume=True, seed=3)) == ["Failed", "Failed"]
    assert (out / "b_x4.png").stat().st_mtime_ns == before


def test_that_a_full_disk_ends_the_run_unless_told_otherwise(
    tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, asked = tmp_path / "in", []
    for number in range(8):
        photo(root / f"{number}.png")

    def full(*args: object, **settings: object) -> tuple[str, ...]:
        raise DiskFullError("out.png", "the disk is full", "free some space")

    monkeypatch.setattr(computed, "write_picture", full)
    outcomes = run([root], tmp_path / "out", model)
    assert kinds(outcomes)[:3] == ["Failed"] * 3
    assert kinds(outcomes)[-3:] == ["Stopped"] * 3

    def go_on(trouble: str) -> bool:
        asked.append(trouble)
        return True

    outcomes = run([root], tmp_path / "other", model, go_on=go_on)
    assert kinds(outcomes) == ["Failed"] * 8
    assert len(asked) == 2
    assert "the disk is full; free some space" in asked[0]
    assert [path.name for path in (tmp_path / "other").iterdir()] == []
    assert [path.name for path in (tmp_path / "out").iterdir() if not path.name.startswith(PREFIX)] == []


def test_that_a_source_that_goes_is_named_and_the_others_are_done(tmp_path: Path, model: str) -> None:
    root = tmp_path / "in"
    for name in "abc":
        photo(root / f"{name}.png")

    def remove(event: Event) -> None:
        if isinstance(event, Started) and event.source.name == "a.png":
            (root / "b.png").unlink()

    outcomes = run([root], tmp_path / "out", model, emit=remove)
    assert kinds(outcomes) == ["Done", "Failed", "Done"]
    assert isinstance(outcomes[1], Failed)
    assert "b.png: does not exist" in outcomes[1].error


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_that_a_source_that_goes_while_it_is_read_is_named(
    tmp_path: Path, model: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "EMIT_EVERY_S", -1.0)
    root = tmp_path / "in"
    gone = photo(root / f"a{suffix}", 16, 200)
    photo(root / f"b{suffix}")

    def remove(event: Event) -> None:
        if isinstance(event, Advanced) and event.source == gone:
            gone.unlink(missing_ok=True)

    outcomes = run([root], tmp_path / "out", model, emit=remove, tile=16)
    assert kinds(outcomes) == ["Failed", "Done"]
    assert isinstance(outcomes[0], Failed)
    assert f"a{suffix}: was removed while it was" in outcomes[0].error
    assert files(tmp_path / "out") == [f"b_x4{suffix}"]


def test_that_shards_share_the_work(tmp_path: Path, model: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    for number in range(6):
        photo(root / f"{number}.png")
    done: list[str] = []
    for index in (1, 2):
        outcomes = run([root], out, model, rules=FolderRules(shard=Shard(index, 2)))
        assert set(kinds(outcomes)) == {"Done"}
        done += [outcome.source.name for outcome in outcomes]
    assert sorted(done) == [f"{number}.png" for number in range(6)]
    assert files(out) == [f"{number}_x4.png" for number in range(6)]


def test_that_a_claim_keeps_others_off_until_it_is_old(tmp_path: Path, model: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    photo(root / "a.png")
    out.mkdir()
    rules = FolderRules(shard=Shard(1, 1))
    with claimed(out / "a_x4.png") as mine:
        assert mine
        with claimed(out / "a_x4.png") as too:
            assert not too
        (outcome,) = run([root], out, model, rules=rules)
        assert isinstance(outcome, Skipped)
        assert "another machine" in outcome.reason
    claim = out / ".a_x4.png.rsdclaim"
    claim.write_text("a machine that has gone")
    os.utime(claim, (time.time() - 700,) * 2)
    (outcome,) = run([root], out, model, rules=rules)
    assert isinstance(outcome, Done)
    assert files(out) == ["a_x4.png"]


def test_that_variants_are_results_of_their_own(tmp_path: Path, model: str) -> None:
    source, out = photo(tmp_path / "in" / "a.png"), tmp_path / "out"
    out.mkdir()
    outcomes = run([source], out, model, rules=FolderRules(variants=3), seed=5)
    assert [type(outcome) for outcome in outcomes] == [Done] * 3
    assert files(out) == ["a_x4_seed5.png", "a_x4_seed6.png", "a_x4_seed7.png"]
    alone = run([source], tmp_path / "alone.png", model, seed=6)[0]
    assert isinstance(alone, Done)
    assert alone.destination.read_bytes() == (out / "a_x4_seed6.png").read_bytes()
    assert len({path.read_bytes() for path in out.iterdir()}) == 3
    again = reproduce(
        out / "a_x4_seed7.png", source=source, model=model, out=None, device="cpu", emit=lambda event: None,
        cancel=CancelToken(),
    )  # fmt: skip
    assert isinstance(again, Reproduced)
    assert again.same_file
    more = run([source], out, model, rules=FolderRules(variants=4), seed=5, resume=True)
    assert [type(outcome) for outcome in more] == [Skipped, Skipped, Skipped, Done]


def test_that_variants_have_names_of_their_own(tmp_path: Path, model: str) -> None:
    source = photo(tmp_path / "a.png")
    run([source], tmp_path / "b.png", model, rules=FolderRules(variants=2))
    run([source], None, model, rules=FolderRules(variants=2, template="{seed}-{stem}"))
    assert files(tmp_path) == ["0-a.png", "1-a.png", "a.png", "b_seed0.png", "b_seed1.png", "toy.safetensors"]
    with pytest.raises(ConfigError, match="--variants: is 0; give a number from 1"):
        FolderRules(variants=0)


BAD = {
    "huge.bmp": b"BM" + bytes(12) + struct.pack("<IiiHHIIiiII", 40, 2**31 - 8, 2**31 - 8, 1, 24, 0, 0, 1, 1, 0, 0),
    "empty.png": b"",
    "text.jpg": b"no picture",
    "cut.png": b"\x89PNG\r\n\x1a\n" + bytes(30),
    "damaged.psd": b"8BPS" + bytes(22),
}


@pytest.mark.parametrize("settings", [{}, {"size": SizeTarget(long_side=60)}, {"format": "png"}])
def test_that_no_damaged_file_ends_the_batch(tmp_path: Path, model: str, settings: dict[str, object]) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    photo(root / "0.png")
    photo(root / "small.png", 2, 2)  # 30 times is more than can be reached
    photo(root / "z.png")
    for name, data in BAD.items():
        (root / name).write_bytes(data)
    outcomes = {outcome.source.name: outcome for outcome in run([root], out, model, **settings)}
    bad = {*BAD, *(["small.png"] if "size" in settings else [])}
    for name, outcome in outcomes.items():
        assert isinstance(outcome, Failed if name in bad else Done), outcome
        if isinstance(outcome, Failed):
            assert outcome.error.count(";") >= 1, outcome.error  # with a remedy
    for name, outcome in {each.source.name: each for each in run([root], out, model, resume=True, **settings)}.items():
        assert isinstance(outcome, Failed if name in bad else Skipped), outcome


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_that_one_place_under_two_names_is_a_collision(tmp_path: Path, model: str) -> None:
    root, link = tmp_path / "in", tmp_path / "link"
    photo(root / "a.png")
    photo(root / "a.jpg")
    link.symlink_to(root)
    with pytest.raises(ConfigError, match="would both become"):
        run([root / "a.png", link / "a.jpg"], None, model, format="png")
    photo(root / "b.png")
    with pytest.raises(ConfigError, match="would take the place of"):
        run([root / "b.png", link / "a.png"], root, model, rules=FolderRules(template="a", exists="overwrite"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are not text")
def test_that_a_name_that_is_no_text_is_enlarged_and_found_again(tmp_path: Path, model: str) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    names = [os.fsdecode(name) for name in (b"caf\xe9.png", b"\xff\xfe.png", b"a\x01b.png", b"\\xe9.png")]
    for name in names:
        photo(root / name, seed=len(name))
    outcomes = run([root], out, model, sidecar=True)
    assert kinds(outcomes) == ["Done"] * 4
    assert kinds(run([root], out, model, sidecar=True, resume=True)) == ["Skipped"] * 4
    write_report(tmp_path / "report.json", outcomes)
    write_report(tmp_path / "report.csv", outcomes)
    rows = json.loads((tmp_path / "report.json").read_text())
    assert [Path(row["source"]).name for row in rows] == sorted(names, key=os.fsencode)
    for outcome in outcomes:
        assert isinstance(outcome, Done)
        again = reproduce(
            outcome.destination, source=outcome.source, model=model, out=None, device="cpu",
            emit=lambda event: None, cancel=CancelToken(),
        )  # fmt: skip
        assert isinstance(again, Reproduced)
        assert again.same_file
