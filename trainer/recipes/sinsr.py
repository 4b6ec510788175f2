"""SinSR's distillation (arXiv 2311.14760), for comparison."""

import dataclasses

from trainer.config import DistillConfig
from trainer.recipes import restore_x4

RECIPE = dataclasses.replace(
    restore_x4.RECIPE,
    name="sinsr",
    description="Enlarges four times; distilled as the SinSR paper says.",
    method="sinsr",
    distill=DistillConfig(lr=1e-4, decay_share=0.5),
)
