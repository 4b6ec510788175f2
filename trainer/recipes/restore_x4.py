"""The bundled model: restores and enlarges photos four times."""

from trainer.config import DataConfig, DistillConfig, NetworkConfig, Recipe, TeacherConfig

RECIPE = Recipe(
    name="restore-x4",
    description="For photos of any origin: enlarges four times and removes blur, noise and compression.",
    # 6.9 M parameters; wide coarse levels use the processor's matrix units better (docs/results-notebook.md).
    network=NetworkConfig(widths=(64, 128, 256), blocks=(1, 2, 4)),
    # What a photo is taken for where nobody says how damaged it is follows from what is common here: most photos are
    # lightly damaged, and one that is taken for worse comes out smoother than it need be (docs/results-notebook.md).
    # Rich crops teach more in the same time: LPIPS and NIQE of sets of both kinds of damage (docs/results-notebook.md).
    data=DataConfig(severity_power=0.5, clean_share=0.12, gray_share=0.05, detail_tries=4),
    # Muon costs the same whatever the batch.
    teacher=TeacherConfig(batch=48, share=0.45),
    # The rate of the fake network decides: at 4e-4 its own noise makes it worse than the teacher on the student's
    # images, so that L has the wrong sign; a student at 2e-4 outran it and diverged (docs/results-notebook.md).
    # No random scale before LPIPS: it keeps results soft. The loss of lines is what keeps a pattern away, and the
    # discriminator, at a weight that costs some 0.2 dB, what LPIPS lets pass: strokes, a haze. Without RSD, half of it.
    distill=DistillConfig(
        fake_updates=0, lr=2e-4, fake_lr=3e-4, decay_share=0.6,
        w_rsd=1.0, w_lpips=1.5, w_vgg=3.0, vgg_side=96, vgg_pictures=4, w_texture=1.25, w_grid=200, w_lines=0.01,
        w_patch_gan=0.08, realism_share=0.4,
    ),
)  # fmt: skip
