"""Several runs at once on one output or folder: each result is that of a run alone, or the later run is refused."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from rsd_app.core.errors import ConfigError
from rsd_app.core.progress import CancelToken
from rsd_app.engine.batch.run import upscale_files
from rsd_app.engine.batch.search import FolderRules, Shard
from rsd_app.engine.events import BatchOutcome, Done, Event, Failed, Skipped, Started
from rsd_app.engine.picture.job import prepare
from rsd_app.engine.settings.config import UpscaleConfig
from tests.engine.batch.test_run import files, kinds, photo, run
from tests.engine.toy_models import write_toy_model


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_toy_model(tmp_path / "toy.safetensors"))


class Held:
    """A run in a thread of its own, which waits in the middle of its first picture."""

    def __init__(self, inputs: list[Path], out: Path, model: str, **options: object) -> None:
        self.outcomes: list[BatchOutcome] = []
        self._begun, self._go = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, args=(inputs, out, model), kwargs=options)

    def __enter__(self) -> Held:
        self._thread.start()
        assert self._begun.wait(30)
        return self

    def __exit__(self, *error: object) -> None:
        self._go.set()
        self._thread.join(60)

    def _run(self, inputs: list[Path], out: Path, model: str, **options: object) -> None:
        self.outcomes = run(inputs, out, model, emit=self._wait, **options)  # type: ignore[arg-type]

    def _wait(self, event: Event) -> None:
        if isinstance(event, Started):
            self._begun.set()
            assert self._go.wait(30)


def three(folder: Path) -> Path:
    for number in range(3):
        photo(folder / f"{number}.png", 16, 40, number)
    return folder


@pytest.mark.parametrize("settings", [{}, {"overwrite": True}, {"resume": True}, {"seed": 4}])
def test_that_the_second_run_of_one_output_is_refused(tmp_path: Path, model: str, settings: dict[str, object]) -> None:
    source, out, alone = photo(tmp_path / "p.png", 16, 60), tmp_path / "out.png", tmp_path / "alone.png"
    run([source], alone, model)
    with Held([source], out, model) as first:
        (refused,) = run([source], out, model, **settings)
        assert isinstance(refused, Failed)
        assert refused.error == f"{out}: is being made by another run; wait for it, or name another result"
    assert kinds(first.outcomes) == ["Done"]
    assert out.read_bytes() == alone.read_bytes()


def test_that_a_map_has_one_maker(tmp_path: Path, model: str) -> None:
    source, check = photo(tmp_path / "p.png", 16, 40), tmp_path / "check.png"
    with Held([source], tmp_path / "one.png", model, check=check) as first:
        (refused,) = run([source], tmp_path / "two.png", model, check=check)
        assert isinstance(refused, Failed)
        assert "check.png: is being made by another run" in refused.error
    assert kinds(first.outcomes) == ["Done"]
    assert files(tmp_path) == ["check.png", "one.png", "p.png", "toy.safetensors"]


@pytest.mark.parametrize("rules", [FolderRules(), FolderRules(shard=Shard(1, 1)), FolderRules(exists="overwrite")])
@pytest.mark.parametrize("resume", [False, True])
def test_that_a_second_run_over_a_folder_is_refused(
    tmp_path: Path, model: str, rules: FolderRules, resume: bool
) -> None:
    root, out, alone, link = three(tmp_path / "in"), tmp_path / "out", tmp_path / "alone", tmp_path / "link"
    link.symlink_to(out)
    run([root], alone, model)
    refused = pytest.raises(ConfigError, match=r"0_x4\.png: is being made by another run, as are 2 more")
    with Held([root], out, model) as first, refused:
        run([root], link, model, rules=rules, resume=resume)
    assert kinds(first.outcomes) == ["Done"] * 3
    assert files(out) == files(alone)
    for name in files(alone):
        assert (out / name).read_bytes() == (alone / name).read_bytes()


def test_that_a_part_of_a_batch_keeps_a_whole_run_off(tmp_path: Path, model: str) -> None:
    root, out = three(tmp_path / "in"), tmp_path / "out"
    with Held([root], out, model, rules=FolderRules(shard=Shard(1, 1))) as first:
        with pytest.raises(ConfigError, match="is being made by another run"):
            run([root], out, model)
        again = run([root], out, model, rules=FolderRules(shard=Shard(1, 1)))
    outcomes = {type(outcome) for outcome in (*first.outcomes, *again)}
    assert outcomes <= {Done, Skipped, Failed}
    made = [outcome.source.name for outcome in (*first.outcomes, *again) if isinstance(outcome, Done)]
    assert sorted(made) == ["0.png", "1.png", "2.png"]  # none twice, none missing


def test_that_runs_over_other_photos_share_a_folder(tmp_path: Path, model: str) -> None:
    root, out = three(tmp_path / "in"), tmp_path / "out"
    others = [photo(tmp_path / "others" / f"{name}.png") for name in "ab"]
    with Held([root], out, model) as first:
        assert kinds(run(others, out, model)) == ["Done"] * 2
    assert kinds(first.outcomes) == ["Done"] * 3
    assert len(files(out)) == 5


def test_that_a_single_photo_of_a_batch_at_work_is_refused(tmp_path: Path, model: str) -> None:
    root, out = three(tmp_path / "in"), tmp_path / "out"
    with Held([root], out, model) as first:
        (refused,) = run([root / "2.png"], out, model)
        assert isinstance(refused, Failed)
        assert "is being made by another run" in refused.error
    assert kinds(first.outcomes) == ["Done"] * 3


def test_that_the_window_and_a_batch_do_not_meet_in_one_file(tmp_path: Path, model: str) -> None:
    """The window enlarges photo by photo, with no journal."""
    root, out = three(tmp_path / "in"), tmp_path / "out"
    with Held([root], out, model) as first:
        config = UpscaleConfig(model=model, device="cpu", precision="fp32")
        with pytest.raises(Exception, match="is being made by another run"):
            prepare(root / "0.png", config).run(out / "0_x4.png", emit=lambda event: None, cancel=CancelToken())
    assert kinds(first.outcomes) == ["Done"] * 3


def test_that_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path, model: str) -> None:
    source, out = photo(tmp_path / "p.png", 16, 60), tmp_path / "out.png"

    def put(event: Event) -> None:
        if isinstance(event, Started):
            out.write_bytes(b"mine")

    (outcome,) = upscale_files([source], out, UpscaleConfig(model=model, device="cpu"), emit=put, cancel=CancelToken())
    assert isinstance(outcome, Failed)
    assert "has come to exist while its picture was made" in outcome.error
    assert out.read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_that_a_result_is_no_more_open_than_its_source(tmp_path: Path, model: str, mode: int) -> None:
    source, out = photo(tmp_path / "p.png"), tmp_path / "out"
    source.chmod(mode)
    out.mkdir()
    before = os.umask(0o022)
    try:
        assert kinds(run([source], out, model, trust=out, check=out, sidecar=True, scale=8.0)) == ["Failed"]
        assert kinds(run([source], out, model, trust=out, check=out, sidecar=True)) == ["Done"]
    finally:
        os.umask(before)
    assert len(files(out)) == 4
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {mode}
