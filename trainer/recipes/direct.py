"""The honest baseline: the student of restore-x4 from the same teacher's weights, trained by L1 and LPIPS alone."""

import dataclasses

from trainer.config import DistillConfig
from trainer.recipes import restore_x4

RECIPE = dataclasses.replace(
    restore_x4.RECIPE,
    name="direct",
    description="Enlarges four times; trained without distillation.",
    method="direct",
    distill=DistillConfig(lr=1e-4, w_grid=50, decay_share=0.5),
)
