"""Too little memory for a batch: it goes through in parts, and the training is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from rsd_app.core.device.memory import is_out_of_memory
from rsd_app.core.errors import TrainingError
from tests.trainer.tiny import TINY, train
from trainer.config import override
from trainer.events import Noticed, RunEnded
from trainer.methods.teacher import TeacherStage
from trainer.run.checkpoint import load_state

pytestmark = pytest.mark.usefixtures("tiny_training")
RECIPE = override(TINY, ["distill.iterations=0", "teacher.batch=8", "teacher.iterations=4", "teacher.muon_lr=0"])


def room_for(monkeypatch: pytest.MonkeyPatch, crops: int) -> None:
    """Let the teacher's passes fail with more crops at once."""
    from rsd_app.core.diffusion.process import ResidualShifting

    predict = ResidualShifting.predict

    def limited(self: ResidualShifting, network: Any, z_t: Tensor, *args: Any, **kwargs: Any) -> Tensor:
        if torch.is_grad_enabled() and len(z_t) > crops:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB")
        return predict(self, network, z_t, *args, **kwargs)

    monkeypatch.setattr(ResidualShifting, "predict", limited)


def test_that_a_batch_that_does_not_fit_is_halved_until_it_does(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room_for(monkeypatch, 2)
    events = train(photos, tmp_path / "parts", RECIPE)
    told = [event.text for event in events if isinstance(event, Noticed) and "memory" in event.text]
    assert [text.split(" in ")[1][0] for text in told] == ["2", "4"]
    assert events[-1] == RunEnded(finished=True, reason="finished")
    state = load_state(tmp_path / "parts/checkpoints/teacher-00000004.safetensors")
    assert bool(torch.isfinite(state["stage"]["network"]["stem.weight"]).all())


def test_that_parts_give_the_gradients_of_the_batch() -> None:
    from tests.trainer.methods.test_rsd import make_batch
    from trainer.models.workplace import make_workplace

    states = []
    for parts in (1, 2):
        stage = TeacherStage(RECIPE, make_workplace(RECIPE, torch.device("cpu"), torch.float32))
        stage.parts = parts
        figures = stage.step(make_batch, 1.0)
        states.append((stage.state(), figures))
    (one, of_one), (two, of_two) = states
    torch.testing.assert_close(of_one["loss"], of_two["loss"])
    torch.testing.assert_close(of_one["grad_norm"], of_two["grad_norm"])
    assert torch.equal(one["random"], two["random"])


def test_that_memory_for_not_even_one_crop_is_a_clear_error(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room_for(monkeypatch, 0)
    with pytest.raises(TrainingError, match="too little memory for a single crop"):
        train(photos, tmp_path / "run", RECIPE)
    assert is_out_of_memory(RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"))
    assert not is_out_of_memory(RuntimeError("shapes cannot be multiplied"))
