"""A finished student on one's own photos: a few thousand iterations at a small rate, from `--from` or the bundled."""

import dataclasses

from trainer.config import DistillConfig
from trainer.recipes import restore_x4

RECIPE = dataclasses.replace(
    restore_x4.RECIPE,
    name="finetune",
    description="For photos like those it was tuned on: enlarges four times.",
    method="direct",
    # The whole time goes to the student; small steps, so that it does not forget what it knows.
    teacher=dataclasses.replace(restore_x4.RECIPE.teacher, share=0.0, iterations=0),
    distill=DistillConfig(iterations=3000, lr=2e-5, ema=0.995, w_grid=50, warmup=100, decay_share=0.5),
)
