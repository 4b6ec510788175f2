"""RSD as published (arXiv 2503.13358): a ResShift teacher of the paper family, distilled to one step on a GPU."""

from trainer.config import DataConfig, DistillConfig, Recipe, ScheduleConfig, TeacherConfig

RECIPE = Recipe(
    name="rsd-paper",
    description="A published network, distilled to one step as the RSD paper says; enlarges four times.",
    family="paper",
    precision="float32",
    schedule=ScheduleConfig(steps=15, kappa=2.0, min_noise_level=0.04, power=0.3, sigma_data=1.0),
    data=DataConfig(pair_side=256, crop=64),
    teacher=TeacherConfig(iterations=0),  # comes with --from
    distill=DistillConfig(
        iterations=3000, batch=64, fake_updates=5, student_times=4, last_share=0.0, lr=5e-5, fake_lr=5e-5,
        betas=(0.9, 0.95), ema=0.999, clip=1e6, warmup=0, decay_share=0.0, w_rsd=1.0, rsd_floor=-1e6, w_lpips=2.0,
        w_l1=0.0, w_gan=3e-3, lpips_shift=0, renew_every=1,
    ),
)  # fmt: skip
