"""Fine-tune a finished student on your own photos: a few thousand iterations, from `--from` or the bundled model."""

import dataclasses

from trainer.recipes import restore_x4

RECIPE = dataclasses.replace(
    restore_x4.RECIPE,
    name="finetune",
    description="For photos like those it was tuned on: enlarges four times.",
    method="direct",
    # The whole time goes to the student. Textures count, or it would soon draw a haze (docs/results-notebook.md).
    teacher=dataclasses.replace(restore_x4.RECIPE.teacher, share=0.0, iterations=0),
    distill=dataclasses.replace(
        restore_x4.RECIPE.distill,
        iterations=3000, lr=2e-4, muon_lr=0.003, ema=0.998, warmup=100, decay_share=0.5, w_texture=1.0,
        realism_share=0.25,  # so that what the bundled model knows of it stays
        w_patch_gan=0.04,  # twice that costs 0.2 dB where no RSD holds against it (docs/results-notebook.md)
    ),
)  # fmt: skip
