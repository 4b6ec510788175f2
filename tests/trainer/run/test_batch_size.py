"""The batch that a recipe leaves open, found on devices of any size, without driving them out of memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from rsd_app.__main__ import main
from rsd_app.core.errors import ConfigError
from tests.trainer.tiny import TINY, train
from trainer.config import override, to_dict
from trainer.events import Noticed, TrainingEvent
from trainer.methods.teacher import TeacherStage
from trainer.models.workplace import Batch, make_workplace
from trainer.run.batch_size import MARGIN, SavedMeter, fill_in_batches, largest_batch

MB = 2**20
PLACE = make_workplace(TINY, torch.device("cpu"), torch.float32)


def crops(count: int) -> Batch:
    return Batch(torch.zeros(count, 3, 64, 64), torch.zeros(count, 3, 16, 16), torch.zeros(count))


class Device:
    """A device of so many bytes, of which a step takes a fixed part and one for each crop; also the stage on it."""

    name, parts = "teacher", 1

    def __init__(self, free_mb: int, *, fixed_mb: int, crop_mb: float, jump_at: int = 10**9) -> None:
        self.free, self._fixed, self._crop, self._jump_at = free_mb * MB, fixed_mb * MB, crop_mb * MB, jump_at
        self.tried: list[int] = []
        self.failed = 0

    def step(self, next_batch: Callable[[], Batch], rate: float) -> dict[str, torch.Tensor]:
        self._count = len(next_batch().hq)
        return {}

    def clear(self) -> None:
        pass

    def peak(self, step: Callable[[], object]) -> int:
        step()
        self.tried.append(self._count)
        factor = 3 if self._count >= self._jump_at else 1  # another algorithm, with a larger workspace
        needed = int(self._fixed + factor * self._crop * self._count)
        if needed > self.free:
            self.failed += 1
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return needed


@pytest.mark.parametrize(
    ("free_mb", "fixed_mb", "crop_mb", "expected"),
    [
        (8_000, 500, 100, 32),  # 3.7 GB, where twice as much would leave the margin
        (80_000, 500, 100, 64),  # there is room for more, which would not teach more
        (1_000, 500, 100, 2),
        (700, 500, 100, 1),  # the margin is passed already: a single crop it is
        (550, 500, 100, 1),  # not even that: the training will say so
        (1_000, 0, 12.6, 32),  # 63 of them would fit
    ],
)
def test_that_the_largest_batch_inside_the_margin_is_found(
    free_mb: int, fixed_mb: int, crop_mb: float, expected: int
) -> None:
    device = Device(free_mb, fixed_mb=fixed_mb, crop_mb=crop_mb)
    found = largest_batch(device, device, crops, 64)  # type: ignore[arg-type]
    assert found == expected
    assert device.failed == (fixed_mb + crop_mb > free_mb)  # what does not fit is foreseen
    if device.tried[:2] == [1, 2]:
        assert fixed_mb + crop_mb * found <= MARGIN * free_mb


def test_that_a_step_that_suddenly_needs_more_ends_the_search() -> None:
    device = Device(8_000, fixed_mb=500, crop_mb=100, jump_at=32)
    assert largest_batch(device, device, crops, 64) == 16  # type: ignore[arg-type]
    assert device.tried[-1] == 32


def test_that_what_a_step_keeps_grows_with_its_crops() -> None:
    stage, meter = TeacherStage(TINY, PLACE), SavedMeter(0)
    peaks = [meter.peak(lambda c=count: stage.step(lambda: crops(c), 0.0)) for count in (2, 4, 8)]  # type: ignore[misc]
    assert peaks[0] > 2 * 2 * 8 * 16 * 16 * 4  # two crops, eight channels, float32, and their gradients
    assert peaks[2] - peaks[1] == pytest.approx(2 * (peaks[1] - peaks[0]), rel=0.05)
    again = meter.peak(lambda: [stage.step(lambda: crops(2), 0.0) for _ in range(3)])
    assert again == pytest.approx(peaks[0], rel=0.01)  # one step after the other: what is let go does not count


def test_that_open_batches_are_filled_in_and_told() -> None:
    events: list[TrainingEvent] = []
    open_recipe = override(TINY, ["teacher.batch=0"])
    stage, meter = TeacherStage(TINY, PLACE), SavedMeter(0)
    one, two = (meter.peak(lambda c=count: stage.step(lambda: crops(c), 0.0)) for count in (1, 2))  # type: ignore[misc]
    meter.free = int((one + 7.5 * (two - one)) / MARGIN)  # room for eight, and for half a one
    found = fill_in_batches(open_recipe, PLACE, None, events.append, meter=meter)
    assert (found.teacher.batch, found.distill.batch) == (8, TINY.distill.batch)
    (notice,) = events
    assert isinstance(notice, Noticed)
    assert "teacher.batch=8" in notice.text
    assert fill_in_batches(found, PLACE, None, events.append) is found
    shared = fill_in_batches(open_recipe, PLACE, None, events.append, meter=meter, processes=2)
    assert shared.teacher.batch == 16  # eight for each of both


@pytest.mark.slow
def test_that_a_run_keeps_the_batch_that_was_found(
    photos: Path, tmp_path: Path, tiny_training: None, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe, run = tmp_path / "recipe.json", tmp_path / "run"
    recipe.write_text(json.dumps(to_dict(override(TINY, ["teacher.iterations=1", "distill.iterations=0"]))))
    command = ["train", "run", "--recipe", str(recipe), "--data", str(photos), "--out", str(run), "--device", "cpu"]
    assert main([*command, "--batch", "auto"]) == 0
    assert "free memory: teacher.batch=16 and distill.batch=16" in capsys.readouterr().err
    kept = json.loads((run / "config.json").read_text())
    assert (kept["teacher"]["batch"], kept["distill"]["batch"]) == (16, 16)
    with pytest.raises(ConfigError, match="found at the start of a run only"):
        train(photos, run, settings=["teacher.batch=0"])
    assert main([*command, "--batch", "many"]) == 2
    assert "teacher.batch: is 'many'" in capsys.readouterr().err
