"""A ResShift teacher alone, to be distilled later with `--from`: once for several students."""

import dataclasses

from trainer.recipes import restore_x4

RECIPE = dataclasses.replace(
    restore_x4.RECIPE,
    name="teacher",
    description="Restores in fifteen steps; the teacher of one-step models.",
    method="teacher",
)
