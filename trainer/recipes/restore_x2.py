"""The bundled model's sister: twice, at a quarter of the work for a pixel of the photo.

Start it from the finished model of four times (`--from restore-x4`): each place of its network sees 2×2 pixels of the
photo, and draws the 4×4 that it drew before.
"""

import dataclasses

from trainer.recipes import restore_x4

RECIPE = dataclasses.replace(
    restore_x4.RECIPE,
    name="restore-x2",
    description="For photos of any origin: enlarges twice and removes blur, noise and compression.",
    scale=2,
    network=dataclasses.replace(restore_x4.RECIPE.network, fold=2),
    data=dataclasses.replace(restore_x4.RECIPE.data, crop=64),
)
