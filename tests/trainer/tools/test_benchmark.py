"""What the benchmark counts."""

import torch

from tests.trainer.methods.test_rsd import make_batch
from tests.trainer.tiny import TINY
from trainer.methods.teacher import TeacherStage
from trainer.models.workplace import make_workplace
from trainer.tools.benchmark import step_gflop


def test_that_the_networks_convolutions_are_counted_and_the_products_apart() -> None:
    stage = TeacherStage(TINY, make_workplace(TINY, torch.device("cpu"), torch.float32))
    convolutions, products = step_gflop(stage, make_batch)
    batch = make_batch()
    fine = batch.lq[:, :1].numel()
    coarse = fine // 4
    stem = 2 * fine * 51 * 8 * 9
    forward = stem + 2 * fine * (4 * 8 * 8 * 9 + 8 * 48 * 9) + 2 * coarse * (8 * 8 * 4 + 2 * 8 * 8 * 9 + 8 * 32)
    assert round(convolutions * 1e9) == 3 * forward - stem  # what the network is given needs no gradient
    kernels = 6 * 8 * 8 * 72 * 2  # of Muon, which multiplies each twice by its width
    assert 1.5 * kernels < products * 1e9 < 4 * kernels
