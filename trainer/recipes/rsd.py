"""RSD with the paper's weights (arXiv 2503.13358), on the compact family."""

import dataclasses

from trainer.config import DistillConfig
from trainer.recipes import restore_x4

RECIPE = dataclasses.replace(
    restore_x4.RECIPE,
    name="rsd",
    description="Enlarges four times; distilled as the RSD paper says.",
    distill=DistillConfig(
        iterations=3000, batch=64, fake_updates=5, last_share=0.25, lr=5e-5, fake_lr=5e-5,
        w_rsd=1.0, rsd_floor=-1e6, w_lpips=2.0, w_l1=0.0, w_gan=3e-3, lpips_shift=0, decay_share=0.0,
    ),
)  # fmt: skip
